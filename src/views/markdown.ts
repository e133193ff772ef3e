import { type Block, type Inline, readMarkdown, wordsOf } from '../core/exports/markdown.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { cells } from '../core/text/width.ts'
import { wrap } from '../core/text/wrap.ts'
import { wrapReady } from './layout.ts'
import { tableRows } from './table.ts'
import type { Theme } from './theme.ts'

/** Fewer cells than these are too few for words: what stands deeper keeps the room it has. */
const LEAST = 16

/**
 * Markdown to be read on a terminal: `width` cells at most (it may be infinite), no line break at its end. Marks become what
 * they stand for; where there is no colour, the words alone tell.
 */
export function markdownText(markdown: string, theme: Theme, width: number): string {
  return blockLines(readMarkdown(markdown), { theme, width }).join('\n')
}

interface Room {
  readonly theme: Theme
  readonly width: number
}

/** Blocks with a blank line between them, but none below a heading or between the items of a tight list. */
function blockLines(blocks: readonly Block[], room: Room, tight = false): readonly string[] {
  return blocks.flatMap((block, at) => {
    const lines = linesOf(block, room)
    const before = blocks[at - 1]
    return before === undefined || before.block === 'heading' || tight ? lines : ['', ...lines]
  })
}

function linesOf(block: Block, room: Room): readonly string[] {
  const { theme, width } = room
  switch (block.block) {
    case 'heading':
      return broken(cleanLine(wordsOf(block.children)), width).map((line) => theme.strong(line))
    case 'paragraph':
      return broken(spans(block.children, theme), width)
    case 'quote':
      return behind('> ', '> ', room, (inside) => blockLines(block.blocks, inside))
    case 'list':
      return listLines(block, room)
    case 'code':
      return behind('  ', '  ', room, ({ width: own }) => codeLines(block.text, own))
    case 'rule':
      return [theme.dim(theme.sign.rule.repeat(Math.min(width, 24)))]
    case 'table':
      return tableLines(block, room)
  }
}

function listLines({ from, tight, items }: Extract<Block, { block: 'list' }>, room: Room): readonly string[] {
  const widest = from === undefined ? 2 : String(from + items.length - 1).length + 2
  return items.flatMap((item, at) => {
    const lead = from === undefined ? '- ' : `${from + at}. `.padStart(widest)
    const lines = behind(lead, ' '.repeat(widest), room, (inside) => blockLines(item, inside, tight))
    return tight || at === 0 ? lines : ['', ...lines]
  })
}

/** Lines behind a lead on the first of them and a hang on the others; where that leaves no room, below the lead. */
function behind(
  lead: string,
  hang: string,
  { theme, width }: Room,
  inside: (room: Room) => readonly string[],
): readonly string[] {
  const room = width - cells(lead)
  if (room < LEAST) return [...(lead.trim() === '' ? [] : [lead.trim()]), ...inside({ theme, width })]
  const lines = inside({ theme, width: room })
  if (lines.length === 0) return [lead.trimEnd()]
  return lines.map((line, at) => `${at === 0 ? lead : hang}${line}`.trimEnd())
}

function codeLines(text: string, width: number): readonly string[] {
  return clean(text)
    .split('\n')
    .flatMap((line) => (Number.isFinite(width) ? wrap(line, width) : [line]))
}

function tableLines(
  { head, rows }: Extract<Block, { block: 'table' }>,
  { theme, width }: Room,
): readonly string[] {
  const texts = [head, ...rows].map((row) => row.map((cell) => cleanLine(wordsOf(cell))))
  return tableRows(texts, width).flatMap((row, at) =>
    row.split('\n').map((line) => (at === 0 && line !== '' ? theme.strong(line) : line)),
  )
}

function broken(ready: string, width: number): readonly string[] {
  return Number.isFinite(width) ? wrapReady(ready, width) : ready.split('\n')
}

/** The words of a line, colours included. A line that ends in the file ends here too, since people write lists that way. */
function spans(children: readonly Inline[], theme: Theme): string {
  return children.map((one) => span(one, theme)).join('')
}

function span(one: Inline, theme: Theme): string {
  switch (one.inline) {
    case 'text':
      return cleanLine(one.text)
    case 'code':
      return `\`${cleanLine(one.text)}\``
    case 'break':
      return '\n'
    case 'strong':
      // Colours end with their line.
      return cleanLine(wordsOf(one.children)) === '' ? '' : theme.strong(spans(one.children, PLAIN(theme)))
    case 'em':
      return spans(one.children, theme)
    case 'deleted':
      return `~~${spans(one.children, theme)}~~`
    case 'link':
      return linkWords(spans(one.children, theme), cleanLine(one.to))
  }
}

/** Inside coloured words there are no more colours: the end of one would end the other. */
const PLAIN = (theme: Theme): Theme => ({ ...theme, strong: (text) => text })

/** An address stands behind the words that lead to it, unless they say it themselves. */
function linkWords(words: string, to: string): string {
  const plain = to.replace(/^mailto:/, '')
  return [to, plain, to.replace(/\/$/, '')].includes(words) ? words : `${words} (${plain})`
}
