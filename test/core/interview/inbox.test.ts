import { describe, expect, it } from 'vitest'
import { begin, replay } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { planOf, visibleAnswers } from '../../../src/core/interview/plan.ts'
import type { Interview, Step } from '../../../src/core/interview/state.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import type { InboxDoor, NotedItem } from '../../../src/core/interview/world.ts'
import type { MenuScreen, QuestionScreen } from '../../../src/core/ports/asker.ts'
import { Trouble } from '../../../src/core/problem.ts'
import { compose, idsNeeded, type NoteSet } from '../../../src/core/session/compose.ts'
import { saveFiles } from '../../../src/core/session/files.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import type { Question } from '../../../src/core/template/template.ts'
import { mentor } from '../../support/case.ts'
import {
  answer,
  enter,
  givenFrom,
  guideFor,
  plain,
  scripted,
  templateOf,
  testWorld,
} from '../../support/interview.ts'
import { constructiveFeedback } from '../../support/templates.ts'

const template = constructiveFeedback()
const people = [
  { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] },
  { slug: 'ines-carvalho', name: 'Ines Carvalho', aliases: [] },
]
const world = testWorld({ people })

const LATE = '01KAAAAAAAAAAAAAAAAAA1B2C3'
const HANDOVER = '01KAAAAAAAAAAAAAAAAAQ47K3V'
const OLD = '01KAAAAAAAAAAAAAAAAAAZ9Z9Z'

const NOTED: readonly NotedItem[] = [
  {
    id: HANDOVER,
    path: 'notes/sam-rivera/a.md',
    words: 'The handover had the goal and the logs',
    date: '2026-11-02',
    ticket: '48402',
    source: 'survey',
    used: false,
  },
  {
    id: LATE,
    path: 'notes/sam-rivera/b.md',
    words: 'The update promised for 16:00 went out the next day',
    date: '2026-10-14',
    side: 'growth',
    ticket: '48213',
    used: false,
  },
  { id: OLD, path: 'notes/sam-rivera/c.md', words: 'Greeted by name', date: '2025-10-01', used: true },
]

/** A notebook that holds this about Sam; it may change while the interview runs. */
function notebook(
  items: readonly NotedItem[] = NOTED,
): InboxDoor & { items: readonly NotedItem[]; opened: number } {
  return {
    items,
    opened: 0,
    async of(person) {
      this.opened += 1
      return person === 'sam-rivera' ? this.items : []
    },
    async now(item) {
      return this.items.find(({ id }) => id === item.id)
    },
  }
}

type Shown = QuestionScreen | MenuScreen
const INBOX = 'Which of your notes about Sam belong here?'
const isInbox = (screen: Shown): boolean => 'input' in screen && screen.ask === INBOX

/** The mentor of the case, who picks these of the inbox first. */
function picking(ids: readonly string[]) {
  return (screen: Shown) => (isInbox(screen) ? answer(ids) : mentor(screen))
}

async function run(
  door: InboxDoor | undefined,
  act: Parameters<typeof scripted>[0],
  depth: 'core' | 'quick' = 'core',
) {
  const steps: Step[] = []
  const asker = scripted(act)
  const guide = { ...guideFor(asker, steps, { world }), ...(door === undefined ? {} : { inbox: door }) }
  const ending = await runInterview(begin(template, depth), guide)
  const asked = asker.screens.map((screen) =>
    'input' in screen ? `${screen.item ?? ''} ${screen.ask}`.trim() : screen.title,
  )
  return { asker, steps, ending, asked, plan: planOf(ending.interview, world) }
}

function composed(interview: Interview): NoteSet {
  const plan = planOf(interview, world)
  const count = idsNeeded(plan)
  return compose(plan, {
    id: '01KAKQ0000000000000000000Z',
    ids: Array.from({ length: count }, (_, n) => `01KAKQ00000000000000000${String(n).padStart(3, '0')}`),
    now: '2026-11-21T14:30:00Z',
    today: '2026-11-21',
    person: { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] },
    isNew: false,
  })
}

