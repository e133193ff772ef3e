import { textRows } from './rows.ts'

/** Breaks a plain text into lines of at most `width` cells, made safe for a terminal, without spaces at their ends. */
export function wrap(text: string, width: number): readonly string[] {
  return textRows(text, width).map((row) => row.shown.trimEnd())
}
