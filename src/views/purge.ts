import type { Aged, Kept } from '../core/care/aged.ts'
import { formatDay } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { StoredNote } from '../core/notebook/note.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { countOf, outOfReach } from './forget.ts'
import { tableRows, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** What is older than a team keeps notes: what would go, and what stays for a goal that is still open. */
export function agedText(
  aged: readonly Aged[],
  { words, limit }: Kept,
  git: 'none' | 'repository' | 'history',
  theme: Theme,
  width: number,
): string {
  const parts = aged.flatMap(({ person, old, open }) => [
    ...block(`${cleanLine(person.name)}: ${countOf(old.length, 'note')} would be removed`, old, theme, width),
    ...block(`${cleanLine(person.name)}: stays, for a goal that is still open`, open, theme, width),
  ])
  const first = wrapped(`Older than ${words}: last touched before ${formatDay(limit)}.`, width)
  const reach = outOfReach(git, []).map((line) => wrapped(line, width, '  ', '    '))
  return [`${first}\n`, ...parts, `${theme.strong('Out of reach from here')}\n${reach.join('\n')}\n`].join(
    '\n',
  )
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
export function purgedText(count: number, left: readonly string[]): string {
  const rest =
    left.length === 0
      ? ''
      : `Left, since these had changed meanwhile or are no plain files:\n${left.join('\n')}\n`
  return clean(`Removed ${countOf(count, 'file')}.\n${rest}`)
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
    people: aged.map(({ person, old, open }) => ({
      person: person.slug,
      old: paths(old),
      open: paths(open),
    })),
    left: left ?? [],
  }
}
