import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyOf, written } from '../../support/copies.ts'

const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', "'", ',', ';', '|', ' ', 'a', '7'),
  maxLength: 14,
})

test('no program finds a formula in it, whatever it takes for a separator, and all rows keep their cells', async () => {
  await fc.assert(
    fc.asyncProperty(nasty, nasty, async (words, area) => {
      const items = [{ id: 'a', kind: 'evidence', area, words }]
      const text = await written('csv', [copyOf({ items, person: words })])
      for (const delimiter of [',', ';', '\t', '|']) {
        const rows = parse(text, {
          bom: true,
          delimiter,
          relax_quotes: true,
          relax_column_count: true,
          quote: delimiter === ',' ? '"' : null,
        })
        for (const cell of rows.flat()) {
          if (!/^-\d+(?:[.,]\d+)?$/.test(cell)) expect(cell, delimiter).not.toMatch(/^[=+\-@\t\r]/)
        }
      }
      expect(parse(text, { bom: true }).map((row) => row.length)).toEqual([14, 14])
    }),
    { numRuns: 500, examples: [['-7', '']] },
  )
})

test('spreadsheets open it without asking: a byte order mark, CRLF, one row an item', async () => {
  const text = await written('csv', [copyOf(), copyOf({ id: 'N2', items: [] })])
  expect(text.startsWith('\ufeffperson,date,kind,side,words,')).toBe(true)
  expect(text.split('\r\n')).toHaveLength(6)
})
