import { documentLists, type WordList } from './docx-lists.ts'
import { STEP } from './docx-styles.ts'
import { xmlEscaped } from './docx-text.ts'
import { type Block, columnsOf, type Inline, readMarkdown, underHeading } from './markdown.ts'

/** Writes the body of one Word document piece by piece as WordprocessingML, and knows the lists and links it named on the way. */
export interface BodyWriter {
  /** A heading, 1 to 6; on a new page where it is asked for. */
  heading(text: string, level: number, onNewPage?: boolean): string
  /** Markdown that stands below a heading of `level`. */
  write(markdown: string, level: number): string
  readonly lists: readonly WordList[]
  /** Where links lead; the one at place 0 is called `link1` in the text. */
  readonly links: readonly string[]
}

/** Where a block stands: in how many quotations and lists, and whose item it begins. */
interface Place {
  readonly quotes: number
  readonly lists: number
  readonly item?: Item
  /** The block says what follows, and stays on its page. */
  readonly leads?: boolean
}

/** An item of a list that Word knows by a name, or one whose number is written as words are. */
type Item = { readonly list: number } | { readonly mark: string }

/** What writing needs besides the blocks: the names of lists and of links. */
interface Names {
  list(level: number, from: number | undefined): number | undefined
  link(to: string): string
}

/** A writer for one document. It takes time in proportion to what it writes. */
export function bodyWriter(): BodyWriter {
  const { lists, named } = documentLists()
  const links = new Map<string, string>()
  const link = (to: string): string => {
    const name = links.get(to) ?? `link${links.size + 1}`
    links.set(to, name)
    return name
  }
  const names = { list: named, link }
  return {
    heading(text, level, onNewPage = false) {
      const line = textRun(text.replace(/\s+/g, ' '), {})
      return paragraph(
        `<w:pStyle w:val="${headingStyle(level)}"/>${onNewPage ? '<w:pageBreakBefore/>' : ''}`,
        line,
      )
    },
    write: (markdown, level) =>
      blocksXml(underHeading(readMarkdown(markdown), level), { quotes: 0, lists: 0 }, names),
    lists,
    get links() {
      return [...links.keys()]
    },
  }
}

function headingStyle(level: number): string {
  return `Heading${Math.min(6, Math.max(1, level))}`
}

function paragraph(properties: string, content: string): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`
}

function blocksXml(blocks: readonly Block[], place: Place, names: Names): string {
  const { item: _begun, ...inside } = place
  return blocks
    .map((block, at) => {
      const next = blocks[at + 1]?.block
      const leads = block.block === 'paragraph' && (next === 'table' || next === 'list' || next === 'rule')
      return blockXml(block, { ...(at === 0 ? place : inside), leads }, names)
    })
    .join('')
}

function blockXml(block: Block, place: Place, names: Names): string {
  switch (block.block) {
    case 'heading':
      return paragraph(
        `<w:pStyle w:val="${headingStyle(block.level)}"/>`,
        runsXml(block.children, {}, names.link),
      )
    case 'paragraph':
      return paragraph(propertiesFor(place), markXml(place) + runsXml(block.children, {}, names.link))
    case 'quote':
      return blocksXml(block.blocks, { ...place, quotes: place.quotes + 1 }, names)
    case 'list': {
      const list = names.list(Math.min(place.lists, 8), block.from)
      const inside = { quotes: place.quotes, lists: place.lists + 1 }
      return block.items
        .map((one, at) => {
          const item = list === undefined ? { mark: `${(block.from ?? 1) + at}.` } : { list }
          return itemXml(one, { ...inside, item }, names)
        })
        .join('')
    }
    case 'code':
      return paragraph(propertiesFor(place, 'Code'), codeXml(block.text))
    case 'rule':
      // Word joins the borders of neighbours unless it is told what stands between them.
      return paragraph(`<w:pBdr>${LINE('bottom')}${LINE('between')}</w:pBdr><w:spacing w:before="240"/>`, '')
    case 'table':
      return `${tableXml(block, names.link)}${paragraph(GAP, '')}`
  }
}

/** An item that begins with something else than words has its bullet on a line of its own. */
function itemXml(blocks: readonly Block[], place: Place, names: Names): string {
  if (blocks[0]?.block === 'paragraph') return blocksXml(blocks, place, names)
  const { item: _begun, ...inside } = place
  return paragraph(propertiesFor(place), markXml(place)) + blocksXml(blocks, inside, names)
}

function markXml({ item }: Place): string {
  return item !== undefined && 'mark' in item ? `<w:r><w:t>${item.mark}</w:t><w:tab/></w:r>` : ''
}

function propertiesFor({ quotes, lists, item, leads }: Place, own?: string): string {
  const style = own ?? (quotes > 0 ? 'Quote' : item === undefined ? undefined : 'ListParagraph')
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`
  const kept = leads === true ? '<w:keepNext/>' : ''
  const left = STEP * Math.min(lists + quotes, 12)
  if (item !== undefined) {
    const level = Math.min(lists, 9) - 1
    const number =
      'list' in item ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${item.list}"/></w:numPr>` : ''
    // A list has its own room on each level, but knows of no quotation around it.
    const room = quotes > 0 || number === '' ? `<w:ind w:left="${left}" w:hanging="${STEP}"/>` : ''
    return `${styled}${kept}${number}<w:spacing w:after="60"/>${room}`
  }
  const shade = own === 'Code' ? '<w:shd w:val="clear" w:color="auto" w:fill="F3F3F5"/>' : ''
  return `${styled}${kept}${shade}${left === 0 ? '' : `<w:ind w:left="${left}"/>`}`
}

