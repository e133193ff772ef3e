import { describe, expect, it } from 'vitest'
import { asOfThem } from '../../../src/core/talk/of-them.ts'

describe('what somebody says of themself, as another would say it', () => {
  it.each([
    ['my dad is in hospital', 'his dad is in hospital'],
    ['dad is in hospital', 'his dad is in hospital'],
    ['I am on medication', 'Sam is on medication'],
    ["I'm pregnant, and I've told nobody", 'Sam is pregnant, and Sam has told nobody'],
    ['I kept waiting until I had news', 'Sam kept waiting until Sam had news'],
    ['her mother called', 'her mother called'],
    ['the partner portal was down', 'the partner portal was down'],
    ["the customer's wife called", "the customer's wife called"],
  ])('%s', (said, told) => {
    expect(asOfThem(said, 'Sam')).toBe(told)
  })
})
