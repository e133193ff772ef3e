import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkTemplate } from '../../../src/core/template/check.ts'
import { namesIn, type Row, spotOf } from '../../../src/core/template/extend/names.ts'
import type { Template } from '../../../src/core/template/template.ts'
import { constructiveFeedback } from '../../support/templates.ts'

const BASE = `id: base
version: 3
kind: session
title: Base
purpose: To try things out.
note:
  title: For {person}
  sections:
    - { id: main, heading: Main }
    - { id: side, heading: Side }
parts:
  - id: one
    title: One
    questions:
      - { id: person, type: person, ask: Who? }
      - id: mood
        type: choice
        ask: How is it?
        help: In a word.
        options:
          - { value: good, label: good }
          - { value: bad, label: bad }
      - id: things
        type: group
        item: Thing
        ask: Which things?
        questions:
          - { id: text, type: text, ask: What?, section: main }
          - { id: more, type: text, ask: And?, when: { mood: good } }
  - id: two
    title: Two
    questions:
      - { id: picks, type: choices, ask: Which of them?, options: { items: things } }
      - { id: last, type: paragraph, ask: Anything else?, section: side }
`

const HEAD = 'id: ours\nversion: 1\nextends: base\n'

function baseTemplate(text = BASE): Template {
  const checked = checkTemplate(text, 'base.yaml')
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return checked.template
}

function extended(changes: string, base = baseTemplate(), head = HEAD) {
  return checkTemplate(`${head}${changes}`, 'ours.yaml', { base: { template: base } })
}

function made(changes: string, base?: Template): Template {
  const checked = extended(changes, base)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes, null, 2))
  return checked.template
}

/** "line:column message | mend" for each mistake, in order; the head takes three lines. */
function mistakesIn(changes: string): readonly string[] {
  const checked = extended(changes)
  if ('template' in checked) return []
  return checked.mistakes.map((one) => `${one.line}:${one.column} ${one.message} | ${one.mend}`)
}

const names = (template: Template): readonly string[] => namesIn(template as unknown as Row)

test('without changes it is the other one, under its own name', () => {
  expect(made('')).toEqual({ ...baseTemplate(), id: 'ours', version: 1, extends: 'base' })
  expect(made('parts: []\n').parts).toEqual(baseTemplate().parts)
})

test('title, purpose, kind and the title of the note are its own; the rest of the note stays', () => {
  const { title, purpose, kind, note } = made(
    'title: Ours\npurpose: To see.\nkind: checkin\nnote: { title: "Ours, {person}" }\n',
  )
  expect([title, purpose, kind, note.title]).toEqual(['Ours', 'To see.', 'checkin', 'Ours, {person}'])
  expect(note.sections).toEqual(baseTemplate().note.sections)
})

test('of the letter of a form, too, only what is said is its own', () => {
  const letter = {
    from: 'peer' as const,
    hello: 'Hello',
    opening: 'Please.',
    how: 'Below.',
    closing: 'Thanks.',
  }
  const parts = [
    {
      id: 'one',
      title: 'One',
      questions: [{ id: 'good', type: 'text' as const, ask: 'Good?', depth: 'core' as const }],
    },
  ]
  const form: Template = { ...baseTemplate(), kind: 'form', letter, parts }
  expect(made('letter: { opening: A minute? }\n', form).letter).toEqual({ ...letter, opening: 'A minute?' })
})

test('what is removed is gone, alone or inside a group', () => {
  expect(names(made('remove: [things.more, picks]\n'))).toEqual([
    'part/one',
    'part/two',
    'section/main',
    'section/side',
    'person',
    'mood',
    'things',
    'things.text',
    'last',
  ])
  expect(names(made('remove: [part/two, section/side]\n'))).not.toContain('last')
})

test('some keys of a question change, the others stay; an empty one is taken out', () => {
  const text =
    'replace:\n  mood: { ask: And the mood?, help: }\n  part/two: { title: Zwei }\n  section/side: { heading: Aside }\n'
  const template = made(text)
  const mood = template.parts[0]?.questions[1]
  expect(mood).toMatchObject({ id: 'mood', type: 'choice', ask: 'And the mood?' })
  expect(mood).not.toHaveProperty('help')
  expect(mood).toHaveProperty('options', expect.arrayContaining([{ value: 'bad', label: 'bad' }]))
  expect([template.parts[1]?.title, template.note.sections[1]?.heading]).toEqual(['Zwei', 'Aside'])
})

