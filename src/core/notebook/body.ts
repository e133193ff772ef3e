import type { Section } from './note.ts'

/** The words of a note: what its H1 says (undefined when there is none), the lead, and the level-two sections. */
interface Body {
  readonly title: string | undefined
  readonly lead: string
  readonly sections: readonly Section[]
}

const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/
const HEADING = /^##(?:[ \t]+(.*))?$/
const TITLE = /^#(?:[ \t]+(.*))?$/
// Lines that would change the shape of the note if they stood in a text as they are, and those already disarmed once.
const SHAPE = /^( {0,3})(\\*)(?:##(?:[ \t]|$)|`{3,}(?=[^`]*$)|~{3}|(?:<{7}|>{7})(?: |$))/
const MARKER = /^( {0,3})(\\*)(?:(?:<{7}|>{7})(?: |$))/

/** Reads the part of a note after the front matter. Headings inside fenced code are words like any other. */
export function splitBody(source: string): Body {
  const lines = normalise(source).split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const h1 = TITLE.exec(lines[first] ?? '')
  const title = h1 ? oneLine(h1[1] ?? '') : undefined
  const stretches: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }]
  eachLine(lines.slice(h1 ? first + 1 : 0), (line, fenced) => {
    const heading = fenced ? null : HEADING.exec(line)
    if (heading) stretches.push({ heading: oneLine(heading[1] ?? ''), lines: [] })
    else stretches.at(-1)?.lines.push(disarmed(line, fenced))
  })
  const [lead, ...sections] = stretches
  return {
    title,
    lead: trimBlank(lead?.lines ?? []),
    sections: sections.map(({ heading, lines: own }) => ({ heading, text: trimBlank(own) })),
  }
}

/** Writes the part of a note after the front matter, so that `splitBody` gives the same words back. */
export function joinBody(body: Body): string {
  const blocks = [headingLine('#', body.title ?? ''), armed(body.lead), joinSections(body.sections)]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** Sections as they stand in a note, without a line break at the end. */
export function joinSections(sections: readonly Section[]): string {
  return sections
    .flatMap(({ heading, text }) => [headingLine('##', heading), armed(text)])
    .filter((block) => block !== '')
    .join('\n\n')
}

/** Every level-two heading of the part of a note after the front matter, and where its line begins (UTF-16 units). */
export function headingPlaces(source: string): readonly { readonly heading: string; readonly at: number }[] {
  const places: { heading: string; at: number }[] = []
  let at = 0
  eachLine(source.split('\n'), (line, fenced) => {
    const heading = fenced ? null : HEADING.exec(line.replace(/\r$/, ''))
    if (heading) places.push({ heading: oneLine(heading[1] ?? ''), at })
    at += line.length + 1
  })
  return places
}

/** A heading's words on one line: line breaks and control characters become spaces. */
export function oneLine(text: string): string {
  return normalise(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
}

/** Text as a note keeps it: lines end in `\n`, no NUL, no half characters. */
function normalise(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

/** Calls `use` with each line and whether it belongs to fenced code (its fences included). */
function eachLine(lines: readonly string[], use: (line: string, fenced: boolean) => void): void {
  let open: string | undefined
  for (const line of lines) {
    const mark = FENCE.exec(line)?.[1]
    if (open === undefined) {
      open = mark
      use(line, mark !== undefined)
    } else {
      if (closes(line, open)) open = undefined
      use(line, true)
    }
  }
}

function closes(line: string, open: string): boolean {
  const mark = FENCE.exec(line)?.[1]
  return mark !== undefined && mark[0] === open[0] && mark.length >= open.length && line.trim() === mark
}

function headingLine(mark: string, words: string): string {
  const text = oneLine(words)
  return text === '' ? mark : `${mark} ${text}`
}

// A backslash before a line takes away its power over the note's shape; Markdown shows the line as typed.
function armed(text: string): string {
  const lines = trimBlank(normalise(text).split('\n')).split('\n')
  const isClosed = closedLater(lines)
  let open: string | undefined
  return lines
    .map((line, index) => {
      if (open !== undefined) {
        if (closes(line, open)) open = undefined
        return escapeLine(line, MARKER)
      }
      const mark = FENCE.exec(line)?.[1]
      if (mark === undefined || !isClosed(index, mark)) return escapeLine(line, SHAPE)
      open = mark
      return line
    })
    .join('\n')
}

// Remembers the last closing line for each length, so that a text full of open fences is still read in one go.
function closedLater(lines: readonly string[]): (index: number, mark: string) => boolean {
  const last = new Map<string, number>()
  lines.forEach((line, index) => {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined && line.trim() === mark) last.set(mark, index)
  })
  const marks = [...last]
  return (index, mark) =>
    marks.some(([closing, at]) => at > index && closing[0] === mark[0] && closing.length >= mark.length)
}

function escapeLine(line: string, pattern: RegExp): string {
  const found = pattern.exec(line)
  const indent = found?.[1]?.length ?? 0
  return found ? `${line.slice(0, indent)}\\${line.slice(indent)}` : line
}

function disarmed(line: string, fenced: boolean): string {
  const found = (fenced ? MARKER : SHAPE).exec(line)
  const indent = found?.[1]?.length ?? 0
  return found?.[2] ? line.slice(0, indent) + line.slice(indent + 1) : line
}

function trimBlank(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first === -1) return ''
  const last = lines.findLastIndex((line) => line.trim() !== '')
  return lines.slice(first, last + 1).join('\n')
}
