import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTemplate } from '../../../src/core/template/check.ts'

const GOOD = `id: small
version: 1
kind: session
title: Small
purpose: To try things out.
note:
  title: For {person}
  sections:
    - { id: main, heading: Main }
parts:
  - id: one
    title: One
    questions:
      - id: person
        type: person
        ask: Who?
      - id: mood
        type: choice
        ask: How is {person}?
        options:
          - { value: good, label: good }
          - { value: bad, label: bad }
      - id: things
        type: group
        item: Thing
        ask: Which things?
        questions:
          - id: text
            type: text
            ask: What?
            section: main
          - id: more
            type: text
            ask: And?
            when: { mood: good }
  - id: two
    title: Two
    questions:
      - id: picks
        type: choices
        ask: Which of them?
        options: { items: things }
      - id: last
        type: paragraph
        ask: Anything else?
`

/** "line:column message | mend" for each mistake, in order. */
function mistakesIn(text: string, around?: Parameters<typeof checkTemplate>[2]): readonly string[] {
  const checked = checkTemplate(text, 't.yaml', around)
  if ('template' in checked) return []
  return checked.mistakes.map((one) => `${one.line}:${one.column} ${one.message} | ${one.mend}`)
}

/** The good template with one stretch replaced; fails when the stretch is not there. */
function changed(from: string, to: string): string {
  expect(GOOD).toContain(from)
  return GOOD.replace(from, to)
}

test('a good template has no mistakes, and depth is core where none is given', () => {
  const checked = checkTemplate(GOOD, 't.yaml')
  expect('template' in checked && checked.template.parts[0]?.questions[0]?.depth).toBe('core')
})

