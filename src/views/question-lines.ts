import { block } from './layout.ts'
import type { Theme } from './theme.ts'

/** A text as lines behind the margin, coloured line by line. */
export function indented(
  theme: Theme,
  text: string,
  width: number,
  colour: (line: string) => string,
): readonly string[] {
  return block(theme.signs(text), width, 2, colour)
}

/** Lines with an empty one before them, or nothing. */
export function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}
