import type { Person } from '../notebook/note.ts'
import { fold } from '../notebook/people.ts'
import { findNames } from '../sharing/find-names.ts'
import type { NameIndex } from '../sharing/name-index.ts'

/** Where somebody is named in what is kept about others. */
export interface Mention {
  /** Relative to the notebook; of a draft, its short name. */
  readonly path: string
  readonly in: 'note' | 'private' | 'file' | 'draft' | 'copy'
  /** The lines, as they stand there. */
  readonly lines: readonly string[]
}

/** So many characters of a line are shown around a name. */
const AROUND = 200

/** The lines of a text that name somebody, however the name is written; `index` knows everybody in the notebook. */
export function linesNaming(text: string, person: Person, index: NameIndex): readonly string[] {
  if (!mayName(text, person)) return []
  const found = findNames(index, text).spans.filter(({ keys }) => keys.includes(person.slug))
  const lines = found.map(({ start, end }) => {
    const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - AROUND)
    const next = text.indexOf('\n', end)
    return text.slice(from, Math.min(next === -1 ? text.length : next, end + AROUND)).trim()
  })
  return [...new Set(lines)]
}

/** A quick look that is never wrong when it says no: most texts name nobody. */
function mayName(text: string, { slug, name, aliases }: Person): boolean {
  const plain = fold(text)
  const words = [slug, name, ...aliases].flatMap((one) => fold(one).split(/[^\p{L}\p{N}]+/u))
  if (words.some((word) => word.length > 1 && plain.includes(word))) return true
  return /\p{Lu}\.[\s*_]{0,3}\p{Lu}\./u.test(text)
}
