/** What an editor left behind. The file stays until the caller has kept the text and calls `discard`. */
export interface Edited {
  readonly text: string
  /** It came back within a blink, so that nobody can have written in it. */
  readonly hasty?: boolean
  discard(): Promise<void>
}

/** Opens the user's editor on a text and returns what was left there. Throws `usage` for an editor that fails, and `disk`. */
export interface Editor {
  edit(text: string, name: string): Promise<Edited>
}