test('with a type it is a new question in the same place', () => {
  const template = made('replace:\n  last: { type: text, ask: One more thing? }\n')
  expect(template.parts[1]?.questions[1]).toEqual({
    id: 'last',
    type: 'text',
    ask: 'One more thing?',
    depth: 'core',
  })
})

test('what is added stands where it is said, and can be referred to', () => {
  const template = made(`add:
  - after: mood
    question: { id: why_so, type: text, ask: Why?, when: { mood: bad } }
  - before: things.text
    question: { id: first, type: text, ask: First?, when: { answered: why_so } }
  - in: part/two
    question: { id: end, type: text, ask: The end? }
  - in: mood
    option: { value: mixed, label: mixed }
  - after: part/one
    part: { id: between, title: Between, questions: [{ id: half, type: confirm, ask: Half?, section: extra }] }
  - section: { id: extra, heading: Extra }
`)
  expect(names(template)).toEqual([
    'part/one',
    'part/between',
    'part/two',
    'section/main',
    'section/side',
    'section/extra',
    'person',
    'mood',
    'why_so',
    'things',
    'things.first',
    'things.text',
    'things.more',
    'half',
    'picks',
    'last',
    'end',
  ])
  expect(JSON.stringify(template)).toContain('"value":"mixed"')
})

test('what is moved stands elsewhere, parts and sections too', () => {
  const text =
    'reorder:\n  - { move: last, before: mood }\n  - { move: section/side, before: section/main }\n'
  const template = made(text)
  expect(names(template).filter((name) => !name.startsWith('part/'))).toEqual([
    'section/side',
    'section/main',
    'person',
    'last',
    'mood',
    'things',
    'things.text',
    'things.more',
    'picks',
  ])
  expect(
    made('reorder:\n  - { move: mood, in: part/two }\nremove: [things.more]\n').parts[1]?.questions,
  ).toHaveLength(3)
})

test('a question asked later of the items of a group is known by the name of the group as well', () => {
  const each =
    '      - { id: later, type: group, item: Thing, each: things, ask: Later?, questions: [{ id: how, type: text, ask: How? }] }\n'
  const base = baseTemplate(`${BASE}${each}`)
  expect(names(made('remove: [later]\n', base))).not.toContain('later.how')
  const template = made('replace:\n  things.how: { ask: In what way? }\n', base)
  expect(JSON.stringify(template)).toContain('In what way?')
})

