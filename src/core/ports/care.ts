/** One thing in the notebook's own folders as the disk tells of it. `path` is relative to the notebook, with `/`. */
export interface Entry {
  readonly path: string
  readonly type: 'file' | 'folder' | 'link' | 'other'
  /** Permission bits; absent where the system has none. */
  readonly mode?: number
  /** An unpublished file of a process that has ended. */
  readonly leftover?: boolean
}

/** Looking after a notebook: what its files are like, and mending what can be mended without loss. Failures are `Trouble`. */
export interface Care {
  /** Everything in the notebook's own folders, and its settings; nothing is followed or read. */
  entries(): Promise<readonly Entry[]>
  /** Sets the permission bits of a file or folder that is no link. */
  setMode(path: string, mode: number): Promise<void>
  /** Takes away a leftover, if it still is one. */
  removeLeftover(path: string): Promise<void>
  /** Throws the index away; the next use makes it anew. */
  dropIndex(): Promise<void>
  /** Whether git would hand the private parts on; `safe` where there is no git. */
  privateInGit(): Promise<'safe' | 'open' | 'tracked'>
}
