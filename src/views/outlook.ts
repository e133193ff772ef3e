import { formatDay, formatDayNear, isDay } from '../core/dates.ts'
import type { Standing } from '../core/notebook/standing.ts'
import { cleanLine } from '../core/text/clean.ts'
import type { Outlook } from '../core/themes/outlook.ts'
import type { Theme as Common } from '../core/themes/themes.ts'
import { type Bar, barLines } from './bars.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'
import { monthWords } from './timeline.ts'

/** So many months are shown; the ones before are a count. */
const MONTHS = 12

/** Names of areas and sources by id. */
interface ListNames {
  readonly areas: ReadonlyMap<string, string>
  readonly sources: ReadonlyMap<string, string>
}

/** What the evidence about somebody says, in blocks with bars, and what is open with them. Empty where there is nothing. */
export function outlookText(
  outlook: Outlook,
  standing: Standing | undefined,
  names: ListNames,
  today: string,
  theme: Theme,
  width: number,
): string {
  const bars = (list: readonly Bar[]): readonly string[] => barLines(list, theme, width)
  const blocks = [
    outlook.count === 0 ? [] : [evidenceHead(outlook, theme, width), ...bars(balanceBars(outlook))],
    block(
      'What it is about',
      bars(outlook.areas.map((one) => areaBar(one, names.areas))),
      theme,
      outlook.areas.some(({ key }) => key !== undefined),
    ),
    block(
      'Where it comes from',
      bars(outlook.sources.map((one) => countBar(one, names.sources, 'no source named'))),
      theme,
      outlook.sources.some(({ key }) => key !== undefined),
    ),
    block(
      'Over time',
      monthLines(outlook, bars),
      theme,
      outlook.months.length > 1 || (outlook.undated > 0 && outlook.months.length > 0),
    ),
    standing === undefined ? [] : openLines(standing, today, theme, width),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `\n${lines.join('\n')}\n`)
    .join('')
}

function block(title: string, lines: readonly string[], theme: Theme, isShown: boolean): readonly string[] {
  return isShown ? [theme.accent(title), ...lines] : []
}

function evidenceHead({ count, unused }: Outlook, theme: Theme, width: number): string {
  const items = count === 1 ? '1 item' : `${count} items`
  const open = unused === 0 ? 'each is in a session' : `${unused} in no session yet`
  return theme.accent(wrapped(`Evidence: ${items}, ${open}`, width))
}

function balanceBars({ strengths, growths, neither }: Outlook): readonly Bar[] {
  return [
    {
      label: 'went well',
      count: strengths,
      words: strengths === 0 ? 'nothing noted yet' : String(strengths),
    },
    { label: 'to grow', count: growths, words: String(growths) },
    ...(neither === 0 ? [] : [{ label: 'no side', count: neither, words: String(neither) }]),
  ]
}

function areaBar(theme: Common, names: ReadonlyMap<string, string>): Bar {
  if (theme.key === undefined) return countBar(theme, names, 'no area named')
  const sides = sideWords(theme)
  return {
    label: nameOf(theme.key, names),
    count: theme.count,
    words: `${recurrenceWords(theme)}${sides === '' ? '' : ` (${sides})`}`,
  }
}

function countBar({ key, count }: Common, names: ReadonlyMap<string, string>, without: string): Bar {
  return { label: key === undefined ? without : nameOf(key, names), count, words: String(count) }
}

/** "seen once, on 14 October 2026", "seen 4 times over 6 weeks: a pattern". */
function recurrenceWords({ count, days, first, weeks, recurrence, strengths, growths }: Common): string {
  if (recurrence === 'once') return first === undefined ? 'seen once' : `seen once, on ${formatDay(first)}`
  const over = days === 1 ? 'on one day' : `over ${weeks === 1 ? '1 week' : `${weeks} weeks`}`
  // What went both ways is no pattern of either.
  const pattern = strengths > 0 && growths > 0 ? ', both ways' : ': a pattern'
  return `seen ${count} times${days === 0 ? '' : ` ${over}`}${recurrence === 'pattern' ? pattern : ''}`
}

function sideWords({ count, strengths, growths }: Common): string {
  const words = (sided: number, side: string): string =>
    sided === 0 ? '' : count === 1 ? side : `${sided} ${side}`
  return [words(growths, 'to grow'), words(strengths, 'went well')].filter((one) => one !== '').join(', ')
}

function nameOf(id: string, names: ReadonlyMap<string, string>): string {
  return cleanLine(names.get(id) ?? id)
}

function monthLines(
  { months, undated }: Pick<Outlook, 'months' | 'undated'>,
  bars: (list: readonly Bar[]) => readonly string[],
): readonly string[] {
  const before = months.slice(0, -MONTHS).reduce((sum, { count }) => sum + count, 0)
  const shown = months.slice(-MONTHS).map(({ month, count }) => ({
    label: monthWords(month),
    count,
    words: String(count),
  }))
  if (undated > 0) shown.push({ label: 'no day', count: undated, words: String(undated) })
  return [...(before === 0 ? [] : [`  and ${before} before`]), ...bars(shown)]
}

function openLines(standing: Standing, today: string, theme: Theme, width: number): readonly string[] {
  const by = (day: string | undefined): string =>
    day === undefined ? '' : `, by ${isDay(day) ? formatDayNear(day, today) : day}`
  const entries = [
    ...standing.promises.map(({ words, by: day }) => `Promise: ${bare(words)}${by(day)}`),
    ...standing.agreements.map(({ words, by: day }) => `Agreement: ${bare(words)}${by(day)}`),
    ...standing.goals.map(({ title, status, by: day }) => `Goal (${status}): ${bare(title)}${by(day)}`),
    ...(standing.asked ?? []).map(
      ({ title, on, by: day }) => `${title}, since ${formatDayNear(on, today)}${by(day)}, not in yet`,
    ),
    ...(standing.answered ?? []).map(
      ({ title, on }) => `${title}: came in on ${formatDayNear(on, today)}, in no session yet`,
    ),
    ...(standing.openTalk?.on === undefined
      ? []
      : [`Talk: planned for ${formatDayNear(standing.openTalk.on, today)}, not written down yet`]),
    ...(standing.nextCheckin === undefined
      ? []
      : [`Next check-in: ${formatDayNear(standing.nextCheckin.on, today)}`]),
  ]
  if (entries.length === 0) return []
  return [theme.accent('Open'), ...entries.map((entry) => wrapped(cleanLine(entry), width, '  ', '    '))]
}

function bare(words: string): string {
  return words.trim().replace(/\.$/, '')
}
