import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { madeFrom } from '../../../scripts/model/moves.mjs'
import { readEar } from '../../../src/core/rehearse/ear.ts'
import { readModel } from '../../../src/core/wording/model-file.ts'
import { shippedMoves } from '../../support/rehearse.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string) => new Uint8Array(readFileSync(join(root, path)))
const bytes = read('templates/rehearsals/moves.bin')

it('is made from lines, phrases and steps as they are now (npm run model:moves makes it anew)', () => {
  const { head } = readEar(bytes)
  expect(head.made).toBe(madeFrom(root, readModel(read('templates/wording/model.bin'))))
  expect(head.kinds).toEqual(shippedMoves().kinds.map(({ id }) => id))
})

it('reads the same from any place in memory', () => {
  const moved = new Uint8Array(bytes.length + 3)
  moved.set(bytes, 3)
  expect(readEar(moved.subarray(3))).toEqual(readEar(bytes))
})

it('refuses a file that is no ear, or that is cut short', () => {
  expect(() => readEar(new Uint8Array(3))).toThrow(RangeError)
  expect(() => readEar(new TextEncoder().encode('{"a": "text file"}'))).toThrow(RangeError)
  expect(() => readEar(bytes.subarray(0, 500))).toThrow(RangeError)
  expect(() => readEar(bytes.subarray(0, bytes.length - 100))).toThrow(RangeError)
})
