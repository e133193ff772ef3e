import { formatDayShort } from '../core/dates.ts'
import type { ListLabels } from '../core/evidence/jot-flags.ts'
import type { TextFinding } from '../core/evidence/wording.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { Item, Person } from '../core/notebook/note.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { clip } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** So many items are shown again after a save. */
const SHOWN_ITEMS = 10

/** So many cells of the words that were found stand in front of the reason. */
const LONGEST_WORDS = 30

/** An editor is seldom narrower, and some break a longer line in the middle of a word. */
const EDITOR_WIDTH = 72

/** What was noted: whom it is about, where it lies, and what was understood of each item. */
export interface Noted {
  readonly id: string
  readonly path: string
  readonly person: Person
  readonly isNew: boolean
  readonly items: readonly Item[]
  /** Labels of the items with a guess in the private part. */
  readonly guessed: readonly string[]
  readonly labels: ListLabels
}

/** What stands on the terminal after a save. */
export function notedText(noted: Noted, theme: Theme, width: number): string {
  const { id, path, person, isNew, items } = noted
  const who = isNew ? `${person.name} (added)` : person.name
  const lines = items.slice(0, SHOWN_ITEMS).map((item) => {
    const read = readLine(item, noted)
    return wrapped(theme.signs(`${shortId(item.id)}  ${cleanLine(read)}`), width, '  ', '          ')
  })
  const rest = items.length - SHOWN_ITEMS
  return [
    `${theme.good(wrapped(`Noted ${shortId(id)} for ${cleanLine(who)}.`, width))}`,
    wrapped(clean(path), width, '  '),
    ...lines,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
    '',
  ].join('\n')
}

/** What was understood of an item: "Wed 14 Oct · to grow · ticket 48213 · Responsiveness". */
function readLine(item: Item, { guessed, labels }: Noted): string {
  const { date, side, ticket, link, unnamed } = item
  const source = [labels.source ?? (unnamed === true ? 'source' : ''), unnamed === true ? 'unnamed' : '']
  return [
    typeof date === 'string' ? formatDayShort(date) : 'no day',
    side === 'strength' ? 'went well' : side === 'growth' ? 'to grow' : '',
    typeof ticket === 'string' ? `ticket ${ticket}` : '',
    typeof link === 'string' ? 'a link' : '',
    labels.area ?? '',
    source.filter((word) => word !== '').join(', '),
    guessed.includes(item.label ?? '') ? 'a guess, kept apart' : '',
  ]
    .filter((word) => word !== '')
    .join(' · ')
}

/** What a coach would ask about the words, one line a finding. `labels` name the items where there are several. */
export function wordingLines(
  findings: readonly TextFinding[],
  labels: readonly (string | undefined)[],
  theme: Theme,
  width: number,
): string {
  return findings
    .map(({ at, finding: { words, why } }) => {
      const label = labels[at] === undefined ? '' : `${labels[at]} `
      const line = theme.signs(`${label}“${clip(words, LONGEST_WORDS, '…')}”: ${why}`)
      return `${theme.warn(wrapped(line, width, '  ', '    '))}\n`
    })
    .join('')
}

/** What stands in the note instead of a customer's addresses and numbers; empty where nothing had to go. */
export function maskedLine(masked: Readonly<Record<string, number>>, width: number): string {
  const each = Object.entries(masked).map(([mask, count]) => `${count} [${mask}]`)
  if (each.length === 0) return ''
  return `${wrapped(`Masked, since it may be a customer’s: ${each.join(', ')}.`, width, '  ', '    ')}\n`
}

/** Somebody is named in words whose source wishes to stay unnamed. */
export function namedLine(names: readonly string[]): string {
  const named = cleanLine(names.join(' and '))
  return `  The source is to stay unnamed, and the words name ${named}.\n`
}

/** Somebody new whose name is close to others; it may have been meant for one of them. */
export function closeLine(near: readonly string[]): string {
  return `Close to somebody who is there: ${cleanLine(near.join(', '))}\n`
}

/** What stands in the editor at first; the lines with a # are left out again. */
export function editorText(name: string): string {
  return `\n${hintLines(name).join('\n')}\n`
}

/** What was written in the editor, without our own lines. */
export function withoutHints(text: string, name: string): string {
  const ours = new Set(hintLines(name))
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => !ours.has(line.trim()))
    .join('\n')
}

function hintLines(name: string): readonly string[] {
  return [
    `# What did you see or hear of ${cleanLine(name)}? One thing a line: + went well, - to grow.`,
    '# A day, a ticket number or a link in the line is recognised. A guess goes behind a ? and stays private.',
    '# These lines are left out. An empty text notes nothing.',
  ].flatMap((line) => wrapped(line.slice(2), EDITOR_WIDTH, '# ').split('\n'))
}

/** Nothing was written in the editor. */
export const nothingNoted = 'Nothing was noted.\n'

/** A text that could not be noted and may be nowhere else. */
export function unsavedText(text: string): string {
  return `Your text:\n${clean(text.replace(/\s*$/, ''))}\n`
}
