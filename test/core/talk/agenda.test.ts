import { describe, expect, it } from 'vitest'
import type { Note, Section } from '../../../src/core/notebook/note.ts'
import { agendaOf } from '../../../src/core/talk/agenda.ts'
import { blocksIn, plannedIn } from '../../../src/core/talk/planned.ts'
import { constructiveFeedback } from '../../support/templates.ts'

function session(sections: readonly Section[], more: object = {}): Note {
  const facts = {
    ...{ tactful: 1, id: '01KAH2Y6Z40000000000Q47K3V', kind: 'session' as const, person: 'sam-rivera' },
    ...{ date: '2026-11-21', created: '2026-11-21T10:00:00Z', title: 'Feedback for Sam Rivera', ...more },
  }
  return { facts, lead: '', sections }
}

const TALK =
  'First sentence: Thank you for coming, Sam.\n\nQuestions to ask:\n\nHow do you see it?\nWhat made it hard?\n\nHelp on offer: a buddy for questions'

describe('what was planned for a talk', () => {
  it('is found behind the labels of the template it was made with', () => {
    const note = session([{ id: 'talk', heading: 'The talk', text: TALK }])
    expect(plannedIn(note, constructiveFeedback())).toEqual({
      opening: 'Thank you for coming, Sam.',
      ask: 'How do you see it? What made it hard?',
      help: 'a buddy for questions',
    })
  })

  it('is what reads like a question where the template is gone, and nothing where there is no such section', () => {
    const note = session([{ id: 'talk', heading: 'The talk', text: TALK }])
    expect(plannedIn(note, undefined)).toEqual({ ask: 'How do you see it? What made it hard?' })
    expect(plannedIn(session([]), undefined)).toEqual({})
  })

  it('comes as one line a block', () => {
    expect(blocksIn('A: one\n\nB:\n\ntwo\nthree\n\nfour')).toEqual(['A: one', 'B: two three', 'four'])
  })
})

