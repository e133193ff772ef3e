import { describe, expect, test } from 'vitest'
import { check } from '../../../src/core/wording/check.ts'
import { createReview } from '../../../src/core/wording/review.ts'
import { shipped } from '../../support/wording.ts'

const { pack } = shipped()
const rules = (text: string, keep: readonly string[] = []): readonly string[] =>
  check(text, [pack], { keep }).map((one) => one.rule)

describe('kept on purpose', () => {
  test('words in a comment are left alone in that text, other words are not', () => {
    expect(rules('You are lazy. <!-- tactful: keep "lazy" because we joke about it -->')).toEqual([])
    expect(rules('You are lazy. <!-- tactful: keep “lazy” -->')).toEqual([])
    expect(rules('You are rude. <!-- tactful: keep "lazy" -->')).toEqual(['label-person-is'])
  })
  test('a rule may be kept for a whole text', () => {
    expect(rules('You are lazy. He is rude. <!-- tactful: keep label-person-is -->')).toEqual([])
  })
  test('listed words are left alone, whatever their case', () => {
    expect(rules('You are Lazy.', ['lazy'])).toEqual([])
    expect(rules('You are lazy.', ['zy'])).toEqual(['label-person-is'])
  })
})

describe('names', () => {
  test('a person of the notebook is a person in any case, and never flagged', () => {
    expect(check('wicke is lazy', [pack], { names: ['Wicke Lazy-Bones'] }).map((one) => one.rule)).toEqual([
      'label-person-is',
    ])
    expect(check('ask Sam Grump about it', [pack], { names: ['Sam Grump'] })).toEqual([])
  })
})

describe('what a customer is reported with behind a colon', () => {
  test.each([
    'The customer wrote twice and said: Nobody tells me anything.',
    'The customer wrote: nobody tells me anything',
    'The caller said on the phone: You are all useless. Then the line broke off.',
  ])('is a quotation: %s', (text) => expect(rules(text)).toEqual([]))
  test.each([
    'The customer said: Where is it? Sam is lazy.',
    'The customer called. Said: Sam is lazy.',
    'Sam said: you are lazy.',
    'The customer said:\nSam is lazy.',
  ])('ends with its sentence, and nobody else has one: %s', (text) => {
    expect(rules(text)).toEqual(['label-person-is'])
  })
})

describe('while an interview asks', () => {
  const review = createReview({ packs: [pack], names: [], keep: [] })
  test('the heaviest comes first', () => {
    const found = review('You always forget the log, you idiot.', { names: [], evidence: [] })
    expect(found[0]?.category).toBe('insult')
  })
  test('a line of the evidence is offered first, as a sentence, unless it judges too', () => {
    const about = { names: ['Sam'], evidence: ['he is lazy', 'on 48213 the update went out at 11:20'] }
    const [found] = review('Sam never follows up.', about)
    expect(found?.try[0]).toBe('On 48213 the update went out at 11:20.')
  })
  test('what stands in the text already is not offered', () => {
    const evidence = ['on 48213 the update went out at 11:20']
    const text = 'On 48213 the update went out at 11:20. Sam never follows up.'
    const [found] = review(text, { names: ['Sam'], evidence })
    expect(found?.try.length).toBeGreaterThan(0)
    expect(found?.try.join(' ')).not.toContain('48213')
  })
  test('what went well gets suggestions for praise', () => {
    const text = 'You always do it, and tier 2 could start at once.'
    const tries = (isPraise: boolean) => review(text, { names: [], evidence: [], isPraise })[0]?.try.join(' ')
    expect(tries(false)).toContain('What gets in the way?')
    expect(tries(true)).toMatch(/___/)
    expect(tries(true)).not.toMatch(/in the way/)
  })
  test('the suggestion stands in for the whole sentence', () => {
    const text = 'The call was on Monday. Sam never follows up. We talked.'
    const [found] = review(text, { names: [], evidence: [] })
    expect(found?.sentence).toEqual({ offset: 24, length: 21 })
    expect(text.slice(24, 45)).toBe('Sam never follows up.')
  })
  test('a long answer takes a moment only', () => {
    const text = 'On Tuesday the reply went out late and she wrote again. '.repeat(36)
    review(text, { names: [], evidence: [] })
    const begin = process.cpuUsage()
    for (let i = 0; i < 20; i++) review(text, { names: [], evidence: [] })
    const { user } = process.cpuUsage(begin)
    expect(user / 20_000).toBeLessThan(50)
  })
})
