import { fold } from '../text/fold.ts'
import { numberIn, optionsOf, type Screen } from './rows.ts'
import type { AskState } from './state.ts'

/**
 * Which line of a list that is not searched a typed text names, from 0: by its number, its label, or the only label that
 * begins so ("no" for "no, write nothing"). -1 where it names none, so that Enter chooses nothing.
 */
export function lineNamed(screen: Screen, state: AskState, typed: string): number {
  const options = optionsOf(screen, state.own)
  const number = numberIn(typed, options.length)
  if (number !== undefined) return number - 1
  const words = fold(typed)
  const labels = options.map(({ label }) => fold(label))
  if (labels.includes(words)) return labels.indexOf(words)
  const beginning = labels.filter((label) => label.startsWith(words))
  return words !== '' && beginning.length === 1 ? labels.indexOf(beginning[0] ?? '') : -1
}
