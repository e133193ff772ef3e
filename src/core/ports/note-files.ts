/** One file of a save: its path relative to the notebook and its whole text. */
export interface SaveFile {
  readonly path: string
  readonly text: string
  /** The text it takes the place of; without it the file is new, and nothing may lie there yet. */
  readonly before?: string
}

/** The notebook's files. Paths are relative to the notebook, with `/`. All failures are `Trouble`. */
export interface NoteFiles {
  readonly root: string
  /** Every regular file below `dir`, sorted; links, devices and oversize files are left out and named in `refused`. */
  list(dir: string): Promise<{ readonly paths: readonly string[]; readonly refused: readonly string[] }>
  /** The text of one file, or undefined when there is none. */
  read(path: string): Promise<string | undefined>
  /**
   * Publishes files, all or none, the last one last; takes the place of a file only where that still holds its `before`, and
   * else throws `conflict` with our text kept beside it. A repeat of the same save is harmless. `check` is called just before,
   * while no other save with a check can run; when it throws, nothing is saved.
   */
  saveAll(files: readonly SaveFile[], check?: () => Promise<void>): Promise<void>
  /** Replaces one file if it still holds `before`; otherwise keeps our text beside it and throws `conflict`. */
  replace(path: string, before: string, after: string): Promise<void>
}
