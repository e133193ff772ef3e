import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { type Plan, planOf } from '../../../src/core/interview/plan.ts'
import type { Interview } from '../../../src/core/interview/state.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { joinBody } from '../../../src/core/notebook/body.ts'
import { parseNote } from '../../../src/core/notebook/codec.ts'
import type { Note } from '../../../src/core/notebook/note.ts'
import { compose, idsNeeded, type NoteSet } from '../../../src/core/session/compose.ts'
import { type CopyFrame, copyFrame, mentorSections, personSections } from '../../../src/core/session/copy.ts'
import { saveFiles } from '../../../src/core/session/files.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import type { Library } from '../../../src/core/template/library.ts'
import type { Question, Template } from '../../../src/core/template/template.ts'
import { givenFrom, templateOf, testWorld } from '../../support/interview.ts'
import { constructiveFeedback, sixQuestions } from '../../support/templates.ts'

const world = testWorld()

function personCopy(note: Note, { guide, answer }: CopyFrame): string {
  const { facts, lead } = note
  return joinBody({
    title: facts.title,
    lead,
    sections: [guide, ...personSections(note, 'Sam Rivera'), answer],
  })
}

function mentorCopy(note: Note, hidden: Note): string {
  const { facts, lead } = note
  return joinBody({ title: facts.title, lead, sections: mentorSections(note, hidden) })
}

