import { formatDayMonth } from '../core/dates.ts'
import type { Field } from '../core/importing/fields.ts'
import { columnsOf, FIELDS } from '../core/importing/fields.ts'
import type { Gathered, Group, Skipped } from '../core/importing/gather.ts'
import { entryWords } from '../core/importing/note.ts'
import { ownExport } from '../core/importing/own.ts'
import type { Preview, PreviewEntry } from '../core/importing/preview.ts'
import { shortId } from '../core/notebook/ids.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { clip } from './layout.ts'
import { table, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const LISTED = 12
const LONGEST = 160

/** What an import would do: what was read, who it is about, five rows as they would be saved, and what stays out. */
export function previewText(preview: Preview, theme: Theme, width: number): string {
  const { gathered } = preview
  const blocks = [
    wrapped(`${cleanLine(preview.file.name)}: ${readAs(preview)}`, width, '', '  '),
    columnBlock(preview, theme, width),
    peopleBlock(gathered.known, theme, width),
    unknownBlock(preview, theme, width),
    sampleBlock(preview, theme, width),
    leftOutBlock(gathered, theme, width),
    maskBlock(preview, width),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function readAs({ file, gathered }: Preview): string {
  const kind = { csv: 'CSV', json: 'JSON', jsonl: 'JSON Lines' }[file.format]
  const sign = file.delimiter === undefined ? '' : ` with ${SIGNS[file.delimiter] ?? `"${file.delimiter}"`}`
  return `${counted(gathered.rows, 'row')}, read as ${kind}${sign} in ${file.encoding}.`
}

const SIGNS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
}

function columnBlock({ file, columns, source }: Preview, theme: Theme, width: number): string {
  const rows = FIELDS.flatMap((field) => {
    const held = columnsOf(columns, field).map((column) => file.headings[column] ?? '')
    return held.length === 0 ? [] : [[`  ${FIELD_WORDS[field]}`, held.join(', ')]]
  })
  const unsaid = ownExport(file) === undefined ? 'not said (--source names it)' : 'as each row says'
  const kind = ['  source', source ?? unsaid]
  return `${theme.dim('Columns')}\n${table([...rows, kind], width).trimEnd()}`
}

/** What each field is called on a screen. */
const FIELD_WORDS: Readonly<Record<Field, string>> = {
  person: 'colleague',
  text: 'what was said',
  date: 'date',
  score: 'score',
  ticket: 'ticket',
  link: 'link',
  area: 'area',
  reviewer: 'reviewer',
  customer: 'customer, masked',
  id: 'id of the row',
}

function peopleBlock(groups: readonly Group[], theme: Theme, width: number): string {
  if (groups.length === 0) return ''
  const rows = groups.map((group) => [`  ${group.name}`, newWords(group), figureWords(group)])
  return `${theme.dim('To save')}\n${table(rows, width).trimEnd()}`
}

function newWords({ entries, already }: Group): string {
  const saved = already === 0 ? '' : `, ${already} saved before`
  return `${entries.length} new${saved}`
}

/** "43 rows, 30 with a comment, 31 Good, 12 Bad". */
function figureWords({ figures: { rows, comments, scores, numbers } }: Group): string {
  const each = Object.entries(scores ?? {}).slice(0, 4)
  const told =
    numbers === undefined
      ? each.map(([score, count]) => `${count} ${cleanLine(score)}`)
      : [`mean score ${numbers.mean}`]
  return [counted(rows, 'row'), `${comments} with a comment`, ...told].join(', ')
}

function unknownBlock({ gathered, near }: Preview, theme: Theme, width: number): string {
  if (gathered.unknown.length === 0) return ''
  const rows = gathered.unknown.slice(0, LISTED).map((group) => {
    const like = near.get(group.name) ?? []
    const hint = like.length === 0 ? '' : `close to ${like.join(', ')}`
    return [`  ${group.name}`, figureWords(group), hint]
  })
  const more = gathered.unknown.length - rows.length
  const lines = [table(rows, width).trimEnd(), ...(more > 0 ? [`  and ${more} more`] : [])]
  return `${theme.dim('Not in the notebook')}\n${lines.join('\n')}`
}

function sampleBlock({ sample, isSaved }: Preview, theme: Theme, width: number): string {
  if (sample.length === 0) return ''
  const lines = sample.map((one) => wrapped(sampleLine(one, theme), width, '  ', '    '))
  const title = sample.length === 1 ? 'As it would be saved' : 'As they would be saved'
  return `${theme.dim(isSaved ? title : `${title}, once these colleagues are in the notebook`)}\n${lines.join('\n')}`
}

function sampleLine({ name, side, entry }: PreviewEntry, theme: Theme): string {
  const sign = side === 'strength' ? '+' : side === 'growth' ? '-' : ' '
  const facts = [
    ...(entry.date === undefined ? [] : [formatDayMonth(entry.date)]),
    ...(entry.ticket === undefined ? [] : [`ticket ${entry.ticket}`]),
  ]
  const words = clip(cleanLine(entryWords(entry)), LONGEST, theme.sign.more)
  return `${sign} ${[cleanLine(name), ...facts, words].join(` ${theme.sign.dot} `)}`
}

function leftOutBlock(gathered: Gathered, theme: Theme, width: number): string {
  const { skipped, skippedCount, twice } = gathered
  const silent = [...gathered.known, ...gathered.unknown].reduce(
    (sum, { figures }) => sum + figures.rows - figures.comments,
    0,
  )
  const more = skippedCount - skipped.length
  const lines = [
    ...(silent === 0 ? [] : [`${counted(silent, 'row')} without a comment: in the figures only`]),
    ...(twice === 0
      ? []
      : [`${counted(twice, 'row')} that stand${twice === 1 ? 's' : ''} in the file already`]),
    ...skipped.map(skippedLine),
    ...(more > 0 ? [`and ${counted(more, 'more row')}`] : []),
  ]
  if (lines.length === 0) return ''
  return `${theme.dim('Left out')}\n${lines.map((line) => wrapped(line, width, '  ', '    ')).join('\n')}`
}

function skippedLine({ line, reason, words }: Skipped): string {
  switch (reason) {
    case 'cells':
      return `line ${line}: ${words === '1' ? '1 cell' : `${words} cells`}, which is not as many as there are headings`
    case 'date':
      return `line ${line}: "${words}" is not a date`
    case 'nobody':
      return `line ${line}: names no colleague`
  }
}

function maskBlock({ masked, gathered }: Preview, width: number): string {
  if (!masked) return wrapped('Nothing is masked: customers stay readable (--no-mask).', width)
  const each = Object.entries(gathered.masked).map(([mask, count]) => `${count} [${mask}]`)
  const isNew = [...gathered.known, ...gathered.unknown].some(({ entries }) => entries.length > 0)
  // Of what was saved before, nothing is masked once more.
  if (each.length === 0 && !isNew) return ''
  return wrapped(each.length === 0 ? 'Nothing had to be masked.' : `Masked: ${each.join(', ')}.`, width)
}

/** One note of an import as it is told of. */
interface SavedNote {
  readonly path: string
  readonly id: string
  readonly items: number
  readonly name: string
}

/** What was saved, where, and what comes next. `added` are the people who are new in the notebook. */
export function importedText(
  notes: readonly SavedNote[],
  added: readonly string[],
  theme: Theme,
  width: number,
): string {
  const people = new Map<string, SavedNote[]>()
  for (const note of notes) people.set(note.name, [...(people.get(note.name) ?? []), note])
  const comments = counted(itemsIn(notes), 'comment')
  const head = `${theme.good('Saved.')}  ${comments} for ${people.size === 1 ? '1 person' : `${people.size} people`}.`
  const rows = [...people].map(([name, own]) => [`  ${name}`, String(itemsIn(own)), placeOf(own)])
  const [first] = notes
  const next = first === undefined ? [] : [`Read it:  tactful show ${shortId(first.id)}`]
  const fresh =
    added.length === 0 ? [] : [wrapped(`New in the notebook: ${added.join(', ')}`, width, '', '  ')]
  return `${[head, table(rows, width).trimEnd(), ...fresh, ...next].join('\n')}\n`
}

function itemsIn(notes: readonly SavedNote[]): number {
  return notes.reduce((sum, { items }) => sum + items, 0)
}

/** The file, or the folder where there are several. */
function placeOf(notes: readonly SavedNote[]): string {
  const path = notes[0]?.path ?? ''
  return notes.length === 1 ? path : `${path.replace(/[^/]*$/, '')} (${notes.length} notes)`
}

/** Said where nothing of a file is to be saved, and why. */
export function nothingNew({ known, unknown, skippedCount }: Gathered): string {
  const isWaiting = unknown.some(({ entries }) => entries.length > 0)
  const isSaved = [...known, ...unknown].some(({ already }) => already > 0)
  if (!isWaiting && !isSaved) {
    return skippedCount > 0
      ? 'Nothing was saved: every row with a comment was left out. Mend the lines named above, then try again.\n'
      : 'Nothing was saved: the rows asked for hold no comment.\n'
  }
  if (!isWaiting) return 'Nothing new to save: every comment is in the notebook already.\n'
  if (known.length === 0) return 'Nothing was saved: nobody this file is about is in the notebook.\n'
  return 'Nothing new to save about the people in the notebook.\n'
}

/** How those who are not in the notebook can be added. */
export function addHint(names: readonly string[]): string {
  const [first = ''] = names
  return clean(
    `Add them all with --create-people, or one by one: tactful people add ${JSON.stringify(first)}\n`,
  )
}

/** One line that is written over itself while a long file is read. */
export function progressLine(name: string, share: number, columns: number): string {
  const text = clip(`Reading ${cleanLine(name)}: ${Math.floor(share * 100)} %`, columns - 1, '...')
  return `\r${text.padEnd(Math.max(0, columns - 1))}`
}

/** Takes the progress line away. */
export function progressEnd(columns: number): string {
  return `\r${' '.repeat(Math.max(0, columns - 1))}\r`
}

/** A number with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
