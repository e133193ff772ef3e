import { describe, expect, it } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { optionsOf } from '../../../src/core/interview/ground.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { type Plan, planOf, visibleAnswers } from '../../../src/core/interview/plan.ts'
import type { Step } from '../../../src/core/interview/state.ts'
import { answerAll, type Unattended } from '../../../src/core/interview/unattended.ts'
import type { Facts } from '../../../src/core/notebook/note.ts'
import { compose, idsNeeded, type NoteSet } from '../../../src/core/session/compose.ts'
import { saveFiles } from '../../../src/core/session/files.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import { answer, enter, givenFrom, guideFor, library, scripted, testWorld } from '../../support/interview.ts'
import { constructiveFeedback, templateFrom } from '../../support/templates.ts'

const world = testWorld()
const helpers = { world, read: readLines, readFile: async () => '' }
const template = constructiveFeedback()

async function answered(answers: string): Promise<Unattended> {
  return answerAll(
    { ...begin(template, 'core'), opened: new Set(['causes']) },
    givenFrom(answers),
    helpers,
    true,
  )
}

async function planFor(answers: string): Promise<Plan> {
  const done = await answered(answers)
  expect([done.mistakes, done.missing, done.unused]).toEqual([[], [], []])
  return planOf(done.interview, world)
}

function composed(plan: Plan): NoteSet {
  return compose(plan, {
    id: '01KAKQ0000000000000000000Z',
    ids: Array.from(
      { length: idsNeeded(plan) },
      (_, n) => `01KAKQ00000000000000000${String(n).padStart(3, '0')}`,
    ),
    now: '2026-11-21T14:30:00Z',
    today: '2026-11-21',
    author: 'Priya Raman',
    person: { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] },
    isNew: true,
  })
}

function textOf(set: NoteSet, kind: string): string {
  return (
    saveFiles(set).find(({ path }) => path.startsWith('notes/') && path.includes(`-${kind}-`))?.text ?? ''
  )
}

function factsOf(set: NoteSet, kind: string): Facts | undefined {
  return set.notes.find(({ path, note }) => path.startsWith('notes/') && note.facts.kind === kind)?.note.facts
}

const BEFORE = `
person: Sam Rivera
relationship: mentor
view: typed
view_text: I could not find the checklist, the old link is dead.
evidence:
  - "- 14 Oct 48213: update promised for 16:00, sent 11:20 the next day"
  - "- 20 Oct 48377: sent to tier 3 without the login-loop checklist, came back after 5 hours ? perhaps nobody said it moved"
  - "+ 2 Nov 48402: handover had goal, steps, logs, urgency; solved in 20 min"
causes: [skill, unannounced, material]
`
const BARRIER =
  'the login-loop checklist moved to the new wiki and the old link is dead, since September [E2] -> one page with all checklists'

const AFTER = `
points:
  - evidence: [3]
    behaviour: handover-complete
    impact: Tier 2 could start at once.
goals: []
`

const OPEN = BEFORE.replace('causes:', 'pattern: once\ncauses:')

