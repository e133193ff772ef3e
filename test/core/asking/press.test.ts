import { describe, expect, it } from 'vitest'
import type { Key } from '../../../src/core/asking/key.ts'
import { press } from '../../../src/core/asking/press.ts'
import type { Pressed } from '../../../src/core/asking/pressed.ts'
import { opening } from '../../../src/core/asking/state.ts'
import type { MenuScreen, QuestionScreen } from '../../../src/core/ports/asker.ts'
import { menu, options, question } from '../../support/screens.ts'

type Typed = Key | string

/** Presses keys one after another (a string is typed character by character) until one of them asks for something to be done. */
function pressing(screen: QuestionScreen | MenuScreen, ...keys: readonly Typed[]): Pressed {
  let pressed: Pressed = { state: opening(screen) }
  for (const one of keys.flatMap((key): readonly Key[] =>
    typeof key === 'string' ? [...key].map((text) => ({ key: 'text', text })) : [key],
  )) {
    pressed = press(screen, pressed.state, one, 30)
    if (pressed.todo !== undefined) return pressed
  }
  return pressed
}

const enter: Key = { key: 'enter' }
const answer = (raw: string | readonly string[] | boolean) => ({ todo: 'submit', raw })
const reply = (said: object) => ({ todo: 'reply', reply: said })

describe('a proposal', () => {
  const day = question({ input: 'line', initial: 'in 2 weeks', proposed: true })
  const typed = (text: string): Key => ({ key: 'text', text })

  it('gives way to what is typed or pasted, and Enter alone takes it', () => {
    expect(pressing(day, enter).todo).toEqual(answer('in 2 weeks'))
    expect(pressing(day, typed('1'), typed('8'), enter).todo).toEqual(answer('18'))
    expect(pressing(day, { key: 'paste', text: '18 Dec' }, enter).todo).toEqual(answer('18 Dec'))
  })

  it('is changed where it stands by any other key, and stays under a word', () => {
    expect(pressing(day, { key: 'backspace' }, typed('x'), enter).todo).toEqual(answer('in 2 weekx'))
    expect(pressing(day, typed('?')).state).toMatchObject({ panel: 'help', field: { text: 'in 2 weeks' } })
  })

  it('is no longer one where it was the answer before', () => {
    const own = question({ input: 'line', initial: 'in 2 weeks' })
    expect(pressing(own, typed('!'), enter).todo).toEqual(answer('in 2 weeks!'))
  })
})

