import { readNote } from '../notebook/load.ts'
import type { Facts, Person } from '../notebook/note.ts'
import type { NoteFiles, SaveFile } from '../ports/note-files.ts'
import { SOMEBODY } from '../sharing/aliases.ts'
import { calledBy } from '../sharing/anonymous.ts'
import { findNames } from '../sharing/find-names.ts'
import { isCalled } from '../sharing/helpers.ts'
import { type NameIndex, nameIndex } from '../sharing/name-index.ts'
import { replaceSpans } from '../sharing/replace-names.ts'
import type { Held } from './held.ts'
import { linesNaming, type Mention } from './mentions.ts'

/** A text of the notebook in which somebody is no longer named, and what of it still may name them. */
export interface Unnamed extends SaveFile {
  readonly before: string
  /** Lines that are left, since the name may be a word there, or somebody else's. */
  readonly left: readonly string[]
}

/** Front matter that names nobody, or by which the program finds its way. */
const FIXED = /^[ \t-]*(?:tactful|id|of|kind|person|date|created|template|session|goals?|link|private): /
/** Who promised, owns, reviewed or filled in something. */
const WHO = /^([ \t-]*(?:who|owner|reviewer|reader): ["']?)([^"']+?)(["']?\r?)$/
const FRONT = /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n)/

/**
 * Notes and private parts about others in which "a colleague" takes the place of a name: where it surely is theirs, and nobody else's. A
 * note that would not be the same note any more stays as it is. `everyone` is everybody in the notebook. Throws what reading throws.
 */
export async function unnamedFiles(
  files: NoteFiles,
  { person, mentions }: Pick<Held, 'person' | 'mentions'>,
  everyone: readonly Person[],
): Promise<readonly Unnamed[]> {
  const index = nameIndex(everyone.map(calledBy))
  const done: Unnamed[] = []
  for (const { path } of mentions.filter(isText)) {
    const before = await files.read(path)
    if (before === undefined) continue
    const text = unnamedText(before, person, index, everyone)
    if (text === before || !(await isSameNote(before, text, path))) continue
    done.push({ path, before, text, left: linesNaming(text, person, index) })
  }
  return done
}

function isText({ in: where }: Mention): boolean {
  return where === 'note' || where === 'private'
}

function unnamedText(source: string, person: Person, index: NameIndex, everyone: readonly Person[]): string {
  const front = FRONT.exec(source)?.[0] ?? ''
  const facts = front.replace(/^.*$/gm, (line) => {
    if (FIXED.test(line)) return line
    const [, before, name = '', behind] = WHO.exec(line) ?? []
    const called = before === undefined ? [] : everyone.filter((one) => isCalled(calledBy(one), name))
    const isTheirs = called.length === 1 && called[0]?.slug === person.slug
    return isTheirs ? `${before}${SOMEBODY}${behind}` : unnamed(line, person, index)
  })
  return facts + unnamed(source.slice(front.length), person, index)
}

function unnamed(text: string, person: Person, index: NameIndex): string {
  const spans = findNames(index, text).spans.filter(
    ({ keys, isUnsure }) => isUnsure !== true && keys.length === 1 && keys[0] === person.slug,
  )
  return replaceSpans(text, spans, ({ hasS }) => (hasS === true ? `${SOMEBODY}'s` : SOMEBODY))
}

/** The same facts by which notes find each other, under the same headings' ids. */
async function isSameNote(before: string, after: string, path: string): Promise<boolean> {
  try {
    const [old, now] = await Promise.all([readNote(before, path), readNote(after, path)])
    const ids = (sections: readonly { readonly id?: string }[]): string => sections.map(({ id }) => id).join()
    return (
      keyOf(old.note.facts) === keyOf(now.note.facts) && ids(old.note.sections) === ids(now.note.sections)
    )
  } catch {
    // What cannot be read as a note is left for its owner to edit.
    return false
  }
}

function keyOf({
  id,
  kind,
  person,
  date,
  items = [],
  events = [],
  evidence = [],
  goals = [],
}: Facts): string {
  const parts = [items.map((one) => [one.id, one.label]), events.map(({ of, what, on }) => [of, what, on])]
  return JSON.stringify([id, kind, person, date, ...parts, evidence, goals])
}
