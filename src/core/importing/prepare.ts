import { formatDay } from '../dates.ts'
import { areaNamed, entryOf, LIBRARY_OF, listNames } from '../evidence/lists.ts'
import type { Person } from '../notebook/note.ts'
import type { ExportFile } from '../ports/import-file.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { type Problem, Trouble } from '../problem.ts'
import { loadLibrary } from '../template/load.ts'
import {
  columnNamed,
  findColumns,
  findSource,
  mapColumns,
  unclearColumns,
  unclearFields,
  withColumn,
} from './columns.ts'
import type { DateOrder } from './days.ts'
import type { Columns, Field } from './fields.ts'
import type { Gathered } from './gather.ts'
import { importData } from './load.ts'
import { maskerFor } from './masks.ts'
import { type OwnExport, ownExport } from './own.ts'
import { notesSeen, readThrough, rowsSaved } from './read.ts'
import { type Remembered, readRemembered, rememberedPath } from './remembered.ts'
import { type Side, scaleOf, sideReader } from './scores.ts'

/** What was said about a file on the command line. */
export interface ImportWishes {
  /** `heading=field`, one text each. */
  readonly map: readonly string[]
  /** Heading of the column that names the colleague. */
  readonly person: string | undefined
  readonly order: DateOrder | undefined
  /** As typed; an entry of the list of sources. */
  readonly source: string | undefined
  /** Plain day. */
  readonly since: string | undefined
  readonly masks: boolean
}

/** Asks what a file does not say by itself. */
export interface ImportQuestions {
  /** The column (from 0) that holds a field. */
  column(field: Field, headings: readonly string[]): Promise<number>
  order(ambiguous: NonNullable<Gathered['ambiguous']>): Promise<DateOrder>
}

/** A file that was read, and how. */
export interface Prepared extends Remembered {
  readonly file: ExportFile
  readonly gathered: Gathered
  readonly masked: boolean
  /** Paths of the notes its rows were compared with. */
  readonly seen: ReadonlySet<string>
  /** Notes it could not be compared with. */
  readonly bad: readonly Problem[]
  /** Side of a score, where it has one. */
  readonly sideOf: (score: string) => Side | undefined
  /** The area of our own that a criterion is about, where its words name one. */
  readonly areaOf: (criterion: string) => string | undefined
}

/** What preparing needs: the world, the notebook's files and people, the file, and what was said about it. */
interface ImportDesk {
  readonly context: Context
  readonly files: NoteFiles
  readonly people: readonly Person[]
  readonly file: ExportFile
  readonly wishes: ImportWishes
  /** Undefined where nobody can be asked. */
  readonly questions: ImportQuestions | undefined
  /** Gets the share read so far, 0 to 1. */
  readonly progress: ((share: number) => void) | undefined
}

/**
 * Finds out what the columns of an export hold (by what was said, what is remembered, or their headings), and reads it.
 * Throws `usage` for what is unclear where nobody can be asked, `config` for a broken memory, and `data`.
 */
export async function prepareImport(desk: ImportDesk): Promise<Prepared> {
  const { context, files, wishes } = desk
  const own = ownExport(desk.file)
  const file = own?.file ?? desk.file
  const data = await importData(context)
  const memory = await recalled(files, file)
  const columns = await columnsFor(
    desk,
    memory?.columns ?? own?.columns ?? findColumns(file.headings, data.columns),
  )
  const typed = wishes.source
  const source =
    typed === undefined
      ? (memory?.source ?? findSource(file.headings, data.columns))
      : entryOf('source', typed, await loadLibrary(LIBRARY_OF.source, files, await context.data()))
  const mask = wishes.masks ? maskerFor(data.masks) : undefined
  const { gathered, order } = await gather(
    { ...desk, file, own },
    columns,
    wishes.order ?? memory?.order,
    mask,
  )
  const scale = scaleOf(gathered.largest, gathered.smallest)
  const sideOf = sideReader(data.scores)
  const areas = (await listNames('area', files, await context.data())).names
  return {
    file,
    columns,
    gathered,
    masked: wishes.masks,
    ...(await notesSeen(context)),
    sideOf: (score) => sideOf(score, scale),
    areaOf: (criterion) => areaNamed(criterion, areas),
    ...(order === undefined ? {} : { order }),
    ...(source === undefined ? {} : { source }),
  }
}

async function recalled(files: NoteFiles, { headings }: ExportFile): Promise<Remembered | undefined> {
  const path = rememberedPath(headings)
  const text = await files.read(path)
  return text === undefined ? undefined : readRemembered(text, path, headings)
}

async function columnsFor({ file, wishes, questions }: ImportDesk, found: Columns): Promise<Columns> {
  const { headings } = file
  const { person, map } = wishes
  const named = person === undefined ? found : withColumn(found, columnNamed(person, headings), 'person')
  let columns = mapColumns(named, headings, map)
  const unclear = unclearFields(columns)
  if (unclear.length > 0 && questions === undefined) throw unclearColumns(unclear, headings)
  for (const field of unclear) {
    if (questions !== undefined) columns = withColumn(columns, await questions.column(field, headings), field)
  }
  return columns
}

/** Reads the file through; a date with two readings is asked about, and the file read once more. */
async function gather(
  { context, file, own, people, wishes, questions, progress }: ImportDesk & { own: OwnExport | undefined },
  columns: Columns,
  given: DateOrder | undefined,
  mask: ReturnType<typeof maskerFor> | undefined,
): Promise<{ readonly gathered: Gathered; readonly order: DateOrder | undefined }> {
  const saved = await rowsSaved(context)
  const reading = { file, columns, own: own?.own, people, saved, mask, since: wishes.since }
  const first = await readThrough({ ...reading, order: given }, progress)
  if (first.ambiguous === undefined) return { gathered: first, order: given }
  if (questions === undefined) throw twoReadings(file.name, first.ambiguous)
  const order = await questions.order(first.ambiguous)
  return { gathered: await readThrough({ ...reading, order }, progress), order }
}

function twoReadings(file: string, { line, words, readings }: NonNullable<Gathered['ambiguous']>): Trouble {
  const [dayFirst, monthFirst] = readings.map(formatDay)
  return new Trouble({
    kind: 'usage',
    message: `${file}, line ${line}: "${words}" can mean ${dayFirst} or ${monthFirst}. Nothing was saved.`,
    mend: 'Say which with --date-format DD/MM/YYYY or --date-format MM/DD/YYYY.',
  })
}
