import { clean } from '../text/clean.ts'
import { type Block, columnsOf, type Inline, readMarkdown, underHeading, wordsOf } from './markdown.ts'

/** What a page is made of: its title, and its body, which is HTML already. */
interface Page {
  readonly title: string
  /** As HTML names languages: `en`. */
  readonly language: string
  readonly body: string
  /** More style, behind the common one, as CSS. */
  readonly style?: string
}

/** One self-contained HTML page: nothing is loaded, nothing can run, and no style counts but the page's own. */
export async function htmlPage({ title, language, body, style = '' }: Page): Promise<string> {
  const css = PAGE_STYLE + style
  const policy = `default-src 'none'; style-src 'sha256-${await sha256(css)}'; base-uri 'none'; form-action 'none'`
  return [
    '<!doctype html>',
    `<html lang="${escaped(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    body,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
}

/** Markdown as HTML that stands below a heading of `level` (0: there is none). What could act in a page is text. */
export function htmlOf(markdown: string, level = 0): string {
  return blocksHtml(underHeading(readMarkdown(markdown), level))
}

/** Text as it may stand in a page, in an attribute too; what could move a cursor or turn text round is shown as U+FFFD. */
export function escaped(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function blocksHtml(blocks: readonly Block[]): string {
  return blocks.map((block) => blockHtml(block)).join('\n')
}

function blockHtml(block: Block): string {
  switch (block.block) {
    case 'heading': {
      const tag = `h${block.level}`
      return `<${tag}${turned(block.children)}>${spansHtml(block.children)}</${tag}>`
    }
    case 'paragraph':
      return `<p${turned(block.children)}>${spansHtml(block.children)}</p>`
    case 'quote':
      return `<blockquote>\n${blocksHtml(block.blocks)}\n</blockquote>`
    case 'list': {
      const tag = block.from === undefined ? 'ul' : 'ol'
      const start = block.from === undefined || block.from === 1 ? '' : ` start="${block.from}"`
      const items = block.items.map((item) => `<li${turnedItem(item)}>${itemHtml(item, block.tight)}</li>`)
      return `<${tag}${start}>\n${items.join('\n')}\n</${tag}>`
    }
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`
    case 'rule':
      return '<hr>'
    case 'table':
      return tableHtml(block)
  }
}

/** A table scrolls by itself where a screen is narrow. No column is narrower than its words need, up to fourteen characters of them. */
function tableHtml(block: Extract<Block, { block: 'table' }>): string {
  const rooms = columnsOf(block).map(({ word }) => Math.min(14, Math.max(2, word + (word % 2))))
  const head = block.head.map((cell, at) => `<th scope="col" class="w${rooms[at]}">${spansHtml(cell)}</th>`)
  const rows = block.rows.map(
    (row) => `<tr>${row.map((cell) => `<td${turned(cell)}>${spansHtml(cell)}</td>`).join('')}</tr>`,
  )
  return `<div class="wide"><table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table></div>`
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** What holds letters that are read from the right finds its own direction. */
function turned(children: readonly Inline[]): string {
  return RIGHT_TO_LEFT.test(wordsOf(children)) ? ' dir="auto"' : ''
}

function turnedItem([first]: readonly Block[]): string {
  return first?.block === 'paragraph' ? turned(first.children) : ''
}

function itemHtml(item: readonly Block[], tight: boolean): string {
  return item
    .map((block) => (tight && block.block === 'paragraph' ? spansHtml(block.children) : blockHtml(block)))
    .join('\n')
}

function spansHtml(children: readonly Inline[]): string {
  return children.map(spanHtml).join('')
}

function spanHtml(one: Inline): string {
  switch (one.inline) {
    case 'text':
      return escaped(one.text)
    case 'code':
      return `<code>${escaped(one.text)}</code>`
    case 'break':
      return '<br>\n'
    case 'link':
      return `<a href="${escaped(one.to)}" rel="noopener noreferrer">${spansHtml(one.children)}</a>`
    case 'strong':
      return `<strong>${spansHtml(one.children)}</strong>`
    case 'em':
      return `<em>${spansHtml(one.children)}</em>`
    case 'deleted':
      return `<del>${spansHtml(one.children)}</del>`
  }
}

/** The style of every page: one readable column, light or dark as the reader's system is, black on white in print. */
const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #ffffff; --soft: #5a5a5f; --line: #c9c9ce; --mark: #f3f3f5; --link: #0b57a4 }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e9ec; --paper: #17181b; --soft: #b3b3ba; --line: #45464c; --mark: #232429; --link: #8fc1ff } }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 42rem; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere }
h1, h2, h3, h4, h5, h6 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 2rem 0 .5rem; break-after: avoid }
h1 { font-size: 1.75rem; margin-top: 0 } h2 { font-size: 1.3rem } h3 { font-size: 1.1rem } h4, h5, h6 { font-size: 1rem }
h2 + h3, h3 + h4, h4 + h5, h5 + h6 { margin-top: 1rem }
p, ul, ol, blockquote, pre, table { margin: 0 0 1rem }
ul, ol { padding-inline-start: 1.75rem }
li > ul, li > ol, li > :last-child, blockquote > :last-child { margin-bottom: 0 }
article + article { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 2rem }
blockquote { padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft) }
pre { padding: .75rem 1rem; background: var(--mark); overflow-x: auto; white-space: pre-wrap }
code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em }
a { color: var(--link) }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0 }
table { border-collapse: collapse; width: 100%; font-size: .95rem }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line) }
.wide { overflow-x: auto } ${[2, 4, 6, 8, 10, 12, 14].map((room) => `.w${room} { min-width: calc(${room + 1}ch + 1.2rem) }`).join(' ')}
nav { font-size: .95rem; margin-bottom: 2rem }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
@page { size: A4; margin: 20mm 18mm }
@media print {
  :root { color-scheme: light; --ink: #000000; --paper: #ffffff; --soft: #333333; --line: #999999; --mark: #ffffff; --link: #000000 }
  body { max-width: none; padding: 0; font-size: 11pt; orphans: 3; widows: 3 }
  h2, h3, h4, h5, h6 { margin-top: 1.4rem }
  .wide { overflow: visible }
  .page { break-before: page }
  li, tr, blockquote, pre { break-inside: avoid }
  article + article { break-before: page; border-top: 0; margin-top: 0; padding-top: 0 }
  a { text-decoration: none }
}
`
