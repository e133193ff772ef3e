import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readModel } from '../../../src/core/wording/model-file.ts'
import { createStance } from '../../../src/core/wording/model-stance.ts'
import { modelTokens } from '../../../src/core/wording/model-text.ts'

const root = join(import.meta.dirname, '../../..')
const { head } = readModel(new Uint8Array(readFileSync(join(root, 'templates/wording/model.bin'))))
const weights = { ownView: 1, ownThought: 10, nobody: 100, thing: 1000, thanks: 10_000 }
const stance = createStance({ ...head, stance: weights })
const lessOf = (text: string) =>
  stance(
    modelTokens(text, (word) => word === 'anna'),
    text,
  )

describe('what the model takes off for what a sentence speaks of', () => {
  it.each([
    ['You never read the whole ticket first.', 0],
    ['Nobody else needs so long for this.', 0],
    ['Anna makes this harder than needed.', 0],
    ['Somehow Ravi makes this harder than needed.', 0],
    ['What a mess.', 0],
    ['Your tests are a mess and always were.', 0],
  ])('nothing where somebody may be meant: %s', (text, less) => {
    expect(lessOf(text)).toBe(less)
  })

  it.each([
    ['Better weather would help here a lot.', 0],
    ['The weather has been better than this.', 100],
    ['The function could be a good deal simpler.', 1100],
    ['In Python this reads a good deal simpler.', 1100],
    ['Better to call `flush` before this ends.', 1100],
    ['Some tests fail now and then here.', 1100],
    ['Some of us fail now and then here.', 0],
  ])('more where nobody is meant and a thing is named: %s', (text, less) => {
    expect(lessOf(text)).toBe(less)
  })

  it.each([
    ['I noticed that you waited.', 1],
    ['I think you waited.', 10],
    ['I really think you waited.', 10],
    ["I don't see you there.", 10],
    ["You waited, and I didn't see it.", 10],
    ['You seemed calm to me.', 10],
    ['You say what I think.', 0],
  ])('more where the speaker tells an own view or thought: %s', (text, less) => {
    expect(lessOf(text)).toBe(less)
  })

  it.each([
    ['Thanks for nothing, you.', 10_000],
    ['You made it, thanks!', 10_000],
    ['Sorry, you go first.', 10_000],
    ['You said thanks first.', 0],
  ])('more for lines of thanks and apology: %s', (text, less) => {
    expect(lessOf(text)).toBe(less)
  })
})