describe('one mistake, with its place and how to mend it', () => {
  test.each<[string, string, string, string]>([
    [
      'an unknown key',
      '        ask: Who?',
      '        ask: Who?\n        askk: Who?',
      '17:9 "askk" is not known here. | Did you mean "ask"?',
    ],
    ['a missing key', 'title: Small\n', '', '1:1 "title" is missing. | Add a line "title: ...".'],
    [
      'a missing key in a question',
      '        ask: Who?\n',
      '',
      '14:9 "ask" is missing. | Add a line "ask: ...".',
    ],
    [
      'an unknown key far from all',
      'title: One\n',
      'title: One\n    zzzzzz: 1\n',
      '13:5 "zzzzzz" is not known here. | Known here: id, title, intro, when, lists, questions.',
    ],
    [
      'a wrong kind',
      'version: 1',
      'version: one',
      '2:10 "one" stands where a number should be. | Write a number here, or leave the key out.',
    ],
    [
      'a number for words',
      'title: Small',
      'title: 2026',
      '4:8 2026 stands where words should be. | Put it in quotes: "2026".',
    ],
    [
      'a fraction',
      'version: 1',
      'version: 1.5',
      '2:10 1.5 stands where a whole number should be. | Write a whole number here, or leave the key out.',
    ],
    [
      'a version of nought',
      'version: 1',
      'version: 0',
      '2:10 This number is too small. | At least 1 is needed.',
    ],
    [
      'an unknown kind',
      'kind: session',
      'kind: sesion',
      '3:7 "sesion" cannot stand here. | Did you mean "session"?',
    ],
    [
      'an id with a space',
      'id: small',
      'id: so small',
      '1:5 "so small" cannot be an id. | Use small letters a to z, digits, - and _, beginning with a letter.',
    ],
    [
      'an unknown type',
      'type: person',
      'type: persona',
      '15:15 "persona" is not a type of question. | Did you mean "person"?',
    ],
    ['a missing type', '        type: person\n', '', '14:9 "type" is missing. | Add a line "type: ...".'],
    [
      'a list where a map belongs',
      'note:\n  title: For {person}\n  sections:\n    - { id: main, heading: Main }',
      'note: []',
      '6:7 A list stands where a map (lines of "key: value") should be. | Write a map (lines of "key: value") here, or leave the key out.',
    ],
    [
      'an id used twice',
      'id: picks',
      'id: person',
      '39:13 The id "person" is used twice in this template. | Give one of the two another id.',
    ],
    [
      'an id used twice in an item',
      'id: more',
      'id: text',
      '32:17 The id "text" is used twice in the items of "things". | Give one of the two another id.',
    ],
    [
      'an id that means something else',
      'id: last',
      'id: count',
      '43:13 "count" has a meaning of its own and cannot be an id. | Choose another one.',
    ],
    [
      'two parts of one id',
      '- id: two',
      '- id: one',
      '36:9 Two parts have the id "one". | Give one of the two another id.',
    ],
    [
      'an unknown id in when',
      'when: { mood: good }',
      'when: { moood: good }',
      '35:21 There is no question "moood". | Did you mean "mood"?',
    ],
    [
      'a side that is none',
      'when: { mood: good }',
      'when: { most: { mood: system } }',
      '35:35 "mood" does not take several answers. | Name a question of type choices.',
    ],
    [
      'a later id in when',
      'when: { mood: good }',
      'when: { last: good }',
      '35:21 "last" is asked later, or right here. | Refer only to questions that are asked before this one.',
    ],
    [
      'its own id in when',
      'when: { mood: good }',
      'when: { answered: more }',
      '35:31 "more" is asked later, or right here. | Refer only to questions that are asked before this one.',
    ],
    [
      'a value that cannot be',
      'when: { mood: good }',
      'when: { mood: [good, goood] }',
      '35:34 "goood" is not one of the options of "mood". | Did you mean "good"?',
    ],
    [
      'a group compared',
      'options: { items: things }',
      'options: { items: things }\n        when: { things: good }',
      '43:25 "things" is a group and has no single value. | Such as count: {things: {min: 1}}',
    ],
    [
      'a count of text',
      'when: { mood: good }',
      'when: { count: { text: { min: 1 } } }',
      '35:36 "text" cannot be counted. | Only groups and choices can.',
    ],
    [
      'a count without limits',
      'ask: Anything else?',
      'ask: Anything else?\n        when: { count: { things: 2 } }',
      '46:34 How many is written as min, max, or both. | Such as things: {min: 1}',
    ],
    [
      'a condition with two meanings',
      'when: { mood: good }',
      'when: { not: { mood: good }, mood: bad }',
      '35:21 "not" has to stand alone in its map. | Put the conditions into a list under "all".',
    ],
    [
      'a condition that is no map',
      'when: { mood: good }',
      'when: mood',
      '35:19 A condition is a map such as {view: typed}. | Write {id: value}.',
    ],
    [
      'an any without a list',
      'when: { mood: good }',
      'when: { any: { mood: good } }',
      '35:26 "any" needs a list of conditions. | Such as any: [{view: typed}, {relationship: peer}]',
    ],
    [
      'a name inside items, from outside',
      'ask: Anything else?',
      'ask: Anything else?\n        when: { answered: more }',
      '46:27 "more" is asked inside the items of "things" and cannot be seen from here. | Refer to "things" itself.',
    ],
    [
      'options of something later',
      'options: { items: things }',
      'options: { items: last }',
      '42:27 "last" is asked later, or right here. | Refer only to questions that are asked before this one.',
    ],
    [
      'options of something that is no group',
      'options: { items: things }',
      'options: { items: mood }',
      '42:27 "mood" is not a group. | Name a question of type group.',
    ],
    [
      'options from two places',
      'options: { items: things }',
      'options: { items: things, library: behaviours }',
      '42:18 Options come from one place. | Write {items: id}, {library: id}, {settings: tiers} or {inbox: id}.',
    ],
    [
      'a heading of what has none',
      'options: { items: things }',
      'options: { items: things, area: Any }',
      '42:35 Only a library has headings. | Name the library, or drop "area".',
    ],
    [
      'a setting that offers nothing',
      'options: { items: things }',
      'options: { settings: busyHours }',
      '42:30 "busyHours" cannot stand here. | Known: tiers.',
    ],
    [
      'notes for a group that is not evidence',
      'options: { items: things }',
      'options: { inbox: things }',
      '42:27 "things" is no group of evidence. | Name a group with "makes: evidence" and "entry".',
    ],
    [
      'an unknown library',
      'options: { items: things }',
      'options: { library: behavior }',
      '42:29 There is no library "behavior". | Did you mean "behaviours"?',
    ],
    [
      'an option without a label',
      '{ value: bad, label: bad }',
      '{ value: bad }',
      '22:13 "label" is missing. | Add a line "label: ...".',
    ],
    [
      'a misspelt key in an option',
      '{ value: bad, label: bad }',
      '{ value: bad, label: bad, notes: x }',
      '22:39 "notes" is not known here. | Did you mean "note"?',
    ],
    [
      'an option given twice',
      '{ value: bad, label: bad }',
      '{ value: good, label: bad }',
      '22:22 The value "good" is given twice. | Give each option a value of its own.',
    ],
    [
      'options that are words',
      'options: { items: things }',
      'options: things',
      '42:18 "things" does not fit here. | Compare it with a template that ships: tactful template list.',
    ],
    [
      'a default that is no option',
      'ask: How is {person}?',
      'ask: How is {person}?\n        default: fine',
      '20:18 "fine" is not one of the options. | It can be: good, bad.',
    ],
    [
      'a name in braces that is unknown',
      'How is {person}?',
      'How is {persn}?',
      '19:14 There is no question "persn". | Did you mean "person"?',
    ],
    [
      'a name in braces that is later',
      'How is {person}?',
      'How is {last}?',
      '19:14 "last" is asked later, or right here. | Refer only to questions that are asked before this one.',
    ],
    [
      'a field that leads nowhere',
      'ask: Anything else?',
      'ask: Anything about {picks.txt}?',
      '45:14 {picks.txt} leads nowhere. | Did you mean "text"?',
    ],
    [
      'an unknown section',
      'section: main',
      'section: mian',
      '31:22 The note has no section "mian". | Did you mean "main"?',
    ],
    [
      'a group that asks nothing',
      'options: { items: things }',
      'options: { items: things }\n      - { id: g, type: group, item: G, ask: G, questions: [] }',
      '43:59 The group "g" asks nothing. | Give it at least one question.',
    ],
    [
      'a line that goes nowhere',
      'item: Thing',
      'item: Thing\n        entry: { reader: evidence, into: txt }',
      '26:42 The group "things" has no question "txt" to take the line. | Did you mean "text"?',
    ],
    [
      'an unknown reader',
      'item: Thing',
      'item: Thing\n        entry: { reader: evidense, into: text }',
      '26:26 "evidense" cannot stand here. | Did you mean "evidence"?',
    ],
    [
      'each of something unknown',
      'ask: Anything else?',
      'ask: Anything else?\n      - { id: g, type: group, item: G, ask: G, each: thing, questions: [{ id: x, type: text, ask: X }] }',
      '46:54 There is no question "thing". | Did you mean "things"?',
    ],
    [
      'a join of something unknown',
      'ask: And?',
      'ask: And?\n            join: [text, mor]',
      '35:26 There is no question "mor". | Refer to a question that is asked before this one.',
    ],
    [
      'a join of another place',
      'ask: And?',
      'ask: And?\n            join: [mood]',
      '35:20 "mood" is not an answer of the same item. | Join only answers of the item itself.',
    ],
    [
      'a join besides a default',
      'ask: And?',
      'ask: And?\n            default: x\n            join: [text]',
      '36:13 Both "join" and "default" are given. | Keep one of the two.',
    ],
    [
      'a least above the most',
      'ask: Anything else?',
      'ask: Anything else?\n        min: 5\n        max: 2',
      '46:14 The least (5) is more than the most (2). | Swap them, or drop one.',
    ],
    [
      'a scale without steps',
      'type: paragraph',
      'type: scale',
      '44:15 A scale needs a lowest and a highest step. | Add min and max.',
    ],
    [
      'a practice that does not exist',
      'ask: Who?',
      'ask: Who?\n        practices: [1, 214]',
      '17:24 This number is too large. | At most 213 is possible.',
    ],
    [
      'a reserved name',
      'title: Small',
      '__proto__: {}\ntitle: Small',
      '4:1 "__proto__" cannot be used as a name. | Choose another one.',
    ],
    [
      'a key given twice',
      'title: Small',
      'title: Small\ntitle: Large',
      '5:1 This key is given twice. | Keep one of the two.',
    ],
    ['a tab', '        ask: Who?', '\task: Who?', '16:1 A tab is used to indent. | Indent with spaces.'],
    [
      'an alias',
      'title: Small',
      'title: &a Small\npurpose2: *a',
      '5:11 An alias (*a) stands here. | Write the words out; aliases are not read.',
    ],
    [
      'braces without quotes, which break all lines below',
      '{ id: main, heading: Main }',
      '{ id: main, heading: What {person} said }',
      '9:33 This is not readable as YAML. | Look for a missing quote, colon or space.',
    ],
    [
      'a file name that differs',
      'id: small',
      'id: tiny',
      '1:5 The file is called "small", the template "tiny". | Rename one of the two.',
    ],
    [
      'a form without words to its reader',
      `kind: session\n${GOOD.slice(GOOD.indexOf('title: Small'))}`,
      `kind: form\n${GOOD.slice(GOOD.indexOf('title: Small'), GOOD.indexOf('parts:'))}parts:\n  - { id: one, title: One, questions: [{ id: last, type: text, ask: Hm? }] }\n`,
      '3:7 A form needs words to its reader. | Add "letter:" with from, hello, opening, how and closing.',
    ],
    [
      'what only a form has',
      '        ask: Who?',
      '        ask: Who?\n        also: [Name]',
      '17:9 "also" says nothing outside a form. | Make it "kind: form", or drop "also".',
    ],
    [
      'no parts',
      GOOD.slice(GOOD.indexOf('parts:')),
      'parts: []\n',
      '10:8 This list is too short. | At least 1 is needed.',
    ],
    [
      'words missing',
      'purpose: To try things out.',
      "purpose: ''",
      '5:10 There are no words here. | At least 1 is needed.',
    ],
  ])('%s', (_, from, to, mistake) => {
    expect(mistakesIn(changed(from, to), { id: 'small', libraries: ['behaviours'] })).toEqual([mistake])
  })
})

