import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeColon, spoken } from '../../../src/core/asking/words.ts'

describe('words', () => {
  it.each([
    [':back', { says: 'word', word: 'back', rest: '' }],
    [':Quit ', { says: 'word', word: 'quit', rest: '' }],
    ['one\ntwo\n:deeper', { says: 'word', word: 'deeper', rest: 'one\ntwo' }],
    [':bak', { says: 'unknown', word: ':bak' }],
    ['?', { says: 'help', rest: '' }],
    ['? maybe', { says: 'text', text: '? maybe' }],
    ['::back', { says: 'text', text: ':back' }],
    [':) was the whole reply', { says: 'text', text: ':) was the whole reply' }],
    ['std::move', { says: 'text', text: 'std::move' }],
    ['say :back to them', { says: 'text', text: 'say :back to them' }],
    [':back\nis what he wrote', { says: 'text', text: ':back\nis what he wrote' }],
  ])('reads %j', (typed, said) => {
    expect(spoken(typed)).toEqual(said)
  })

  it('gives back every text that was put into a field, but for a lone question mark', () => {
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(':', '::', 'back', '\n', ' ', '?', 'x')).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(
        text.filter((one) => one.trimEnd() !== '?'),
        (one) => {
          expect(spoken(escapeColon(one))).toEqual({ says: 'text', text: one })
        },
      ),
    )
  })
})
