import MarkdownIt, { type Token } from 'markdown-it'

/** One stretch of text inside a line. Links lead to the web or to an address; anything else is read as its words. */
export type Inline =
  | { readonly inline: 'text'; readonly text: string }
  | { readonly inline: 'code'; readonly text: string }
  /** A line ends. People write lines one below the other and mean it, so no two are joined. */
  | { readonly inline: 'break' }
  | { readonly inline: 'strong' | 'em' | 'deleted'; readonly children: readonly Inline[] }
  | { readonly inline: 'link'; readonly to: string; readonly children: readonly Inline[] }

/** One block of a document. `level` of a heading is 1 to 6; `tight` lists have no space between their items. */
export type Block =
  | { readonly block: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly block: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly block: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly block: 'list'
      /** Number of the first item; absent where items have no numbers. */
      readonly from?: number
      readonly tight: boolean
      readonly items: readonly (readonly Block[])[]
    }
  | { readonly block: 'code'; readonly text: string; readonly language: string }
  | { readonly block: 'rule' }
  | {
      readonly block: 'table'
      readonly head: readonly (readonly Inline[])[]
      readonly rows: readonly (readonly (readonly Inline[])[])[]
    }

const reader = new MarkdownIt({ html: false, linkify: false })

/**
 * The signs of forty blocks that all begin on one line; what follows is read as words. The library leaves out what stands
 * deeper than a hundred of its own levels, and a list takes two.
 */
const DEEP = /^((?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){40})(?=[ \t]*(?:[>*+-]|\d{1,9}[.)]))/gm

/**
 * Reads Markdown (CommonMark with tables and deleted text) into blocks. HTML in it is text like any other, images are read
 * as the words that stand for them, and so are links that lead neither to the web (`http`, `https`) nor to an address (`mailto`).
 */
export function readMarkdown(text: string): readonly Block[] {
  const shallow = text.replace(DEEP, (signs, _last, at: number) => (isRule(text, at) ? signs : `${signs}\\`))
  return blocksIn({ tokens: reader.parse(shallow, {}), at: 0 })
}

/** A long line of nothing but dashes or stars is drawn as a line. */
function isRule(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  return /^(?:[- \t]*|[* \t]*)$/.test(text.slice(at, end === -1 ? text.length : end))
}

/**
 * The same blocks with their headings in order below a heading of `level`: the highest of them stands one below it, and
 * none skips a level.
 */
export function underHeading(blocks: readonly Block[], level: number): readonly Block[] {
  const open: number[] = []
  const moved = (block: Block): Block => {
    switch (block.block) {
      case 'heading': {
        while ((open.at(-1) ?? 0) >= block.level) open.pop()
        open.push(block.level)
        return { ...block, level: Math.min(6, level + open.length) }
      }
      case 'quote':
        return { ...block, blocks: block.blocks.map(moved) }
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(moved)) }
      default:
        return block
    }
  }
  return blocks.map(moved)
}

interface Cursor {
  readonly tokens: readonly Token[]
  at: number
}

/** Reads blocks up to the token that closes what they stand in. */
function blocksIn(cursor: Cursor): readonly Block[] {
  const blocks: Block[] = []
  for (;;) {
    const token = cursor.tokens[cursor.at]
    if (token === undefined || token.nesting === -1) return blocks
    cursor.at += 1
    const block = blockFrom(token, cursor)
    if (block !== undefined) blocks.push(block)
  }
}

function blockFrom(token: Token, cursor: Cursor): Block | undefined {
  switch (token.type) {
    case 'heading_open':
      return { block: 'heading', level: Number(token.tag.slice(1)), children: lineIn(cursor) }
    case 'paragraph_open':
      return { block: 'paragraph', children: lineIn(cursor) }
    case 'blockquote_open':
      return { block: 'quote', blocks: closed(cursor, blocksIn) }
    case 'bullet_list_open':
      return closed(cursor, (inside) => listOf(inside))
    case 'ordered_list_open': {
      const from = Number(token.attrGet('start') ?? 1)
      return closed(cursor, (inside) => ({ ...listOf(inside), from }))
    }
    case 'fence':
    case 'code_block':
      return { block: 'code', text: token.content.replace(/\n$/, ''), language: token.info.trim() }
    case 'hr':
      return { block: 'rule' }
    case 'table_open':
      return closed(cursor, tableIn)
    default:
      return undefined
  }
}

