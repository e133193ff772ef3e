import type { Option } from './template.ts'

/** One entry of a library: what can be chosen, and what is known about it. */
export interface LibraryEntry {
  readonly id: string
  readonly label: string
  /** What it looks like when it goes well. */
  readonly good?: string
  readonly area?: string
  readonly skills?: readonly string[]
}

/** A list that templates offer as options, and that grows by adding entries. */
export interface Library {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly entries: readonly LibraryEntry[]
}

/** The entries as options, under their areas. */
export function libraryOptions(library: Library): readonly Option[] {
  return library.entries.map(({ id, label, area }) => ({
    value: id,
    label,
    ...(area === undefined ? {} : { group: area }),
  }))
}