describe('a line', () => {
  it('gives what was typed', () => {
    expect(pressing(question(), 'one two', enter).todo).toEqual(answer('one two'))
  })

  it('offers what stood there, and gives it back unchanged', () => {
    expect(pressing(question({ initial: ':) fine' }), enter).todo).toEqual(answer(':) fine'))
  })

  it('puts a pasted block on one line', () => {
    expect(pressing(question(), { key: 'paste', text: 'one\n two\n' }, enter).todo).toEqual(answer('one two'))
  })

  it('does not break at a backslash', () => {
    expect(pressing(question(), 'C:\\', enter).todo).toEqual(answer('C:\\'))
  })

  it('asks the check when it is empty and needed, is skipped when not, ends the group where that is offered', () => {
    expect(pressing(question(), enter).todo).toEqual(answer(''))
    expect(pressing(question({ required: false }), '  ', enter).todo).toEqual(reply({ reply: 'skip' }))
    expect(pressing(question({ canFinish: true }), enter).todo).toEqual(reply({ reply: 'finish' }))
  })

  it('goes back keeping what was typed, and says nothing about what only stood there', () => {
    expect(pressing(question(), 'half', { key: 'back' }).todo).toEqual(
      reply({ reply: 'back', typed: 'half' }),
    )
    expect(pressing(question(), 'half', { key: 'escape' }).todo).toEqual(
      reply({ reply: 'back', typed: 'half' }),
    )
    expect(pressing(question({ initial: 'old' }), { key: 'back' }).todo).toEqual(reply({ reply: 'back' }))
    expect(pressing(question({ initial: 'old' }), { key: 'delete-left' }, { key: 'back' }).todo).toEqual(
      reply({ reply: 'back', typed: '' }),
    )
  })

  it('stays where there is nothing before', () => {
    const { state, todo } = pressing(question({ canGoBack: false }), 'half', { key: 'back' })
    expect(todo).toBeUndefined()
    expect(state.note).toEqual({ note: 'first' })
    expect(state.field.text).toBe('half')
  })

  it.each([
    [':back', { reply: 'back' }],
    [':review', { reply: 'review' }],
    [':quit', { reply: 'quit' }],
  ])('understands %s', (word, said) => {
    expect(pressing(question(), word, enter).todo).toEqual(reply(said))
  })

  it('understands :skip and :deeper where they apply, and says why not elsewhere', () => {
    expect(pressing(question({ required: false }), ':skip', enter).todo).toEqual(reply({ reply: 'skip' }))
    expect(pressing(question(), ':skip', enter).state.note).toEqual({ note: 'needed' })
    expect(pressing(question({ deeper: 2 }), ':deeper', enter).todo).toEqual(reply({ reply: 'deeper' }))
    expect(pressing(question(), ':deeper', enter).state.note).toEqual({ note: 'not-deeper' })
    expect(pressing(question(), ':bak', enter).state.note).toEqual({ note: 'word', word: ':bak' })
  })

  it("hands over a screen's own word as the answer, in any case, and no other", () => {
    const screen = question({ words: [{ word: 'hint', does: 'what you could try' }] })
    expect(pressing(screen, ':Hint', enter).todo).toEqual({ todo: 'submit', raw: ':hint' })
    expect(pressing(question(), ':hint', enter).state.note).toEqual({ note: 'word', word: ':hint' })
  })

  it('shows why and stays, with an empty line', () => {
    const { state } = pressing(question({ why: 'Facts can be talked about.' }), ':why', enter)
    expect(state.panel).toBe('why')
    expect(state.field.text).toBe('')
  })

  it('shows help at a question mark on an empty line, which may still become text', () => {
    expect(pressing(question(), '?').state.panel).toBe('help')
    expect(pressing(question(), '?', enter).state).toMatchObject({ panel: 'help', field: { text: '' } })
    expect(pressing(question(), '? maybe').state.panel).toBeUndefined()
    expect(pressing(question(), '? maybe', enter).todo).toEqual(answer('? maybe'))
  })

  it('stops at Ctrl-C with what was typed, and at Ctrl-D when nothing is', () => {
    expect(pressing(question(), 'half', { key: 'interrupt' }).todo).toEqual(
      reply({ reply: 'quit', typed: 'half', ended: 'SIGINT' }),
    )
    expect(pressing(question(), { key: 'ctrl-d' }).todo).toEqual(reply({ reply: 'quit' }))
    expect(pressing(question(), 'ab', { key: 'home' }, { key: 'ctrl-d' }).state.field.text).toBe('b')
  })
})

describe('a text that only stands there', () => {
  const proposed = question({ initial: 'Sam Rivera', why: 'The note needs a name.' })

  it('is left alone by ? and by a word, which are not joined to it', () => {
    const asked = pressing(proposed, '?').state
    expect(asked).toMatchObject({ panel: 'help', field: { text: 'Sam Rivera' } })
    const heard = pressing(proposed, '?', ':why', enter).state
    expect(heard).toMatchObject({ panel: 'why', field: { text: 'Sam Rivera' } })
    expect(pressing(proposed, ':why', enter, enter).todo).toEqual(answer('Sam Rivera'))
    expect(pressing(proposed, ':back', enter).todo).toEqual(reply({ reply: 'back' }))
    expect(pressing(proposed, ':wh', { key: 'back' }).todo).toEqual(reply({ reply: 'back' }))
    expect(pressing(proposed, ':nonsense', enter).state).toMatchObject({ note: { note: 'word' } })
  })

  it('comes back when the word is taken away', () => {
    expect(pressing(proposed, ':w', { key: 'backspace' }, { key: 'backspace' }).state.field.text).toBe(
      'Sam Rivera',
    )
    expect(pressing(proposed, ':w', { key: 'escape' }).state.field.text).toBe('Sam Rivera')
  })

  it('can still end in a question mark or hold a colon, once it is being changed', () => {
    expect(pressing(proposed, '??', enter).todo).toEqual(answer('Sam Rivera?'))
    expect(pressing(proposed, ' : ?', enter).todo).toEqual(answer('Sam Rivera : ?'))
  })
})

