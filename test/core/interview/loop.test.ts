import { expect, test } from 'vitest'
import type { Reviewer } from '../../../src/core/interview/findings.ts'
import { begin } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { planOf } from '../../../src/core/interview/plan.ts'
import type { Step } from '../../../src/core/interview/state.ts'
import type { Choice, MenuScreen, QuestionScreen, Reply } from '../../../src/core/ports/asker.ts'
import type { Question } from '../../../src/core/template/template.ts'
import type { Finding } from '../../../src/core/wording/finding.ts'
import { answer, enter, guideFor, plain, scripted, templateOf, testWorld } from '../../support/interview.ts'

const NAME: Question = { id: 'name', type: 'text', depth: 'core', ask: 'Name?', required: true }
const STORY: Question = { id: 'story', type: 'paragraph', depth: 'core', ask: 'Story?', check: 'wording' }
const MORE: Question = { id: 'more', type: 'text', depth: 'deeper', ask: 'More?' }
const STEPS: Question = {
  id: 'steps',
  type: 'group',
  depth: 'core',
  item: 'Step',
  max: 4,
  ask: 'Steps?',
  questions: [
    { id: 'what', type: 'text', depth: 'core', ask: 'What?', required: true },
    { id: 'who', type: 'text', depth: 'core', ask: 'Who?' },
  ],
}

type Doing = Reply | Choice | 'enter'

/** Plays a script against these questions: `enter` is Enter, the last one should be `quit` or save. */
async function play(questions: readonly Question[], script: readonly Doing[], reviewer?: Reviewer) {
  const steps: Step[] = []
  const asker = scripted((screen, at) =>
    script[at] === 'enter' ? enter(screen) : (script[at] as Reply | undefined),
  )
  const start = begin(templateOf(questions), 'core')
  const ending = await runInterview(start, guideFor(asker, steps, reviewer === undefined ? {} : { reviewer }))
  return {
    ...asker,
    steps,
    ending,
    asks: asker.screens.map(titleOf),
    plan: planOf(ending.interview, testWorld()),
  }
}

function titleOf(screen: QuestionScreen | MenuScreen): string {
  return 'input' in screen
    ? `${screen.item ?? ''} ${screen.ask}`.trim()
    : `[${screen.title}] ${screen.progress}`
}

function choose(value: string): Choice {
  return { reply: 'chosen', value }
}

const SAVE = choose('@save')

test('every step is kept before the next question is drawn', async () => {
  const seen: number[] = []
  const steps: Step[] = []
  const asker = scripted((screen) => {
    seen.push(steps.length)
    return 'input' in screen ? answer('x') : SAVE
  })
  await runInterview(begin(templateOf([NAME, STORY]), 'core'), guideFor(asker, steps))
  expect(seen).toEqual([0, 1, 2])
})

test('going back keeps what was typed, and the answer before is offered again', async () => {
  const { screens, asks } = await play(
    [NAME, STORY],
    [answer('Ann'), { reply: 'back', typed: 'half a st' }, 'enter', 'enter', SAVE],
  )
  expect(asks).toEqual(['Name?', 'Story?', 'Name?', 'Story?', '[Before you save] 1 parts'])
  expect(screens[2]).toMatchObject({ initial: 'Ann', canGoBack: false })
  expect(screens[3]).toMatchObject({ initial: 'half a st', canGoBack: true })
})

test('what was typed is still there after leaving', async () => {
  const { ending } = await play([NAME, STORY], [answer('Ann'), { reply: 'quit', typed: 'half a story' }])
  expect(ending.end).toBe('quit')
  expect(plain(ending.interview)).toMatchObject({
    answers: { name: { value: 'Ann' } },
    typed: { story: 'half a story' },
  })
})

test('a question that is needed is not skipped', async () => {
  const { asks, said } = await play(
    [NAME, STORY],
    [{ reply: 'skip' }, answer('Ann'), { reply: 'skip' }, SAVE],
  )
  expect(asks).toEqual(['Name?', 'Name?', 'Story?', '[Before you save] 1 parts'])
  expect(said.join('\n')).toContain('needed')
  expect(said.join('\n')).toContain('✓ Story? skipped')
})

test('going deeper opens what waits in this part and goes there first', async () => {
  const { screens, asks } = await play(
    [MORE, NAME],
    [{ reply: 'deeper', typed: 'An' }, answer('more'), 'enter', SAVE],
  )
  expect(screens[0]).toMatchObject({ ask: 'Name?', deeper: 1 })
  expect(asks).toEqual(['Name?', 'More?', 'Name?', '[Before you save] 1 parts'])
  expect(screens[2]).toMatchObject({ initial: 'An', deeper: 0 })
})

