import { fold } from '../text/fold.ts'

/** The words and scales by which a score has a side, as `templates/import/scores.yaml` lists them. */
export interface ScoreWords {
  readonly strength: readonly string[]
  readonly growth: readonly string[]
  /** By the largest number on it, smallest first: from `strength` on, and up to `growth`. */
  readonly scales: readonly { readonly most: number; readonly strength: number; readonly growth: number }[]
}

/** Which way a score points. */
export type Side = 'strength' | 'growth'

/** The number a score is ("4", "4.5", "4/5", "4 stars"), and the scale where it names one. */
export function scoreNumber(score: string): { readonly value: number; readonly of?: number } | undefined {
  const text = score.trim()
  const filled = [...text].filter((sign) => sign === '★' || sign === '⭐').length
  if (filled > 0 && /^(?:[★⭐☆]|\ufe0f|\s)+$/u.test(text)) return { value: filled, of: 5 }
  const found = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:(?:\/|of|out of)\s*(\d{1,3})|stars?|points?|%)?$/i.exec(text)
  if (!found) return undefined
  const of = /stars?$/i.test(text) ? 5 : text.endsWith('%') ? 100 : Number(found[2] ?? 0)
  const value = Number((found[1] ?? '').replace(',', '.'))
  return of === 0 ? { value } : { value, of }
}

/**
 * Gives scores their side. `scale` is the largest number a score can have, where that is known; a score that points
 * nowhere clearly has none.
 */
export function sideReader(
  words: ScoreWords,
): (score: string, scale: number | undefined) => Side | undefined {
  const strength = new Set(words.strength.map(fold))
  const growth = new Set(words.growth.map(fold))
  return (score, scale) => {
    const number = scoreNumber(score)
    if (number === undefined) {
      const text = fold(score.replace(/[_-]/g, ' '))
      return strength.has(text) ? 'strength' : growth.has(text) ? 'growth' : undefined
    }
    const rule = words.scales.find(({ most }) => most === (number.of ?? scale))
    if (rule === undefined) return undefined
    if (number.value >= rule.strength) return 'strength'
    return number.value <= rule.growth ? 'growth' : undefined
  }
}

/** The scale that a column of bare numbers is on, by its largest: 5 or 10. Undefined where that is not clear. */
export function scaleOf(largest: number | undefined, smallest: number | undefined): number | undefined {
  if (largest === undefined || smallest === undefined) return undefined
  if (largest > 5) return largest <= 10 ? 10 : undefined
  // A column that never goes above 3 could be on any scale, and one with a 0 in it starts lower than five stars do.
  return largest >= 4 && smallest >= 1 ? 5 : undefined
}
