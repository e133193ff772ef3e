import { cells } from '../core/text/width.ts'
import { WIDEST } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** One bar: its name, its length, and what is said behind it. */
export interface Bar {
  readonly label: string
  readonly count: number
  readonly words: string
}

const LONGEST_BAR = 20
const LONGEST_LABEL = 28
/** Words behind a bar that have less room than this go below it. */
const LEAST_ROOM = 20

/**
 * Bars as lines: name, bar, words. The longest bar stands for the largest count; one that counts anything has at least one
 * sign. Where the screen is narrow the words stand below, and nothing is cut.
 */
export function barLines(bars: readonly Bar[], theme: Theme, width: number): readonly string[] {
  const room = Math.min(width, WIDEST)
  const widest = Math.max(0, ...bars.map(({ label }) => cells(label)))
  const label = Math.min(widest, LONGEST_LABEL, Math.max(8, room - 14))
  const longest = Math.max(4, Math.min(LONGEST_BAR, Math.floor((room - label) / 3)))
  const most = Math.max(1, ...bars.map(({ count }) => count))
  return bars.map((bar) => {
    const signs = bar.count === 0 ? 0 : Math.max(1, Math.round((bar.count / most) * longest))
    const sign = theme.sign.bar.repeat(signs)
    const words = theme.signs(bar.words)
    const name = cells(bar.label) <= label ? bar.label + ' '.repeat(label - cells(bar.label)) : undefined
    const own = name === undefined ? [wrapped(bar.label, width, '  ', '    ')] : []
    const lead = `  ${name ?? ' '.repeat(label)}  `
    const after = ' '.repeat(longest - signs + 2)
    const before = cells(lead) + longest + 2
    const beside = width - before >= Math.min(LEAST_ROOM, cells(words))
    const line = beside
      ? wrapped(words, width, `${lead}${sign}${after}`, ' '.repeat(before)).trimEnd()
      : `${`${lead}${sign}`.trimEnd()}\n${wrapped(words, width, '    ')}`
    return [...own, signs === 0 ? line : line.replace(sign, theme.accent(sign))].join('\n')
  })
}