describe('blanks in a suggestion', () => {
  const taken = question({ initial: 'In ___ of the last ___ tickets' })

  it('are filled in where the cursor stands, one after the other', () => {
    const first = pressing(taken, '3', enter)
    expect(first.todo).toBeUndefined()
    expect(first.state).toMatchObject({
      note: { note: 'blanks' },
      field: { text: 'In 3 of the last ___ tickets' },
    })
    expect(pressing(taken, '3', enter, '9', enter).todo).toEqual(answer('In 3 of the last 9 tickets'))
  })

  it('may be left open, by Enter once more on the same text', () => {
    expect(pressing(taken, enter, enter).todo).toEqual(answer('In ___ of the last ___ tickets'))
    expect(pressing(taken, enter, '3', enter).state.note).toEqual({ note: 'blanks' })
  })
})

describe("a suggestion in the place of one's own sentence", () => {
  const own = 'Be better at escalations'
  const taken = question({ initial: 'Could you ___, so that ___?', own })

  it.each<[string, readonly Typed[]]>([
    ['esc', [{ key: 'escape' }]],
    ['shift-tab', [{ key: 'back' }]],
    [':back', [':back', enter]],
    ['ctrl-u and shift-tab', [{ key: 'end' }, { key: 'delete-left' }, { key: 'back' }]],
  ])('goes at %s, and the sentence is there again', (_name, keys) => {
    const { state, todo } = pressing(taken, ...keys)
    expect(todo).toBeUndefined()
    expect(state.field).toEqual({ text: own, cursor: own.length })
    expect(pressing(taken, ...keys, enter).todo).toEqual(answer(own))
    expect(pressing(taken, ...keys, { key: 'back' }).todo).toEqual(reply({ reply: 'back', typed: own }))
  })

  it('stays where something was added to it, and so does what was typed', () => {
    expect(pressing(taken, 'call', { key: 'back' }).todo).toEqual(
      reply({ reply: 'back', typed: 'Could you call, so that ___?' }),
    )
  })
})

describe('several lines', () => {
  const lines = question({ input: 'lines' })

  it('goes on at Alt-Enter and after a backslash, and ends at Enter', () => {
    expect(pressing(lines, 'one', { key: 'newline' }, 'two', enter).todo).toEqual(answer('one\ntwo'))
    expect(pressing(lines, 'one\\', enter, 'two', enter).todo).toEqual(answer('one\ntwo'))
    expect(pressing(lines, 'one\\\\', enter).todo).toEqual(answer('one\\\\'))
  })

  it('keeps a pasted block as one answer', () => {
    const text = Array.from({ length: 200 }, (_none, at) => `- line ${at}`).join('\n')
    expect(pressing(lines, { key: 'paste', text }, enter).todo).toEqual(answer(text))
  })

  it('takes a word on its last line, keeping the lines before it', () => {
    expect(pressing(lines, 'one', { key: 'newline' }, ':back', enter).todo).toEqual(
      reply({ reply: 'back', typed: 'one' }),
    )
  })
})

