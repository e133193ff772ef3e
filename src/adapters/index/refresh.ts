import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatVocabulary, readVocabulary } from '../../core/notebook/index/vocabulary.ts'
import { joinWords } from '../../core/notebook/index/words.ts'
import { openStretches, type Segment, writeSegment } from './segments.ts'
import { sweep } from './sweep.ts'
import { COLUMN, freshName, keepFile, keepTable, type Table, WIDTH } from './table.ts'
import { walkNotes } from './walk.ts'

/** What is kept of one file: its line, its facts as JSON, and its words; a file that is no whole note has only a line. */
export interface Entry {
  readonly line: string
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

/** A file that is new or not as it was. */
interface Fresh {
  readonly path: string
  readonly size: number
  readonly modified: number
  readonly changed: number
  readonly seen: number
}

/** What is there now, in the order of paths: rows that still hold, and files to be read. */
type Plan = readonly (number | Fresh)[]

/**
 * File systems tell times only so exactly: a file that was changed this shortly before it was looked at may have been
 * changed once more at the same time.
 */
const UNSURE_MS = 2000
const MOST_SEGMENTS = 12
const WORTH_MERGING = 1 << 20

/** Brings a table up to date with the files, and keeps it when something changed. Throws what the disk does. */
export async function refresh(ground: Ground, table: Table): Promise<Refreshed> {
  const { plan, refused } = compare(ground, table)
  const isSame = plan.length === table.rows && plan.every((step, at) => step === at)
  if (isSame && table.generation !== '') return { table, refused }
  const counts = readCounts(ground, table)
  forget(ground, table, plan, counts)
  const { segment, rows } = await readFresh(ground, plan, counts)
  const next = merged(ground, assemble(table, rows, segment))
  keepFile(wordsFile(ground, next), [Buffer.from(formatVocabulary(counts), 'latin1')])
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

function compare({ root, top }: Ground, table: Table): { plan: Plan; refused: readonly string[] } {
  const { lines, numbers, rows } = table
  const plan: (number | Fresh)[] = []
  let row = 0
  let at = 0
  const seen = performance.timeOrigin + performance.now()
  const refused = walkNotes(root, top, (path, stat) => {
    let isKnown = false
    for (; row < rows; row++, at = lines.indexOf('\n', at) + 1) {
      isKnown = lines.startsWith(path, at) && lines.charCodeAt(at + path.length) === 9
      if (isKnown || lines.slice(at, lines.indexOf('\t', at)) > path) break
    }
    const { size, mtimeMs: modified, ctimeMs: changed } = stat
    const first = row * WIDTH
    const holds =
      isKnown &&
      numbers[first + COLUMN.size] === size &&
      numbers[first + COLUMN.modified] === modified &&
      numbers[first + COLUMN.changed] === changed &&
      Math.abs((numbers[first + COLUMN.seen] ?? 0) - changed) > UNSURE_MS
    plan.push(holds ? row : { path, size, modified, changed, seen })
    if (isKnown) {
      row++
      at = lines.indexOf('\n', at) + 1
    }
  })
  return { plan, refused }
}

function readCounts(ground: Ground, table: Table): Map<string, number> {
  return table.generation === '' ? new Map() : readVocabulary(wordsOf(ground, table))
}

/** Takes the words of rows that hold no longer out of the counts. */
function forget({ folder }: Ground, table: Table, plan: Plan, counts: Map<string, number>): void {
  if (table.rows === 0) return
  const kept = new Uint8Array(table.rows)
  for (const step of plan) if (typeof step === 'number') kept[step] = 1
  const texts = table.segments.map(({ name }) => openStretches(folder, name, 'texts'))
  try {
    for (let row = 0; row < table.rows; row++) {
      const length = table.numbers[row * WIDTH + COLUMN.textLength] ?? 0
      if (kept[row] === 1 || length === 0) continue
      const at = table.numbers[row * WIDTH + COLUMN.textAt] ?? 0
      const text = texts[table.numbers[row * WIDTH + COLUMN.segment] ?? 0]?.read(at, length)
      count(counts, text?.toString('latin1').trim().split(' ') ?? [], -1)
    }
  } finally {
    for (const one of texts) one.close()
  }
}

function count(counts: Map<string, number>, words: readonly string[], by: 1 | -1): void {
  for (const word of new Set(words)) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + by)
}

/** A row that still holds, or a new one with everything but its segment. */
type NewRow = number | { readonly line: string; readonly numbers: readonly number[] }

async function readFresh(
  ground: Ground,
  plan: Plan,
  counts: Map<string, number>,
): Promise<{ segment: Segment | undefined; rows: readonly NewRow[] }> {
  if (plan.every((step) => typeof step === 'number')) return { segment: undefined, rows: plan }
  const writer = writeSegment(ground.folder)
  try {
    const rows: NewRow[] = []
    for (const step of plan) {
      if (typeof step === 'number') {
        rows.push(step)
        continue
      }
      const entry = await ground.read(step.path)
      if (entry === undefined) continue
      const { line, facts, words, passing } = entry
      if (words !== undefined) count(counts, words, 1)
      const places = writer.add(facts, words === undefined ? '' : joinWords(words))
      const times = [step.size, passing === true ? -1 : step.modified, step.changed, step.seen]
      rows.push({ line, numbers: [...times, 0, ...places] })
    }
    return { segment: writer.end(), rows }
  } catch (error) {
    writer.abort()
    throw error
  }
}

/** Old and new rows as one table; segments that no row lies in any more are left out. */
function assemble(table: Table, rows: readonly NewRow[], fresh: Segment | undefined): Table {
  const used = new Set<number>()
  for (const row of rows) {
    if (typeof row === 'number') used.add(table.numbers[row * WIDTH + COLUMN.segment] ?? 0)
  }
  const places = new Map([...used].sort((a, b) => a - b).map((before, now) => [before, now]))
  const segments = table.segments.filter((_segment, at) => used.has(at))
  const old = table.lines.split('\n')
  const numbers = new Float64Array(rows.length * WIDTH)
  const lines: string[] = []
  rows.forEach((row, at) => {
    const first = at * WIDTH
    if (typeof row === 'number') {
      numbers.set(table.numbers.subarray(row * WIDTH, (row + 1) * WIDTH), first)
      numbers[first + COLUMN.segment] = places.get(numbers[first + COLUMN.segment] ?? 0) ?? 0
      lines.push(old[row] ?? '')
    } else {
      numbers.set(row.numbers, first)
      numbers[first + COLUMN.segment] = segments.length
      lines.push(row.line)
    }
  })
  return {
    generation: freshName(),
    segments: fresh === undefined ? segments : [...segments, fresh],
    rows: rows.length,
    lines: lines.length === 0 ? '' : `${lines.join('\n')}\n`,
    numbers,
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
        (row + 1) * WIDTH,
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
