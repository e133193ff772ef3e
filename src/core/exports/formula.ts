/**
 * A cell that no spreadsheet takes for a formula: one quotation mark stands before a sign that could begin one, at the
 * start of the cell and wherever a program that reads the file with other separators could see a cell begin. Negative
 * numbers stay numbers, but not where they open a row (`isFirst`): with other separators the rest of the row belongs to
 * them. `withoutGuard` gives the text back.
 */
export function guarded(cell: string, isFirst = false): string {
  if (!isFirst && NUMBER.test(cell)) return cell
  return cell.replace(INSIDE, "'$&").replace(START, "'$&")
}

/** The text that `guarded` was given; any other text may lose a mark before such a sign. */
export function withoutGuard(cell: string): string {
  return cell.replace(GUARD_INSIDE, '').replace(GUARD_START, '')
}

const NUMBER = /^-\d+(?:[.,]\d+)?$/
const START = /^'*[ \u00a0]*(?=[=+\-@\t\r＝＋－＠])/
const INSIDE = /(?<=[",;|\t\r\n])'*(?=[=+\-@\t\r＝＋－＠])/g
const GUARD_START = /^'(?='*[ \u00a0]*[=+\-@\t\r＝＋－＠])/
const GUARD_INSIDE = /(?<=[",;|\t\r\n])'(?='*[=+\-@\t\r＝＋－＠])/g
