import { clean, cleanLine } from '../core/text/clean.ts'
import { cells } from '../core/text/width.ts'
import type { Finding } from '../core/wording/finding.ts'
import type { CompiledRule } from '../core/wording/pack.ts'
import type { RuleExamples } from '../core/wording/pack-rule.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** One finding with where it stands: the file, and line and column from 1 (UTF-16 units). */
interface PlacedFinding extends Finding {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What a check of one file brought, with its text for the lines around the findings. */
export interface CheckedFile {
  readonly file: string
  readonly text: string
  readonly findings: readonly Finding[]
}

const MOST_TRY = 2
const AROUND = 40

/** Findings with line and column, in the order of the text. One pass over the text. */
export function placed({ file, text, findings }: CheckedFile): readonly PlacedFinding[] {
  let line = 1
  let start = 0
  let feed = text.indexOf('\n')
  return findings.map((finding) => {
    while (feed !== -1 && feed < finding.offset) {
      line++
      start = feed + 1
      feed = text.indexOf('\n', start)
    }
    return { ...finding, file, line, column: finding.offset - start + 1 }
  })
}

/** The findings of one file for people: the line with the words marked, why, and what to say instead. Empty when there are none. */
export function findingsText(checked: CheckedFile, theme: Theme, width: number): string {
  const findings = placed(checked)
  if (findings.length === 0) return ''
  const blocks = findings.map((finding) => block(finding, checked.text, theme, width))
  return `${theme.strong(cleanLine(checked.file))}\n${blocks.join('\n')}\n`
}

function block(finding: PlacedFinding, text: string, theme: Theme, width: number): string {
  const place = `  ${finding.line}:${finding.column}`.padEnd(9)
  const paint = finding.severity === 'warning' ? theme.warn : theme.dim
  const indent = ' '.repeat(9)
  const lines = [
    `${theme.dim(place)}${paint(finding.category)}`,
    ...marked(finding, text, theme, indent),
    theme.signs(wrapped(finding.why, width, indent)),
    ...finding.try
      .slice(0, MOST_TRY)
      .map((one) => theme.signs(wrapped(`try: ${one}`, width, indent, `${indent}     `))),
  ]
  return `${lines.join('\n')}\n`
}

/** The line the words stand on, cut to what is around them, and a line of marks below the words. */
function marked(finding: Finding, text: string, theme: Theme, indent: string): readonly string[] {
  const end = finding.offset + finding.length
  const lineStart = text.lastIndexOf('\n', finding.offset - 1) + 1
  const feed = text.indexOf('\n', end)
  const lineEnd = feed === -1 ? text.length : feed
  const from = Math.max(lineStart, finding.offset - AROUND)
  const to = Math.min(lineEnd, end + AROUND)
  const before = cleanLine(text.slice(from, finding.offset)).trimStart()
  const words = cleanLine(text.slice(finding.offset, end))
  const after = cleanLine(text.slice(end, to)).trimEnd()
  const lead = from > lineStart ? theme.sign.more : ''
  const tail = to < lineEnd ? theme.sign.more : ''
  return [
    `${indent}${lead}${before}${words}${after}${tail}`,
    `${indent}${' '.repeat(cells(lead + before))}${theme.warn('^'.repeat(Math.max(1, cells(words))))}`,
  ]
}

/** The closing line: how many to reword, how many hints. */
export function findingsSummary(warnings: number, hints: number, files: number, hidden: boolean): string {
  if (warnings + hints === 0)
    return `${files === 1 ? '1 file' : `${files} files`} checked, nothing to reword.`
  const parts = [`${warnings} to reword`]
  if (hints > 0)
    parts.push(`${hints === 1 ? '1 hint' : `${hints} hints`}${hidden ? ' (--severity hint shows them)' : ''}`)
  return `${parts.join(', ')}.`
}

/** Findings as annotations that code hosts show beside the line. */
export function githubLines(findings: readonly PlacedFinding[]): string {
  return findings
    .map(({ file, line, column, severity, rule, words, why, try: ways }) => {
      const kind = severity === 'warning' ? 'warning' : 'notice'
      const message = [`"${cleanLine(words)}": ${why}`, ...ways.slice(0, 1).map((way) => `Try: ${way}`)].join(
        ' ',
      )
      return `::${kind} file=${property(file)},line=${line},col=${column},title=${property(rule)}::${data(message)}\n`
    })
    .join('')
}

function data(text: string): string {
  return clean(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/** One rule in full, for `--explain`: what it finds and leaves, why, and what it suggests. */
export function ruleText(
  rule: CompiledRule,
  examples: RuleExamples | undefined,
  theme: Theme,
  width: number,
): string {
  const list = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', theme.strong(title), ...lines.map((line) => wrapped(line, width, '  '))]
  const lines = [
    `${theme.strong(rule.id)}  ${rule.category}, ${rule.severity}`,
    wrapped(rule.why, width),
    ...list('Say instead', rule.try),
    ...list('Finds', examples?.finds ?? []),
    ...list('Leaves alone', examples?.leaves ?? []),
  ]
  return `${theme.signs(lines.join('\n'))}\n`
}
