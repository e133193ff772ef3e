import { fold } from '../notebook/people.ts'
import { Trouble } from '../problem.ts'
import type { Library } from '../template/library.ts'

/** The lists that say where evidence comes from and what it is about. */
export type EvidenceList = 'source' | 'area'

/** The library behind each list. */
export const LIBRARY_OF: Readonly<Record<EvidenceList, string>> = { source: 'sources', area: 'areas' }

/**
 * The id of the entry that somebody typed: its id, its label, or a beginning of one that only it has; case and accents do
 * not matter. Throws `usage` with every entry there is, or with those it could be.
 */
export function entryOf(list: EvidenceList, typed: string, library: Library): string {
  const wanted = plain(typed)
  const names = library.entries.map(({ id, label }) => ({ id, label, names: [plain(id), plain(label)] }))
  const whole = names.find((one) => wanted !== '' && one.names.includes(wanted))
  if (whole !== undefined) return whole.id
  const begun = names.filter((one) => wanted !== '' && one.names.some((name) => name.startsWith(wanted)))
  const [only, ...others] = begun
  if (only !== undefined && others.length === 0) return only.id
  if (only !== undefined) {
    const could = begun.map(({ id }) => id).join(' or ')
    throw new Trouble({
      kind: 'usage',
      message: `--${list} "${typed}" could be ${could}.`,
      mend: 'Type a little more of the one you mean.',
    })
  }
  throw new Trouble({
    kind: 'usage',
    message: wanted === '' ? `--${list} is empty.` : `There is no ${list} "${typed}".`,
    mend: `There is: ${names.map(({ id }) => id).join(', ')}. Your own go into library/${LIBRARY_OF[list]}.yaml of the notebook.`,
  })
}

/** What an entry is called; an id that no list knows is shown as it is. */
export function labelIn(library: Library, id: string): string {
  return library.entries.find((entry) => entry.id === id)?.label ?? id
}

function plain(text: string): string {
  return fold(text).replace(/[-_\s]+/g, ' ')
}