test('all mistakes come at once, in the order of the file', () => {
  const text = GOOD.replace('version: 1', 'version: x')
    .replace('type: person', 'type: persn')
    .replace('when: { mood: good }', 'when: { modo: good }')
    .replace('section: main', 'section: nowhere')
    .replace('ask: Anything else?', 'aks: Anything else?')
  expect(mistakesIn(text).map((line) => line.split(' ')[0])).toEqual([
    '2:10',
    '15:15',
    '31:22',
    '35:21',
    '43:9',
    '45:9',
  ])
})

describe('files that are not templates', () => {
  test.each<[string, string, string]>([
    ['nothing', '', 'There is nothing in this file.'],
    ['only a comment', '# later\n', 'There is nothing in this file.'],
    ['a list', '- one\n- two\n', 'A list stands where a map (lines of "key: value") should be.'],
    ['one word', 'hello', '"hello" stands where a map (lines of "key: value") should be.'],
    ['two documents', `${GOOD}---\n${GOOD}`, 'A second document begins here (---).'],
    ['an open quote', 'title: "open', 'A closing quote, bracket or comma is missing.'],
    ['a map as a key', '? {a: b}\n: c\n', 'A key has to be a plain word.'],
  ])('%s', (_, text, message) => {
    const checked = checkTemplate(text, 't.yaml')
    expect('mistakes' in checked && checked.mistakes[0]?.message).toBe(message)
  })
})

