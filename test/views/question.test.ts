import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { KeyName } from '../../src/core/asking/key.ts'
import { press } from '../../src/core/asking/press.ts'
import { type AskState, opening } from '../../src/core/asking/state.ts'
import type { MenuScreen, QuestionScreen } from '../../src/core/ports/asker.ts'
import { answeredLine, askerLook } from '../../src/views/question.ts'
import { themeFor } from '../../src/views/theme.ts'
import { menu, options, question } from '../support/screens.ts'

const plain = askerLook(themeFor({ colour: false, unicode: true }))
const ascii = askerLook(themeFor({ colour: false, unicode: false }))
const coloured = askerLook(themeFor({ colour: true, unicode: true }))

const evidence = question({
  input: 'lines',
  help: 'Only what a camera, a ticket or a customer could show.',
  why: 'Facts can be talked about; a guess starts an argument.',
  examples: ['14 Oct 48213: update promised for 16:00'],
  notices: ['Everything here is from the last three days.'],
  context: ['E1 Update sent late'],
  deeper: 3,
})
const causes = question({
  progress: 'Causes · 4 of 9',
  ask: 'What could be behind it?',
  input: 'many',
  options: [
    { value: 'how', label: 'did not know how', group: 'Sam' },
    { value: 'forgot', label: 'knew, and forgot', group: 'Sam' },
    { value: 'list', label: 'the checklist moved', group: 'The system', note: 'from a ticket' },
    { value: 'late', label: 'nobody on the late shift', group: 'The system' },
  ],
})

function drawn(
  screen: QuestionScreen | MenuScreen,
  columns = 80,
  rows = 24,
  state: AskState = opening(screen),
): string {
  return plain
    .draw(screen, state, { columns, rows })
    .lines.map((line) => line.trimEnd())
    .join('\n')
}

