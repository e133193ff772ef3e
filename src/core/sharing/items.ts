import { barrierRow } from '../barriers/list.ts'
import { foldEvents, goalState, promiseState, type StoredEvent } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Facts, Item, Note } from '../notebook/note.ts'
import type { SharedItem } from './copy.ts'

/** All that is known of one person's notes, for telling what became of the things in them. */
export interface Known {
  readonly events: ReadonlyMap<string, readonly StoredEvent[]>
  readonly items: ReadonlyMap<
    string,
    { readonly item: Item; readonly words: string; readonly digest: Digest }
  >
  readonly goals: ReadonlyMap<string, Digest>
  readonly digests: readonly Digest[]
}

/** Gathers what is known from all notes about somebody. */
export function knownFrom(digests: readonly Digest[]): Known {
  const items = new Map<string, { item: Item; words: string; digest: Digest }>()
  for (const digest of digests) {
    for (const item of digest.facts.items ?? [])
      items.set(item.id, { item, words: digest.words[item.id] ?? '', digest })
  }
  const goals = digests.filter(({ facts }) => facts.kind === 'goal')
  return {
    digests,
    events: foldEvents(digests.map(({ facts }) => facts)),
    items,
    goals: new Map(goals.map((digest) => [digest.facts.id, digest])),
  }
}

/** What was agreed in talks and check-ins, as the notes hold it, by slug; the longest first. Plans that the mentor wrote are no such thing. */
export function agreedWords({ items }: Known): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, Set<string>>()
  for (const { item, words, digest } of items.values()) {
    const { kind, person } = digest.facts
    if (item.kind !== 'agreement' || !(item.date !== undefined || kind === 'checkin')) continue
    // One short word stands in many sentences.
    if (words.trim().length < 8) continue
    all.set(person, (all.get(person) ?? new Set()).add(words.trim()))
  }
  return new Map([...all].map(([slug, words]) => [slug, [...words].sort((a, b) => b.length - a.length)]))
}

/** The notes, besides this one, that hold evidence it cites; relative to the notebook. */
export function citedPaths({ facts }: Note, { items }: Known): readonly string[] {
  const found = (facts.evidence ?? []).flatMap(({ id }) => items.get(id)?.digest ?? [])
  return [...new Set(found.filter((digest) => digest.facts.id !== facts.id).map(({ path }) => path))]
}

/** The labels under which a note cites evidence that was read in from an export. */
export function importedLabels({ facts }: Note, { items }: Known): readonly string[] {
  return (facts.evidence ?? []).flatMap(({ id, as }) => (isImport(items.get(id)?.digest.facts) ? [as] : []))
}

/** Whether a note holds rows of an export. */
export function isImport(facts: Facts | undefined): boolean {
  return facts?.import !== undefined
}

/** The things of a note one by one: what it holds, the evidence it cites and the goals it proposes, each with its state. */
export function itemsOf(note: Note, known: Known): readonly SharedItem[] {
  const { facts } = note
  const cited = (facts.evidence ?? []).flatMap(({ id, as }) => {
    const found = known.items.get(id)
    return found === undefined ? [] : [sharedItem({ ...found.item, label: as }, found.words, known)]
  })
  const own = (facts.items ?? []).map((item) =>
    sharedItem(item, known.items.get(item.id)?.words ?? '', known),
  )
  const goals = (facts.goals ?? []).flatMap((id) => {
    const goal = known.goals.get(id)
    return goal === undefined ? [] : [goalItem(goal.facts, goal.goal, known)]
  })
  return [...cited, ...own, ...goals, ...itself(note, known)]
}

/** A goal and a barrier are notes of their own, and one thing each. */
function itself({ facts }: Note, known: Known): readonly SharedItem[] {
  if (facts.kind === 'goal') return [goalItem(facts, known.goals.get(facts.id)?.goal, known)]
  const row = barrierRow(facts, '', known.events)
  if (row === undefined) return []
  return [
    filled({
      id: row.id,
      kind: 'barrier',
      date: row.from,
      state: row.state,
      area: row.area,
      words: row.words,
    }),
  ]
}

function goalItem(facts: Facts, words: string | undefined, { events }: Known): SharedItem {
  const state = goalState(facts.id, events)
  const by = state.due ?? textOf(facts.by)
  return filled({
    id: facts.id,
    kind: 'goal',
    date: facts.date,
    by,
    state: state.status,
    words: words ?? facts.title,
  })
}

function sharedItem(item: Item, words: string, { events }: Known): SharedItem {
  const promise =
    item.kind === 'promise' || item.kind === 'agreement' ? promiseState(item, events) : undefined
  const last = events.get(item.id)?.at(-1)?.what
  return filled({
    ...{ id: item.id, kind: item.kind, label: item.label, words },
    date: textOf(item.date),
    by: promise === undefined ? textOf(item.by) : promise.due,
    state: promise?.status ?? (item.kind === 'idea' ? (last ?? 'open') : undefined),
    side: textOf(item.side),
    source: textOf(item.source),
    area: textOf(item.area),
    ticket: textOf(item.ticket),
    link: textOf(item.link),
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== ''
    ? value
    : typeof value === 'number'
      ? String(value)
      : undefined
}

function filled(
  given: { readonly [Key in keyof SharedItem]: SharedItem[Key] | undefined } & Pick<
    SharedItem,
    'id' | 'kind' | 'words'
  >,
): SharedItem {
  const { id, kind, words, ...rest } = given
  const told = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { id, kind, ...told, words }
}