describe('one of several', () => {
  const few = question({ input: 'one', options: options('ticket', 'call', 'meeting') })
  const many = question({
    input: 'one',
    options: options(
      ...Array.from({ length: 12 }, (_none, at) => `behaviour ${String.fromCharCode(97 + at)}`),
    ),
  })
  const own = question({ input: 'one', other: true, options: options('sam rivera', 'wei-ling tan') })

  it('takes the pointed one, by arrows or by its number', () => {
    expect(pressing(few, { key: 'down' }, enter).todo).toEqual(answer('call'))
    expect(pressing(few, { key: 'up' }, enter).todo).toEqual(answer('meeting'))
    expect(pressing(few, '2').todo).toEqual(answer('call'))
    expect(pressing(question({ ...few, initial: 'meeting' }), enter).todo).toEqual(answer('meeting'))
  })

  it('leaves letters that name nothing here to be seen, and Enter after them chooses nothing', () => {
    expect(pressing(few, 'x').state).toMatchObject({ field: { text: 'x' }, note: { note: 'not-here' } })
    expect(pressing(few, '7').state.note).toEqual({ note: 'not-here', typed: '7' })
    for (const typed of ['xyz', '7', 'x7 ', 'ticketx']) {
      const { state, todo } = pressing(few, typed, enter)
      expect([typed, todo]).toEqual([typed, undefined])
      expect(state.note?.note).toBe('not-here')
      expect(pressing(few, typed, enter, enter).todo).toBeUndefined()
      expect(pressing(few, typed, enter, { key: 'down' }, enter).todo).toEqual(answer('ticket'))
      expect(pressing(few, typed, enter, '2').todo).toEqual(answer('call'))
    }
    expect(pressing(few, 'xyz', { key: 'escape' }, enter).todo).toEqual(answer('ticket'))
  })

  it('understands the beginning of a line, as in: n, no, y, yes', () => {
    const leave = menu({
      initial: 'leave',
      options: [
        { value: 'write', label: 'yes, write out/n.md' },
        { value: 'leave', label: 'no, write nothing' },
      ],
    })
    for (const no of ['n', 'No', 'no, write', '']) {
      expect(pressing(leave, no, enter).todo).toEqual(answer('leave'))
    }
    for (const yes of ['y', 'YES']) expect(pressing(leave, yes, enter).todo).toEqual(answer('write'))
    for (const other of ['maybe', 'nope', '3']) {
      expect(pressing(leave, other, enter).todo).toBeUndefined()
    }
    expect(pressing(few, 'm', enter).todo).toEqual(answer('meeting'))
  })

  it('is searched when it is long, and says when nothing matches', () => {
    expect(pressing(many, 'our k', enter).todo).toEqual(answer('behaviour k'))
    expect(pressing(many, '11', enter).todo).toEqual(answer('behaviour k'))
    expect(pressing(many, 'zebra', enter).state.note).toEqual({ note: 'choice', typed: 'zebra' })
    expect(pressing(many, 'zebra', { key: 'escape' }).state.field.text).toBe('')
  })

  it("takes an answer of one's own, accents and case aside", () => {
    expect(pressing(own, 'SÁM', enter).todo).toEqual(answer('sam rivera'))
    expect(pressing(own, 'Ifeoma', enter).todo).toEqual(answer('Ifeoma'))
    expect(pressing(own, 'Sam', { key: 'down' }, enter).todo).toEqual(answer('Sam'))
    expect(pressing(own, '3 people', enter).todo).toEqual(answer('3 people'))
    expect(pressing(own, '2', enter).todo).toEqual(answer('wei-ling tan'))
    expect(pressing(question({ input: 'one', other: true }), 'Ifeoma', enter).todo).toEqual(answer('Ifeoma'))
  })

  it('ends a group at its last line', () => {
    expect(pressing(question({ ...few, canFinish: true }), { key: 'up' }, enter).todo).toEqual(
      reply({ reply: 'finish' }),
    )
  })

  it('understands words', () => {
    expect(pressing(few, ':back', enter).todo).toEqual(reply({ reply: 'back' }))
    expect(pressing(few, '?').state.panel).toBe('help')
    expect(pressing(few, '??').state.panel).toBeUndefined()
  })
})

