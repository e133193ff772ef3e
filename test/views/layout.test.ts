import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { beside, clip, ends, hanging, pieces, wrapReady } from '../../src/views/layout.ts'
import { themeFor } from '../../src/views/theme.ts'

const theme = themeFor({ colour: true, unicode: true })
const strip = (line: string): string => line.replace(/\u001b\[[0-9;]*m/g, '')

describe('wrapReady', () => {
  it('keeps the margin, and sets what wraps of an answer under its words', () => {
    expect(wrapReady('  ✓ Who: Sam Rivera of the late shift', 24)).toEqual([
      '  ✓ Who: Sam Rivera of',
      '    the late shift',
    ])
    expect(wrapReady('  one two three', 10)).toEqual(['  one two', '  three'])
  })

  it('keeps line breaks and empty lines', () => {
    expect(wrapReady('\n  Evidence  what was seen', 80)).toEqual(['', '  Evidence  what was seen'])
  })

  it('counts no colours and loses none of the words', () => {
    const line = `  ${theme.good('✓')} ${theme.dim('Evidence:')} ${'客戶 wrote twice '.repeat(6)}`
    const lines = wrapReady(line, 40)
    for (const one of lines) expect(stringWidth(one)).toBeLessThanOrEqual(40)
    expect(strip(lines.join(' ')).replace(/\s+/g, '')).toBe(strip(line).replace(/\s+/g, ''))
    expect(strip(lines[1] ?? '')).toMatch(/^ {4}\S/)
  })
})

describe('colours that wrap', () => {
  const piece = fc.tuple(
    fc.constantFrom('plain', 'dim', 'warn', 'good'),
    fc.constantFrom('one ', 'two', ' ', 'three three ', '漢字 ', 'incomprehensibilities '),
  )

  it('stay on the same words, and end with each line', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 12, max: 40 }), (pieces, width) => {
        const paint = (how: string, text: string): string =>
          how === 'dim'
            ? theme.dim(text)
            : how === 'warn'
              ? theme.warn(text)
              : how === 'good'
                ? theme.good(text)
                : text
        const lines = wrapReady(pieces.map(([how, text]) => paint(how, text)).join(''), width)
        const seen = lines.map(byColour)
        for (const { left } of seen) expect(left).toBe('')
        const expected = pieces
          .flatMap(([how, text]) => [...text.replace(/ /g, '')].map((one) => `${one}${how}`))
          .join()
        expect(
          seen
            .map(({ words }) => words)
            .filter((one) => one !== '')
            .join(),
        ).toBe(expected)
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

/** Every character of a line that is not a blank with the colour it has, and what is still coloured at its end. */
function byColour(line: string): { readonly words: string; readonly left: string } {
  const names: Readonly<Record<string, string>> = { '2': 'dim', '33': 'warn', '32': 'good' }
  let colour = 'plain'
  const words = line.split(/\u001b\[([0-9;]*)m/).flatMap((part, index) => {
    if (index % 2 === 0) return [...part.replace(/ /g, '')].map((one) => `${one}${colour}`)
    colour = names[part] ?? 'plain'
    return []
  })
  return { words: words.join(), left: colour === 'plain' ? '' : colour }
}

describe('layout', () => {
  it('sets two texts at both ends of a line, or below each other', () => {
    expect(ends('left', 'right', 12)).toEqual([['left   ', 'right']])
    expect(ends('left', '', 12)).toEqual([['left', '']])
    expect(ends('left', 'right', 10)).toEqual([
      ['left', ''],
      ['', 'right'],
    ])
  })

  it('hangs a text behind its lead', () => {
    expect(hanging('  1  ', 'one two three', 12)).toEqual(['  1  one two', '     three'])
  })

  it('breaks between pieces, not inside them', () => {
    expect(pieces(['enter next', 'shift-tab back', 'ctrl-o editor'], 30)).toEqual([
      'enter next   shift-tab back',
      'ctrl-o editor',
    ])
  })

  it('lines columns up whatever their colours and widths', () => {
    expect(beside([theme.strong('漢字'), 'abc'], ['x', 'y'], 6).map(strip)).toEqual(['漢字  x', 'abc   y'])
  })

  it('clips to one safe line', () => {
    expect(clip('one\ntwo \u001b[2J three', 12, '…')).toBe('one two \ufffd[2…')
    expect(clip('漢字漢字', 5, '…')).toBe('漢字…')
  })
})