describe('the agenda of a talk', () => {
  it('is the opening, their turn, what was promised, what went well, each point, and the help on offer', () => {
    const note = session([
      {
        id: 'well',
        heading: 'What went well',
        text: '**Handover:** Complete. [E1]\n\nIt helped.\n\n**Calm:** Kept calm.',
      },
      {
        id: 'points',
        heading: 'To talk about',
        text: '### Updates\n\nOn 48213 late. [E2]\n\n### Checklist\n\nNot gone through.',
      },
      { id: 'goals', heading: 'Goals to agree', text: '- One a day' },
      { id: 'talk', heading: 'The talk', text: TALK },
      { id: 'causes', heading: 'What could be behind it', text: 'A guess.' },
      { id: 'since', heading: 'What you both promised', text: 'You promised:\n\n- A list' },
      { heading: 'Added by hand', text: 'The move to the new desk.' },
      { id: 'evidence', heading: 'Evidence', text: '- E1' },
    ])
    const agenda = agendaOf(
      note,
      { opening: 'Thank you.', ask: 'How do you see it?', help: 'a buddy' },
      'Sam',
    )
    expect(agenda.map(({ key, kind, text, about }) => [key, kind, text, about])).toEqual([
      ['opening', 'opening', 'Opening', 'Thank you.'],
      ['turn', 'turn', "Sam's turn", 'How do you see it?'],
      ['since', 'since', 'What you both promised', 'You promised:\n- A list'],
      ['well-1', 'well', 'What went well: Handover', 'Complete. [E1]\nIt helped.'],
      ['well-2', 'well', 'What went well: Calm', 'Kept calm.'],
      ['point-1', 'point', 'Updates', 'On 48213 late. [E2]'],
      ['point-2', 'point', 'Checklist', 'Not gone through.'],
      ['point-3', 'point', 'Added by hand', 'The move to the new desk.'],
      ['help', 'help', 'Help on offer', 'a buddy'],
    ])
  })

  it('counts points from 1, though another section stands before them, as in a case review', () => {
    const note = session([
      { id: 'before', heading: 'Before anything else', text: 'How was it for you?' },
      {
        id: 'points',
        heading: 'What could go differently',
        text: '### Passing on in time\n\nAfter 3 hours.',
      },
    ])
    const keys = agendaOf(note, {}, 'Sam').map(({ key, text }) => [key, text])
    expect(keys.slice(2)).toEqual([
      ['point-2', 'Before anything else'],
      ['point-1', 'Passing on in time'],
    ])
  })

  it('keeps what was seen line by line, and joins what only a margin broke', () => {
    const seen =
      '- E1 · a call of nine\n  minutes\n- E2 · a chat\n\nKind of case: a return\nwithout a receipt'
    const [, , what] = agendaOf(session([{ id: 'seen', heading: 'What happened', text: seen }]), {}, 'Sam')
    expect(what?.about.split('\n')).toEqual([
      '- E1 · a call of nine minutes',
      '- E2 · a chat',
      'Kind of case: a return without a receipt',
    ])
  })

  it('keeps what the note itself calls the mentor’s own out of it, and leaves nothing else out', () => {
    const note = session(
      [
        { id: 'plan', heading: 'My plan', text: 'For me alone.' },
        { id: 'points', heading: 'To talk about', text: `### Long\n\n${'word '.repeat(200)}` },
      ],
      { own: ['plan'] },
    )
    const agenda = agendaOf(note, {}, 'Sam')
    expect(agenda.map(({ text }) => text)).toEqual(['Opening', "Sam's turn", 'Long'])
    expect(agenda[2]?.about.match(/word/g)).toHaveLength(200)
  })

  it('brings up no pair of views that are alike, and names the others without the heading of the form', () => {
    const note = session([
      { id: 'well', heading: 'What went well', text: '**Handing over:** Tier 2 could start at once. [E1]' },
      {
        id: 'compare',
        heading: 'Side by side',
        text: [
          '- Sam: What went well: the payment ticket (48402)\n  - Seen from outside: the handover was whole [E1]',
          '- Sam: What went well: 48213, he was calm\n  - Seen from outside: the update came a day late [E2]',
          '- Sam: What I would do differently: 48377\n  - Seen from outside: it went without the list [E3]',
        ].join('\n'),
      },
    ])
    expect(agendaOf(note, {}, 'Sam').map(({ text }) => text)).toEqual([
      'Opening',
      "Sam's turn",
      'What went well: Handing over',
      'Side by side: Sam: 48213, he was calm',
      'Side by side: Sam: 48377',
    ])
  })

  it('brings up each difference by itself, with its standard and its question, and shows what they wrote in their turn', () => {
    const together = [
      '- Sam: I named an hour in 48213 and let it pass.\n  - Seen from outside: 48213 answered the next day [E2]\n- Also seen: 48377 handed over late [E3]',
      'Seen by both: The calls went well.',
      'Seen differently:\n\n- You wrote that what you send holds. In 48377 a step was missing.\n  Our standard: A handover has all parts.\n  To ask: How did it look from your desk?\n- The second one. With 2 cases.\n  To ask: What came first?',
      'Own ideas:\n\n- one\n- two\n\nTo begin with: one',
    ].join('\n\n')
    const note = session([
      { id: 'view', heading: 'Own view', text: '> I kept waiting.\n>\n> It was late.' },
      { id: 'together', heading: 'Side by side', text: together },
      { id: 'ideas', heading: 'Ideas for the work', text: '- I1 · a list\n  Taken on by Sam.' },
    ])
    const agenda = agendaOf(note, { ask: 'How do you see it?' }, 'Sam')
    expect(agenda.map(({ text, about }) => [text, about.split('\n')])).toEqual([
      ['Opening', ['']],
      ["Sam's turn", ['How do you see it?', 'What Sam wrote:', 'I kept waiting.', 'It was late.']],
      [
        'Side by side',
        [
          '- Also seen: 48377 handed over late [E3]',
          'Seen by both: The calls went well.',
          'Own ideas:',
          '- one',
          '- two',
          'To begin with: one',
        ],
      ],
      [
        'Side by side: Sam: I named an hour in 48213 and let it pass',
        [
          'Sam: I named an hour in 48213 and let it pass.',
          '- Seen from outside: 48213 answered the next day [E2]',
        ],
      ],
      [
        'Seen differently: You wrote that what you send holds',
        [
          'You wrote that what you send holds. In 48377 a step was missing.',
          'Our standard: A handover has all parts.',
          'To ask: How did it look from your desk?',
        ],
      ],
      ['Seen differently: The second one', ['The second one. With 2 cases.', 'To ask: What came first?']],
      ['Ideas for the work', ['- I1 · a list Taken on by Sam.']],
    ])
  })
})
