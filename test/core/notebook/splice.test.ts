import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitFront } from '../../../src/core/notebook/front.ts'
import { setFact, setKey } from '../../../src/core/notebook/splice.ts'
import { readYaml } from '../../../src/core/notebook/yaml-in.ts'
import { Trouble } from '../../../src/core/problem.ts'
import { anyText } from '../../support/notebook.ts'

/** Lines of `after` that are not those of `before`, and the other way round. */
function changed(before: string, after: string): { gone: string[]; come: string[] } {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return { gone: old.slice(start, old.length - end), come: now.slice(start, now.length - end) }
}

const NOTE = `---
tactful: 1   # the format
id: "01KATQ5C3R8V2M6E9WQ47K3V0A"
kind: 'session'
person:   sam-rivera

# ours, from the wiki
"team code":    ~    # unknown to the program
date: 2026-11-21
created: 2026-11-21T14:30:00Z
title:   'A "quoted" title'   # keep this
choices:
    place:  room 2   # four spaces
    with: {calm: yes, late: no}
    days: [mon,   tue]
events:
- of: x
  what: "agreed"
  on: 2026-11-20
-   of: y
    what: met
    on: 2026-11-21
    why: |
      two
      lines
last: one
---

# A "quoted" title

Words: with a colon
`

import { readOwnYaml } from '../../../src/core/notebook/yaml-own.ts'

describe('changing one fact', () => {
  it.each<[string, (string | number)[], unknown, string[], string[]]>([
    ['a plain text', ['person'], 'wei-ling-tan', ['person:   sam-rivera'], ['person:   wei-ling-tan']],
    [
      'a quoted text before a comment',
      ['title'],
      'NO',
      [`title:   'A "quoted" title'   # keep this`],
      ['title:   "NO"   # keep this'],
    ],
    [
      'an empty one',
      ['team code'],
      'x: 1',
      [`"team code":    ~    # unknown to the program`],
      [`"team code":    "x: 1"    # unknown to the program`],
    ],
    [
      'a nested one',
      ['choices', 'place'],
      'café',
      ['    place:  room 2   # four spaces'],
      ['    place:  café   # four spaces'],
    ],
    [
      'one in a map on a line',
      ['choices', 'with', 'late'],
      'NO',
      ['    with: {calm: yes, late: no}'],
      ['    with: {calm: yes, late: "NO"}'],
    ],
    ['a list on a line', ['choices', 'days'], ['wed'], ['    days: [mon,   tue]'], ['    days: ["wed"]']],
    [
      'one item of it',
      ['choices', 'days', 1],
      'wed',
      ['    days: [mon,   tue]'],
      ['    days: [mon,   "wed"]'],
    ],
    [
      'one in a list of maps',
      ['events', 1, 'on'],
      '2026-11-22',
      ['    on: 2026-11-21'],
      ['    on: "2026-11-22"'],
    ],
    [
      'a text of several lines',
      ['events', 1, 'why'],
      'one',
      ['    why: |', '      two', '      lines'],
      ['    why: one'],
    ],
    ['the first key behind a dash', ['events', 0, 'of'], 'z', ['- of: x'], ['- of: z']],
    ['a new one at the end', ['zone'], 'Europe/Berlin', [], ['zone: Europe/Berlin']],
    ['a new list at the end', ['goals'], ['a', 'b'], [], ['goals:', '  - a', '  - b']],
    ['a new one inside', ['choices', 'how'], 'yes', [], ['    how: "yes"']],
    [
      'a new one in a map on a line',
      ['choices', 'with', 'x'],
      1,
      ['    with: {calm: yes, late: no}'],
      ['    with: {"x": 1, calm: yes, late: no}'],
    ],
    ['a new one inside a new one', ['asked', 'why'], 'Why?', [], ['asked:', '  why: Why?']],
    ['none: it goes', ['last'], undefined, ['last: one'], []],
    [
      'none: a block goes',
      ['choices'],
      undefined,
      [
        'choices:',
        '    place:  room 2   # four spaces',
        '    with: {calm: yes, late: no}',
        '    days: [mon,   tue]',
      ],
      [],
    ],
    [
      'a block for a text',
      ['choices'],
      'none',
      [
        'choices:',
        '    place:  room 2   # four spaces',
        '    with: {calm: yes, late: no}',
        '    days: [mon,   tue]',
      ],
      ['choices: none'],
    ],
  ])('%s', (_name, path, value, gone, come) => {
    expect(changed(NOTE, setFact(NOTE, path, value))).toEqual({ gone, come })
    const crlf = NOTE.replaceAll('\n', '\r\n')
    const both = (lines: string[]) => lines.map((line) => `${line}\r`)
    expect(changed(crlf, setFact(crlf, path, value))).toEqual({ gone: both(gone), come: both(come) })
  })

  it('leaves every other byte alone, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<(string | number)[]>(
          ['title'],
          ['person'],
          ['new'],
          ['choices', 'place'],
          ['events', 0, 'what'],
          ['a', 'b'],
        ),
        anyText,
        fc.boolean(),
        (path, text, crlf) => {
          const source = crlf ? NOTE.replaceAll('\n', '\r\n').trimEnd() : NOTE
          const { gone, come } = changed(source, setFact(source, path, text))
          expect(gone.length).toBeLessThanOrEqual(1)
          expect(come.length).toBeLessThanOrEqual(2)
          const after = factsOf(setFact(source, path, text))
          const before = factsOf(source)
          expect(JSON.stringify(after)).toContain(`"${path.at(-1)}":${JSON.stringify(text)}`)
          const others = Object.keys(before).filter((key) => key !== path[0])
          expect(others.map((key) => after[key])).toEqual(others.map((key) => before[key]))
        },
      ),
    )
  })

  it('changes nothing when nothing changes', () => {
    expect(setFact(NOTE, ['absent'], undefined)).toBe(NOTE)
  })

  it('says where it cannot, instead of guessing', () => {
    const at = (path: (string | number)[]) => () => setFact(NOTE, path, undefined, 'x.md')
    expect(at(['choices', 'with', 'calm'])).toThrow(Trouble)
    expect(() => setFact(NOTE, ['person', 'name'], 'x', 'x.md')).toThrow(Trouble)
    expect(() => setFact(NOTE, ['events', 7, 'on'], 'x', 'x.md')).toThrow(Trouble)
    expect(() => setFact(NOTE.replace('last:', 'person: x\nlast:'), ['person'], 'x', 'x.md')).toThrow(Trouble)
  })
})

