/** What the other side says: the same in every mood, or by mood (a mood without words of its own takes those of the nearest). */
export type Says = readonly string[] | { readonly [mood: string]: readonly string[] }

/** What follows a kind of move: what is said, how the mood moves, and where the talk goes on. Without `to` it stays where it is. */
export interface Answer {
  readonly says?: Says
  /** Steps towards opening up (1, 2) or closing (-1, -2); without it the kind of move decides. */
  readonly mood?: number
  /** A state or an ending. */
  readonly to?: string
}

/** An answer to some kinds of move. `when` names the moods it holds in, counted after the move. */
export interface Turn extends Answer {
  readonly on: string | readonly string[]
  readonly when?: readonly string[]
}

/** One place in a talk: what was reached, what can follow, and what helps somebody who does not know what to say. */
export interface State {
  readonly id: string
  /** Said on coming here. */
  readonly says?: Says
  /** What may be going on in the other side now. */
  readonly behind?: string
  /** What one could try. */
  readonly hint: string
  /** A ready sentence that would land here. */
  readonly ready: string
  readonly moves: readonly Turn[]
  /** What follows everything else. */
  readonly otherwise: Answer
}

/** How a talk can end. */
export interface Ending {
  readonly id: string
  readonly grade: 'good' | 'half' | 'cut-off'
  readonly title: string
  /** The other side's last words. */
  readonly says?: Says
  /** What this end means. */
  readonly means: string
  /** What to try next time. */
  readonly next?: string
}

/** A step between guarded and open. */
export interface Mood {
  readonly id: string
  readonly name: string
  /** What can be seen of it. */
  readonly looks: string
}

/** A difficult talk to practise. Texts may hold `{name}`; what answers a judgment may hold `{words}`, the words it was found in. */
export interface Scenario {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly practices?: readonly number[]
  readonly other: { readonly name: string; readonly who: string }
  /** What the player is to them. */
  readonly you: string
  /** Facts, one a line. */
  readonly situation: readonly string[]
  readonly goal: string
  /** The most guarded first. */
  readonly moods: readonly Mood[]
  readonly start: { readonly state: string; readonly mood: string }
  readonly states: readonly State[]
  /** What follows a move in every state that has no answer of its own for it. */
  readonly anywhere: readonly Turn[]
  readonly endings: readonly Ending[]
  /** After so many turns the time is over. */
  readonly limit: { readonly turns: number; readonly to: string }
}

/** The kinds that a turn answers. */
export function kindsOf(turn: Turn): readonly string[] {
  return typeof turn.on === 'string' ? [turn.on] : turn.on
}

/** The wordings for a mood: its own, else those of the nearest mood that has some, the more guarded first; empty where there are none. */
export function linesFor(says: Says | undefined, mood: number, moods: readonly Mood[]): readonly string[] {
  if (says === undefined) return []
  if (isSame(says)) return says
  for (let far = 0; far < moods.length; far += 1) {
    for (const at of [mood - far, mood + far]) {
      const lines = says[moods[at]?.id ?? '']
      if (lines !== undefined) return lines
    }
  }
  return []
}

/** Whether the words are the same in every mood. */
export function isSame(says: Says): says is readonly string[] {
  return Array.isArray(says)
}
