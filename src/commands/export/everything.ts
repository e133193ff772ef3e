import type { Held } from '../../core/care/held.ts'
import { heldAbout, textsIn } from '../../core/care/held.ts'
import { splitInstant } from '../../core/dates.ts'
import type { MaskData } from '../../core/importing/masks.ts'
import type { Step } from '../../core/interview/state.ts'
import type { WaitingDraft } from '../../core/interview/take-up.ts'
import { everyoneIn, loadNotes, loadPeople, readNote } from '../../core/notebook/load.ts'
import { findPerson } from '../../core/notebook/people.ts'
import type { NoteFiles } from '../../core/ports/note-files.ts'
import type { Context, Outcome } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import { MENTOR } from '../../core/sharing/aliases.ts'
import { calledBy } from '../../core/sharing/anonymous.ts'
import {
  type Everything,
  everythingAbout,
  type ReadDraft,
  type ReadFile,
} from '../../core/sharing/everything.ts'
import { mentorNames } from '../../core/sharing/make.ts'
import { namedIn, thirdParties } from '../../core/sharing/third-parties.ts'
import { notKnown, unknownNames } from '../../core/sharing/unknown-names.ts'
import { everyQuestion } from '../../core/template/find.ts'
import { loadTemplate } from '../../core/template/load.ts'
import { clean, cleanLine } from '../../core/text/clean.ts'
import { jsonText } from '../../views/json.ts'
import { badLines } from '../../views/notes.ts'
import type { Options } from '../card.ts'
import { mayLeave } from './leave.ts'
import { checkBinary, formatFor, written } from './write.ts'

/** Writes all that is held about somebody, for them to read: told and asked first, like any copy that leaves. */
export async function everything(
  context: Context,
  args: readonly string[],
  given: string,
  options: Options,
): Promise<Outcome> {
  const [to, split] = [textOf(options.to), textOf(options.split)]
  checkAlone(args, options)
  const format = await formatFor(options.format, to)
  if (format.id === 'csv' || format.id === 'ics') throw notAll(format.id)
  checkBinary(format, to ?? split)
  const files = await context.notebook()
  const [people, notes] = await Promise.all([loadPeople(files), loadNotes(files)])
  context.terminal.err(badLines([...people.bad, ...notes.bad]))
  const everyone = everyoneIn(
    people.found,
    notes.found.map(({ note }) => note.facts),
  )
  const person = findPerson(given, everyone)
  const held = await heldAbout(context, files, person, { everyone, found: notes.found })
  const masks = (await (await context.data()).shipped('import', 'masks')) as MaskData
  const others = thirdParties([...everyone, ...namedIn(held.notes, everyone)], person.slug, masks)
  const copies = everythingAbout(await readAll(context, files, held), others.clean, format.id === 'json')
  const words = copies
    .flatMap(({ sections, lead }) => [lead, ...sections.map(({ text }) => text)])
    .join('\n\n')
  const isTrial = options.dryRun === true
  const own = new Set([person.name, ...person.aliases, ...person.name.split(' ')])
  const mentors = await mentorNames(
    context,
    copies.map(({ lead }) => lead),
  )
  const unknown = notKnown(unknownNames(words), [calledBy(person), { key: MENTOR, names: mentors }])
  const looks = [...others.looks(), ...unknown].filter((look) => !own.has(look.words))
  const force = options.force === true
  const places = copies.map(({ date }, at) => {
    const number = String(at + 1).padStart(String(copies.length).length, '0')
    return `${split?.replace(/[/\\]+$/, '')}/${number}-${date}.${format.extension}`
  })
  if (!isTrial)
    for (const file of to !== undefined ? [to] : split !== undefined ? places : [])
      await context.checkFile(file, force)
  const ended = await mayLeave(
    context,
    {
      ...{ reader: 'person', notes: copies, removed: others.removed(), aliases: others.given() },
      ...{ passedOver: new Map(), findings: [], personal: [], looks, unsaid: 0 },
    },
    { to: to ?? split, isTrial },
  )
  if (ended !== undefined) return ended
  if (split !== undefined && !isTrial) {
    for (const [at, copy] of copies.entries()) {
      const file = places[at] ?? ''
      await context.writeFile(file, await written(context, format, [copy], []), force)
      context.terminal.out(`${cleanLine(`Saved.  ${file}`)}\n`)
    }
    return 'done'
  }
  const content = await written(context, format, copies, [], `For ${person.name}`)
  if (to !== undefined && !isTrial) {
    await context.writeFile(to, content, force)
    const done = { person: person.slug, for: 'person', file: to }
    context.terminal.out(context.common.json === true ? jsonText(done) : `${cleanLine(`Saved.  ${to}`)}\n`)
  } else if (typeof content === 'string') {
    context.terminal.out(
      context.common.json === true
        ? jsonText({ person: person.slug, for: 'person', text: content })
        : clean(content),
    )
  }
  return 'done'
}

