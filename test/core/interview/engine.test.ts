import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begin, replay } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { missing, next, planOf, previous, visibleAnswers } from '../../../src/core/interview/plan.ts'
import type { Interview, Step } from '../../../src/core/interview/state.ts'
import type { MenuScreen, QuestionScreen } from '../../../src/core/ports/asker.ts'
import { mentor } from '../../support/case.ts'
import {
  after,
  answer,
  enter,
  guideFor,
  plain,
  type Scripted,
  scripted,
  templateOf,
  testWorld,
} from '../../support/interview.ts'
import { constructiveFeedback } from '../../support/templates.ts'

const template = constructiveFeedback()
const world = testWorld()

type Screen = QuestionScreen | MenuScreen

/** What a mentor may do at any screen; `pick` chooses among what is offered. */
const ACT = fc.record({
  kind: fc.constantFrom('answer', 'answer', 'answer', 'enter', 'back', 'skip', 'deeper', 'review', 'finish'),
  pick: fc.nat(1000),
  words: fc.constantFrom(
    'late again',
    'two lines\nof words',
    'x',
    '2026-12-18',
    'Sam',
    '30',
    '- 14 Oct 48213: late\n+ good',
  ),
})

/** How far the case has come before the wandering begins; 24 screens are the review. */
const LEAD = fc.nat(24)

function doing(screen: Screen, act: { kind: string; pick: number; words: string }) {
  if (!('input' in screen)) return menuChoice(screen, act)
  switch (act.kind) {
    case 'back':
      return screen.canGoBack ? { reply: 'back' as const, typed: act.words } : enter(screen)
    case 'skip':
      return screen.required ? enter(screen) : { reply: 'skip' as const }
    case 'deeper':
      return screen.deeper > 0 ? { reply: 'deeper' as const, typed: act.words } : enter(screen)
    case 'review':
      return { reply: 'review' as const }
    case 'finish':
      return screen.canFinish ? { reply: 'finish' as const } : enter(screen)
    case 'enter':
      return enter(screen)
    default:
      return given(screen, act)
  }
}

function menuChoice(screen: MenuScreen, { kind, pick }: { kind: string; pick: number }) {
  if (kind === 'back' && screen.canGoBack) return { reply: 'back' as const }
  const offered = screen.options.filter((option) => option.value !== '@save')
  return { reply: 'chosen' as const, value: offered[pick % offered.length]?.value ?? screen.initial }
}

function given(screen: QuestionScreen, { pick, words }: { pick: number; words: string }) {
  const values = screen.options.map((option) => option.value)
  if (screen.input === 'one') return answer([values[pick % values.length] ?? words])
  if (screen.input === 'many') return answer(values.filter((_value, index) => (pick >> index) % 2 === 1))
  if (screen.input === 'yes-no') return answer(pick % 2 === 1)
  return answer(words)
}

/** Lets the mentor of the case answer `lead` screens, then plays acts; answers that will not do are typed again as a word, or left by Enter. */
async function play(
  lead: number,
  acts: readonly { kind: string; pick: number; words: string }[],
): Promise<{ steps: Step[]; live: Interview; at: string }> {
  const steps: Step[] = []
  let at = ''
  const asker = scripted((screen, index) => {
    at = 'input' in screen ? `${screen.item ?? ''} ${screen.ask}` : 'menu'
    if (index < lead) return mentor(screen)
    const act = acts[index - lead]
    return act === undefined ? undefined : doing(screen, act)
  })
  const ending = await runInterview(begin(template, 'core'), guideFor(tolerant(asker), steps, { world }))
  return { steps, live: ending.interview, at }
}

/** The same mentor, who leaves a question when an answer will not do. */
function tolerant(asker: Scripted): Scripted {
  const ask: Scripted['ask'] = (screen, check) =>
    asker.ask(screen, check).catch(() => ({ reply: 'skip', typed: '' }) as const)
  return { ...asker, ask }
}

test('whatever a mentor does, the steps kept give the same interview again', async () => {
  await fc.assert(
    fc.asyncProperty(LEAD, fc.array(ACT, { maxLength: 40 }), async (lead, acts) => {
      const { steps, live } = await play(lead, acts)
      const again = replay(template, { depth: 'core' }, steps)
      expect(plain(again)).toEqual(plain(live))
      const [a, b] = [planOf(again, world), planOf(live, world)]
      expect(Object.fromEntries(visibleAnswers(a))).toEqual(Object.fromEntries(visibleAnswers(b)))
      expect(next(a)?.path).toBe(next(b)?.path)
    }),
    { numRuns: 40 },
  )
})

test('whatever a mentor does, the plan holds together', async () => {
  await fc.assert(
    fc.asyncProperty(LEAD, fc.array(ACT, { maxLength: 40 }), async (lead, acts) => {
      const { live } = await play(lead, acts)
      const plan = planOf(live, world)
      const paths = plan.spots.map((spot) => spot.path)
      expect(new Set(paths).size).toBe(paths.length)
      for (const spot of plan.spots) {
        if (spot.state === 'answered') expect(spot.value, spot.path).not.toBe(undefined)
        if (spot.state === 'open') expect(spot.value, spot.path).toBe(undefined)
        if (spot.value !== undefined && spot.value !== null && spot.kind === 'question') {
          expect(plan.values.get(spot.path)).toEqual(spot.value)
        }
      }
      const part = (path: string) =>
        template.parts.indexOf(
          plan.spots.find((one) => one.path === path)?.part ?? (template.parts[0] as never),
        )
      expect(paths.map(part)).toEqual(paths.map(part).toSorted((a, b) => a - b))
      if (next(plan) === undefined) expect(missing(plan)).toEqual([])
      for (const path of plan.values.keys()) expect(path).not.toContain('@line')
    }),
    { numRuns: 40 },
  )
})