async function planFor(template: Template, answers: string, depth: 'quick' | 'core' = 'core'): Promise<Plan> {
  const helpers = { world, read: readLines, readFile: async () => '' }
  const done = await answerAll(begin(template, depth), givenFrom(answers), helpers, true)
  expect(done.mistakes).toEqual([])
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

function list(title: string, labels: readonly string[]): Library {
  return {
    id: 'test',
    version: 1,
    title,
    entries: labels.map((label, index) => ({ id: `e${index}`, label })),
  }
}

function texts(set: NoteSet): Readonly<Record<string, string>> {
  return Object.fromEntries(saveFiles(set).map(({ path, text }) => [path, text]))
}

const CASE = `
person: Sam Rivera
relationship: mentor
view: without
view_reason: he is away until Monday
evidence:
  - "- 14 Oct 48213: update promised for 16:00, sent 11:20 the next day ? the warehouse was slow"
  - "- Tuesday stand-up: looked at the phone"
  - "+ 2 Nov 48402: handover had goal, steps, logs, urgency; solved in 20 min"
causes: [skill, unannounced, the link was dead]
points:
  - evidence: [3]
    behaviour: handover-complete
    impact: Tier 2 could start at once.
  - evidence: [1]
    behaviour: keeping people waiting without a word
    impact: The customer wrote twice in between.
    ask: How did that afternoon look from your side?
    said: "On 48213 the update went out the next day. [E1] How did that afternoon look from your side?"
goals:
  - text: Every waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 18 December
    customer_gain: They know somebody is on it.
support:
  - "Anna: looks at the list with Sam on Fridays, by 18 December"
talk: Tue 24 Nov 14:00, room 2, 30 min
opening: Thank you for your time.
reactions: He may say that nobody told him.
checkin: [{ date: 2026-12-08 }]
`

const SESSION = 'notes/sam-rivera/2026-11-21-session-00000z.md'

describe('the notes of one preparation', () => {
  let set: NoteSet
  beforeAll(async () => {
    const open = { ...begin(constructiveFeedback(), 'core'), opened: new Set(['goals', 'talk']) }
    const helpers = { world, read: readLines, readFile: async () => '' }
    const done = await answerAll(open, givenFrom(CASE), helpers, true)
    expect(done.mistakes).toEqual([])
    set = composed(planOf(done.interview, world))
  })

  it('are saved with the session last', () => {
    expect(saveFiles(set).map(({ path }) => path)).toEqual([
      'notes/sam-rivera/2026-11-21-evidence-000000.md',
      'notes/sam-rivera/2026-11-21-goal-000004.md',
      'private/sam-rivera/2026-11-21-evidence-000000.md',
      'private/sam-rivera/2026-11-21-session-00000z.md',
      'people/sam-rivera.yaml',
      SESSION,
    ])
  })

  it('read as a document one could hand over', () => {
    const text = texts(set)[SESSION] ?? ''
    expect(text.slice(text.indexOf('# Feedback'))).toMatchSnapshot()
  })

  it('keep facts in front: what was asked, chosen, cited and agreed to', () => {
    const facts = set.notes.at(-1)?.note.facts
    expect(facts).toMatchObject({
      choices: {
        relationship: 'mentor',
        causes: ['skill', 'unannounced'],
        'points.1.behaviour': 'handover-complete',
        'points.2.evidence': ['E1'],
        'points.2.side': 'growth',
      },
      evidence: [
        { id: '01KAKQ00000000000000000001', as: 'E1' },
        { id: '01KAKQ00000000000000000003', as: 'E3' },
      ],
      goals: ['01KAKQ00000000000000000004'],
      items: [{ kind: 'promise', label: 'P1', who: 'Anna', by: '2026-12-18' }],
      talk: { date: '2026-11-24', time: '14:00', minutes: 30 },
      checkin: '2026-12-08',
    })
    expect(facts?.asked).not.toHaveProperty('view_reason')
    expect(facts?.asked?.['points.impact']).toBe('What did it lead to?')
  })

  it('keep evidence that no point uses in the evidence note only', () => {
    const files = texts(set)
    const holding = Object.keys(files).filter((path) => files[path]?.includes('looked at the phone'))
    expect(holding).toEqual(['notes/sam-rivera/2026-11-21-evidence-000000.md'])
    expect(set.summary.unused.map(({ label }) => label)).toEqual(['E2'])
    expect(set.summary.checkin).toBe('2026-12-08')
  })

  it('keep guesses, reasons and words left unsaid in the private part', () => {
    const files = texts(set)
    for (const words of [
      'the warehouse was slow',
      'he is away until Monday',
      'nobody told him',
      'wrote twice in between',
    ]) {
      const holding = Object.keys(files).filter((path) => files[path]?.includes(words))
      expect(holding, words).toHaveLength(1)
      expect(holding[0], words).toMatch(/^private\//)
    }
  })

  it('come back from disk as they were', () => {
    const files = texts(set)
    for (const { path, note } of set.notes) {
      expect(parseNote(files[path] ?? '', path).note).toEqual(note)
    }
  })

  it('give the person a copy without the private part, with room for an answer', () => {
    const notes = set.notes.map(({ note }) => note)
    const session = notes.at(-1)
    const hidden = notes.at(-2)
    if (session === undefined || hidden === undefined) throw new Error('no session')
    const frame = copyFrame(list('Before', ['First.', 'Then.']), list('Your answer', ['And you?']))
    const copy = personCopy(session, frame)
    expect(copy).toContain('## Before\n\nFirst.\n- Then.\n')
    expect(copy).toContain('## Your answer\n\nAnd you?\n')
    expect(copy).toContain('Handing over')
    expect(copy).not.toContain('he is away')
    expect(copy).not.toContain('the link was dead')
    expect(copy).not.toContain('## The talk')
    expect(copy).not.toContain('---\n')
    const own = mentorCopy(session, hidden)
    expect(own).toContain('## Only for you')
    expect(own).toContain('he is away until Monday')
    expect(own).toContain('the link was dead')
    expect(own).not.toContain('## Your answer')
  })

  it('say the same again for the same draft', async () => {
    const plan = await planFor(
      constructiveFeedback(),
      CASE.replace(/^support:\n.*\n/m, '')
        .replace(/^reactions.*\n/m, '')
        .replace(/^ {4}customer_gain.*\n/m, ''),
    )
    expect(texts(composed(plan))).toEqual(texts(composed(plan)))
  })
})

it('composes the notes of a short template of a team', async () => {
  const plan = await planFor(
    sixQuestions(),
    'person: Sam Rivera\nevidence: ["- 14 Oct 48213: late ? tired"]\npoints: [{evidence: [1], ask: "How was it?"}]\ngoals: ["One update a day by 18 December"]\nthoughts: stay calm\n',
  )
  const files = texts(composed(plan))
  expect(files[SESSION]).toContain('### Point 1\n\nLate. [E1] How was it?')
  expect(files['private/sam-rivera/2026-11-21-session-00000z.md']).toContain('stay calm')
})

const WORDS = fc
  .array(
    fc.constantFrom(
      'alpha',
      'Beta,',
      '"gamma"',
      '# x',
      '## y',
      '- z',
      '```',
      '---',
      'é',
      '\n',
      '\n\n',
      '>',
      'E1 ·',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '))

const QUESTION = fc.record({
  type: fc.constantFrom('text', 'paragraph', 'form'),
  private: fc.boolean(),
  section: fc.constantFrom(undefined, 'one', 'two'),
  words: WORDS,
  inside: fc.constantFrom('', 'point', 'cause', 'talk', 'checkin', 'none'),
})

describe('whatever a team asks', () => {
  it('puts each answer into exactly one file, the private ones only into the private part', () => {
    fc.assert(
      fc.property(fc.array(QUESTION, { minLength: 1, maxLength: 8 }), (asked) => {
        const { template, interview, marks } = build(asked)
        const set = composed(planOf(interview, world))
        const files = saveFiles(set)
        expect(template.parts.length).toBe(1)
        for (const { mark, hidden } of marks) {
          const holding = files.filter(({ text }) => text.split(mark).length > 1)
          expect(holding.map(({ path }) => path.split('/')[0])).toEqual([hidden ? 'private' : 'notes'])
          expect(holding[0]?.text.split(mark)).toHaveLength(2)
        }
        for (const { path, note } of set.notes) {
          const text = files.find((file) => file.path === path)?.text ?? ''
          const back = parseNote(text, path).note
          expect(back.facts).toEqual(note.facts)
          expect(back.sections.map(({ id }) => id)).toEqual(note.sections.map(({ id }) => id))
        }
      }),
      { numRuns: 150 },
    )
  })
})

type Asked = typeof QUESTION extends fc.Arbitrary<infer T> ? T : never

function build(asked: readonly Asked[]): {
  readonly template: Template
  readonly interview: Interview
  readonly marks: readonly { readonly mark: string; readonly hidden: boolean }[]
} {
  const questions: Question[] = [{ id: 'person', type: 'person', depth: 'quick', ask: 'Who?' }]
  const answers = new Map<string, { value: string }>([['person', { value: 'Sam Rivera' }]])
  const items = new Map<string, readonly string[]>()
  const marks = asked.map((one, index) => {
    const mark = `mark${index}q`
    const question = {
      id: `q${index}`,
      type: one.type as 'text',
      depth: 'quick' as const,
      ask: `Question ${index}?`,
      private: one.private,
      ...(one.section === undefined ? {} : { section: one.section }),
    }
    const words = `${mark} ${one.words}`
    if (one.inside === '') {
      questions.push(question)
      answers.set(question.id, { value: words })
      return { mark, hidden: one.private }
    }
    const id = `g${index}`
    const group = {
      id,
      type: 'group' as const,
      depth: 'quick' as const,
      ask: 'Items?',
      item: 'Item',
      questions: [question],
    }
    questions.push(one.inside === 'none' ? group : { ...group, makes: one.inside as 'point' })
    items.set(id, ['k1'])
    answers.set(`${id}/k1/${question.id}`, { value: words })
    return { mark, hidden: one.private }
  })
  const template: Template = {
    id: 'team',
    version: 1,
    kind: 'session',
    title: 'Team',
    purpose: 'For a test.',
    note: {
      title: 'Feedback for {person}',
      sections: [
        { id: 'one', heading: 'One' },
        { id: 'two', heading: 'Two' },
      ],
    },
    parts: [{ id: 'all', title: 'All', questions }],
  }
  const start = begin(template, 'core')
  return { template, interview: { ...start, answers, items, closed: new Set(items.keys()) }, marks }
}

it('sets a few words of an item side by side, and names what follows a whole sentence', async () => {
  const template: Template = {
    ...templateOf([
      { id: 'person', type: 'person', depth: 'quick', ask: 'Who?', required: true },
      {
        ...{
          id: 'gaps',
          type: 'group',
          depth: 'core',
          item: 'Gap',
          ask: 'What?',
          label: 'Seen',
          section: 'a',
        },
        questions: [
          { id: 'gap', type: 'text', depth: 'core', ask: 'What?', required: true },
          { id: 'standard', type: 'text', depth: 'core', ask: 'Which?', label: 'Our standard' },
        ],
      },
    ]),
    note: { title: 'Gaps of {person}', sections: [{ id: 'a', heading: 'A' }] },
  }
  const set = composed(
    await planFor(
      template,
      'person: Sam\ngaps: [{ gap: late twice, standard: in time }, { gap: It came late., standard: in time }]',
    ),
  )
  expect(Object.values(texts(set)).join('\n')).toContain(
    'Seen:\n\n- late twice · in time\n- It came late.\n  Our standard: in time\n',
  )
})

describe('ideas', () => {
  const template: Template = {
    ...templateOf([
      { id: 'person', type: 'person', depth: 'quick', ask: 'Who?', required: true },
      {
        ...{ id: 'cases', type: 'group', depth: 'core', item: 'Case', makes: 'evidence', ask: 'What?' },
        ...{ entry: { reader: 'evidence', into: 'text' }, section: 'seen' },
        questions: [{ id: 'text', type: 'text', depth: 'core', ask: 'What?', required: true }],
      },
      {
        ...{ id: 'ideas', type: 'group', depth: 'core', item: 'Idea', makes: 'idea', ask: 'What else?' },
        section: 'ideas',
        questions: [
          { id: 'idea', type: 'text', depth: 'core', ask: 'Which idea?', required: true },
          { id: 'owner', type: 'text', depth: 'core', ask: 'Who?' },
          { id: 'next', type: 'text', depth: 'core', ask: 'What first?' },
        ],
      },
    ]),
    note: {
      title: 'Ideas of {person}',
      sections: [
        { id: 'ideas', heading: 'Ideas' },
        { id: 'seen', heading: 'Seen' },
      ],
    },
  }
  const ANSWERS = `
person: Sam Rivera
cases: ["2 Nov 48402: complete"]
ideas:
  - { idea: One list of known outages, owner: Anna, next: asks the web team on Monday }
  - { idea: A late-shift contact }
`

  it('become items of the note, with who takes them further', async () => {
    const set = composed(await planFor(template, ANSWERS))
    const [text = ''] = Object.entries(texts(set)).flatMap(([path, one]) =>
      path.includes('session') ? [one] : [],
    )
    const { facts } = parseNote(text, 'x').note
    expect(facts.items).toMatchObject([
      { kind: 'idea', label: 'I1', owner: 'Anna', next: 'asks the web team on Monday' },
      { kind: 'idea', label: 'I2' },
    ])
    expect(facts.choices).toEqual({})
    expect(text).toContain(
      '## Ideas\n\n- I1 · One list of known outages\n  Taken on by Anna. Next: asks the web team on Monday.\n- I2 · A late-shift contact\n',
    )
  })

  it('need no points: where nothing can be a point, what was seen stands in the note as it is', async () => {
    const set = composed(await planFor(template, ANSWERS))
    const [text = ''] = Object.entries(texts(set)).flatMap(([path, one]) =>
      path.includes('session') ? [one] : [],
    )
    expect(text).toContain('## Seen\n\n- E1 · 2 November · ticket 48402 · complete')
  })
})

describe('the copy for the person', () => {
  const note = (facts: object): Note => ({
    facts: {
      ...{ tactful: 1, id: '01KAKQ0000000000000000000Z', kind: 'session', person: 'sam', date: '2026-11-21' },
      ...{ created: '2026-11-21T10:00:00Z', title: 'Feedback for Sam' },
      ...facts,
    },
    lead: '',
    sections: ['talk', 'causes', 'plan', 'well'].map((id) => ({
      id,
      heading: `About ${id}`,
      text: `Of ${id}.`,
    })),
  })
  const frame = copyFrame(list('Before', ['First.']), list('After', ['And you?']))

  it.each([
    ['what its template marks', { own: ['plan'] }, ['talk', 'causes', 'well']],
    ['nothing where nothing is marked', { own: [] }, ['talk', 'causes', 'plan', 'well']],
    ['the talk and the causes where a note does not say', {}, ['plan', 'well']],
  ])('leaves out %s', (_name, facts, told) => {
    const copy = personCopy(note(facts), frame)
    expect([...copy.matchAll(/^## About (\w+)$/gm)].map(([, id]) => id)).toEqual(told)
  })

  it.each([
    ['renamed', { talk: 'The talk', well: 'What went well' }, false],
    ['not there from the start', { well: 'What went well' }, true],
  ])(
    'tells a heading by hand only where no section of the mentor’s own is it: %s',
    (_name, sections, told) => {
      const own = note({ own: ['talk'], sections })
      const [well] = own.sections.slice(-1)
      const byHand = { heading: 'My plan for it', text: 'Begin with the calls.' }
      const copy = personCopy({ ...own, sections: [byHand, ...(well === undefined ? [] : [well])] }, frame)
      expect(copy).toContain('Of well.')
      expect(copy.includes('Begin with the calls.')).toBe(told)
    },
  )
})
