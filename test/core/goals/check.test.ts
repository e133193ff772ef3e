import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type GoalAspect, goalChecker } from '../../../src/core/goals/check.ts'
import { checkGoals } from '../../../src/core/goals/lines.ts'
import type { GoalWordLists } from '../../../src/core/goals/words.ts'

const ROOT = join(import.meta.dirname, '../../..')
const lists = parse(readFileSync(join(ROOT, 'templates/goals/words.yaml'), 'utf8')) as GoalWordLists
const check = goalChecker(lists)

interface Labelled {
  readonly text: string
  readonly missing: readonly GoalAspect[]
  readonly part: 'tuning' | 'held-out'
}

const own = readFileSync(join(ROOT, 'test/data/goals/own.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled)

/** How many of our own goals must be judged right, by part. These numbers may only rise. */
const FLOORS: Readonly<Record<Labelled['part'], Readonly<Record<GoalAspect, number>>>> = {
  tuning: { specific: 885, measurable: 890, 'time-bound': 893 },
  'held-out': { specific: 102, measurable: 101, 'time-bound': 101 },
}

describe('our own set of goals', () => {
  it('is large, has no goal twice, and shows every mix of what can be missing', () => {
    expect(own.length).toBeGreaterThanOrEqual(500)
    expect(new Set(own.map((goal) => goal.text)).size).toBe(own.length)
    expect(new Set(own.map((goal) => goal.missing.join())).size).toBe(8)
  })

  for (const part of ['tuning', 'held-out'] as const) {
    it.each(['specific', 'measurable', 'time-bound'] as const)(
      `is judged right, ${part} part: %s`,
      (aspect) => {
        const rows = own.filter((goal) => goal.part === part)
        const right = rows.filter(
          (goal) => check(goal.text).missing.includes(aspect) === goal.missing.includes(aspect),
        )
        expect(right.length).toBeGreaterThanOrEqual(FLOORS[part][aspect])
      },
    )
  }
})

describe('what a goal lacks', () => {
  it.each([
    ['Be more proactive', ['act', 'known', 'when']],
    ['Two a week', ['which', 'when']],
    ['Write down the steps tried in the handover, by 12 March', ['often']],
    ['Write down the steps tried in nine of ten handovers, by 12 March', []],
    ['', ['act', 'known', 'when']],
  ])('is asked for: %s', (text, codes) => {
    expect(check(text).asks.map((ask) => ask.code)).toEqual(codes)
  })

  it.each([
    'by 12 March',
    'by the 12th',
    'by 2027-03-12',
    'by 12.3.',
    'until the end of Q2',
    'before my next review',
    'over the next two sprints',
    'within a fortnight',
    'by the first of June',
    'this spring',
    'by the time probation ends',
    'for the rest of the year',
    'from April to June',
    'by Easter',
    'in six weeks',
    'before Ana goes on leave',
    'by EOY',
    'in week 14',
  ])('a deadline: "%s"', (when) => {
    for (const text of [`Add logs to every escalation ${when}`, `${when}: add logs to every escalation`]) {
      expect(check(text).missing, text).toEqual([])
    }
  })

  it.each([
    'Since the outage in March, add logs to every escalation',
    'As agreed on 4 May, add logs to every escalation',
    'Add logs to every escalation once a day',
    'Add logs to every escalation on Fridays',
    'Add logs to every escalation before closing it',
    'From next week, add logs to every escalation',
    'Add logs to every escalation as soon as possible',
    'Add logs to every escalation, as we said last Tuesday',
  ])('no deadline: "%s"', (text) => {
    expect(check(text).missing).toEqual(['time-bound'])
  })

  it.each([
    'Answer tier 2 questions about VPN 3.8 by 1 May',
    'Reproduce ticket 48213 on port 443 by 1 May',
    'Handle P1 calls about Office 365 by 1 May',
    'Follow the rollback steps for release 5.1 by 1 May 2027',
  ])('numbers that are only a name: "%s"', (text) => {
    expect(check(text).missing).toContain('measurable')
  })

  it('does not change with case, curly signs or outer spaces', () => {
    const text = "Reply to half of the overnight chats by the end of May, as it's agreed"
    const curly = text.replace("'", '’')
    expect(check(`  ${curly} `)).toEqual(check(text))
    expect(check(text.toUpperCase())).toEqual(check(text))
  })
})

describe('any text', () => {
  it('is judged, with one question for each thing missing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { missing, asks } = check(text)
        expect(asks.map((ask) => ask.for)).toEqual(missing)
      }),
    )
  })

  it.each(['a ', 'the next ', 'before the ', '1 ', 'in June ', 'every ', '1/', 'x', 'by the time ', '.'])(
    'takes time in proportion to its length: "%s" again and again',
    (unit) => {
      check(unit.repeat(100_000 / unit.length))
    },
    5_000,
  )
})

describe('one goal a line', () => {
  it('keeps its line number, and leaves list signs and empty lines out', () => {
    const text = '\n- Be kind\r\n2. Add logs to all escalations by 1 May\n\n* [ ] Two a week'
    expect(
      checkGoals(text, check).map(({ line, text: goal, missing }) => [line, goal, missing.length]),
    ).toEqual([
      [2, 'Be kind', 3],
      [3, 'Add logs to all escalations by 1 May', 0],
      [5, 'Two a week', 2],
    ])
  })
})
