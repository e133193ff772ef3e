import type { Aged, Kept } from '../core/care/aged.ts'
import type { OpenThing } from '../core/care/open-in.ts'
import { formatDay } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { StoredNote } from '../core/notebook/note.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { countOf, outOfReach } from './forget.ts'
import { tableRows, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** What is older than a team keeps notes: what would go, and what stays for what is still open. */
export function agedText(
  aged: readonly Aged[],
  { words, limit }: Kept,
  git: 'none' | 'repository' | 'history',
  theme: Theme,
  width: number,
): string {
  const parts = aged.flatMap(({ person, old, open, things, days }) => [
    ...block(`${cleanLine(person.name)}: ${countOf(old.length, 'note')} would be removed`, old, theme, width),
    ...days.map((one) => daysLine(one, width)),
    ...block(`${cleanLine(person.name)}: stays, for what is still open`, open, theme, width),
    ...thingsBlock(things, width),
  ])
  const first = wrapped(`Older than ${words}: last touched before ${formatDay(limit)}.`, width)
  const reach = outOfReach(git, []).map((line) => wrapped(line, width, '  ', '    '))
  return [`${first}\n`, ...parts, `${theme.strong('Out of reach from here')}\n${reach.join('\n')}\n`].join(
    '\n',
  )
}

/** Of what the next check-in is counted from, the day stays. */
function daysLine({ note: { facts } }: StoredNote, width: number): string {
  const words = 'The next check-in is counted from it, so its days stay, and no word of it.'
  return `${wrapped(`${shortId(facts.id)}: ${words}`, width, '  ', '    ')}\n`
}

const OPEN: Readonly<Record<OpenThing['what'], string>> = {
  goal: 'goal',
  barrier: 'in the way',
  promise: 'promise',
  agreement: 'agreed',
  idea: 'idea',
}

function thingsBlock(things: readonly OpenThing[], width: number): readonly string[] {
  if (things.length === 0) return []
  const lines = things.map(({ what, words }) =>
    wrapped(`${OPEN[what]}: ${cleanLine(words)}`, width, '  ', '    '),
  )
  return [`Open in these:\n${lines.join('\n')}\n`]
}

function block(
  heading: string,
  notes: readonly StoredNote[],
  theme: Theme,
  width: number,
): readonly string[] {
  if (notes.length === 0) return []
  const rows = notes.map(({ note: { facts } }) => [shortId(facts.id), facts.date, facts.kind, facts.title])
  const lines = tableRows(rows, width - 2).map((row) =>
    row
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n'),
  )
  return [`${theme.strong(wrapped(heading, width))}\n${lines.join('\n')}\n`]
}

/** There is nothing to remove. */
export function nothingOld({ words }: Kept): string {
  return `Nothing is older than ${words}.\n`
}

/** What was removed; `left` are the files that stay, as something else stands in them by now. */
export function purgedText(count: number, left: readonly string[], days = 0): string {
  const rest =
    left.length === 0
      ? ''
      : `Left, since these had changed meanwhile or are no plain files:\n${left.join('\n')}\n`
  const kept = days === 0 ? '' : `Of ${countOf(days, 'note')} only the days are left.\n`
  return clean(`Removed ${countOf(count, 'file')}.\n${kept}${rest}`)
}

/** The same for machines; `left` is absent where nothing was removed. */
export function agedJson(
  aged: readonly Aged[],
  { words, limit }: Kept,
  left: readonly string[] | undefined,
): object {
  const paths = (notes: readonly StoredNote[]): readonly string[] => notes.map(({ path }) => path)
  return {
    retention: words,
    before: limit,
    removed: left !== undefined,
    people: aged.map(({ person, old, open, things, days }) => ({
      person: person.slug,
      old: paths(old),
      days: paths(days),
      open: paths(open),
      things,
    })),
    left: left ?? [],
  }
}
