import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { compileData } from '../../scripts/build/data.mjs'
import { dataFiles } from '../../src/adapters/data-files.ts'
import { exportSchema } from '../../src/core/exports/schema.ts'
import { scenarioSchema } from '../../src/core/rehearse/schema.ts'
import { templateFileSchema } from '../../src/core/template/extend/schema.ts'
import { checkLibrary, librarySchema } from '../../src/core/template/library-check.ts'
import type { Template } from '../../src/core/template/template.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SIX = readFileSync(join(ROOT, 'test/data/six-questions.yaml'), 'utf8')

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tactful-build-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** A folder of templates with these files, and where the build is to put its data. */
function templates(files: Readonly<Record<string, string>>): { readonly from: string; readonly to: string } {
  const made = folder()
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(made, 'from', path, '..'), { recursive: true })
    writeFileSync(join(made, 'from', path), text)
  }
  return { from: join(made, 'from'), to: join(made, 'to') }
}

test.each([
  ['template.schema.json', templateFileSchema],
  ['library.schema.json', librarySchema],
  ['rehearsal.schema.json', scenarioSchema],
  ['export.schema.json', exportSchema],
])('%s is the one the sources describe (run: npm run build)', (name, schema) => {
  const committed = JSON.parse(readFileSync(join(ROOT, 'templates/schema', name), 'utf8'))
  expect(committed).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))))
})

test('a mistake in what ships stops the build with its place', async () => {
  const { from, to } = templates({
    'sessions/six-questions.yaml': SIX.replace('type: choices', 'type: choises'),
    'library/things.yaml': 'id: things\nversion: 1\ntitle: Things\nentries: []\n',
  })
  const mistakes = await compileData(ROOT, to, from)
  expect(mistakes.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    'templates/library/things.yaml:4:10',
    'templates/sessions/six-questions.yaml:62:19',
  ])
  expect(readdirSync(join(to, '..'))).not.toContain('to')
})

test('what is compiled is found again, a second build touches nothing, and what is gone goes', async () => {
  const { from, to } = templates({
    'sessions/six-questions.yaml': SIX,
    'samples/one.yaml': 'person: Ines\n',
  })
  expect(await compileData(ROOT, to, from)).toEqual([])
  const data = dataFiles(folder(), to)
  expect(await data.shippedIds('templates')).toEqual(['six-questions'])
  expect(await data.shipped('samples', 'one')).toEqual({ person: 'Ines' })
  expect(await data.shipped('samples', 'two')).toBeUndefined()
  const file = join(to, 'templates/six-questions.json')
  const before = statSync(file).mtimeMs
  await compileData(ROOT, to, from)
  expect(statSync(file).mtimeMs).toBe(before)
  rmSync(join(from, 'samples/one.yaml'))
  await compileData(ROOT, to, from)
  expect(readdirSync(join(to, 'samples'))).toEqual([])
})

test('a shipped template that is built on another one ships whole, and stops the build where it does not fit', async () => {
  const short = 'id: short\nversion: 1\nextends: six-questions\nremove: [part/own]\n'
  const { from, to } = templates({ 'sessions/six-questions.yaml': SIX, 'sessions/short.yaml': short })
  expect(await compileData(ROOT, to, from)).toEqual([])
  const { template } = (await dataFiles(folder(), to).shipped('templates', 'short')) as { template: Template }
  expect([template.extends, template.parts.map(({ id }) => id)]).toEqual([
    'six-questions',
    ['who', 'evidence', 'points', 'goals'],
  ])
  writeFileSync(join(from, 'sessions/short.yaml'), short.replace('part/own', 'part/gone'))
  expect(await compileData(ROOT, to, from)).toMatchObject([
    {
      file: 'templates/sessions/short.yaml',
      line: 4,
      column: 10,
      message: '"six-questions" has no part "gone".',
    },
  ])
  writeFileSync(join(from, 'sessions/short.yaml'), short.replace('six-questions', 'short'))
  expect(await compileData(ROOT, to, from)).toMatchObject([{ line: 3, column: 10 }])
})

test('the hash of a template changes with its words', async () => {
  const first = templates({ 'sessions/six-questions.yaml': SIX })
  const second = templates({ 'sessions/six-questions.yaml': SIX.replace('Who is it for?', 'Who?') })
  const hashes = []
  for (const { from, to } of [first, second]) {
    await compileData(ROOT, to, from)
    hashes.push(
      ((await dataFiles(folder(), to).shipped('templates', 'six-questions')) as { hash: string }).hash,
    )
  }
  expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/)
  expect(hashes[0]).not.toBe(hashes[1])
})

test('the shipped library has at least 24 behaviours, none of them a trait, each with what good looks like', () => {
  const checked = checkLibrary(
    readFileSync(join(ROOT, 'templates/library/behaviours.yaml'), 'utf8'),
    'b.yaml',
  )
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  const { entries } = checked.library
  expect(entries.length).toBeGreaterThanOrEqual(24)
  expect(entries.filter((one) => one.good === undefined || one.area === undefined)).toEqual([])
  const traits = /\b(?:attitude|laz(?:y|iness)|motivat\w+|careless\w*|talent\w*|personality|friendliness)\b/i
  expect(entries.filter((one) => traits.test(`${one.label} ${one.good}`))).toEqual([])
})

test('a checked file is kept by its text: the costly step runs once, also after the program starts anew', async () => {
  const cache = folder()
  let made = 0
  const make = async () => {
    made += 1
    return { made }
  }
  expect(await dataFiles(cache).cached('x', 'one', make)).toEqual({ made: 1 })
  expect(await dataFiles(cache).cached('x', 'one', make)).toEqual({ made: 1 })
  expect(await dataFiles(cache).cached('x', 'two', make)).toEqual({ made: 2 })
  for (const name of readdirSync(join(cache, 'checked')))
    writeFileSync(join(cache, 'checked', name), '{"value":')
  expect(await dataFiles(cache).cached('x', 'one', make)).toEqual({ made: 3 })
})

test('a cache that cannot be written costs nothing but time', async () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(await dataFiles(join(file, 'cache')).cached('x', 'one', async () => 7)).toBe(7)
})

test('a program without its data says so in one sentence', async () => {
  await expect(dataFiles(folder(), folder()).shippedIds('templates')).rejects.toMatchObject({
    problem: { kind: 'data', message: 'Part of the program is missing. Install it again.' },
  })
})