function session(interview: Interview): string {
  return saveFiles(composed(interview)).find(({ path }) => /^notes\/.*-session-/.test(path))?.text ?? ''
}

describe('the inbox', () => {
  it('is offered before evidence is typed: unused first, newest first, what was used behind', async () => {
    const { asker } = await run(notebook(), picking([]))
    const at = asker.screens.findIndex(isInbox)
    expect(asker.screens[at]).toMatchObject({ input: 'many', narrows: true, required: false })
    expect(asker.screens[at]?.options).toEqual([
      {
        value: HANDOVER,
        label: 'The handover had the goal and the logs',
        group: 'Not used yet',
        note: 'Mon 2 Nov · 48402 · survey',
      },
      {
        value: LATE,
        label: '- The update promised for 16:00 went out the next day',
        group: 'Not used yet',
        note: 'Wed 14 Oct · 48213',
      },
      { value: OLD, label: 'Greeted by name', group: 'Used before', note: '1 October 2025' },
    ])
    expect(asker.screens[at + 1]).toMatchObject({ ask: 'What did you see or hear?' })
  })

  it('is not asked about where there is none, and costs no question more', async () => {
    const without = await run(undefined, mentor)
    const empty = await run(notebook([]), mentor)
    expect(empty.asked).toEqual(without.asked)
    expect(empty.asked.length).toBeLessThanOrEqual(28)
  })

  it('is not opened before somebody is named and a question was on screen', async () => {
    const door = notebook()
    const opened: number[] = []
    await run(door, (screen, at) => {
      opened[at] = door.opened
      return mentor(screen)
    })
    expect(opened.slice(0, 3)).toEqual([0, 0, 1])
    expect(door.opened).toBe(1)
  })

  it('takes at most one question more in a hurry', async () => {
    const { asked } = await run(notebook(), (screen) => screenOf(screen, [LATE]), 'quick')
    expect(asked).toContain(INBOX)
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(9)
  })

  it('says so and goes on when the notebook cannot be read', async () => {
    const door: InboxDoor = {
      of: async () => {
        throw new Trouble({ kind: 'disk', code: 'EIO', file: 'notes', doing: 'reading' })
      },
      now: async () => undefined,
    }
    const { asker, ending, asked } = await run(door, mentor)
    expect(ending.end).toBe('save')
    expect(asked).not.toContain(INBOX)
    expect(asker.said.join('\n')).toContain('could not be looked through')
  })
})

