import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedMoves, shippedRecogniser } from '../../support/rehearse.ts'

interface Line {
  readonly part: 'tune' | 'held'
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

/** Share of lines whose heaviest move, and whose moves all together, are those a reader named. */
function measured(part: Line['part']): { readonly heaviest: number; readonly all: number } {
  const mine = lines.filter((line) => line.part === part)
  const right = mine.map(({ say, moves }) => {
    const wanted = [...moves].sort((a, b) => weight.indexOf(a) - weight.indexOf(b))
    const found = kinds(say)
    // A question about help, a view or a way is an open one as well; naming it once is enough.
    const plain = found.filter(
      (id) => id !== 'open' || !found.some((one) => ['view', 'help', 'solution'].includes(one)),
    )
    return { heaviest: plain[0] === wanted[0], all: plain.join() === wanted.join() }
  })
  const share = (key: 'heaviest' | 'all') => right.filter((one) => one[key]).length / mine.length
  return { heaviest: share('heaviest'), all: share('all') }
}

describe('what a line is', () => {
  it('is known of most lines that were not used for tuning', () => {
    expect(lines.length).toBeGreaterThan(200)
    const { heaviest, all } = measured('held')
    expect(heaviest).toBeGreaterThanOrEqual(0.93)
    expect(all).toBeGreaterThanOrEqual(0.88)
  })

  it('is known of nearly all lines it was tuned on', () => {
    expect(measured('tune').heaviest).toBeGreaterThanOrEqual(0.98)
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
  ])('%j is %s', (said, wanted) => {
    expect(kinds(said).join()).toBe(wanted)
  })

  it('says which sentence it was, and what the wording rules found in it', () => {
    const { moves } = recognise('I read the ticket. You never follow up.')
    expect(moves[0]).toMatchObject({ words: 'You never follow up.', finding: { words: 'never' } })
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
