import { type DateOrder, readDateOrder } from '../core/importing/days.ts'
import {
  type ImportQuestions,
  type ImportWishes,
  type Prepared,
  prepareImport,
} from '../core/importing/prepare.ts'
import { type Preview, previewData, previewOf } from '../core/importing/preview.ts'
import { formatRemembered } from '../core/importing/remembered.ts'
import { composeImport, type ImportSet, type Picked, pick, saveImport } from '../core/importing/save.ts'
import { readFilters } from '../core/notebook/filters.ts'
import { loadPeople } from '../core/notebook/load.ts'
import type { Person } from '../core/notebook/note.ts'
import { checkName } from '../core/notebook/person-change.ts'
import type { ExportFile } from '../core/ports/import-file.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { addHint, importedText, nothingNew, previewText, progressEnd, progressLine } from '../views/import.ts'
import { addScreen, canOffer, columnScreen, orderScreen, saveScreen } from '../views/import-screens.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'
import { type Asking, askingIn, chosenFrom, Left } from './import/asking.ts'

interface Wanted extends ImportWishes {
  readonly path: string
  readonly encoding: string | undefined
  readonly isTrial: boolean
  readonly creates: boolean
}

interface Work {
  readonly context: Context
  readonly wanted: Wanted
  readonly people: readonly Person[]
  readonly prepared: Prepared
  readonly preview: Preview
  readonly asking: Asking
}

/** Reads an export of another system into evidence notes: shows what it would save, asks, saves all of it or nothing. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const asking = askingIn(context)
  try {
    return await imported(context, await wantedFrom(context, args, options), asking)
  } catch (error) {
    if (!(error instanceof Left)) throw error
    if (error.ended === 'end') throw unanswered()
    context.terminal.err('Nothing was saved.\n')
    return error.ended ?? 'done'
  } finally {
    await asking.close()
  }
}

async function wantedFrom(context: Context, args: readonly string[], options: Options): Promise<Wanted> {
  const text = (key: string) => {
    const value = options[key]
    return typeof value === 'string' ? value : undefined
  }
  const since = text('since')
  return {
    path: args[0] ?? '',
    map: Array.isArray(options.map) ? options.map : [],
    person: text('person'),
    order: orderFrom(text('dateFormat')),
    encoding: text('encoding'),
    source: text('source'),
    since: (await readFilters(context, { since }, [])).since,
    masks: options.mask !== false,
    isTrial: options.dryRun === true,
    creates: options.createPeople === true,
  }
}

function orderFrom(format: string | undefined): DateOrder | undefined {
  const order = format === undefined ? undefined : readDateOrder(format)
  if (format === undefined || order !== undefined) return order
  throw new Trouble({
    kind: 'usage',
    message: `--date-format ${format} is not an order of day, month and year.`,
    mend: 'Write it such as DD/MM/YYYY, MM/DD/YYYY or YYYY-MM-DD.',
  })
}

async function imported(context: Context, wanted: Wanted, asking: Asking): Promise<Outcome> {
  const files = await context.notebookAt(undefined)
  const { found: people, bad } = await loadPeople(files)
  context.terminal.err(badLines(bad))
  const file = await context.openExport(wanted.path, wanted.encoding)
  const line = progressOf(context, file)
  const questions = asking.can ? questionsOf(asking, file) : undefined
  const desk = { context, files, people, file, wishes: wanted, questions, progress: line?.show }
  const prepared = await prepareImport(desk).finally(() => line?.end())
  context.terminal.err(badLines(prepared.bad))
  const preview = previewOf(prepared, people)
  const work = { context, wanted, people, prepared, preview, asking }
  show(work)
  if (wanted.isTrial) return 'done'
  const picked = pick(prepared.gathered, await addedTo(work), people)
  for (const { isNew, person } of picked) if (isNew) checkName(person.name, people)
  if (picked.length === 0) return nothing(work)
  await confirm(work, picked)
  report(work, await save(work, picked))
  return 'done'
}

function questionsOf(asking: Asking, { name }: ExportFile): ImportQuestions {
  return {
    column: async (field, headings) => Number(await chosenFrom(asking, columnScreen(name, field, headings))),
    order: async (ambiguous) =>
      (await chosenFrom(asking, orderScreen(ambiguous))) === 'MDY' ? 'MDY' : 'DMY',
  }
}

/** Files smaller than this are read before anybody could read the line, in bytes. */
const QUICK = 3_000_000

