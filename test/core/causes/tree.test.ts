import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bonesOf, fishboneMermaid, fishboneText, mermaidWords } from '../../../src/core/causes/fishbone.ts'
import { type Branch, type Cause, treeText, type Why, whyTree } from '../../../src/core/causes/tree.ts'

const CAUSES: readonly Cause[] = [
  { value: 'skill', label: 'did not know how', family: 'Knowledge' },
  { value: 'news', label: 'a change', family: 'News' },
]
const WORDS = { head: 'What happened', other: 'More' }

const why = (key: string, of?: string): Why => ({
  key,
  words: `because ${key}`,
  ...(of === undefined ? {} : { of }),
})

/** Words with whatever people and programs put into them. */
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.constantFrom(
    '"]',
    '--> x',
    '```',
    '%%{init: {}}%%',
    'end',
    '# a',
    '- b',
    '1. c',
    '[ ] d',
    '\n## e',
    '`f',
    '<b>',
    '#quot;',
    '\\',
  ),
)
const causes = fc.uniqueArray(
  fc.record(
    { value: fc.constantFrom('a', 'b', 'c', 'd'), label: words, family: words },
    { requiredKeys: ['value', 'label'] },
  ),
  { selector: ({ value }) => value },
)
const whys = fc
  .array(fc.tuple(words, fc.constantFrom(undefined, 'a', 'b', 'c', 'd', 'k0', 'k1', 'k2', 'k3', 'k9')), {
    maxLength: 8,
  })
  .map((all) =>
    all.map(
      ([text, of], index): Why => ({ key: `k${index}`, words: text, ...(of === undefined ? {} : { of }) }),
    ),
  )

const everyWord = (branches: readonly Branch[]): readonly string[] =>
  branches.flatMap((branch) => [branch.words, ...everyWord(branch.reasons)])
const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

describe('whys', () => {
  it('hang on what they name, else on the one before; the first on the only cause', () => {
    expect(
      treeText(whyTree(CAUSES, [why('k1', 'news'), why('k2'), why('k3', 'k1'), why('k4', 'skill')])),
    ).toBe(
      [
        '- did not know how',
        '  - because k4',
        '- a change',
        '  - because k1',
        '    - because k2',
        '    - because k3',
      ].join('\n'),
    )
    expect(treeText(whyTree(CAUSES.slice(0, 1), [why('k1')]))).toBe('- did not know how\n  - because k1')
    expect(treeText(whyTree(CAUSES, [why('k1'), why('k2')]))).toBe('- because k1\n  - because k2')
    expect(treeText(whyTree(CAUSES, [why('k1', 'k2'), why('k2', 'gone')]))).toBe(
      '- because k1\n  - because k2',
    )
  })

  it('each stand once, whatever they name, and end', () => {
    fc.assert(
      fc.property(causes, whys, (roots, asked) => {
        const all = everyWord(whyTree(roots, asked))
        const wanted = [...roots.map(({ label }) => label), ...asked.map((one) => one.words)].map(flat)
        expect([...all].sort()).toEqual(wanted.sort())
      }),
    )
  })

  it('are a Markdown list and nothing else: no heading, no other list, no rule, no code', () => {
    fc.assert(
      fc.property(causes, whys, (roots, asked) => {
        const tree = whyTree(roots, asked)
        for (const line of [treeText(tree), fishboneText(tree, WORDS)].flatMap((text) => text.split('\n'))) {
          if (line !== '') expect(line).toMatch(/^(?: {2})*- (?!#|>|[-*+] |=|~|`|\||\[|\d+[.)](?:\s|$))/u)
        }
      }),
    )
  })
})

describe('the fishbone', () => {
  it('puts causes on the bone of their family, what has none on the last word', () => {
    const tree = whyTree([...CAUSES, { value: 'own', label: 'the link', family: 'News' }], [why('k1', 'own')])
    const loose = whyTree([{ value: 'x', label: 'my own words' }], [])
    expect(bonesOf([...tree, ...loose], WORDS).map(({ family, causes: on }) => [family, on.length])).toEqual([
      ['Knowledge', 1],
      ['News', 2],
      ['More', 1],
    ])
    expect(fishboneText(tree, WORDS)).toBe(
      '- Knowledge\n  - did not know how\n- News\n  - a change\n  - the link',
    )
  })

  it('is one block of Mermaid in which each line is a node with a label, and leads where one stands', () => {
    fc.assert(
      fc.property(causes, whys, (roots, asked) => {
        const block = fishboneMermaid(whyTree(roots, asked), WORDS)
        const lines = block.split('\n')
        expect(lines.slice(0, 3)).toEqual(['```mermaid', 'flowchart LR', '  head["What happened"]'])
        expect(lines.at(-1)).toBe('```')
        const known = new Set(['head'])
        for (const line of lines.slice(3, -1)) {
          const [, id = '', into = ''] =
            /^ {2}(n\d+)\["(?:[\p{L}\p{M}\p{N} ,]|#\d+;)+"\] --> (head|n\d+)$/u.exec(line) ?? []
          expect(known.has(into), line).toBe(true)
          known.add(id)
        }
      }),
    )
  })

  it('says in Mermaid what was said: its numbers are the characters', () => {
    fc.assert(
      fc.property(words, (text) => {
        const back = mermaidWords(text).replace(/#(\d+);/g, (_all, code: string) =>
          String.fromCodePoint(Number(code)),
        )
        const plain = flat(text).replace(/[.。]$/, '')
        expect(back).toBe(plain === '' ? '…' : plain)
      }),
    )
  })
})
