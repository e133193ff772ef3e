import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/**
 * Who may import from whom. A room may always import from itself, unless `apart` says that its files are strangers: then only
 * parts, which lie in folders of the room, may be shared.
 */
const ROOMS: Readonly<Record<string, { readonly from: readonly string[]; readonly apart?: boolean }>> = {
  core: { from: [] },
  views: { from: ['core'] },
  adapters: { from: ['core'], apart: true },
  commands: { from: ['core', 'views'], apart: true },
  context: { from: ['adapters', 'core'] },
  program: { from: ['commands', 'core'] },
  main: { from: ['program', 'context', 'views', 'core'] },
}

/** What commands share: the types of the shelf. The shelf itself names them all. */
const SHARED: readonly string[] = ['commands/card.ts']

/**
 * Libraries that neither read the clock, the disk nor randomness by themselves, and so may be used in core. One of calendars
 * does where it is not told the time and an id; we tell it both. One of documents does as well: what it would write of the time is
 * put in its place, and its random names tell parts of one file apart.
 */
const PURE_LIBRARIES: readonly string[] = [
  'yaml',
  'zod',
  'fastest-levenshtein',
  '@sindresorhus/slugify',
  'get-east-asian-width',
  'temporal-polyfill',
  'ical-generator',
  'markdown-it',
  'csv-stringify/sync',
  'docx',
]

/** Who may say a word. */
const WORDS: readonly {
  readonly word: RegExp
  readonly says: string
  readonly may: (file: string) => boolean
}[] = [
  {
    word: /\bprocess\./,
    says: 'process',
    may: (f) => f === 'main.ts' || f === 'context.ts' || f.startsWith('adapters/'),
  },
  { word: /\bconsole\./, says: 'console', may: () => false },
  {
    word: /\bDate\b(?!\w)\s*[.(]|new Date\b/,
    says: 'Date',
    may: (f) =>
      f === 'core/dates.ts' ||
      ['clock.ts', 'ids.ts', 'date-phrases.ts', 'index/plan.ts'].includes(f.replace(/^adapters\//, '')),
  },
  { word: /\bMath\.random\b/, says: 'Math.random', may: () => false },
  { word: /from 'chalk'/, says: 'chalk', may: (f) => f === 'views/theme.ts' },
  {
    word: /\bfrom 'node:|import\('node:/,
    says: 'node:',
    may: (f) => f === 'main.ts' || f === 'context.ts' || f.startsWith('adapters/'),
  },
]

/** Every broken rule in a tree of sources, one line each; empty when the house is in order. */
function faults(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files).flatMap(([file, text]) => [
    ...importFaults(file, text),
    ...wordFaults(file, text),
  ])
}

function importFaults(file: string, text: string): string[] {
  const room = roomOf(file)
  const rules = ROOMS[room]
  if (rules === undefined) return [`${file}: no such room "${room}"`]
  return imports(text).flatMap((target) => {
    if (!target.startsWith('.')) {
      return room !== 'core' || target.startsWith('node:') || PURE_LIBRARIES.includes(target)
        ? []
        : [`${file}: core may not import ${target}`]
    }
    const to = relative('/', resolve('/', dirname(file), target))
    if (to.startsWith('..') || to === 'package.json') return []
    const there = roomOf(to)
    if (there === room) {
      const isDoor = to.split('/').length === 2
      const isShelf = file === 'commands/index.ts' || file.startsWith('commands/cards/')
      const mayNot = rules.apart === true && isDoor && !SHARED.includes(to) && !isShelf
      return mayNot ? [`${file}: sideways import of ${to}`] : []
    }
    return rules.from.includes(there) ? [] : [`${file}: ${room} may not import ${there} (${to})`]
  })
}

function wordFaults(file: string, text: string): string[] {
  return WORDS.flatMap(({ word, says, may }) =>
    word.test(code(text)) && !may(file) ? [`${file}: may not say ${says}`] : [],
  )
}

function imports(text: string): string[] {
  return [...code(text).matchAll(/(?<!['\w])(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  )
}

function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

function roomOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '')
}

function sources(): Record<string, string> {
  const src = join(ROOT, 'src')
  const names = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return Object.fromEntries(
    names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(src, name), 'utf8')]),
  )
}

describe('the house', () => {
  it('keeps its rooms apart', () => {
    expect(faults(sources())).toEqual([])
  })

  it.each([
    ['core/x.ts', "import { readFileSync } from 'node:fs'", 'may not say node:'],
    ['core/x.ts', "import chalk from 'chalk'", 'core may not import chalk'],
    ['core/x.ts', "import { theme } from '../views/theme.ts'", 'core may not import views'],
    ['core/x.ts', 'export const now = () => Date.now()', 'may not say Date'],
    ['core/x.ts', 'export const luck = Math.random()', 'may not say Math.random'],
    ['views/x.ts', "import { load } from '../adapters/data-files.ts'", 'views may not import adapters'],
    ['views/x.ts', 'process.stdout.write("x")', 'may not say process'],
    ['commands/x.ts', "import { editor } from '../adapters/editor.ts'", 'commands may not import adapters'],
    ['commands/x.ts', "import { run } from './prep.ts'", 'sideways import'],
    ['adapters/x.ts', "import { clock } from './clock.ts'", 'sideways import'],
    ['adapters/x.ts', 'console.log(1)', 'may not say console'],
    ['program.ts', "import { x } from './adapters/x.ts'", 'program may not import adapters'],
  ])('notices %s saying %s', (file, text, fault) => {
    expect(faults({ [file]: text }).join('\n')).toContain(fault)
  })

  it('has an architecture page that names every folder of the sources, and no folder that is gone', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
    const folders = [...new Set(Object.keys(sources()).map((file) => dirname(file)))].filter(
      (dir) => dir !== '.',
    )
    const named = [...page.matchAll(/`src\/([a-z/-]+)\/`/g)].map((match) => match[1] ?? '')
    expect(folders.filter((dir) => !named.includes(dir))).toEqual([])
    expect(named.filter((dir) => !existsSync(join(ROOT, 'src', dir)))).toEqual([])
  })
})
