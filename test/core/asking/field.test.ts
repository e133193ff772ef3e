import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edit, type Field, fieldOf } from '../../../src/core/asking/field.ts'
import type { Key, KeyName } from '../../../src/core/asking/key.ts'

/** Shows a field as its text with `|` at the cursor. */
function show({ text, cursor }: Field): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`
}

function from(marked: string): Field {
  return { text: marked.replace('|', ''), cursor: marked.indexOf('|') }
}

describe('a field', () => {
  it.each<[string, KeyName, string]>([
    ['one two|', 'left', 'one tw|o'],
    ['one|', 'right', 'one|'],
    ['👨‍👩‍👧|', 'left', '|👨‍👩‍👧'],
    ['e\u0301|', 'backspace', '|'],
    ['|漢字', 'delete', '|字'],
    ['one two, three|', 'word-left', 'one two, |three'],
    ['one two, |three', 'word-left', 'one |two, three'],
    ['|one two', 'word-right', 'one| two'],
    ['one| two', 'word-right', 'one two|'],
    ['one two|', 'delete-word', 'one |'],
    ['a\nbc|d', 'home', 'a\n|bcd'],
    ['|\na', 'home', '|\na'],
    ['a|b\ncd', 'end', 'ab|\ncd'],
    ['a\nbc|d', 'delete-left', 'a\n|d'],
    ['a|b\ncd', 'delete-right', 'a|\ncd'],
    ['abc\nd|ef', 'up', 'a|bc\ndef'],
    ['a|bc\ndef', 'down', 'abc\nd|ef'],
    ['ab|c\nd', 'down', 'abc\nd|'],
    ['a|bc', 'up', '|abc'],
    ['a|bc', 'down', 'abc|'],
    ['a|b', 'newline', 'a\n|b'],
  ])('%s and %s gives %s', (before, key, after) => {
    const field = edit(from(before), { key }, 20)
    expect(field && show(field)).toBe(after)
  })

  it('moves up and down along wrapped rows', () => {
    const text = 'one two three four'
    const up = edit({ text, cursor: 16 }, { key: 'up' }, 9)
    expect(up && show(up)).toBe('one two th|ree four')
    const top = edit({ text, cursor: 10 }, { key: 'up' }, 9)
    expect(top && show(top)).toBe('on|e two three four')
  })

  it('keeps the cursor inside the text and between whole characters, whatever is pressed', () => {
    const named: readonly KeyName[] = [
      'left',
      'right',
      'home',
      'end',
      'up',
      'down',
      'word-left',
      'word-right',
      'backspace',
      'delete',
      'delete-word',
      'delete-left',
      'delete-right',
      'newline',
    ]
    const key: fc.Arbitrary<Key> = fc.oneof(
      fc.constantFrom(...named).map((name) => ({ key: name })),
      fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => ({ key: 'text' as const, text })),
    )
    fc.assert(
      fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
        let field = fieldOf('漢 one\ntwo 👨‍👩‍👧')
        for (const one of keys) field = edit(field, one, 9) ?? field
        expect(field.cursor).toBeGreaterThanOrEqual(0)
        expect(field.cursor).toBeLessThanOrEqual(field.text.length)
        expect(wellFormed(field.text)).toBe(true)
        expect(wellFormed(field.text.slice(0, field.cursor))).toBe(true)
      }),
    )
  })
})

function wellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text)
}
