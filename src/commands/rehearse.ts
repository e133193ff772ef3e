import { canAsk } from '../core/interview/guided.ts'
import { firstName } from '../core/interview/resolve.ts'
import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { Asker, Context, NoteFiles, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { linesOf, type Played, play, playLines } from '../core/rehearse/guide.ts'
import { listScenarios, loadScenario, scenarioSource } from '../core/rehearse/load.ts'
import { openRecogniser } from '../core/rehearse/recogniser.ts'
import { begin, type Talk } from '../core/rehearse/talk.ts'
import { clean } from '../core/text/clean.ts'
import { jsonText } from '../views/json.ts'
import { problemText } from '../views/problem.ts'
import { askerLook } from '../views/question.ts'
import {
  afterScreen,
  brokenRehearsals,
  chooseScreen,
  givenLine,
  introText,
  keepScreen,
  rehearsalTable,
  rehearsalWords,
} from '../views/rehearse.ts'
import { debriefText, rehearsalFile, rehearsalJson } from '../views/rehearse-end.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

interface Wanted {
  readonly id: string | undefined
  readonly person: string | undefined
  readonly answers: string | undefined
  readonly to: string | undefined
  readonly force: boolean
}

/** Practises a difficult talk: with somebody at the keyboard, or with lines from a file. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const files = await notebookIfAny(context)
  if (options.list === true) return list(context, files)
  if (options.source === true) return source(context, files, args[0])
  const text = (value: Options[string]) => (typeof value === 'string' ? value : undefined)
  const wanted: Wanted = {
    id: args[0],
    person: text(options.person),
    answers: text(options.answers),
    to: text(options.to),
    force: options.force === true,
  }
  if (wanted.to !== undefined && !wanted.force) await checkFree(context, wanted.to)
  if (wanted.answers !== undefined) return fromLines(context, files, wanted, wanted.answers)
  if (!canAsk(context)) {
    throw new Trouble({
      kind: 'usage',
      message: 'There is nobody at a terminal to practise with.',
      mend: 'Give the lines in a file with --answers, or through a pipe with --plain.',
    })
  }
  const asker = await context.asker(askerLook(themeFor(context.terminal)))
  try {
    return await guided(context, files, wanted, asker)
  } finally {
    asker.close()
  }
}

async function list(context: Context, files: NoteFiles | undefined): Promise<Outcome> {
  const listed = await listScenarios(files, await context.data())
  context.terminal.err(brokenRehearsals(listed))
  if (context.common.json === true) {
    const rows = listed.map((one) => {
      if (!('scenario' in one)) return one
      const { version, title, other, you, goal, endings } = one.scenario
      return { id: one.id, origin: one.origin, version, title, other, you, goal, endings: endings.length }
    })
    context.terminal.out(jsonText(rows))
  } else {
    context.terminal.out(rehearsalTable(listed, roomOf(context.terminal)))
  }
  return 'done'
}

/** The YAML of one, as it stands in its file; a broken one of the team's too, since it is to be mended. */
async function source(
  context: Context,
  files: NoteFiles | undefined,
  id: string | undefined,
): Promise<Outcome> {
  if (id === undefined) {
    const mend = 'Name it, as in: tactful rehearse defensive --source'
    throw new Trouble({ kind: 'usage', message: 'Which talk do you want to see?', mend })
  }
  context.terminal.out(clean(await scenarioSource(id, files, await context.data())))
  return 'done'
}

/** Whom the other side is named after: somebody of the notebook, or the name as it was given. */
async function named(files: NoteFiles | undefined, person: string | undefined) {
  if (person === undefined) return undefined
  const [{ loadPeople }, { matchPerson }] = await Promise.all([
    import('../core/notebook/load.ts'),
    import('../core/notebook/people.ts'),
  ])
  const found = matchPerson(person, files === undefined ? [] : (await loadPeople(files)).found)
  if (found.match === 'several') {
    const matches = found.people.map(({ slug }) => slug)
    throw new Trouble({ kind: 'ambiguous', what: 'person', given: person, matches })
  }
  return found.match === 'one'
    ? { name: firstName(found.person.name), slug: found.person.slug }
    : { name: firstName(person), slug: undefined }
}

async function opened(
  context: Context,
  files: NoteFiles | undefined,
  id: string,
  person: string | undefined,
) {
  const data = await context.data()
  const scenario = await loadScenario(id, files, data)
  const who = await named(files, person)
  const talk = who === undefined || who.name === '' ? begin(scenario) : begin(scenario, who.name)
  const recognise = await openRecogniser(files, data, [talk.name, scenario.other.name])
  return { talk, recognise, slug: who?.slug }
}

async function fromLines(
  context: Context,
  files: NoteFiles | undefined,
  wanted: Wanted,
  path: string,
): Promise<Outcome> {
  if (wanted.id === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: 'Which talk are these lines for?',
      mend: 'Name it, as in: tactful rehearse defensive --answers lines.txt (tactful rehearse --list names all).',
    })
  }
  const lines = linesOf(await context.readFile(path))
  const { talk: start, recognise, slug } = await opened(context, files, wanted.id, wanted.person)
  const { talk, unused } = playLines(recognise, start, lines)
  const { terminal, common } = context
  if (common.json !== true && common.quiet !== true) {
    terminal.err(`${introText(start, terminal)}\n${talk.turns.length === 0 ? '' : turns(talk, context)}\n`)
  }
  tell(context, talk, slug)
  if (talk.ending === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: 'The lines ended before the talk did. Nothing was saved.',
      mend: 'Add lines to the file, or go on by hand without --answers.',
    })
  }
  if (unused > 0)
    terminal.err(`${unused === 1 ? '1 line was' : `${unused} lines were`} left when it ended.\n`)
  if (wanted.to !== undefined) await keep(context, talk, wanted.to, wanted.force, '')
  return 'done'
}

