import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { cliMarkdown, everyCommand, manPage } from '../../scripts/docs/pages.mjs'
import { everywhere } from '../../src/commands/index.ts'
import { shelf } from '../support/shelf.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

test('the page on the command line is that of the commands as they are (npm run docs:cli)', () => {
  expect(read('docs/cli.md')).toBe(cliMarkdown(shelf, everywhere))
})

test('so is the page for man (npm run docs:cli)', () => {
  expect(read('docs/tactful.1')).toBe(manPage(shelf, everywhere))
})

test('both name every command that people can use, and none that is for programs', () => {
  const names = everyCommand(shelf).map(({ name }) => name)
  expect(names).toContain('tactful people rename')
  for (const name of names) {
    expect(read('docs/cli.md')).toMatch(new RegExp(`^#+ ${name}$`, 'm'))
    expect(read('docs/tactful.1').replaceAll('\\-', '-')).toMatch(new RegExp(`^\\.SS ${name}\\b`, 'm'))
  }
  expect(read('docs/cli.md')).not.toContain('completion words')
})

test('links inside the page lead to a heading', () => {
  const page = read('docs/cli.md')
  const headings = new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map(([, words = '']) => words.toLowerCase().replaceAll(' ', '-')),
  )
  for (const [, target = ''] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(target)
})

test('the page for man is one that groff takes without a word, where there is groff', () => {
  const file = fileURLToPath(new URL('docs/tactful.1', root))
  const tried = spawnSync('groff', ['-man', '-ww', '-Tutf8', file], { encoding: 'utf8' })
  if (tried.error === undefined) expect(tried.stderr).toBe('')
  const text = read('docs/tactful.1')
  expect(text).not.toMatch(/^'/m)
})
