import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onOneScale, readAmount } from '../../../src/core/goals/amount.ts'
import { fitsMeasure, shareOfWay, wayMistake } from '../../../src/core/goals/way.ts'

describe('an amount', () => {
  it.each([
    ['7 of 15', 'share', 700 / 15],
    ['5 out of 12 tickets', 'share', 500 / 12],
    ['12 of the last 12', 'share', 100],
    ['9/12', 'share', 75],
    ['40 %', 'share', 40],
    ['40 per cent', 'share', 40],
    ['half', 'share', 50],
    ['all', 'share', 100],
    ['3 h', 'time', 180],
    ['under 2 hours', 'time', 120],
    ['3 h 10', 'time', 190],
    ['1:30 h', 'time', 90],
    ['an hour', 'time', 60],
    ['two days', 'time', 2880],
    ['once a week', 'rate', 1],
    ['every day', 'rate', 5],
    ['5 days a week', 'rate', 5],
    ['twice a day', 'rate', 10],
    ['8 tickets', 'count', 8],
    ['4,2', 'count', 4.2],
    ['none', 'count', 0],
  ])('is read from %j', (text, kind, value) => {
    expect(readAmount(text)).toMatchObject({ kind, value: expect.closeTo(value, 6) })
  })

  it.each(['', 'often', 'no idea', 'a few', 'better than before', '5 of 0', 'once'])(
    'is not seen in %j',
    (text) => expect(readAmount(text)).toBeUndefined(),
  )

  it('never throws, and reads the same in any case and spacing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(readAmount(`  ${text.toUpperCase()} `)).toEqual(readAmount(text.toUpperCase()))
      }),
    )
  })

  it('of a share is what was written, for every part and whole', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (part, whole) => {
        expect(readAmount(`${part} of ${whole}`)).toMatchObject({
          value: expect.closeTo((part / whole) * 100),
        })
      }),
    )
  })
})

describe('two amounts', () => {
  it.each([
    ['5 of 12', '9', [500 / 12, 75]],
    ['3 h', '90 min', [180, 90]],
    ['5 open tickets', '2 tickets', [5, 2]],
    ['50 %', '6 of 12', [50, 50]],
    ['5 of 12', '3 h', undefined],
    ['8 tickets', '3 calls', undefined],
    ['once a week', '40 %', undefined],
  ])('%j and %j are put on one scale, or not', (a, b, wanted) => {
    const [one, other] = [readAmount(a), readAmount(b)]
    const scale = one && other ? onOneScale(one, other) : undefined
    expect(scale?.map((value) => Math.round(value * 100))).toEqual(
      wanted?.map((value) => Math.round(value * 100)),
    )
    expect(fitsMeasure(a, b)).toBe(wanted !== undefined)
  })

  it('make no goal where they are the same or measure different things', () => {
    expect(wayMistake('5 of 12', '5')).toBe('same')
    expect(wayMistake('60 min', '1 h')).toBe('same')
    expect(wayMistake('5 of 12', '3 h')).toBe('units')
    expect(wayMistake('5 of 12', '12 of 12')).toBeUndefined()
    expect(wayMistake('nobody knows yet', '3 h')).toBeUndefined()
  })
})

describe('the way', () => {
  it.each([
    [{ baseline: '5 of 12', target: '12 of 12', now: '9' }, 4 / 7],
    [{ baseline: '4 h', target: '1 h', now: '90 min' }, 2.5 / 3],
    [{ baseline: '5 of 12', target: '12 of 12', now: '4 of 12' }, -1 / 7],
    [{ baseline: '3', target: '8', now: '10' }, 7 / 5],
    [{ baseline: '5', target: '12 of 12', now: '9' }, 4 / 7],
  ])('of %j is a share', (stretch, share) => {
    expect(shareOfWay(stretch)).toBeCloseTo(share)
  })

  it('is not guessed', () => {
    expect(shareOfWay({ baseline: '5 of 12', now: '9' })).toBeUndefined()
    expect(shareOfWay({ baseline: 'slow', target: 'fast', now: 'better' })).toBeUndefined()
    expect(shareOfWay({ baseline: '5 of 12', target: '12 of 12', now: '3 h' })).toBeUndefined()
  })

  it('begins at 0 and ends at 1, whatever the two are', () => {
    const amount = fc.oneof(
      fc.tuple(fc.nat(40), fc.constantFrom('of 40', '%', 'h', 'tickets')).map(([n, unit]) => `${n} ${unit}`),
    )
    fc.assert(
      fc.property(amount, amount, (baseline, target) => {
        fc.pre(wayMistake(baseline, target) === undefined)
        expect(shareOfWay({ baseline, target, now: baseline })).toBeCloseTo(0)
        expect(shareOfWay({ baseline, target, now: target })).toBeCloseTo(1)
      }),
    )
  })
})
