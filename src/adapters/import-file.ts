import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, extname, resolve } from 'node:path'
import { pipeline, type Readable } from 'node:stream'
import { oneLine } from '../core/notebook/body.ts'
import type { ExportFile, ExportRow } from '../core/ports/import-file.ts'
import { Trouble } from '../core/problem.ts'
import { encodingNamed, lookOver, toUtf8 } from './import/encoding.ts'
import { errnoOf } from './store/durable.ts'

/** So much of a file is looked at to see what it is, in bytes. */
const HEAD = 64 * 1024
/** Entries of a JSON file whose names become the headings. */
const HEADED = 200

interface Opened {
  readonly path: string
  readonly file: string
  readonly info: Stats
  readonly encoding: string
  readonly mark: number
  /** It was looked over, and is what it says from its first byte to its last. */
  readonly isChecked: boolean
}

/** Opens an export: finds its encoding, whether it is CSV, JSON or JSON Lines, and its headings. Throws `usage` when it is not there or the encoding is unknown, `data` with the line, and `disk`. */
export async function openExport(
  folder: string,
  path: string,
  encoding: string | undefined,
): Promise<ExportFile> {
  const opened = await open(folder, path, encoding)
  const head = await headOf(opened)
  if (head.trim() === '') throw refusal(path)(1, 'there is nothing in this file.')
  const about = { name: basename(path), encoding: opened.encoding, size: opened.info.size }
  const format = formatOf(head, path)
  return format === 'csv' ? csvExport(opened, head, about) : jsonExport(opened, format, about)
}

type About = Pick<ExportFile, 'name' | 'encoding' | 'size'>

async function open(folder: string, path: string, encoding: string | undefined): Promise<Opened> {
  const file = resolve(folder, path.replace(/^~(?=\/|$)/, homedir()))
  const info = await stat(file).catch(() => undefined)
  if (info === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `There is no file ${path}.`,
      mend: 'Check the path, then try again.',
    })
  }
  const refuse = refusal(path)
  if (!info.isFile()) throw refuse(undefined, 'this is not a plain file.')
  const given = encoding === undefined ? undefined : encodingNamed(encoding)
  if (encoding !== undefined && given === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `--encoding ${encoding} is not known here.`,
      mend: 'Name one such as utf-8, utf-16le, windows-1252 or shift_jis.',
    })
  }
  const look = await onDisk(path, () => lookOver(createReadStream(file, { highWaterMark: 1024 * 1024 })))
  if (given !== undefined) {
    const same = 'encoding' in look && look.encoding === given
    return {
      path,
      file,
      info,
      encoding: given,
      mark: same ? look.mark : 0,
      isChecked: same && given === 'utf-8',
    }
  }
  if ('message' in look) throw refuse(look.line, look.message)
  return { path, file, info, ...look, isChecked: look.encoding === 'utf-8' }
}

/** The text from its beginning as a stream of UTF-8 bytes, and how many bytes of the file were read for it. */
function textOf({ path, file, mark, encoding, isChecked }: Opened): {
  readonly input: Readable
  readonly bytesRead: () => number
} {
  const source = createReadStream(file, { start: mark, highWaterMark: HEAD })
  const input = isChecked ? source : pipeline(source, toUtf8(encoding, refusal(path)), () => {})
  return { input, bytesRead: () => source.bytesRead }
}

async function headOf(opened: Opened): Promise<string> {
  const { input } = textOf(opened)
  try {
    for await (const chunk of input as AsyncIterable<Buffer>)
      if (chunk.length > 0) return chunk.toString('utf8')
  } finally {
    input.destroy()
  }
  return ''
}

/** By what it begins with; one JSON object is no list of them, unless another follows on the next line. */
function formatOf(head: string, path: string): ExportFile['format'] {
  const ending = extname(path).toLowerCase()
  const text = head.trimStart()
  const isCsv = ['.csv', '.tsv', '.txt', '.tab'].includes(ending)
  if (!isCsv && text.startsWith('[')) return 'json'
  if (!isCsv && text.startsWith('{')) {
    const second = /^[^\n]*\}\s*\n\s*(\S)/.exec(text)?.[1]
    if (second === '{' || ['.jsonl', '.ndjson'].includes(ending)) return 'jsonl'
    throw refusal(path)(1, 'this is one JSON object. A list of them is read: [ ... ], or one object a line.')
  }
  if (['.json', '.jsonl', '.ndjson'].includes(ending)) {
    throw refusal(path)(1, 'this is no list of JSON objects: it begins with neither [ nor {.')
  }
  return 'csv'
}