describe('what is picked', () => {
  it('stands before what is typed, can be cited like it, and only its side is asked for where it has none', async () => {
    const { asker, ending, asked } = await run(notebook(), (screen) => {
      if ('input' in screen && screen.ask === 'What did you see or hear?') {
        expect(screen.initial).toBeUndefined()
        return answer('- 5 Nov call: spoke over the customer twice')
      }
      if ('input' in screen && screen.ask.startsWith('Did it go well')) return answer(['strength'])
      return screenOf(screen)
    })
    expect(ending.end).toBe('save')
    expect(asked.filter((ask) => ask.startsWith('Evidence '))).toEqual([
      'Evidence 1 Did it go well, or is it something to grow in?',
    ])
    const cites = asker.screens.find(
      (screen) => 'input' in screen && screen.ask === 'Which evidence is it about?',
    )
    expect(cites?.options.map(({ note, label }) => [note, label])).toEqual([
      ['E1', 'The handover had the goal and the logs'],
      ['E2', 'The update promised for 16:00 went out the next day'],
      ['E3', 'call: spoke over the customer twice'],
    ])
  })

  it('is cited under its own id, shown with its words, and not written down a second time', async () => {
    const typed = '- 5 Nov call: spoke over the customer twice'
    const { ending } = await run(notebook(), (screen) =>
      'input' in screen && screen.ask === 'What did you see or hear?'
        ? answer(typed)
        : screenOf(screen, [LATE]),
    )
    const files = saveFiles(composed(ending.interview))
    const note = session(ending.interview)
    expect(note).toMatch(new RegExp(`evidence:\\n  - id: "${LATE}"\\n    as: E1`))
    expect(note).toContain(
      '- E1 · 14 October · ticket 48213 · The update promised for 16:00 went out the next day',
    )
    expect(note).not.toMatch(/inbox/)
    const evidence = files.filter(({ path }) => path.includes('-evidence-'))
    expect(evidence).toHaveLength(1)
    expect(evidence[0]?.text).toContain('- E2 · 5 November')
    expect(evidence[0]?.text).not.toContain('16:00')
  })

  it('needs no evidence note at all where nothing was typed', async () => {
    const { ending } = await run(notebook(), (screen) =>
      'input' in screen && screen.ask === 'What did you see or hear?'
        ? { reply: 'skip' }
        : screenOf(screen, [LATE]),
    )
    expect(saveFiles(composed(ending.interview)).map(({ path }) => path)).toEqual([
      expect.stringMatching(/^private.*-session-/),
      expect.stringMatching(/^notes.*-session-/),
    ])
  })

  it('is the same by hand and from a file', async () => {
    const byHand = await run(notebook(), (screen) => {
      if ('input' in screen && screen.ask.startsWith('Did it go well')) return answer(['strength'])
      if ('input' in screen && screen.ask === 'What did you see or hear?') return { reply: 'skip' }
      return screenOf(screen)
    })
    const fromFile = await answerAll(
      begin(template, 'core'),
      givenFrom(`
person: Sam Rivera
relationship: mentor
view: without
view_reason: away
inbox: [{ id: q47k3v, side: strength }, a1b2c3]
points: [{ evidence: [E2], behaviour: updates-waiting, impact: She wrote twice., ask: How was it? }]
`),
      { world, inbox: notebook(), read: readLines, readFile: async () => '' },
      true,
    )
    expect([fromFile.mistakes, fromFile.missing, fromFile.unused]).toEqual([[], [], []])
    expect(Object.fromEntries(visibleAnswers(planOf(fromFile.interview, world)))).toEqual(
      Object.fromEntries(visibleAnswers(byHand.plan)),
    )
    expect(session(fromFile.interview)).toEqual(session(byHand.ending.interview))
  })

  it('survives a kill after any screen', async () => {
    const whole = await run(notebook(), (screen) => screenOf(screen))
    for (let k = 1; k < 40; k += 1) {
      const steps: Step[] = []
      const act = (screen: Shown) => screenOf(screen)
      const cut = scripted((screen, at) => (at < k ? act(screen) : undefined))
      const guide = { ...guideFor(cut, steps, { world }), inbox: notebook() }
      const first = await runInterview(begin(template, 'core'), guide)
      if (first.end === 'save') return expect(k).toBeGreaterThan(18)
      const again = replay(template, { depth: 'core' }, steps)
      expect(plain(again)).toEqual(plain(first.interview))
      const rest = await runInterview(again, {
        ...guideFor(scripted(act), steps, { world }),
        inbox: notebook(),
      })
      expect(session(rest.interview), `after ${k} screens`).toEqual(session(whole.ending.interview))
    }
    throw new Error('never saved')
  })

  it('can be put back and picked again, and what stood on it finds it', async () => {
    let turn = 0
    const script = ['evidence', 'inbox', 'evidence', 'inbox', '@save']
    const { ending, plan } = await run(notebook(), (screen) => {
      if (isInbox(screen)) return answer([[LATE], [], [LATE]][turn++] ?? [])
      if ('input' in screen) {
        if (screen.ask === 'What did you see or hear?') return { reply: 'skip' }
        return turn === 2 ? { reply: 'review' } : screenOf(screen)
      }
      if (screen.options.some(({ value }) => value === 'inbox'))
        return { reply: 'chosen', value: script.shift() ?? '' }
      if (screen.title === 'Before you save') return { reply: 'chosen', value: script.shift() ?? '@save' }
      return enter(screen)
    })
    expect(ending.end).toBe('save')
    expect(plan.values.get('points/k1/evidence')).toEqual(['k1'])
    expect(session(ending.interview)).toContain(`id: "${LATE}"`)
  })

  it('goes back to the notes when it turns out to be about somebody else', async () => {
    let named = 0
    const { asker, ending } = await run(notebook(), (screen) => {
      if ('input' in screen && screen.ask === 'Who is it for?') {
        named += 1
        return answer(named === 1 ? 'Sam Rivera' : 'Ines Carvalho')
      }
      if ('input' in screen && screen.ask === 'What did you see or hear?') {
        return named === 1 ? { reply: 'review', typed: '- half a line' } : undefined
      }
      if (!('input' in screen) && named === 1) {
        const next = screen.options.some(({ value }) => value === 'person') ? 'person' : 'who'
        return { reply: 'chosen', value: next }
      }
      if (!('input' in screen))
        return {
          reply: 'chosen',
          value: screen.options.some(({ value }) => value === '@on') ? '@on' : '@out',
        }
      return screenOf(screen, [LATE])
    })
    expect(ending.end).toBe('quit')
    expect(asker.said.join('\n')).toContain('went back to your notes')
    expect(planOf(ending.interview, world).groups.get('evidence')).toEqual([])
    expect(ending.interview.typed.get('evidence')).toBe('- half a line')
  })
})

