import { readFilters } from '../notebook/filters.ts'
import { shortId } from '../notebook/ids.ts'
import { findNote } from '../notebook/load.ts'
import type { NoteKind, Person, StoredNote } from '../notebook/note.ts'
import { compareRows, matchesRow, type Query } from '../notebook/query.ts'
import type { NoteHead, NoteIndex } from '../ports/index-files.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import type { Reader } from './copy.ts'
import { isImport } from './items.ts'

/** Which notes: ids, or filters as they were given. */
interface Choice {
  readonly ids: readonly string[]
  readonly filters: Readonly<Record<string, unknown>>
}

/** The notes chosen, oldest first, and how many of each kind fit and are not handed to this reader unless they are named. */
export interface Chosen {
  readonly notes: readonly StoredNote[]
  readonly passedOver: ReadonlyMap<NoteKind, number>
  /** Rows of exports that a lead is not handed, and of how many people they are. */
  readonly rows?: { readonly count: number; readonly people: number }
}

/** Filters that choose notes. */
const FILTERS = ['person', 'kind', 'since', 'until', 'template', 'goal'] as const

/** What a reader is handed without naming a kind. Forms are somebody else's words; evidence of its own may hold what no talk has used. */
const KINDS: Readonly<Record<Reader, readonly NoteKind[]>> = {
  mentor: ['session', 'checkin', 'evidence', 'goal', 'form', 'barrier', 'update'],
  person: ['session', 'checkin', 'goal'],
  lead: ['session', 'checkin', 'goal', 'barrier'],
}

/**
 * Finds the notes that are to leave. Throws `usage` where nothing or two things are said or nothing fits, and what
 * `findNote` and `readFilters` throw.
 */
export async function chooseNotes(
  context: Context,
  index: NoteIndex,
  people: readonly Person[],
  reader: Reader,
  { ids, filters }: Choice,
): Promise<Chosen> {
  const named = FILTERS.filter((name) => filters[name] !== undefined)
  if (ids.length > 0 && named.length > 0) throw both(named)
  if (ids.length === 0 && named.length === 0) throw neither()
  if (ids.length > 0) {
    const files = await context.notebook()
    const found = await Promise.all(ids.map((id) => findNote(files, id)))
    const once = [...new Map(found.map((stored) => [stored.note.facts.id, stored])).values()]
    return { notes: once.sort((a, b) => compareRows(a.note.facts, b.note.facts)), passedOver: new Map() }
  }
  const heads = await headsFor(context, index, people, filters)
  const kept = filters.kind === undefined ? heads.filter(({ kind }) => KINDS[reader].includes(kind)) : heads
  const passedOver = new Map<NoteKind, number>()
  for (const { kind } of heads)
    if (!KINDS[reader].includes(kind)) passedOver.set(kind, (passedOver.get(kind) ?? 0) + 1)
  if (kept.length === 0) throw nothing(passedOver)
  return {
    notes: await index.notes(kept.toSorted(compareRows)),
    passedOver: filters.kind === undefined ? passedOver : new Map(),
  }
}

async function headsFor(
  context: Context,
  index: NoteIndex,
  people: readonly Person[],
  filters: Choice['filters'],
): Promise<readonly NoteHead[]> {
  const query: Query = await readFilters(context, filters, people)
  const heads = index.heads.filter((head) => matchesRow(head, query))
  return typeof filters.goal === 'string' ? ofGoal(context, index, filters.goal, heads) : heads
}

/** A goal, the session that proposed it, and every note that tells how it went. */
async function ofGoal(
  context: Context,
  index: NoteIndex,
  typed: string,
  heads: readonly NoteHead[],
): Promise<readonly NoteHead[]> {
  const { facts: goal } = (await findNote(await context.notebook(), typed)).note
  if (goal.kind !== 'goal') {
    throw new Trouble({
      kind: 'usage',
      message: `${typed} is no goal.`,
      mend: 'tactful goal list shows the goals with their ids.',
    })
  }
  const near = heads.filter(({ person }) => person === goal.person)
  const facts = await index.facts(near)
  return near.filter((head, at) => {
    const { goals = [], events = [] } = facts[at] ?? {}
    const tells = events.some(({ of }) => of === goal.id)
    return head.id === goal.id || goal.session === head.id || goals.includes(goal.id) || tells
  })
}

/**
 * What of these notes a lead may be handed: no rows of an export. Whoever has the same file knows by day, words and count whose they are. Throws
 * `usage` where nothing is left.
 */
export function forLead(chosen: Chosen): Chosen {
  const [read, others] = [true, false].map((is) =>
    chosen.notes.filter(({ note }) => isImport(note.facts) === is),
  )
  if (read === undefined || others === undefined || read.length === 0) return chosen
  const count = read.reduce((sum, { note }) => sum + (note.facts.items ?? []).length, 0)
  const people = new Set(read.map(({ note }) => note.facts.person)).size
  if (others.length > 0) return { ...chosen, notes: others, rows: { count, people } }
  const whose = people === 1 ? 'one person' : `${people} people`
  throw new Trouble({
    kind: 'usage',
    message: `${count === 1 ? 'One row of an export stays' : `${count} rows of an export stay`} here, about ${whose}: a lead would know them by the file.`,
    mend: 'tactful trends shows what several people have in common.',
  })
}

/** Several people in one copy for one of them would tell each about the others. */
export function checkOnePerson(notes: readonly StoredNote[]): void {
  const people = new Set(notes.map(({ note }) => note.facts.person))
  if (people.size < 2) return
  throw new Trouble({
    kind: 'usage',
    message: `These notes are about ${people.size} people, and a copy for the person is for one of them.`,
    mend: 'Add --person NAME, and make one copy for each.',
  })
}

/** A barrier is no feedback: its note is for whoever can change it. */
export function checkNoBarrier(notes: readonly StoredNote[]): void {
  const barrier = notes.find(({ note }) => note.facts.kind === 'barrier')?.note.facts
  if (barrier === undefined) return
  throw new Trouble({
    kind: 'usage',
    message: `"${clipped(barrier.title)}" is a barrier, and is for whoever can change it.`,
    mend: `Their copy: tactful barrier show ${shortId(barrier.id)} --for-owner`,
  })
}

function clipped(title: string): string {
  return [...title].length > 60 ? `${[...title].slice(0, 59).join('').trimEnd()}…` : title
}

function both(named: readonly string[]): Trouble {
  return new Trouble({
    kind: 'usage',
    message: `Name notes by their ids, or by ${named.map((name) => `--${name}`).join(' and ')}, but not both.`,
  })
}

function neither(): Trouble {
  return new Trouble({
    kind: 'usage',
    message: 'Say which notes to copy.',
    mend: 'Name them by the end of their id, or add --person, --kind, --since, --until, --template or --goal.',
  })
}

function nothing(passedOver: ReadonlyMap<NoteKind, number>): Trouble {
  const kinds = [...passedOver.keys()]
  return new Trouble({
    kind: 'usage',
    message: 'No note fits what you asked for.',
    mend:
      kinds.length === 0
        ? 'tactful list shows what there is.'
        : `Notes of another kind do: add --kind ${kinds.join(' or --kind ')}.`,
  })
}
