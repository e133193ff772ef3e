import type { Section } from './note.ts'

const BETWEEN = ' · '
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DAY = new RegExp(`^(?:by )?\\d{1,2} ${MONTH}(?: \\d{4})?$`)
const FACT = /^(?:by \d{4}-\d\d-\d\d|\d{4}-\d\d-\d\d|ticket \S+|<?https?:\/\/\S+)$/

/** One line of a body for something that can be referred to: `- E1 · 14 October · ticket 48213 · words`. Further lines are indented. */
export function itemLine(label: string, facts: readonly string[], words: string): string {
  const [first = '', ...rest] = words.trim().split(/\r\n?|\n/)
  const shown = rest.map((line) => (line.trim() === '' ? '' : `  ${line}`))
  return [`- ${[label, ...facts, first].join(BETWEEN)}`, ...shown].join('\n')
}

/**
 * The words of the item with this label, or undefined when the section has no such line. Facts before the words are left
 * out: those given, as they were written with `itemLine`, or else whatever reads like a day, a ticket or a link.
 */
export function itemWords(section: Section, label: string, facts?: readonly string[]): string | undefined {
  const lines = section.text.split('\n')
  const start = lines.findIndex((line) => line === `- ${label}` || line.startsWith(`- ${label}${BETWEEN}`))
  if (start === -1) return undefined
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.trim() !== '' && !line.startsWith('  '))
  const more = (end === -1 ? rest : rest.slice(0, end)).map((line) => line.replace(/^ {2}/, ''))
  const segments = (lines[start] ?? '').slice(2).split(BETWEEN).slice(1)
  return [wordsAfter(segments, facts), ...more].join('\n').trim()
}

/** What is quoted below the line of an item, such as what somebody said about it; undefined when nothing is. */
export function quotedBelow(section: Section, label: string): string | undefined {
  const lines = itemWords(section, label)?.split('\n') ?? []
  const quoted = lines.filter((line) => /^\s*>/.test(line)).map((line) => line.replace(/^\s*>\s?/, ''))
  return quoted.length === 0 ? undefined : quoted.join(' ')
}

function wordsAfter(segments: readonly string[], facts: readonly string[] | undefined): string {
  const written = facts?.every((fact, index) => segments[index] === fact)
  if (facts && written) return segments.slice(facts.length).join(BETWEEN)
  const last = segments.length - 1
  const first = segments.findIndex(
    (segment, index) => index === last || !(DAY.test(segment) || FACT.test(segment)),
  )
  return segments.slice(Math.max(first, 0)).join(BETWEEN)
}