function progressOf({ terminal, common }: Context, { name, size }: ExportFile) {
  if (!terminal.interactive || terminal.plain || common.quiet === true || size < QUICK) return undefined
  let last = -1
  return {
    show(share: number): void {
      const now = Math.floor(share * 100)
      if (now !== last) terminal.err(progressLine(name, share, terminal.columns))
      last = now
    },
    end: (): void => terminal.err(progressEnd(terminal.columns)),
  }
}

/** The preview is the result of a trial, and stands beside the result otherwise. */
function show({ context, wanted, preview }: Work): void {
  const { terminal, common } = context
  if (wanted.isTrial && common.json === true) {
    terminal.out(jsonText({ ...previewData(preview), saved: false }))
    return
  }
  const text = previewText(preview, themeFor(terminal), roomOf(terminal))
  if (wanted.isTrial) terminal.out(text)
  else if (common.quiet !== true) terminal.err(`${text}\n`)
}

/** The names that are to be added: those that are picked, or all of them where that was said. */
async function addedTo({ context, wanted, people, preview, asking }: Work): Promise<readonly string[]> {
  const { gathered, near, file } = preview
  const unknown = gathered.unknown.filter(({ figures }) => figures.comments > 0)
  const names = unknown.map(({ name }) => name)
  if (unknown.length === 0) return []
  if (wanted.creates) {
    if (!gathered.tooManyUnknown) return names
    const message = 'There are too many comments about people who are not in the notebook.'
    const mend = 'Add those you work with first: tactful people add "Their Name"'
    throw new Trouble({ kind: 'usage', message, mend })
  }
  if (asking.can && context.common.yes !== true && canOffer({ ...gathered, unknown })) {
    const screen = addScreen(file.name, unknown, near, people.length === 0)
    const reply = await (await asking.open()).ask(screen, async () => undefined)
    if (reply.reply === 'quit') throw new Left(reply.ended)
    return reply.reply === 'answer' && Array.isArray(reply.raw) ? reply.raw : []
  }
  if (context.common.quiet !== true) context.terminal.err(addHint(names))
  return []
}

function nothing({ context, preview }: Work): Outcome {
  const { common, terminal } = context
  const { known, unknown } = preview.gathered
  if (common.json === true) terminal.out(jsonText({ ...previewData(preview), saved: [], added: [] }))
  else if (common.quiet !== true) terminal.err(nothingNew(preview.gathered))
  return known.length === 0 && unknown.length > 0 ? 'attention' : 'done'
}

async function confirm({ context, asking }: Work, picked: readonly Picked[]): Promise<void> {
  if (context.common.yes === true) return
  if (!asking.can) {
    const message = 'An import is saved only after asking, and nobody can be asked here.'
    throw new Trouble({ kind: 'usage', message, mend: 'Add --yes to save it, or --dry-run to look only.' })
  }
  const comments = picked.reduce((sum, { group }) => sum + group.entries.length, 0)
  await chosenFrom(asking, saveScreen(comments, picked.length))
}

async function save({ context, prepared }: Work, picked: readonly Picked[]): Promise<ImportSet> {
  const { file, source, sideOf, areaOf } = prepared
  const ids = await context.ids()
  const set = composeImport(picked, {
    file: file.name,
    source,
    now: context.clock.now(),
    today: context.clock.today(),
    sideOf,
    areaOf,
    nextId: () => ids.next(),
  })
  const memory = { headings: file.headings, text: formatRemembered(prepared, file.headings) }
  await saveImport(await context.notebookToWrite(), set, memory, prepared.seen)
  return set
}

function report({ context, preview }: Work, set: ImportSet): void {
  const { terminal, common } = context
  const notes = set.notes.map(({ path, note, person }) => {
    const { id, items = [] } = note.facts
    return { id, path, person: person.slug, name: person.name, items: items.length }
  })
  const added = [...new Set(set.notes.filter(({ isNew }) => isNew).map(({ person }) => person.name))]
  if (common.json === true) terminal.out(jsonText({ ...previewData(preview), saved: notes, added }))
  else if (common.quiet === true) terminal.out(notes.map(({ path }) => `${path}\n`).join(''))
  else terminal.out(importedText(notes, added, themeFor(terminal), roomOf(terminal)))
}

function unanswered(): Trouble {
  const mend = 'Nothing was saved. Answer it, or say everything with flags: tactful import --help'
  return new Trouble({ kind: 'usage', message: 'A question was left without an answer.', mend })
}