describe('hostile files are refused quickly', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  for (let n = 1; n < 10; n += 1)
    bomb.push(
      `b${n}: &b${n} [${Array(9)
        .fill(`*${n === 1 ? 'a' : `b${n - 1}`}`)
        .join(', ')}]`,
    )
  test.each<[string, string, RegExp]>([
    ['an alias bomb', bomb.join('\n'), /alias/],
    ['10,000 levels of brackets', '['.repeat(10_000), /nested/],
    ['10,000 levels of dashes', `${'- '.repeat(10_000)}x`, /nested/],
    ['deep indentation', Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), /nested/],
    ['10 MB', 'a'.repeat(10_000_000), /characters/],
  ])('%s', (_, text, message) => {
    const begun = performance.now()
    expect(mistakesIn(text)[0]).toMatch(message)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

test('no text whatever makes the check throw, and every mistake has a place inside the file', () => {
  const lines = GOOD.split('\n')
  const damaged = fc
    .array(
      fc.tuple(
        fc.nat(lines.length - 1),
        fc.constantFrom('', '- ', ': ', '{', '*x', '"', '  ', '\t', 'when: 1', '1', '~'),
      ),
      { maxLength: 4 },
    )
    .map((cuts) => {
      const copy = [...lines]
      for (const [at, what] of cuts)
        copy[at] = `${(copy[at] ?? '').slice(0, 6)}${what}${(copy[at] ?? '').slice(6)}`
      return copy.join('\n')
    })
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' })), (text) => {
      const checked = checkTemplate(text, 't.yaml')
      if ('template' in checked) return
      const rows = text.split('\n')
      for (const { line = 0, column = 0 } of checked.mistakes) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(rows.length)
        expect(column).toBeGreaterThanOrEqual(1)
      }
      expect(checked.mistakes.length).toBeGreaterThan(0)
    }),
    { numRuns: 400 },
  )
})

