import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Folded, ItemState, Standing } from '../../core/notebook/standing.ts'
import { errnoOf } from '../store/durable.ts'
import { once } from './once.ts'
import { hashOf, keepFile, type Table } from './table.ts'

/** What stands open as it was kept: one line a person, read only when it is asked for. */
export type StandingFile = ReadonlyMap<
  string,
  { standing(): Standing; states(): ReadonlyMap<string, ItemState> }
>

/** The long lists of a standing. Few commands ask for more than one of them, so each has a cell of its own. */
const LISTS = ['promises', 'agreements', 'goals', 'unusedDays', 'unused'] as const
type Lists = Pick<Standing, (typeof LISTS)[number]>

/** What was folded from this very table before, or undefined. */
export function readStanding(folder: string, table: Table): StandingFile | undefined {
  try {
    const bytes = readFileSync(fileOf(folder, table))
    const end = bytes.indexOf('\n')
    // What is read later has to be whole now: nobody could make it anew then.
    if (bytes.toString('utf8', 0, end) !== hashOf(bytes.subarray(end + 1))) return undefined
    const lines = bytes.toString('utf8', end + 1).split('\n')
    return new Map(
      lines
        .filter((line) => line !== '')
        .map((line) => {
          const [slug = '', states = '', rest = '', ...lists] = line.split('\t')
          const standing = once(() => withLists(JSON.parse(rest) as Omit<Standing, keyof Lists>, lists))
          const all = () => new Map(JSON.parse(states) as [string, ItemState][])
          return [JSON.parse(slug) as string, { standing, states: all }]
        }),
    )
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}

/** Keeps what was folded from a table. Where that cannot be, the next command folds again. */
export function keepStanding(folder: string, table: Table, folded: ReadonlyMap<string, Folded>): void {
  const lines = [...folded].map(([slug, { standing, states }]) => {
    const { promises, agreements, goals, unusedDays, unused, ...rest } = standing
    const lists: Lists = { promises, agreements, goals, unusedDays, unused }
    const cells = [slug, [...states], rest, ...LISTS.map((name) => lists[name])]
    return cells.map((cell) => JSON.stringify(cell)).join('\t')
  })
  try {
    const bytes = Buffer.from(lines.join('\n'))
    keepFile(fileOf(folder, table), [Buffer.from(`${hashOf(bytes)}\n`), bytes])
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

function fileOf(folder: string, { generation }: Table): string {
  return join(folder, `notes-${generation}.standing`)
}

function withLists(rest: Omit<Standing, keyof Lists>, cells: readonly string[]): Standing {
  const standing: Record<string, unknown> = { ...rest }
  for (const [at, name] of LISTS.entries()) {
    const get = once((): unknown => JSON.parse(cells[at] ?? ''))
    Object.defineProperty(standing, name, { enumerable: true, get })
  }
  return standing as unknown as Standing
}
