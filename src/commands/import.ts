import { entryOf, LIBRARY_OF } from '../core/evidence/lists.ts'
import {
  columnNamed,
  findColumns,
  findSource,
  mapColumns,
  unclearColumns,
  unclearFields,
  withColumn,
} from '../core/importing/columns.ts'
import { type DateOrder, readDateOrder } from '../core/importing/days.ts'
import type { Columns } from '../core/importing/fields.ts'
import type { Gathered } from '../core/importing/gather.ts'
import { type ImportData, importData } from '../core/importing/load.ts'
import { maskerFor } from '../core/importing/masks.ts'
import type { ImportAbout } from '../core/importing/note.ts'
import { type Preview, previewData, previewOf } from '../core/importing/preview.ts'
import { type Reading, readThrough, rowsSaved } from '../core/importing/read.ts'
import {
  formatRemembered,
  type Remembered,
  readRemembered,
  rememberedPath,
} from '../core/importing/remembered.ts'
import { composeImport, type ImportSet, pick, saveImport } from '../core/importing/save.ts'
import { scaleOf, sideReader } from '../core/importing/scores.ts'
import { canAsk } from '../core/interview/guided.ts'
import { dayOption } from '../core/notebook/day-option.ts'
import { loadPeople } from '../core/notebook/load.ts'
import type { Person } from '../core/notebook/note.ts'
import { checkName } from '../core/notebook/person-change.ts'
import type { Asker, Context, Ended, ExportFile, MenuScreen, NoteFiles, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { loadLibrary } from '../core/template/load.ts'
import {
  addHint,
  importedText,
  nothingNew,
  previewText,
  progressEnd,
  progressLine,
  readingsText,
} from '../views/import.ts'
import { addScreen, canOffer, columnScreen, orderScreen, saveScreen } from '../views/import-screens.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { askerLook } from '../views/question.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

interface Wanted {
  readonly path: string
  readonly map: readonly string[]
  readonly person: string | undefined
  readonly order: DateOrder | undefined
  readonly encoding: string | undefined
  readonly source: string | undefined
  readonly since: string | undefined
  readonly masks: boolean
  readonly isTrial: boolean
  readonly creates: boolean
}

interface Work {
  readonly context: Context
  readonly wanted: Wanted
  readonly files: NoteFiles
  readonly people: readonly Person[]
  readonly data: ImportData
  readonly file: ExportFile
  readonly memory: Remembered | undefined
  /** Undefined where nobody can be asked. */
  readonly asker: (() => Promise<Asker>) | undefined
}

/** The mentor left, or the terminal went away, before anything was saved. */
class Left extends Error {
  readonly ended: Ended | undefined
  constructor(ended: Ended | undefined) {
    super('left')
    this.ended = ended
  }
}

/** Reads an export of another system into evidence notes: shows what it would save, asks, saves all of it or nothing. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const wanted = await wantedFrom(context, args, options)
  const files = await context.notebookAt(undefined)
  const people = await loadPeople(files)
  context.terminal.err(badLines(people.bad))
  const file = await context.openExport(wanted.path, wanted.encoding)
  const memory = await recalled(files, file)
  const asking = askers(context)
  const work = { context, wanted, files, people: people.found, data: await importData(context), file, memory }
  try {
    return await imported({ ...work, asker: canAsk(context) ? asking.open : undefined })
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
    since: since === undefined ? undefined : await dayOption(context, '--since', since),
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

async function recalled(files: NoteFiles, { headings }: ExportFile): Promise<Remembered | undefined> {
  const path = rememberedPath(headings)
  const text = await files.read(path)
  return text === undefined ? undefined : readRemembered(text, path, headings)
}

async function imported(work: Work): Promise<Outcome> {
  const { context, wanted, data, file, people } = work
  const columns = await columnsFor(work)
  const source = await sourceFor(work)
  const { gathered, order } = await gather(work, columns)
  const scale = scaleOf(gathered.largest, gathered.smallest)
  const score = sideReader(data.scores)
  const sideOf: ImportAbout['sideOf'] = (given) => score(given, scale)
  const preview = previewOf({ file, columns, source, gathered, masked: wanted.masks }, people, sideOf)
  const dry = wanted.isTrial
  if (context.common.json === true && dry)
    context.terminal.out(jsonText({ ...previewData(preview, sideOf), saved: false }))
  if (context.common.json !== true && (dry || context.common.quiet !== true)) show(context, preview, dry)
  if (dry) return 'done'
  const added = await addedTo(work, preview)
  const picked = pick(gathered, added, people)
  for (const { isNew, person } of picked) if (isNew) checkName(person.name, people)
  if (picked.length === 0) return nothing(work, preview, sideOf)
  await confirm(
    work,
    picked.reduce((sum, { group }) => sum + group.entries.length, 0),
    picked.length,
  )
  const ids = await context.ids()
  const { clock } = context
  const about = {
    file: file.name,
    source,
    now: clock.now(),
    today: clock.today(),
    sideOf,
    nextId: () => ids.next(),
  }
  const set = composeImport(picked, about)
  const memory = {
    columns,
    ...(order === undefined ? {} : { order }),
    ...(source === undefined ? {} : { source }),
  }
  const text = formatRemembered(memory, file.headings)
  await saveImport(await context.notebookToWrite(), ids.next(), set, { headings: file.headings, text })
  report(work, preview, set, sideOf)
  return 'done'
}

async function columnsFor({ wanted, file, data, memory, asker }: Work): Promise<Columns> {
  const { headings } = file
  const found = memory?.columns ?? findColumns(headings, data.columns)
  const named =
    wanted.person === undefined ? found : withColumn(found, columnNamed(wanted.person, headings), 'person')
  let columns = mapColumns(named, headings, wanted.map)
  const unclear = unclearFields(columns)
  if (asker === undefined && unclear.length > 0) throw unclearColumns(unclear, headings)
  for (const field of unclear) {
    const chosen = await chosenFrom(asker, columnScreen(file.name, field, headings))
    columns = withColumn(columns, Number(chosen), field)
  }
  return columns
}

async function sourceFor({ context, files, wanted, file, data, memory }: Work): Promise<string | undefined> {
  if (wanted.source === undefined) return memory?.source ?? findSource(file.headings, data.columns)
  return entryOf('source', wanted.source, await loadLibrary(LIBRARY_OF.source, files, await context.data()))
}

/** Reads the file through; a date with two readings is asked about, and the file read once more. */
async function gather(
  work: Work,
  columns: Columns,
): Promise<{ readonly gathered: Gathered; readonly order: DateOrder | undefined }> {
  const { context, wanted, file, people, data, memory, asker } = work
  const { common, terminal } = context
  const reading: Omit<Reading, 'order'> = {
    file,
    columns,
    people,
    saved: await rowsSaved(context),
    mask: wanted.masks ? maskerFor(data.masks) : undefined,
    since: wanted.since,
  }
  const shown = terminal.interactive && terminal.onScreen && !terminal.plain && common.quiet !== true
  const through = (order: DateOrder | undefined) => withProgress(context, file, shown, { ...reading, order })
  const order = wanted.order ?? memory?.order
  const first = await through(order)
  if (first.ambiguous === undefined) return { gathered: first, order }
  if (asker === undefined) throw twoReadings(file.name, first.ambiguous)
  const chosen = (await chosenFrom(asker, orderScreen(first.ambiguous))) === 'MDY' ? 'MDY' : 'DMY'
  return { gathered: await through(chosen), order: chosen }
}

/** Files smaller than this are read before anybody could read the line, in bytes. */
const QUICK = 3_000_000

async function withProgress(
  context: Context,
  file: ExportFile,
  shown: boolean,
  reading: Reading,
): Promise<Gathered> {
  const { terminal } = context
  if (!shown || file.size < QUICK) return readThrough(reading)
  let last = -1
  try {
    return await readThrough(reading, (share) => {
      const now = Math.floor(share * 100)
      if (now !== last) terminal.err(progressLine(file.name, share, terminal.columns))
      last = now
    })
  } finally {
    terminal.err(progressEnd(terminal.columns))
  }
}

function twoReadings(file: string, { line, words, readings }: NonNullable<Gathered['ambiguous']>): Trouble {
  const [dayFirst, monthFirst] = readingsText(readings)
  return new Trouble({
    kind: 'usage',
    message: `${file}, line ${line}: "${words}" can mean ${dayFirst} or ${monthFirst}. Nothing was saved.`,
    mend: 'Say which with --date-format DD/MM/YYYY or --date-format MM/DD/YYYY.',
  })
}

function show({ terminal }: Context, preview: Preview, isResult: boolean): void {
  const text = previewText(preview, themeFor(terminal), roomOf(terminal))
  if (isResult) terminal.out(text)
  else terminal.err(`${text}\n`)
}

/** The names that are to be added: those that are picked, or all of them where that was said. */
async function addedTo(
  { context, wanted, people, file, asker }: Work,
  preview: Preview,
): Promise<readonly string[]> {
  const { gathered, near } = preview
  if (gathered.unknown.length === 0) return []
  if (wanted.creates) {
    if (!gathered.tooManyUnknown)
      return gathered.unknown.filter(({ entries }) => entries.length > 0).map(({ name }) => name)
    const mend = 'Add those you work with first: tactful people add "Their Name"'
    throw new Trouble({
      kind: 'usage',
      message: 'There are too many comments about people who are not in the notebook.',
      mend,
    })
  }
  const offered = { ...gathered, unknown: gathered.unknown.filter(({ entries }) => entries.length > 0) }
  if (asker !== undefined && context.common.yes !== true && canOffer(offered)) {
    const reply = await (await asker()).ask(
      addScreen(file.name, offered.unknown, near, people.length === 0),
      async () => undefined,
    )
    if (reply.reply === 'quit') throw new Left(reply.ended)
    return reply.reply === 'answer' && Array.isArray(reply.raw) ? reply.raw : []
  }
  if (context.common.quiet !== true) context.terminal.err(addHint(gathered.unknown.map(({ name }) => name)))
  return []
}

function nothing({ context }: Work, preview: Preview, sideOf: ImportAbout['sideOf']): Outcome {
  const { common, terminal } = context
  if (common.json === true) terminal.out(jsonText({ ...previewData(preview, sideOf), saved: [] }))
  else if (common.quiet !== true) terminal.err(nothingNew(preview.gathered))
  const isWaiting = preview.gathered.known.length === 0 && preview.gathered.unknown.length > 0
  return isWaiting ? 'attention' : 'done'
}

async function confirm({ context, asker }: Work, comments: number, people: number): Promise<void> {
  if (context.common.yes === true) return
  if (asker !== undefined) {
    await chosenFrom(asker, saveScreen(comments, people))
    return
  }
  const mend = 'Add --yes to save it, or --dry-run to look only.'
  throw new Trouble({
    kind: 'usage',
    message: 'An import is saved only after asking, and nobody can be asked here.',
    mend,
  })
}

function report({ context }: Work, preview: Preview, set: ImportSet, sideOf: ImportAbout['sideOf']): void {
  const { terminal, common } = context
  const notes = set.notes.map(({ path, note, person }) => ({
    id: note.facts.id,
    path,
    person: person.slug,
    name: person.name,
    items: note.facts.items?.length ?? 0,
  }))
  const added = [...new Set(set.notes.filter(({ isNew }) => isNew).map(({ person }) => person.name))]
  if (common.json === true) {
    terminal.out(
      jsonText({
        ...previewData(preview, sideOf),
        saved: notes.map(({ name: _name, ...one }) => one),
        added,
      }),
    )
  } else if (common.quiet === true) terminal.out(notes.map(({ path }) => `${path}\n`).join(''))
  else terminal.out(importedText(notes, added, themeFor(terminal), roomOf(terminal)))
}

/** One asker for all questions, opened with the first of them. */
function askers(context: Context): {
  readonly open: () => Promise<Asker>
  readonly close: () => Promise<void>
} {
  let opened: Promise<Asker> | undefined
  return {
    open() {
      opened ??= context.asker(askerLook(themeFor(context.terminal)))
      return opened
    },
    async close() {
      if (opened !== undefined) (await opened).close()
    },
  }
}

async function chosenFrom(asker: Work['asker'], screen: MenuScreen): Promise<string> {
  if (asker === undefined) throw unanswered()
  const choice = await (await asker()).choose(screen)
  if (choice.reply !== 'chosen') throw new Left(choice.reply === 'quit' ? choice.ended : undefined)
  if (choice.value === '@leave') throw new Left(undefined)
  return choice.value
}

function unanswered(): Trouble {
  const mend = 'Nothing was saved. Answer it, or say everything with flags: tactful import --help'
  return new Trouble({ kind: 'usage', message: 'A question was left without an answer.', mend })
}