async function readAll(context: Context, files: NoteFiles, held: Held): Promise<Everything> {
  const read: ReadFile[] = []
  for (const { path } of held.files.filter((file) => !file.path.startsWith('people/')))
    read.push(await readFile(files, path))
  const drafts: ReadDraft[] = []
  for (const draft of held.drafts) drafts.push(await readDraft(context, files, draft))
  return { held, files: read, drafts, today: context.clock.today() }
}

async function readFile(files: NoteFiles, path: string): Promise<ReadFile> {
  let text: string | undefined
  try {
    text = await files.read(path)
    if (text === undefined) return { path }
    return { path, text, note: (await readNote(text, path)).note }
  } catch (error) {
    if (error instanceof Trouble) return { path, ...(text === undefined ? {} : { text }) }
    throw error
  }
}

async function readDraft(context: Context, files: NoteFiles, draft: WaitingDraft): Promise<ReadDraft> {
  const { head, title, short } = draft
  const kept = await (await context.drafts()).read(head.draft)
  const asks = await asksOf(context, files, head.template)
  const answers = answersIn(kept?.steps ?? []).map(({ path, words }) => ({
    ask: asks.get(path.split('/').at(-1) ?? '') ?? path,
    words,
  }))
  const date = splitInstant(head.created)?.day ?? context.clock.today()
  return { id: short, title: title ?? 'a preparation', date, answers }
}

/** A template that is gone leaves the ids of its questions. */
async function asksOf(context: Context, files: NoteFiles, id: string): Promise<ReadonlyMap<string, string>> {
  try {
    const { template } = await loadTemplate(id, files, await context.data())
    return new Map(everyQuestion(template).map((question) => [question.id, question.ask]))
  } catch (error) {
    if (error instanceof Trouble) return new Map()
    throw error
  }
}

/** Everything that was ever typed stands in a draft, also what was answered anew later. */
function answersIn(steps: readonly Step[]): readonly { readonly path: string; readonly words: string }[] {
  return steps.flatMap((step) => {
    if (step.step === 'all') return answersIn(step.steps)
    if (step.step === 'typed') return step.text.trim() === '' ? [] : [{ path: step.path, words: step.text }]
    if (step.step !== 'answer') return []
    const kept = (step.kept ?? []).flatMap(({ words, reason }) => [words, reason])
    const words = [
      ...(typeof step.value === 'number' ? [String(step.value)] : textsIn(step.value)),
      ...kept,
    ].join('\n')
    return words.trim() === '' ? [] : [{ path: step.path, words }]
  })
}

/** Everything is for the person, and whole. */
function checkAlone(args: readonly string[], options: Options): void {
  const narrow = ['person', 'kind', 'since', 'until', 'template', 'goal'].filter(
    (name) => options[name] !== undefined,
  )
  const isOther = options.for !== undefined && options.for !== 'person'
  if (args.length === 0 && narrow.length === 0 && !isOther && !(options.to && options.split)) return
  throw new Trouble({
    kind: 'usage',
    message:
      '--everything-about leaves nothing out and is for the person, so it stands without ids, filters and other readers.',
    mend: 'Give it alone, with --to FILE or --split FOLDER, and --format where you want one.',
  })
}

function notAll(format: string): Trouble {
  return new Trouble({
    kind: 'usage',
    message: `Not all that is held about somebody fits into ${format}.`,
    mend: 'Use --format md, html, docx or json.',
  })
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
