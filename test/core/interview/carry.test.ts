import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedFor, carryStep, type OpenThing, type OpenThings } from '../../../src/core/interview/carry.ts'
import { apply, begin } from '../../../src/core/interview/fold.ts'
import { carriedNow } from '../../../src/core/interview/meet-carried.ts'
import { missing, planOf } from '../../../src/core/interview/plan.ts'
import type { Interview, Step } from '../../../src/core/interview/state.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import { givenFrom, testWorld } from '../../support/interview.ts'
import { templateFrom } from '../../support/templates.ts'

const template = templateFrom('templates/checkins/checkin.yaml')
const world = testWorld()

function thing(id: string, text: string, more: Partial<OpenThing> = {}): OpenThing {
  return { id, text, about: 'from 12 Nov', ...more }
}

const OPEN: OpenThings = {
  promises: [
    thing('01KAHS6F8M0000000000AAAAAA', 'I look at the list', {
      whose: 'You promised',
      heading: 'Promised to Sam',
    }),
    thing('01KAHS6F8M0000000000BBBBBB', 'tries the short update', {
      whose: 'Sam agreed',
      heading: 'Sam agreed',
    }),
  ],
  goals: [
    thing('01KAHS6F8M0000000000CCCCCC', 'Each customer hears from me', {
      ...{ status: 'proposed', baseline: '3 h', target: '1 h' },
    }),
  ],
  next: '2026-12-08',
}

const door = { of: async (person: string) => (person === 'sam-rivera' ? OPEN : { promises: [], goals: [] }) }

function answer(interview: Interview, path: string, value: string | readonly string[]): Interview {
  const step: Step = { step: 'answer', path, value }
  return apply(interview, step)
}

/** The interview with Sam once what is open was carried over. */
function withSam(): Interview {
  const named = answer(begin(template, 'core'), 'person', 'sam-rivera')
  return apply(named, carryStep(named, 'sam-rivera', OPEN))
}

describe('what is carried over', () => {
  it('waits until it is known whom it is about, comes once, and again for somebody else', async () => {
    const start = begin(template, 'core')
    expect(await carriedNow(start, door)).toBeUndefined()
    const named = answer(start, 'person', 'sam-rivera')
    const step = await carriedNow(named, door)
    if (step === undefined) throw new Error('nothing was carried')
    const carried = apply(named, step)
    expect(carriedFor(carried)).toBe('sam-rivera')
    expect(await carriedNow(carried, door)).toBeUndefined()
    const other = answer(carried, 'person', 'wei-ling-tan')
    const again = await carriedNow(other, door)
    if (again === undefined) throw new Error('nothing was carried')
    const plan = planOf(apply(other, again), world)
    expect([plan.groups.get('promises'), plan.groups.get('goals')]).toEqual([[], []])
    expect(plan.spots.some(({ path }) => path === 'kept')).toBe(false)
  })

  it('asks about what is left only, and shows the words and whose they are', () => {
    const plan = planOf(answer(withSam(), 'kept', ['aaaaaa']), world)
    const paths = plan.spots.map(({ path }) => path)
    expect(paths).toContain('promises/bbbbbb/state')
    expect(paths).not.toContain('promises/aaaaaa/state')
    expect(paths).toContain('goals/cccccc/agreed')
    const agreed = planOf(
      apply(withSam(), { step: 'answer', path: 'goals/cccccc/status', value: 'agreed', read: true }),
      world,
    )
    expect(agreed.spots.map(({ path }) => path)).not.toContain('goals/cccccc/agreed')
  })

  it('names each thing by as much of its id as tells it apart', () => {
    const id = fc.integer({ min: 0, max: 999 }).map((n) => `01KAHS6F8M${String(n).padStart(10, '0')}ABCDEF`)
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 12 }), (ids) => {
        const named = answer(begin(template, 'core'), 'person', 'sam-rivera')
        const open = { promises: ids.map((one) => thing(one, 'words')), goals: [] }
        const keys = planOf(apply(named, carryStep(named, 'sam-rivera', open)), world).groups.get('promises')
        expect(new Set(keys).size).toBe(ids.length)
        for (const [index, one] of ids.entries()) {
          expect(one.toLowerCase().endsWith(keys?.[index] ?? '-')).toBe(true)
        }
      }),
    )
  })
})

