import { formatDay, formatDayNear, formatMonth, isDay } from '../core/dates.ts'
import { cleanLine } from '../core/text/clean.ts'
import type { Quiet } from '../core/trends/quiet.ts'
import type { BarrierTrend, IdeaTrend, Trends } from '../core/trends/trends.ts'
import { barLines } from './bars.ts'
import { WIDEST } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'
import { type Chart, chartsOf, countWords, type TrendNames } from './trend-charts.ts'

/** So many months are shown on a screen; the ones before are a count. */
const MONTHS = 12

/** Trends as tables and bars that need no colour. Ends with a line break. */
export function trendsText(trends: Trends, names: TrendNames, theme: Theme, width: number): string {
  const room = Math.min(width, WIDEST)
  const charts = chartsOf(trends, names)
  const isGoal = ({ id }: Chart): boolean => id === 'goals' || id === 'checkins'
  const head = headLines(trends, names, theme, room)
  const blocks = [
    ...charts.filter((one) => !isGoal(one)).map((one) => chartLines(one, theme, room)),
    lines('Training and material that is missing', gapWords(trends, names), theme, room),
    lines(
      'In the way',
      trends.barriers.map((one) => barrierWords(one, trends, names)),
      theme,
      room,
    ),
    lines(
      'Ideas for the work',
      trends.ideas.map((one) => ideaWords(one, trends, names)),
      theme,
      room,
    ),
    ...charts.filter(isGoal).map((one) => chartLines(one, theme, room)),
  ].filter((block) => block.length > 0)
  const quiet = trends.quiet === undefined ? [] : quietWords(trends.quiet, trends, names)
  const shown = [
    head,
    ...(blocks.length > 0 ? blocks : [[emptyWords(trends, room)]]),
    lines('Only for you', quiet, theme, room),
  ].filter((block) => block.length > 0)
  return `${shown.map((block) => block.join('\n')).join('\n\n')}\n`
}

/** "Trends, 1 October 2026 to 21 November 2026", and who stands behind them. */
export function trendsTitle({ query: { since, until }, today }: Trends): string {
  const to = formatDay(until ?? today)
  return since === undefined ? `Trends, up to ${to}` : `Trends, ${formatDay(since)} to ${to}`
}

/** Who stands behind the counts, and what a reader should know of them. */
export function behindWords({ people, view, query }: Trends, names: TrendNames): readonly string[] {
  const who =
    people === undefined ? 'Fewer than five people.' : people === 1 ? '1 person.' : `${people} people.`
  const { area, source, template } = query
  const only = [
    ...(area === undefined ? [] : [`about ${names.areas.get(area) ?? area}`]),
    ...(source === undefined ? [] : [`from ${names.sources.get(source) ?? source}`]),
    ...(template === undefined ? [] : [`prepared with ${template}`]),
  ]
  return [
    `${who}${only.length === 0 ? '' : ` Only what is ${only.join(', ')}.`}`,
    ...(view === 'shared'
      ? ['What fewer than five people share is hidden. The counts say nothing about how good anybody is.']
      : []),
  ]
}

/** So many words that may be names are told. */
const NAMES = 12

/** What is said before words leave: who was taken out of them, who may still stand there, and that somebody has to read them. */
export function leavingWords(names: readonly string[], width: number): string {
  const shown = names.slice(0, NAMES).map((one) => `"${cleanLine(one)}"`)
  const rest = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
  const lines = [
    'What is in the way and ideas leave in their own words. Names of people in your notebook are taken out of them; no program finds every other name.',
    ...(shown.length === 0 ? [] : [`These could be names: ${shown.join(', ')}${rest}.`]),
    'Please read those lines before you hand this on.',
  ]
  return `${lines.map((line) => wrapped(line, Math.min(width, WIDEST))).join('\n')}\n`
}

/** "the list is out of date (the web team, open for 34 days)". */
export function barrierWords(row: BarrierTrend, { today }: Trends, names: TrendNames): string {
  const { words, owner, area, state, person } = row
  const since = openWords(row, today)
  return withMore(words, [
    owner === '' ? 'nobody named' : owner,
    ...(area === undefined ? [] : [names.areas.get(area) ?? area]),
    state === 'raised' ? `${since}, raised` : since,
    ...(person === undefined ? [] : [`found with ${nameOf(person, names)}`]),
  ])
}

