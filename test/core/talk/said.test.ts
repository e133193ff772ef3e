import { describe, expect, it } from 'vitest'
import { readSaid } from '../../../src/core/talk/said.ts'

describe('one note of a talk', () => {
  it.each([
    ['"The queue was long."', 'theirs', 'The queue was long.'],
    ['"The queue was long', 'theirs', 'The queue was long'],
    ['“Nobody told me.”', 'theirs', 'Nobody told me.'],
    ['> nobody told me', 'theirs', 'nobody told me'],
    ['Sam: nobody told me', 'theirs', 'nobody told me'],
    ['sam:nobody told me', 'theirs', 'nobody told me'],
    ['me: asked about it', 'mine', 'asked about it'],
    ['asked about the "old" list', 'mine', 'asked about the "old" list'],
    ['5" cable', 'mine', '5" cable'],
    ['Samira was there', 'mine', 'Samira was there'],
  ] as const)('%s', (typed, whose, words) => {
    expect(readSaid(typed, 'Sam', 'mine')).toEqual({ whose, words })
  })

  it('is theirs in their turn unless it says otherwise', () => {
    expect(readSaid('I kept waiting.', 'Sam', 'theirs')).toEqual({
      whose: 'theirs',
      words: 'I kept waiting.',
    })
    expect(readSaid('me: and then?', 'Sam', 'theirs')).toEqual({ whose: 'mine', words: 'and then?' })
  })
})
