import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionOf } from '../../../src/core/notebook/assemble.ts'
import { formatNote, parseNote } from '../../../src/core/notebook/codec.ts'
import { itemLine, itemWords } from '../../../src/core/notebook/items.ts'
import { anyText, someNote } from '../../support/notebook.ts'

const section = (text: string) => ({ heading: 'Evidence', text })

describe('the line of an item', () => {
  it('says its label, its facts and its words', () => {
    expect(
      itemLine('E1', ['14 October', 'ticket 48213'], 'sent 11:20 the next day\n\nthe customer wrote twice'),
    ).toBe('- E1 · 14 October · ticket 48213 · sent 11:20 the next day\n\n  the customer wrote twice')
  })

  it.each([
    ['- E1 · 14 October · ticket 48213 · late · by a day', 'late · by a day'],
    ['- E1 · 2026-10-14 · https://desk.example.test/1 · late', 'late'],
    ['- E1 · by 18 December · late', 'late'],
    ['- E1 · late', 'late'],
    ['- E1 · 14 October', '14 October'],
    ['- E1', ''],
    ['- E10 · x\n- E1 · y', 'y'],
    ['- E1 · 14 October · a\n  b\n- E2 · c', 'a\nb'],
    ['- E1 · a\n\nA remark by hand', 'a'],
  ])('%j holds the words %j', (text, words) => {
    expect(itemWords(section(text), 'E1')).toBe(words)
  })

  it('has no words where it is missing', () => {
    expect(itemWords(section('- E10 · x'), 'E1')).toBeUndefined()
  })

  it('falls back to what reads like a fact when somebody changed the facts by hand', () => {
    expect(itemWords(section('- E1 · 15 October · late'), 'E1', ['14 October'])).toBe('late')
  })

  it('gives every word back through the file, when the facts are known', () => {
    const facts = ['14 October', 'ticket 48213']
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const text = [itemLine('E1', facts, first), itemLine('E2', [], second)].join('\n')
        const note = someNote({ sections: [{ id: 'evidence', heading: 'Evidence', text }] })
        const read = sectionOf(parseNote(formatNote(note), 'x.md').note, 'evidence')
        expect(read && squash(itemWords(read, 'E1', facts))).toBe(squash(first))
        expect(read && squash(itemWords(read, 'E2', []))).toBe(squash(second))
      }),
    )
  })
})

/** Words without regard to how many blank lines and outer spaces stand between them. */
function squash(text: string | undefined): string | undefined {
  return text
    ?.replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
