import type { Ground } from '../interview/ground.ts'
import { notePath, personPath, privatePath } from '../notebook/names.ts'
import type { Note, NoteKind, Person } from '../notebook/note.ts'
import { barrierNote } from './barrier-note.ts'
import { evidenceNote, privateEvidence } from './evidence-note.ts'
import type { ComposeFacts } from './facts.ts'
import { goalNote, renewedGoalNote } from './goal-note.ts'
import { ownGoal } from './own-goal.ts'
import { partsOf } from './parts.ts'
import { privateSession } from './private-note.ts'
import { sessionNote } from './session-note.ts'
import { citedIn, type SessionParts } from './session-parts.ts'
import { checkinOf, type Talk, talkOf } from './talk.ts'

/** One note of a save and where it lies, relative to the notebook. */
export interface NoteFile {
  readonly path: string
  readonly note: Note
}

/** Everything one interview becomes. */
export interface NoteSet {
  /** Id, path and kind of the session or check-in. */
  readonly id: string
  readonly path: string
  readonly kind: NoteKind
  /** In the order in which they are to be saved; the session is the last. */
  readonly notes: readonly NoteFile[]
  /** A person who gets a file with this save, and where. */
  readonly newPerson?: { readonly path: string; readonly person: Person }
  readonly summary: SetSummary
}

/** What the last screen says. */
export interface SetSummary {
  readonly talk: Talk
  /** Plain day. */
  readonly checkin?: string
  /** Neither a day for a check-in nor a reason for none was asked for. */
  readonly isCheckinOpen: boolean
  readonly hasPrivate: boolean
  /** What is private stands beside the evidence saved with it only, and not beside the note itself. */
  readonly isPrivateEvidence?: boolean
  /** Evidence that no point stands on: label and words. */
  readonly unused: readonly { readonly label: string; readonly words: string }[]
  readonly evidence: number
  readonly strengths: number
  readonly growth: number
  readonly goals: number
  readonly promises: number
  /** What is in the way: id, path and words. */
  readonly barriers?: readonly { readonly id: string; readonly path: string; readonly words: string }[]
  /** Barriers were written down in place of feedback. */
  readonly isInPlace?: boolean
}

/** How many ids composing takes beside the session's own. */
export function idsNeeded(ground: Ground): number {
  let count = 0
  partsOf(ground, () => String(count++))
  return count
}

/**
 * Turns an interview into its notes: one for the evidence, one a goal, the private parts, and the session. The same
 * interview with the same facts gives the same notes. Throws RangeError when `facts.ids` are fewer than `idsNeeded`.
 */
export function compose(ground: Ground, facts: ComposeFacts): NoteSet {
  const fresh = facts.ids[Symbol.iterator]()
  const parts = partsOf(ground, () => {
    const { value, done } = fresh.next()
    if (done) throw new RangeError('more ids are needed')
    return value
  })
  const [evidenceId, inside] = parts
  const session = mainNote(ground, facts, inside)
  const hidden = privateSession(ground, session, inside.read, inside.points)
  const own = inside.evidence.filter(({ isNoted }) => !isNoted)
  const gathered = own.length === 0 ? undefined : evidenceNote(ground, facts, evidenceId, own)
  const guesses = gathered === undefined ? undefined : privateEvidence(ground, gathered, own)
  const notes = [
    ...[gathered].flatMap((note) => (note === undefined ? [] : [inNotes(note)])),
    ...inside.goals
      .filter(() => session.facts.kind !== 'goal')
      .map((goal) => inNotes(goalNote(ground, facts, goal))),
    ...inside.carried.flatMap(({ renewed, of }) =>
      renewed === undefined ? [] : [inNotes(renewedGoalNote(ground, facts, renewed, of))],
    ),
    ...inside.barriers.map((barrier) => inNotes(barrierNote(ground, facts, barrier))),
    ...[guesses, hidden].flatMap((note) => (note === undefined ? [] : [inPrivate(note)])),
    inNotes(session),
  ]
  return {
    id: facts.id,
    path: notePath(session.facts),
    kind: session.facts.kind,
    notes,
    ...(facts.isNew ? { newPerson: newPersonOf(ground, facts.person) } : {}),
    summary: {
      ...summaryOf(ground, facts, inside, guesses !== undefined || hidden !== undefined),
      isPrivateEvidence: guesses !== undefined && hidden === undefined,
    },
  }
}

/** The note that is saved last: of a session, a check-in, or a goal that was put down by itself. */
function mainNote(ground: Ground, facts: ComposeFacts, parts: SessionParts): Note {
  const goal = ground.interview.template.kind === 'goal' ? ownGoal(ground, facts, parts) : undefined
  return goal ?? sessionNote(ground, facts, parts)
}

function inNotes(note: Note): NoteFile {
  return { path: notePath(note.facts), note }
}

function inPrivate(note: Note): NoteFile {
  return { path: privatePath(note.facts), note }
}

const RELATIONSHIPS = ['mentor', 'lead', 'peer'] as const

function newPersonOf(ground: Ground, person: Person): { readonly path: string; readonly person: Person } {
  const relationship = RELATIONSHIPS.find((one) => one === ground.values.get('relationship'))
  const role = ground.values.get('role')
  return {
    path: personPath(person.slug),
    person: {
      ...person,
      ...(relationship === undefined ? {} : { relationship }),
      ...(typeof role === 'string' ? { role } : {}),
    },
  }
}

function summaryOf(
  ground: Ground,
  facts: ComposeFacts,
  parts: SessionParts,
  hasPrivate: boolean,
): SetSummary {
  const cited = citedIn(parts)
  const checkin = checkinOf(ground, parts.read)
  return {
    talk: talkOf(ground, parts.read),
    ...(checkin === undefined ? {} : { checkin }),
    isCheckinOpen: !parts.read.some((one) => one.entry === 'group' && one.question.makes === 'checkin'),
    hasPrivate,
    unused: parts.evidence
      .filter((one) => !cited.includes(one))
      .map(({ label, words }) => ({ label, words })),
    evidence: parts.evidence.length,
    strengths: parts.points.filter(({ side }) => side === 'strength').length,
    growth: parts.points.filter(({ side }) => side === 'growth').length,
    goals: parts.goals.length,
    promises: parts.promises.length,
    barriers: parts.barriers.map(({ id, words }) => {
      const path = notePath({ id, kind: 'barrier', date: facts.today, person: facts.person.slug })
      return { id, path, words }
    }),
    isInPlace: parts.isInPlace,
  }
}