describe('what changes in the notebook meanwhile', () => {
  const changed = { words: 'The update promised for 16:00 went out at 11:20 the next day' }

  it('counts with its new words, said once, and what was built on it is looked at again', async () => {
    const door = notebook()
    const said: (string | undefined)[] = []
    const { asker, ending } = await run(door, (screen) => {
      if ('input' in screen && screen.ask.startsWith('Read it once')) {
        said.push(String(screen.initial))
        door.items = NOTED.map((item) => (item.id === LATE ? { ...item, ...changed } : item))
        return answer(`${String(screen.initial)} Really.`)
      }
      return screenOf(screen, [LATE])
    })
    expect(ending.end).toBe('save')
    expect(asker.said.filter((line) => line.includes('was changed in your notes'))).toHaveLength(1)
    expect(said).toHaveLength(2)
    expect(session(ending.interview)).toContain(
      '- E1 · 14 October · ticket 48213 · The update promised for 16:00 went out at 11:20',
    )
  })

  it('stays with its words as evidence of this session when it is gone', async () => {
    const door = notebook()
    const { asker, ending } = await run(door, (screen) => {
      if (!('input' in screen)) door.items = []
      return screenOf(screen, [LATE])
    })
    expect(ending.end).toBe('save')
    expect(asker.said.join('\n')).not.toContain('not in your notes')
    // The first review was drawn before it went; it is looked for again when the next one is.
    const later = await runInterview(ending.interview, { ...guideFor(asker, [], { world }), inbox: door })
    expect(asker.said.join('\n')).toContain('not in your notes any more')
    const files = saveFiles(composed(later.interview))
    expect(files.map(({ path }) => path).filter((path) => path.includes('-evidence-'))).toHaveLength(1)
    expect(session(later.interview)).toContain('went out the next day')
    expect(session(later.interview)).not.toContain(LATE)
  })
})

