import { isDay, timeOfDay } from '../dates.ts'
import { formFactsOf } from '../forms/facts.ts'
import { plannedTalk } from '../talk/held.ts'
import { type Digest, digestEvidence } from './index/digest.ts'
import type { Facts, Item } from './note.ts'
import type { OpenForm, OpenGoal, OpenItem, UnusedEvidence } from './standing.ts'

/** What has to be remembered of the notes about one person until all events are known. */
export interface Gathered {
  notes: number
  readonly promises: (Omit<OpenItem, 'by'> & { readonly item: Item; readonly goal?: string })[]
  readonly goals: Omit<OpenGoal, 'status'>[]
  readonly evidence: UnusedEvidence[]
  readonly forms: (OpenForm & { readonly state: 'asked' | 'received' })[]
  readonly barriers: { readonly facts: Facts; readonly path: string }[]
  readonly talks: (Pick<Facts, 'id' | 'kind' | 'person' | 'date' | 'created'> & {
    readonly path: string
    readonly next?: { readonly on: string; readonly at?: string }
    readonly held?: string
    /** A session only: when its talk is to be. */
    readonly planned?: { readonly on: string; readonly at?: string }
    readonly cites: readonly string[]
  })[]
  lastPraise?: string
}

/** Nothing yet. */
export function emptyGathered(): Gathered {
  return { notes: 0, promises: [], goals: [], evidence: [], forms: [], barriers: [], talks: [] }
}

/** Adds what one note says to what its person's other notes said; `strengths` takes the ids of evidence of something that went well. */
export function gather(own: Gathered, digest: Digest, strengths: Set<string>): void {
  const { facts, path, words } = digest
  own.notes += 1
  for (const item of facts.items ?? []) {
    if (item.kind === 'promise' || item.kind === 'agreement') {
      const text = words[item.id] ?? textOf(item.text) ?? item.label ?? ''
      const goal = facts.kind === 'goal' ? { goal: facts.id } : {}
      // What was agreed in a talk is from that day, whenever the talk was prepared.
      const from = dayOf(item.date) ?? facts.date
      const who = item.kind === 'promise' ? otherThanYou(item.who) : undefined
      const promise = { id: item.id, kind: item.kind, words: text, from, path, item, ...goal }
      own.promises.push(who === undefined ? promise : { ...promise, who })
    }
    if (item.kind === 'recognition') praise(own, dayOf(item.date) ?? facts.date)
  }
  if (facts.kind === 'goal') {
    const said = (['by', 'baseline', 'target'] as const).flatMap((key) => {
      const value = factOf(facts, key)
      return value === undefined ? [] : [[key, value] as const]
    })
    own.goals.push({
      id: facts.id,
      title: facts.title,
      ...Object.fromEntries(said),
      from: facts.date,
      path,
    })
  }
  if (facts.kind === 'form') {
    const form = formFactsOf(facts)
    if (form !== undefined)
      own.forms.push({ ...form, id: facts.id, title: facts.title, on: facts.date, path })
  }
  for (const { id, date, side } of digestEvidence(digest)) {
    if (side === 'strength') strengths.add(id)
    own.evidence.push({ id, date, ...(typeof side === 'string' ? { side } : {}), path })
  }
  if (facts.kind === 'barrier') own.barriers.push({ facts, path })
  if ((facts.kind === 'session' && !isInPlace(facts)) || facts.kind === 'checkin') {
    const { id, kind, person, date, created } = facts
    const next = nextOf(facts.checkin)
    const held = dayOf(facts.held)
    const planned = facts.kind === 'session' ? plannedTalk(facts) : undefined
    own.talks.push({
      ...{ id, kind, person, date, created, path, cites: (facts.evidence ?? []).map((cite) => cite.id) },
      ...(next === undefined ? {} : { next }),
      ...(held === undefined ? {} : { held }),
      ...(planned === undefined ? {} : { planned }),
    })
  }
}

/** Who promised something, where it was somebody else than the mentor. */
export function otherThanYou(who: unknown): string | undefined {
  const name = textOf(who)?.trim()
  return name === undefined || name === '' || /^(?:i|me|myself|you|we|us)$/i.test(name) ? undefined : name
}

/** Words that say whose they are, where somebody else than the mentor promised them. */
export function withWhose({ words, who }: { readonly words: string; readonly who?: string }): string {
  return who === undefined || words.startsWith(who) ? words : `${who}: ${words}`
}

/** Whether a session ended in a barrier note: no feedback was prepared, so it is no talk that was or will be. */
export function isInPlace(facts: Facts): boolean {
  return facts.outcome === 'barrier'
}

function nextOf(value: unknown): { readonly on: string; readonly at?: string } | undefined {
  const plain = dayOf(value)
  if (plain !== undefined) return { on: plain }
  if (typeof value !== 'object' || value === null || !('date' in value)) return undefined
  const on = dayOf(value.date)
  if (on === undefined) return undefined
  const at = 'time' in value ? timeOfDay(value.time) : undefined
  return at === undefined ? { on } : { on, at }
}

/** Something that went well was said on a day. */
export function praise(own: Gathered, day: string): void {
  if (own.lastPraise === undefined || own.lastPraise < day) own.lastPraise = day
}

/** A plain day, or undefined for anything else that a hand may have written. */
export function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function factOf(facts: Facts, key: string): string | undefined {
  const value = facts[key] ?? facts.choices?.[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
