import { fold } from '../notebook/people.ts'
import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { type Problem, Trouble } from '../problem.ts'
import type { Library } from '../template/library.ts'
import { loadLibrary } from '../template/load.ts'

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

/** What the entries of a list are called, by id, for showing; a broken list of the team's comes back in `bad`. */
export async function listNames(
  list: EvidenceList,
  files: NoteFiles,
  data: DataFiles,
): Promise<{ readonly names: ReadonlyMap<string, string>; readonly bad: readonly Problem[] }> {
  try {
    const { entries } = await loadLibrary(LIBRARY_OF[list], files, data)
    return { names: new Map(entries.map(({ id, label }) => [id, label])), bad: [] }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { names: new Map(), bad: [error.problem] }
  }
}

/**
 * The id of the one area that the words of a criterion name ("Escalation: complete handover" is about the handover: what
 * stands behind a colon is what was looked at). Undefined where they name none, or several. `names` are labels by id.
 */
export function areaNamed(words: string, names: ReadonlyMap<string, string>): string | undefined {
  const parts = words.split(/[:·]/).map(
    (part) =>
      ` ${plain(part)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} `,
  )
  for (const part of parts.toReversed()) {
    const found = [...names].filter(([id, label]) =>
      [id, label].some((name) => part.includes(` ${plain(name)} `)),
    )
    if (found.length > 0) return found.length === 1 ? found[0]?.[0] : undefined
  }
  return undefined
}

function plain(text: string): string {
  return fold(text).replace(/[-_\s]+/g, ' ')
}
