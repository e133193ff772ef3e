import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkLibrary } from '../../src/core/template/library-check.ts'
import { shelf } from '../support/shelf.ts'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/evidence.md'), 'utf8')

test.each(['areas', 'sources'])('the page names every entry of the %s that ship', (id) => {
  const checked = checkLibrary(readFileSync(join(ROOT, `templates/library/${id}.yaml`), 'utf8'), id)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  expect(checked.library.entries.map((one) => one.id).filter((one) => !page.includes(`\`${one}\``))).toEqual(
    [],
  )
})

test('the page names every flag of jot', () => {
  const flags = shelf.find(({ name }) => name === 'jot')?.flags ?? []
  expect(flags.length).toBeGreaterThan(8)
  expect(flags.filter((one) => !page.includes(`\`${one.flags.split(' ')[0]}`))).toEqual([])
})
