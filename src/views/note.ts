import { formatDay, isDay } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { Item, Note } from '../core/notebook/note.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { readable } from './layout.ts'
import { markdownText } from './markdown.ts'
import { kindWord } from './notes.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** There is no private part to show beside a note. */
export const noPrivatePart = 'This note has no private part here.\n'

/** A note to be read: title, what it is, then its words, broken to the width. `name` is empty where it is about nobody. */
export function noteText(note: Note, name: string, theme: Theme, width: number): string {
  const head = [
    paint(note.facts.title, width, theme.strong),
    ...factLines(note, name).map((line) => paint(theme.signs(line), width, theme.dim)),
  ]
  return `${[head.join('\n'), ...bodyBlocks(note, theme, width)].join('\n\n')}\n`
}

/** The mentor's private part, below the note it belongs to. */
export function privateText(part: Note, name: string, theme: Theme, width: number): string {
  const title = paint(`Your private part (no copy for ${name} holds it)`, width, theme.strong)
  return `\n${[title, ...bodyBlocks(part, theme, width)].join('\n\n')}\n`
}

/** A private part that is no whole note any more: its text as it is. */
export function privateSource(source: string, name: string, theme: Theme, width: number): string {
  return `\n${paint(`Your private part (no copy for ${name} holds it)`, width, theme.strong)}\n\n${clean(source)}`
}

/** What is known of a note besides its words. */
function factLines({ facts }: Note, name: string): readonly string[] {
  const { by, measure } = facts
  const kind = kindWord({ ...facts, template: null, path: '' })
  return [
    [kind, name, formatDay(facts.date), shortId(facts.id)].filter((one) => one !== '').join(' · '),
    [
      typeof measure === 'string' && facts.kind === 'goal' ? measure : '',
      typeof by === 'string' && isDay(by) ? `by ${formatDay(by)}` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
    ...itemLines(facts.items ?? []),
  ].filter((line) => line !== '')
}

/** So many pieces of evidence are told one by one. */
const TOLD = 8

const SIDES: Readonly<Record<string, string>> = { strength: 'went well', growth: 'to grow' }

/** What stands in no line of a note of evidence: its side, where it comes from, what it is about. */
function itemLines(items: readonly Item[]): readonly string[] {
  const evidence = items.filter(({ kind }) => kind === 'evidence')
  if (evidence.length > TOLD) {
    const counts = Object.entries(SIDES).map(
      ([side, words]) => [evidence.filter((item) => item.side === side).length, words] as const,
    )
    const told = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
    return [[`${evidence.length} items`, ...told].join(' · ')]
  }
  return evidence.flatMap(({ label, side, source, area }) => {
    const known = [SIDES[String(side)], source, area].filter((one) => typeof one === 'string' && one !== '')
    return known.length === 0 ? [] : [[label ?? '', ...known].filter((one) => one !== '').join(' · ')]
  })
}

function bodyBlocks(note: Note, theme: Theme, width: number): readonly string[] {
  const room = readable(width)
  const sections = note.sections.map((section) =>
    [paint(section.heading, width, theme.accent), markdownText(section.text, theme, room)]
      .filter((part) => part !== '')
      .join('\n'),
  )
  return [markdownText(note.lead, theme, room), ...sections].filter((part) => part !== '')
}

function paint(line: string, width: number, colour: (text: string) => string): string {
  return wrapped(cleanLine(line), readable(width))
    .split('\n')
    .map((part) => (part === '' ? '' : colour(part)))
    .join('\n')
}