describe('notes that can be picked', () => {
  const INBOX = `      - id: inbox
        type: choices
        ask: Which notes?
        options: { inbox: things }
`
  const WITH = GOOD.replace(
    '      - id: things\n        type: group\n',
    `${INBOX}      - id: things
        type: group
        makes: evidence
        entry: { reader: evidence, into: text }
`,
  )

  test('are fine in front of the evidence they go to', () => {
    expect(mistakesIn(WITH)).toEqual([])
  })

  test.each([
    [
      'a single choice',
      WITH.replace('type: choices\n        ask: Which notes', 'type: choice\n        ask: Which notes'),
      'Several can be picked',
    ],
    ['a slip in the name', WITH.replace('inbox: things', 'inbox: thing'), 'Did you mean "things"?'],
    [
      'nobody asked for yet',
      WITH.replace(/ {6}- id: person\n.*\n.*\n/, ''),
      'It is not known yet whom it is about.',
    ],
    ['evidence without lines', WITH.replace(/ {8}entry: .*\n/, ''), '"things" is no group of evidence.'],
    ['evidence asked before', `${WITH.replace(INBOX, '')}${INBOX}`, '"things" is asked before this.'],
    [
      'a place inside an item',
      WITH.replace(INBOX, '').replace(
        '          - id: more\n',
        `${INBOX.replaceAll(/^/gm, '    ').trimEnd()}\n          - id: more\n`,
      ),
      'Evidence is picked once, not for each item.',
    ],
  ])('are refused with %s', (_what, text, wanted) => {
    const said = mistakesIn(text).join('\n')
    expect(said).toContain(wanted)
  })
})

test('a form asks for words, all of it, and prints a library that is there', () => {
  const letter = 'letter: { from: person, hello: Hello, opening: Please., how: Below., closing: Thanks. }\n'
  const text = `${GOOD.slice(0, GOOD.indexOf('parts:')).replace('session', 'form')}${letter}parts:
  - id: one
    title: One
    lists: standard
    questions:
      - { id: good, type: text, ask: What went well? }
      - { id: mood, type: confirm, ask: All in all? }
      - { id: more, type: paragraph, ask: More?, when: { answered: good } }
`
  expect(mistakesIn(text, { libraries: ['standards'] })).toEqual([
    '14:12 There is no library "standard". | Did you mean "standards"?',
    '17:27 A form asks for words. | Make it "type: text" or "type: paragraph".',
    '18:50 Everything in a form is printed, whatever is answered. | Drop "when", and say in the words when it applies.',
  ])
})
