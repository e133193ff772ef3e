import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as exporting from '../../../src/commands/export.ts'
import * as importing from '../../../src/commands/import.ts'
import * as people from '../../../src/commands/people.ts'
import { loadNotes } from '../../../src/core/notebook/load.ts'
import type { SharedItem } from '../../../src/core/sharing/copy.ts'
import { desk } from '../../support/context.ts'
import { copyOf, written } from '../../support/copies.ts'

const WORDS = [
  '=HYPERLINK("http://x.example";"a")',
  '-2+3, then "=1" and ;@SUM(A1)',
  '-5',
  "'=already marked",
  'Three steps:\n- one\n+ two\n\n@three',
  'Sent at 11:20 - late, "on it" was missing',
  '＝1 and 漢字 👩‍👩‍👧',
]

const ITEMS: readonly SharedItem[] = WORDS.map((words, at) => ({
  id: `01KAJ0000000000000000ITEM${at}`,
  kind: 'evidence',
  label: `E${at + 1}`,
  date: `2026-10-1${at}`,
  ...(at % 2 === 0 ? { side: 'growth', source: 'customer' } : { side: 'strength' }),
  ...(at === 1 ? { ticket: '48213', link: 'https://desk.example.com/48213' } : {}),
  ...(at === 2 ? { area: 'updates' } : {}),
  words,
}))

async function withSam() {
  const at = desk()
  await at.run(people.add, ['Sam Rivera'], {}, { yes: true })
  return at
}

test('what an export wrote as CSV comes back as it was, and goals and promises stay where they are', async () => {
  const at = await withSam()
  const goal = { id: '01KAJ0000000000000000GOAL1', kind: 'goal', by: '2026-12-18', words: 'A goal' }
  const file = join(at.folder, 'export.csv')
  writeFileSync(file, await written('csv', [copyOf({ items: [...ITEMS, goal] })]))
  await at.run(importing, [file], { mask: false }, { yes: true })
  const { found } = await loadNotes(at.files())
  const [note] = found.map((one) => one.note).filter(({ facts }) => facts.kind === 'evidence')
  const told = (note?.facts.items ?? []).map(({ id: _id, row: _row, ...facts }) => facts)
  expect(told).toEqual(ITEMS.map(({ id: _id, words: _words, ...facts }) => facts))
  for (const words of WORDS) {
    for (const line of words.split('\n')) expect(note?.sections[0]?.text).toContain(line)
  }
  expect(JSON.stringify(note)).not.toMatch(/A goal|"'-|updates: -5/)
})

test('whatever signs it holds: exported, imported and exported again it is the same', async () => {
  const at = await withSam()
  const sign = fc.constantFrom('=', '+', '-', '@', '\t', '"', "'", ',', ';', '|', ' ', 'a', '7', '=2+2', 'ü')
  const texts = fc.sample(fc.string({ unit: sign, minLength: 2, maxLength: 12 }), { numRuns: 150, seed: 3 })
  const words = [
    ...new Set(['a,=2+2', '"=2+2"', '-', ...texts.map((text) => text.trim().replace(/\s+/g, ' '))]),
  ]
  const known = words.filter((one) => /[\p{L}\p{N}]/u.test(one))
  const items = known.map((one, index) => ({
    id: `01KAJ00000000000000${String(index).padStart(7, '0')}`,
    kind: 'evidence',
    label: `E${index + 1}`,
    date: '2026-10-14',
    words: one,
  }))
  const file = join(at.folder, 'export.csv')
  writeFileSync(file, await written('csv', [copyOf({ items })]))
  await at.run(importing, [file], { mask: false }, { yes: true })
  const again = await at.run(exporting, [], { for: 'mentor', person: 'sam', format: 'csv' }, { yes: true })
  const column = (text: string) =>
    parse<{ words: string }>(text, { bom: true, columns: true }).map((row) => row.words)
  expect(known.length).toBeGreaterThan(80)
  expect(column(again.out).sort()).toEqual(column(await written('csv', [copyOf({ items })])).sort())
})

test('in the notebook it came from there is nothing new in it', async () => {
  const at = await withSam()
  const file = join(at.folder, 'export.csv')
  writeFileSync(file, await written('csv', [copyOf({ items: ITEMS })]))
  await at.run(importing, [file], {}, { yes: true })
  const { found } = await loadNotes(at.files())
  const items = found.flatMap(({ note }) => note.facts.items ?? [])
  const again = ITEMS.map((item, index) => ({
    ...item,
    id: items[index]?.id ?? '',
    words: `${item.words} said anew`,
  }))
  writeFileSync(file, await written('csv', [copyOf({ items: again })]))
  const before = at.tree()
  await at.run(importing, [file], { mask: false }, { yes: true })
  expect(at.tree()).toEqual(before)
})

test('a file of another program keeps every sign', async () => {
  const at = await withSam()
  const file = join(at.folder, 'other.csv')
  writeFileSync(file, "Agent,Date,Ticket,Comment\nSam Rivera,2026-10-11,48213,'=was typed so\n")
  await at.run(importing, [file], {}, { yes: true })
  const { found } = await loadNotes(at.files())
  expect(JSON.stringify(found.map(({ note }) => note.sections))).toContain("'=was typed so")
})
