import { barrierRow, isOpen as isInTheWay } from '../barriers/list.ts'
import { ideasOf } from '../ideas/list.ts'
import { foldEvents, goalState, promiseState, type StoredEvent } from '../notebook/events.ts'
import { digestOf } from '../notebook/index/digest.ts'
import type { StoredNote } from '../notebook/note.ts'

/** Something that is still open, in its own words. */
export interface OpenThing {
  readonly what: 'goal' | 'barrier' | 'promise' | 'agreement' | 'idea'
  readonly words: string
}

type Events = ReadonlyMap<string, readonly StoredEvent[]>

/** What is still open in each note that holds something open, by the note's id. `notes` are all of the notebook. */
export function openIn(notes: readonly StoredNote[]): ReadonlyMap<string, readonly OpenThing[]> {
  const events = foldEvents(notes.map(({ note }) => note.facts))
  const open = notes.map((one) => [one.note.facts.id, thingsIn(one, events)] as const)
  return new Map(open.filter(([, things]) => things.length > 0))
}

function thingsIn(stored: StoredNote, events: Events): readonly OpenThing[] {
  const { facts } = stored.note
  const digest = digestOf(stored)
  const status = facts.kind === 'goal' ? goalState(facts.id, events).status : undefined
  const isOver = status !== undefined && status !== 'proposed' && status !== 'agreed'
  const barrier = barrierRow(facts, stored.path, events)
  const promised = (facts.items ?? []).flatMap((item): readonly OpenThing[] => {
    if (item.kind !== 'promise' && item.kind !== 'agreement') return []
    if (isOver || promiseState(item, events).status !== 'open') return []
    return [{ what: item.kind, words: digest.words[item.id] ?? item.label ?? '' }]
  })
  const ideas = ideasOf(digest, events).filter(({ state }) => state === 'open' || state === 'tried')
  return [
    ...(status !== undefined && !isOver ? [{ what: 'goal' as const, words: facts.title }] : []),
    ...(barrier !== undefined && isInTheWay(barrier)
      ? [{ what: 'barrier' as const, words: barrier.words }]
      : []),
    ...promised,
    ...ideas.map(({ title }) => ({ what: 'idea' as const, words: title })),
  ]
}
