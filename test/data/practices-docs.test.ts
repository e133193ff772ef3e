import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { everyCommand } from '../../scripts/docs/pages.mjs'
import { carriers, practicesMarkdown, type ShippedFile } from '../../scripts/docs/practices-page.mjs'
import { shelf } from '../support/shelf.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const templates = fileURLToPath(new URL('templates', root))

const data: readonly ShippedFile[] = readdirSync(templates, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, value: parse(read(`templates/${path}`)) as unknown }))

interface Group {
  readonly title: string
  readonly practices: Readonly<Record<string, string>>
}
const { besides, ...groups } = parse(read('scripts/docs/practices.yaml')) as Record<string, Group> & {
  readonly besides: Readonly<Record<string, readonly string[]>>
}
const numbers = Object.values(groups).flatMap(({ practices }) => Object.keys(practices).map(Number))

test('the page on practices is that of what ships (npm run docs:practices)', () => {
  expect(read('docs/practices.md')).toBe(practicesMarkdown({ besides, ...groups }, data))
})

test('all 213 are there, and something carries each', () => {
  expect(numbers).toEqual(Array.from({ length: 213 }, (_, at) => at + 1))
  const carried = carriers(data)
  expect(numbers.filter((one) => !carried.has(one) && besides[one] === undefined)).toEqual([])
})

test('no question, form or entry names a practice that does not exist', () => {
  expect([...carriers(data).keys()].filter((one) => !numbers.includes(one))).toEqual([])
})

test('what carries one besides questions is there', () => {
  const commands = everyCommand(shelf).map(({ name }) => name.replace(/^tactful /, ''))
  const categories = data.flatMap(({ path, value }) =>
    path.startsWith('wording/') && value instanceof Object && 'rules' in value && Array.isArray(value.rules)
      ? value.rules.map((rule: { readonly category?: string }) => rule.category)
      : [],
  )
  const notices = read('src/views/notices.ts')
  for (const [kind = '', ...words] of Object.values(besides)
    .flat()
    .map((one) => one.split(' '))) {
    const name = words.join(' ')
    if (kind === 'command') expect(commands).toContain(name)
    else if (kind === 'wording') expect(categories).toContain(name)
    else if (kind === 'sample') expect(data.map(({ path }) => path)).toContain(`samples/${name}.yaml`)
    else expect(notices).toContain(`case '${name}'`)
  }
})
