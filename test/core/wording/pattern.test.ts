import { describe, expect, test } from 'vitest'
import { check } from '../../../src/core/wording/check.ts'
import { compilePack } from '../../../src/core/wording/compile.ts'
import { packOf } from '../../support/wording.ts'

function found(pattern: string, text: string): readonly string[] {
  return check(text, [packOf([pattern])]).map((one) => one.words)
}

describe('what a pattern finds', () => {
  test.each([
    ['a word', 'broken', 'It is broken.', 'broken'],
    ['its inflections', 'fail', 'It failed twice.', 'failed'],
    ['doubled letters', 'stop', 'He is stopping it.', 'stopping'],
    ['irregular forms', 'forget', 'She forgot it.', 'forgot'],
    ['British for American', 'organize', 'It was organised.', 'organised'],
    ['American for British', 'behaviour', 'His behavior.', 'behavior'],
    ['contractions', 'do not care', "They don't care.", "don't care"],
    ['contractions without an apostrophe', 'do not care', 'they dont care', 'dont care'],
    ['curly apostrophes', 'do not care', 'They don’t care.', 'don’t care'],
    ['ways', 'late|slow again', 'Slow again.', 'Slow again'],
    ['ways of several words', '(too late|far too slow) again', 'Far too slow again.', 'Far too slow again'],
    ['a class', 'you be <trait>', "You're lazy.", "You're lazy"],
    [
      'a class with several words',
      'you be <trait>',
      'You are hard to work with.',
      'You are hard to work with',
    ],
    ['hyphens or none', 'you be <trait-noun>', 'You are know-it-all.', 'You are know-it-all'],
    ['an optional word', 'so [very] broken', 'So broken.', 'So broken'],
    ['many of a word', '(very)+ broken', 'very very broken', 'very very broken'],
    ['a gap', 'never ...2 again', 'never do that again', 'never do that again'],
    ['the marked part', 'it is {broken}', 'it is broken', 'broken'],
    ['the start', '^ broken', 'Well, broken again.', 'broken'],
    ['the end', 'broken $', 'It is broken, Sam.', 'broken'],
    ['a word that must not follow', 'broken !glass', 'broken cup', 'broken'],
    ['a number', '<number> broken', '12 broken', '12 broken'],
    ['a name inside a sentence', 'ask <name> again', 'Please ask Vandermoor again.', 'ask Vandermoor again'],
    ['a comma', 'late , again', 'late, again', 'late, again'],
  ])('%s', (_name, pattern, text, expected) => {
    expect(found(pattern, text)).toEqual([expected])
  })
  test.each([
    ['an exact word only as written', '=broken fail', 'broken failed twice'.replace('broken', 'breaks')],
    ['a gap only so long', 'never ...2 again', 'never do that to me again'],
    ['words across a comma', 'late again', 'late, again'],
    ['words of two sentences', 'late again', 'Late. Again.'],
    ['parts of compound words', 'lazy', 'The image is lazy-loaded.'],
    ['the start in the middle', '^ broken', 'It is broken.'],
    ['what must not follow', 'broken !glass', 'broken glass'],
  ])('but not %s', (_name, pattern, text) => {
    expect(found(pattern, text)).toEqual([])
  })
})

describe('exceptions', () => {
  const pack = packOf(
    ['{late} again'],
    '    except: ["never late again"]\n    unless: [ticket, "due to <name>"]\n',
  )
  test.each([
    ['Late again.', 1],
    ['Never late again.', 0],
    ['Late again on INC-2041.', 0],
    ['Late again, due to Priya.', 0],
  ])('%s: %i', (text, count) => {
    expect(check(text, [pack])).toHaveLength(count)
  })
})

describe('mistakes come with their place and how to mend them', () => {
  const rule = (match: string): string =>
    `pack: mine\nrules:\n  - id: one\n    category: label\n    why: Because.\n    match:\n      - ${match}\n`
  test.each([
    ['"(late again"', 7, 10, /never closed/],
    ['"late) again"', 7, 14, /closes nothing/],
    ['"late <nobody-knows> again"', 7, 15, /no word class <nobody-knows>/],
    ['"<Late> again"', 7, 10, /word class is written/],
    ['"late ...40 again"', 7, 15, /gap of 40/],
    ['"fail(ed) again"', 7, 14, /glued/],
    ['"the"', 7, 10, /everyday word/],
    ['"<name> ...3"', 7, 10, /almost everything/],
    ['"..."', 7, 10, /almost everything/],
    ['"late % again"', 7, 15, /no meaning/],
    ['""', 7, 10, /empty/],
  ])('%s', (match, line, column, message) => {
    const result = compilePack(rule(match), 'mine.yaml')
    expect(result).toHaveProperty('mistakes')
    if (!('mistakes' in result)) return
    const [first] = result.mistakes
    expect(first?.message).toMatch(message)
    expect(first?.mend).toBeTruthy()
    expect([first?.file, first?.line, first?.column]).toEqual(['mine.yaml', line, column])
  })
  test('all at once, in a file with many', () => {
    const source =
      'pack: mine\nrulez: []\nclasses:\n  name: [x]\n  mine: ["<gone>"]\nrules:\n  - id: One\n  - id: two\n    category: silly\n    match: [late]\n    mach: [x]\n  - id: two\n    category: label\n    severity: loud\n    why: x\n    only: [funny]\n    match: [late]\n'
    const result = compilePack(source, 'mine.yaml')
    if (!('mistakes' in result)) throw new Error('no mistakes')
    const text = result.mistakes.map((one) => `${one.line ?? '-'}: ${one.message}`).join('\n')
    for (const part of [
      'rulez',
      '<name> is built in',
      'names <gone>',
      'needs an id',
      'category is not known',
      'mach',
      'does not say why',
      'two rules "two"',
      'severity "loud"',
      '"funny"',
    ])
      expect(text).toContain(part)
  })
  test('broken YAML', () => {
    const result = compilePack('rules: [\n  - id: x\n', 'mine.yaml')
    if (!('mistakes' in result)) throw new Error('no mistakes')
    expect(result.mistakes[0]?.line).toBeGreaterThan(0)
  })
})
