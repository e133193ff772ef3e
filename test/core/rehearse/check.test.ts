import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Mistake } from '../../../src/core/problem.ts'
import { checkScenario } from '../../../src/core/rehearse/check.ts'
import { rehearsalText, shippedMoves } from '../../support/rehearse.ts'

const moves = shippedMoves()
const sound = rehearsalText('peer')

function mistakes(text: string, id?: string): readonly Mistake[] {
  const checked = checkScenario(text, 'rehearsals/peer.yaml', moves, id)
  return 'mistakes' in checked ? checked.mistakes : []
}

/** The mistakes of the peer's talk with some words replaced; the place of the first one is that of `at`. */
function after(from: string, to: string): readonly string[] {
  if (!sound.includes(from)) throw new Error(`not there: ${from}`)
  return mistakes(sound.replace(from, to)).map(({ message, mend }) => `${message} ${mend}`)
}

describe('a rehearsal', () => {
  it('that is sound has no mistakes', () => {
    expect(mistakes(sound, 'peer')).toEqual([])
  })

  it('tells of a name that is near another, at its line and column', () => {
    const text = sound.replace('        to: told', '        to: tolt')
    const line = text.slice(0, text.indexOf('to: tolt')).split('\n').length
    expect(mistakes(text)).toEqual([
      {
        file: 'rehearsals/peer.yaml',
        line,
        column: 13,
        message: 'There is no state or ending "tolt".',
        mend: 'Did you mean "told"?',
      },
    ])
  })

  it.each([
    ['on: [feeling, own]', 'on: [feling, own]', 'There is no kind of move "feling". Did you mean "feeling"?'],
    ['when: [easy, glad]', 'when: [esy, glad]', 'There is no mood "esy". Did you mean "easy"?'],
    ['mood: cool }', 'mood: cold }', 'There is no mood "cold". Did you mean "cool"?'],
    [
      'start: { state: opening',
      'start: { state: openning',
      'There is no state "openning". Did you mean "opening"?',
    ],
    ['- id: told', '- id: opening', 'The id "opening" is used twice. Give one of the two another id.'],
    ['grade: half', 'grade: halv', '"halv" cannot stand here. Did you mean "half"?'],
    ['    hint: Say', '    hnt: Say', '"hnt" is not known here. Did you mean "hint"?'],
    ['limit: { turns: 12', 'limit: { turns: 2', 'This number is too small. At least 4 is needed.'],
    ['        - Mm.\n        - Well. Anyway.\n', '        - Mm.\n', 'The same sentence would come twice.'],
  ])('%j written as %j is told', (from, to, wanted) => {
    expect(after(from, to).join('\n')).toContain(wanted)
  })

  it('that is called otherwise than its file is told', () => {
    expect(mistakes(sound, 'colleague').map(({ message }) => message)).toEqual([
      'The id is "peer", the file is called colleague.yaml.',
    ])
  })

  it('that is no YAML, or blown up by aliases, is told and not thrown', () => {
    expect(mistakes('id: [')[0]).toMatchObject({ line: 1 })
    expect(mistakes('id: &a [1]\nstates: *a\n')[0]?.message).toContain('alias')
    expect(mistakes('')).not.toEqual([])
  })
})

it('is sound as the page on rehearsals shows it', () => {
  const page = readFileSync(new URL('../../../docs/rehearse.md', import.meta.url), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  expect(mistakes(example, 'mine')).toEqual([])
})

/** A talk of two states, as small as one can be. */
function small(over: Partial<Record<'one' | 'two' | 'anywhere' | 'endings', string>> = {}): string {
  return `
id: small
version: 1
title: Small
other: { name: Wren, who: a colleague }
you: a colleague
situation: [It rains.]
goal: Talk.
moods: [{ id: shut, name: shut, looks: away }, { id: open, name: open, looks: here }]
start: { state: one, mood: open }
limit: { turns: 6, to: late }
states:
  - id: one
    says: [Hello.]
    hint: Ask.
    ready: How are you?
    moves:
      ${over.one ?? '- { on: open, to: two }'}
    otherwise: { says: [Mm., Hm.] }
  - id: two
    says: [Well.]
    hint: Ask on.
    ready: What next?
    moves:
      ${over.two ?? '- { on: agree, to: good }'}
    otherwise: { says: [Mm., Hm.] }
anywhere:
  ${over.anywhere ?? '- { on: [judgment, comparison, dismiss, order, leading, end], to: off }'}
endings:
  - { id: good, grade: good, title: Good, says: [Bye.], means: Good. }
  - { id: off, grade: cut-off, title: Off, says: [Bye.], means: Off. }
  - { id: late, grade: half, title: Late, says: [Bye.], means: Late. }
  ${over.endings ?? ''}
`
}

describe('the ways through a rehearsal', () => {
  const told = (text: string) => mistakes(text).map(({ line, message }) => `${line}: ${message}`)

  it('are sound in a small one', () => {
    expect(told(small())).toEqual([])
  })

  it('must reach every state', () => {
    const text = small({ one: '- { on: open, to: good }' })
    expect(told(text)).toContainEqual(expect.stringMatching(/No talk comes to "two"/))
  })

  it('must reach every ending', () => {
    const text = small({ endings: '- { id: never, grade: half, title: Never, says: [Bye.], means: Never. }' })
    expect(told(text)).toContainEqual(expect.stringMatching(/No talk ends with "never"/))
  })

  it('must leave a loop otherwise than by breaking off', () => {
    const found = told(small({ two: '- { on: open, to: one }' }))
    expect(found).toContainEqual(expect.stringMatching(/Once a talk is at "one" \(open\)/))
    expect(found).toContainEqual(expect.stringMatching(/Once a talk is at "two" \(open\)/))
  })

  it('must leave it in every mood in which it can be reached', () => {
    const two = '- { on: agree, when: [open], mood: 0, to: good }'
    const still = (text: string) => text.replaceAll('otherwise: {', 'otherwise: { mood: 0,')
    expect(told(still(small({ two })))).toEqual([])
    const closing = small({ two, one: '- { on: open, mood: -1, to: two }' })
    expect(told(still(closing)).join()).toContain('Once a talk is at "two" (shut)')
    expect(told(closing)).toEqual([])
  })

  it('must answer what hurts, and the wish to end, in every state', () => {
    const anywhere = '- { on: [judgment, comparison, dismiss, order], to: off }'
    expect(told(small({ anywhere }))).toContainEqual(
      expect.stringMatching(/"one" has no answer to: leading, end\./),
    )
  })

  it('must come to every answer', () => {
    const one = `- { on: open, to: two }
      - { on: [open], says: [Yes., Yes indeed.] }`
    expect(told(small({ one }))).toContainEqual(expect.stringMatching(/^19: This answer never comes\./))
  })
})
