import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { CommandCard } from '../../src/commands/card.ts'
import { home } from '../../src/commands/index.ts'
import { createChecker } from '../../src/core/wording/check.ts'
import { createModel } from '../../src/core/wording/model.ts'
import { readModel } from '../../src/core/wording/model-file.ts'
import { shelf } from '../support/shelf.ts'
import { shipped } from '../support/wording.ts'

const root = join(import.meta.dirname, '../..')
const { pack } = shipped()
const model = new Uint8Array(readFileSync(join(root, 'templates/wording/model.bin')))
const rulesOnly = createChecker([pack])
const check = createChecker([pack], { judge: createModel(readModel(model)) })

/** A few words on a button or in a list say nothing of anybody, and the model was made for sentences. */
const isSentence = (text: string): boolean => text.split(' ').length > 4 || /[.?]$/.test(text)

/** What would be reported in these texts, one line each: where, the rule, the words. */
function flagged(texts: readonly (readonly [place: string, text: string])[]): readonly string[] {
  return texts.flatMap(([place, text]) =>
    (isSentence(text) ? check : rulesOnly)(text)
      .filter((one) => one.severity === 'warning')
      .map((one) => `${place}: ${one.rule} "${one.words}" in ${text.slice(0, 200)}`),
  )
}

function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name))
}

/** Keys whose values are for the program, or are what a colleague says of their own work. */
const SILENT = new Set([
  ...['id', 'type', 'when', 'extends', 'kind', 'version', 'makes', 'view_text'],
  // Words by which somebody else's own are found, or searched.
  'also',
  // What the other side of a rehearsal says, looks like and feels, and the phrases that a line is known by.
  ...['says', 'looks', 'behind', 'phrases', 'asked', 'told', 'lists'],
])

function wordsOf(value: unknown, place: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return value.includes(' ') ? [[place, value]] : []
  if (Array.isArray(value)) return value.flatMap((one, i) => wordsOf(one, `${place}.${i + 1}`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([key]) => !SILENT.has(key))
    .flatMap(([key, one]) => wordsOf(one, `${place}.${key}`))
}

function helpOf(card: CommandCard): readonly (readonly [string, string])[] {
  const own = [
    card.summary,
    card.more,
    ...[...(card.args ?? []), ...(card.flags ?? [])].map((one) => one.summary),
  ]
  return [
    ...own.flatMap((text) => (text === undefined ? [] : [[card.name, text] as const])),
    ...(card.commands ?? []).flatMap(helpOf),
  ]
}

/** Sentences in a source file that somebody could read, with what is filled in as a quotation. */
function literalsOf(path: string): readonly (readonly [string, string])[] {
  const source = ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ESNext)
  const found: (readonly [string, string])[] = []
  const visit = (node: ts.Node): void => {
    const text = textOf(node)
    if (text !== undefined && /^\p{Lu}.*\p{L}+ \p{L}+.*[.?]$/su.test(text)) found.push([path, text])
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map((span) => `"x"${span.literal.text}`).join('')
}

function said(): readonly (readonly [string, string])[] {
  return ['views', 'commands', 'core', 'adapters'].flatMap((room) =>
    filesBelow(`src/${room}`, '.ts').flatMap(literalsOf),
  )
}

describe('what we ship passes our own check', () => {
  test.each(
    ['sessions', 'forms', 'library', 'samples', 'rehearsals'].flatMap((folder) =>
      filesBelow(`templates/${folder}`, '.yaml'),
    ),
  )('%s', (path) => {
    const texts = wordsOf(parse(readFileSync(join(root, path), 'utf8')), path)
    expect(texts.length).toBeGreaterThan(5)
    expect(flagged(texts)).toEqual([])
  })

  test('the help of every command', () => {
    const texts = [home, ...shelf].flatMap(helpOf)
    expect(texts.length).toBeGreaterThan(50)
    expect(flagged(texts)).toEqual([])
  })

  test.each(['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...filesBelow('docs', '.md')])('%s', (path) => {
    const text = readFileSync(join(root, path), 'utf8')
    expect(
      check(text)
        .filter((one) => one.severity === 'warning')
        .map((one) => `line ${text.slice(0, one.offset).split('\n').length}: ${one.rule} "${one.words}"`),
    ).toEqual([])
  })

  test('problems, notices and all else the program says', () => {
    const texts = said()
    expect(texts.length).toBeGreaterThan(150)
    expect(flagged(texts)).toEqual([])
  })
})

test('rules and model would both see it', () => {
  expect(flagged([['here', 'You are lazy and you never listen.']])).not.toEqual([])
  const told = flagged([['here', 'Some of us read the runbook.']])
  expect(told.join()).toContain('reads-as')
})
