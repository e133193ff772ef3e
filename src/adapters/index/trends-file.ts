import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TrendFacts } from '../../core/trends/fold.ts'
import { errnoOf } from '../store/durable.ts'
import { hashOf, keepFile, type Table } from './table.ts'

/** What was folded from this very table before, or undefined. */
export function readTrends(folder: string, table: Table): TrendFacts | undefined {
  try {
    const bytes = readFileSync(fileOf(folder, table))
    const end = bytes.indexOf('\n')
    if (bytes.toString('utf8', 0, end) !== hashOf(bytes.subarray(end + 1))) return undefined
    return JSON.parse(bytes.toString('utf8', end + 1)) as TrendFacts
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}

/** Keeps what was folded from a table. Where that cannot be, the next command folds again. */
export function keepTrends(folder: string, table: Table, facts: TrendFacts): void {
  try {
    const bytes = Buffer.from(JSON.stringify(facts))
    keepFile(fileOf(folder, table), [Buffer.from(`${hashOf(bytes)}\n`), bytes])
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

function fileOf(folder: string, { generation }: Table): string {
  return join(folder, `notes-${generation}.trends`)
}
