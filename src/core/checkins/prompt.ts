import { foldEvents, goalState } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Person } from '../notebook/note.ts'
import type { OpenItem, Standing } from '../notebook/standing.ts'
import { withWhose } from '../notebook/standing-gather.ts'
import type { NextCheckin } from './due.ts'

/** Something both know of: its words, and its plain days where there are any. */
export interface PromptItem {
  readonly id: string
  readonly text: string
  /** When it was said. */
  readonly from?: string
  readonly by?: string
  /** Goals only: where it stood last, as it was said, and when. */
  readonly last?: { readonly value: string; readonly on: string }
}

/** What is sent to somebody before a check-in. It holds nothing that the two have not shared already. */
export interface Prompt {
  readonly person: Person
  /** The plain day it is sent. */
  readonly today: string
  readonly next?: NextCheckin
  /** By the one who sends it, and by the one who gets it. */
  readonly promised: readonly PromptItem[]
  readonly agreed: readonly PromptItem[]
  readonly goals: readonly PromptItem[]
  readonly questions: readonly string[]
  /** Name of the sender, where it is known. */
  readonly author?: string
}

/**
 * What is open between the two, as both know it: goals only once they are agreed, and nothing out of a session whose talk
 * is still to come on `today`. `digests` are those of the person's notes.
 */
export function sharedItems(
  standing: Standing | undefined,
  digests: readonly Digest[],
  today: string,
): Pick<Prompt, 'promised' | 'agreed' | 'goals'> {
  if (standing === undefined) return { promised: [], agreed: [], goals: [] }
  const ahead = new Set(digests.filter(({ facts }) => isAhead(facts.talk, today)).map(({ path }) => path))
  const open = (items: readonly OpenItem[]) =>
    items
      .filter(({ path }) => !ahead.has(path))
      .map((item) => shown(item.id, withWhose(item), item.from, item.by))
  const events = foldEvents(digests.map(({ facts }) => facts))
  const goals = standing.goals
    .filter(({ status }) => status === 'agreed')
    .map(({ id, title, by }) => {
      const digest = digests.find(({ facts }) => facts.id === id)
      const last = goalState(id, events).progress.findLast(({ value }) => value !== undefined)
      const told = last?.value === undefined ? {} : { last: { value: last.value, on: last.on } }
      return { ...shown(id, (digest?.goal ?? title).split('\n\n')[0] ?? title, undefined, by), ...told }
    })
  return { promised: open(standing.promises), agreed: open(standing.agreements), goals }
}

function shown(id: string, words: string, from: string | undefined, by: string | undefined): PromptItem {
  const text = words.replace(/\s+/g, ' ').trim()
  return { id, text, ...(from === undefined ? {} : { from }), ...(by === undefined ? {} : { by }) }
}

function isAhead(talk: unknown, today: string): boolean {
  return (
    typeof talk === 'object' &&
    talk !== null &&
    'date' in talk &&
    typeof talk.date === 'string' &&
    talk.date > today
  )
}
