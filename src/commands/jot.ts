import { evidenceFiles } from '../core/evidence/files.ts'
import { type JotFlags, type JotItem, readJot } from '../core/evidence/jot.ts'
import { jotFlags } from '../core/evidence/jot-flags.ts'
import { othersNamed } from '../core/evidence/names-inside.ts'
import { newEvidenceNotes } from '../core/evidence/note.ts'
import { wordingOf } from '../core/evidence/wording.ts'
import type { Raw } from '../core/interview/parse.ts'
import { readPerson } from '../core/interview/person.ts'
import { loadPeople } from '../core/notebook/load.ts'
import { notePath } from '../core/notebook/names.ts'
import { newPerson } from '../core/notebook/new-person.ts'
import type { Person } from '../core/notebook/note.ts'
import { findPerson, matchPerson } from '../core/notebook/people.ts'
import { checkName } from '../core/notebook/person-change.ts'
import type { Asker, Ended } from '../core/ports/asker.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { editorHint } from '../views/edited.ts'
import {
  closeLine,
  editorText,
  type Noted,
  namedLine,
  notedText,
  nothingNoted,
  unsavedText,
  withoutHints,
  wordingLines,
} from '../views/jot.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { askerLook } from '../views/question.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import { aboutScreen, whoScreen } from '../views/who.ts'
import type { Options } from './card.ts'

/** Notes what was seen or heard of somebody, one item a line. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const files = await context.notebookAt(undefined)
  const people = await loadPeople(files)
  context.terminal.err(badLines(people.bad))
  const about = await whoOf(context, options.about, people.found)
  if (typeof about === 'string') {
    context.terminal.err(nothingNoted)
    return about
  }
  const jot = { context, files, people: people.found, about }
  const { flags, labels } = await jotFlags(context, files, options)
  const given = await textOf(context, args, about)
  const noted = await kept(context, given, () => note({ ...jot, flags, labels }, given.text))
  await given.done()
  if (noted === undefined) {
    if (!given.isEditor) throw nothing()
    if (context.common.quiet !== true) context.terminal.err(`${nothingNoted}${given.hint}`)
    return 'done'
  }
  await report(context, files, noted, people.found)
  return 'done'
}

interface Jot {
  readonly context: Context
  readonly people: readonly Person[]
  readonly about: Person
  readonly flags: JotFlags
  readonly labels: Noted['labels']
}

/** What was noted, with the words of each item for looking at them. */
interface Kept extends Noted {
  readonly read: readonly JotItem[]
}

/**
 * Whom it is about. Nobody named, or somebody unknown, is asked about; somebody unknown is added with `--yes`, and refused
 * where nobody can be asked. An outcome where the mentor left instead.
 */
async function whoOf(
  context: Context,
  given: Options[string],
  people: readonly Person[],
): Promise<Person | Outcome> {
  const name = typeof given === 'string' ? given : ''
  if (name.trim() === '') {
    if (context.terminal.interactive) return asked(context, people)
    const mend = 'Say it with --about, for example: --about "Sam Rivera".'
    throw new Trouble({ kind: 'usage', message: 'Whom is it about?', mend })
  }
  const found = matchPerson(name, people)
  if (found.match !== 'none') return findPerson(name, people)
  checkName(name, people)
  if (context.common.yes === true) {
    if (found.near.length > 0 && context.common.quiet !== true) context.terminal.err(closeLine(found.near))
    return newPerson(name, people)
  }
  if (context.terminal.interactive) return chosen(context, name, found.near, people)
  const near = found.near.map((one) => `"${one}"`).join(' or ')
  throw new Trouble({
    kind: 'usage',
    message: `There is nobody called "${name}" in this notebook.`,
    mend: `${near === '' ? '' : `Did you mean ${near}? `}To add somebody new, repeat it with --yes.`,
  })
}

async function asked(context: Context, people: readonly Person[]): Promise<Person | Outcome> {
  const reply = await atAsker(context, (asker) =>
    asker.ask(aboutScreen(people), (raw) => unclear(raw, people)),
  )
  if (reply.reply !== 'answer') return left(reply)
  return whoOf(context, String(reply.raw), people)
}

/** What keeps an answer from being one person, in one sentence. */
async function unclear(raw: Raw, people: readonly Person[]): Promise<string | undefined> {
  const read = await readPerson(String(raw), people)
  if ('mistake' in read) return `${read.mistake} ${read.mend ?? ''}`.trim()
  return String(raw).trim() === '' ? 'A name is needed.' : undefined
}

async function chosen(
  context: Context,
  name: string,
  near: readonly string[],
  people: readonly Person[],
): Promise<Person | Outcome> {
  const close = people.filter((person) => near.includes(person.name))
  const screen = whoScreen(name, close, 'leave, and note nothing')
  const choice = await atAsker(context, (asker) => asker.choose(screen))
  if (choice.reply !== 'chosen') return left(choice)
  if (choice.value === '@new') return newPerson(name, people)
  return people.find(({ slug }) => slug === choice.value) ?? 'done'
}

