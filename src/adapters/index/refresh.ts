import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { joinWords } from '../../core/notebook/index/words.ts'
import { buildTable } from './build.ts'
import { type WordCounts, wordCounts } from './counts.ts'
import { compareFiles, isSame, type Plan, STATS } from './plan.ts'
import { openStretches, writeSegment } from './segments.ts'
import { sweep } from './sweep.ts'
import { COLUMN, keepFile, keepTable, type Table, WIDTH } from './table.ts'

/** What is kept of one file: its line, its facts as JSON, and its words; a file that is no whole note has only a line. */
export interface Entry {
  readonly line: string
  /** Whom and which day a note is about. */
  readonly about?: { readonly person: string; readonly date: string }
  readonly facts: string
  readonly words?: readonly string[]
  /** Not to be relied on next time, whatever the file's times say. */
  readonly passing?: boolean
}

/** Which files a table is about, and where it is kept. */
export interface Ground {
  readonly root: string
  /** Folder of the notebook. */
  readonly top: 'notes' | 'private'
  /** Where the index is kept. */
  readonly folder: string
  readonly program: string
  /** Reads one file; undefined when it is gone. */
  read(path: string): Promise<Entry | undefined>
}

/** A table as the files are now. `refused` are the paths of what is no plain file. */
export interface Refreshed {
  readonly table: Table
  readonly refused: readonly string[]
}

const MOST_SEGMENTS = 12
const WORTH_MERGING = 1 << 20

/** Brings a table up to date with the files, and keeps it when something changed. Throws what the disk does. */
export async function refresh(ground: Ground, table: Table): Promise<Refreshed> {
  const plan = compareFiles(ground.root, ground.top, table)
  const { refused } = plan
  if (isSame(plan, table) && table.generation !== '') return { table, refused }
  const counts = readCounts(ground, table)
  forget(ground, table, plan, counts)
  const next = merged(ground, await readFresh(ground, table, plan, counts))
  keepFile(wordsFile(ground, next), [Buffer.from(counts.end(), 'latin1')])
  keepTable(ground.folder, ground.top, ground.program, next)
  sweep(ground.folder)
  return { table: next, refused }
}

/** The words of a table's texts, with how many hold each. Throws when they are gone. */
export function wordsOf(ground: Pick<Ground, 'folder' | 'top'>, table: Table): string {
  return readFileSync(wordsFile(ground, table), 'latin1')
}

function wordsFile({ folder, top }: Pick<Ground, 'folder' | 'top'>, { generation }: Table): string {
  return join(folder, `${top}-${generation}.words`)
}

function readCounts(ground: Ground, table: Table): WordCounts {
  return wordCounts(table.generation === '' ? '' : wordsOf(ground, table))
}

/** Takes the words of rows that hold no longer out of the counts. */
function forget({ folder }: Ground, table: Table, plan: Plan, counts: WordCounts): void {
  if (table.rows === 0) return
  const kept = new Uint8Array(table.rows)
  for (const step of plan.steps) if (step >= 0) kept[step] = 1
  const texts = table.segments.map(({ name }) => openStretches(folder, name, 'texts'))
  try {
    for (let row = 0; row < table.rows; row++) {
      const length = table.numbers[row * WIDTH + COLUMN.textLength] ?? 0
      if (kept[row] === 1 || length === 0) continue
      const at = table.numbers[row * WIDTH + COLUMN.textAt] ?? 0
      const text = texts[table.numbers[row * WIDTH + COLUMN.segment] ?? 0]?.read(at, length)
      counts.tally(text?.toString('latin1').trim().split(' ') ?? [], -1)
    }
  } finally {
    for (const one of texts) one.close()
  }
}

/** The table with its old rows that hold and the files that had to be read. */
async function readFresh(
  ground: Ground,
  table: Table,
  { steps, paths, stats, seen }: Plan,
  counts: WordCounts,
): Promise<Table> {
  const building = buildTable(table, steps)
  if (paths.length === 0) {
    for (const row of steps) building.keep(row)
    return building.end(undefined)
  }
  const writer = writeSegment(ground.folder)
  try {
    let file = 0
    for (const row of steps) {
      if (row >= 0) {
        building.keep(row)
        continue
      }
      const at = file++
      const entry = await ground.read(paths[at] ?? '')
      if (entry === undefined) continue
      const { line, about, facts, words, passing } = entry
      if (words !== undefined) counts.tally(words, 1)
      const places = writer.add(facts, words === undefined ? '' : joinWords(words))
      const [size = 0, modified = 0, changed = 0] = stats.slice(at * STATS, (at + 1) * STATS)
      building.add(line, about, [size, passing === true ? -1 : modified, changed, seen], places)
    }
    return building.end(writer.end())
  } catch (error) {
    writer.abort()
    throw error
  }
}

/** The table with all its rows in one segment, when they lie in too many or more than half of what lies there is dead. */
function merged({ folder }: Ground, table: Table): Table {
  const { segments, numbers, rows } = table
  const total = segments.reduce((sum, { facts, texts }) => sum + facts + texts, 0)
  let live = 0
  for (let at = 0; at < numbers.length; at += WIDTH) {
    live += (numbers[at + COLUMN.factsLength] ?? 0) + (numbers[at + COLUMN.textLength] ?? 0)
  }
  const isWasteful = total > WORTH_MERGING && live * 2 < total
  if (segments.length <= MOST_SEGMENTS && !isWasteful) return table
  const open = segments.map(({ name }) => ({
    facts: openStretches(folder, name, 'facts'),
    texts: openStretches(folder, name, 'texts'),
  }))
  const writer = writeSegment(folder)
  const moved = numbers.slice()
  try {
    for (let row = 0; row < rows; row++) {
      const [segment = 0, factsAt = 0, factsLength = 0, textAt = 0, textLength = 0] = numbers.subarray(
        row * WIDTH + COLUMN.segment,
        row * WIDTH + COLUMN.lineAt,
      )
      const facts = open[segment]?.facts.read(factsAt, factsLength).toString('utf8') ?? ''
      const text = open[segment]?.texts.read(textAt, textLength).toString('latin1') ?? ''
      moved.set([0, ...writer.add(facts, text)], row * WIDTH + COLUMN.segment)
    }
    return { ...table, numbers: moved, segments: [writer.end()] }
  } catch (error) {
    writer.abort()
    throw error
  } finally {
    for (const { facts, texts } of open) {
      facts.close()
      texts.close()
    }
  }
}
