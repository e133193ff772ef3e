import { upcoming } from '../core/checkins/upcoming.ts'
import type { WaitingDraft } from '../core/interview/take-up.ts'
import { shortId } from '../core/notebook/ids.ts'
import { notebookIfAny } from '../core/notebook/if-any.ts'
import { nameOf } from '../core/notebook/name-of.ts'
import {
  barrierDaysIn,
  byDue,
  evidenceDaysIn,
  feedbackDaysIn,
  formsWaiting,
  inTheWayLong,
  lastPrepared,
  type Thing,
  thingsDue,
  unheardOf,
  waitedLong,
} from '../core/notebook/today.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import {
  type HomeBarriers,
  type HomeDraft,
  type HomeEvidence,
  type HomeForm,
  type HomeThing,
  type HomeUnheard,
  homeText,
  type NextStep,
  welcomeText,
} from '../views/home.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'

/**
 * What waits today: check-ins, promises and goals whose day has come, drafts, evidence nobody used, people who heard nothing
 * for long; else what could come next.
 */
export async function run(context: Context): Promise<Outcome> {
  const { terminal } = context
  const files = await notebookIfAny(context)
  const drafts = await homeDrafts(context, files)
  const due = files === undefined ? NOTHING_DUE : await dueToday(context, files)
  const { evidence, unheard, barriers, forms } = due
  // A talk that was begun is told as the draft it is.
  const today = due.today.filter(({ kind, id }) => kind !== 'talk' || !drafts.some(({ note }) => note === id))
  const empty = files === undefined && drafts.length === 0
  const next = drafts.length > 0 ? [letGo(drafts)] : today.length > 0 ? [PREPARE] : await nextSteps(files)
  const screen = { today, drafts, evidence, unheard, barriers, forms, next }
  if (context.common.json === true) {
    const { jsonText } = await import('../views/json.ts')
    terminal.out(jsonText(screen))
    return 'done'
  }
  const draw = empty ? welcomeText : homeText
  terminal.out(draw(screen, context.clock.today(), themeFor(terminal), roomOf(terminal)))
  return 'done'
}

interface Due {
  readonly today: readonly HomeThing[]
  readonly evidence: readonly HomeEvidence[]
  readonly unheard: readonly HomeUnheard[]
  readonly barriers: HomeBarriers | null
  readonly forms: readonly HomeForm[]
}

const NOTHING_DUE: Due = { today: [], evidence: [], unheard: [], barriers: null, forms: [] }
const PREPARE: NextStep = { text: 'Prepare feedback for somebody', command: 'tactful prep' }

/** What the notes say is due. A note among them that cannot be read is named by the commands that list notes, a person's file here. */
async function dueToday(context: Context, files: NoteFiles): Promise<Due> {
  const index = await context.index()
  const [{ found, people, badPeople }, standing, settings] = await Promise.all([
    upcoming(context),
    index.standing(),
    files.read('tactful.yaml'),
  ])
  // A check-in that cannot be reckoned would be missed without a word; only then are words for it loaded.
  if (badPeople.length > 0) context.terminal.err((await import('../views/notes.ts')).badLines(badPeople))
  const names = new Map(people.map(({ slug, name }) => [slug, name]))
  const nameFor = (slug: string): string => names.get(slug) ?? slug
  const day = context.clock.today()
  const checkins = found
    .filter(({ due, today }) => due <= today)
    .map(({ person, due }): Thing => ({ kind: 'checkin', person, due, words: '' }))
  const things = [...checkins, ...thingsDue(standing.values(), day)].sort(byDue)
  const inTheWay = inTheWayLong(standing.values(), day, barrierDaysIn(settings ?? ''))
  const long = waitedLong(standing.values(), day, evidenceDaysIn(settings ?? ''))
  return {
    today: things.map((thing) => ({
      ...thing,
      name: nameFor(thing.person),
      command: commandFor(thing),
    })),
    barriers: inTheWay === undefined ? null : { ...inTheWay, command: 'tactful barrier list' },
    forms: formsWaiting(standing.values()).map((one) => ({
      ...one,
      command: one.kind === 'asked' ? 'tactful receive FILE' : `tactful prep ${one.person}`,
    })),
    evidence: long.map((one) => ({
      ...one,
      name: nameFor(one.person),
      command: `tactful prep ${one.person}`,
    })),
    unheard: unheardOf(standing.values(), day, feedbackDaysIn(settings ?? ''))
      .filter(({ person }) => !checkins.some((checkin) => checkin.person === person))
      .map((one) => ({ ...one, name: nameFor(one.person), command: `tactful prep ${one.person}` })),
  }
}

function commandFor({ kind, id, person }: Thing): string {
  if (kind === 'checkin') return `tactful checkin run ${person}`
  if (kind === 'talk' && id !== undefined) return `tactful talk ${shortId(id)}`
  return kind === 'goal' && id !== undefined
    ? `tactful goal show ${shortId(id)}`
    : `tactful promise list --person ${person}`
}

async function homeDrafts(context: Context, files: NoteFiles | undefined): Promise<readonly HomeDraft[]> {
  const drafts = await context.drafts()
  const heads = await drafts.list()
  const here = heads.filter((head) => files === undefined || head.notebook === files.root)
  if (here.length === 0) return []
  const { waitingDrafts } = await import('../core/interview/take-up.ts')
  const waiting = await waitingDrafts(context, drafts, files, here)
  return waiting.map((draft) => homeDraft(draft, here.length > 1))
}

function homeDraft({ head, short, name, title, part, answers }: WaitingDraft, several: boolean): HomeDraft {
  const command = several ? `tactful resume ${short}` : 'tactful resume'
  return { id: head.draft, note: head.note, name, title, part, answers, created: head.created, command }
}

function letGo(drafts: readonly HomeDraft[]): NextStep {
  const which = drafts.length > 1 ? ' ID' : ''
  return { text: 'Throw a draft away', command: `tactful resume --discard${which}` }
}

/** Nothing is read beyond the names of files, but one person's file for their name. */
async function nextSteps(files: NoteFiles | undefined): Promise<readonly NextStep[]> {
  if (files === undefined) return [PREPARE, { text: 'See everything there is', command: 'tactful --help' }]
  const { paths } = await files.list('notes')
  const slug = lastPrepared(paths)
  if (slug === undefined) return [PREPARE, { text: 'See who is there', command: 'tactful people' }]
  const name = await nameOf(files, slug)
  return [PREPARE, { text: `What you agreed with ${name} last time`, command: `tactful last ${slug}` }]
}