/** Does its work and steps over the token that closes it. */
function closed<T>(cursor: Cursor, work: (cursor: Cursor) => T): T {
  const made = work(cursor)
  cursor.at += 1
  return made
}

/** The one line of text that a heading, a paragraph or a cell holds. */
function lineIn(cursor: Cursor): readonly Inline[] {
  const inline = cursor.tokens[cursor.at]
  cursor.at += 2
  return spansIn({ tokens: inline?.children ?? [], at: 0 })
}

function listOf(cursor: Cursor): Extract<Block, { block: 'list' }> {
  const items: (readonly Block[])[] = []
  let tight = true
  while (cursor.tokens[cursor.at]?.type === 'list_item_open') {
    cursor.at += 1
    const first = cursor.tokens[cursor.at]
    if (first?.type === 'paragraph_open' && !first.hidden) tight = false
    items.push(closed(cursor, blocksIn))
  }
  return { block: 'list', tight, items }
}

function tableIn(cursor: Cursor): Extract<Block, { block: 'table' }> {
  const rows: (readonly Inline[])[][] = []
  while (cursor.tokens[cursor.at] !== undefined && cursor.tokens[cursor.at]?.type !== 'table_close') {
    const token = cursor.tokens[cursor.at]
    cursor.at += 1
    if (token?.type === 'tr_open') rows.push([])
    if (token?.type === 'th_open' || token?.type === 'td_open') rows.at(-1)?.push(lineIn(cursor))
  }
  const [head = [], ...others] = rows
  return { block: 'table', head, rows: others }
}

const SPANS: Readonly<Record<string, 'strong' | 'em' | 'deleted'>> = {
  strong_open: 'strong',
  em_open: 'em',
  s_open: 'deleted',
}

function spansIn(cursor: Cursor): readonly Inline[] {
  const spans: Inline[] = []
  for (;;) {
    const token = cursor.tokens[cursor.at]
    if (token === undefined || token.nesting === -1) return spans
    cursor.at += 1
    spans.push(...spanFrom(token, cursor))
  }
}

function spanFrom(token: Token, cursor: Cursor): readonly Inline[] {
  const span = SPANS[token.type]
  if (span !== undefined) return [{ inline: span, children: closed(cursor, spansIn) }]
  switch (token.type) {
    case 'link_open': {
      const to = token.attrGet('href') ?? ''
      const children = closed(cursor, spansIn)
      return isSafe(to) ? [{ inline: 'link', to, children }] : children
    }
    case 'softbreak':
    case 'hardbreak':
      return [{ inline: 'break' }]
    case 'code_inline':
      return [{ inline: 'code', text: token.content }]
    case 'image':
      return spansIn({ tokens: token.children ?? [], at: 0 })
    default:
      return token.content === '' ? [] : [{ inline: 'text', text: token.content }]
  }
}

/** An address is read before it is trusted: `java\nscript:` and its like are no web address. */
function isSafe(to: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(to).protocol)
  } catch {
    return false
  }
}

/** The words of some inline text, without any marks. */
export function wordsOf(children: readonly Inline[]): string {
  return children
    .map((one) => {
      if (one.inline === 'break') return '\n'
      return 'text' in one ? one.text : wordsOf(one.children)
    })
    .join('')
}

/** How much room the columns of a table ask for, in characters: the longest word in one, and the longest of its cells. */
export function columnsOf({
  head,
  rows,
}: Extract<Block, { block: 'table' }>): readonly { readonly word: number; readonly cell: number }[] {
  return head.map((_cell, at) => {
    const texts = [head, ...rows].map((row) => wordsOf(row[at] ?? []))
    const words = texts.flatMap((text) => text.split(/[\s/]+/))
    return { word: longest(words), cell: longest(texts) }
  })
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0)
}