test('items are added until that is all; the review moves, removes, adds and changes them', async () => {
  const { asks, plan, said } = await play(
    [STEPS],
    [
      answer('one'),
      'enter',
      answer('two'),
      answer('Ann'),
      { reply: 'finish' },
      choose('one'),
      choose('steps/k2'),
      choose('@up'),
      choose('steps/k1'),
      choose('@remove'),
      choose('@keep'),
      choose('@remove'),
      choose('@remove'),
      choose('@add:steps'),
      answer('three'),
      answer('Bo'),
      choose('one'),
      choose('steps/k2'),
      choose('steps/k2/who'),
      answer('Cy'),
      SAVE,
    ],
  )
  expect(asks.filter((ask) => !ask.startsWith('['))).toEqual([
    'Step 1 What?',
    'Step 1 Who?',
    'Step 2 What?',
    'Step 2 Who?',
    'Step 3 What?',
    'Step 2 What?',
    'Step 2 Who?',
    'Step 1 Who?',
  ])
  expect(plan.groups.get('steps')).toEqual(['k2', 'k3'])
  expect(Object.fromEntries(plan.values)).toEqual({
    'steps/k2/what': 'two',
    'steps/k2/who': 'Cy',
    'steps/k3/what': 'three',
    'steps/k3/who': 'Bo',
  })
  expect(said.join('\n')).toContain('2 in all')
})

test('going back after "that is all" offers one more again', async () => {
  const { asks } = await play(
    [STEPS, NAME],
    [
      answer('one'),
      answer('Ann'),
      { reply: 'finish' },
      { reply: 'back' },
      { reply: 'finish' },
      answer('x'),
      SAVE,
    ],
  )
  expect(asks).toEqual([
    'Step 1 What?',
    'Step 1 Who?',
    'Step 2 What?',
    'Name?',
    'Step 2 What?',
    'Name?',
    '[Before you save] 1 parts',
  ])
})

test('a review before the end cannot save while something is needed, and goes on where it was', async () => {
  const { screens, asks } = await play(
    [STORY, NAME],
    [{ reply: 'review' }, choose('@on'), answer('s'), answer('n'), SAVE],
  )
  expect(screens[1]).toMatchObject({ initial: '@on' })
  expect(
    'options' in (screens[1] as MenuScreen) && screens[1]?.options.map((option) => option.value),
  ).toEqual(['one', '@on'])
  expect(asks).toEqual([
    'Story?',
    '[Before you save] 1 parts',
    'Story?',
    'Name?',
    '[Before you save] 1 parts',
  ])
})

function found(
  words: string,
  suggestions: readonly string[],
  rule = words,
): (text: string) => readonly Finding[] {
  return (text) => {
    const offset = text.indexOf(words)
    if (offset < 0) return []
    const finding: Finding = {
      rule,
      category: 'absolute',
      severity: 'warning',
      offset,
      length: words.length,
      words,
      why: `Why not ${words}.`,
      try: suggestions,
    }
    return [finding]
  }
}

const reviewer: Reviewer = async (_question, text) => [
  ...found('never', ['in 7 of 12 tickets'])(text),
  ...found('lazy', [])(text),
  ...found('always', [])(text),
]

test('a finding offers ways to say it; a suggestion goes back into the field to be read first', async () => {
  const { screens, asks, plan } = await play(
    [STORY],
    [answer('Sam never writes'), choose('0'), 'enter', SAVE],
    reviewer,
  )
  expect(screens[1]).toMatchObject({
    lines: ['> Sam never writes', expect.stringContaining('Why not never.')],
  })
  expect(asks).toHaveLength(4)
  expect(screens[2]).toMatchObject({ ask: 'Story?', initial: 'Sam in 7 of 12 tickets writes' })
  expect(plan.values.get('story')).toBe('Sam in 7 of 12 tickets writes')
})

test('at most two findings are shown, the rest counted; kept words are not shown again', async () => {
  const text = 'never lazy always'
  const { screens, plan, ending } = await play(
    [STORY],
    [answer(text), choose('keep'), answer('they said so themselves'), choose('keep'), 'enter', SAVE],
    reviewer,
  )
  const menus = screens.filter((screen) => !('input' in screen) && screen.title !== 'Before you save')
  expect(menus.map((menu) => ('lines' in menu ? menu.lines.length : 0))).toEqual([4, 2])
  expect(plan.values.get('story')).toBe(text)
  expect(ending.interview.answers.get('story')?.kept).toEqual([
    { rule: 'never', words: 'never', reason: 'they said so themselves' },
    { rule: 'lazy', words: 'lazy', reason: 'they said so themselves' },
    { rule: 'always', words: 'always', reason: '' },
  ])
})