test('after any wandering, the mentor of the case gets to the end', async () => {
  await fc.assert(
    fc.asyncProperty(LEAD, fc.array(ACT, { maxLength: 25 }), async (lead, acts) => {
      const { live } = await play(lead, acts)
      const asker = scripted((screen) => (screen.progress.includes('parts') ? enter(screen) : leave(screen)))
      const ending = await runInterview(live, guideFor(tolerant(asker), [], { world }))
      expect(ending.end).toBe('save')
      expect(missing(planOf(ending.interview, world))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

/** The shortest way on: what is proposed, else words of one's own where something is needed. */
function leave(screen: Screen) {
  const simple = enter(screen)
  if (simple.reply !== 'skip' || !('input' in screen) || !screen.required) return simple
  return given(screen, { pick: 1, words: 'Sam' })
}

test('back, then on without a change, changes nothing', async () => {
  for (let k = 1; k < 22; k += 1) {
    const straight = await stopped(k)
    const there: Step[] = []
    let moves = 0
    const asker = scripted((screen, at) => {
      if (at < k) return mentor(screen)
      moves += 1
      if (moves === 1 && 'input' in screen && screen.canGoBack) return { reply: 'back', typed: '' }
      return moves === 2 ? enter(screen) : undefined
    })
    const round = await runInterview(begin(template, 'core'), guideFor(asker, there))
    const [a, b] = [planOf(straight, world), planOf(round.interview, world)]
    expect(Object.fromEntries(visibleAnswers(b)), `at screen ${k}`).toEqual(
      Object.fromEntries(visibleAnswers(a)),
    )
    expect(next(b)?.path).toBe(next(a)?.path)
  }
})

async function stopped(k: number): Promise<Interview> {
  const asker = scripted((screen, at) => (at < k ? mentor(screen) : undefined))
  return (await runInterview(begin(template, 'core'), guideFor(asker, []))).interview
}

test('the order in which answers were given means nothing', () => {
  const answers: readonly Step[] = [
    { step: 'answer', path: 'person', value: 'Sam Rivera' },
    { step: 'answer', path: 'view', value: 'without' },
    { step: 'answer', path: 'view_reason', value: 'no time' },
    { step: 'answer', path: 'view_text', value: 'typed before' },
    { step: 'answer', path: 'causes', value: ['tools'] },
    { step: 'answer', path: 'gate', value: 'both' },
    { step: 'items', path: 'evidence', keys: ['k1', 'k2'] },
    { step: 'answer', path: 'evidence/k1/text', value: 'late', read: true },
    { step: 'answer', path: 'evidence/k2/text', value: 'good', read: true },
    { step: 'answer', path: 'evidence/k2/side', value: 'strength', read: true },
    { step: 'items', path: 'points', keys: ['k1'] },
    { step: 'answer', path: 'points/k1/evidence', value: ['k2'] },
    { step: 'answer', path: 'points/k1/ask', value: 'hidden for a strength' },
    { step: 'close', path: 'points' },
  ]
  const wanted = Object.fromEntries(visibleAnswers(planOf(after(begin(template, 'core'), ...answers), world)))
  expect(wanted).toMatchObject({ view_reason: 'no time', gate: 'both', 'points/k1/side': 'strength' })
  expect(wanted).not.toHaveProperty('view_text')
  expect(wanted).not.toHaveProperty('points/k1/ask')
  fc.assert(
    fc.property(fc.shuffledSubarray([...answers], { minLength: answers.length }), (shuffled) => {
      const plan = planOf(after(begin(template, 'core'), ...shuffled), world)
      expect(Object.fromEntries(visibleAnswers(plan))).toEqual(wanted)
    }),
  )
})

test('hidden answers come back when their question does', () => {
  const start = after(
    begin(template, 'core'),
    { step: 'answer', path: 'view', value: 'typed' },
    { step: 'answer', path: 'view_text', value: 'as they said it' },
    { step: 'answer', path: 'view', value: 'without' },
  )
  expect(visibleAnswers(planOf(start, world)).has('view_text')).toBe(false)
  const back = after(start, { step: 'answer', path: 'view', value: 'read' })
  expect(visibleAnswers(planOf(back, world)).get('view_text')).toBe('as they said it')
})

test('a default that was changed is asked again when what it was built on changes; one that was taken follows', () => {
  const questions = [
    { id: 'name', type: 'text', depth: 'core', ask: 'Name?' },
    { id: 'hello', type: 'text', depth: 'core', ask: 'Hello?', default: 'Hello {name}' },
  ] as const
  const start = begin(templateOf(questions), 'core')
  const taken: readonly Step[] = [
    { step: 'answer', path: 'name', value: 'Ann' },
    { step: 'answer', path: 'hello', value: 'Hello Ann', basis: 'Hello Ann' },
  ]
  const own: Step = { step: 'answer', path: 'hello', value: 'Good morning Ann', basis: 'Hello Ann' }
  const renamed: Step = { step: 'answer', path: 'name', value: 'Bo' }
  expect(planOf(after(start, ...taken, renamed), world).values.get('hello')).toBe('Hello Bo')
  const spot = planOf(after(start, ...taken, own, renamed), world).spots.at(-1)
  expect(spot).toMatchObject({ state: 'stale', value: 'Good morning Ann' })
})

test('going back from the first question stays there', () => {
  const plan = planOf(begin(template, 'core'), world)
  expect(previous(plan, 'person')).toBe(undefined)
})
