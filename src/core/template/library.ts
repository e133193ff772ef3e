import type { Option } from './option.ts'

/** One entry of a library: what can be chosen, and what is known about it. */
export interface LibraryEntry {
  readonly id: string
  readonly label: string
  /** What it looks like when it goes well. */
  readonly good?: string
  readonly area?: string
  readonly skills?: readonly string[]
  /** Other words people use for it; the list is searched by them too. */
  readonly also?: readonly string[]
  /** Whose work it is part of, such as `phone` or `tier 2`; everybody's where none is named. */
  readonly roles?: readonly string[]
  /** A goal only: what is counted, how it is now, how it is to be, until when; all in words. */
  readonly measure?: string
  readonly baseline?: string
  readonly target?: string
  readonly by?: string
  /** A cause only: whether it lies in the person or in what surrounds them. */
  readonly side?: 'person' | 'system'
  /** A cause only: ids of the kinds of help that fit it, the best first. */
  readonly help?: readonly string[]
  /** A kind sentence that is shown once this is picked. */
  readonly care?: string
  /** A cause only: what it belongs to beside others (people, tools, time). */
  readonly family?: string
  /** A ready sentence that goes with it. */
  readonly say?: string
  /** Numbers of the practices this entry carries. */
  readonly practices?: readonly number[]
}

/** A list that templates offer as options, and that grows by adding entries. */
export interface Library {
  readonly id: string
  readonly version: number
  readonly title: string
  /** Shipped lists only: a team's own file of this id adds to the entries instead of standing in for them. */
  readonly grows?: boolean
  /** Numbers of the practices that the list carries as a whole. */
  readonly practices?: readonly number[]
  readonly entries: readonly LibraryEntry[]
}

/** The entries as options, under their areas; all that is known of an entry can be searched. */
export function libraryOptions(library: Library): readonly Option[] {
  return library.entries.map((entry) => {
    const { id, label, area, side, help, care, family, say } = entry
    const words = furtherWords(entry)
    return {
      value: id,
      label,
      ...(area === undefined ? {} : { group: area }),
      ...(words === '' ? {} : { words }),
      ...(side === undefined ? {} : { side }),
      ...(help === undefined ? {} : { help }),
      ...(care === undefined ? {} : { care }),
      ...(family === undefined ? {} : { family }),
      ...(say === undefined ? {} : { say, note: `"${say}"` }),
    }
  })
}

/** What an entry is found by besides its label. */
function furtherWords({ good = '', area = '', roles = [], skills = [], also = [] }: LibraryEntry): string {
  return [good, area, ...roles, ...skills, ...also].filter((one) => one !== '').join(' ')
}

/** A shipped list with a team's own entries: those of the same id stand in for ours, the others come behind. */
export function joinLibraries(shipped: Library, own: Library): Library {
  const byId = new Map([...shipped.entries, ...own.entries].map((entry) => [entry.id, entry]))
  return { ...own, grows: true, entries: [...byId.values()] }
}