const LINE = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B0B0B5"/>`
const TABLE_LINES = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(LINE).join('')}</w:tblBorders>`
const CELL_ROOM =
  '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'

/** Below a table, so that the next one is no part of it. */
const GAP = '<w:spacing w:after="0" w:line="160" w:lineRule="exact"/>'

/** As wide as a page of A4 between its margins, in twentieths of a point; and so are a letter, and the room beside words in a cell. */
const PAGE_WIDTH = 9638
const [LETTER, BESIDE] = [130, 220]

/** A column has room for its longest word, up to fourteen letters, and of what is left as much as its longest cell asks for. */
function columnWidths(table: Extract<Block, { block: 'table' }>): readonly number[] {
  const asked = columnsOf(table).map(({ word, cell }) => ({
    least: BESIDE + LETTER * Math.min(14, word),
    wish: LETTER * Math.min(40, cell) + 1,
  }))
  const least = asked.reduce((sum, one) => sum + one.least, 0)
  const wishes = asked.reduce((sum, one) => sum + one.wish, 0)
  return asked.map(({ least: own, wish }) =>
    least >= PAGE_WIDTH
      ? Math.floor((PAGE_WIDTH * own) / least)
      : Math.floor(own + ((PAGE_WIDTH - least) * wish) / wishes),
  )
}

function tableXml(table: Extract<Block, { block: 'table' }>, link: Names['link']): string {
  const { head, rows } = table
  const widths = columnWidths(table)
  const row = (cells: readonly (readonly Inline[])[], isHead: boolean): string => {
    const shown = widths.map((width, at) => {
      const text = paragraph(
        `${isHead ? '<w:keepNext/>' : ''}<w:spacing w:after="0"/>`,
        runsXml(cells[at] ?? [], isHead ? { bold: true } : {}, link),
      )
      return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${text}</w:tc>`
    })
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${shown.join('')}</w:tr>`
  }
  const width = widths.reduce((sum, one) => sum + one, 0)
  const grid = widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/>${TABLE_LINES}<w:tblLayout w:type="fixed"/>${CELL_ROOM}<w:tblLook w:firstRow="1"/></w:tblPr>`,
    `<w:tblGrid>${grid}</w:tblGrid>`,
    row(head, true),
    ...rows.map((cells) => row(cells, false)),
    '</w:tbl>',
  ].join('')
}

/** Marks that are on where a text stands. */
interface Marks {
  readonly link?: boolean
  readonly code?: boolean
  readonly bold?: boolean
  readonly italic?: boolean
  readonly struck?: boolean
}

function runsXml(children: readonly Inline[], marks: Marks, link: Names['link']): string {
  return children.map((one) => runXml(one, marks, link)).join('')
}

function runXml(one: Inline, marks: Marks, link: Names['link']): string {
  switch (one.inline) {
    case 'text':
      // Word keeps no line breaks inside a text.
      return textRun(one.text.replaceAll('\n', ' '), marks)
    case 'code':
      return textRun(one.text.replaceAll('\n', ' '), { ...marks, code: true })
    case 'break':
      return '<w:r><w:br/></w:r>'
    case 'strong':
      return runsXml(one.children, { ...marks, bold: true }, link)
    case 'em':
      return runsXml(one.children, { ...marks, italic: true }, link)
    case 'deleted':
      return runsXml(one.children, { ...marks, struck: true }, link)
    case 'link':
      return `<w:hyperlink r:id="${link(one.to)}" w:history="1">${runsXml(one.children, { ...marks, link: true }, link)}</w:hyperlink>`
  }
}

const CODE_FONT = '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/>'

function textRun(text: string, { link, code, bold, italic, struck }: Marks): string {
  const look = [
    ...[link === true ? '<w:rStyle w:val="Hyperlink"/>' : '', code === true ? CODE_FONT : ''],
    ...[bold === true ? '<w:b/><w:bCs/>' : '', italic === true ? '<w:i/><w:iCs/>' : ''],
    struck === true ? '<w:strike/>' : '',
  ].join('')
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${wordsXml(text)}</w:r>`
}

function wordsXml(text: string): string {
  return `<w:t xml:space="preserve">${xmlEscaped(text).replaceAll('\t', '</w:t><w:tab/><w:t xml:space="preserve">')}</w:t>`
}

function codeXml(text: string): string {
  return text
    .split('\n')
    .map((line, at) => `<w:r>${at === 0 ? '' : '<w:br/>'}${wordsXml(line)}</w:r>`)
    .join('')
}