describe('a question on the screen', () => {
  it('stands as designed at 80 columns, an empty line apart from what scrolled up', () => {
    expect(drawn(evidence)).toBe(`
  Feedback for Sam Rivera                                     Evidence · 3 of 9
  ─────────────────────────────────────────────────────────────────────────────

  Everything here is from the last three days.

  E1 Update sent late

  What did you see or hear?
  Only what a camera, a ticket or a customer could show.
  For example: 14 Oct 48213: update promised for 16:00

  >

  enter next   shift-tab back   ctrl-o editor   ? why, review
  :deeper 3 more here`)
  })

  it('wraps at 40 columns, nothing cut', () => {
    expect(drawn({ ...evidence, notices: [], context: [] }, 40)).toBe(`
  Feedback for Sam Rivera
  Evidence · 3 of 9
  ─────────────────────────────────────

  What did you see or hear?
  Only what a camera, a ticket or a
  customer could show.
  For example:
    14 Oct 48213: update promised for
    16:00

  >

  enter next   shift-tab back
  ctrl-o editor   ? why, review
  :deeper 3 more here`)
  })

  it('sets two groups beside each other where they fit, under headings where they do not', () => {
    const wide = drawn(causes)
    expect(wide).toContain(`  Sam                           The system
  > 1 [ ] did not know how        3 [ ] the checklist moved   from a ticket
    2 [ ] knew, and forgot        4 [ ] nobody on the late shift`)
    expect(drawn(causes, 40, 30)).toContain(`  Sam
  > 1 [ ] did not know how
    2 [ ] knew, and forgot

  The system
    3 [ ] the checklist moved
          from a ticket
    4 [ ] nobody on the late shift`)
  })

  it('shows a part of a long list around the mark, and how much more there is', () => {
    const long = question({
      input: 'one',
      options: options(...Array.from({ length: 30 }, (_none, at) => `behaviour ${at + 1}`)),
    })
    const text = drawn(long, 80, 18, { ...opening(long), pointer: 14 })
    expect(text).toMatch(/… \d+ more above/)
    expect(text).toMatch(/… \d+ more below/)
    expect(text).toContain('> 15  Behaviour 15')
  })

  it('says that Enter alone ends a group of several, where it may end', () => {
    expect(drawn({ ...causes, canFinish: true })).toContain('enter alone: that is all')
    expect(drawn(causes)).not.toContain('that is all')
  })

  it('says in the keys what Enter does with nothing there, and offers skipping only where one can', () => {
    expect(drawn({ ...causes, required: false })).toContain('enter alone: none')
    expect(drawn({ ...causes, required: false })).toContain('skip')
    expect(drawn(causes)).toContain('enter goes on')
    expect(drawn(causes)).not.toContain('skip')
    expect(drawn(causes)).toContain('space or number marks')
    const marked = { ...opening(causes), marked: ['how'] }
    expect(drawn({ ...causes, required: false }, 80, 24, marked)).toContain('enter goes on')
    expect(drawn(question({ required: false }))).toContain('enter alone skips')
    expect(drawn(question({ required: false, initial: 'x' }))).toContain('enter next')
    const day = question({ input: 'line', initial: 'in 2 weeks', proposed: true })
    expect(drawn(day)).toContain('enter takes it, typing replaces it')
  })

  it('keeps one line of the instruction on a low and narrow screen, and says that it goes on', () => {
    const help = 'One a line: + went well, - to grow. A date, a ticket number or a link in it is recognised. '
    const low = { ...evidence, notices: [], context: [], help: help.repeat(2), initial: 'one\ntwo\nthree' }
    expect(drawn(low, 40, 18)).toMatch(/What did you see or hear\?\n {2}One a line: .*…\n\n {2}> one\n/)
    expect(drawn(low, 40, 18)).toContain('enter next')
  })

  it('keeps one example where there is no room for all', () => {
    const screen = question({ help: 'Short.', examples: ['One of them, rather long.', 'Two.', 'Three.'] })
    expect(drawn(screen, 80, 24)).toContain('Three.')
    expect(drawn(screen, 80, 13)).toContain('For example: One of them, rather long.\n')
    expect(drawn(screen, 80, 13)).not.toContain('Two.')
  })

  it('shows all ready sentences with ?, and the words and keys with another one', () => {
    const ready = ['I can see that.', 'Shall we stop here?', 'We have time.', 'Tell me.']
    const screen = question({ ready, examples: ready.slice(0, 3), required: false })
    const pressed = (state: AskState) => press(screen, state, { key: 'text', text: '?' }, 78).state
    expect(drawn(screen)).toContain('? all examples, why, skip, review')
    const first = pressed(opening(screen))
    expect(drawn(screen, 80, 24, first)).toContain('\n  · We have time.\n  · Tell me.\n')
    expect(drawn(screen, 80, 24, first)).toContain('? once more: words and keys   esc closes this')
    const second = pressed(first)
    expect(drawn(screen, 80, 24, second)).toContain(':quit')
    expect(drawn(screen, 80, 24, second)).not.toContain('Tell me.')
    const closed = press(screen, second, { key: 'escape' }, 78).state
    expect(drawn(screen, 80, 24, closed)).toBe(drawn(screen))
    const typing = press(screen, first, { key: 'text', text: 'x' }, 78).state
    expect([typing.field.text, typing.panel]).toEqual(['?x', undefined])
  })

  it('shows all that was prepared with ?, page by page where it is long, and then the words and keys', () => {
    const lines = Array.from({ length: 30 }, (_none, at) => `Line ${at + 1} of it.`)
    const prepared = lines.join('\n')
    const screen = question({ prepared, context: [prepared], required: false })
    expect(drawn(screen)).toContain('… more: ?')
    expect(drawn(screen)).toContain('? all you prepared, why, skip, review')
    let state = opening(screen)
    const seen = new Set<string>()
    for (let pages = 0; pages < 6; pages++) {
      state = press(screen, state, { key: 'text', text: '?' }, 78).state
      const text = drawn(screen, 80, 24, state)
      if (text.includes(':quit')) break
      expect(text).toMatch(/\? once more: (?:the rest|words and keys) {3}esc closes this/)
      for (const line of lines) if (text.includes(`${line}\n`)) seen.add(line)
    }
    expect([...seen]).toEqual(lines)
    expect(drawn(screen, 80, 24, state)).toContain(':quit')
    const again = press(
      screen,
      press(screen, state, { key: 'escape' }, 78).state,
      { key: 'text', text: '?' },
      78,
    )
    expect(drawn(screen, 80, 24, again.state)).toContain('Line 1 of it.')
  })

  it('shows them over an answer that only stands there, which stays', () => {
    const screen = question({ ready: ['Tell me.'], initial: 'As it is.' })
    const first = press(screen, opening(screen), { key: 'text', text: '?' }, 78).state
    const second = press(screen, first, { key: 'text', text: '?' }, 78).state
    expect([first.field.text, second.field.text, second.panel]).toEqual(['As it is.', 'As it is.', 'keys'])
  })

  it('says how many lines are hidden where they are', () => {
    const long = question({
      input: 'lines',
      initial: Array.from({ length: 60 }, (_none, at) => `${at}`).join('\n'),
    })
    const top = drawn(long, 80, 18, { ...opening(long), field: { text: String(long.initial), cursor: 0 } })
    expect(top).toMatch(/> 0\n[\s\S]*\n {4}… \d+ more lines below\n/)
    expect(top).not.toContain('above')
    expect(drawn(long, 80, 18)).toMatch(/\n {4}… \d+ more lines above\n[\s\S]*\n {4}59\n/)
  })

  it('counts the notes of a menu that have no room, and shows all of them with ?', () => {
    const lines = [
      'First thing to notice.',
      'Second thing, which is a good deal longer than it has to be.',
      'Third thing.',
    ]
    const review = menu({
      lines,
      options: options(...Array.from({ length: 11 }, (_none, at) => `part ${at + 1}`)),
    })
    expect(drawn(review, 40, 16)).toMatch(/First thing to notice\.\n {2}2 more notes: \?/)
    const open = drawn(review, 40, 30, { ...opening(review), panel: 'help' })
    for (const word of ['First thing', 'Third thing', 'picks its line', 'esc closes this'])
      expect(open).toContain(word)
    expect(open).not.toContain('more notes')
    expect(open.match(/Third thing/g)).toHaveLength(1)
  })

  it('leaves the help for the list on a low screen, where ? still shows it', () => {
    const low = { ...causes, help: 'Mark what is possible.' }
    expect(drawn(low, 40, 16)).not.toContain('Mark what is possible.')
    expect(drawn(low, 40, 16)).toContain('knew, and forgot')
    expect(drawn(low, 40, 40, { ...opening(low), panel: 'help' })).toContain('Mark what is possible.')
  })

  it('says why, what is wrong and which words there are, under the field', () => {
    const state = opening(evidence)
    expect(drawn(evidence, 80, 30, { ...state, panel: 'why' })).toContain(
      'Why: Facts can be talked about; a guess starts an argument.',
    )
    expect(
      drawn(evidence, 80, 30, { ...state, note: { note: 'check', text: 'There is no 31 February.' } }),
    ).toContain('There is no 31 February.')
    const help = drawn(evidence, 80, 40, { ...state, panel: 'help' })
    for (const word of [':back', ':why', ':deeper', ':review', ':quit', 'alt-enter', 'ctrl-o'])
      expect(help).toContain(word)
    expect(help).not.toContain(':skip')
  })

  it('uses signs that every terminal has, when it must', () => {
    const text = ascii.draw(evidence, opening(evidence), { columns: 80, rows: 24 }).lines.join('\n')
    expect(text).toMatch(/^[\x20-\x7e\n]*$/)
    expect(text).toContain('Evidence - 3 of 9')
  })

  it('says the same with colours as without', () => {
    const strip = (lines: readonly string[]) => lines.map((line) => line.replace(/\u001b\[[0-9;]*m/g, ''))
    for (const screen of [evidence, causes, menu({ lines: ['1  Who'] })]) {
      const size = { columns: 80, rows: 30 }
      expect(strip(coloured.draw(screen, opening(screen), size).lines)).toEqual(
        plain.draw(screen, opening(screen), size).lines,
      )
    }
  })

  it('shows hostile words harmless', () => {
    const bad = question({
      ask: 'Why \u001b[2J\u009b1m\u202e?',
      context: ['\u001b]52;c;x\u0007'],
      initial: 'a\u001b[31mb',
    })
    const text = coloured.draw(bad, opening(bad), { columns: 80, rows: 24 }).lines.join('\n')
    expect(text.replace(/\u001b\[(1|2|22|3[0-9]|39)m/g, '')).not.toMatch(/[\u001b\u009b\u0007\u202e]/)
  })
})

describe('whatever the size and the keys', () => {
  const word = fc.constantFrom(
    'word',
    '漢字漢字',
    '👨‍👩‍👧',
    'שלום',
    'incomprehensibilities-and-more-of-them',
    ' ',
    '\n',
    '\t',
    'e\u0301',
  )
  const text = fc.array(word, { maxLength: 40 }).map((parts) => parts.join(' '))
  const screen: fc.Arbitrary<QuestionScreen | MenuScreen> = fc.oneof(
    fc
      .record({
        ask: text,
        help: text,
        title: text,
        progress: text,
        notices: fc.array(text, { maxLength: 3 }),
        context: fc.array(text, { maxLength: 3 }),
        initial: text,
        input: fc.constantFrom('line' as const, 'lines' as const),
      })
      .map(question),
    fc
      .record({
        ask: text,
        labels: fc.uniqueArray(text, { minLength: 1, maxLength: 30 }),
        other: fc.boolean(),
        input: fc.constantFrom('one' as const, 'many' as const),
        group: fc.boolean(),
      })
      .map(({ labels, group, ...over }) =>
        question({
          ...over,
          options: labels.map((label, at) => ({
            value: String(at),
            label,
            ...(group ? { group: `group ${at % 3}` } : {}),
          })),
        }),
      ),
    fc.record({ lines: fc.array(text, { maxLength: 9 }) }).map(menu),
  )
  const key = fc.constantFrom<KeyName | string>(
    'up',
    'down',
    'right',
    'escape',
    'home',
    'end',
    'a',
    '漢',
    '?',
    ':',
    'newline',
    'backspace',
  )

  it('draws no line wider than the screen, no drawing higher, and the cursor inside', () => {
    fc.assert(
      fc.property(
        screen,
        fc.array(key, { maxLength: 12 }),
        fc.integer({ min: 30, max: 130 }),
        fc.integer({ min: 8, max: 40 }),
        (shown, keys, columns, rows) => {
          let state = opening(shown)
          for (const one of keys) {
            state = press(
              shown,
              state,
              one.length === 1 ? { key: 'text', text: one } : { key: one as KeyName },
              columns - 6,
            ).state
          }
          const { lines, cursor } = plain.draw(shown, state, { columns, rows })
          for (const line of lines) {
            expect(line).not.toContain('\n')
            expect(stringWidth(line)).toBeLessThan(columns)
          }
          expect(lines.length).toBeLessThan(rows)
          expect(cursor?.row).toBeGreaterThanOrEqual(0)
          expect(cursor?.row).toBeLessThan(lines.length)
          expect(lines[cursor?.row ?? 0]?.trimEnd().startsWith((cursor?.before ?? '').trimEnd())).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('an answered question', () => {
  it('is one line', () => {
    const theme = themeFor({ colour: false, unicode: true })
    expect(answeredLine(theme, 'Who', 'Sam Rivera, tier 1', 80)).toBe('  ✓ Who: Sam Rivera, tier 1')
    expect(answeredLine(theme, 'Evidence', 'one\ntwo \u001b[2J '.repeat(9), 40)).toBe(
      '  ✓ Evidence: one two \ufffd[2J one two \ufffd…',
    )
    expect(answeredLine(themeFor({ colour: false, unicode: false }), 'Who', 'Sam', 40)).toBe('  * Who: Sam')
  })
})

describe('plain mode', () => {
  it('numbers the choices and says what an empty line takes', () => {
    const screen = question({ ...causes, initial: ['forgot'] })
    expect(ascii.print(screen, { columns: 80, rows: 24 }).join('\n')).toBe(`
Feedback for Sam Rivera - Causes - 4 of 9
What could be behind it?
Sam
  1  did not know how
  2  knew, and forgot
The system
  3  the checklist moved (from a ticket)
  4  nobody on the late shift
Several at once: 1,3.
[knew, and forgot] an empty line takes it`)
  })
})
