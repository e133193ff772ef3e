import {
  BorderStyle,
  ExternalHyperlink,
  type HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { listLevels, STEP } from './docx-styles.ts'
import { xmlText } from './docx-text.ts'
import { type Block, type Inline, readMarkdown, underHeading } from './markdown.ts'

/** Writes Markdown as parts of a Word document, and knows the lists it made on the way. */
export interface BodyWriter {
  /** Parts that stand below a heading of `level`. */
  write(markdown: string, level: number): readonly (Paragraph | Table)[]
  lists(): readonly { readonly reference: string; readonly levels: ReturnType<typeof listLevels> }[]
}

/** Where a block stands: in how many quotations and lists, and whose item it begins. */
interface Place {
  readonly quotes: number
  readonly lists: number
  readonly item?: string
}

type Levels = (typeof HeadingLevel)[keyof typeof HeadingLevel]

/** A heading of the document. */
export function headingOf(text: string, level: number, pageBreakBefore = false): Paragraph {
  const children = runs([{ inline: 'text', text: text.replace(/\s+/g, ' ') }])
  return new Paragraph({ heading: headingLevel(level), pageBreakBefore, children })
}

function headingLevel(level: number): Levels {
  const levels = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const
  return levels[level - 1] ?? 'Heading6'
}

/** The library writes the names of lists into the text at first; no text of a note holds this sign. */
const NEVER = '\ufffe'

/** A writer for one document. */
export function bodyWriter(): BodyWriter {
  const lists: { reference: string; levels: ReturnType<typeof listLevels> }[] = []

  // Bullets may share one list; numbers begin anew, and the library goes through the whole document once for each of them.
  const named = (from: number | undefined): string => {
    const reference = `${NEVER}${from === undefined ? 'bullets' : `numbers-${lists.length}`}`
    if (from !== undefined || lists.every((one) => one.reference !== reference))
      lists.push({ reference, levels: listLevels(from) })
    return reference
  }

  const all = (blocks: readonly Block[], place: Place) => blocks.flatMap((block) => parts(block, place))

  const itemParts = (blocks: readonly Block[], place: Place): readonly (Paragraph | Table)[] => {
    const { item: _begun, ...inside } = place
    const [first, ...rest] = blocks
    if (first?.block === 'paragraph') return [...parts(first, place), ...all(rest, inside)]
    return [new Paragraph(optionsFor(place)), ...all(blocks, inside)]
  }

  const parts = (block: Block, place: Place): readonly (Paragraph | Table)[] => {
    switch (block.block) {
      case 'heading':
        return [new Paragraph({ heading: headingLevel(block.level), children: runs(block.children) })]
      case 'paragraph':
        return [new Paragraph({ ...optionsFor(place), children: runs(block.children) })]
      case 'quote':
        return all(block.blocks, { ...place, quotes: place.quotes + 1 })
      case 'list': {
        const item = named(block.from)
        const inside = { ...place, lists: place.lists + 1, item }
        return block.items.flatMap((one) => itemParts(one, inside))
      }
      case 'code':
        return [new Paragraph({ ...optionsFor(place), style: 'Code', children: codeRuns(block.text) })]
      case 'rule':
        // Word joins the borders of neighbours unless it is told what stands between them.
        return [new Paragraph({ border: { bottom: LINE, between: LINE }, spacing: { before: 240 } })]
      case 'table':
        return [tableOf(block), new Paragraph({})]
    }
  }

  return {
    write: (markdown, level) => all(underHeading(readMarkdown(markdown), level), { quotes: 0, lists: 0 }),
    lists: () => lists,
  }
}

function optionsFor({ quotes, lists, item }: Place): IParagraphOptions {
  const style = quotes > 0 ? { style: 'Quote' } : {}
  if (item !== undefined) {
    return { ...style, spacing: { after: 60 }, numbering: { reference: item, level: Math.min(lists, 9) - 1 } }
  }
  const left = STEP * Math.min(lists + quotes, 12)
  return left === 0 ? style : { ...style, indent: { left } }
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B0B0B5' }
const LINES = {
  ...{ top: LINE, bottom: LINE, left: LINE, right: LINE },
  ...{ insideHorizontal: LINE, insideVertical: LINE },
}

/** As wide as a page of A4 between its margins, in twentieths of a point. */
const PAGE_WIDTH = 9638

function tableOf({ head, rows }: Extract<Block, { block: 'table' }>): Table {
  const width = Math.floor(PAGE_WIDTH / Math.max(1, head.length))
  const row = (cells: readonly (readonly Inline[])[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (cell) =>
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 100, right: 100 },
            children: [new Paragraph({ spacing: { after: 0 }, children: runs(cell, { bold: isHead }) })],
          }),
      ),
    })
  return new Table({
    borders: LINES,
    columnWidths: head.map(() => width),
    width: { size: width * head.length, type: WidthType.DXA },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}

/** Marks that are on where a text stands. */
interface Marks {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly strike?: boolean
  readonly style?: string
}

function runs(children: readonly Inline[], marks: Marks = {}): ParagraphChild[] {
  return children.flatMap((one) => run(one, marks))
}

function run(one: Inline, marks: Marks): ParagraphChild[] {
  switch (one.inline) {
    case 'text':
      // Word keeps no line breaks inside a text.
      return [new TextRun({ ...marks, text: xmlText(one.text).replaceAll('\n', ' ') })]
    case 'code':
      return [new TextRun({ ...marks, font: 'Consolas', text: xmlText(one.text) })]
    case 'break':
      return [new TextRun({ break: 1 })]
    case 'strong':
      return runs(one.children, { ...marks, bold: true })
    case 'em':
      return runs(one.children, { ...marks, italics: true })
    case 'deleted':
      return runs(one.children, { ...marks, strike: true })
    case 'link': {
      const children = runs(one.children, { ...marks, style: 'Hyperlink' })
      return [new ExternalHyperlink({ link: xmlText(one.to), children })]
    }
  }
}

function codeRuns(text: string): ParagraphChild[] {
  return xmlText(text)
    .split('\n')
    .map((line, at) => new TextRun({ text: line, ...(at === 0 ? {} : { break: 1 }) }))
}
