import { formatDay } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { Listed } from '../core/notebook/listing.ts'
import type { Note } from '../core/notebook/note.ts'
import type { Problem } from '../core/problem.ts'
import { NOTE_WORDS } from '../core/session/words.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { clip, WIDEST } from './layout.ts'
import { problemText } from './problem.ts'
import { table, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const KIND: Readonly<Record<string, string>> = {
  session: 'session',
  checkin: 'check-in',
  evidence: 'evidence',
  goal: 'goal',
  form: 'form',
  barrier: 'barrier note',
  update: 'update',
}

/** Notes as a table: id, day, kind, whom it is about, title. `names` are display names by slug. */
export function noteTable(
  notes: readonly Listed[],
  names: ReadonlyMap<string, string>,
  width: number,
): string {
  const rows = notes.map((note) => [
    shortId(note.id),
    note.undated === true ? 'no day' : note.date,
    kindWord(note),
    names.get(note.person) ?? note.person,
    note.title,
  ])
  return table(rows, width)
}

/** So many cells of words tell one evidence note from another. */
const FIRST_WORDS = 60

/** What a note of evidence holds: how many items, and the first words; a title of its own stays in front. */
export function evidenceTitle(
  note: Listed,
  items: readonly Listed[],
  names: ReadonlyMap<string, string>,
  more: string,
): string {
  const usual = NOTE_WORDS.evidenceTitle(names.get(note.person) ?? note.person)
  const isUsual = note.title.startsWith(usual)
  // Behind the usual title stands the file it came from, if any.
  const count = items.length === 1 ? '' : `${items.length} items`
  const front = [count, isUsual ? note.title.slice(usual.length).trim() : ''].filter((part) => part !== '')
  const words = clip(
    cleanLine(items[0]?.title ?? ''),
    Math.max(20, FIRST_WORDS - front.join(' ').length),
    more,
  )
  return [...(isUsual ? [] : [note.title]), front.join(' '), words].filter((part) => part !== '').join(': ')
}

/** What a kind of note is called; evidence says on which side it is. */
export function kindWord(note: Listed): string {
  const side = note.side === 'strength' ? ' +' : note.side === 'growth' ? ' -' : ''
  return `${KIND[note.kind] ?? note.kind}${side}`
}

/** What stands on stderr for files that could not be read, one line each. */
export function badLines(bad: readonly Problem[]): string {
  return bad.map((one) => problemText(one)).join('')
}

/** What stands below a list that shows only its beginning. */
export function moreLine(shown: number, all: number): string {
  return shown < all ? `${all - shown} more. See them with: --limit ${all}\n` : ''
}

/** What stands on stderr where a list has nothing to show. */
export function emptyLine(filtered: boolean): string {
  return filtered ? 'Nothing matches.\n' : 'No notes yet. Prepare the first feedback with: tactful prep\n'
}

/** A note to be read: title, what it is, then its words, broken to the width. */
export function noteText(note: Note, name: string, theme: Theme, width: number): string {
  const { facts } = note
  const about = [
    kindWord({ ...facts, template: null, path: '' }),
    name,
    formatDay(facts.date),
    shortId(facts.id),
  ]
  const head = [
    paint(facts.title, width, theme.strong),
    paint(theme.signs(about.join(' · ')), width, theme.dim),
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

function bodyBlocks(note: Note, theme: Theme, width: number): readonly string[] {
  const sections = note.sections.map((section) =>
    [paint(section.heading, width, theme.accent), wordsText(section.text, theme, width)]
      .filter((part) => part !== '')
      .join('\n'),
  )
  return [wordsText(note.lead, theme, width), ...sections].filter((part) => part !== '')
}

/** Markdown words for reading: lists keep their hanging indent, small headings lose their signs. */
function wordsText(markdown: string, theme: Theme, width: number): string {
  return clean(markdown)
    .split('\n')
    .map((line) => {
      const heading = /^#{3,6}[ \t]+(.*)$/.exec(line)?.[1]
      if (heading !== undefined) return paint(heading, width, theme.strong)
      const lead = /^(?:[ \t]*(?:[-*+]|\d+[.)])[ \t]+|(?:> ?)+|[ \t]+)/.exec(line)?.[0] ?? ''
      const words = line.slice(lead.length).replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/g, '$1')
      if (words === '') return lead.trimEnd()
      const hang = lead.includes('>') ? lead : ' '.repeat(lead.length)
      return wrapped(words, reading(width), lead, hang)
    })
    .join('\n')
}

function paint(line: string, width: number, colour: (text: string) => string): string {
  return wrapped(cleanLine(line), reading(width))
    .split('\n')
    .map((part) => (part === '' ? '' : colour(part)))
    .join('\n')
}

function reading(width: number): number {
  return Number.isFinite(width) ? Math.min(width, WIDEST) : width
}
