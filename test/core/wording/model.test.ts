import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeFrom } from '../../../scripts/model/made.mjs'
import { createModel } from '../../../src/core/wording/model.ts'
import { readModel } from '../../../src/core/wording/model-file.ts'

const root = join(import.meta.dirname, '../../..')
const bytes = new Uint8Array(readFileSync(join(root, 'templates/wording/model.bin')))
const tables = readModel(bytes)
const judge = createModel(tables)

interface Labelled {
  readonly text: string
  readonly label: string
}

function heldOut(): Labelled[] {
  const folder = join(root, 'test/data/wording')
  return readdirSync(folder)
    .filter((name) => name.startsWith('c-') && name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line): Labelled => JSON.parse(line))
}

describe('the model that ships', () => {
  it('is made from the sentences and steps as they are now (npm run model:train makes it anew)', () => {
    expect(tables.head.made).toBe(madeFrom(root))
  })

  it('stays small', () => {
    expect(bytes.length).toBeLessThan(600 * 1024)
  })

  it('finds most judgments of writers it has not seen, and hardly ever warns about a fine sentence', () => {
    const rows = heldOut()
    const sure = (label: string) => {
      const of = rows.filter((row) => row.label === label)
      return of.filter((row) => judge(row.text).sure).length / of.length
    }
    expect(rows.length).toBeGreaterThanOrEqual(1200)
    expect(sure('judgmental')).toBeGreaterThanOrEqual(0.8)
    expect(sure('fine')).toBeLessThanOrEqual(0.01)
  })

  it.each([
    'Honestly, she just coasts until somebody reminds her.',
    'You people in second line think you are above the rest of us.',
    'Another classic Friday effort from our resident genius.',
    'Great job, keep it up, superstar.',
  ])('is sure about: %s', (text) => {
    const verdict = judge(text)
    expect(verdict.sure).toBe(true)
    expect(verdict.words.length).toBeGreaterThan(0)
    for (const word of verdict.words) expect(text).toContain(word)
  })

  it.each([
    'On 12 March the callback promised for 10:00 went out at 15:20.',
    'The export never finishes when the file has more than 40,000 rows.',
    'Could you add the serial number before you hand the case on?',
    'The customer wrote: "you are a lazy bunch and I am leaving."',
    'Your summary in INC-2201 let the next shift start at once.',
  ])('leaves alone: %s', (text) => {
    const verdict = judge(text)
    expect(verdict.sure).toBe(false)
    expect(verdict.words).toEqual([])
  })

  it('is not sure of a sentence whose paragraph reads well as a whole', () => {
    const sentence = 'Nice work.'
    expect(judge(sentence).sure).toBe(true)
    const around = `Your handover on INC-2201 let second line start at 14:05. ${sentence}`
    expect(judge(sentence, around).sure).toBe(false)
    expect(judge('He is lazy.', 'He is lazy. He never calls anyone back.').sure).toBe(true)
  })

  it.each([
    'I felt left out when the plan changed, and I would like to hear your side.',
    'I noticed that you were quiet today. Is there anything I can do?',
    'I love how you used a set here.',
    'Why are those imports here and not at the top?',
    'We need to handle the null case here.',
    'Thanks, the new version is a great help.',
  ])('leaves alone what tells the own view, names nobody or thanks: %s', (text) => {
    expect(judge(text).sure).toBe(false)
  })

  it('says the same of the same sentence, whatever it read before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (before) => {
        const text = 'He is more interested in his phone than in the customer.'
        const fresh = createModel(tables)
        judge(before)
        expect(judge(text)).toEqual(fresh(text))
      }),
      { numRuns: 10 },
    )
  })

  it('gives a probability for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { probability } = judge(text)
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('reads only the beginning of a sentence without an end', () => {
    const long = 'and so on '.repeat(200)
    expect(judge(long + long)).toEqual(judge(long))
  })

  it('refuses a file that is not a model', () => {
    expect(() => readModel(new Uint8Array(3))).toThrow(RangeError)
    expect(() => readModel(new TextEncoder().encode('{"a": "text file"}'))).toThrow(RangeError)
    expect(() => readModel(bytes.subarray(0, 500))).toThrow(RangeError)
  })

  it('reads the same from any place in memory', () => {
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    const again = createModel(readModel(moved.subarray(3)))
    const text = 'Lazy as ever.'
    expect(again(text)).toEqual(judge(text))
  })
})
