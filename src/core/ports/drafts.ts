import type { Step } from '../interview/state.ts'

/** The head of a draft: what it is a draft of. */
export interface DraftHead {
  readonly draft: string
  /** Id that the note made of it will have. */
  readonly note: string
  readonly notebook: string
  readonly template: string
  /** Hash of the compiled template it was begun with. */
  readonly hash: string
  readonly created: string
  readonly depth: 'quick' | 'core'
}

/** Drafts: one file each in the state folder, one JSON line a step, fsynced before `append` returns. */
export interface Drafts {
  begin(head: DraftHead): Promise<void>
  append(draft: string, step: Step): Promise<void>
  /** Newest first; a torn last line is left out. */
  list(): Promise<readonly DraftHead[]>
  read(draft: string): Promise<{ readonly head: DraftHead; readonly steps: readonly Step[] } | undefined>
  remove(draft: string): Promise<void>
  /**
   * Takes the draft for as long as it is being worked on; what comes back gives it up again. One whose holder has ended
   * is taken over. Throws `busy` at once when it is open elsewhere.
   */
  hold(draft: string): Promise<() => void>
}
