import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionOf } from '../../../src/core/notebook/assemble.ts'
import { formatNote, parseNote } from '../../../src/core/notebook/codec.ts'
import type { Note } from '../../../src/core/notebook/note.ts'
import { type Problem, Trouble } from '../../../src/core/problem.ts'
import { anyText, someFacts, someNote } from '../../support/notebook.ts'

const PATH = 'notes/sam-rivera/note.md'

function read(source: string): Note {
  return parseNote(source, PATH).note
}

function problemOf(source: string): Problem | undefined {
  try {
    parseNote(source, PATH)
  } catch (error) {
    if (error instanceof Trouble) return error.problem
    throw error
  }
  return undefined
}

const anyNote: fc.Arbitrary<Note> = fc.record({
  facts: fc
    .record({
      title: anyText,
      person: anyText,
      asked: fc.dictionary(anyText, anyText, { maxKeys: 3 }),
      unknown: fc.jsonValue({ depthSize: 'small', noUnicodeString: false }),
    })
    .map((given) => someFacts(given)),
  lead: anyText,
  sections: fc.uniqueArray(
    fc.record({
      id: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
      heading: anyText,
      text: anyText,
    }),
    { maxLength: 4, selector: (section) => section.id ?? section },
  ) as fc.Arbitrary<Note['sections']>,
})

describe('writing a note and reading it back', () => {
  it('reads as a document', () => {
    expect(formatNote(someNote())).toBe(`---
tactful: 1
id: "01KATQ5C3R8V2M6E9WQ47K3V0A"
kind: session
person: sam-rivera
date: "2026-11-21"
created: "2026-11-21T14:30:00.000Z"
title: Feedback for Sam Rivera
sections:
  well: What went well
  evidence: Evidence
---

# Feedback for Sam Rivera

24 November 2026, 14:00 (30 minutes, room 2)

## What went well

The handover on 48402 had the goal and the logs. [E3]

## Evidence

- E1 · 14 October · ticket 48213 · An update came late
`)
  })

  it('decode, encode, decode is the identity over any text', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        const once = read(formatNote(note))
        const written = formatNote(once)
        expect(read(written)).toEqual(once)
        expect(formatNote(read(written))).toBe(written)
      }),
      { numRuns: 1500 },
    )
  })

  it('gives back every word that was given, whatever it looks like', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (lead, first, second) => {
        const sections = [
          { id: 'a', heading: 'First', text: first },
          { id: 'b', heading: 'Second', text: second },
        ]
        const note = read(formatNote(someNote({ lead, sections })))
        expect(note.sections.map(({ id, heading }) => [id, heading])).toEqual([
          ['a', 'First'],
          ['b', 'Second'],
        ])
        expect([note.lead, ...note.sections.map(({ text }) => text)]).toEqual([lead, first, second].map(kept))
      }),
      { numRuns: 1500 },
    )
  })

  it('gives back every fact, also those it does not know', () => {
    fc.assert(
      fc.property(fc.dictionary(anyText, fc.jsonValue()), (unknown) => {
        const facts = someFacts({ extra: unknown })
        expect(JSON.stringify(read(formatNote({ facts, lead: '', sections: [] })).facts)).toBe(
          JSON.stringify(facts),
        )
      }),
    )
  })

  it.each([
    'NO',
    'yes',
    'null',
    '~',
    '1.10',
    '012',
    '12:30',
    '2026-03-31',
    'C# #1',
    'a: b',
    '',
    'y',
    '=',
    '<<',
    '1_000',
    '0x1F',
    '.inf',
    '- a',
    '? a',
    '"',
    "'",
    '%',
    '@x',
    '`x',
    '&a',
    '*a',
    '!x',
    '|',
    '>',
    'a #b',
    'ab ',
    '\u2028',
  ])('keeps the title and person %j as text', (text) => {
    const { facts } = read(formatNote(someNote({ facts: someFacts({ person: text, title: text }) })))
    expect([facts.person, facts.title]).toEqual([text, text])
  })
})

/** What a note promises to keep of a text: everything but outer blank lines, NUL, and the kind of line break. */
function kept(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('\n')
  while (lines.length > 0 && lines[0]?.trim() === '') lines.shift()
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  return lines.join('\n')
}

