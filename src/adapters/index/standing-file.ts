import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Folded, ItemState, Standing, UnusedEvidence } from '../../core/notebook/standing.ts'
import { errnoOf } from '../store/durable.ts'
import { once } from './once.ts'
import { keepFile, type Table } from './table.ts'

type Settled = Omit<Standing, 'unused' | 'unusedDays'>

/** What stands open as it was kept: one line a person, read only when it is asked for. */
export type StandingFile = ReadonlyMap<
  string,
  { standing(): Standing; states(): ReadonlyMap<string, ItemState> }
>

/** What was folded from this very table before, or undefined. */
export function readStanding(folder: string, table: Table): StandingFile | undefined {
  try {
    const text = readFileSync(fileOf(folder, table), 'utf8')
    if (!text.endsWith('\nend\n')) return undefined
    return new Map(
      text
        .slice(0, -5)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const [slug = '', standing = '', days = '', unused = '', states = ''] = line.split('\t')
          const settled = once(() => JSON.parse(standing) as Settled)
          return [
            JSON.parse(slug) as string,
            {
              standing: () => withUnused(settled(), days, unused),
              states: () => new Map(JSON.parse(states) as [string, ItemState][]),
            },
          ]
        }),
    )
  } catch (error) {
    if (errnoOf(error) === undefined && !(error instanceof SyntaxError)) throw error
    return undefined
  }
}

/** Keeps what was folded from a table. Where that cannot be, the next command folds again. */
export function keepStanding(folder: string, table: Table, folded: ReadonlyMap<string, Folded>): void {
  const lines = [...folded].map(
    ([
      slug,
      {
        standing: { unused, unusedDays, ...standing },
        states,
      },
    ]) => [slug, standing, unusedDays, unused, [...states]].map((part) => JSON.stringify(part)).join('\t'),
  )
  try {
    keepFile(fileOf(folder, table), [Buffer.from(`${lines.join('\n')}\nend\n`)])
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
  }
}

function fileOf(folder: string, { generation }: Table): string {
  return join(folder, `notes-${generation}.standing`)
}

/** Evidence that nobody used may be most of it; few ask for it, and some for its days alone. */
function withUnused(settled: Settled, days: string, kept: string): Standing {
  const unusedDays = once(() => JSON.parse(days) as readonly string[])
  const unused = once(() => JSON.parse(kept) as readonly UnusedEvidence[])
  return {
    ...settled,
    get unusedDays() {
      return unusedDays()
    },
    get unused() {
      return unused()
    },
  }
}