function turns(talk: Talk, { terminal }: Context): string {
  const words = rehearsalWords(terminal)
  return talk.turns.map((_turn, at) => words.turn({ ...talk, turns: talk.turns.slice(0, at + 1) })).join('\n')
}

function tell(context: Context, talk: Talk, slug: string | undefined): void {
  const { terminal, common } = context
  if (common.json === true) terminal.out(jsonText(rehearsalJson(talk, slug)))
  else terminal.out(`\n${debriefText(talk, themeFor(terminal), roomOf(terminal))}`)
}

async function guided(
  context: Context,
  files: NoteFiles | undefined,
  wanted: Wanted,
  asker: Asker,
): Promise<Outcome> {
  const id = wanted.id ?? (await chosen(context, files, asker))
  if (id === undefined) return 'done'
  const { talk: start, recognise, slug } = await opened(context, files, id, wanted.person)
  const words = rehearsalWords(context.terminal)
  for (;;) {
    asker.say(introText(start, context.terminal))
    const played = await play(asker, words, recognise, start)
    if (played.left !== undefined) return leave(context, played, slug)
    tell(context, played.talk, slug)
    const next = await after(context, asker, played.talk, wanted)
    if (next !== 'again') return next
  }
}

async function chosen(context: Context, files: NoteFiles | undefined, asker: Asker) {
  const listed = await listScenarios(files, await context.data())
  context.terminal.err(brokenRehearsals(listed))
  const choice = await asker.choose(chooseScreen(listed))
  return choice.reply === 'chosen' ? choice.value : undefined
}

function leave(context: Context, { talk, left }: Played, slug: string | undefined): Outcome {
  if (left === 'quit' && talk.turns.length > 0) tell(context, talk, slug)
  if (left === 'end') {
    throw new Trouble({
      kind: 'usage',
      message: 'The lines ended before the talk did. Nothing was saved.',
      mend: 'Give more lines, one for each turn.',
    })
  }
  context.terminal.err('You left before the end. Nothing was saved.\n')
  return left === undefined || left === 'quit' ? 'done' : left
}

/** What becomes of a talk that has ended: kept where a file was named or is wished for, played again, or let go. */
async function after(context: Context, asker: Asker, talk: Talk, wanted: Wanted): Promise<Outcome | 'again'> {
  if (wanted.to !== undefined) {
    await keep(context, talk, wanted.to, wanted.force, '')
    return 'done'
  }
  if (context.common.json === true) return 'done'
  const choice = await asker.choose(afterScreen())
  if (choice.reply !== 'chosen') {
    const ended = choice.reply === 'quit' ? choice.ended : undefined
    return ended === undefined || ended === 'end' ? 'done' : ended
  }
  if (choice.value === 'again') return 'again'
  if (choice.value === 'keep') await keepAsked(context, asker, talk)
  return 'done'
}

async function keepAsked(context: Context, asker: Asker, talk: Talk): Promise<void> {
  const takes = await line(context, asker, 'What will you try because of this?', 'What you take from it')
  if (takes === undefined) return
  let name = `practised-${talk.scenario.id}-${context.clock.today()}.md`
  for (;;) {
    const to = await line(context, asker, 'Into which file?', 'File', name)
    if (to === undefined || to === '') return
    try {
      return await keep(context, talk, to, false, takes)
    } catch (error) {
      if (!(error instanceof Trouble) || error.problem.kind !== 'usage') throw error
      asker.say(problemText(error.problem).trimEnd())
      name = to
    }
  }
}

async function line(context: Context, asker: Asker, ask: string, label: string, initial = '') {
  const reply = await asker.ask(keepScreen(ask, label, initial), async () => undefined)
  if (reply.reply === 'quit') return undefined
  const answer = reply.reply === 'answer' ? String(reply.raw).trim() : ''
  if (answer !== '') asker.say(givenLine(label, answer, context.terminal))
  return answer
}

async function keep(context: Context, talk: Talk, to: string, force: boolean, takes: string): Promise<void> {
  const plain = themeFor({ colour: false, unicode: true })
  await context.writeFile(to, rehearsalFile(talk, plain, context.clock.today(), takes), force)
  if (context.common.quiet !== true) context.terminal.err(`Kept in ${to}\n`)
}

/** A file that is there already is told of before anything is played, so that nothing is played in vain. */
async function checkFree(context: Context, to: string): Promise<void> {
  const isFree = await context.readFile(to).then(
    () => false,
    (error: unknown) => error instanceof Trouble && error.problem.kind === 'usage',
  )
  if (isFree) return
  throw new Trouble({
    kind: 'usage',
    message: `${to} is already there.`,
    mend: 'Name another file, or add --force.',
  })
}
