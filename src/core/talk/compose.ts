import { formatDay } from '../dates.ts'
import type { Composed } from '../interview/finish.ts'
import type { Ground } from '../interview/ground.ts'
import { itemWords } from '../interview/ground.ts'
import { firstName } from '../interview/resolve.ts'
import { formatNote } from '../notebook/codec.ts'
import { shortId } from '../notebook/ids.ts'
import { findNote, privatePathOf } from '../notebook/load.ts'
import { notePath } from '../notebook/names.ts'
import type { Note, StoredNote } from '../notebook/note.ts'
import type { NoteFiles, SaveFile } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import type { SetSummary } from '../session/compose.ts'
import type { ComposeFacts } from '../session/facts.ts'
import { goalNote, renewedGoalNote } from '../session/goal-note.ts'
import { partsOf } from '../session/parts.ts'
import { privateSession } from '../session/private-note.ts'
import type { GroupEntry } from '../session/reading.ts'
import { heldOn } from '../session/session-facts.ts'
import { sessionNote } from '../session/session-note.ts'
import type { SessionParts } from '../session/session-parts.ts'
import { NOTE_WORDS } from '../session/words.ts'
import { completePrivate, completeSession, type Told, toldAt } from './complete.ts'
import { checkinPlanned, heldDay } from './held.ts'
import { saidSections } from './said.ts'

/**
 * What a talk becomes: the note of its session completed, the private part with what came to mind afterwards, and goals that
 * were worded anew. The texts are made from the files as they are now, so that what was changed in them meanwhile stays. A talk that
 * this very save wrote down already has no files left. Throws `usage` for one that was written down by another.
 */
export async function composeTalk(ground: Ground, facts: ComposeFacts, files: NoteFiles): Promise<Composed> {
  const session = await findNote(files, facts.id)
  const { person } = facts
  const fresh = facts.ids[Symbol.iterator]()
  const [, parts] = partsOf(ground, () => String(fresh.next().value))
  const told = toldIn(ground, facts, parts)
  const isDone = isToldIn(session.note, told)
  if (!isDone && heldDay(session.note.facts) !== undefined) throw heldBefore(session.note)
  const made = isDone ? [] : await filesOf(ground, facts, parts, told, session, files)
  return {
    set: {
      ...{ id: session.note.facts.id, path: session.path, kind: session.note.facts.kind, notes: [] },
      summary: summaryOf(told, parts, session.note, made),
    },
    files: made,
    person,
    isNew: false,
  }
}

/** Whether this very save is in the note already, so that only the draft of it is left. */
function isToldIn({ facts }: Note, told: Told): boolean {
  const there = new Set((facts.items ?? []).map(({ id }) => id))
  return toldAt(facts) === told.at && told.items.every(({ id }) => there.has(id))
}

/** What is said where a talk was written down before: its note is changed by hand from then on. */
export function heldBefore({ facts }: Note): Trouble {
  const id = shortId(facts.id)
  const held = heldDay(facts)
  const day = held === undefined ? '' : ` of ${formatDay(held)}`
  return new Trouble({
    kind: 'usage',
    message: `The talk${day} is written down already.`,
    mend: `Read it with: tactful show ${id}. To add to it: tactful edit ${id}`,
  })
}

async function filesOf(
  ground: Ground,
  facts: ComposeFacts,
  parts: SessionParts,
  told: Told,
  { path, source, note }: StoredNote,
  files: NoteFiles,
): Promise<readonly SaveFile[]> {
  const goals = [
    ...parts.goals.map((goal) => goalNote(ground, facts, goal)),
    ...parts.carried.flatMap(({ renewed, of }) =>
      renewed === undefined ? [] : [renewedGoalNote(ground, facts, renewed, of)],
    ),
  ].map((goal) => ({ path: notePath(goal.facts), text: formatNote(goal) }))
  const hidden = privateSession(ground, note, parts.read, [])
  const apart = hidden === undefined ? [] : [await privateFile(files, privatePathOf(path), hidden, told)]
  return [...goals, ...apart, { path, before: source, text: completeSession(source, path, told) }]
}

