import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { type MaskData, maskerFor } from '../../../src/core/importing/masks.ts'

const file = join(import.meta.dirname, '../../../templates/import/masks.yaml')
const mask = maskerFor(parse(readFileSync(file, 'utf8')) as MaskData)

describe('what points to a customer', () => {
  test.each([
    ['mail jane.doe@example.test, please', 'mail [email], please'],
    ['JANE+shop@mail.example.co.uk wrote', '[email] wrote'],
    ['josé.núñez@correo.example', '[email]'],
    ['call me on +44 20 7946 0018 or not', 'call me on [phone] or not'],
    ['(+49) 151 2345678', '([phone]'],
    ['0049 151 23456789', '[phone]'],
    ['020 7946 0018', '[phone]'],
    ['0151-23456789.', '[phone].'],
    ['07700900123', '[phone]'],
    ['(555) 123-4567 is mine', '[phone] is mine'],
    ['555.123.4567', '[phone]'],
    ['my phone: 5551234567', 'my phone: [phone]'],
    ['ring 1234567 after five', 'ring [phone] after five'],
    ['Card ending 4242 4242 4242 4242 was charged', 'Card ending [card] was charged'],
    ['4242424242424242', '[card]'],
    ['4242-4242-4242-4242', '[card]'],
    ['378282246310005 (amex)', '[card] (amex)'],
    ['ticket 48213 4242 4242 4242 4242', 'ticket 48213 [card]'],
    ['IBAN GB82 WEST 1234 5698 7654 32 please', 'IBAN [account] please'],
    ['de89370400440532013000', '[account]'],
    ['account number 12345678', 'account number [account]'],
    ['sort code 12-34-56', 'sort code [account]'],
  ])('%s', (text, wanted) => {
    expect(mask(text).text).toBe(wanted)
  })
})

describe('what stays', () => {
  test.each([
    'on ticket 48213 and #4821300012',
    'ticket 0048213111, order no. 20260803123',
    'INC0012345678 was closed',
    'on 2026-08-03 at 09:00, again on 03.08.2026 14:30',
    'from 2026-08-03 09:00 to 2026-08-04 10:30',
    'The account was closed on 2026-08-03.',
    'waited 26 hours, 3 calls, 1 250.00 EUR',
    'build 10.15.7.1234 and version 120.0.6099.109',
    '1234 5678 9012 3456',
    'called on 2026-08-03',
    '=HYPERLINK("http://example.test","refund")',
    '-2 stars if I could',
    '@SUM(A1)',
    'see https://desk.example.test/tickets/48213',
  ])('%s', (text) => {
    expect(mask(text).text).toBe(text)
  })
})

describe('names of customers', () => {
  it('go as a whole and in parts that are written as names are', () => {
    const { text } = mask('JANE  DOE here. Jane asked, a jane of all trades did not. Doe too.', ['Jane Doe'])
    expect(text).toBe('[customer] here. [customer] asked, a jane of all trades did not. [customer] too.')
  })

  it('are taken from addresses, words that name nobody aside', () => {
    expect(mask('Jane from support wrote', ['jane.doe+support@example.test']).text).toBe(
      '[customer] from support wrote',
    )
    expect(mask('The Customer is here', ['customer48003@example.test']).text).toBe('The Customer is here')
  })

  it('leave a colleague of the same first name alone, though not the whole name', () => {
    const text = mask('Sam was kind. Sam Jones', ['Sam Jones'], ['Sam Rivera']).text
    expect(text).toBe('Sam was kind. [customer]')
  })

  it('may be one word without an end', () => {
    expect(mask('Jane wrote', [`${'a'.repeat(9_000)}1`]).text).toBe('Jane wrote')
  })

  it('may hold anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, names) => {
        expect(typeof mask(text, names).text).toBe('string')
      }),
    )
  })
})

const separators = fc.constantFrom('', ' ', '-', '.', '\u00a0')

/** Digits in groups of the given sizes with one separator, a right check digit last. */
const card = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }), separators)
  .map(([digits, between]) => {
    const sum = digits.reduce((all, digit, at) => {
      const doubled = at % 2 === 0 ? digit * 2 : digit
      return all + (doubled > 9 ? doubled - 9 : doubled)
    }, 0)
    const whole = [...digits, (10 - (sum % 10)) % 10].join('')
    return (whole.match(/.{4}/g) ?? []).join(between)
  })

const words = fc
  .array(
    fc.constantFrom('the', 'refund', 'for', 'ticket', '48213', 'was', 'late', '2026-08-03', '16:00', 'ok.'),
    { maxLength: 8 },
  )
  .map((all) => all.join(' '))

describe('for any words around it', () => {
  it('leaves no card number', () => {
    fc.assert(
      fc.property(words, card, words, (before, number, after) => {
        const { text, masked } = mask(`${before}, ${number}; ${after}`)
        expect(text.replace(/\D/g, '')).not.toContain(number.replace(/\D/g, ''))
        expect(masked.card ?? masked.account ?? masked.phone).toBeGreaterThan(0)
      }),
    )
  })

  it('leaves no address', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9._+-]{0,20}[a-z0-9]$/)
    fc.assert(
      fc.property(
        words,
        name,
        fc.stringMatching(/^[a-z]{2,10}\.(?:test|example|co\.uk)$/),
        words,
        (a, user, host, b) => {
          expect(mask(`${a} ${user}@${host} ${b}`).text).not.toContain('@')
        },
      ),
    )
  })

  it('leaves no number that begins with a plus', () => {
    const number = fc.tuple(
      fc.stringMatching(/^[1-9]\d{1,2}$/),
      fc.array(fc.stringMatching(/^\d{2,4}$/), { minLength: 2, maxLength: 3 }),
      fc.constantFrom(' ', '-', ''),
    )
    fc.assert(
      fc.property(words, number, words, (before, [land, groups, between], after) => {
        fc.pre([land, ...groups].join('').length >= 8)
        const phone = `+${[land, ...groups].join(between)}`
        expect(mask(`${before} ${phone} ${after}`).text).not.toContain(phone)
      }),
    )
  })

  it('changes nothing where there are only words, tickets, days and times', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(mask(text).text).toBe(text)
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(words, card, (text, number) => {
        const once = mask(`${text} ${number} a@b.test +44 20 7946 0018`).text
        expect(mask(once).text).toBe(once)
      }),
    )
  })

  it.each([
    '1 '.repeat(50_000),
    'a'.repeat(100_000),
    '+'.repeat(100_000),
    'a@'.repeat(50_000),
    'phone '.repeat(20_000),
    '12-'.repeat(30_000),
    'AB12'.repeat(25_000),
  ])('reads hostile text in time (%#)', (text) => {
    expect(mask(text).text.length).toBeGreaterThan(0)
  })
})
