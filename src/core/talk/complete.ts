import { parseNote } from '../notebook/codec.ts'
import type { Facts, Item, Note, NoteEvent, Section } from '../notebook/note.ts'
import { setFact } from '../notebook/splice.ts'
import { addSections } from '../notebook/splice-body.ts'
import { defined } from '../session/facts.ts'
import { ownSections } from '../session/own-sections.ts'
import { checkinPlanned } from './held.ts'

/** What a talk adds to the note of its session. */
export interface Told {
  /** Plain day. */
  readonly held: string
  /** When it was written down: ISO instant, UTC. */
  readonly at: string
  readonly template: string
  readonly asked: Facts['asked']
  readonly choices: Facts['choices']
  readonly items: readonly Item[]
  readonly events: readonly NoteEvent[]
  /** Ids of goals that were set in the talk. */
  readonly goals: readonly string[]
  /** The next check-in: another day, none at all, or, when it is not mentioned, as it was. */
  readonly checkin?: { readonly next: Facts['checkin'] }
  readonly sections: readonly (Section & { readonly id: string })[]
  /** Ids of the sections among them that are the mentor's own. */
  readonly own: readonly string[]
}

/** When the talk of a session was written down: the instant of the save, or undefined while it was not. */
export function toldAt({ talked }: Facts): string | undefined {
  const isMap = typeof talked === 'object' && talked !== null && 'at' in talked
  return isMap && typeof talked.at === 'string' ? talked.at : undefined
}

/** The text of a session's note with what was said and agreed; every byte that was there stays. Throws `data` where that cannot be. */
export function completeSession(source: string, path: string, given: Told): string {
  const { note } = parseNote(source, path)
  const told = fitted(given, note)
  const { facts } = note
  const evidence = facts.sections?.evidence
  const changes: readonly (readonly [readonly (string | number)[], unknown])[] = [
    [['held'], told.held],
    ...appended('items', facts.items, told.items),
    ...appended('events', facts.events, told.events),
    ...appended('goals', facts.goals, told.goals),
    ...(told.checkin === undefined || isSameCheckin(facts, told.checkin.next)
      ? []
      : [[['checkin'], told.checkin.next] as const]),
    ...(told.own.length === 0 ? [] : [[['own'], [...ownSections(note.facts), ...told.own]] as const]),
    [['talked'], talkedFact(told)],
    ...told.sections.map(({ id, heading }) => [['sections', id], heading] as const),
  ]
  const added = addSections(source, told.sections, evidence, path)
  return changes.reduce((text, [place, value]) => setFact(text, place, value, path), added)
}

/** The text of a session's private part with what the mentor noted afterwards. */
export function completePrivate(source: string, path: string, part: Note, told: Told): string {
  const added = addSections(source, part.sections, undefined, path)
  const { asked, choices } = part.facts
  const talked = talkedFact({ ...told, asked, choices })
  const ids = part.sections.flatMap(({ id, heading }) => (id === undefined ? [] : [[id, heading] as const]))
  const named = ids.reduce((text, [id, heading]) => setFact(text, ['sections', id], heading, path), added)
  return setFact(named, ['talked'], talked, path)
}

function talkedFact({ template, at, asked, choices }: Told): object {
  return { template, at, ...defined({ asked, choices }) }
}

function appended(
  key: string,
  before: readonly unknown[] | undefined,
  more: readonly unknown[],
): readonly (readonly [readonly (string | number)[], unknown])[] {
  if (more.length === 0) return []
  if (before === undefined || before.length === 0) return [[[key], more]]
  return more.map((one, index) => [[key, before.length + index], one] as const)
}

function isSameCheckin(facts: Facts, next: unknown): boolean {
  return typeof next === 'string' && checkinPlanned(facts) === next
}

/** Labels go on counting where those of the note end, and ids of sections that are taken get another one. */
function fitted(told: Told, { facts }: Note): Told {
  const offsets = new Map(['P', 'A', 'I'].map((letter) => [letter, highest(facts.items ?? [], letter)]))
  const later = (label: string): string =>
    label.replace(/^([A-Z])(\d+)$/, (_all, letter: string, number: string) => {
      return `${letter}${Number(number) + (offsets.get(letter) ?? 0)}`
    })
  const taken = facts.sections ?? {}
  const idFor = (id: string): string => (id in taken ? `${id}-talk` : id)
  return {
    ...told,
    items: told.items.map((item) =>
      item.label === undefined ? item : { ...item, label: later(item.label) },
    ),
    sections: told.sections.map(({ id, heading, text }) => ({
      id: idFor(id),
      heading,
      text: text.replace(/^- ([PAI]\d+)(?= · |$)/gm, (_all, label: string) => `- ${later(label)}`),
    })),
    own: told.own.map(idFor),
  }
}

function highest(items: readonly Item[], letter: string): number {
  const numbers = items.flatMap(({ label }) => {
    const found = new RegExp(`^${letter}(\\d+)$`).exec(label ?? '')
    return found === null ? [] : [Number(found[1])]
  })
  return Math.max(0, ...numbers)
}
