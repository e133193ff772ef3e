/** Where keys come from: a terminal, or any stream that gives bytes. */
export type Input = NodeJS.ReadableStream & {
  readonly isTTY?: boolean | undefined
  setRawMode?(raw: boolean): unknown
}

/** Where screens go; the size is this stream's own, never the process's. */
export type Output = NodeJS.WritableStream & {
  readonly columns?: number | undefined
  readonly rows?: number | undefined
}

/** The size of an output, with the usual one where it does not say. */
export function sizeOf(output: Output): { readonly columns: number; readonly rows: number } {
  return { columns: atLeast(output.columns, 20, 80), rows: atLeast(output.rows, 4, 24) }
}

function atLeast(given: number | undefined, least: number, usual: number): number {
  return given === undefined || given <= 0 ? usual : Math.max(least, given)
}
