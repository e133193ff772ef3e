import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newEntry, withEntry } from '../../../src/core/library/add.ts'
import { Trouble } from '../../../src/core/problem.ts'
import { checkLibrary } from '../../../src/core/template/library-check.ts'

const ABOUT = { path: 'library/ours.yaml', id: 'ours', title: 'Ours' }
const HEAD = 'id: ours\nversion: 1\ntitle: Ours\n'

function entriesOf(text: string) {
  const checked = checkLibrary(text, ABOUT.path)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return checked.library.entries
}

/** Ways in which people write a list. */
const WRITTEN: Readonly<Record<string, string>> = {
  block: `${HEAD}entries:\n  - id: a\n    label: one\n`,
  'without an indent': `${HEAD}entries:\n- id: a\n  label: one\n`,
  'without a last line break': `${HEAD}entries:\n  - id: a\n    label: one`,
  'one line each': `${HEAD}entries:\n  - { id: a, label: one } # the first\n`,
  'on one line': `${HEAD}entries: [{ id: a, label: one }]\n`,
  'in the middle': `id: ours\nentries:\n  - id: a\n    label: one\n# then\nversion: 1\ntitle: Ours\n`,
  'with Windows line ends': `${HEAD}entries:\n  - id: a\n    label: one\n    also: [x]\n`.replaceAll(
    '\n',
    '\r\n',
  ),
  'with a byte order mark': `\ufeff${HEAD}entries:\n  - id: a\n    label: one\n`,
}

describe('one more entry', () => {
  test.each(Object.entries(WRITTEN))(
    'in a list written %s: what is there stays, byte for byte',
    (_, text) => {
      const after = withEntry(text, { id: 'b', label: 'two: "it" # is', roles: ['phone'] }, ABOUT, [])
      expect(entriesOf(after).slice(0, -1)).toEqual(entriesOf(text))
      expect(entriesOf(after).at(-1)).toEqual({ id: 'b', label: 'two: "it" # is', roles: ['phone'] })
      const added = after.length - text.length
      const without = Array.from(text, (_char, at) => after.slice(0, at) + after.slice(at + added))
      expect([...without, after.slice(0, text.length)].includes(text)).toBe(true)
    },
  )

  test('whatever it says is read back as it was', () => {
    const label = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => /\p{L}/u.test(text) && text.trim() === text)
    fc.assert(
      fc.property(label, fc.constantFrom(...Object.values(WRITTEN)), (words, text) => {
        const entry = newEntry({ label: words }, { ...ABOUT, version: 1, entries: [] })
        expect(entriesOf(withEntry(text, { ...entry, id: 'other' }, ABOUT, [])).at(-1)?.label).toBe(words)
        expect(entriesOf(withEntry(undefined, entry, ABOUT, []))).toEqual([entry])
      }),
      { numRuns: 150 },
    )
  })

  test('has an id of small letters and digits, whatever its label', () => {
    const ids = ['3 calls a day', 'Ärger', '你好', 'nul'].map((label) => newEntry({ label }, undefined).id)
    expect(ids[0]).toBe('our-3-calls-a-day')
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
  })

  test('in a file too long to be changed at a place is refused with what to do', () => {
    const long = `${WRITTEN.block}${`# ${'x'.repeat(90)}\n`.repeat(800)}`
    expect(() => withEntry(long, { id: 'b', label: 'two' }, ABOUT, [])).toThrow(Trouble)
  })
})
