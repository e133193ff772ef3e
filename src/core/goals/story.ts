import { foldEvents, promiseState, type StoredEvent } from '../notebook/events.ts'
import { quotedBelow } from '../notebook/items.ts'
import type { Note } from '../notebook/note.ts'
import type { NoteHead, NoteIndex } from '../ports/index-files.ts'
import { type GoalRow, goalsIn, withWay } from './rows.ts'
import { shareOfWay } from './way.ts'

/** One thing that happened on the way of a goal, oldest first; `words` are what was said then, `way` as in a row. */
export interface GoalStep {
  readonly on: string
  readonly what: string
  readonly value?: string
  readonly to?: string
  readonly goal?: string
  readonly why?: string
  readonly words?: string
  readonly evidence?: readonly string[]
  readonly way?: number
  /** Id and kind of the note that brings it. */
  readonly note: string
  readonly kind: string
}

/** A step or a support planned for a goal. `by` is its day after every move. */
export interface GoalPlanned {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly state: 'open' | 'kept' | 'dropped'
  readonly who?: string
  readonly by?: string
}

/** Everything that is known of one goal. */
export interface GoalStory {
  readonly row: GoalRow
  readonly note: Note
  readonly steps: readonly GoalStep[]
  readonly planned: readonly GoalPlanned[]
  /** Words of the evidence that the goal or its progress cites, by id. */
  readonly evidence: ReadonlyMap<string, string>
}

/** Follows one goal through all notes about the person. Undefined when its note cannot be read any more. */
export async function goalStory(index: NoteIndex, head: NoteHead): Promise<GoalStory | undefined> {
  const heads = index.about(head.person)
  const [digests, [stored]] = await Promise.all([index.digests(heads), index.notes([head])])
  const found = goalsIn(digests).find(({ id }) => id === head.id)
  if (found === undefined || stored === undefined) return undefined
  const row = withWay(found)
  const events = foldEvents(digests.map(({ facts }) => facts))
  const own = events.get(head.id) ?? []
  const notesWithEvents = heads.filter(({ id }) => own.some(({ note }) => note === id))
  const notes = new Map((await index.notes(notesWithEvents)).map(({ note }) => [note.facts.id, note]))
  const digest = digests.find(({ facts }) => facts.id === head.id)
  return {
    row,
    note: stored.note,
    steps: own.map((event, at) => {
      const isLast = own[at + 1]?.note !== event.note
      return stepOf(event, row, notes.get(event.note), isLast)
    }),
    planned: (stored.note.facts.items ?? []).map((item) => {
      const { status, due } = promiseState(item, events)
      const who = typeof item.who === 'string' ? { who: item.who } : {}
      const by = due === undefined ? {} : { by: due }
      return {
        id: item.id,
        kind: item.kind,
        words: digest?.words[item.id] ?? '',
        state: status,
        ...who,
        ...by,
      }
    }),
    evidence: await cited(index, heads, own, stored.note),
  }
}

/** The words of a note stand with the last thing it brings. */
function stepOf(event: StoredEvent, row: GoalRow, note: Note | undefined, isLast: boolean): GoalStep {
  const { on, what, value, to, goal, why, evidence } = event
  // What it was set to begin or end with is no place where it stood.
  const isStand = value !== undefined && what !== 'baseline' && what !== 'target'
  const way = isStand ? shareOfWay({ ...row, now: value }) : undefined
  const words = isLast && note?.facts.kind === 'update' ? note.lead.trim() : saidIn(note, event.as)
  const told = { value, to, goal, why, evidence, way, words: words === '' ? undefined : words }
  const known = Object.fromEntries(Object.entries(told).filter(([, one]) => one !== undefined))
  return { on, what, ...known, note: event.note, kind: note?.facts.kind ?? 'update' }
}

/** What the person said at a check-in, which quotes it below the goal. */
function saidIn(note: Note | undefined, label: string | undefined): string {
  if (note === undefined || label === undefined) return ''
  return (
    note.sections.map((section) => quotedBelow(section, label)).find((words) => words !== undefined) ?? ''
  )
}

async function cited(
  index: NoteIndex,
  heads: readonly NoteHead[],
  events: readonly StoredEvent[],
  note: Note,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set([
    ...events.flatMap(({ evidence = [] }) => evidence),
    ...(note.facts.evidence ?? []).map(({ id }) => id),
  ])
  if (wanted.size === 0) return new Map()
  const all = await index.evidence(heads)
  return new Map(all.filter(({ id }) => wanted.has(id)).map(({ id, title }) => [id, title]))
}
