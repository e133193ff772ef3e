import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { begin, replay } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { planOf, visibleAnswers } from '../../../src/core/interview/plan.ts'
import type { Interview, Step } from '../../../src/core/interview/state.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import type { MenuScreen, QuestionScreen } from '../../../src/core/ports/asker.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import { CASE_FILE, mentor } from '../../support/case.ts'
import {
  answer,
  enter,
  givenFrom,
  guideFor,
  library,
  plain,
  scripted,
  testWorld,
} from '../../support/interview.ts'
import { constructiveFeedback } from '../../support/templates.ts'

const template = constructiveFeedback()
const world = testWorld()
const helpers = { world, read: readLines, readFile: async () => '' }

function counted(interview: Interview): unknown {
  return Object.fromEntries(visibleAnswers(planOf(interview, world)))
}

test('the case takes at most 28 prompts, the review among them', async () => {
  const asker = scripted(mentor)
  const steps: Step[] = []
  const ending = await runInterview(begin(template, 'core'), guideFor(asker, steps))
  expect(ending.end).toBe('save')
  const prompts = asker.screens.map((screen) => ('input' in screen ? screen.ask : screen.title))
  expect(prompts.at(-1)).toBe('Before you save')
  expect(prompts.length, prompts.join('\n')).toBeLessThanOrEqual(28)
  expect(plain(replay(template, { depth: 'core' }, steps))).toEqual(plain(ending.interview))
})

/** The mentor of the case, who sees that most of it lies in the system, and writes that down too. */
function withBarrier(screen: QuestionScreen | MenuScreen) {
  if (!('input' in screen)) return mentor(screen)
  if (screen.ask === 'What could be behind it?') return answer(['skill', 'unannounced', 'material'])
  if (screen.ask === 'How do you want to go on?') return answer(['both'])
  return screen.ask === 'What is in the way?' ? answer(BARRIER) : mentor(screen)
}

const BARRIER = 'the login-loop checklist moved and the old link is dead, since September [E2]'

test('a barrier beside the feedback still fits into the 28', async () => {
  const asker = scripted(withBarrier)
  const byHand = await runInterview(begin(template, 'core'), guideFor(asker, []))
  expect(byHand.end).toBe('save')
  const prompts = asker.screens.map((screen) => ('input' in screen ? screen.ask : screen.title))
  expect(prompts).toContain('What is in the way?')
  expect(prompts.length, prompts.join('\n')).toBeLessThanOrEqual(28)
  const file = CASE_FILE.replace(
    /^causes:.*$/m,
    `causes: [skill, unannounced, material]\ngate: both\nbarriers: [${JSON.stringify(BARRIER)}]`,
  )
  const fromFile = await answerAll(begin(template, 'core'), givenFrom(file), helpers, true)
  expect([fromFile.mistakes, fromFile.missing, fromFile.unused]).toEqual([[], [], []])
  expect(counted(fromFile.interview)).toEqual(counted(byHand.interview))
})

/** The mentor of the case, who has what Sam wrote: in a file, or in the notebook as a form that came in. */
function withTheirs(from: 'read' | 'received') {
  return (screen: QuestionScreen | MenuScreen) => {
    if (!('input' in screen)) return mentor(screen)
    if (screen.ask === 'How does Sam see it?') return answer([from])
    if (screen.ask === 'Which file is it in?') return answer('reply.txt')
    if (screen.ask === 'Where do the two of you see it differently?') return answer(GAP)
    return screen.ask === "Which of your team's standards is it about?"
      ? answer(['waiting-informed'])
      : mentor(screen)
  }
}

const GAP = 'You wrote that the customer knew. The customer wrote twice in between.'
const REPLY = readFileSync(new URL('../../data/cases/self-assessment-reply.txt', import.meta.url), 'utf8')