describe('a barrier beside the feedback', () => {
  const answers = `${BEFORE}gate: both\nbarriers: [${JSON.stringify(BARRIER)}]\n${AFTER}`

  it('has a note of its own without a word of the evidence, saved before the session', async () => {
    const set = composed(await planFor(answers))
    const kinds = set.notes.map(({ path, note }) => `${path.split('/')[0]} ${note.facts.kind}`)
    expect(kinds).toEqual(['notes evidence', 'notes barrier', 'private evidence', 'notes session'])
    const text = textOf(set, 'barrier')
    expect(text.slice(text.indexOf('# the'))).toMatchSnapshot()
    expect(factsOf(set, 'barrier')).toMatchObject({
      session: set.id,
      barrier: { owner: 'the lead' },
      evidence: [{ id: '01KAKQ00000000000000000002', as: 'E2' }],
    })
    expect(factsOf(set, 'session')).toMatchObject({ barriers: [factsOf(set, 'barrier')?.id] })
    expect(set.summary.isInPlace).toBe(false)
  })

  it('says nothing private: no guess, no reason, nothing of the person', async () => {
    const set = composed(await planFor(answers))
    const text = textOf(set, 'barrier')
    expect(text).not.toContain('perhaps nobody said')
    expect(text.slice(text.indexOf('# the'))).not.toContain('Sam')
    expect(text).not.toMatch(/48377|came back after|\[E2\]/)
  })

  it('says what it does to the work where that was said, in the line or by itself', async () => {
    const line = BARRIER.replace(' [E2]', ', so each case waits five hours [E2]')
    const text = textOf(composed(await planFor(answers.replace(BARRIER, line))), 'barrier')
    expect(text).toContain('## What it does to the work\n\neach case waits five hours\n')
    expect(textOf(composed(await planFor(answers)), 'barrier')).not.toContain('What it does')
  })

  it('is told to the person in their copy only where the mentor says so', async () => {
    const line = 'the old link is dead'
    const given = (told: string) => `barriers: [{ "@line": ${JSON.stringify(line)}${told} }]`
    const session = async (told: string) =>
      textOf(composed(await planFor(`${BEFORE}gate: both\n${given(told)}\n${AFTER}`)), 'session')
    const wanted = '- I am taking this up with the lead: the old link is dead.\n'
    expect(await session(', told: true')).toContain(wanted)
    expect(await session('')).not.toContain('taking this up')
  })

  it('has its whole words as its title, however many they are', async () => {
    const line = `the list of checklists ${'and the page of the lists '.repeat(8)}moved`
    const set = composed(await planFor(answers.replace(BARRIER, line)))
    expect(factsOf(set, 'barrier')?.title).toBe(line)
  })

  it('is asked for where the answers leave it out, and its citations have to be there', async () => {
    const without = await answered(`${BEFORE}gate: both\n${AFTER}`)
    expect(without.missing).toEqual([{ path: 'barriers', ask: 'What is in the way?' }])
    const wrong = await answered(`${BEFORE}gate: both\nbarriers: ["the link is dead [E9]"]\n${AFTER}`)
    expect(wrong.mistakes).toMatchObject([
      { path: 'barriers', message: 'No evidence is called E9.', mend: 'There is E1, E2, E3.' },
    ])
  })

  it('takes an owner, what it belongs to, and the effect in words of its own', async () => {
    const fields = [
      ['"@line"', 'the old link is dead [E1] [E2]'],
      ['owner', 'Dana, knowledge base'],
      ['area', 'material'],
      ['effect', 'Each case on the late shift waits an hour longer.'],
    ].map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    const set = composed(await planFor(`${BEFORE}gate: both\nbarriers: [{ ${fields.join(', ')} }]\n${AFTER}`))
    expect(factsOf(set, 'barrier')?.barrier).toEqual({ owner: 'Dana, knowledge base', area: 'material' })
    const text = textOf(set, 'barrier')
    expect(text).toContain('For Dana, knowledge base · written 21 November 2026')
    expect(text).toContain(
      '## What it does to the work\n\nEach case on the late shift waits an hour longer.\n',
    )
    expect(textOf(set, 'session')).toContain(': the old link is dead (Dana, knowledge base)\n')
  })

  it('belongs to what all its causes in the system belong to, and to nothing where they differ', async () => {
    const one = composed(
      await planFor(answers.replace('[skill, unannounced, material]', '[nobody, workload]')),
    )
    expect(factsOf(one, 'barrier')?.barrier).toEqual({ owner: 'the lead', area: 'people and time' })
    expect(factsOf(composed(await planFor(answers)), 'barrier')?.barrier).toEqual({ owner: 'the lead' })
  })
})

