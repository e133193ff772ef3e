import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Packed, pack, ROOT } from './packed.ts'

/** Two million bytes are the bound; below this one sees it come. */
const ENOUGH = 1_950_000

/** Pages for those who have the sources. */
const FOR_SOURCES: readonly string[] = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  'docs/decisions.md',
  'docs/practices.md',
]

let packed: Packed
beforeAll(() => {
  packed = pack()
})
afterAll(() => packed?.remove())

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

describe('the package', () => {
  it('is small, and brings no other with it', () => {
    expect(packed.bytes).toBeLessThan(ENOUGH)
    const { dependencies, optionalDependencies, peerDependencies, scripts } = JSON.parse(read('package.json'))
    expect([dependencies, optionalDependencies, peerDependencies]).toEqual([undefined, undefined, undefined])
    expect(Object.keys(scripts)).not.toEqual(expect.arrayContaining([expect.stringMatching(/install$/)]))
  })

  it('holds what it needs and what the law asks for, no sources, no tests, nothing that was left over', () => {
    expect(packed.files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'THIRD-PARTY-NOTICES.txt',
        'bin/tactful.js',
        'docs/tactful.1',
      ]),
    )
    const kinds = /^(?:bin|dist|docs|templates)\/|^[A-Z-]+(?:\.md|\.txt)?$|^package\.json$/
    expect(packed.files.filter((path) => !kinds.test(path))).toEqual([])
    expect(packed.files.filter((path) => /\.(?:ts|map|tgz|log)$|(?:^|\/)\./.test(path))).toEqual([])
    const main = read('dist/main.js')
    const chunks = packed.files.filter((path) => path.startsWith('dist/chunks/'))
    const named = [main, ...chunks.map(read)].join('\n')
    expect(chunks.filter((path) => !named.includes(path.slice('dist/chunks/'.length)))).toEqual([])
  })

  it('names no folder of the machine it was built on', () => {
    const texts = packed.files.filter((path) => /\.(?:js|json|md|yaml|txt|1)$/.test(path))
    expect(texts.filter((path) => read(path).includes(ROOT))).toEqual([])
  })

  it('names the licence of every library in it', () => {
    const notices = read('THIRD-PARTY-NOTICES.txt')
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>
    }
    const bundled = ['chalk', 'commander', 'conf', 'docx', 'markdown-it', 'yaml', 'zod']
    for (const name of bundled) expect(notices).toContain(`${name} ${devDependencies[name]}`)
    for (const name of ['ajv', 'semver', 'esbuild', 'vitest']) expect(notices).not.toContain(`\n${name} `)
    expect(read('LICENSE')).toMatch(/^MIT License/)
  })

  it('has every page and picture that its pages point to', () => {
    const pages = packed.files.filter((path) => path.endsWith('.md'))
    const dead = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
        .map(([, target = '']) => normalize(join(dirname(page), target)))
        .filter((target) => !packed.files.includes(target) && !FOR_SOURCES.includes(target))
        .map((target) => `${page}: ${target}`),
    )
    expect(dead).toEqual([])
    expect(FOR_SOURCES.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('has every shipped file that its pages name', () => {
    const pages = packed.files.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md')
    const missing = pages.flatMap((page) =>
      [...read(page).matchAll(/ships[^.`]* `(templates\/[a-z/-]+\.[a-z.]+)`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !packed.files.includes(path)),
    )
    expect(missing).toEqual([])
  })
})
