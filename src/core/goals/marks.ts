import { LETTER } from './fragments.ts'

/** Signs that stand for what was recognised: a frequency, a time that ends, a time that says nothing about the end. */
export const OFTEN = '\u0001'
export const BY_WHEN = '\u0002'
export const OTHER_TIME = '\u0003'

/** Stands for what has a number for a name: "tier 2", "P1". */
export const NAMED_BY_NUMBER = '\u0007'

/** One step of reading: what is found, and the sign that replaces it. */
export type MarkRule = readonly [found: RegExp, sign: string]

/** Builds a rule from a pattern over whole words; The text is lower case by then. */
export function rule(pattern: string, sign: string): MarkRule {
  return [new RegExp(`(?<![${LETTER}\\d])(?:${pattern})(?![${LETTER}\\d])`, 'gu'), sign]
}

/** The text with everything that a rule finds replaced by its sign, rule by rule. */
export function mark(text: string, rules: readonly MarkRule[]): string {
  return rules.reduce((left, [found, sign]) => left.replace(found, ` ${sign} `), text)
}
