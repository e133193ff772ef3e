import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { debriefOf } from '../../../src/core/rehearse/debrief.ts'
import { linesOf, playLines } from '../../../src/core/rehearse/guide.ts'
import type { Scenario } from '../../../src/core/rehearse/scenario.ts'
import { begin, say, takeBack } from '../../../src/core/rehearse/talk.ts'
import { shippedRecogniser, shippedScenarios } from '../../support/rehearse.ts'

const scenarios = shippedScenarios()
const recognise = shippedRecogniser()
const file = new URL('../../data/rehearse/endings.yaml', import.meta.url)
const scripts = parse(readFileSync(file, 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, readonly string[]>>>
>

const scenario = (id: string): Scenario => {
  const found = scenarios.find((one) => one.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

describe('every shipped talk', () => {
  it('there are the six that are promised, three customers and a peer', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(10)
    expect(Object.keys(scripts).sort()).toEqual(scenarios.map(({ id }) => id).sort())
  })

  it.each(scenarios.flatMap(({ id, endings }) => endings.map((ending) => [id, ending.id] as const)))(
    '%s is played to its end "%s"',
    (id, ending) => {
      const { talk } = playLines(recognise, begin(scenario(id)), scripts[id]?.[ending] ?? [])
      expect(talk.ending?.id).toBe(ending)
      expect(talk.turns.every(({ reply }) => reply.length > 1)).toBe(true)
    },
  )

  it.each(scenarios.map(({ id }) => id))('%s ends well for whoever says the ready sentences', (id) => {
    let talk = begin(scenario(id))
    while (talk.ending === undefined) talk = say(talk, recognise(talk.state.ready))
    expect(talk.ending.grade).toBe('good')
    expect(talk.turns.length).toBeLessThanOrEqual(6)
    expect(debriefOf(talk).instead).toEqual([])
  })

  it.each(scenarios.map(({ id }) => id))('%s breaks off after a second verdict, not after a first', (id) => {
    const once = playLines(recognise, begin(scenario(id)), ['You are lazy.']).talk
    expect(once.ending).toBeUndefined()
    expect(once.mood).toBeLessThan(begin(scenario(id)).mood)
    const twice = playLines(recognise, once, ['You never care about anybody.']).talk
    expect(twice.ending?.grade).toBe('cut-off')
  })

  it('goes on or ends whatever is typed, always with a reply, and never twice the same in a row', () => {
    const typed = fc.oneof(
      fc.constantFrom(...Object.values(scripts).flatMap((ends) => Object.values(ends).flat())),
      fc.string({ maxLength: 40 }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...scenarios), fc.array(typed, { maxLength: 20 }), (one, lines) => {
        const { talk } = playLines(recognise, begin(one), lines)
        expect(talk.turns.length).toBeLessThanOrEqual(one.limit.turns)
        expect(talk.ending !== undefined || talk.turns.length === lines.length).toBe(true)
        const replies = [talk.opening, ...talk.turns.map(({ reply }) => reply)]
        for (const [at, reply] of replies.entries()) {
          expect(reply).not.toBe('')
          expect(reply).not.toMatch(/[{}]/)
          expect(reply).not.toBe(replies[at - 1])
        }
        expect(debriefOf(talk)).toEqual(debriefOf(playLines(recognise, begin(one), lines).talk))
      }),
      { numRuns: 150 },
    )
  })
})

describe('a talk', () => {
  const start = begin(scenario('defensive'))

  it('throws a judging word back', () => {
    const talk = say(start, recognise('You never send updates.'))
    expect(talk.turns[0]?.reply).toContain('"Never"?')
  })

  it('answers what hurts first, whatever else was said', () => {
    const talk = say(
      start,
      recognise('I can see this is hard. But you never send updates. How was it for you?'),
    )
    expect(talk.turns[0]?.reply).toContain('"Never"?')
    expect(talk.mood).toBeLessThan(start.mood)
  })

  it('opens no further by the same kind of move over and over', () => {
    const { talk } = playLines(
      recognise,
      begin(scenario('peer')),
      Array(6).fill('Thank you for that.') as string[],
    )
    expect(scenario('peer').moods[talk.mood]?.id).not.toBe('offended')
    expect(talk.mood).toBe(begin(scenario('peer')).mood + 2)
  })

  it('is as before when a turn is taken back', () => {
    const one = say(start, recognise('What was that afternoon like?'))
    const two = say(one, recognise('You are careless.'))
    expect(takeBack(two)).toEqual(one)
    expect(takeBack(start)).toEqual(start)
  })

  it('stays as it is after its end', () => {
    const { talk } = playLines(recognise, start, scripts.defensive?.['walk-out'] ?? [])
    expect(say(talk, recognise('Wait.'))).toBe(talk)
  })
})

describe('what one takes from it', () => {
  it('quotes what landed and what did not, with a way to say it', () => {
    const { talk } = playLines(recognise, begin(scenario('defensive')), [
      'I can see this sits badly with you.',
      "It's not that bad.",
      'How did that afternoon look from your side?',
    ])
    const { landed, instead, moods } = debriefOf(talk)
    expect(landed.map(({ words, kind }) => [words, kind.id])).toEqual([
      ['I can see this sits badly with you.', 'feeling'],
      ['How did that afternoon look from your side?', 'view'],
    ])
    expect(instead).toHaveLength(1)
    expect(instead[0]).toMatchObject({ words: "It's not that bad.", kind: { id: 'dismiss' } })
    expect(instead[0]?.ready.length).toBeGreaterThan(0)
    expect(moods).toEqual(['guarded', 'listening', 'guarded', 'listening'])
  })

  it('offers a ready sentence once, and none with blanks', () => {
    const { talk } = playLines(recognise, begin(scenario('tearful')), ['You are lazy.', 'You never care.'])
    const ready = debriefOf(talk).instead.flatMap((one) => one.ready)
    expect(new Set(ready).size).toBe(ready.length)
    expect(ready.join()).not.toContain('___')
  })

  it('names a closed question only where there were several', () => {
    const asked = (lines: readonly string[]) =>
      debriefOf(playLines(recognise, begin(scenario('silent')), lines).talk).instead.map(
        ({ kind }) => kind.id,
      )
    expect(asked(['Was the queue full?'])).toEqual([])
    expect(asked(['Was the queue full?', 'Did you see the ticket?'])).toEqual(['closed'])
  })
})

it('reads one line a turn; an empty one is a pause, the end of the text is none', () => {
  expect(linesOf('\ufeffone\r\n\r\ntwo\n\n\n')).toEqual(['one', '', 'two'])
  expect(linesOf('')).toEqual([])
})
