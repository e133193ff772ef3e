import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Listed } from '../../../src/core/notebook/listing.ts'
import { outlookOf } from '../../../src/core/themes/outlook.ts'
import { balanceOf, monthsOf, themesBy } from '../../../src/core/themes/themes.ts'

function item(date: string, more: Readonly<Record<string, unknown>> = {}): Listed {
  return { id: 'X', kind: 'evidence', person: 'sam', date, title: 't', template: null, path: 'p', ...more }
}

const RESP = { area: 'responsiveness' }

describe('themes', () => {
  it('tell what was seen once from what comes back and from a pattern', () => {
    const themes = themesBy(
      [
        item('2026-10-01', { ...RESP, side: 'growth' }),
        item('2026-10-20', { ...RESP, side: 'growth' }),
        item('2026-11-11', { ...RESP, side: 'strength' }),
        item('2026-10-05', { area: 'handover' }),
        item('2026-10-05', { area: 'handover' }),
        item('2026-10-05', { area: 'handover' }),
        item('2026-09-09', { area: 'escalation', side: 'growth' }),
        item('2026-09-09'),
      ],
      'area',
    )
    expect(
      themes.map(({ key, count, days, weeks, recurrence }) => [key, count, days, weeks, recurrence]),
    ).toEqual([
      ['handover', 3, 1, 0, 'again'],
      ['responsiveness', 3, 3, 6, 'pattern'],
      ['escalation', 1, 1, 0, 'once'],
      [undefined, 1, 1, 0, 'once'],
    ])
    expect(themes[1]).toMatchObject({ growths: 2, strengths: 1, first: '2026-10-01', last: '2026-11-11' })
  })

  it('count the days between as weeks that have begun', () => {
    const weeks = (last: string): number | undefined =>
      themesBy([item('2026-10-01', RESP), item(last, RESP)], 'area')[0]?.weeks
    expect([weeks('2026-10-01'), weeks('2026-10-02'), weeks('2026-10-08'), weeks('2026-10-09')]).toEqual([
      0, 1, 1, 2,
    ])
  })

  it('live with a day that somebody wrote by hand and that is none', () => {
    const [theme] = themesBy([item('soon', RESP), item('2026-10-01', RESP)], 'area')
    expect(theme).toMatchObject({ count: 2, days: 1, first: '2026-10-01', last: '2026-10-01' })
    expect(themesBy([item('soon', RESP)], 'area')[0]).toMatchObject({ days: 0, recurrence: 'once' })
    expect(monthsOf([item('soon')])).toEqual([])
  })

  it('show months without evidence between those with some', () => {
    expect(monthsOf([item('2027-01-30'), item('2026-11-02', { side: 'strength' })])).toEqual([
      { month: '2026-11', count: 1, strengths: 1, growths: 0, neither: 0 },
      { month: '2026-12', count: 0, strengths: 0, growths: 0, neither: 0 },
      { month: '2027-01', count: 1, strengths: 0, growths: 0, neither: 1 },
    ])
  })

  it('add up, whatever the items are', () => {
    const any = fc.record({
      date: fc.date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
      side: fc.constantFrom('strength', 'growth', undefined, 7),
      area: fc.constantFrom('a', 'b', '', undefined, 3),
      source: fc.constantFrom('x', undefined),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (given) => {
        const items = given.map(({ date, ...more }) => item(date.toISOString().slice(0, 10), more))
        const sum = (list: readonly { readonly count: number }[]): number =>
          list.reduce((all, { count }) => all + count, 0)
        const outlook = outlookOf(items, undefined)
        const { strengths, growths, neither } = balanceOf(items)
        expect(strengths + growths + neither).toBe(items.length)
        expect([sum(outlook.areas), sum(outlook.sources), sum(outlook.months)]).toEqual(
          Array.from({ length: 3 }, () => items.length),
        )
        for (const theme of outlook.areas) {
          expect(theme.strengths + theme.growths + theme.neither).toBe(theme.count)
          expect(theme.days).toBeLessThanOrEqual(theme.count)
        }
      }),
    )
  })
})
