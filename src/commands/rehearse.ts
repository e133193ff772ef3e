import { canAsk } from '../core/interview/guided.ts'
import { firstName } from '../core/interview/resolve.ts'
import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { Asker } from '../core/ports/asker.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { linesOf, type Played, play, playLines } from '../core/rehearse/guide.ts'
import { listScenarios, loadScenario, scenarioSource } from '../core/rehearse/load.ts'
import { openRecogniser } from '../core/rehearse/recogniser.ts'
import { begin, type Talk } from '../core/rehearse/talk.ts'
import { clean } from '../core/text/clean.ts'
import { jsonText } from '../views/json.ts'
import { askerLook } from '../views/question.ts'
import {
  afterScreen,
  brokenRehearsals,
  chooseScreen,
  introText,
  rehearsalTable,
  rehearsalWords,
} from '../views/rehearse.ts'
import { debriefText, rehearsalJson } from '../views/rehearse-end.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'
import { checkFree, keep, keepAsked } from './rehearse/keep.ts'

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
    // A name that is none is the nearer mistake, and is said first.
    if (wanted.id !== undefined) await loadScenario(wanted.id, files, await context.data())
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
