import { daysBetween, isDay } from '../dates.ts'
import { byText } from '../text/order.ts'
import type { BarrierFact, EvidenceFact, IdeaFact } from './fold.ts'
import type { Counted } from './tally.ts'
import type { BarrierTrend, IdeaTrend } from './trends.ts'

/** Evidence by one of its facts; with its sides where they are to be told. */
export function evidenceCounts(
  items: readonly EvidenceFact[],
  keyOf: (item: EvidenceFact) => string | undefined,
  withSide = false,
): readonly Counted[] {
  return items.map((item) => {
    const side = item.side === 'strength' ? 'strengths' : item.side === 'growth' ? 'growths' : 'neither'
    return { key: keyOf(item) ?? null, person: item.person, ...(withSide ? { side } : {}) }
  })
}

/** The month of an item, `YYYY-MM`; undefined where nobody knows its day. */
export function monthOf({ date, undated }: EvidenceFact): string | undefined {
  return undated === true || !isDay(date) ? undefined : date.slice(0, 7)
}

/** Barriers with their age, the oldest first: how long something has been in the way is no judgement of anybody. */
export function barrierTrends(
  facts: readonly BarrierFact[],
  today: string,
): readonly (BarrierTrend & { readonly person: string })[] {
  return [...facts]
    .sort((a, b) => byText(a.date, b.date) || byText(a.id, b.id))
    .map(({ words, owner, area, state, date, person }) => {
      const days = isDay(date) ? Math.max(0, daysBetween(date, today)) : 0
      return { words, owner, ...(area === undefined ? {} : { area }), state, from: date, days, person }
    })
}

/** Ideas, the newest first. */
export function ideaTrends(facts: readonly IdeaFact[]): readonly (IdeaTrend & { readonly person: string })[] {
  return [...facts]
    .sort((a, b) => byText(b.date, a.date) || byText(a.id, b.id))
    .map(({ id: _id, template: _template, session: _session, ...idea }) => idea)
}