describe('one mistake, with its place and how to mend it', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'an id that is not there, or no longer',
      'remove: [moood]\n',
      ['4:10 "base" has no question "moood". | Did you mean "mood"?'],
    ],
    [
      'a part written like a question',
      'remove: [two]\n',
      ['4:10 "base" has no question "two". | Did you mean "part/two"?'],
    ],
    [
      'a nested question without its group',
      'replace:\n  more: { ask: More? }\n',
      ['5:3 "base" has no question "more". | Did you mean "things.more"?'],
    ],
    [
      'a name far from all',
      'remove: [section/zzzzzz]\n',
      ['4:10 "base" has no section "zzzzzz". | Known: section/main, section/side.'],
    ],
    [
      'the last question of a part removed',
      'remove: [picks, last]\n',
      ['4:17 Nothing is left in "part/two". | Write "part/two" in place of what it held, or keep "last".'],
    ],
    [
      'something removed and changed',
      'remove: [things]\nreplace:\n  things.text: { ask: Hm? }\n',
      [
        '4:10 "base", in "picks": There is no question "things". | Keep "things", or remove or replace that one too.',
        '6:3 "things" is taken out by this file. | Drop it from "remove", or drop "things.text" here.',
      ],
    ],
    [
      'a section that is still written to',
      'remove: [section/main]\n',
      [
        '4:10 "base", in "things.text": The note has no section "main". | Keep "section/main", or remove or replace that one too.',
      ],
    ],
    [
      'an order in which a condition comes first',
      'reorder:\n  - { move: mood, in: part/two }\n',
      [
        '5:13 "base", in "things.more": "mood" is asked later, or right here. | Refer only to questions that are asked before this one.',
      ],
    ],
    [
      'a key of its own that is not known',
      'replace:\n  mood:\n    asks: What?\n',
      ['6:5 "asks" is not known here. | Did you mean "ask"?'],
    ],
    [
      'a value of its own that does not fit',
      'replace:\n  mood: { ask: 7 }\n',
      ['5:16 7 stands where words should be. | Put it in quotes: "7".'],
    ],
    [
      'a key taken out that is needed',
      'replace:\n  mood: { ask: }\n',
      ['5:11 "ask" is missing. | Add a line "ask: ...".'],
    ],
    [
      'another id',
      'replace:\n  mood: { id: weather }\n',
      [
        '5:11 "mood" keeps its id, by which its answers are known. | Drop "id" here, or remove the old one and add a new one.',
      ],
    ],
    [
      'a new question that is not whole',
      'add:\n  - after: mood\n    question: { id: why_so, type: txt }\n',
      ['6:35 "txt" is not a type of question. | Did you mean "text"?'],
    ],
    [
      'a new question without a place; it can still be referred to',
      'add:\n  - question: { id: a, type: text, ask: A? }\n  - in: part/two\n    question: { id: b, type: text, ask: B?, when: { answered: a } }\n',
      [
        '5:5 This has no place yet. | Add "after:" or "before:" with the id of a question, or "in: part/...".',
      ],
    ],
    [
      'a condition of its own on nothing',
      'add:\n  - after: mood\n    question: { id: a, type: text, ask: A?, when: { moood: good } }\n',
      ['6:53 There is no question "moood". | Did you mean "mood"?'],
    ],
    [
      'an id that is there already',
      'add:\n  - in: part/two\n    question: { id: mood, type: text, ask: A? }\n',
      ['6:21 The id "mood" is used twice in this template. | Give one of the two another id.'],
    ],
    [
      'the same, in front of the one that is there',
      'add:\n  - before: mood\n    question: { id: mood, type: text, ask: A? }\n',
      [
        '6:15 "base", in "mood": The id "mood" is used twice in this template. | Give one of the two another id.',
      ],
    ],
    [
      'two places at once',
      'reorder:\n  - { move: last, after: mood, before: picks }\n',
      ['5:5 One place is enough. | Keep one of "before", "after" and "in".'],
    ],
    [
      'itself as its neighbour',
      'reorder:\n  - { move: last, after: last }\n',
      ['5:26 "last" cannot stand beside itself. | Name another one.'],
    ],
    [
      'a part beside a question',
      'reorder:\n  - { move: part/two, before: mood }\n',
      ['5:31 A part cannot stand beside a question. | Name a part, such as part/who.'],
    ],
    [
      'a question inside a question',
      'add:\n  - in: mood\n    question: { id: a, type: text, ask: A? }\n',
      ['5:9 "mood" holds no questions. | Name a part, such as part/who, or a group.'],
    ],
    [
      'an option where none are written',
      'add:\n  - in: picks\n    option: { value: a, label: a }\n',
      ['5:9 "picks" has no options that are written out. | Name a choice with options of its own.'],
    ],
    [
      'two things in one line',
      'add:\n  - in: part/two\n    question: { id: a, type: text, ask: A? }\n    option: { value: a, label: a }\n',
      [
        '5:5 Each line of "add" brings one thing. | Give it one of "question", "part", "section" or "option".',
      ],
    ],
    [
      'parts of its own',
      'parts:\n  - { id: x, title: X, questions: [{ id: q, type: text, ask: Q? }] }\n',
      [
        '4:1 The parts come from the template this one is built on. | Put what is new under "add", and drop "parts".',
      ],
    ],
    [
      'a word that is no list',
      'remove: mood\n',
      ['4:9 "mood" stands where a list should be. | Write a list here, or leave the key out.'],
    ],
    [
      'an unknown key of the file',
      'removes: [mood]\n',
      ['4:1 "removes" is not known here. | Did you mean "remove"?'],
    ],
    [
      'an unknown key of an addition',
      'add:\n  - afer: mood\n    question: { id: a, type: text, ask: A? }\n',
      [
        '5:5 "afer" is not known here. | Did you mean "after"?',
        '5:5 This has no place yet. | Add "after:" or "before:" with the id of a question, or "in: part/...".',
      ],
    ],
  ])('%s', (_, changes, wanted) => {
    expect(mistakesIn(changes)).toEqual(wanted)
  })

  test('several at once, in the order of the file, its own shape among them', () => {
    const checked = extended(
      'remove: [a1]\nreplace:\n  a2: { ask: x }\nadd:\n  - { after: a3, question: { id: q } }\n',
      baseTemplate(),
      'id: ours\nextends: base\n',
    )
    expect('mistakes' in checked && checked.mistakes.map((one) => `${one.line}:${one.column}`)).toEqual([
      '1:1',
      '3:10',
      '5:3',
      '7:14',
      '7:28',
    ])
  })

  test('what it breaks in many places is told once', () => {
    const more = ['a', 'b', 'c', 'd', 'e']
      .map((id) => `      - { id: ${id}, type: text, ask: Hm?, section: side }\n`)
      .join('')
    const checked = extended('remove: [section/side]\n', baseTemplate(`${BASE}${more}`))
    expect('mistakes' in checked && checked.mistakes).toEqual([
      {
        file: 'ours.yaml',
        line: 4,
        column: 10,
        message: '"base", in "last", "a", "b", "c" and 2 more: The note has no section "side".',
        mend: 'Keep "section/side", or remove or replace those too.',
      },
    ])
  })
})

