import type { Row } from './rows.ts'
import { scoreNumber } from './scores.ts'

/** What all rows about one colleague say in figures, those without a comment included. Days are plain days. */
export interface Figures {
  readonly rows: number
  readonly comments: number
  readonly from?: string
  readonly to?: string
  /** How often each score was given; left out where there are more than a dozen different ones. */
  readonly scores?: Readonly<Record<string, number>>
  /** Of the scores that are numbers. */
  readonly numbers?: {
    readonly count: number
    readonly mean: number
    readonly largest: number
    readonly smallest: number
  }
}

const MOST_SCORES = 12

/** Counts rows as they come; see `Figures`. The mean has two decimals. */
export function newTally(): { readonly add: (row: Row) => void; readonly done: () => Figures } {
  const scores = new Map<string, number>()
  let [rows, comments, count, sum] = [0, 0, 0, 0]
  let [largest, smallest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  let from: string | undefined
  let to: string | undefined
  return {
    add({ text, date, score }) {
      rows += 1
      if (text !== '') comments += 1
      if (date !== undefined) {
        if (from === undefined || date < from) from = date
        if (to === undefined || date > to) to = date
      }
      if (score === undefined) return
      if (scores.size <= MOST_SCORES || scores.has(score)) scores.set(score, (scores.get(score) ?? 0) + 1)
      const number = scoreNumber(score)?.value
      if (number === undefined) return
      count += 1
      sum += number
      largest = Math.max(largest, number)
      smallest = Math.min(smallest, number)
    },
    done: () => ({
      rows,
      comments,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(scores.size === 0 || scores.size > MOST_SCORES ? {} : { scores: sorted(scores) }),
      ...(count === 0
        ? {}
        : { numbers: { count, mean: Math.round((sum / count) * 100) / 100, largest, smallest } }),
    }),
  }
}

function sorted(scores: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}
