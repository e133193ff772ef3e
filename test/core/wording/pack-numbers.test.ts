import { describe, expect, it } from 'vitest'
import { createChecker } from '../../../src/core/wording/check.ts'
import { joinPack, splitPack } from '../../../src/core/wording/pack-numbers.ts'
import { shipped } from '../../support/wording.ts'

describe('a pack split for the build', () => {
  const { pack } = shipped()
  const { data, bytes } = splitPack(pack)
  const written: unknown = JSON.parse(JSON.stringify(data))

  it.each([
    'You never follow up with customers.',
    'Late again. Lazy.',
    'People say she is difficult, and he should know better.',
    'On 12 March the callback promised for 10:00 went out at 15:20.',
    'Good job, but you people are useless.',
  ])('finds the same once it is joined again: %s', (text) => {
    expect(createChecker([joinPack(written, bytes)])(text)).toEqual(createChecker([pack])(text))
  })

  it('is read from any place in memory', () => {
    const moved = new Uint8Array(bytes.length + 1)
    moved.set(bytes, 1)
    const text = 'You never follow up with customers.'
    expect(createChecker([joinPack(written, moved.subarray(1))])(text)).toHaveLength(1)
  })
})
