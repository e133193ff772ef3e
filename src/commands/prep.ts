import { chooseOnce, leftWith } from '../core/asking/menu.ts'
import { begin } from '../core/interview/fold.ts'
import { canAsk } from '../core/interview/guided.ts'
import { openInterview } from '../core/interview/open.ts'
import { readPerson } from '../core/interview/person.ts'
import { planOf } from '../core/interview/plan.ts'
import { wordingReviewer } from '../core/interview/reviewer.ts'
import type { Interview } from '../core/interview/state.ts'
import { type TakenUp, takeUp, waitingDrafts } from '../core/interview/take-up.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { begunLine, offerScreen, resumedText } from '../views/drafts.ts'
import { draftLine } from '../views/home.ts'
import type { Options } from './card.ts'
import { askToTheEnd } from './prep/asking.ts'
import { draftOf, type Prep, prefilled, voiceOf, type Wanted } from './prep/preparing.ts'

/** Prepares feedback: asks the questions of a template, or takes the answers from a file, and saves the notes. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const wanted = wantedFrom(args, options)
  const files = await context.notebookAt(undefined)
  const opened = await openInterview(context, files, wanted.template)
  if (opened.template.kind === 'talk') throw onlyForTalks(wanted.template)
  if (opened.template.kind === 'form') throw onlyForOthers(wanted.template)
  if (opened.bad.length > 0) context.terminal.err((await import('../views/notes.ts')).badLines(opened.bad))
  const prep = {
    context,
    wanted,
    files,
    opened,
    start: begin(opened.template, wanted.depth),
    reviewer: wordingReviewer(context, files),
  }
  return wanted.answers === undefined && canAsk(context)
    ? guide(prep)
    : (await import('./prep/unattended.ts')).unattended(prep)
}

/** A talk is about a session that is there. */
function onlyForTalks(template: string): Trouble {
  const message = `"${template}" asks about a talk that was prepared, and prepares none.`
  return new Trouble({ kind: 'usage', message, mend: 'Hold a talk with: tactful talk' })
}

function wantedFrom(args: readonly string[], options: Options): Wanted {
  const text = (value: Options[string]) => (typeof value === 'string' ? value : undefined)
  return {
    person: args[0],
    template: text(options.template) ?? 'constructive-feedback',
    depth: options.quick === true ? 'quick' : 'core',
    answers: text(options.answers),
    set: Array.isArray(options.set) ? options.set : [],
    isTrial: options.dryRun === true,
  }
}

function onlyForOthers(id: string): Trouble {
  const message = `"${id}" is a form, for somebody else to fill in.`
  return new Trouble({ kind: 'usage', message, mend: `Send it out with: tactful ask PERSON --form ${id}` })
}

async function guide(given: Prep): Promise<Outcome> {
  const prep = await withPersonMeant(given)
  if ('outcome' in prep) return prep.outcome
  const first = await prefilled(prep)
  const begun = await begunBefore(prep, first.interview)
  if (begun !== undefined && 'outcome' in begun) return begun.outcome
  if (begun !== undefined) return askToTheEnd(prep, begun.desk, begun.interview, begun.saved)
  return askToTheEnd(prep, await draftOf(prep, first.steps), first.interview, undefined)
}

/** A name on the command line that is new, and close to somebody's or for a check-in, is asked about before anything is kept of it. */
async function withPersonMeant(prep: Prep): Promise<Prep | { readonly outcome: Outcome }> {
  const { context, wanted, opened } = prep
  if (wanted.person === undefined || opened.world.people.length === 0) return prep
  const read = await readPerson(wanted.person, opened.world.people)
  if (!('value' in read) || opened.world.people.some(({ slug }) => slug === read.value)) return prep
  // A check-in is with somebody one knows: a name nobody has is asked about, near to another or not.
  const { hint = [] } = read
  if (hint.length === 0 && opened.template.kind !== 'checkin') return prep
  const { whoScreen } = await import('../views/who.ts')
  const close = opened.world.people.filter((person) => hint.includes(person.name))
  const screen = whoScreen(wanted.person, close, 'leave, and begin nothing')
  const choice = await chooseOnce(context, voiceOf(prep).look, screen)
  if (choice.reply === 'chosen' && choice.value === '@new') return prep
  if (choice.reply === 'chosen' && choice.value !== '@leave') {
    return { ...prep, wanted: { ...wanted, person: choice.value } }
  }
  return { outcome: leftWith(choice) }
}

/** What was begun before for the same person and is to be gone on with; undefined to begin anew, an outcome to do neither. */
async function begunBefore(
  prep: Prep,
  first: Interview,
): Promise<TakenUp | { readonly outcome: Outcome } | undefined> {
  const { context, wanted, files, opened } = prep
  const person = first.answers.get('person')?.value
  if (wanted.isTrial || typeof person !== 'string') return undefined
  const drafts = await context.drafts()
  const heads = (await drafts.list()).filter(
    ({ notebook, template }) => notebook === files.root && template === opened.template.id,
  )
  if (heads.length === 0) return undefined
  const all = await waitingDrafts(context, drafts, files, heads)
  const same = all.filter((draft) => draft.person === person)
  const [newest] = same
  if (newest === undefined) return undefined
  const lines = same.map((draft) => ({
    id: draft.head.draft,
    line: draftLine({ ...draft, created: draft.head.created }),
  }))
  if (!context.terminal.interactive) {
    context.terminal.err(begunLine(newest.short))
    return undefined
  }
  const screen = offerScreen(newest.title ?? newest.name ?? person, lines)
  const choice = await chooseOnce(context, voiceOf(prep).look, screen)
  if (choice.reply !== 'chosen') return { outcome: leftWith(choice) }
  const chosen = same.find(({ head }) => head.draft === choice.value)
  if (chosen === undefined) return undefined
  const taken = await takeUp(context, drafts, chosen.head)
  const voice = voiceOf(prep)
  const plan = planOf(taken.interview, taken.desk.world)
  context.terminal.err(resumedText(plan, voice.words, taken.desk.head.hash !== taken.opened.hash))
  return taken
}