describe('a barrier in place of feedback', () => {
  const answers = `${BEFORE}gate: only\nbarriers: [${JSON.stringify(BARRIER)}]\n`

  it('leaves a short session that says why, with their view, and no evidence used', async () => {
    const set = composed(await planFor(answers))
    expect(set.summary.isInPlace).toBe(true)
    const text = textOf(set, 'session')
    expect(text.slice(text.indexOf('# Feedback'))).toMatchSnapshot()
    expect(factsOf(set, 'session')).toMatchObject({ outcome: 'barrier', choices: { gate: 'only' } })
    expect(factsOf(set, 'session')?.evidence).toBeUndefined()
  })

  it('goes from the barrier straight to the review, which shows only the parts that were left', async () => {
    const given: Readonly<Record<string, string | readonly string[]>> = {
      'Who is it for?': 'Sam Rivera',
      'How does Sam see it?': ['typed'],
      'What did Sam say?': 'I could not find the checklist, the old link is dead.',
      'What did you see or hear?': '- 20 Oct 48377: sent to tier 3 without the login-loop checklist',
      'What could be behind it?': ['skill', 'unannounced', 'material'],
      'How do you want to go on?': ['only'],
      'What is in the way?': BARRIER.replace('E2', 'E1'),
    }
    const asker = scripted((screen) => {
      if (!('input' in screen)) return enter(screen)
      const known = given[screen.ask]
      return known === undefined ? enter(screen) : answer(known)
    })
    const steps: Step[] = []
    const ending = await runInterview(begin(template, 'core'), guideFor(asker, steps))
    expect(ending.end).toBe('save')
    const asked = asker.screens.map((screen) => ('input' in screen ? screen.ask : screen.title))
    expect(asked.slice(-4)).toEqual([
      'What could be behind it?',
      'How do you want to go on?',
      'What is in the way?',
      'Before you save',
    ])
    const gate = asker.screens.find((screen) => 'input' in screen && screen.ask.startsWith('How do you want'))
    expect(gate).toMatchObject({
      notices: ['Two of three causes lie in the system. Feedback alone will not change them.'],
    })
    const barrier = asker.screens.find((screen) => 'input' in screen && screen.ask === 'What is in the way?')
    expect(barrier).toMatchObject({ context: ['E1  sent to tier 3 without the login-loop checklist'] })
    expect(barrier).toMatchObject({ progress: 'Causes · 4 of 4' })
    const review = asker.screens.at(-1)
    expect(review?.options.map(({ label }) => label)).toEqual([
      'Who',
      'Their view',
      'Evidence',
      'Causes',
      'save',
    ])
    const values = visibleAnswers(planOf(ending.interview, world))
    expect(values.get('barriers/k1/evidence')).toEqual(['k1'])
    expect(values.get('barriers/k1/since')).toBe('September')
  })
})

describe('what is open already', () => {
  it('stands above the question for barriers and above the one that leads there', async () => {
    const line = 'Already open: the old link is dead (the lead, t1yap3)'
    const asker = scripted((screen) => {
      if (!('input' in screen)) return undefined
      if (screen.ask === 'Who is it for?') return answer('Sam Rivera')
      if (screen.ask === 'How does Sam see it?') return answer(['without'])
      if (screen.ask.startsWith('Why go on')) return answer('they are away')
      if (screen.ask === 'What could be behind it?') return answer(['unannounced'])
      if (screen.ask === 'How do you want to go on?') return answer(['both'])
      return screen.ask === 'What is in the way?' ? undefined : enter(screen)
    })
    const open = { of: async () => ({ promises: [], goals: [], barriers: [line] }) }
    await runInterview(begin(template, 'core'), { ...guideFor(asker, []), open })
    const above = asker.screens.flatMap((screen) =>
      'input' in screen && screen.context.includes(line) ? [screen.ask] : [],
    )
    expect(above).toEqual(['How do you want to go on?', 'What is in the way?'])
  })
})