/** What the mentor is asked when Sam's own words are there. */
async function promptsWithTheirs(
  from: 'read' | 'received',
  act: (screen: QuestionScreen | MenuScreen) => ReturnType<typeof mentor> = withTheirs(from),
): Promise<readonly string[]> {
  const asker = scripted(act)
  const withStandards = { ...world.libraries, standards: library('standards') }
  const ending = await runInterview(begin(template, 'core'), {
    ...guideFor(asker, [], { world: testWorld({ libraries: withStandards }) }),
    readFile: async () => REPLY,
    forms: {
      of: async (person) => ({
        person,
        asked: [],
        received:
          from === 'received' ? [{ id: 'F1', on: '2026-11-20', count: 4, text: REPLY, answers: [] }] : [],
      }),
      read: async () => undefined,
    },
  })
  expect(ending.end).toBe('save')
  return asker.screens.map((screen) => ('input' in screen ? screen.ask : screen.title))
}

test.each(['read', 'received'] as const)(
  'with their own view %s, a difference and its standard still fit into the 28',
  async (from) => {
    const prompts = await promptsWithTheirs(from)
    expect(prompts.filter((ask) => ask.startsWith('Where do the two of you'))).toHaveLength(1)
    expect(prompts).toContain("Which of your team's standards is it about?")
    expect(prompts.length, prompts.join('\n')).toBeLessThanOrEqual(28)
  },
)

test('so does a barrier on top of it, where the goal has its figures and its day in one line', async () => {
  const theirs = withTheirs('read')
  const prompts = await promptsWithTheirs('read', (screen) => {
    if ('input' in screen && screen.ask === 'What could Sam aim for, in one line?') {
      return answer(
        'Every waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 18 December',
      )
    }
    const answered = withBarrier(screen)
    return 'input' in screen && BARRIER_ASKS.includes(screen.ask) ? answered : theirs(screen)
  })
  expect(prompts).toContain('What is in the way?')
  expect(prompts).toContain('Where do the two of you see it differently?')
  expect(prompts.length, prompts.join('\n')).toBeLessThanOrEqual(28)
})

const BARRIER_ASKS = ['What could be behind it?', 'How do you want to go on?', 'What is in the way?']

test('with three points no fourth is asked for, and one can still be added at the review', async () => {
  let reviews = 0
  const looking = scripted((screen) => {
    if ('input' in screen) return reviews === 0 ? mentor(screen) : undefined
    reviews += 1
    return { reply: 'chosen', value: reviews === 1 ? 'points' : '@add:points' }
  })
  await runInterview(begin(template, 'core'), guideFor(looking, []))
  const items = looking.screens.flatMap((screen) => ('input' in screen ? (screen.item ?? []) : []))
  expect(items.indexOf('Point 4')).toBe(items.length - 1)
})

test('in a hurry it takes at most 8', async () => {
  const asker = scripted(mentor)
  const ending = await runInterview(begin(template, 'quick'), guideFor(asker, []))
  expect(ending.end).toBe('save')
  const prompts = asker.screens.map((screen) => ('input' in screen ? screen.ask : screen.title))
  expect(prompts.length, prompts.join('\n')).toBeLessThanOrEqual(8)
})

test('by hand and from a file, the same answers count', async () => {
  const byHand = await runInterview(begin(template, 'core'), guideFor(scripted(mentor), []))
  const fromFile = await answerAll(begin(template, 'core'), givenFrom(CASE_FILE), helpers, true)
  expect([fromFile.mistakes, fromFile.missing, fromFile.unused]).toEqual([[], [], []])
  expect(counted(fromFile.interview)).toEqual(counted(byHand.interview))
})

test('killed after any screen and taken up again, the same answers count', async () => {
  const whole = await runInterview(begin(template, 'core'), guideFor(scripted(mentor), []))
  for (let k = 0; k < 40; k += 1) {
    const steps: Step[] = []
    const asker = scripted((screen, at) => (at < k ? mentor(screen) : undefined))
    const first = await runInterview(begin(template, 'core'), guideFor(asker, steps))
    if (first.end === 'save') {
      expect(k).toBeGreaterThan(20)
      return
    }
    const again = replay(template, { depth: 'core' }, steps)
    expect(plain(again)).toEqual(plain(first.interview))
    const rest = await runInterview(again, guideFor(scripted(mentor), steps))
    expect(counted(rest.interview), `after ${k} screens`).toEqual(counted(whole.interview))
  }
  throw new Error('never saved')
})

