import { describe, expect, test } from 'vitest'
import { checkPoint, checkStructure, type PointText } from '../../../src/core/wording/structure.ts'

const growth = (said: string, cited: readonly string[] = []): PointText => ({ side: 'growth', said, cited })
const strength = (said: string, cited: readonly string[] = []): PointText => ({
  side: 'strength',
  said,
  cited,
})

const WHOLE =
  'On 48213 the update promised for 16:00 went out the next day. [E1] The customer wrote twice in between, so tier 2 had two calls more. How did that afternoon look from your side? What if a short line went out even when there is no news?'

const ASKED =
  '48377 went on without the checklist and came back after 5 hours. [E2] The customer waited. Whom could you ask on the late shift?'

describe('one point', () => {
  test('that has everything lacks nothing', () => {
    expect(checkPoint(growth(WHOLE, ['48213']))).toEqual([])
    expect(checkPoint(growth(ASKED, ['48377']))).toEqual([])
    expect(
      checkPoint(
        strength('The handover on 48402 had the goal and the logs, so tier 2 solved it in 20 minutes. [E3]', [
          '48402',
        ]),
      ),
    ).toEqual([])
  })
  test.each([
    [
      'an example',
      growth('Updates come late, which confuses customers. How do you see it?'),
      'example-missing',
    ],
    [
      'a question or suggestion',
      growth('On Monday the reply came late, so the customer rang again. [E1]', ['x']),
      'action-missing',
    ],
    [
      'the impact',
      growth('On Monday the reply came in the evening. [E1] How do you see it?', ['x']),
      'impact-missing',
    ],
    [
      'a citation',
      growth('On Monday the reply came late, so she rang again. How do you see it?'),
      'evidence-not-cited',
    ],
    [
      'a question before the suggestion',
      growth('On Monday she rang again because of it. [E1] What if you sent a line?', ['x']),
      'suggestion-first',
    ],
  ])('may lack %s', (_what, point, code) => {
    expect(checkPoint(point)).toEqual([code])
  })
  test('praise that goes on with "but" is undone', () => {
    expect(
      checkPoint(strength('The summary on Monday saved us a call, but it was long. [E1]', ['x'])),
    ).toEqual(['praise-undone'])
    expect(
      checkPoint(strength('The summary on Monday saved us a call, but also an hour. [E1]', ['x'])),
    ).toEqual([])
  })
  test('without words yet lacks nothing', () => {
    expect(checkPoint(growth('  '))).toEqual([])
  })
})

describe('a whole conversation', () => {
  test('begins with a strength', () => {
    const praise = strength('On Tuesday your summary saved a call, so the shift began at once. [E2]', ['y'])
    expect(checkStructure([praise, growth(WHOLE, ['x'])])).toEqual([])
    expect(checkStructure([growth(WHOLE, ['x']), praise])).toEqual([{ code: 'criticism-first' }])
  })
  test('is as specific in praise as in criticism', () => {
    expect(checkStructure([strength('You are quick, which helped.'), growth(WHOLE, ['x'])])).toEqual([
      { code: 'example-missing', point: 1 },
      { code: 'praise-less-specific', point: 1 },
    ])
  })
})