/** The large template that ships: the more there is, the more can go wrong. */
const LARGE = constructiveFeedback()

test('property: a question taken out and put back where it was gives the same template', () => {
  const all = names(LARGE).filter((name) => !name.includes('/'))
  fc.assert(
    fc.property(fc.constantFrom(...all), (name) => {
      const root = structuredClone(LARGE) as unknown as Row
      const spot = spotOf(root, name)
      if (spot === undefined) throw new Error(name)
      const neighbour = spot.list[spot.index - 1] as Row | undefined
      const prefix = name.includes('.') ? name.slice(0, name.lastIndexOf('.') + 1) : ''
      const next = spot.list[spot.index + 1] as Row | undefined
      const part = LARGE.parts.find(({ questions }) => questions.some(({ id }) => id === name))
      const place =
        neighbour !== undefined
          ? { after: `${prefix}${String(neighbour.id)}` }
          : next !== undefined
            ? { before: `${prefix}${String(next.id)}` }
            : { in: prefix === '' ? `part/${part?.id}` : prefix.slice(0, -1) }
      const text = stringify({ remove: [name], add: [{ ...place, question: spot.one }] })
      expect(made(text, LARGE)).toEqual({ ...LARGE, id: 'ours', version: 1, extends: 'base' })
    }),
    { numRuns: 60 },
  )
})

test('property: whatever the changes name, there is a template or a mistake with a place in the file', () => {
  const some = fc.constantFrom(...names(LARGE), 'nothing', 'part/none', 'points.none', '', '..', 'part/')
  const place = fc.oneof(
    fc.record({ after: some }),
    fc.record({ before: some }),
    fc.record({ in: some }),
    fc.constant({}),
  )
  const question = fc.record({
    id: fc.constantFrom('new_one', 'ask', 'view'),
    type: fc.constantFrom('text', 'confirm'),
    ask: fc.constant('Hm?'),
  })
  const addition = fc.tuple(place, question).map(([where, one]) => ({ ...where, question: one }))
  const changes = fc.record({
    remove: fc.array(some, { maxLength: 3 }),
    replace: fc.dictionary(some, fc.constantFrom({ ask: 'Hm?' }, { help: null }, { title: 'T' }), {
      maxKeys: 2,
    }),
    add: fc.array(addition, { maxLength: 2 }),
    reorder: fc.array(
      fc.tuple(some, place).map(([move, where]) => ({ move, ...where })),
      { maxLength: 2 },
    ),
  })
  fc.assert(
    fc.property(changes, (given) => {
      const text = stringify(given)
      const checked = extended(text, LARGE)
      if ('template' in checked) return
      expect(checked.mistakes.length).toBeGreaterThan(0)
      const lines = `${HEAD}${text}`.split('\n').length
      for (const one of checked.mistakes) {
        expect(one.file).toBe('ours.yaml')
        expect(one.line).toBeLessThanOrEqual(lines)
        expect(one.mend).not.toBe('')
      }
    }),
    { numRuns: 100 },
  )
})
