import { concreteness } from './concrete.ts'
import { BY_WHEN, type MarkRule, mark } from './marks.ts'
import { measureRules, readMeasure, withoutNamedNumbers } from './measure.ts'
import { timeRules } from './time.ts'
import { type GoalWordLists, goalWords } from './words.ts'

/** What a goal in one line can be seen to lack. Achievable and relevant can't be seen and have to be asked for. */
export type GoalAspect = 'specific' | 'measurable' | 'time-bound'

/** Which question to ask: `act` what one would see, `which` what the numbers count, `known` how one knows, `when` by when, `target` how many it should be. */
export type GoalAskCode = 'act' | 'which' | 'known' | 'often' | 'when' | 'target'

/** A question to ask for a missing aspect. */
export interface GoalAsk {
  readonly for: GoalAspect
  readonly code: GoalAskCode
}

/** What a goal lacks, and what to ask, in the same order. */
export interface GoalCheck {
  readonly missing: readonly GoalAspect[]
  readonly asks: readonly GoalAsk[]
}

/** From this weight on, a goal names an act with its object. */
const SPECIFIC = 1.25

/**
 * Makes the check of one-line goals from the word lists that ship as `goals/words`. It needs no clock: whether a day has passed is
 * not its question. Takes time in proportion to the length of the goal.
 */
export function goalChecker(lists: GoalWordLists): (text: string) => GoalCheck {
  const words = goalWords(lists)
  const times: readonly MarkRule[] = timeRules(words)
  const measures: readonly MarkRule[] = measureRules(words)
  return (text) => {
    const timed = mark(prepared(text).replace(words.idioms, ' '), times)
    const measure = readMeasure(timed, measures)
    const weight = concreteness(measure.rest, words) + (measure.counted ? 0.5 : 0)
    const specific = weight >= SPECIFIC
    const measurable = measure.counted || (specific && (measure.always || measure.done))
    const missing: GoalAspect[] = []
    if (!specific) missing.push('specific')
    if (!measurable) missing.push('measurable')
    if (!timed.includes(BY_WHEN)) missing.push('time-bound')
    return {
      missing,
      asks: missing.map((aspect) => ({ for: aspect, code: askFor(aspect, measurable, specific) })),
    }
  }
}

function askFor(aspect: GoalAspect, measurable: boolean, specific: boolean): GoalAskCode {
  if (aspect === 'time-bound') return 'when'
  if (aspect === 'specific') return measurable ? 'which' : 'act'
  return specific ? 'often' : 'known'
}

/** A feast that no list knows: a name after "by" or "until" where a clause ends or begins. */
const NAMED_END =
  /(?:^|[,;:.]\s|(?<!ed|en|sent|made|led|run)\s)(?:[Bb]y|[Uu]ntil|[Tt]ill)\s\p{Lu}[\p{Ll}'-]+(?:\s\p{Lu}[\p{Ll}'-]+){0,2}(?=\s*(?:$|[.,;:)]))|(?:^|[.;:]\s)(?:By|Until)\s\p{Lu}[\p{Ll}'-]+(?:\s\p{Lu}[\p{Ll}'-]+){0,2}(?=\s)/gu

/** Straight signs, single spaces, and "May" told apart from "may". */
function prepared(text: string): string {
  return withoutNamedNumbers(
    text
      .normalize('NFC')
      .replace(/[\u0000-\u001f\u007f]+/g, ' ')
      .replace(/[‘’]/g, "'")
      .replace(/[–—‒−→]/g, ' - ')
      .replace(/\s+/g, ' ')
      .replace(/\bMay\b/g, 'maymonth'),
  )
    .replace(NAMED_END, ` ${BY_WHEN} `)
    .toLowerCase()
    .replace(
      /\b(by|until|till|in|of|before|mid|late|early|since|from|to|end|this|next|\d{1,2}(?:st|nd|rd|th)?)([ -])may(?=\s*(?:$|[.,;:)\d]))/g,
      '$1$2maymonth',
    )
    .trim()
}