async function atAsker<T>(context: Context, ask: (asker: Asker) => Promise<T>): Promise<T> {
  const asker = await context.asker(askerLook(themeFor(context.terminal)))
  return ask(asker).finally(() => asker.close())
}

/** What leaving comes to: over, or ended from outside. */
function left(reply: object & { readonly ended?: Ended; readonly reply: string }): Outcome {
  const { ended } = reply
  return ended === undefined || ended === 'end' ? 'done' : ended
}

/** A text, whether it may be nowhere else, what to say where it is empty, and what to do when it is kept. */
interface Given {
  readonly text: string
  readonly isOnly: boolean
  readonly isEditor?: true
  readonly hint: string
  done(): Promise<void>
}

/** The text from the arguments, from standard input, or, with neither on a terminal, from the editor. */
async function textOf(context: Context, args: readonly string[], about: Person): Promise<Given> {
  const done = async () => {}
  const typed = args.join(' ')
  if (args.length > 0 && typed !== '-') {
    if (typed.trim() === '') throw nothing()
    return { text: typed, isOnly: false, hint: '', done }
  }
  if (typed === '-' || (!context.terminal.interactive && context.common.input !== false)) {
    const text = (await context.readFile('-')).replace(/^\uFEFF/, '')
    if (text.trim() === '') throw nothing()
    return { text, isOnly: true, hint: '', done }
  }
  if (!context.terminal.interactive) throw nothing()
  const start = editorText(about.name)
  const edited = await (await context.editor()).edit(start, 'evidence.txt')
  const hint = editorHint(edited.text === start && edited.hasty === true ? 'same at once' : 'same')
  return {
    text: withoutHints(edited.text, about.name),
    isOnly: true,
    isEditor: true,
    hint,
    done: edited.discard,
  }
}

function nothing(): Trouble {
  const mend = 'Write what you saw or heard behind the command, or give - to read it from standard input.'
  return new Trouble({ kind: 'usage', message: 'There is nothing to note yet.', mend })
}

/** A text that is nowhere else is printed again when it could not be kept. */
async function kept<T>(context: Context, given: Given, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Trouble && given.isOnly) {
      context.terminal.err(unsavedText(given.text))
      await given.done()
    }
    throw error
  }
}

async function note(jot: Jot, text: string): Promise<Kept | undefined> {
  const { context, people, about, flags, labels } = jot
  const today = context.clock.today()
  const { items, mistakes } = readJot(text, flags, today)
  if (mistakes.length > 0) throw new Trouble({ kind: 'answers', mistakes, missing: [] })
  if (items.length === 0) return undefined
  const ids = await context.ids()
  const id = ids.next()
  const set = newEvidenceNotes(
    { id, person: about, now: context.clock.now(), today },
    items.map((item) => ({ ...item, id: ids.next() })),
  )
  const isNew = !people.includes(about)
  const files = await context.notebookToWrite()
  await files.saveAll(id, evidenceFiles([{ ...set, ...(isNew ? { newPerson: about } : {}) }]))
  const saved = set.note.facts.items ?? []
  const guessed = saved.flatMap(({ label = '' }, index) =>
    items[index]?.assumption === undefined ? [] : [label],
  )
  return {
    id,
    path: notePath(set.note.facts),
    person: about,
    isNew,
    items: saved,
    guessed,
    labels,
    read: items,
  }
}

async function report(
  context: Context,
  files: NoteFiles,
  noted: Kept,
  people: readonly Person[],
): Promise<void> {
  const { terminal, common } = context
  const theme = themeFor(terminal)
  const room = roomOf(terminal)
  const quiet = common.quiet === true
  if (common.json !== true) terminal.out(quiet ? `${noted.path}\n` : notedText(noted, theme, room))
  const texts = noted.read.map(({ words }) => words)
  const { findings, bad } =
    quiet && common.json !== true
      ? { findings: [], bad: [] }
      : await wordingOf(context, files, noted.person.name, texts)
  if (!quiet) {
    const labels = texts.length > 1 ? noted.items.map(({ label }) => label) : []
    terminal.err(badLines(bad))
    terminal.err(wordingLines(findings, labels, theme, room))
    const unnamed = noted.read.filter(({ facts }) => facts.unnamed === true)
    const others = unnamed.flatMap(({ words }) => othersNamed(words, noted.person.slug, people))
    if (others.length > 0) terminal.err(namedLine([...new Set(others)]))
  }
  if (common.json === true) terminal.out(jsonText(notedJson(noted, findings.length)))
}

function notedJson({ id, path, person, items, read }: Kept, findings: number): object {
  return {
    id,
    path,
    person: person.slug,
    kind: 'evidence',
    items: items.map((item, index) => ({ ...item, title: read[index]?.words ?? '' })),
    findings,
  }
}
