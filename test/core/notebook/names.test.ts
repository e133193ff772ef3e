import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafePath, isSlug, notePath, personPath, privatePath } from '../../../src/core/notebook/names.ts'
import { slugFor } from '../../../src/core/notebook/new-person.ts'
import { anyText, someFacts } from '../../support/notebook.ts'

describe('slugs', () => {
  it.each([
    ['Sam Rivera', 'sam-rivera'],
    ['Wei-Ling Tan', 'wei-ling-tan'],
    ["Anna O'Neill", 'anna-o-neill'],
    ['José Ángel Núñez', 'jose-angel-nunez'],
    ['Jose\u0301 A\u0301ngel', 'jose-angel'],
    ['Ronald McDonald', 'ronald-mcdonald'],
    ['Straße Ø', 'strasse-o'],
    ['CON', 'con-person'],
    ['aux', 'aux-person'],
    ['COM1', 'com1-person'],
    ['nul ', 'nul-person'],
    ['👩‍👧', 'person'],
    ['', 'person'],
    ['\u202eRivera', 'rivera'],
    ['../../x', 'x'],
    ['..\\..\\x', 'x'],
    ['/etc/x', 'etc-x'],
    ['-rf', 'rf'],
    ['$(touch PWN)', 'touch-pwn'],
    ['a\n\u001b[2Jb', 'a-2jb'],
    ['x'.repeat(300), 'x'.repeat(40)],
  ])('%j becomes %s', (name, slug) => {
    expect(slugFor(name)).toBe(slug)
  })

  it('differ from those taken, within their length', () => {
    expect(slugFor('Sam Rivera', ['sam-rivera', 'sam-rivera-2'])).toBe('sam-rivera-3')
    expect(slugFor('x'.repeat(50), ['x'.repeat(40)])).toBe(`${'x'.repeat(38)}-2`)
  })

  it('are fit for any file system, and no two alike, for any names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 60 })), { maxLength: 8 }),
        (names) => {
          const slugs: string[] = []
          for (const name of names) slugs.push(slugFor(name, slugs))
          expect(slugs.filter((slug) => !isSlug(slug))).toEqual([])
          expect(new Set(slugs).size).toBe(names.length)
          expect(slugs.every((slug) => isSafePath(personPath(slug)))).toBe(true)
        },
      ),
    )
  })
})

describe('paths', () => {
  it('of notes are dated, kind and ending', () => {
    expect(notePath(someFacts())).toBe('notes/sam-rivera/2026-11-21-session-7k3v0a.md')
    expect(privatePath(someFacts())).toBe('private/sam-rivera/2026-11-21-session-7k3v0a.md')
  })

  it.each(['tactful.yaml', 'notes/a/b.md', '.gitignore', 'notes/Zoë.md', 'a/..b', 'notes/console.md'])(
    '%j is safe',
    (path) => {
      expect(isSafePath(path)).toBe(true)
    },
  )

  it.each([
    '',
    '/',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/..',
    '../a',
    'a/../b',
    '...',
    'a\\b',
    'C:',
    'C:/x',
    'a\0',
    '.git',
    '.GIT/x',
    'a/.git/b',
    'git~1',
    'con',
    'a/NUL.md',
    'lpt1.txt',
    'a.',
    'a ',
    'a/b ./c',
    'a\nb',
    'a\u001b',
    'a\u202eb',
    'a\u200b',
    'a?',
    'a*',
    '<a>',
    'a|b',
    'a"',
    'x'.repeat(256),
  ])('%j is not', (path) => {
    expect(isSafePath(path)).toBe(false)
  })
})
