import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { clean, cleanLine } from '../../../src/core/text/clean.ts'
import { fold } from '../../../src/core/text/fold.ts'
import { cut, rowAt, textRows } from '../../../src/core/text/rows.ts'
import { cells } from '../../../src/core/text/width.ts'
import { wrap } from '../../../src/core/text/wrap.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        '漢字',
        '👨‍👩‍👧',
        'e\u0301',
        'שלום',
        ' ',
        '  ',
        '\n',
        '\t',
        'word',
        '\u001b[2J',
        '🇩🇪',
        '\u202e',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
)

describe('clean', () => {
  it.each([
    ['\u001b]52;c;eA==\u0007', '\ufffd]52;c;eA==\ufffd'],
    ['a\rb', 'a\ufffdb'],
    ['a\r\nb\tc', 'a\nb\tc'],
    ['\u009b2J', '\ufffd2J'],
    ['\u202egnp.exe', '\ufffdgnp.exe'],
    ['a\u2066b\u2069', 'a\ufffdb\ufffd'],
    ['\ud83d lone', '\ufffd lone'],
    ['lone \udc00', 'lone \ufffd'],
    ['José 漢字 👨‍👩‍👧 שלום', 'José 漢字 👨‍👩‍👧 שלום'],
  ])('shows %j as %j', (text, safe) => {
    expect(clean(text)).toBe(safe)
  })

  it('leaves nothing that a terminal obeys, whatever comes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clean(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
        expect(clean(text)).not.toMatch(/\p{Surrogate}/u)
        expect(cleanLine(text)).not.toMatch(/[\n\t]/)
      }),
    )
  })
})

describe('textRows', () => {
  it('wraps at spaces, and inside a word only where it is longer than a row', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three'])
    expect(wrap('incomprehensible', 8)).toEqual(['incompre', 'hensible'])
    expect(wrap('漢字漢字漢字', 5)).toEqual(['漢字', '漢字', '漢字'])
    expect(wrap('a 123456漢', 7)).toEqual(['a', '123456', '漢'])
    expect(wrap('', 8)).toEqual([''])
    expect(wrap('a\n\nb', 8)).toEqual(['a', '', 'b'])
  })

  it('shows every unit of the text in exactly one row, and no row is wider than asked', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 8, max: 60 }), (text, width) => {
        const rows = textRows(text, width)
        let at = 0
        for (const row of rows) {
          if (text[at] === '\n' && row.start === at + 1) at += 1
          expect(row.start).toBe(at)
          expect(stringWidth(row.shown)).toBeLessThanOrEqual(width)
          at = row.end
        }
        expect(at).toBe(text.length)
      }),
    )
  })

  it('finds the row of a place; at a wrap it is the later one', () => {
    const rows = textRows('one two three\nfour', 8)
    expect([0, 7, 8, 13, 14, 18].map((place) => rowAt(rows, place))).toEqual([0, 0, 1, 1, 2, 2])
  })

  it('stays quick on a long text', () => {
    expect(textRows('word '.repeat(20_000), 40).length).toBe(2500)
  })
})

describe('width', () => {
  it('never counts less than a terminal may take', () => {
    expect(cells('abc')).toBe(3)
    expect(cells('漢字')).toBe(4)
    expect(cells('e\u0301')).toBe(1)
    expect(cells('👨‍👩‍👧')).toBe(6)
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cells(text)).toBeGreaterThanOrEqual(stringWidth(text))
      }),
    )
  })

  it('cuts between characters', () => {
    expect(cut('ab漢字', 3)).toBe('ab')
    expect(cut('ab漢字', 4)).toBe('ab漢')
  })
})

describe('fold', () => {
  it('compares without case, accents and repeated spaces', () => {
    expect(fold('  José   RIVERA ')).toBe('jose rivera')
    expect(fold('Jose\u0301')).toBe(fold('José'))
  })
})