describe('a case review that ends in a barrier note', () => {
  it('keeps why, and their account, under its own title, and nothing else', async () => {
    const review = templateFrom('templates/sessions/case-review.yaml')
    const given = givenFrom(`
person: Sam Rivera
scenario: a case went on to the next tier
first_words: That was a hard case, Sam.
view: typed
view_text: I could not find the checklist.
evidence: ["- 20 Oct 48377: handed on without the checklist"]
handover: []
causes: [unannounced]
gate: only
barriers: [{ "@line": the old link is dead, effect: cases wait a day }]
`)
    const done = await answerAll(begin(review, 'core'), given, helpers, true)
    expect([done.mistakes, done.missing, done.unused]).toEqual([[], [], []])
    const text = textOf(composed(planOf(done.interview, world)), 'session')
    expect(text).toContain('# Case review with Sam Rivera: a barrier note instead\n')
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)
    expect(headings).toEqual(["Sam's own account", 'What could be behind it'])
    expect(text).not.toMatch(/hard case|Was missing|No feedback/)
  })
})

describe('the gate', () => {
  it.each([
    ['most lie in the system', '[unannounced, material, skill]', true],
    ['half lie in the system', '[unannounced, skill]', false],
    ["most are in the mentor's own words", '[unannounced, the link was dead, the phone rang]', false],
    ['none was marked', '[]', false],
  ])('where %s: %s', async (_name, causes, isAsked) => {
    const done = await answered(`${BEFORE.replace('[skill, unannounced, material]', causes)}${AFTER}`)
    const asked = planOf(done.interview, world).spots.map(({ path }) => path)
    expect(asked.includes('gate')).toBe(isAsked)
    // Nobody said that a barrier is to be written, so the feedback goes on.
    expect(asked.includes('talk')).toBe(true)
    expect([done.mistakes, done.missing]).toEqual([[], []])
  })
})

describe('a private matter among the causes', () => {
  const plan = () => planFor(`${OPEN.replace('[skill, unannounced, material]', '[personal, skill]')}${AFTER}`)

  it('is met with care and written nowhere: the note says only that help is offered', async () => {
    const set = composed(await plan())
    const all = saveFiles(set)
      .map(({ text }) => text)
      .join('\n')
    expect(all).not.toMatch(/outside work|personal/)
    expect(textOf(set, 'session')).toContain(
      '- The person: did not know how yet\n\nHelp is offered, without a question about the reason.\n',
    )
    expect(factsOf(set, 'session')?.choices?.causes).toEqual(['skill'])
  })

  it('alone leaves only the offer of help', async () => {
    const set = composed(
      await planFor(`${BEFORE.replace('[skill, unannounced, material]', '[personal]')}${AFTER}`),
    )
    expect(textOf(set, 'session')).toContain(
      '## What could be behind it\n\nHelp is offered, without a question about the reason.\n',
    )
    expect(factsOf(set, 'session')?.choices).not.toHaveProperty('causes')
  })

  it('says its kind sentence once, right after it was picked', async () => {
    const asker = scripted((screen) => {
      if (!('input' in screen)) return undefined
      if (screen.ask === 'Who is it for?') return answer('Sam Rivera')
      if (screen.ask === 'How does Sam see it?') return answer(['without'])
      if (screen.ask.startsWith('Why go on')) return answer('they are away')
      return screen.ask === 'What could be behind it?' ? answer(['personal']) : enter(screen)
    })
    await runInterview(begin(template, 'core'), guideFor(asker, []))
    const at = asker.said.findIndex((line) => line.includes('something outside work'))
    expect(asker.said[at + 1]).toContain('No details are needed: the note only says that help is offered')
    expect(asker.said.filter((line) => line.includes('No details are needed'))).toHaveLength(1)
  })
})

