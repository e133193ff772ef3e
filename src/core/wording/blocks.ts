/** A stretch of prose: from one blank line, bullet or heading to the next. Offsets in UTF-16 units. */
interface Block {
  readonly start: number
  readonly end: number
}

/** Space for one written line, so that no line is copied to be looked at. */
interface Line {
  readonly start: number
  /** Without the line break. */
  readonly end: number
  /** First character that is not a space or tab. */
  readonly text: number
}

/**
 * The prose of a text, in order: front matter, fenced code and block quotes are left out, and so are Markdown's marks at
 * the start of a line (bullets, numbers, heading signs, task boxes). One pass; nothing is copied.
 */
export function* blocks(text: string): Generator<Block> {
  let open: number | undefined
  let end = 0
  let fence = ''
  let first = true
  let front = false
  for (const line of lines(text)) {
    if (first) {
      first = false
      front = isRule(text, line, '---') && text.indexOf('\n---', line.end) !== -1
      if (front) continue
    }
    if (front) {
      front = !isRule(text, line, '---')
      continue
    }
    const mark = fence === '' ? fenceAt(text, line) : ''
    const closes = fence !== '' && text.startsWith(fence, line.text)
    const quoted = text.charCodeAt(line.text) === GREATER && line.text < line.end
    const blank = line.text === line.end
    if (fence !== '' || mark !== '' || quoted || blank) {
      if (open !== undefined) yield { start: open, end }
      open = undefined
      if (mark !== '') fence = mark
      else if (closes) fence = ''
      continue
    }
    const begins = afterMark(text, line)
    if (open !== undefined && begins !== line.text) {
      yield { start: open, end }
      open = undefined
    }
    open ??= begins
    end = line.end
    if (begins !== line.text && text.charCodeAt(line.text) === HASH) {
      yield { start: open, end }
      open = undefined
    }
  }
  if (open !== undefined) yield { start: open, end }
}

const GREATER = 62
const HASH = 35

function* lines(text: string): Generator<Line> {
  let start = 0
  while (start < text.length) {
    const feed = text.indexOf('\n', start)
    const next = feed === -1 ? text.length : feed
    let end = next
    if (end > start && text.charCodeAt(end - 1) === 13) end--
    let first = start
    while (first < end && (text.charCodeAt(first) === 32 || text.charCodeAt(first) === 9)) first++
    yield { start, end, text: first }
    start = next + 1
  }
}

function isRule(text: string, line: Line, rule: string): boolean {
  return (
    line.text === line.start && line.end - line.start <= 5 && text.slice(line.start, line.end).trim() === rule
  )
}

function fenceAt(text: string, line: Line): string {
  if (text.startsWith('```', line.text)) return '```'
  return text.startsWith('~~~', line.text) ? '~~~' : ''
}

const MARK = /(?:(?:[-*+•–—]|\d{1,3}[.)]|#{1,6})[ \t]+)(?:\[[ xX]\][ \t]+)?/y

function afterMark(text: string, line: Line): number {
  MARK.lastIndex = line.text
  return MARK.test(text) && MARK.lastIndex <= line.end ? MARK.lastIndex : line.text
}
