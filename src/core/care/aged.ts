import { formatDay, isDay } from '../dates.ts'
import { foldEvents, goalState } from '../notebook/events.ts'
import { everyoneIn } from '../notebook/load.ts'
import type { Facts, Person, StoredNote } from '../notebook/note.ts'
import { type Retention, readRetention, retentionLimit } from '../notebook/retention.ts'
import { teamSettings } from '../notebook/team-settings.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import type { Complaint } from './complaint.ts'
import { countedFrom, isDaysAlone } from './last-held.ts'
import { type OpenThing, openIn } from './open-in.ts'

/** How long notes are kept, and the plain day before which they are too old. */
export interface Kept extends Retention {
  readonly limit: string
}

/** What is too old of one person's notes: what may go, and what stays because something in it is still open. */
export interface Aged {
  readonly person: Person
  readonly old: readonly StoredNote[]
  /** What holds something open, what was noted about it since, and for a goal the session it comes from and the evidence of both. */
  readonly open: readonly StoredNote[]
  /** What is open in those, in the order of the notes. */
  readonly things: readonly OpenThing[]
  /** Those of `old` of which the days stay, without a word, as the next check-in is counted from them. */
  readonly days: readonly StoredNote[]
}

/** How long this notebook keeps notes; undefined where `tactful.yaml` does not say so, or not so that it can be read. */
export async function retentionIn(files: NoteFiles, today: string): Promise<Kept | undefined> {
  const found = readRetention(await settingIn(files))
  return found === undefined ? undefined : { ...found, limit: retentionLimit(found, today) }
}

/** Settings that cannot be read are told of elsewhere. */
async function settingIn(files: NoteFiles): Promise<unknown> {
  try {
    return (await teamSettings(files)).find(({ key }) => key === 'retention')?.value
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}

/** The notes last touched before the day `limit`, person by person in the order of their names; nobody without any. */
export function agedNotes(
  notes: readonly StoredNote[],
  people: readonly Person[],
  limit: string,
): readonly Aged[] {
  const open = openIn(notes)
  const subjects = subjectsIn(notes)
  const touched = touchedIn(notes, subjects)
  const isAged = (id: string): boolean => (touched.get(id) ?? '') < limit
  const needed = neededBy(notes, open)
  // What was noted later about something stays and goes with it.
  const isKept = ({ note }: StoredNote): boolean =>
    [note.facts.id, ...(subjects.get(note.facts.id) ?? [])].some((id) => needed.has(id))
  const isOld = ({ note }: StoredNote): boolean =>
    isAged(note.facts.id) && (subjects.get(note.facts.id) ?? []).every(isAged)
  const counted = new Set(everyoneIn(people, factsOf(notes)).flatMap((person) => countedFrom(notes, person)))
  const aged = notes.filter((one) => isOld(one) && !(counted.has(one) && isDaysAlone(one)))
  return everyoneIn(people, factsOf(aged))
    .map((person) => {
      const own = aged.filter(({ note }) => note.facts.person === person.slug)
      const [old, stays] = [own.filter((one) => !isKept(one)), own.filter(isKept)]
      const things = stays.flatMap(({ note }) => open.get(note.facts.id) ?? [])
      return { person, old, open: stays, things, days: old.filter((one) => counted.has(one)) }
    })
    .filter(({ old, open: stays }) => old.length + stays.length > 0)
    .sort((a, b) => (a.person.name < b.person.name ? -1 : 1))
}

function factsOf(notes: readonly StoredNote[]): readonly Facts[] {
  return notes.map(({ note }) => note.facts)
}

/** For each note that says what became of others, the ids of those, as far as they are there. */
function subjectsIn(notes: readonly StoredNote[]): ReadonlyMap<string, readonly string[]> {
  const facts = factsOf(notes)
  const holder = new Map(
    facts.flatMap((one) =>
      [one.id, ...(one.items ?? []).map(({ id }) => id)].map((id) => [id, one.id] as const),
    ),
  )
  return new Map(
    facts
      .filter(({ events = [] }) => events.length > 0)
      .map(({ id, events = [] }) => [id, events.flatMap(({ of }) => holder.get(of) ?? [])]),
  )
}

/** The latest day that each note tells of, or a later note does of it. */
function touchedIn(
  notes: readonly StoredNote[],
  subjects: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const days = new Map(factsOf(notes).map((facts) => [facts.id, lastTouched(facts)]))
  for (const [id, about] of subjects) {
    const day = days.get(id) ?? ''
    for (const one of about) if ((days.get(one) ?? '') < day) days.set(one, day)
  }
  return days
}

/** What `doctor` says of notes that are too old, one complaint a person; the first says what to do. */
export function agedComplaints(aged: readonly Aged[], { words }: Kept): readonly Complaint[] {
  return aged
    .filter(({ old }) => old.length > 0)
    .map(({ person, old, open }, at) => ({
      kind: 'old',
      path: '',
      message: [
        `${person.name}: ${count(old.length)} older than ${words}, ${span(old)}.`,
        ...(open.length === 0
          ? []
          : [`${open.length} more ${open.length === 1 ? 'stays' : 'stay'}, for what is still open.`]),
      ].join(' '),
      ...(at === 0 ? { mend: 'See each of them with: tactful doctor --purge --dry-run' } : {}),
    }))
}

/** The latest day that a note tells of: its own, when it was written, when its talk was held. */
function lastTouched(facts: Facts): string {
  const days = [facts.date, facts.created.slice(0, 10), facts.held, at(facts.talked)]
  return (
    days
      .filter((day): day is string => typeof day === 'string' && isDay(day))
      .sort()
      .at(-1) ?? ''
  )
}

function at(talked: unknown): string | undefined {
  const value = typeof talked === 'object' && talked !== null && 'at' in talked ? talked.at : undefined
  return typeof value === 'string' ? value.slice(0, 10) : undefined
}

/** Ids of the notes that hold something open, and of those without which an open goal could not be told. */
function neededBy(
  notes: readonly StoredNote[],
  open: ReadonlyMap<string, readonly OpenThing[]>,
): ReadonlySet<string> {
  const facts = notes.map(({ note }) => note.facts)
  const events = foldEvents(facts)
  const byId = new Map(facts.map((one) => [one.id, one]))
  const holder = new Map(facts.flatMap((one) => (one.items ?? []).map(({ id }) => [id, one.id] as const)))
  const needed = new Set(open.keys())
  for (const goal of facts.filter(
    ({ kind, id }) => kind === 'goal' && isOpen(goalState(id, events).status),
  )) {
    const later = events.get(goal.id) ?? []
    const session = typeof goal.session === 'string' ? byId.get(goal.session) : undefined
    const evidence = [
      ...later.flatMap((event) => event.evidence ?? []),
      ...(session?.evidence ?? []).map(({ id }) => id),
    ]
    for (const id of [
      goal.id,
      session?.id,
      ...later.map(({ note }) => note),
      ...evidence.map((id) => holder.get(id)),
    ])
      if (id !== undefined) needed.add(id)
  }
  return needed
}

function isOpen(status: string): boolean {
  return status === 'proposed' || status === 'agreed'
}

function count(number: number): string {
  return number === 1 ? '1 note' : `${number} notes`
}

function span(notes: readonly StoredNote[]): string {
  const days = notes
    .map(({ note }) => note.facts.date)
    .filter(isDay)
    .sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return 'without a day'
  return first === last ? `of ${formatDay(first)}` : `from ${formatDay(first)} to ${formatDay(last)}`
}
