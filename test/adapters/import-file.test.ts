import { Buffer } from 'node:buffer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it, test } from 'vitest'
import { openExport } from '../../src/adapters/import-file.ts'
import { problemOf } from '../support/context.ts'

const folder = mkdtempSync(join(tmpdir(), 'tactful-export-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function readBack(name: string, bytes: string | Uint8Array, encoding?: string) {
  writeFileSync(join(folder, name), bytes)
  const file = await openExport(folder, name, encoding)
  const rows: { line: number; cells: readonly string[] }[] = []
  for await (const batch of file.rows()) rows.push(...batch)
  return { file, rows, cells: rows.map(({ cells }) => cells) }
}

const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
const TEXT = 'Agent;Kommentar\r\nJosé Núñez;"Sehr „gut“ – 5 €,\r\nja"\r\n'
const CELLS = [['José Núñez', 'Sehr „gut“ – 5 €,\r\nja']]

describe('encodings', () => {
  test.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', utf16(TEXT, true)],
    ['utf-16le', utf16(TEXT, false)],
    ['utf-16be', utf16(TEXT, true).swap16()],
    ['utf-16be', utf16(TEXT, false).swap16()],
    [
      'windows-1252',
      Buffer.from(
        TEXT.replace('„', '\x84').replace('“', '\x93').replace('–', '\x96').replace('€', '\x80'),
        'latin1',
      ),
    ],
  ])('%s (%#)', async (name, bytes) => {
    const { file, cells } = await readBack('e.csv', bytes)
    expect(file).toMatchObject({ encoding: name, delimiter: ';', headings: ['Agent', 'Kommentar'] })
    expect(cells).toEqual(CELLS)
  })

  it('are taken as given, and refused where the bytes are none or the name is unknown', async () => {
    const polish = Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0xb3, 0x2c, 0xbf, 0x0a])
    expect((await readBack('p.csv', polish, 'iso-8859-2')).cells).toEqual([['ł', 'ż']])
    expect(await problemOf(readBack('p.csv', polish, 'utf-8'))).toMatchObject({ kind: 'data' })
    expect(await problemOf(readBack('p.csv', polish, 'klingon'))).toMatchObject({ kind: 'usage' })
  })
})

describe('CSV', () => {
  it('gives back any cells, each with the line it begins on', async () => {
    const cell = fc.stringMatching(/^[ -~\n]{0,12}$/)
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',', ';', '\t'), async (wanted, sign) => {
        const quoted = wanted.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(sign))
        const { rows: read } = await readBack(
          'any.csv',
          `${['a', 'b', 'c'].join(sign)}\n${quoted.join('\n')}\n`,
        )
        expect(read.map(({ cells }) => cells)).toEqual(wanted)
        let line = 2
        const lines = quoted.map((text) => {
          const mine = line
          line += text.split('\n').length
          return mine
        })
        expect(read.map((one) => one.line)).toEqual(lines)
      }),
      { numRuns: 40 },
    )
  })

  it('may say its own delimiter, repeat a heading, and leave one out', async () => {
    const { file, rows } = await readBack('s.csv', 'sep=|\na|a|\n1|2|3\n')
    expect(file.headings).toEqual(['a', 'a (2)', 'column 3'])
    expect(rows).toEqual([{ line: 3, cells: ['1', '2', '3'] }])
  })

  test.each([
    ['a,b\r\n1,"2\n3"\n4,5\n', ['1', '2\n3'], ['4', '5'], 4],
    ['a,b\n1,"2"\r\n4,5\r\n', ['1', '2'], ['4', '5'], 3],
    ['a,b\r1,"2"\r4,5\r', ['1', '2'], ['4', '5'], 3],
  ])('ends its rows as it likes, also in two ways: %j', async (text, first, second, line) => {
    const { rows } = await readBack('ends.csv', text)
    expect(rows).toEqual([
      { line: 2, cells: first },
      { line, cells: second },
    ])
  })

  it('with a hundred thousand equal headings gives each a name of its own in no time', async () => {
    const { file } = await readBack('same.csv', `${'a,'.repeat(100_000)}b\n`)
    expect(new Set(file.headings).size).toBe(100_001)
    expect(file.headings[99_999]).toBe('a (100000)')
  })

  it('with a row longer than a million characters is refused where the row begins', async () => {
    const text = `a,b\n1,2\n3,"${'x'.repeat(1_100_000)}\n`
    expect(await problemOf(readBack('long.csv', text))).toMatchObject({ kind: 'data', line: 3 })
  })
})

describe('JSON', () => {
  it('keeps long numbers, looks into objects, joins lists, and knows the lines', async () => {
    const text =
      '[\n{"id": 12345678901234567890, "agent": {"name": "Sam"}, "tags": ["a", 1], "ok": true},\n\n{"agent": null, "more": 1.50}]'
    const { file, rows } = await readBack('a.json', text)
    expect(file.headings).toEqual(['id', 'agent.name', 'tags', 'ok', 'agent', 'more'])
    expect(rows).toEqual([
      { line: 2, cells: ['12345678901234567890', 'Sam', 'a, 1', 'true', '', ''] },
      { line: 4, cells: ['', '', '', '', '', '1.50'] },
    ])
  })

  it('one object a line, in UTF-16 too, blank lines between them', async () => {
    const text = '{"a":"é","b":1}\r\n\r\n{"a":"y","b":2}\r\n'
    const { file, rows } = await readBack('l.jsonl', utf16(text, true))
    expect(file.format).toBe('jsonl')
    expect(rows).toEqual([
      { line: 1, cells: ['é', '1'] },
      { line: 3, cells: ['y', '2'] },
    ])
  })

  it('may be cut into pieces anywhere', async () => {
    const entries = Array.from({ length: 6000 }, (_none, at) => ({ id: String(at), text: `Größe ${at} 👍` }))
    const { cells } = await readBack('many.json', JSON.stringify(entries))
    expect(cells).toEqual(entries.map(({ id, text }) => [id, text]))
  })

  it('with a text that does not end is refused before it fills the memory', async () => {
    const text = `[{"a": 1},\n"${'x'.repeat(3_000_000)}"]`
    const { message, ...problem } = { message: '', ...(await problemOf(readBack('endless.json', text))) }
    expect(problem).toMatchObject({ kind: 'data', line: 2 })
    expect(message).toContain('longer than a million')
  })

  it('that names a prototype stays plain data', async () => {
    const { cells } = await readBack('p.json', '[{"__proto__": {"polluted": "yes"}, "a": "b"}]')
    expect(cells.flat()).toContain('b')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

it('a file that is written to while it is read is refused', async () => {
  writeFileSync(join(folder, 'live.csv'), 'a,b\n1,2\n')
  const file = await openExport(folder, 'live.csv', undefined)
  writeFileSync(join(folder, 'live.csv'), 'a,b\n1,2\n3,4\n')
  const problem = await problemOf(
    (async () => {
      for await (const _rows of file.rows());
    })(),
  )
  expect(problem).toMatchObject({ kind: 'data', message: expect.stringContaining('changed') })
})