describe('whys', () => {
  const WHYS = `
whys:
  - { of: unannounced, text: the mail about the new wiki went to tier 2 only }
  - text: there is no list of who has to know
  - { of: W1, text: '1. "tier 1" has no address --> of its own' }
  - { of: skill, text: nobody showed the checklist in the first weeks }
`

  it('branch, and stand in the note as a tree and as a fishbone in words and in Mermaid', async () => {
    const set = composed(await planFor(`${BEFORE}${WHYS}${AFTER}`))
    const text = textOf(set, 'session')
    expect(text.slice(text.indexOf('Why, step'), text.indexOf('## What comes'))).toMatchSnapshot()
  })

  it('ask which one to look behind only where there are several, the last one marked', async () => {
    const reasons = ['the mail went to tier 2 only', 'no list of who has to know']
    let opened = false
    const asker = scripted((screen) => {
      if (!('input' in screen)) return undefined
      if (screen.ask === 'Who is it for?') return answer('Sam Rivera')
      if (screen.ask === 'How does Sam see it?') return answer(['without'])
      if (screen.ask.startsWith('Why go on')) return answer('they are away')
      if (screen.ask === 'What could be behind it?' && !opened) {
        opened = true
        return { reply: 'deeper' }
      }
      if (screen.ask === 'What could be behind it?') return answer(['unannounced', 'personal'])
      if (screen.ask === 'Why was that?') return answer(reasons.shift() ?? '')
      if (screen.ask.startsWith('Which of these') && reasons.length === 0) return { reply: 'finish' }
      return enter(screen)
    })
    await runInterview(begin(template, 'core'), guideFor(asker, []))
    const whys = asker.screens.flatMap((screen) =>
      'input' in screen && screen.item?.startsWith('Why') ? [screen] : [],
    )
    expect(whys.map(({ ask, item, context }) => [item, ask, context])).toEqual([
      ['Why 1', 'Why was that?', ['a change, nobody was told']],
      ['Why 2', 'Which of these do you want to look behind?', []],
      ['Why 2', 'Why was that?', ['the mail went to tier 2 only']],
      ['Why 3', 'Which of these do you want to look behind?', []],
    ])
    expect(whys[1]).toMatchObject({
      initial: ['k1'],
      options: [
        { label: 'a change, nobody was told' },
        { label: 'the mail went to tier 2 only', note: 'W1' },
      ],
    })
  })
})

describe('help', () => {
  it('offers what fits the causes first, and writes the sentence that goes with it', async () => {
    const done = await answerAll(
      { ...begin(template, 'core'), opened: new Set(['talk']) },
      givenFrom(`${BEFORE.replace('[skill, unannounced, material]', '[skill, unsure]')}help: [buddy, lead]
tried: two pair sessions in October
why_lead: a place in the training has to be paid for
${AFTER}`),
      helpers,
      true,
    )
    expect([done.mistakes, done.missing, done.unused]).toEqual([[], [], []])
    const plan = planOf(done.interview, world)
    const spot = plan.spots.find(({ path }) => path === 'help')
    const offered =
      spot === undefined ? [] : optionsOf(plan, spot.scope, spot.question).map(({ value }) => value)
    expect(offered.slice(0, 6)).toEqual(['sit-in', 'listen', 'resources', 'buddy', 'rehearse', 'afterwards'])
    expect(offered).toHaveLength(library('help').length)
    const text = textOf(composed(plan), 'session')
    expect(text).toContain(
      '- a buddy for questions: "Would it help to have one person whom you can ask at any time?"',
    )
    expect(text).toContain('Tried before: two pair sessions in October')
  })

  it('asks what was tried and why before it goes to a lead', async () => {
    const done = await answerAll(
      { ...begin(template, 'core'), opened: new Set(['talk']) },
      givenFrom(`${BEFORE}help: [lead]\n${AFTER}`),
      helpers,
      true,
    )
    expect(done.missing.map(({ path }) => path)).toEqual(['tried', 'why_lead'])
  })
})
