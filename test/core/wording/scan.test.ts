import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../../src/core/wording/check.ts'
import { createLexicon } from '../../../src/core/wording/lexicon.ts'
import { scan } from '../../../src/core/wording/scan.ts'
import { packOf, shipped } from '../../support/wording.ts'

const rude = packOf(['useless', 'always late'])
const { pack } = shipped()

function words(text: string): readonly string[] {
  return check(text, [rude]).map((one) => one.words)
}

function sentences(text: string, most = Infinity): readonly string[] {
  const found: string[] = []
  scan(text, createLexicon(rude, []), ({ start, end }) => {
    found.push(text.slice(start, end))
    return found.length < most
  })
  return found
}

test.each([
  ['in a paragraph', 'One is here. Two is here. Three is here.'],
  ['between paragraphs', 'One is here.\n\nTwo is here.\n\nThree is here.'],
])('reads no further than is wanted %s', (_, text) => {
  expect(sentences(text, 2)).toEqual(['One is here', 'Two is here'])
})

test('a text with more findings than are reported gives those that come first', () => {
  const line = 'The list is useless. '
  const found = check(line.repeat(25_000), [rude])
  expect(found.map(({ offset }) => offset)).toEqual(
    Array.from({ length: 10_000 }, (_, i) => i * line.length + line.indexOf('useless')),
  )
})

describe('protected text', () => {
  test.each([
    ['straight quotes', 'She wrote "you people are useless" and left.'],
    ['curly quotes', 'She wrote “you people are useless” and left.'],
    ['low quotes', 'She wrote „you people are useless“ and left.'],
    ['guillemets', 'She wrote « you people are useless » and left.'],
    ['single quotes', "She wrote 'you people are useless' and left."],
    ['curly single quotes', 'She wrote ‘you people are useless’ and left.'],
    ['an open quotation', 'She wrote "you people are useless'],
    ['a block quote', '> you people are useless\n> really useless'],
    ['inline code', 'The `useless` flag is off.'],
    ['double ticks', 'The ``a ` useless`` flag is off.'],
    ['a fence', '```\nuseless\n```'],
    ['a fence with a language', '~~~sh\nuseless\n~~~'],
    ['a link', 'See [useless](https://example.test/useless) for more.'],
    ['an address', 'See https://example.test/useless for more.'],
    ['a mail address', 'Write to useless@example.test for more.'],
    ['a comment', 'Fine. <!-- useless -->'],
    ['a comment over lines', 'Fine. <!-- so\nuseless -->'],
    ['front matter', '---\ntitle: useless\n---\nFine.'],
  ])('%s', (_name, text) => {
    expect(words(text)).toEqual([])
  })
  test.each([
    ['after a quotation', 'She wrote "hello" and was useless.'],
    ['after an apostrophe', "It's useless."],
    ['after a plural owner', "The agents' notes are useless."],
    ['after inches', 'The 5" pipe is useless.'],
    ['after a clipped word', "Tell 'em it is useless."],
    ['after an open quotation of the block before', 'She wrote "hello\n\nIt is useless.'],
    ['after a fence', '```\nx\n```\nIt is useless.'],
    ['in bold', 'It is **useless**.'],
    ['in brackets', 'It is [useless] so far.'],
  ])('but not %s', (_name, text) => {
    expect(words(text)).toEqual(['useless'])
  })
})

describe('sentences', () => {
  test.each([
    ['He called Mr. Smith at 3 p.m. on Monday. Fine.', 2],
    ['See e.g. the notes of Dr. Jones. Fine.', 2],
    ['Version 2.5.1 is out. It works.', 2],
    ['Late again. Lazy.', 2],
    ['late again. no call.', 2],
    ['- one\n- two\n- three', 3],
    ['# Title\ntext that follows', 2],
    ['a line that is wrapped\nand goes on here', 1],
    ['Late again\nNo call', 2],
    ['One\r\n\r\nTwo', 2],
    ['What? Really! Yes.', 3],
    ['She said "It is done." Then she left.', 2],
    ['Wait... what happened', 1],
  ])('%j has %i', (text, count) => {
    expect(sentences(text)).toHaveLength(count)
  })
})

test('places are those of the text, whatever stands before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (before) => {
      const text = `${before.replaceAll(/["“„«'‘`[<>~-]/g, '')}\n\nIt is useless here.`
      for (const { offset, length, words: found } of check(text, [rude]))
        expect(text.slice(offset, offset + length)).toBe(found)
      expect(words(text)).toContain('useless')
    }),
  )
})

test('any text is read without failing, and findings lie inside it in order', () => {
  const marks = fc.constantFrom(
    '"',
    "'",
    '“',
    '”',
    '`',
    '```',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '[',
    '](',
    ')',
    '<!--',
    '-->',
    '. ',
    '? ',
    ' you are ',
    ' lazy ',
    ' never ',
    'é',
    '😀',
    '\u0000',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(marks, fc.string({ maxLength: 6 })), { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      let last = 0
      for (const { offset, length, words: found, sentence } of check(text, [pack])) {
        expect(offset).toBeGreaterThanOrEqual(last)
        expect(text.slice(offset, offset + length)).toBe(found)
        expect(sentence?.offset ?? 0).toBeLessThanOrEqual(offset)
        last = offset
      }
    }),
    { numRuns: 300 },
  )
})
