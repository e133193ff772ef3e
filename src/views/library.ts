import { areasOf } from '../core/library/narrow.ts'
import type { LibraryHit } from '../core/library/search.ts'
import type { OnShelf, Shelved, Whose } from '../core/library/shelf.ts'
import type { LibraryEntry } from '../core/template/library.ts'
import { cleanLine } from '../core/text/clean.ts'
import { WIDEST } from './layout.ts'
import { table, wrapped } from './table.ts'
import { mistakesText } from './template.ts'
import type { Theme } from './theme.ts'

const WHOSE: Readonly<Record<Whose, string>> = {
  shipped: 'ships with tactful',
  team: 'yours',
  both: 'ships with tactful',
  instead: 'yours, in place of the one that ships',
}

/** The list of libraries, one line each: its name, how much is in it, what it is, whose it is. */
export function libraryTable(listed: readonly OnShelf[], width: number): string {
  const rows = listed.map((one) => {
    if ('mistakes' in one) return [one.id, '', 'cannot be read', 'yours']
    const { library } = one
    return [library.id, String(library.entries.length), library.title, whoseWords(one)]
  })
  return table(rows, width)
}

/** Lines for libraries that cannot be read; empty when all can. */
export function brokenLibraries(listed: readonly OnShelf[]): string {
  return listed.map((one) => ('mistakes' in one ? mistakesText(one.mistakes) : '')).join('')
}

function whoseWords({ whose, own }: Shelved): string {
  return whose === 'both' ? `${WHOSE.both}, ${own.size} of yours` : WHOSE[whose]
}

/** Entries under their headings, each with what is known of it; `shelved` says what is the team's. */
export function libraryText(
  shelved: Shelved,
  entries: readonly LibraryEntry[],
  theme: Theme,
  columns: number,
): string {
  const width = Math.min(columns, WIDEST)
  const { library } = shelved
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`
  const headings = areasOf({ ...library, entries })
  const groups = [...headings, ...(entries.some(({ area }) => area === undefined) ? [undefined] : [])]
  const head = [
    theme.strong(wrapped(library.title, width)),
    theme.dim(wrapped(`${library.id}, ${count}, ${whoseWords(shelved)}`, width)),
  ]
  const blocks = groups.map((area) => {
    const under = entries.filter((entry) => entry.area === area)
    const heading = area === undefined ? [] : [theme.accent(wrapped(cleanLine(area), width))]
    const indent = headings.length === 0 ? '' : '  '
    return [...heading, ...under.map((entry) => entryText(entry, theme, width, indent, shelved.own))].join(
      '\n',
    )
  })
  return `${[head.join('\n'), ...blocks].join('\n\n')}\n`
}

function entryText(
  entry: LibraryEntry,
  theme: Theme,
  width: number,
  indent: string,
  own: ReadonlySet<string>,
): string {
  const inner = `${indent}  `
  const facts = [...saidOf(entry), [entry.id, ...(entry.roles ?? []), own.has(entry.id) ? 'yours' : '']]
  return [
    wrapped(cleanLine(entry.label), width, indent, inner),
    ...facts.map((words) =>
      theme.dim(
        wrapped(
          theme.signs(
            words
              .filter((one) => one !== '')
              .map(cleanLine)
              .join(' · '),
          ),
          width,
          inner,
        ),
      ),
    ),
  ].join('\n')
}

/** What an entry says beside its label, one line each. */
function saidOf({ good, measure, baseline, target, say, care }: LibraryEntry): readonly string[][] {
  const goal = [
    measure === undefined ? '' : `Measured by ${measure}`,
    baseline === undefined ? '' : `now ${baseline}`,
    target === undefined ? '' : `then ${target}`,
  ].filter((one) => one !== '')
  const lines = (good ?? '').split('\n').map((line) => [line])
  return [...lines, goal, [say === undefined ? '' : `"${say}"`], [care ?? '']].filter(
    (words) => words.join('') !== '',
  )
}

/** What was found, each entry with the library it stands in. */
export function foundText(hits: readonly LibraryHit[], theme: Theme, columns: number): string {
  const width = Math.min(columns, WIDEST)
  return hits
    .map(({ library, entry }) => {
      const where = [library.id, entry.area ?? '', entry.id].filter((one) => one !== '').map(cleanLine)
      return `${[
        wrapped(cleanLine(entry.label), width, '', '  '),
        ...saidOf(entry).map((words) =>
          theme.dim(wrapped(theme.signs(words.map(cleanLine).join(' · ')), width, '  ')),
        ),
        theme.dim(wrapped(theme.signs(where.join(' · ')), width, '  ')),
      ].join('\n')}\n`
    })
    .join('\n')
}

/** What stands on stderr about a search: nothing found, not all words found, or more than is shown. */
export function foundLine(shown: number, all: number, isWhole: boolean): string {
  if (all === 0) return 'Nothing was found. A single word, or the beginning of one, finds more.\n'
  const whole = isWhole ? '' : 'Nothing has all of these words; these have most of them.\n'
  return shown < all ? `${whole}${shown} of ${all}. For the others: --limit ${all}\n` : whole
}

/** What stands on stderr where a role was asked for and other entries are for every role. */
export function forAllLine(count: number): string {
  if (count === 0) return ''
  return `${count === 1 ? '1 more is' : `${count} more are`} for every role: leave --role out to see all.\n`
}

/** What was added, and where it is. */
export function addedText(path: string, entry: LibraryEntry): string {
  return `Added to ${path}: ${cleanLine(entry.label)} (${entry.id})\n`
}

/** A heading that the library does not have yet; it may have been meant for one of those it has. */
export function newHeadingLine(area: string, near: readonly string[]): string {
  const meant =
    near.length === 0 ? '' : ` Did you mean ${near.map((one) => `"${cleanLine(one)}"`).join(' or ')}?`
  return `"${cleanLine(area)}" is a new heading.${meant}\n`
}
