import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNote } from '../../../src/core/notebook/codec.ts'
import { readYaml } from '../../../src/core/notebook/yaml-in.ts'
import { writeYaml } from '../../../src/core/notebook/yaml-out.ts'
import { readOwnYaml } from '../../../src/core/notebook/yaml-own.ts'
import { anyText, someNote } from '../../support/notebook.ts'

const word = fc.oneof(
  anyText,
  fc.constantFrom(
    'NO',
    'yes',
    'null',
    '~',
    '1.10',
    '012',
    '12:30',
    '2026-03-31',
    'C# #1',
    'a: b',
    'Sam',
    'a - b',
    'x,',
  ),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(word, tie('any'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).any
const record = fc.dictionary(word, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true })

function both(text: string) {
  const own = readOwnYaml(text)
  if (own === undefined) return undefined
  const whole = readYaml(text, 'x')
  return { own: [own.value, own.sources], whole: [whole.value, whole.sources] }
}

describe('our own reader of YAML', () => {
  it('agrees with the library wherever it gives a value', () => {
    fc.assert(
      fc.property(record, (given) => {
        const read = both(writeYaml(given))
        expect(read?.own).toEqual(read?.whole)
      }),
      { numRuns: 1000 },
    )
  })

  it('agrees with it on texts that were changed by hand as well', () => {
    const edits = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(3),
        put: fc.constantFrom(
          '',
          ' ',
          '  ',
          '\n',
          ':',
          ': ',
          '- ',
          '-',
          '"',
          '#',
          ' #',
          "'",
          '\\',
          '[',
          '{}',
          '&a',
          '*a',
          '!',
          '|',
          '>',
          '\t',
          '\r',
          'a',
          '1',
          '\u0085',
          '\u2028',
          '?',
          '%',
          ',',
          '@',
        ),
      }),
      { minLength: 1, maxLength: 2 },
    )
    const tame = fc.dictionary(
      fc.constantFrom('id', 'kind', 'a b', '12:30', 'items'),
      fc.oneof(
        fc.constantFrom('session', 'NO', '2026-11-21', 'Sam Rivera', 4, true, null),
        fc.array(fc.constantFrom('one', 'two words', 3), { maxLength: 3 }),
        fc.array(fc.record({ id: fc.constant('01K'), kind: fc.constantFrom('goal', 'x: y') }), {
          maxLength: 2,
        }),
      ),
      { minKeys: 1, maxKeys: 4, noNullPrototype: true },
    )
    let accepted = 0
    fc.assert(
      fc.property(tame, edits, (given, changes) => {
        let text = writeYaml(given)
        for (const { at, cut, put } of changes) {
          const place = Math.floor(at * text.length)
          text = text.slice(0, place) + put + text.slice(place + cut)
        }
        const read = both(text)
        if (read !== undefined) accepted++
        expect(read?.own).toEqual(read?.whole)
      }),
      { numRuns: 3000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  it('reads what a note is written with, so that the library is not needed', () => {
    const facts = {
      ...someNote().facts,
      choices: { causes: ['did not know how', 'yes'], sure: true, scale: 4, 'points.1.evidence': ['E1'] },
      items: [{ id: '01KA9V3Q8M0000000000E1E1E1', kind: 'evidence', label: 'E1', date: '2026-11-02' }],
      talk: { date: '2026-11-24', minutes: 30 },
      empty: [],
    }
    const yaml = formatNote({ ...someNote(), facts }).split('---\n')[1] ?? ''
    expect(readOwnYaml(yaml)?.value).toEqual(readYaml(yaml, 'x').value)
    expect(readOwnYaml(yaml)).toBeDefined()
  })

  it.each([
    'a: b # why\n',
    'a: |\n  b\n',
    'a: [b]\n',
    "a: 'b'\n",
    'a: b\n  c\n',
    'a: 012\n',
    'a: yes\n',
    '# a\na: b\n',
    'a: *b\n',
    'a:\n- b\n',
    'a: b\r\n',
    'a: b',
    'a:\n',
    'a: b\na: c\n',
    '',
  ])('leaves %j to the library', (text) => {
    expect(readOwnYaml(text)).toBeUndefined()
  })
})