async function privateFile(files: NoteFiles, path: string, part: Note, told: Told): Promise<SaveFile> {
  const before = await files.read(path)
  if (before === undefined) return { path, text: formatNote(part) }
  return { path, before, text: completePrivate(before, path, part, told) }
}

function toldIn(ground: Ground, facts: ComposeFacts, parts: SessionParts): Told {
  const { facts: own, sections } = sessionNote(ground, facts, parts)
  const held = heldOn(ground, facts)
  const checkin = checkinIn(ground, own.checkin)
  return {
    held,
    at: facts.now,
    template: own.template ?? '',
    asked: own.asked,
    choices: own.choices,
    items: (own.items ?? []).map((item) => ({ ...item, date: held })),
    events: own.events ?? [],
    goals: parts.goals.map(({ id }) => id),
    ...(checkin === undefined ? {} : { checkin }),
    sections: allSections(ground, parts, sections, held, firstName(facts.person.name)),
    own: ground.interview.template.note.sections.flatMap((one) => (one.for === 'mentor' ? [one.id] : [])),
  }
}

/** A day that was named, or none because it was left out on purpose. */
function checkinIn(ground: Ground, next: unknown): Told['checkin'] {
  if (next !== undefined) return { next }
  const group = [...ground.questions].find(
    ([, question]) => question.type === 'group' && question.makes === 'checkin',
  )
  const [key] = ground.groups.get(group?.[0] ?? '') ?? []
  const answer = ground.interview.answers.get(`${group?.[0]}/${key}/date`)
  return answer?.value === null ? { next: undefined } : undefined
}

/** The sections in the template's order, with what was said about each thing on the agenda in front; the first one says when it was. */
function allSections(
  ground: Ground,
  parts: SessionParts,
  sections: Note['sections'],
  held: string,
  name: string,
): Told['sections'] {
  const agenda = parts.read.find(
    (one): one is GroupEntry => one.entry === 'group' && one.question.carries === 'agenda',
  )
  const keys = ground.groups.get(agenda?.path ?? '') ?? []
  const topics = new Map(keys.map((key) => [key, itemWords(ground, agenda?.path ?? '', key)]))
  const { theirs, mine } = saidSections(agenda, topics, name)
  const layout = ground.interview.template.note.sections
  const filled = layout.flatMap(({ id, heading }) => {
    const before = id === 'said' ? theirs : id === 'noted' ? mine : ''
    const text = [before, sections.find((one) => one.id === id)?.text ?? '']
      .filter((block) => block !== '')
      .join('\n\n')
    return text === '' ? [] : [{ id, heading: heading.replaceAll('{person}', name), text }]
  })
  const day = NOTE_WORDS.heldOn(formatDay(held))
  const public_ = filled.findIndex(({ id }) => layout.find((one) => one.id === id)?.for !== 'mentor')
  if (public_ < 0) {
    const last = layout.find((one) => one.id === 'agreed') ?? layout.at(-1)
    const empty = { id: last?.id ?? 'agreed', heading: last?.heading ?? '', text: day }
    return [...filled, { ...empty, heading: empty.heading.replaceAll('{person}', name) }]
  }
  return filled.map((one, index) => (index === public_ ? { ...one, text: `${day}\n\n${one.text}` } : one))
}

function summaryOf(told: Told, parts: SessionParts, note: Note, made: readonly SaveFile[]): SetSummary {
  const next =
    told.checkin === undefined
      ? checkinPlanned(note.facts)
      : checkinPlanned({ ...note.facts, checkin: told.checkin.next })
  return {
    talk: {},
    ...(next === undefined ? {} : { checkin: next }),
    isCheckinOpen: next === undefined,
    hasPrivate: made.some(({ path }) => path.startsWith('private/')),
    unused: [],
    ...{ evidence: 0, strengths: 0, growth: 0 },
    goals: told.events.filter(({ what }) => what === 'agreed').length,
    promises: parts.promises.length,
  }
}
