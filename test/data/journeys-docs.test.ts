import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shelf } from '../../src/commands/index.ts'
import { everyQuestion } from '../../src/core/template/find.ts'
import { templateFrom } from '../support/templates.ts'

const root = join(import.meta.dirname, '../..')
const pages = readdirSync(join(root, 'docs/journeys')).filter((name) => name.endsWith('.md'))
const commands = new Set(shelf.map(({ name }) => name))

describe.each(pages)('docs/journeys/%s', (name) => {
  const page = readFileSync(join(root, 'docs/journeys', name), 'utf8')
  const id = name.replace('.md', '')
  const template = templateFrom(`templates/sessions/${id}.yaml`)

  test('names only questions that are asked, in the words in which they are asked', () => {
    const asks = new Set(everyQuestion(template).map(({ ask }) => ask))
    const told = [...page.matchAll(/^\| ([^|`]+\?[^|`]*) \|/gm)].map(([, ask = '']) => ask)
    const names = new Set([...page.matchAll(/What are you to (\p{L}+)\?/gu)].map(([, who = '']) => who))
    const unknown = told.filter(
      (ask) => !asks.has(ask) && ![...names].some((who) => asks.has(ask.replaceAll(who, '{person}'))),
    )
    if (page.includes('| asked | why |')) expect(told.length).toBeGreaterThan(5)
    expect(unknown).toEqual([])
  })

  test('names only commands and files that there are', () => {
    const named = [...page.matchAll(/(?<=^|`)tactful ([a-z]+)/gm)].map(([, command = '']) => command)
    expect(named.filter((command) => !commands.has(command))).toEqual([])
    const files = [...page.matchAll(/`(templates\/[\w/-]+\.yaml)`/g)].map(([, path = '']) => path)
    const links = [...page.matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, path = '']) =>
      join('docs/journeys', path),
    )
    expect([...files, ...links].filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('shows what the program shows', () => {
    const shown = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
    const path = join(root, `test/journeys/transcripts/${id}.txt`)
    const transcript = existsSync(path) ? readFileSync(path, 'utf8') : ''
    for (const block of shown) expect(transcript).toContain(block)
  })
})
