import { expect, test } from 'vitest'
import { type Block, readMarkdown, underHeading, wordsOf } from '../../../src/core/exports/markdown.ts'

/** Every word of some blocks, in order. */
function allWords(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if ('children' in block) return wordsOf(block.children)
      if ('text' in block) return block.text
      if ('blocks' in block) return allWords(block.blocks)
      if ('items' in block) return block.items.map(allWords).join(' ')
      if ('rows' in block) return [block.head, ...block.rows].flat().map(wordsOf).join(' ')
      return ''
    })
    .join(' ')
}

test('headings, lists, quotes, code, tables and rules are told apart', () => {
  const blocks = readMarkdown(
    '### Updates\n\nOn *48213* the **update** came late. [E1]\nIt was ~~late~~ `x < y`.\n\n3. one\n4. two\n\n- a\n\n- b\n\n> said\n\n```sh\nls\n```\n\n---\n\n| a | b |\n|---|---|\n| 1 | **2** |\n',
  )
  expect(blocks.map(({ block }) => block)).toEqual([
    ...['heading', 'paragraph', 'list', 'list', 'quote', 'code', 'rule', 'table'],
  ])
  expect(blocks[2]).toMatchObject({ from: 3, tight: true })
  expect(blocks[3]).toMatchObject({ tight: false })
  expect(blocks[3]).not.toHaveProperty('from')
  expect(blocks[5]).toEqual({ block: 'code', text: 'ls', language: 'sh' })
  expect(blocks[7]).toMatchObject({ head: [[{ text: 'a' }], [{ text: 'b' }]] })
  expect(allWords(blocks)).toContain('On 48213 the update came late. [E1]\nIt was late x < y.')
})

test.each([
  ['[a](https://example.org/x?y=1)', 'https://example.org/x?y=1'],
  ['<https://example.org>', 'https://example.org'],
  ['[a](mailto:sam@example.org)', 'mailto:sam@example.org'],
  ['[a](javascript:alert(1))', undefined],
  ['[a](JaVaScRiPt:alert(1))', undefined],
  ['[a](java&#10;script:alert(1))', undefined],
  ['[a](data:text/html,x)', undefined],
  ['[a](vbscript:x)', undefined],
  ['[a](file:///etc/passwd)', undefined],
  ['[a](ftp://example.org)', undefined],
  ['[a](/settings)', undefined],
  ['[a](//example.org)', undefined],
  ['[a][r]\n\n[r]: javascript:alert(1)', undefined],
])('%s leads to %s', (text, to) => {
  const found = JSON.stringify(readMarkdown(text)).match(/"to":"([^"]*)"/)?.[1]
  expect(found).toBe(to)
  expect(allWords(readMarkdown(text))).toMatch(/a|https/)
})

test('an image is the words that stand for it, and HTML is text', () => {
  expect(allWords(readMarkdown('see ![the *chart*](https://example.org/x.png)'))).toBe('see the chart')
  expect(allWords(readMarkdown('<img src=x onerror=alert(1)>'))).toBe('<img src=x onerror=alert(1)>')
  expect(allWords(readMarkdown('<svg onload=alert(1)>\n\n<script>x</script>'))).toContain(
    '<script>x</script>',
  )
})

test('headings stand in order below the one they belong to', () => {
  const levels = (text: string, level: number) =>
    JSON.stringify(underHeading(readMarkdown(text), level))
      .match(/"level":\d/g)
      ?.map((one) => Number(one.at(-1)))
  expect(levels('##### deep\n\n# high\n\n#### below\n\n#### beside', 2)).toEqual([3, 3, 4, 4])
  expect(levels('> # a\n\n- ## b', 1)).toEqual([2, 3])
  expect(levels('# a\n\n## b\n\n### c\n\n#### d\n\n##### e', 3)).toEqual([4, 5, 6, 6, 6])
})

test.each([
  ['quotes', `${'>'.repeat(500)} kept`],
  ['dashes', `${'- '.repeat(500)}kept`],
  ['numbers', `${'1. '.repeat(500)}kept`],
  ['mixed', `${'> - 1) '.repeat(200)}kept`],
])('words behind a long row of %s are kept', (_name, text) => {
  expect(allWords(readMarkdown(text))).toContain('kept')
})

test('a long row of dashes alone is a line', () => {
  expect(readMarkdown('-'.repeat(500))).toEqual([{ block: 'rule' }])
})