describe('a note that somebody edited by hand', () => {
  const source = formatNote(someNote())

  it('takes the title from the first heading', () => {
    const note = read(source.replace('# Feedback for Sam Rivera', '# A talk with Sam'))
    expect(note.facts.title).toBe('A talk with Sam')
  })

  it('keeps a renamed heading and an added one as free text', () => {
    const note = read(`${source.replace('## What went well', '## Strengths')}\n## My own\n\nwords\n`)
    expect(note.sections.map(({ id, heading }) => [id, heading])).toEqual([
      [undefined, 'Strengths'],
      ['evidence', 'Evidence'],
      [undefined, 'My own'],
    ])
    expect(sectionOf(note, 'well')).toBeUndefined()
    expect(sectionOf(note, 'evidence')?.text).toContain('ticket 48213')
  })

  it('does not take a heading inside fenced code for one', () => {
    const note = read(source.replace('An update came late', 'Late\n\n```sh\n## not a heading\n```\nafter'))
    expect(note.sections.map(({ heading }) => heading)).toEqual(['What went well', 'Evidence'])
    expect(note.sections[1]?.text).toContain('## not a heading')
  })

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['no line break at the end', (text: string) => text.trimEnd()],
    ['spaces behind the hyphens', (text: string) => text.replace('---\n\n', '---  \n')],
  ])('reads %s right', (_name, change) => {
    expect(read(change(source))).toEqual(read(source))
  })

  it('takes unquoted facts as the text they are written as', () => {
    const note = read(source.replace('title: Feedback for Sam Rivera', 'title: 1.10').replace(/^# .*$/m, ''))
    expect(note.facts.title).toBe('1.10')
    expect(read(source.replace('person: sam-rivera', 'person: no')).facts.person).toBe('no')
    expect(read(source.replace('tactful: 1', 'tactful: 1\nticket: 012')).facts.ticket).toBe('012')
  })

  it('lets no key reach past the note', () => {
    const note = read(source.replace('tactful: 1', 'tactful: 1\n__proto__: {x: 1}\nconstructor: 2'))
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(Object.getPrototypeOf(note.facts)).toBeNull()
    expect(formatNote(note)).toContain('"__proto__":')
    expect(note.facts.constructor).toBe(2)
  })
})

describe('what is no whole note is refused with its place', () => {
  const source = formatNote(someNote())
  const put = (line: string) => source.replace('kind: session', line)

  it.each<[string, string, number | undefined, string]>([
    ['an empty file', '', undefined, 'empty'],
    ['only blank lines', '\n\n', undefined, 'empty'],
    ['NUL bytes', '\0'.repeat(200), undefined, 'not text'],
    ['cut in the front matter', source.slice(0, 90), 1, 'no end'],
    ['no front matter', '# Words\n', 1, 'three hyphens'],
    ['front matter that is code', source.replace('---\n', '---js\n'), 1, 'plain ---'],
    ['conflict markers', source.replace('kind: session', '<<<<<<< HEAD\nkind: session'), 4, 'two versions'],
    ['conflict markers in the words', `${source}<<<<<<< HEAD\nours\n=======\n`, 25, 'two versions'],
    ['a key twice', put('kind: session\nid: "x"'), 5, 'lines 3 and 5'],
    ['a nested key twice', put('kind: session\nasked:\n  a: x\n  b: y\n  a: z'), 8, 'lines 6 and 8'],
    ['an alias', put('kind: session\na: &a [1]\nb: *a'), 6, 'reference'],
    ['a tag that runs code', put('kind: session\na: !!js/function "function () {}"'), 5, 'js/function'],
    ['an unknown tag', put('kind: session\na: !secret x'), 5, 'secret'],
    ['broken YAML', put('kind: [session'), undefined, ''],
    ['an unknown kind', put('kind: diary'), 4, 'session, checkin'],
    ['an impossible day', source.replace('2026-11-21"', '2026-02-31"'), 6, 'YYYY-MM-DD'],
    ['a missing id', source.replace(/^id:.*\n/m, ''), 1, 'missing'],
    ['a fact of another shape', put('kind: session\nevents: soon'), 5, 'list'],
    ['a second document', put('kind: session\n...\nb: 1'), undefined, ''],
    ['facts that are a list', '---\n- a\n---\n', 1, 'missing'],
  ])('%s', (_name, text, line, words) => {
    const problem = problemOf(text)
    expect(problem).toMatchObject({ kind: 'data', file: PATH, message: expect.stringContaining(words) })
    if (line !== undefined) expect(problem).toMatchObject({ line })
  })

  it('a later format is named, not guessed at', () => {
    expect(problemOf(source.replace('tactful: 1', 'tactful: 7'))).toEqual({
      kind: 'newer',
      file: PATH,
      format: 7,
    })
  })

  it.each([
    ['bombs', `a: &a [x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a, *a]`).join('\n')}`],
    ['ten thousand levels', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['ten thousand levels of lists', `a:\n${'- '.repeat(10_000)}x`],
    ['far too much', `a: "${'x'.repeat(300_000)}"`],
    ['far too many keys', Array.from({ length: 100_000 }, (_, n) => `k${n}: 1`).join('\n')],
  ])('%s', (_name, yaml) => {
    expect(problemOf(put(`kind: session\n${yaml}`))).toMatchObject({ kind: 'data', file: PATH })
  })
})

it('a note that could not be read again is not written in the first place', () => {
  const note = someNote({ facts: someFacts({ link: 'x'.repeat(70_000) }) })
  expect(() => formatNote(note)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ kind: 'usage' }) }),
  )
})
