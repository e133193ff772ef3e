import { isDay } from '../dates.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import { NOTE_KINDS, type Person } from './note.ts'
import { periodWords, readPeriods } from './period.ts'
import type { Query } from './query.ts'

/** The options of a list as they were given; other options are not looked at. */
type Given = Readonly<Record<string, unknown>>

/**
 * Reads the filters that lists have in common: `--person --kind --since --until --template --area --behaviour --limit`.
 * Throws `unknown` or `ambiguous` for a person, and `usage` for a day or number that is none, or that can mean two.
 */
export async function readFilters(
  context: Pick<Context, 'clock' | 'dates'>,
  given: Given,
  people: readonly Person[],
): Promise<Query> {
  const kind = ([...NOTE_KINDS, 'idea'] as const).find((known) => known === given.kind)
  const person =
    typeof given.person === 'string'
      ? (await import('./people.ts')).findPerson(given.person, people).slug
      : undefined
  const since = await readEdge(context, 'since', given.since)
  const until = await readEdge(context, 'until', given.until)
  if (since !== undefined && until !== undefined && since > until) {
    throw new Trouble({
      kind: 'usage',
      message: `--since ${since} is later than --until ${until}.`,
      mend: 'Turn the two around.',
    })
  }
  const words = { template: text(given.template), area: text(given.area), behaviour: text(given.behaviour) }
  const all = { kind, person, since, until, ...words, limit: readLimit(given.limit) }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** Whether a query leaves anything out beside what a limit cuts off. */
export function isFiltered({ limit: _limit, ...query }: Query): boolean {
  return Object.keys(query).length > 0
}

/** The first day of a stretch such as "last month" for `--since`, the last one for `--until`; else a single day. */
async function readEdge(
  context: Pick<Context, 'clock' | 'dates'>,
  flag: 'since' | 'until',
  given: unknown,
): Promise<string | undefined> {
  if (typeof given !== 'string') return undefined
  if (isDay(given)) return given
  const periods = readPeriods(given, context.clock.today())
  const [period, other] = periods ?? []
  if (period !== undefined && other !== undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `--${flag}: "${given}" could be ${periodWords(period)}, or ${periodWords(other)}.`,
      mend: 'Write the day as YYYY-MM-DD, or add the year.',
    })
  }
  if (period !== undefined) return flag === 'since' ? period.from : period.to
  const { dayOption } = await import('./day-option.ts')
  return dayOption(
    context,
    `--${flag}`,
    given.trim().replace(/^(?:since|from|until|up to)\s+/i, ''),
    'either',
  )
}

function readLimit(given: unknown): number | undefined {
  if (given === undefined) return undefined
  const digits = String(given)
  if (/^[1-9]\d{0,8}$/.test(digits)) return Number(digits)
  throw new Trouble({
    kind: 'usage',
    message: `--limit ${digits} is not a number of notes.`,
    mend: 'Write it in digits, such as --limit 50.',
  })
}

function text(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined
}
