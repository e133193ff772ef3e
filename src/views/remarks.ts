import type { Remark } from '../core/interview/remarks.ts'
import { cleanLine } from '../core/text/clean.ts'
import { clip } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** So many are told; of more than that the rest is a count. */
const MOST = 12

/** So many cells of the words that were found stand in front of the reason. */
const LONGEST_WORDS = 40

/** What is worth a second look in answers that nobody was asked about: their words first, then what was noticed. Empty where there is nothing. */
export function remarksText(
  remarks: readonly Remark[],
  notices: readonly string[],
  theme: Theme,
  width: number,
): string {
  const words = remarks.map((remark) => remarkLine(remark, theme, width))
  const seen = notices.map((one) => wrapped(theme.signs(cleanLine(one)), width, '  ', '    '))
  return block('Words to look at again', words, theme) + block('Also noticed', seen, theme)
}

function remarkLine({ path, line, finding }: Remark, theme: Theme, width: number): string {
  const { rule, words, why, try: ways } = finding
  const place = line === undefined ? path : `${path}, line ${line}`
  const found = words === '' ? '' : ` “${clip(cleanLine(words), LONGEST_WORDS, '…')}”`
  const way = ways[0] === undefined ? '' : ` Try: ${cleanLine(ways[0])}`
  return wrapped(theme.signs(`${cleanLine(place)} (${rule})${found}: ${why}${way}`), width, '  ', '    ')
}

function block(heading: string, lines: readonly string[], theme: Theme): string {
  if (lines.length === 0) return ''
  const more = lines.length > MOST ? [`  and ${lines.length - MOST} more (--json has all)`] : []
  return `${[theme.strong(heading), ...lines.slice(0, MOST), ...more].join('\n')}\n`
}

/** The same for machines. */
export function remarksJson(remarks: readonly Remark[]): readonly object[] {
  return remarks.map(({ finding: { rule, category, words, why, try: ways }, ...at }) => ({
    ...at,
    rule,
    category,
    words,
    why,
    try: ways,
  }))
}
