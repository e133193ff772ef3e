import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { exportCard } from '../../../src/commands/cards/reading.ts'
import { FORMAT_IDS, FORMATS } from '../../../src/core/exports/formats.ts'
import { copyOf, ground, HOSTILE, written } from '../../support/copies.ts'

const SCHEMA = JSON.parse(
  readFileSync(join(resolve(import.meta.dirname, '../../..'), 'templates/schema/export.schema.json'), 'utf8'),
)
const isValid = new Ajv2020({ allErrors: true, formats: { 'date-time': true } }).compile(SCHEMA)

test.each(FORMAT_IDS)(
  '%s is found under its own name, and writes no copy at all as well as any text',
  async (id) => {
    const format = await FORMATS[id]()
    expect(format.id).toBe(id)
    const copy = copyOf({ title: HOSTILE, lead: HOSTILE, sections: [{ heading: HOSTILE, text: HOSTILE }] })
    for (const copies of [[], [copy], [copy, copy]]) {
      const made = await format.write(copies, ground)
      expect(typeof made === 'string').toBe(!format.binary)
    }
  },
)

test('each can be asked for, under the ending that files of its kind have', async () => {
  const flag = exportCard.flags?.find(({ flags }) => flags.startsWith('--format'))
  expect(flag?.choices).toEqual(FORMAT_IDS)
  const all = await Promise.all(FORMAT_IDS.map((id) => FORMATS[id]()))
  expect(all.map(({ extension }) => extension)).toEqual(FORMAT_IDS)
})

test('Markdown holds the words as they stand in the note', async () => {
  const text = await written('md', [copyOf(), copyOf({ title: 'Another' })])
  expect(text).toContain('# Feedback for Sam Rivera\n\n24 November 2026')
  expect(text).toContain('## To talk about\n\n### Updates to waiting customers\n')
  expect(text).toContain('\n\n---\n\n# Another\n')
})

test('a page of several copies has one title, and their headings below it in order', async () => {
  const levels = (text: string) => [...text.matchAll(/<h(\d)[^>]*>/g)].map(([, level]) => Number(level))
  expect(levels(await written('html', [copyOf()]))).toEqual([1, 2, 2, 3])
  const both = await written('html', [copyOf(), copyOf()])
  expect(levels(both)).toEqual([1, 2, 3, 3, 4, 2, 3, 3, 4])
  expect(both).toContain('<title>Two notes</title>')
  expect(both.match(/<article aria-labelledby="note-\d">/g)).toHaveLength(2)
  expect(both).toContain('<a href="#note-2">Feedback for Sam Rivera</a>, 21 November 2026')
})

test('no copy makes a page that could load or run something', async () => {
  const page = await written('html', [
    copyOf({ title: HOSTILE, lead: HOSTILE, sections: [{ heading: HOSTILE, text: HOSTILE }] }),
  ])
  const tags = new Set([...page.matchAll(/<([a-z0-9]+)/gi)].map(([, tag]) => tag))
  expect([...tags].sort()).toEqual([
    'body',
    'h1',
    'h2',
    'head',
    'html',
    'main',
    'meta',
    'p',
    'style',
    'title',
  ])
  expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
})

test('JSON is valid by the schema that ships, and tells nothing of what was taken out', async () => {
  const text = await written('json', [
    copyOf({ removed: [{ what: 'private', count: 3, why: 'private' }] }),
    copyOf({ lead: HOSTILE }),
  ])
  const file = JSON.parse(text)
  expect([isValid(file), isValid.errors]).toEqual([true, null])
  expect(file).toMatchObject({ format: 1, made: ground.now, reader: 'mentor' })
  expect(file.notes[0].items).toHaveLength(4)
  expect(text).not.toContain('removed')
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|\\ud800/)
  expect(isValid({ ...file, more: 1 })).toBe(false)
})

test('any text is valid JSON by the schema', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      expect(isValid(JSON.parse(await written('json', [copyOf({ title: text, lead: text })])))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('the calendar holds each thing that is open once, and the talk at its time', async () => {
  const copy = copyOf()
  const talks = new Map([[copy.id, { day: '2026-11-24', instant: '2026-11-24T13:00:00.000Z', minutes: 30 }]])
  const closed = { id: 'x', kind: 'promise', by: '2026-11-28', state: 'kept', words: 'done' }
  const text = await written('ics', [{ ...copy, items: [...copy.items, closed] }, copyOf()], { talks })
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  expect(events.map((event) => event.getFirstPropertyValue('summary'))).toEqual([
    'talk: Sam Rivera',
    'promise: Sam Rivera',
    'goal: Sam Rivera',
  ])
  expect(String(events[0]?.getFirstPropertyValue('dtstart'))).toBe('2026-11-24T13:00:00Z')
})
