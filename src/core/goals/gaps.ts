import type { GoalAsk, GoalCheck } from './check.ts'
import type { GoalRow } from './rows.ts'

/**
 * What a goal that is kept still lacks, with what to ask: its words are checked, and what stands beside them (a day, a
 * measure, where it is and where it should be) fills its gaps. `kept` are the facts of its note.
 */
export function gapsOf(
  words: string,
  row: GoalRow,
  kept: Readonly<Record<string, unknown>>,
  check: (text: string) => GoalCheck,
): readonly GoalAsk[] {
  const isMeasured = row.target !== undefined || kept.measure !== undefined
  return check(words).asks.filter(({ for: aspect }) => {
    if (aspect === 'time-bound') return row.by === undefined
    return aspect === 'specific' || !isMeasured
  })
}
