/** One row of an export: the line of the file it begins on, and its cells in the order of the headings; ragged where the file is. */
export interface ExportRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** An export of another system, opened: what it is, and its rows as often as they are asked for, never all at once. */
export interface ExportFile {
  /** Without folders. */
  readonly name: string
  readonly format: 'csv' | 'json' | 'jsonl'
  /** As it was found or given: `utf-8`, `utf-16le`, `windows-1252` ... */
  readonly encoding: string
  /** CSV only. */
  readonly delimiter?: string
  /** All different, none empty. */
  readonly headings: readonly string[]
  /** In bytes. */
  readonly size: number
  /** Rows in batches; `progress` gets the share read so far, 0 to 1. Throws `data` with the line for what cannot be read. */
  rows(progress?: (share: number) => void): AsyncIterable<readonly ExportRow[]>
}
