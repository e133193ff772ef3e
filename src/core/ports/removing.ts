/** A plain file of the notebook, and a key by which what it holds is known again. */
export interface HeldFile {
  readonly path: string
  readonly key: string
}

/** A copy that an editor was given and nobody took back: the name of its folder, and its text. */
export interface HeldCopy {
  readonly name: string
  readonly text: string
}

/** What is to be taken away: files as they were looked at, drafts by their ids, an editor's copies by their names. */
export interface Removal {
  readonly files: readonly HeldFile[]
  readonly drafts: readonly string[]
  readonly edits: readonly string[]
}

/** The one door that takes away what somebody wrote. It follows no link and leaves what is no plain file. Failures are `Trouble`. */
export interface Removing {
  /** Every plain file at some places below `people`, `notes` and `private` (a folder, or a file with the versions kept beside it); what else lies there is in `refused`. */
  look(
    places: readonly string[],
  ): Promise<{ readonly files: readonly HeldFile[]; readonly refused: readonly string[] }>
  /** Copies that editors left in the state folder. */
  edits(): Promise<readonly HeldCopy[]>
  /** What git keeps of some places: no repository, a repository that never had them, or versions of them. */
  inGit(places: readonly string[]): Promise<'none' | 'repository' | 'history'>
  /**
   * Takes it all away, and the indexes of all notebooks with it, since one that was moved has left its own behind. Once begun it is finished, by the next command if need be. Gives back the files
   * that were left because they hold something else by now. Throws `busy` for a draft that is open elsewhere, before anything is gone.
   */
  remove(removal: Removal): Promise<readonly string[]>
}
