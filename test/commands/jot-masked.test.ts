import { describe, expect, it, test } from 'vitest'
import * as jot from '../../src/commands/jot.ts'
import * as show from '../../src/commands/show.ts'
import { desk } from '../support/context.ts'
import { fill } from '../support/sample.ts'

async function noted(line: string) {
  const at = desk()
  await fill(at)
  const { out, err } = await at.run(jot, [line], { about: 'sam' }, { json: true })
  const { id, items, masked } = JSON.parse(out)
  const shown = await at.run(show, [id], { private: true })
  return { words: items[0].title, item: items[0], masked, shown: shown.out, err }
}

describe('what points to a customer', () => {
  it('is masked in a note and in its guess, and one line says so', async () => {
    const { words, masked, shown, err } = await noted(
      '- 2026-11-18 48213: Sam wrote to jane.doe@customer.example and rang 020 7946 0018 ? perhaps bob@customer.example asked',
    )
    expect(words).toBe('Sam wrote to [email] and rang [phone]')
    expect(masked).toEqual({ email: 2, phone: 1 })
    expect(shown).toContain('[email] and rang [phone]')
    expect(shown).toContain('perhaps [email] asked')
    expect(shown).not.toMatch(/customer\.example|7946/)
    expect(err).toContain('Masked, since it may be a customer’s: 2 [email], 1 [phone].\n')
  })

  it('is masked inside of quotation marks too', async () => {
    const { words } = await noted('wrote "call me on +44 20 7946 0018, card 4242 4242 4242 4242"')
    expect(words).toBe('wrote "call me on [phone], card [card]"')
  })

  it('is not halved into a ticket', async () => {
    for (const line of ['07700 900123 rang twice', 'rang back on 07700 900123']) {
      const { item, words } = await noted(line)
      expect(item.ticket).toBeUndefined()
      expect(words).toMatch(/\[phone\]/)
    }
  })
})

test.each([
  ['48213 2026-11-18: the update went out late', '48213', 'the update went out late'],
  ['called the customer on 4821301 before noon', '4821301', 'called the customer on 4821301 before noon'],
  ['see https://desk.example/mail/jane@customer.example/0207946001 for it', undefined, undefined],
  ['48213 404 errors were named in the first line', '48213', '404 errors were named in the first line'],
])('a ticket and a link stay: %s', async (line, ticket, words) => {
  const { item, words: kept, masked, err } = await noted(line)
  expect(item.ticket).toBe(ticket)
  expect(kept).toBe(words ?? line)
  expect(masked).toEqual({})
  expect(err).not.toContain('Masked')
})
