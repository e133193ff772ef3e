import { splitInstant } from '../dates.ts'
import { parseNote } from '../notebook/codec.ts'
import type { Note } from '../notebook/note.ts'
import { setFact } from '../notebook/splice.ts'
import { Trouble } from '../problem.ts'
import { dayOrMistake } from './day-or-mistake.ts'
import { evidenceDay } from './note.ts'
import { type Differing, differingFacts, evidenceIn, saidOf } from './said-facts.ts'

/** One fact that followed its line: `now` is a plain day or a ticket, absent where the line says none any more. */
export interface Followed {
  readonly label: string
  readonly fact: 'day' | 'ticket'
  readonly now?: string
}

/** An edited note with the facts that followed its lines, and what does not agree even so. */
export interface Settled {
  readonly text: string
  readonly followed: readonly Followed[]
  readonly differing: readonly Differing[]
}

/**
 * Lets the facts of evidence follow its lines after an edit: where the line of an item was changed and its facts were not,
 * the day and the ticket that the line says now become its facts. `today` is a plain day; a day without a year is read as
 * the last one before it. Both texts have to be notes.
 */
export function followLines(before: string, after: string, path: string, today: string): Settled {
  const was = parseNote(before, path).note
  const edited = parseNote(after, path).note
  let text = after
  const followed: Followed[] = []
  for (const change of changesIn(was, edited, today)) {
    const { index, key, value, ...told } = change
    const next = trySet(text, ['items', index, key], value, path)
    if (next === undefined) continue
    text = next
    followed.push(told)
  }
  if (followed.some(({ fact }) => fact === 'day')) text = noteDay(was, text, path)
  return { text, followed, differing: differingFacts(parseNote(text, path).note) }
}

interface Change extends Followed {
  readonly index: number
  readonly key: 'date' | 'ticket'
  readonly value: string | undefined
}

function changesIn(was: Note, edited: Note, today: string): readonly Change[] {
  const items = edited.facts.items ?? []
  return evidenceIn(edited).flatMap((item): readonly Change[] => {
    const old = was.facts.items?.find(({ id }) => id === item.id)
    const [before, now] = [saidOf(was, item.label), saidOf(edited, item.label)]
    if (old === undefined || now === undefined || before?.line === now.line) return []
    const index = items.findIndex(({ id }) => id === item.id)
    const day = now.day === undefined ? undefined : dayIn(now.day, today)
    const isRead = now.day === undefined ? before?.day !== undefined : day !== undefined
    const change = (
      key: Change['key'],
      fact: Followed['fact'],
      value: string | undefined,
    ): readonly Change[] =>
      old[key] !== item[key] || item[key] === value
        ? []
        : [{ label: item.label, fact, index, key, value, ...(value === undefined ? {} : { now: value }) }]
    return [
      ...(isRead ? change('date', 'day', day) : []),
      ...(now.ticket === before?.ticket ? [] : change('ticket', 'ticket', now.ticket)),
    ]
  })
}

/** Undefined for what can mean two days, and for a day that is still to come: nothing is guessed. */
function dayIn(words: string, today: string): string | undefined {
  const read = dayOrMistake(words, today, 'past')
  return 'day' in read && read.day <= today ? read.day : undefined
}

/** A note of evidence has the day of its items where they share one, and goes on having it. */
function noteDay(was: Note, text: string, path: string): string {
  const { facts } = parseNote(text, path).note
  const written = splitInstant(facts.created)?.day ?? facts.date
  const isOurs = was.facts.kind === 'evidence' && was.facts.date === evidenceDay(daysOf(was), was.facts.date)
  const day = evidenceDay(daysOf({ ...was, facts }), written)
  if (!isOurs || facts.date !== was.facts.date || day === facts.date) return text
  return trySet(text, ['date'], day, path) ?? text
}

function daysOf(note: Note): readonly (string | undefined)[] {
  return evidenceIn(note).map(({ date }) => (typeof date === 'string' ? date : undefined))
}

/** What cannot be changed where it stands stays, and is told as not agreeing. */
function trySet(text: string, place: readonly (string | number)[], value: unknown, path: string) {
  try {
    return setFact(text, place, value, path)
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}
