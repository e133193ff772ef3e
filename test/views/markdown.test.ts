import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as show from '../../src/commands/show.ts'
import { cells } from '../../src/core/text/width.ts'
import { visible } from '../../src/views/layout.ts'
import { markdownText } from '../../src/views/markdown.ts'
import { themeFor } from '../../src/views/theme.ts'
import { desk } from '../support/context.ts'
import { copyOf, HOSTILE } from '../support/copies.ts'

const plain = themeFor({ colour: false, unicode: true })
const coloured = themeFor({ colour: true, unicode: true })
const [, TALK] = copyOf().sections

describe('Markdown on a terminal', () => {
  test('is read at 40 columns as what it stands for', () => {
    expect(markdownText(TALK?.text ?? '', plain, 40)).toBe(
      [
        'Updates to waiting customers',
        'On 48213 you promised an update by',
        '16:00; the next message went out at',
        '11:20 the following day. [E1]',
        '',
        '> The customer wrote twice in between.',
        '>',
        '> > And once by phone.',
        '',
        '1. What the day looked like',
        '2. What would have helped',
        '   - a note in the ticket',
        '   - somebody to ask',
        '3. What to try',
        '',
        'Ticket  Promised  Sent',
        '48213   16:00     11:20, the next day',
        '48231   10:00     09:40',
        '',
        '  status: open',
        '    since: 14 October',
        '',
        'See the list',
        '(https://desk.example.com/48213) and',
        '`queue --mine`.',
        '',
        '────────────────────────',
        '',
        'Name: ____________________',
      ].join('\n'),
    )
  })

  test('in a pipe a paragraph stays one line, and nothing is coloured', () => {
    const text = markdownText(
      `**Sure** ${'word '.repeat(100)}end\nnext line`,
      plain,
      Number.POSITIVE_INFINITY,
    )
    expect(text).toBe(`Sure ${'word '.repeat(100)}end\nnext line`)
  })

  test('colours end with their line', () => {
    const text = markdownText(`**${'strong words '.repeat(6).trim()}** and more`, coloured, 30)
    for (const line of text.split('\n').filter((one) => one.includes('strong'))) {
      expect(line).toMatch(/^\u001b\[1m.*\u001b\[(?:22|0)m/)
    }
    expect(text).toMatch(/more$/)
  })

  test('no line is wider than the screen, no word is lost, and no sign steers the terminal', () => {
    const piece = fc.constantFrom(
      ...['- ', '1. ', '> ', '    ', '\n', '\n\n', '**', '`', '~~', '# ', '| a | b |\n|---|---|\n', '```\n'],
      ...[
        'word',
        'x'.repeat(70),
        '漢字漢字',
        '👩‍👩‍👧',
        '\u001b[2J',
        '\u202e',
        '[a](https://example.org/long/path)',
        ' ',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 20, max: 90 }), (pieces, width) => {
        const text = markdownText(pieces.join(''), coloured, width)
        for (const line of text.split('\n')) expect(visible(line), line).toBeLessThanOrEqual(width)
        expect(text.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
      }),
      { numRuns: 1_000 },
    )
  })

  test('what stands deep inside others keeps its room', () => {
    const text = markdownText(`${'- '.repeat(30)}words that are still to be read`, plain, 40)
    expect(text).toContain('words that are')
    for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(40)
  })
})

describe('show', () => {
  const FRONT =
    '---\ntactful: 1\nid: "01KAJ0000000000000000SH0W1"\nkind: evidence\nperson: sam\ndate: "2026-11-21"\ncreated: "2026-11-21T10:00:00.000Z"\ntitle: Evidence for Sam\nitems:\n  - id: "01KAJ0000000000000000E1E1E"\n    kind: evidence\n    label: E1\n    side: growth\n    source: ticket\n    area: updates\n---\n\n# Evidence for Sam\n\n'

  async function noted(body: string, columns?: number) {
    const at = desk(columns === undefined ? {} : { columns, onScreen: true })
    await at.put('tactful.yaml', 'tactful: 1\n')
    await at.put('notes/sam/2026-11-21-evidence-sh0w1.md', FRONT + body)
    return at
  }

  test('has what is known of a note in a small block above its words', async () => {
    const at = await noted('- E1 · the update came **late**\n')
    const { out } = await at.run(show, ['sh0w1'])
    expect(out).toBe(
      'Evidence for Sam\nevidence · sam · 21 November 2026 · 0sh0w1\nE1 · to grow · ticket · updates\n\n- E1 · the update came late\n',
    )
  })

  test('keeps within a narrow screen whatever a note holds', async () => {
    const at = await noted(
      `## A heading that is longer than the screen is wide\n\n${HOSTILE.replaceAll('\0', '')}\n`,
      40,
    )
    const { out } = await at.run(show, ['sh0w1'])
    for (const line of out.split('\n')) expect(cells(line), line).toBeLessThanOrEqual(40)
    expect(out).toContain('<img src=x onerror=alert(1)>')
  })

  test('--raw is the file', async () => {
    const at = await noted('- E1 · the update came **late**\n')
    const { out } = await at.run(show, ['sh0w1'], { raw: true })
    expect(out).toBe(`${FRONT}- E1 · the update came **late**\n`)
  })
})
