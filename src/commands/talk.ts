import { chooseOnce, leftWith } from '../core/asking/menu.ts'
import { begin } from '../core/interview/fold.ts'
import { canAsk } from '../core/interview/guided.ts'
import { openInterview } from '../core/interview/open.ts'
import { planOf } from '../core/interview/plan.ts'
import { wordingReviewer } from '../core/interview/reviewer.ts'
import { type TakenUp, takeUp } from '../core/interview/take-up.ts'
import { eventReason } from '../core/notebook/event-options.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { checkWritable } from '../core/notebook/new.ts'
import { saveUpdate } from '../core/notebook/update.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { cardOf } from '../core/talk/card.ts'
import { namedTalk, stillToTalk } from '../core/talk/choose.ts'
import { heldBefore } from '../core/talk/compose.ts'
import { heldDay } from '../core/talk/held.ts'
import { type Prepared, prepared } from '../core/talk/things.ts'
import { resumedText } from '../views/drafts.ts'
import { jsonText } from '../views/json.ts'
import { askerLook } from '../views/question.ts'
import { roomOf } from '../views/table.ts'
import { cardText, droppedTalkText, droppedTalkTitle, talksList, talksScreen } from '../views/talk.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'
import { askToTheEnd } from './prep/asking.ts'
import { draftOf, type Prep, prefilled, voiceOf } from './prep/preparing.ts'

/** Takes down the talk of a session while it is held or after it, and completes the session's note once. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const files = await context.notebook()
  await checkWritable(files)
  const chosen = await sessionFor(context, files, args[0])
  if (typeof chosen !== 'string') return chosen.outcome
  const about = await prepared(context, files, chosen)
  const { note } = about.session
  if (heldDay(note.facts) !== undefined) throw heldBefore(note)
  if (options.drop === true) return drop(context, about, options.why)
  const prep = await talkPrep(context, files, { id: note.facts.id, person: note.facts.person }, options)
  if (prep.wanted.answers !== undefined || !canAsk(context)) {
    return (await import('./prep/unattended.ts')).unattended(prep)
  }
  context.terminal.err(
    cardText(cardOf(about, context.clock.today()), themeFor(context.terminal), roomOf(context.terminal)),
  )
  return guide(prep, note.facts.id)
}

/** Lets go of a talk that will not be held: it is no longer named as one to come. */
async function drop(context: Context, { session, name }: Prepared, why: Options[string]): Promise<Outcome> {
  const { terminal, clock, common } = context
  const { facts } = session.note
  const event = { of: facts.id, what: 'dropped', on: clock.today(), ...eventReason(why) }
  const { id, path } = await saveUpdate(context, facts.person, {
    ...{ title: droppedTalkTitle(name), events: [event] },
  })
  const told = { id, path, person: facts.person, session: facts.id, events: [event] }
  terminal.out(
    common.json === true ? jsonText(told) : droppedTalkText(facts.id, name, path, common.quiet === true),
  )
  return 'done'
}

async function talkPrep(
  context: Context,
  files: NoteFiles,
  session: { readonly id: string; readonly person: string },
  options: Options,
): Promise<Prep> {
  const text = (value: Options[string]) => (typeof value === 'string' ? value : undefined)
  const template = text(options.template) ?? 'talk'
  const opened = await openInterview(context, files, template)
  if (opened.template.kind !== 'talk') {
    const message = `"${template}" is no template for a talk.`
    throw new Trouble({ kind: 'usage', message, mend: 'Leave --template out to use ours.' })
  }
  const depth = options.quick === true ? 'quick' : 'core'
  return {
    context,
    wanted: {
      ...{ person: session.person, session: session.id, template, depth },
      answers: text(options.answers),
      set: Array.isArray(options.set) ? options.set : [],
      isTrial: options.dryRun === true,
    },
    files,
    opened,
    start: begin(opened.template, depth),
    reviewer: wordingReviewer(context, files),
  }
}

/** The id of the session that was named, or of the one that waits for its talk; an outcome where the mentor chose none. */
async function sessionFor(
  context: Context,
  files: NoteFiles,
  typed: string | undefined,
): Promise<string | { readonly outcome: Outcome }> {
  const { found } = await loadPeople(files)
  const index = await context.index()
  const people = everyoneIn(found, index.people)
  const named = typed === undefined ? undefined : await namedTalk(files, typed, people)
  if (named !== undefined && 'session' in named) return named.session.note.facts.id
  const today = context.clock.today()
  const all = stillToTalk((await index.standing()).values(), today)
  const talks = named === undefined ? all : all.filter(({ person }) => person === named.person.slug)
  const [first, ...others] = talks
  if (first === undefined) throw nothingPrepared(named?.person.name)
  const isOnlyToday = first.on === today && others.every(({ on }) => on !== today)
  if (others.length === 0 || isOnlyToday) return first.id
  const nameOf = (slug: string): string => people.find((person) => person.slug === slug)?.name ?? slug
  if (!context.terminal.interactive) {
    const message = `${talks.length} talks are still to be held. Say which one it is.`
    throw new Trouble({ kind: 'usage', message, mend: `\n${talksList(talks, nameOf, today)}` })
  }
  const look = askerLook(themeFor(context.terminal))
  const choice = await chooseOnce(context, look, talksScreen(talks, nameOf, today))
  return choice.reply === 'chosen' ? choice.value : { outcome: leftWith(choice) }
}

function nothingPrepared(name: string | undefined): Trouble {
  const whom = name === undefined ? '' : ` with ${name}`
  return new Trouble({
    kind: 'usage',
    message: `No session${whom} waits for its talk.`,
    mend: 'Prepare one with: tactful prep. Talks that were held are listed by: tactful list --kind session',
  })
}

/** Goes on with what was begun for this session, or begins. */
async function guide(prep: Prep, session: string): Promise<Outcome> {
  const begun = await begunBefore(prep, session)
  if (begun === undefined) {
    const first = await prefilled(prep)
    return askToTheEnd(prep, await draftOf(prep, first.steps), first.interview, undefined)
  }
  const { desk, interview, opened, saved } = begun
  if (saved === undefined) {
    const plan = planOf(interview, desk.world)
    prep.context.terminal.err(resumedText(plan, voiceOf(prep).words, desk.head.hash !== opened.hash))
  }
  return askToTheEnd(prep, desk, interview, saved)
}

/** A session has one talk, and so one draft of it. */
async function begunBefore({ context, files, opened }: Prep, session: string): Promise<TakenUp | undefined> {
  const drafts = await context.drafts()
  const head = (await drafts.list()).find(
    ({ notebook, note, template }) =>
      notebook === files.root && note === session && template === opened.template.id,
  )
  return head === undefined ? undefined : takeUp(context, drafts, head)
}
