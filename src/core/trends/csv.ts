import { stringify } from 'csv-stringify/sync'
import { guarded } from '../exports/formula.ts'
import type { TrendTable } from './hide.ts'
import type { Trends } from './trends.ts'

/** The columns of trends as CSV, always all of them and in this order. */
const TREND_COLUMNS = [
  'section',
  'key',
  'name',
  'count',
  'went_well',
  'to_grow',
  'no_side',
  'date',
  'days',
  'state',
  'owner',
  'area',
] as const

type Row = Partial<Record<(typeof TREND_COLUMNS)[number], string | number>>

/**
 * Trends as CSV, one row a count, a barrier or an idea. What is hidden together is a row with the key `hidden`. Names are of areas, sources
 * and causes by id. UTF-8 with a byte order mark and CRLF; no cell is taken for a formula.
 */
export function trendsCsv(
  trends: Trends,
  names: Readonly<Record<'areas' | 'sources' | 'causes', ReadonlyMap<string, string>>>,
): string {
  const { causes, barriers, ideas } = trends
  const rows: readonly Row[] = [
    ...rowsOf('areas', trends.areas, names.areas),
    ...rowsOf('sources', trends.sources, names.sources),
    ...rowsOf('months', trends.months),
    ...rowsOf('causes', causes.lies),
    ...rowsOf('causes_system', causes.system, names.causes),
    ...rowsOf('causes_person', causes.person, names.causes),
    ...rowsOf('goals', trends.goals),
    ...rowsOf('checkins', trends.checkins),
    ...barriers.map(
      ({ words, owner, area = '', state, from, days }): Row => ({
        ...{ section: 'barriers', name: words, owner, area: names.areas.get(area) ?? area },
        ...{ state, date: from, days: days ?? '' },
      }),
    ),
    ...ideas.map(
      ({ words, owner = '', state, date }): Row => ({ section: 'ideas', name: words, owner, state, date }),
    ),
  ]
  const cells = rows.map((row) =>
    TREND_COLUMNS.map((column) => guarded(String(row[column] ?? '').toWellFormed())),
  )
  // Readers end a row at half of a line break too.
  const options = { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const
  return stringify([[...TREND_COLUMNS], ...cells], options)
}

function rowsOf(
  section: string,
  table: TrendTable | undefined,
  names: ReadonlyMap<string, string> = new Map(),
): readonly Row[] {
  if (table === undefined) return []
  const shown = table.rows.map(
    ({ key, count, sides }): Row => ({
      ...{ section, key: key ?? '', name: names.get(key ?? '') ?? key ?? '', count },
      ...(sides === undefined
        ? {}
        : { went_well: sides.strengths, to_grow: sides.growths, no_side: sides.neither }),
    }),
  )
  const { others, rows } = table
  if (others !== undefined) return [...shown, { section, key: 'hidden', count: others.count }]
  return rows.length === 0 && table.hidden ? [{ section, key: 'hidden' }] : shown
}