test('what is said comes from the evidence and the answers, each a whole sentence with a capital, nothing else changed', async () => {
  const asker = scripted(mentor)
  await runInterview(begin(template, 'core'), guideFor(asker, []))
  expect(asker.said.join(' ').replace(/\s+/g, ' ')).toContain(
    'Read it once: Handover had goal, steps, logs, urgency; solved in 20 min. [E3] Tier 2 could start at once.',
  )
  expect(asker.said.join('\n').match(/Read it once/g)).toHaveLength(1)
  const said = asker.screens.find((screen) => 'input' in screen && screen.ask.startsWith('Read it once'))
  expect(said).toMatchObject({
    item: 'Point 2',
    initial:
      'Update promised for 16:00, sent 11:20 the next day. [E1] The customer wrote twice in between. How did that afternoon look from your side?',
  })
})

test('an impact changed at the review changes what is said, unless the mentor had put it in other words', async () => {
  const own = 'I would like to look at 48377 with you.'
  let reviews = 0
  const asker = scripted((screen) => {
    if (!('input' in screen)) {
      const wanted = [
        'words',
        'points/k2',
        'points/k2/impact',
        'words',
        'points/k3',
        'points/k3/impact',
        '@save',
      ]
      const value = wanted[reviews]
      reviews += 1
      return value === undefined ? undefined : { reply: 'chosen', value }
    }
    if (screen.ask.startsWith('Read it once') && screen.item === 'Point 3') {
      return answer(reviews === 0 ? own : (screen.initial ?? ''))
    }
    if (screen.ask === 'What did it lead to?' && reviews > 0) return answer('It cost half a day.')
    return mentor(screen)
  })
  const ending = await runInterview(begin(template, 'core'), guideFor(asker, []))
  expect(ending.end).toBe('save')
  const values = visibleAnswers(planOf(ending.interview, world))
  expect(values.get('points/k2/said')).toContain('It cost half a day. How did that afternoon')
  expect(values.get('points/k3/said')).toBe(own)
  const asked = asker.screens.filter((screen) => 'input' in screen && screen.ask.startsWith('Read it once'))
  expect(
    asked.map((screen) => 'input' in screen && [screen.item, screen.initial, screen.notices.length]),
  ).toEqual([
    ['Point 2', expect.stringContaining('wrote twice'), 0],
    ['Point 3', expect.stringContaining('Five hours'), 0],
    ['Point 3', own, 1],
  ])
})

test('a piece of evidence that is taken away is asked about in the point that stood on it, and only there', async () => {
  const script = ['evidence', 'evidence/k1', '@remove', '@remove']
  const after: string[] = []
  const asker = scripted((screen) => {
    if ('input' in screen) {
      if (script.length > 0) return mentor(screen)
      after.push(`${screen.item} ${screen.ask}`)
      return screen.input === 'many' ? answer(['k4']) : enter(screen)
    }
    if (script.length > 0) return { reply: 'chosen', value: script.shift() ?? '' }
    return screen.options.some((option) => option.value === '@save')
      ? { reply: 'chosen', value: '@save' }
      : { reply: 'chosen', value: '@out' }
  })
  const ending = await runInterview(begin(template, 'core'), guideFor(asker, []))
  expect(ending.end).toBe('save')
  expect(after).toEqual(['Point 2 Which evidence is it about?'])
  expect(visibleAnswers(planOf(ending.interview, world)).get('points/k2/said')).toContain(
    'the customer heard it. [E3]',
  )
})

test('the sample that ships answers everything', async () => {
  const path = fileURLToPath(
    new URL('../../../templates/samples/constructive-feedback.yaml', import.meta.url),
  )
  const done = await answerAll(begin(template, 'core'), givenFrom(readFileSync(path, 'utf8')), helpers, true)
  expect([done.mistakes, done.missing, done.unused]).toEqual([[], [], []])
})
