import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedMoves, shippedRecogniser } from '../../support/rehearse.ts'

/** Lines as somebody might type them, and the moves a reader sees in them; written in rounds, each tried before it was learned from; the seventh was kept apart. */
interface Line {
  readonly round: number
  readonly say: string
  readonly moves: readonly string[]
}

const lines = readFileSync(new URL('../../data/rehearse/moves.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Line)
const weight = shippedMoves().kinds.map(({ id }) => id)
const recognise = shippedRecogniser()
const kinds = (said: string): readonly string[] => recognise(said).moves.map(({ kind }) => kind.id)

const HURTING = ['judgment', 'comparison', 'dismiss', 'order', 'leading']
const hurts = (ids: readonly string[]): boolean => ids.some((id) => HURTING.includes(id))

/** The heaviest move a reader named, by the weight of the kinds. */
function heaviest(moves: readonly string[]): string | undefined {
  return [...moves].sort((a, b) => weight.indexOf(a) - weight.indexOf(b))[0]
}

/** What is answered: a question about help, a view or a way is an open one as well, and counts as the first. */
function answered(say: string): string | undefined {
  const found = kinds(say)
  return found.find((id) => id !== 'open' || !found.some((one) => ['view', 'help', 'solution'].includes(one)))
}

describe('what a line is', () => {
  it('is what a reader says of it, of most lines', () => {
    expect(lines.length).toBeGreaterThan(500)
    const right = lines.filter(({ say, moves }) => answered(say) === heaviest(moves)).length
    expect(right / lines.length).toBeGreaterThanOrEqual(0.94)
  })

  it('hurts where a reader says so, and seldom otherwise', () => {
    const hurting = lines.filter(({ moves }) => hurts(moves))
    const gentle = lines.filter(({ moves }) => !hurts(moves))
    const found = hurting.filter(({ say }) => hurts(kinds(say))).length
    const wrong = gentle.filter(({ say }) => hurts(kinds(say))).length
    expect(found / hurting.length).toBeGreaterThanOrEqual(0.97)
    expect(wrong / gentle.length).toBeLessThanOrEqual(0.02)
  })

  it('is no leading question where somebody checks, cares, or only asks for a yes or no', () => {
    const asked = lines.filter(
      ({ round, moves }) =>
        round >= 6 && moves.some((id) => ['checking', 'care', 'closed', 'agree'].includes(id)),
    )
    expect(asked.length).toBeGreaterThanOrEqual(50)
    expect(asked.filter(({ say }) => kinds(say).includes('leading'))).toEqual([])
    const right = asked.filter(({ say, moves }) => answered(say) === heaviest(moves)).length
    expect(right / asked.length).toBeGreaterThanOrEqual(0.9)
  })

  it.each([
    ['', 'silence'],
    ['...', 'silence'],
    ['HOW DID THAT LOOK FROM YOUR SIDE', 'view,open'],
    ['I can’t imagine how hard that was', 'feeling'],
    ['You never listen, but what happened that day?', 'judgment,open'],
    ['The update went out at 11:20.', 'fact'],
    ['Did the update go out at 11:20?', 'closed'],
    ['Thank you for telling me.', 'praise'],
    ['Take your time.', 'pause'],
    ['Did I get that right?', 'checking'],
    ['Hello Kim, are you all right?', 'care'],
    ['You got the mail, all right?', 'other'],
    ['You saw the mail, right?', 'leading'],
    ['So you could have called, right?', 'leading'],
    ['You are not in trouble.', 'purpose'],
  ])('%j is %s', (said, wanted) => {
    expect(kinds(said).join()).toBe(wanted)
  })

  it('says which sentence it was, and what the wording rules found in it', () => {
    const { moves } = recognise('I read the ticket. You never follow up.')
    expect(moves[0]).toMatchObject({ words: 'You never follow up.', finding: { words: 'never' } })
  })

  it('names every sentence that hurts, also two of a kind', () => {
    const { moves } = recognise('You never follow up, and Wei-Ling closes twice as many. You are lazy.')
    expect(moves.map(({ kind, words }) => `${kind.id}: ${words}`)).toEqual([
      'judgment: You never follow up, and Wei-Ling closes twice as many.',
      'judgment: You are lazy.',
      'comparison: You never follow up, and Wei-Ling closes twice as many.',
    ])
  })

  it('is something for every line one could type, and never shows what could steer a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (line) => {
        const { said, moves } = recognise(line)
        expect(moves.length).toBeGreaterThan(0)
        expect(said).not.toMatch(/[\u0000-\u0008\u001b]/)
      }),
      { numRuns: 40 },
    )
  })

  it('is found in reasonable time in a line that is all one word, or all beginnings', () => {
    const began = performance.now()
    for (const part of ['so ', 'i can see that ', 'what, ', 'you ', 'not ']) kinds(part.repeat(3000))
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
