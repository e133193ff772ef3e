import { describe, expect, it } from 'vitest'
import { anonymiser } from '../../../src/core/sharing/anonymous.ts'
import { MASKS } from './generated.ts'

const people = ['Sam Rivera', 'Grace Hopper-Lang', "Aoife O'Neill", 'Sam Ellis', 'Noor Lee', 'Will May'].map(
  (name) => ({ slug: name.toLowerCase().replace(/[^a-z]+/g, '-'), name, aliases: [] }),
)
const { clean } = anonymiser({ people, mentors: [], tickets: ['48213', '4711', 'SUP-12'], masks: MASKS })
const left = (text: string): string =>
  clean(text).text.replace(/(?:a colleague|colleague [A-Z])(?:'s)?/gi, '_')

describe('a name that is joined, cut short or one of many', () => {
  it.each([
    ...[
      'samrivera',
      'sam.rivera',
      's.rivera',
      'srivera',
      'rivera.s',
      'sam_r',
      'sam.r',
      'samr',
      'SamR',
      '@sam',
    ],
    ...[
      'srivera2',
      'hopperlang',
      'Hopperlang',
      'ghopper',
      'gracehl',
      "O'Neill",
      'O’Neill',
      'ONeill',
      'oneill',
    ],
    ...[
      'S.R.',
      'S. R.',
      's.r.',
      'GH-L',
      'G.H.-L.',
      'nlee',
      '@same',
      'SamE',
      'same2',
      'Rivera, S.',
      'S Rivera',
    ],
    ...['the Riveras', 'the Will Mays', 'two Wills', 'Sam Rivera-Lopez', 'both Sams'],
  ])('is taken out: %s', (spelled) => {
    expect(left(`It was ${spelled} who called`)).toMatch(/^It was (?:the |two |both )?@?_ who called$/)
  })

  it.each([
    'It is the same: the spark of a trend, a sleek lens, e.g. a nice test at 5 a.m.',
    'the SR 4711 of the SR queue',
    'IT and HR know',
  ])('is no other word: %s', (text) => {
    expect(left(text).replace('ticket 1', '4711')).toBe(text)
  })

  it('in two letters without dots is taken out and told of', () => {
    expect(clean('I asked SR about it').looks).toEqual([{ words: 'SR', why: 'unsure', count: 1 }])
    expect(left('I asked SR about it')).toBe('I asked _ about it')
  })
})

describe('a number of a ticket', () => {
  it.each([
    ['#482, ticket 48 was closed, case 213', '#1, ticket 2 was closed, case 3'],
    ['ticket 48 213, 48 213 and case 48.213', 'ticket 1, ticket 1 and case 1'],
    ['tickets 48213, 48 402 and 511', 'tickets 1, 2 and 3'],
    ['on 4711 and sup 12, INC0012345', 'on ticket 1 and ticket 2, ticket 3'],
    [
      'case 2 of 12, the ticket 3 times, order 12,50 EUR',
      'case 2 of 12, the ticket 3 times, order 12,50 EUR',
    ],
    [
      '5 of 12 tickets in 2026, 12 000 EUR at 16:00, UTF-8',
      '5 of 12 tickets in 2026, 12 000 EUR at 16:00, UTF-8',
    ],
  ])('is counted anew in %j', (text, shown) => {
    const fresh = anonymiser({ people, mentors: [], tickets: ['48213', '4711', 'SUP-12'], masks: MASKS })
    expect(fresh.clean(text).text).toBe(shown)
  })
})

describe('an address', () => {
  it.each([
    ['see wiki.example.org/x, crm.example.de and kb.corp/12.', 'see [link], [link] and [link].'],
    ['x at example dot com, y dot z at example dot co dot uk', '[email], [email]'],
    ['x (at) example (dot) com, x[at]example.com, x@desk', '[email], [email], [email]'],
    ['notes.md, done.It went, node.js 3.5, e.g. look at the dot on it', undefined],
  ])('goes without its scheme or spelled out: %j', (text, shown = text) => {
    expect(clean(text).text).toBe(shown)
  })
})