test('changing it oneself brings the same words back into the field; leaving there loses nothing', async () => {
  const { screens } = await play(
    [STORY],
    [answer('so lazy'), choose('change'), answer('left out two steps'), SAVE],
    reviewer,
  )
  expect(screens[2]).toMatchObject({ initial: 'so lazy' })
  const left = await play([STORY], [answer('so lazy'), { reply: 'quit' } as Choice], reviewer)
  expect(left.ending.interview.typed.get('story')).toBe('so lazy')
})

test('lines typed again keep the items that stand as before, and what was answered about them', async () => {
  const lines: Question = {
    id: 'seen',
    type: 'group',
    depth: 'core',
    item: 'Evidence',
    ask: 'Seen?',
    entry: { reader: 'evidence', into: 'text' },
    questions: [
      { id: 'text', type: 'text', depth: 'core', ask: 'What?' },
      { id: 'side', type: 'text', depth: 'deeper', ask: 'Side?' },
      { id: 'date', type: 'date', depth: 'core', ask: 'When?' },
    ],
  }
  const { asks, plan } = await play(
    [lines],
    [
      answer('- wrote late to a customer\n+ good handover to tier two'),
      answer('2026-11-02'),
      answer('2026-11-03'),
      { reply: 'quit' },
    ],
  )
  expect(asks.slice(0, 3)).toEqual(['Seen?', 'Evidence 1 When?', 'Evidence 2 When?'])
  const again = scripted((screen, at) => {
    if (at === 0) return choose('one')
    if (at === 1) return choose('seen')
    if ('input' in screen && screen.ask === 'Seen?') {
      expect(screen.initial).toBe('- wrote late to a customer\n+ good handover to tier two')
      return answer(
        '+ good handover to tier two\n- wrote very late to a customer\n- 5 Nov something else entirely, and long',
      )
    }
    return undefined
  })
  const done = await runInterview({ ...plan.interview }, guideFor(again, []))
  const values = Object.fromEntries(planOf(done.interview, testWorld()).values)
  expect(planOf(done.interview, testWorld()).groups.get('seen')).toEqual(['k2', 'k1', 'k3'])
  expect(values).toMatchObject({
    'seen/k2/text': 'good handover to tier two',
    'seen/k2/date': '2026-11-03',
    'seen/k1/text': 'wrote very late to a customer',
    'seen/k1/date': '2026-11-02',
    'seen/k3/date': '2026-11-05',
  })
})

test('a name typed that is close to somebody known is asked about before it counts, and those who are known are shown', async () => {
  const person: Question = { id: 'person', type: 'person', depth: 'core', ask: 'Who?', required: true }
  const world = testWorld({ people: [{ slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] }] })
  const script = [answer('sma'), choose('@leave'), answer('sma'), choose('sam-rivera'), SAVE]
  const asker = scripted((_screen, at) => script[at])
  const start = begin(templateOf([person]), 'core')
  const { interview } = await runInterview(start, guideFor(asker, [], { world }))
  expect(asker.screens[0]).toMatchObject({ context: ['In your notebook: Sam Rivera'] })
  expect(asker.screens[1]).toMatchObject({ title: 'There is nobody called "sma" yet.' })
  expect(asker.screens[2]).toMatchObject({ ask: 'Who?', initial: 'sma' })
  expect(interview.answers.get('person')?.value).toBe('sam-rivera')
})

test('a suggestion says which finding and which sentence it is for, and the cursor goes to its own first blank', async () => {
  const text = 'One ___ here. Sam never writes. So lazy.'
  const at = text.indexOf('Sam')
  const looks: Reviewer = async (_question, now) => {
    const [never] = found('never', ['On ___ Sam did not write.'])(now)
    const lazy = found('lazy', ['The step ___ was left out.'])(now)
    return never === undefined ? [] : [{ ...never, sentence: { offset: at, length: 17 } }, ...lazy]
  }
  const { screens } = await play([STORY], [answer(text), choose('0'), 'enter', SAVE], looks)
  expect(screens[1]).toMatchObject({
    options: [
      { label: 'On ___ Sam did not write.', note: 'for "never", in place of "Sam never writes."' },
      { label: 'The step ___ was left out.', note: expect.stringContaining('for "lazy"') },
      { value: 'keep' },
      { value: 'change' },
    ],
  })
  expect(screens[2]).toMatchObject({
    initial: 'One ___ here. On ___ Sam did not write. So lazy.',
    cursor: at + 'On '.length,
    own: text,
  })
  const one = await play([STORY], [answer('Sam never writes'), choose('0'), 'enter', SAVE], reviewer)
  expect(one.screens[1]).toMatchObject({ options: [{ label: 'in 7 of 12 tickets' }, {}, {}] })
})