describe('several of many', () => {
  const causes = question({
    input: 'many',
    other: true,
    options: [
      { value: 'how', label: 'did not know how', group: 'Sam' },
      { value: 'list', label: 'the checklist moved', group: 'The system' },
      { value: 'forgot', label: 'knew, and forgot', group: 'Sam' },
      { value: 'late', label: 'nobody on the late shift', group: 'The system' },
    ],
  })

  it('gives the marked ones in the order of the list', () => {
    expect(pressing(causes, { key: 'end' }, ' ', { key: 'home' }, ' ', enter).todo).toEqual(
      answer(['how', 'late']),
    )
    expect(pressing(causes, ' ', ' ', enter).todo).toEqual(answer([]))
  })

  it('moves between groups at the same height', () => {
    expect(pressing(causes, { key: 'down' }, { key: 'right' }, ' ', enter).todo).toEqual(answer(['late']))
    expect(pressing(causes, { key: 'right' }, { key: 'left' }, ' ', enter).todo).toEqual(answer(['how']))
  })

  it("adds answers of one's own and keeps them marked", () => {
    expect(pressing(causes, 'no desk phone', enter, enter).todo).toEqual(answer(['no desk phone']))
    expect(pressing(causes, 'forgot', enter, 'new tool', enter, enter).todo).toEqual(
      answer(['forgot', 'new tool']),
    )
    expect(pressing(question({ ...causes, initial: ['late', 'my own'] }), enter).todo).toEqual(
      answer(['late', 'my own']),
    )
  })

  it('marks by number, and a blank or a comma behind a number only parts it from the next', () => {
    expect(pressing(causes, '3,1', enter).todo).toEqual(answer(['how', 'list']))
    expect(pressing(causes, '3 1', enter).todo).toEqual(answer(['how', 'list']))
    expect(pressing(causes, '3', { key: 'down' }, ' ', enter).todo).toEqual(answer(['list', 'late']))
    expect(pressing(causes, '33', enter).todo).toEqual(answer([]))
    expect(pressing(causes, '7').state).toMatchObject({ note: { note: 'choice', typed: '7' }, marked: [] })
  })

  it('waits for a second digit where one could follow', () => {
    const long = question({ input: 'many', options: options(...[...'abcdefghijkl']) })
    expect(pressing(long, '1').state.marked).toEqual([])
    expect(pressing(long, '12', enter).todo).toEqual(answer(['l']))
    expect(pressing(long, '1', enter).state.marked).toEqual(['a'])
    expect(pressing(long, '1,11,3', enter).todo).toEqual(answer(['a', 'c', 'k']))
    expect(pressing(long, '19').state).toMatchObject({ note: { note: 'choice', typed: '19' }, marked: [] })
  })

  it("marks by number where there are no words of one's own", () => {
    expect(pressing(question({ ...causes, other: false }), '24', enter).todo).toEqual(
      answer(['forgot', 'late']),
    )
  })
})

describe('a list that narrows', () => {
  const notes = ['late update', 'handover', 'late call'].map((label, index) => ({
    value: `id${index}`,
    label,
    note: `4821${index} · survey`,
    group: index < 2 ? 'Not used yet' : 'Used before',
  }))
  const screen = question({ input: 'many', options: notes, narrows: true, required: false })

  it('is searched however short it is, by words and by what stands beside them', () => {
    expect(pressing(screen, 'handover', enter, enter).todo).toEqual(answer(['id1']))
    expect(pressing(screen, 'survey', enter, enter).todo).toEqual(answer(['id0']))
    expect(pressing(screen, 'call', ' ', enter).todo).toEqual(answer(['id2']))
  })

  it('takes digits for a search, so that a ticket finds its line; a number alone leads to its line', () => {
    expect(pressing(screen, '48212', enter, enter).todo).toEqual(answer(['id2']))
    const there = pressing(screen, '2')
    expect([there.todo, there.state.marked, there.state.pointer]).toEqual([undefined, [], 1])
    expect(pressing(screen, '2', enter, '3', enter, enter).todo).toEqual(answer(['id1', 'id2']))
  })

  it('says when nothing matches, and is skipped by Enter alone', () => {
    expect(pressing(screen, 'nobody', enter)).toMatchObject({
      state: { note: { note: 'choice', typed: 'nobody' } },
    })
    expect(pressing(screen, enter).todo).toEqual(reply({ reply: 'skip' }))
    const picked = { ...screen, initial: ['id0'] }
    expect(pressing(picked, ' ', enter).todo).toEqual(reply({ reply: 'skip' }))
  })
})

