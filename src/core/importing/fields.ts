import { fold } from '../text/fold.ts'

/** What a column of an export may hold. `customer` is read to be masked and never saved; several columns may hold it. */
export const FIELDS = [
  'person',
  'text',
  'date',
  'score',
  'ticket',
  'link',
  'area',
  'reviewer',
  'customer',
  'id',
] as const

/** One of the things a column may hold. */
export type Field = (typeof FIELDS)[number]

/** Which column (counted from 0) holds what. Every field but `customer` stands there once at most. */
export type Columns = ReadonlyMap<number, Field>

/** The words by which columns are known, as `templates/import/columns.yaml` lists them: headings of each field, best first. */
export interface ColumnNames {
  readonly fields: Readonly<Record<Field, readonly string[]>>
  /** Kinds of evidence, each with headings that only such exports have. */
  readonly sources: readonly { readonly source: string; readonly headings: readonly string[] }[]
}

/** The words that may stand for a field on a command line besides its own. */
const SYNONYMS: Readonly<Record<string, Field>> = {
  comment: 'text',
  words: 'text',
  criterion: 'area',
  by: 'reviewer',
  day: 'date',
  rating: 'score',
  url: 'link',
  agent: 'person',
}

/** The field somebody names, by its own name or one close in meaning; undefined for any other word. */
export function fieldNamed(word: string): Field | undefined {
  const wanted = fold(word)
  return FIELDS.find((field) => field === wanted) ?? SYNONYMS[wanted]
}

/** A heading as headings are compared: no case, accents or signs, and `createdAt` is "created at". */
export function headingKey(heading: string): string {
  const apart = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return fold(apart.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))
}

/** The columns of these fields, in order. */
export function columnsOf(columns: Columns, field: Field): readonly number[] {
  return [...columns].filter(([, held]) => held === field).map(([column]) => column)
}

/** Headings as the keys of a record: the field that each column holds. Columns that hold nothing we read are left out. */
export function namedColumns(columns: Columns, headings: readonly string[]): Readonly<Record<string, Field>> {
  return Object.fromEntries([...columns].map(([column, field]) => [headings[column] ?? '', field]))
}