describe('changing one key of a file that is YAML throughout', () => {
  it.each<[string, string, (string | number)[], unknown, string]>([
    ['no line break at the end', 'name: Sam', ['role'], 'tier 1', 'name: Sam\nrole: tier 1'],
    ['a key that has no value', 'name:\nrole: x\n', ['name'], 'Sam', 'name: Sam\nrole: x\n'],
    ['a key that has no value, at the end', 'name:', ['name'], 'Sam', 'name: Sam'],
    ['an empty file', '', ['name'], 'Sam', 'name: Sam\n'],
    ['only a comment', '# mine\n', ['name'], 'Sam', '# mine\nname: Sam\n'],
    ['a byte order mark', '\ufeffname: Sam\n', ['name'], 'Wei', '\ufeffname: Wei\n'],
    [
      'a list below its key',
      'aliases:  # short\n- Sam\n- Sammy\nrole: x\n',
      ['aliases'],
      ['S'],
      'aliases:  # short\n  - S\nrole: x\n',
    ],
    ['a list to nothing', 'aliases:\n  - Sam\nrole: x\n', ['aliases'], [], 'aliases: []\nrole: x\n'],
    ['a text that goes over lines', 'role: "a\n  b"\nname: Sam\n', ['role'], 'c', 'role: c\nname: Sam\n'],
    ['a comment that ends the file', 'name: Sam\n# end\n', ['role'], 'x', 'name: Sam\n# end\nrole: x\n'],
  ])('%s', (_name, source, path, value, wanted) => {
    expect(setKey(source, path, value)).toBe(wanted)
  })

  it('holds for any map of texts', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, anyText, { minKeys: 1 }), anyText, fc.nat(), (map, text, n) => {
        const source = Object.entries(map)
          .map(([key, value]) => `${JSON.stringify(key)}:  ${JSON.stringify(value)}   # why\n`)
          .join('')
        const key = Object.keys(map)[n % Object.keys(map).length] ?? ''
        const plain = [key, text].every((one) => !/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(one))
        fc.pre(plain && isReadable(source))
        const after = setKey(source, [key], text)
        expect({ ...(readYaml(after, 'x').value as object) }).toEqual({ ...map, [key]: text })
        expect(changed(source, after).come.length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

function factsOf(source: string): Record<string, unknown> {
  return readYaml(splitFront(source, 'x.md').yaml, 'x.md').value as Record<string, unknown>
}

function isReadable(source: string): boolean {
  try {
    readYaml(source, 'x')
    return true
  } catch {
    return false
  }
}

describe('an item added to a list of maps', () => {
  it('stands there as the others do, and the note is still as we write it', () => {
    const before =
      '---\nitems:\n  - id: a\n    kind: promise # mine\n  - id: b\n    kind: promise\ntitle: x\n---\n'
    const after = setFact(before, ['items', 2], { id: 'c', kind: 'agreement', by: '2026-12-04' })
    expect(after).toBe(before.replace('title', '  - id: c\n    kind: agreement\n    by: "2026-12-04"\ntitle'))
    expect(readOwnYaml(splitFront(after.replace(' # mine', ''), '').yaml)).toBeDefined()
  })

  it('stays on one line where the others do', () => {
    const before = '---\nitems: [{ id: a }]\n---\n'
    expect(setFact(before, ['items', 1], { id: 'c' })).toBe('---\nitems: [{ id: a }, {"id": "c"}]\n---\n')
  })
})