async function csvExport(opened: Opened, head: string, about: About): Promise<ExportFile> {
  const { csvRows, dialectOf } = await import('./import/csv.ts')
  const refuse = refusal(opened.path)
  const dialect = dialectOf(head)
  if (dialect === undefined) {
    throw refuse(
      1,
      'there is only one column here. A table has its cells between commas, semicolons or tabs.\nRough notes go in with: tactful jot - --about NAME < FILE\nA written reply is asked for in: tactful prep',
    )
  }
  const first = await firstRow(csvRows(textOf(opened).input, dialect, refuse, 1))
  if (first === undefined) throw refuse(1, 'there are no headings in this file.')
  return {
    ...about,
    format: 'csv',
    delimiter: dialect.delimiter,
    headings: distinct(first.cells),
    rows: (progress) =>
      counted(opened, progress, (input) => withoutHeadings(csvRows(input, dialect, refuse))),
  }
}

async function firstRow(batches: AsyncIterable<readonly ExportRow[]>): Promise<ExportRow | undefined> {
  for await (const [row] of batches) return row
  return undefined
}

async function* withoutHeadings(
  batches: AsyncIterable<readonly ExportRow[]>,
): AsyncGenerator<readonly ExportRow[]> {
  let isFirst = true
  for await (const batch of batches) {
    yield isFirst ? batch.slice(1) : batch
    isFirst = false
  }
}

async function jsonExport(opened: Opened, format: 'json' | 'jsonl', about: About): Promise<ExportFile> {
  const { jsonEntries } = await import('./import/json.ts')
  const refuse = refusal(opened.path)
  const names = new Set<string>()
  let seen = 0
  for await (const entries of jsonEntries(textOf(opened).input, format, refuse)) {
    for (const { cells } of entries) for (const name of cells.keys()) names.add(name)
    seen += entries.length
    if (seen >= HEADED) break
  }
  if (names.size === 0) throw refuse(1, 'there are no entries in this list.')
  const headings = [...names]
  async function* rows(input: Readable): AsyncGenerator<readonly ExportRow[]> {
    for await (const entries of jsonEntries(input, format, refuse)) {
      yield entries.map(({ line, cells }) => ({ line, cells: headings.map((name) => cells.get(name) ?? '') }))
    }
  }
  return { ...about, format, headings, rows: (progress) => counted(opened, progress, rows) }
}

/** The rows of the file as it was when it was opened; another text under the same name is refused. */
async function* counted(
  opened: Opened,
  progress: ((share: number) => void) | undefined,
  read: (input: Readable) => AsyncIterable<readonly ExportRow[]>,
): AsyncGenerator<readonly ExportRow[]> {
  const { path, file, info } = opened
  const unchanged = async (): Promise<void> => {
    const now = await stat(file).catch(() => undefined)
    if (now?.size === info.size && now.mtimeMs === info.mtimeMs) return
    throw refusal(path)(undefined, 'this file changed while it was being read. Try again.')
  }
  await unchanged()
  const { input, bytesRead } = textOf(opened)
  try {
    for await (const batch of read(input)) {
      yield batch
      progress?.(Math.min(1, bytesRead() / info.size))
    }
  } catch (error) {
    throw asTrouble(path, error)
  }
  await unchanged()
}

function distinct(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  // Counting goes on where it stopped, so that a row of nothing but equal headings is read in one go.
  const counts = new Map<string, number>()
  return cells.map((cell, at) => {
    const base = oneLine(cell).slice(0, 200) || `column ${at + 1}`
    let heading = base
    let count = counts.get(base) ?? 1
    while (taken.has(heading)) {
      count += 1
      heading = `${base} (${count})`
    }
    counts.set(base, count)
    taken.add(heading)
    return heading
  })
}

async function onDisk<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asTrouble(path, error)
  }
}

function asTrouble(path: string, error: unknown): unknown {
  const code = errnoOf(error)
  return code === undefined ? error : new Trouble({ kind: 'disk', code, file: path, doing: 'reading' })
}

function refusal(file: string): (line: number | undefined, message: string) => Trouble {
  return (line, message) =>
    new Trouble({ kind: 'data', file, message, ...(line === undefined ? {} : { line }) })
}