describe('a file', () => {
  const helpers = { world, read: readLines, readFile: async () => '' }
  const given = (inbox: string) =>
    givenFrom(`person: Sam Rivera\nview: without\nview_reason: away\ninbox: ${inbox}\n`)
  const keys = (interview: Interview) => planOf(interview, world).values.get('inbox')

  it('picks everything unused with "all", and ids by their ends in any case', async () => {
    const all = await answerAll(
      begin(template, 'core'),
      given('all'),
      { ...helpers, inbox: notebook() },
      true,
    )
    expect([all.mistakes, keys(all.interview)]).toEqual([[], [HANDOVER, LATE]])
    const two = await answerAll(
      begin(template, 'core'),
      given('A1B2C3, 9z'),
      { ...helpers, inbox: notebook() },
      true,
    )
    expect([two.mistakes, keys(two.interview)]).toEqual([[], [LATE, OLD]])
  })

  it.each([
    ['[a1b2c4]', 'No evidence about Sam Rivera has an id that ends in "a1b2c4".', 'Did you mean "a1b2c3"?'],
    [
      '[zzzzzz]',
      'No evidence about Sam Rivera has an id that ends in "zzzzzz".',
      'See what there is: tactful list --kind evidence',
    ],
  ])('refuses %s', async (inbox, message, mend) => {
    const done = await answerAll(
      begin(template, 'core'),
      given(inbox),
      { ...helpers, inbox: notebook() },
      true,
    )
    expect(done.mistakes).toEqual([expect.objectContaining({ path: 'inbox', message, mend, line: 4 })])
  })

  it('refuses an id where there is no evidence at all, and is content with "all" there', async () => {
    const none = { ...helpers, inbox: notebook([]) }
    const named = await answerAll(begin(template, 'core'), given('[a1b2c3]'), none, true)
    expect(named.mistakes).toEqual([expect.objectContaining({ path: 'inbox', line: 4 })])
    const all = await answerAll(begin(template, 'core'), given('all'), none, true)
    expect([all.mistakes, all.unused]).toEqual([[], []])
  })

  it('does not open the notebook where nothing of it is asked for', async () => {
    const door = notebook()
    await answerAll(begin(template, 'core'), given(''), { ...helpers, inbox: door }, true)
    expect(door.opened).toBe(0)
  })
})

it('does not count while the question that offered it is hidden', async () => {
  const questions: readonly Question[] = [
    { id: 'person', type: 'person', ask: 'Who?', depth: 'quick' },
    { id: 'more', type: 'confirm', ask: 'More?', depth: 'quick' },
    {
      id: 'inbox',
      type: 'choices',
      ask: INBOX,
      depth: 'quick',
      options: { inbox: 'evidence' },
      when: { more: true },
    },
    {
      id: 'evidence',
      type: 'group',
      ask: 'What?',
      depth: 'quick',
      item: 'Evidence',
      makes: 'evidence',
      entry: { reader: 'evidence', into: 'text' },
      questions: [{ id: 'text', type: 'text', ask: 'What?', depth: 'quick' }],
    },
  ]
  const helpers = { world, inbox: notebook(), read: readLines, readFile: async () => '' }
  const start = begin(templateOf(questions), 'core')
  const done = await answerAll(start, givenFrom('person: Sam Rivera\nmore: yes\ninbox: all'), helpers, true)
  expect(planOf(done.interview, world).groups.get('evidence')).toEqual(['k1', 'k2'])
  const hidden = replay(templateOf(questions), { depth: 'core' }, [
    ...done.steps,
    { step: 'answer', path: 'more', value: false },
  ])
  expect(planOf(hidden, world).groups.get('evidence')).toEqual([])
  const shown = replay(templateOf(questions), { depth: 'core' }, [
    ...done.steps,
    { step: 'answer', path: 'more', value: false },
    { step: 'answer', path: 'more', value: true },
  ])
  expect(planOf(shown, world).groups.get('evidence')).toEqual(['k1', 'k2'])
})

/** A short preparation: no view, what is picked, one point on the late update. */
function screenOf(screen: Shown, ids: readonly string[] = [HANDOVER, LATE]): ReturnType<typeof mentor> {
  if (!('input' in screen)) return enter(screen)
  if (isInbox(screen)) return answer(ids)
  const known: Readonly<Record<string, string | readonly string[]>> = {
    'Who is it for?': 'Sam Rivera',
    'What are you to Sam?': ['mentor'],
    'How does Sam see it?': ['without'],
    'Why go on without it this time?': 'away',
    'Point 1 What is it that one could see Sam do?': ['updates-waiting'],
    'Point 1 What did it lead to?': 'She wrote twice.',
    'Point 1 What do you want to ask or suggest?': 'How was it?',
  }
  if (screen.item === 'Point 1' && screen.ask === 'Which evidence is it about?') {
    return answer(screen.options.filter(({ label }) => label.includes('16:00')).map(({ value }) => value))
  }
  const found = known[`${screen.item ?? ''} ${screen.ask}`.trim()]
  return found === undefined ? enter(screen) : answer(found)
}
