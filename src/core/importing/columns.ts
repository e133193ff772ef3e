import { Trouble } from '../problem.ts'
import { type ColumnNames, type Columns, FIELDS, type Field, fieldNamed, headingKey } from './fields.ts'

/** Finds what each column holds by its heading. A field that no heading names is left out. */
export function findColumns(headings: readonly string[], names: ColumnNames): Columns {
  const keys = headings.map(headingKey)
  const found = new Map<number, Field>()
  for (const field of FIELDS) {
    const known = names.fields[field].map(headingKey)
    const ranked = keys
      .map((key, column) => ({ column, rank: known.indexOf(key) }))
      .filter(({ column, rank }) => rank !== -1 && !found.has(column))
      .sort((a, b) => a.rank - b.rank || a.column - b.column)
    for (const { column } of field === 'customer' ? ranked : ranked.slice(0, 1)) found.set(column, field)
  }
  return found
}

/** The kind of evidence such an export holds, or undefined where its headings do not say. */
export function findSource(headings: readonly string[], names: ColumnNames): string | undefined {
  const keys = new Set(headings.map(headingKey))
  return names.sources.find(({ headings: telling }) => telling.some((one) => keys.has(headingKey(one))))
    ?.source
}

/** The fields an import cannot do without and that no column holds yet. */
export function unclearFields(columns: Columns): readonly Field[] {
  const held = new Set(columns.values())
  return (['person', 'text'] as const).filter((field) => !held.has(field))
}

/** Says that a column holds a field; where only one may, an earlier one gives it up. */
export function withColumn(columns: Columns, column: number, field: Field): Columns {
  const others = [...columns].filter(
    ([at, held]) => at !== column && (field === 'customer' || held !== field),
  )
  return new Map([...others, [column, field]])
}

/**
 * Takes `heading=field` into account, one text each; the field `none` takes a column out. Throws `usage` for anything
 * that names no column or no field, listing what there is.
 */
export function mapColumns(columns: Columns, headings: readonly string[], given: readonly string[]): Columns {
  let mapped = columns
  for (const text of given) mapped = mapColumn(mapped, headings, text)
  return mapped
}

function mapColumn(columns: Columns, headings: readonly string[], text: string): Columns {
  const at = text.lastIndexOf('=')
  if (at === -1) throw refused(`--map ${text} has no "=".`, 'Write it as COLUMN=FIELD.', headings)
  const column = columnNamed(text.slice(0, at), headings)
  const word = text.slice(at + 1).trim()
  if (word === 'none') return new Map([...columns].filter(([one]) => one !== column))
  const field = fieldNamed(word)
  if (field === undefined) {
    throw refused(`"${word}" is nothing a column can hold.`, `It can hold ${FIELDS.join(', ')} or none.`)
  }
  return withColumn(columns, column, field)
}

/** The column with this heading. Throws `usage` with all headings when there is none. */
export function columnNamed(heading: string, headings: readonly string[]): number {
  const exact = headings.indexOf(heading.trim())
  const near = exact === -1 ? headings.findIndex((one) => headingKey(one) === headingKey(heading)) : exact
  if (near !== -1 && heading.trim() !== '') return near
  throw refused(`There is no column "${heading.trim()}".`, '', headings)
}

/** What is said when a needed column is not known: which, what columns there are, and how to name it. */
export function unclearColumns(unclear: readonly Field[], headings: readonly string[]): Trouble {
  const [first = 'person'] = unclear
  const asked = unclear.map((field) => NEEDED[field] ?? field).join(' and ')
  return refused(
    `No heading says which column holds ${asked}.`,
    `Name it, such as: --map "${headings[0] ?? 'COLUMN'}=${first}"`,
    headings,
  )
}

const NEEDED: Readonly<Partial<Record<Field, string>>> = {
  person: 'the colleague it is about (person)',
  text: 'what was said (text)',
}

function refused(message: string, mend: string, headings?: readonly string[]): Trouble {
  const columns = headings === undefined ? '' : `The columns are: ${headings.join(', ')}.`
  return new Trouble({
    kind: 'usage',
    message,
    mend: [columns, mend].filter((line) => line !== '').join('\n'),
  })
}
