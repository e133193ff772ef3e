import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitItems } from '../../../src/core/evidence/items.ts'
import { readEvidence, readLine } from '../../../src/core/evidence/line.ts'

const TODAY = '2026-11-21'

function fields(line: string) {
  return readEvidence(line, TODAY).items.map((item) => item.fields)
}

describe('a line of evidence', () => {
  it.each([
    [
      '- 14 Oct 48213: update promised for 16:00, sent 11:20 the next day',
      {
        side: 'growth',
        date: '2026-10-14',
        ticket: '48213',
        text: 'update promised for 16:00, sent 11:20 the next day',
      },
    ],
    [
      '+ 2 Nov 48402: handover had goal, steps, logs, urgency; solved in 20 min',
      {
        side: 'strength',
        date: '2026-11-02',
        ticket: '48402',
        text: 'handover had goal, steps, logs, urgency; solved in 20 min',
      },
    ],
    ['48377 passed on without the checklist', { ticket: '48377', text: 'passed on without the checklist' }],
    [
      '- 7 Nov call: spoke over the customer twice ? perhaps the queue was long',
      {
        side: 'growth',
        date: '2026-11-07',
        text: 'call: spoke over the customer twice',
        assumption: 'perhaps the queue was long',
      },
    ],
    ['+good handover on #48402', { side: 'strength', ticket: '48402', text: 'good handover on #48402' }],
    ['* yesterday, SUP-12: wrote back', { date: '2026-11-20', ticket: 'SUP-12', text: 'wrote back' }],
    ['last Tuesday: left early', { date: '2026-11-17', text: 'left early' }],
    ['Tuesday stand-up: looked at the phone', { text: 'Tuesday stand-up: looked at the phone' }],
    ['24 Dec: stayed late', { date: '2025-12-24', text: 'stayed late' }],
    ['Oct 14, 2025 - stayed late', { date: '2025-10-14', text: 'stayed late' }],
    ['2026-10-14 48213 late', { date: '2026-10-14', ticket: '48213', text: 'late' }],
    ['13/10/2026: late', { date: '2026-10-13', text: 'late' }],
    [
      'wrote back (48213) https://desk.example.test/tickets/48213.',
      { text: 'wrote back', ticket: '48213', link: 'https://desk.example.test/tickets/48213' },
    ],
    [
      'see https://a.example.test/x?y=1 for the chat',
      { text: 'see https://a.example.test/x?y=1 for the chat', link: 'https://a.example.test/x?y=1' },
    ],
    ['- 14 Oct', { side: 'growth', date: '2026-10-14', text: '14 Oct' }],
    ['? perhaps tired', { assumption: 'perhaps tired' }],
    ['said little (? ill) in the review', { text: 'said little in the review', assumption: 'ill' }],
    ['asked "who ? me" and left', { text: 'asked "who ? me" and left' }],
    ['Customer wrote: is anyone there?', { text: 'Customer wrote: is anyone there?' }],
    ['Is it ready ?', { text: 'Is it ready ?' }],
    ['-2 stars if I could', { text: '-2 stars if I could' }],
    ['+44 20 7946 0018 was not called back', { text: '+44 20 7946 0018 was not called back' }],
    ['3 may be late', { text: '3 may be late' }],
    ['2026 was a good year', { text: '2026 was a good year' }],
    ['12/14 tickets had no update', { text: '12/14 tickets had no update' }],
    ['UTF-8 came out broken', { text: 'UTF-8 came out broken' }],
    ['1) wrote back', { text: 'wrote back' }],
    ['2. Nov: wrote back', { date: '2026-11-02', text: 'wrote back' }],
  ])('reads %s', (line, wanted) => {
    expect(fields(line)).toEqual([wanted])
  })

  it('keeps what belongs to the item before with it', () => {
    expect(
      fields('- 48377: sent up\n  without the checklist\n? the old link is dead\n\n+ 48402: good'),
    ).toEqual([
      {
        side: 'growth',
        ticket: '48377',
        text: 'sent up without the checklist',
        assumption: 'the old link is dead',
      },
      { side: 'strength', ticket: '48402', text: 'good' },
    ])
  })

  it('says both readings of a date that has two, and names one that does not exist', () => {
    const read = readEvidence('ok\n- 03/04/2026: late\n- 31 Feb: late\n- Tue 14 Oct: late', TODAY)
    expect(read.mistakes).toEqual([
      {
        line: 2,
        message: '"03/04/2026" can mean 3 April 2026 or 4 March 2026.',
        mend: 'Write 2026-04-03 or 2026-03-04.',
      },
      { line: 3, message: 'There is no 31 February.', mend: 'Write it as YYYY-MM-DD, or leave it out.' },
      {
        line: 4,
        message: '"Tue 14 Oct": 14 October 2026 is a Wednesday, not a Tuesday.',
        mend: 'Write Wed 14 Oct or Tue 13 Oct.',
      },
    ])
    expect(read.items[1]?.fields).toEqual({ side: 'growth', text: '03/04/2026: late' })
  })
})

const PIECES = [
  '14 Oct',
  '2026-10-14',
  'last Tuesday',
  '48213',
  '48213:',
  '#12345',
  'SUP-12',
  '(48213)',
  'https://a.example.test/x',
  '?',
  '(? tired)',
  '"who ? me"',
  'wrote back',
  'late.',
  'é漢',
  '-',
  '+',
  '31 Feb',
  '03/04/2026',
]
const LINE = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    maxLength: 7,
  })
  .map((pieces) => pieces.join(' ').replace(/[\r\n]/g, ' '))

/** Every character that carries words: markers, brackets around what was taken, separators and spaces are left out. */
function letters(text: string): string {
  return [...text]
    .filter((one) => !/[\s\-+–—−*•◦▪·:,;|?()<>.]/u.test(one))
    .sort()
    .join('')
}

describe('reading a line', () => {
  it('loses no word between the line and its fields', () => {
    fc.assert(
      fc.property(LINE, (line) => {
        for (const item of splitItems(line)) {
          const parts = readLine(item, TODAY)
          const out = [item.marker, ...parts.taken, parts.text, parts.assumption ?? ''].join(' ')
          expect(letters(out)).toBe(letters(line))
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each(['(', '(?', ' ?', 'https://', '-', '12/', '"', '14 ', ','])(
    'comes to an end on many %s',
    (piece) => {
      expect(readEvidence(piece.repeat(20_000), TODAY).items.length).toBeLessThanOrEqual(1)
    },
  )
})

it('keeps a link that is far too long as the words it was typed in', () => {
  const link = `https://a.example.test/${'x'.repeat(3000)}`
  expect(fields(`- 48213: see ${link}`)).toEqual([expect.not.objectContaining({ link: expect.anything() })])
  expect(fields(`- 48213: see ${link}`)).toEqual([expect.objectContaining({ text: `see ${link}` })])
})