describe('answers about it from a file', () => {
  async function answered(yaml: string) {
    const helpers = { world, open: door, read: readLines, readFile: async () => '' }
    const done = await answerAll(
      begin(template, 'core'),
      givenFrom(`person: sam-rivera\n${yaml}`),
      helpers,
      true,
    )
    const { values } = planOf(done.interview, world)
    return { ...done, values, lacks: missing(planOf(done.interview, world)).map(({ path }) => path) }
  }
  const PRAISE = 'recognition: [{ text: "You wrote to each of them on Friday." }]\n'

  it('are refused where an amount is of another kind, or a new day lies before the talk', async () => {
    const wrong = await answered(
      `promises: [{ state: moved, to: 2026-01-18, why: late }]\ngoals: [{ progress: 3 tickets, state: moved, to: 2026-01-01, why: leave }]\n${PRAISE}checkin: [{ date: 2026-01-02 }]\n`,
    )
    expect(wrong.mistakes.map(({ path, message }) => [path, message])).toEqual([
      ['promises.1.to', '18 January 2026 has passed.'],
      ['goals.1.progress', '"3 tickets" and "1 h" do not measure the same thing.'],
      ['goals.1.to', '1 January 2026 has passed.'],
      ['checkin.1.date', '2 January 2026 has passed.'],
    ])
    const held = await answered(
      `held: 2026-01-10\ngoals: [{ progress: "2:30 h", state: moved, to: 2026-01-18, why: leave }]\n${PRAISE}checkin: [{ date: 2026-01-24 }]\n`,
    )
    expect(held.mistakes).toEqual([])
    expect(held.values.get('goals/cccccc/to')).toBe('2026-01-18')
  })

  it('go in its order, or to what they name; a person who is not in the notebook has nothing open', async () => {
    const inOrder = await answered(`promises: [{ state: dropped, why: it is done }]\n${PRAISE}`)
    expect(inOrder.values.get('promises/aaaaaa/state')).toBe('dropped')
    const named = await answered(`promises: [{ of: bbbbbb, state: dropped, why: it is done }]\n${PRAISE}`)
    expect(named.values.get('promises/bbbbbb/state')).toBe('dropped')
    expect(named.values.get('promises/aaaaaa/state')).toBe('open')
    for (const done of [inOrder, named])
      expect([done.mistakes, done.unused, done.missing]).toEqual([[], [], []])
  })

  it('are refused with their place where nothing fits', async () => {
    const { mistakes } = await answered(
      `kept: [dddddd]\npromises:\n  - { of: dddddd, state: open }\n${PRAISE}`,
    )
    expect(mistakes.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: "dddddd" is not one of the choices.',
      '4: Nothing that is open has an id that ends in "dddddd".',
    ])
  })

  it('take a reason for no next check-in instead of a day that nobody gave', async () => {
    const none = await answered(`${PRAISE}checkin: [{ reason: Sam changes teams }]\n`)
    expect([none.mistakes, none.missing, none.unused]).toEqual([[], [], []])
    const days = [...none.values.keys()].filter((path) => path.startsWith('checkin/'))
    expect(days.map((path) => [path.split('/').at(-1), none.values.get(path)])).toEqual([
      ['reason', 'Sam changes teams'],
    ])
    const both = await answered(`${PRAISE}checkin: [{ date: 2026-12-24, reason: not now }]\n`)
    expect(both.unused).toEqual(['checkin.1.reason'])
  })

  it('ask for the day and the reason that a choice needs', async () => {
    const { missing: lacks } = await answered(
      `goals: [{ state: moved }]\npromises: [{ state: moved }]\n${PRAISE}`,
    )
    expect(lacks.map(({ path }) => path)).toEqual([
      'promises.1.to',
      'promises.1.why',
      'goals.1.to',
      'goals.1.why',
    ])
  })

  it('without praise are not complete', async () => {
    const { missing: lacks } = await answered('')
    expect(lacks.map(({ path }) => path)).toEqual(['recognition.1.text'])
  })

  it('propose the day of the cadence for the next one', async () => {
    const { values } = await answered(PRAISE)
    expect(values.get('checkin/k1/date')).toBe('2026-12-08')
  })
})
