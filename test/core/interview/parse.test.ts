import { expect, test } from 'vitest'
import { type Parsed, parseAnswer, type Raw, type Single } from '../../../src/core/interview/parse.ts'
import type { Person } from '../../../src/core/notebook/note.ts'
import { Trouble } from '../../../src/core/problem.ts'
import type { Option } from '../../../src/core/template/option.ts'
import { testWorld } from '../../support/interview.ts'

const base = { id: 'q', ask: 'Q?', depth: 'core' } as const
const options: readonly Option[] = [
  { value: 'mentor', label: 'a mentor' },
  { value: 'lead', label: 'their lead' },
  { value: 'late', label: 'answered late' },
  { value: 'k1', label: '48213: update promised', note: 'E1' },
]
const people: readonly Person[] = [
  { slug: 'sam-rivera', name: 'Sam Rivera', aliases: ['Sammy'] },
  { slug: 'sam-okafor', name: 'Sam Okafor', aliases: [] },
  { slug: 'jose-nunez', name: 'José Núñez', aliases: [] },
]
const files: Readonly<Record<string, string>> = {
  'view.txt': '\uFEFFline one\r\nline two\n',
  'empty.txt': ' \n',
}

async function parse(question: Single, raw: Raw): Promise<Parsed> {
  return parseAnswer(question, raw, testWorld({ people }), {
    options,
    readFile: async (path) => {
      const text = files[path]
      if (text === undefined)
        throw new Trouble({ kind: 'data', file: path, message: 'There is no such file.' })
      return text
    },
  })
}

const choice = { ...base, type: 'choice', options } as const
const own = { ...choice, other: true } as const
const choices = { ...base, type: 'choices', options } as const
const past = { ...base, type: 'date', direction: 'past' } as const
const future = { ...base, type: 'date', direction: 'future' } as const
const minutes = { ...base, type: 'number', unit: 'minutes', min: 5, max: 90 } as const
const person = { ...base, type: 'person' } as const

test.each<[string, Single, Raw, unknown]>([
  ['text on one line', { ...base, type: 'text' }, '  two\n words ', 'two words'],
  ['a paragraph keeps its lines', { ...base, type: 'paragraph' }, ' one\r\n\r\ntwo ', 'one\n\ntwo'],
  ['nothing', { ...base, type: 'text' }, '   ', null],
  ['a choice by value', choice, 'lead', 'lead'],
  ['a choice by label, whatever the case', choice, 'Their LEAD', 'lead'],
  ['a choice by number', choice, '1', 'mentor'],
  ['a choice by its citation', choice, 'e1', 'k1'],
  ['a choice by a unique beginning', choice, 'ans', 'late'],
  ['a choice from a list of one', choice, ['lead'], 'lead'],
  ['an answer of their own', own, 'a guest', 'a guest'],
  ['a beginning is an own answer where one may be typed', own, 'ans', 'ans'],
  ['several, in the order offered', choices, 'answered late, mentor, 1', ['mentor', 'late']],
  ['several from a list', choices, ['E1', 'their lead'], ['lead', 'k1']],
  ['none of several', choices, [], null],
  ['yes', { ...base, type: 'confirm' }, 'Yes', true],
  ['no', { ...base, type: 'confirm' }, false, false],
  ['a number', minutes, '30', 30],
  ['a number with its unit', minutes, '45 min', 45],
  ['a step on a scale', { ...base, type: 'scale', min: 1, max: 5 }, '4', 4],
  ['a day', future, '2026-12-18', '2026-12-18'],
  ['a phrase', future, 'in 2 weeks', '2026-12-05'],
  ['a day of the month lies behind when it asks for the past', past, '14 Oct', '2026-10-14'],
  ['a day with a small word', future, 'by 18 December', '2026-12-18'],
  ['a person by the beginning of the name', person, 'sam r', 'sam-rivera'],
  ['a person by alias', person, 'sammy', 'sam-rivera'],
  ['a person whatever the accents', person, 'Jose Nunez', 'jose-nunez'],
  ['somebody new', person, ' Wei-Ling   Tan ', 'Wei-Ling Tan'],
  ['a form typed', { ...base, type: 'form' }, 'as it is', 'as it is'],
  ['a form read from a file', { ...base, type: 'form' }, '@view.txt', 'line one\nline two'],
])('%s', async (_name, question, raw, value) => {
  expect(await parse(question, raw)).toMatchObject({ value })
})

test.each<[string, Single, Raw, RegExp]>([
  ['nothing where something is needed', { ...base, type: 'text', required: true }, ' ', /needed/],
  ['too short', { ...base, type: 'text', min: 5 }, 'four', /4 characters; at least 5/],
  ['too long', { ...base, type: 'text', max: 3 }, '👍👍👍👍', /4 characters; at most 3/],
  ['no such choice', choice, 'leed', /"leed" is not one of the choices.*"their lead"/],
  ['two beginnings', choice, 'A', /could be "a mentor" or "answered late"/],
  ['a number that is none of the choices', choice, '9', /not one of the choices/],
  ['two where one is enough', choice, ['lead', 'mentor'], /One is enough/],
  ['too many', { ...choices, max: 1 }, 'lead, mentor', /At most 1/],
  ['neither yes nor no', { ...base, type: 'confirm' }, 'perhaps', /"perhaps" is neither yes nor no/],
  ['a word for a number', minutes, 'half an hour', /"half an hour" is not a number of minutes/],
  ['a decimal comma', minutes, '7,5', /is not a number/],
  ['another unit', minutes, '30 hours', /is not a number of minutes/],
  ['too little', minutes, '4', /5 is the least/],
  ['too much', minutes, '91', /90 is the most/],
  ['no day of the calendar', past, '31 Feb', /There is no 31 February\. .*YYYY-MM-DD/],
  ['no day of the calendar, in digits', past, '2026-02-31', /There is no 31 February/],
  ['a day that is still to come', past, '2026-12-24', /24 December 2026 is still to come/],
  ['two readings', future, '03/04/2026', /3 April 2026.*4 March 2026|4 March 2026.*3 April 2026/],
  ['words around a day', future, '18 December with Anna', /is not a date/],
  ['no date at all', future, 'soon enough', /is not a date/],
  ['two people', person, 'sam', /could be Sam Rivera or Sam Okafor/],
  [
    'a file that is not there',
    { ...base, type: 'form' },
    '@gone.txt',
    /gone\.txt: There is no such file\. Check the path/,
  ],
  ['an empty file', { ...base, type: 'form' }, '@empty.txt', /is empty/],
])('%s is refused', async (_name, question, raw, sentence) => {
  const parsed = await parse(question, raw)
  const text =
    'mistake' in parsed ? `${parsed.mistake} ${parsed.mend ?? ''}` : `taken: ${JSON.stringify(parsed)}`
  expect(text).toMatch(sentence)
})

test('both readings of a date come with how to write them', async () => {
  const parsed = await parse(future, '03/04/2027')
  expect('mend' in parsed && parsed.mend).toMatch(/2027-04-03/)
  expect('mend' in parsed && parsed.mend).toMatch(/2027-03-04/)
})

test('names close to a new one come as a hint', async () => {
  expect(await parse(person, 'Sam Rivers')).toEqual({ value: 'Sam Rivers', hint: ['Sam Rivera'] })
})