/** "open for 34 days", or "open since October 2026" where others read it. */
function openWords({ from, days }: BarrierTrend, today: string): string {
  if (from > today) return 'open'
  if (days === undefined) return /^\d{4}-\d\d$/.test(from) ? `open since ${formatMonth(from)}` : 'open'
  return days === 0 ? 'open since today' : days === 1 ? 'open for 1 day' : `open for ${days} days`
}

/** "one page with all known outages (being tried since 2 November, taken on by the web team)". */
export function ideaWords(row: IdeaTrend, { today }: Trends, names: TrendNames): string {
  const states = { open: 'open', tried: 'being tried', 'taken-up': 'taken up', dropped: 'put aside' }
  const day = row.since ?? (row.state === 'open' ? row.date : undefined)
  const near = day === undefined ? '' : ` since ${isDay(day) ? formatDayNear(day, today) : formatMonth(day)}`
  return withMore(row.words, [
    `${states[row.state]}${near}`,
    ...(row.owner === undefined ? [] : [`taken on by ${row.owner}`]),
    ...(row.next === undefined ? [] : [`first: ${row.next}`]),
    ...(row.person === undefined ? [] : [`from ${nameOf(row.person, names)}`]),
  ])
}

/** The causes among those shown that training or material would help. */
export function gapWords({ causes }: Trends, names: TrendNames): readonly string[] {
  const rows = [...(causes.person?.rows ?? []), ...(causes.system?.rows ?? [])]
  const words = (ids: readonly string[]): string =>
    rows
      .flatMap(({ key, count }) =>
        key !== null && ids.includes(key) ? [`${names.causes.get(key) ?? key} ${count}`] : [],
      )
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ')
  const { training, material } = causes.gaps
  return [
    ...(training.length === 0 ? [] : [`Training: ${words(training)}`]),
    ...(material.length === 0 ? [] : [`Material: ${words(material)}`]),
  ]
}

function quietWords(
  { days, unheard, onlyCriticism }: Quiet,
  { today }: Trends,
  names: TrendNames,
): readonly string[] {
  const since = (day: string | undefined): string =>
    day === undefined ? 'nothing yet' : `since ${formatDayNear(day, today)}`
  const sorted = (list: readonly string[]): string =>
    [...list].sort((a, b) => a.localeCompare(b, 'en')).join(', ')
  const none = unheard.map((one) => `${nameOf(one.person, names)} (${since(one.since)})`)
  return [
    ...(none.length === 0 ? [] : [`No feedback for more than ${days} days: ${sorted(none)}`]),
    ...(onlyCriticism.length === 0
      ? []
      : [
          `Only what to change, in the last ${days} days: ${sorted(onlyCriticism.map((one) => nameOf(one, names)))}`,
        ]),
  ]
}

function headLines(trends: Trends, names: TrendNames, theme: Theme, width: number): readonly string[] {
  const behind = behindWords(trends, names)
  return [theme.strong(wrapped(trendsTitle(trends), width)), ...behind.map((line) => wrapped(line, width))]
}

function chartLines(
  { id, title, bars, hidden, total }: Chart,
  theme: Theme,
  width: number,
): readonly string[] {
  const isLong = id === 'months' && bars.length > MONTHS
  const shown = isLong ? bars.slice(-MONTHS) : bars
  const before = bars.slice(0, bars.length - shown.length).reduce((sum, { count }) => sum + count, 0)
  const more = [
    ...(before > 0 ? [`  and ${before} before`] : []),
    ...barLines(
      shown.map((bar) => ({ label: cleanLine(bar.label), count: bar.count, words: countWords(bar) })),
      theme,
      width,
    ),
    ...(hidden === undefined ? [] : [wrapped(hidden, width, '  ', '    ')]),
  ]
  const head = total === undefined || id === 'system' || id === 'person' ? title : `${title}: ${total}`
  return [theme.accent(wrapped(head, width)), ...more]
}

function lines(title: string, list: readonly string[], theme: Theme, width: number): readonly string[] {
  if (list.length === 0) return []
  return [
    theme.accent(title),
    ...list.map((line) => wrapped(theme.signs(cleanLine(line)), width, '  ', '    ')),
  ]
}

function emptyWords({ query }: Trends, width: number): string {
  const isAll = Object.keys(query).length === 0
  return wrapped(isAll ? 'Nothing is noted yet. A first line: tactful jot' : 'Nothing matches.', width)
}

function nameOf(slug: string, names: TrendNames): string {
  return names.people.get(slug) ?? slug
}

function withMore(words: string, more: readonly string[]): string {
  return cleanLine(`${words.trim().replace(/\.$/, '')} (${more.map((one) => one.trim()).join(', ')})`)
}
