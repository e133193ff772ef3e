import { aroundOf } from '../core/interview/around.ts'
import type { Plan, Spot } from '../core/interview/plan.ts'
import { fill } from '../core/interview/resolve.ts'
import { apart, takesConfidences } from '../core/session/confidence.ts'
import { isTurn, readSaid } from '../core/talk/said.ts'
import { cleanLine } from '../core/text/clean.ts'

const LABELS = { theirs: 'In their words', mine: 'Your note', own: 'Only for you' } as const

/** What was taken down in a talk, without what says whose it is, under whose it is; undefined for every other answer. */
export function saidWords(
  plan: Plan,
  spot: Spot,
): { readonly label: string; readonly words: string } | undefined {
  const { kind, question, value, item, scope } = spot
  if (kind !== 'question' || typeof value !== 'string' || !takesConfidences(plan)) return undefined
  if (question.type !== 'text' && question.type !== 'paragraph') return undefined
  const { shown, hidden } = apart(value)
  if (hidden !== '' && shown === '') return { label: LABELS.own, words: cleanLine(hidden) }
  if (item === undefined || item.group.carries !== undefined || aroundOf(plan, spot)?.isTopic !== true)
    return undefined
  const otherwise = isTurn(item.group) ? 'theirs' : 'mine'
  const { whose, words } = readSaid(value.replace(/\s+/g, ' '), fill('{person}', plan, scope), otherwise)
  return { label: `${item.group.item} ${item.index} · ${LABELS[whose]}`, words: cleanLine(words) }
}