describe('yes or no', () => {
  it.each([
    [['y'], true],
    [['N'], false],
    [[enter], true],
    [[{ key: 'down' } as Key, enter], false],
    [['2'], false],
  ])('reads %j as %j', (keys, raw) => {
    expect(pressing(question({ input: 'yes-no' }), ...keys).todo).toEqual(answer(raw))
  })

  it('starts at what stands there', () => {
    expect(pressing(question({ input: 'yes-no', initial: false }), enter).todo).toEqual(answer(false))
  })
})

describe('a menu', () => {
  it('picks by number at once, unless a longer number could follow', () => {
    const long = menu({ options: options(...Array.from({ length: 12 }, (_none, at) => `part ${at + 1}`)) })
    expect(pressing(long, '2').todo).toEqual(answer('part 2'))
    expect(pressing(long, '1').todo).toBeUndefined()
    expect(pressing(long, '1', enter).todo).toEqual(answer('part 1'))
    expect(pressing(long, '11').todo).toEqual(answer('part 11'))
    expect(pressing(long, '15').state.note).toEqual({ note: 'not-here', typed: '15' })
    expect(pressing(long, '15', '2').todo).toEqual(answer('part 2'))
    expect(pressing(long, '1', { key: 'backspace' }, { key: 'down' }, enter).todo).toEqual(answer('part 2'))
  })

  it('gives the one that Enter alone means, or a number, or the way back', () => {
    expect(pressing(menu(), enter).todo).toEqual(answer('save'))
    expect(pressing(menu({ initial: 'leave' }), enter).todo).toEqual(answer('leave'))
    expect(pressing(menu(), '3').todo).toEqual(answer('leave'))
    expect(pressing(menu(), { key: 'back' }).todo).toEqual(reply({ reply: 'back' }))
    expect(pressing(menu(), ':deeper', enter).state.note).toEqual({ note: 'no-word-here' })
  })
})

it('what is typed after a suggestion was taken fills the blank the cursor was put at, not the first of all', () => {
  const screen = question({ input: 'line', initial: 'One ___ here. On ___ it was late.', cursor: 17 })
  const { state } = press(screen, opening(screen), { key: 'text', text: 'Monday' }, 80)
  expect(state.field.text).toBe('One ___ here. On Monday it was late.')
})

it('a list with nothing marked chooses nothing on Enter alone, finds by words that are not shown, and takes the arrow', () => {
  const screen = question({
    input: 'one',
    other: true,
    required: true,
    unmarked: true,
    options: [
      { value: 'updates', label: 'updates to waiting customers' },
      { value: 'passing', label: 'passing on with goal and tries', words: 'handover escalation' },
      { value: 'named', label: 'a handover in writing' },
    ],
  })
  expect(pressing(screen, { key: 'enter' })).toMatchObject({ todo: { raw: '' } })
  expect(pressing(screen, 'handover', { key: 'enter' })).toMatchObject({ todo: { raw: 'named' } })
  expect(pressing(screen, 'escalation', { key: 'enter' })).toMatchObject({
    todo: { raw: 'passing' },
  })
  expect(pressing(screen, { key: 'down' }, { key: 'enter' })).toMatchObject({
    todo: { raw: 'updates' },
  })
})