test('a goal that the person wrote themselves is offered where a goal is asked for', async () => {
  const form: Question = { id: 'view', type: 'form', depth: 'core', ask: 'Their view?' }
  const goals: Question = {
    id: 'goals',
    type: 'group',
    depth: 'core',
    item: 'Goal',
    makes: 'goal',
    ask: 'Goal?',
    entry: { reader: 'goal', into: 'text' },
    questions: [{ id: 'text', type: 'text', depth: 'core', ask: 'What?' }],
  }
  const said = 'It went well.\nMy goal: update every waiting customer once a day'
  const { screens, plan } = await play([form, goals], [answer(said), answer('1'), SAVE])
  expect(screens[1]).toMatchObject({
    ask: 'Goal?',
    context: [expect.stringContaining('In their own words: 1 "update every waiting customer once a day".')],
  })
  expect(screens[1]).not.toHaveProperty('initial')
  expect(plan.values.get('goals/k1/text')).toContain('update every waiting customer')
})

test('of a list from a library nothing is marked beforehand, and Enter alone chooses nothing', async () => {
  const seen: Question = {
    id: 'seen',
    type: 'choice',
    depth: 'core',
    ask: 'What?',
    other: true,
    required: true,
    options: { library: 'behaviours' },
  }
  const { screens } = await play([seen], [])
  expect(screens[0]).toMatchObject({ unmarked: true })
})

test('a day for the talk that has passed is asked about', async () => {
  const talk: Question = {
    id: 'talk',
    type: 'group',
    depth: 'core',
    item: 'Talk',
    makes: 'talk',
    max: 1,
    ask: 'When?',
    entry: { reader: 'talk', into: 'text' },
    questions: [
      { id: 'text', type: 'text', depth: 'deeper', ask: 'What?' },
      { id: 'date', type: 'date', depth: 'core', direction: 'future', ask: 'Day?' },
    ],
  }
  await expect(play([talk], [answer('20 Nov 2026 14:00, room 2')])).rejects.toThrow(
    '20 November 2026 has passed.',
  )
  const { plan } = await play([talk], [answer('24 Nov 2026 14:00, room 2'), SAVE])
  expect(plan.values.get('talk/k1/date')).toBe('2026-11-24')
})

test('lines that are needed are asked for until there is one', async () => {
  const barriers: Question = {
    id: 'barriers',
    type: 'group',
    depth: 'core',
    item: 'Barrier',
    makes: 'barrier',
    required: true,
    ask: 'What is in the way?',
    entry: { reader: 'barrier', into: 'what' },
    questions: [{ id: 'what', type: 'text', depth: 'core', ask: 'What?' }],
  }
  await expect(play([barriers], [answer('')])).rejects.toThrow('At least one is needed.')
  const { plan } = await play([barriers], [answer('the page is gone'), SAVE])
  expect(plan.values.get('barriers/k1/what')).toBe('the page is gone')
})

test('an answer changed in its field and left is asked about before it is saved, emptied ones too', async () => {
  const { screens, asks, plan } = await play(
    [NAME, STORY, { ...STORY, id: 'end', ask: 'End?' }],
    [
      answer('Ann'),
      answer('an old story'),
      { reply: 'back', typed: '' },
      { reply: 'back', typed: 'a new story' },
      { reply: 'review' },
      SAVE,
      answer('a new story'),
      SAVE,
    ],
  )
  expect(asks.slice(3)).toEqual([
    'Story?',
    'Name?',
    '[Before you save] 1 parts',
    'Story?',
    '[Before you save] 1 parts',
  ])
  expect(screens[6]).toMatchObject({
    initial: 'a new story',
    notices: [expect.stringContaining('without giving it')],
  })
  expect(plan.values.get('story')).toBe('a new story')

  const emptied = await play(
    [NAME, STORY],
    [
      answer('Ann'),
      answer('an old story'),
      { reply: 'back' },
      { reply: 'back', typed: '' },
      'enter',
      { reply: 'skip', typed: '' },
      SAVE,
    ],
  )
  expect(emptied.asks.slice(3)).toEqual(['Story?', 'Name?', 'Story?', '[Before you save] 1 parts'])
  expect(emptied.plan.values.has('story')).toBe(false)
})
