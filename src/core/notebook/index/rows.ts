import type { NoteHead } from '../../ports/index-files.ts'
import type { Problem } from '../../problem.ts'
import type { NoteKind } from '../note.ts'

// Ids and days are always this long; both stand where they can be counted off.
const ID = 26
const DAY = 10

/** What a row of the index says about a file: a note, or what is wrong with it. */
type Row = { readonly head: NoteHead } | { readonly problem: Problem }

/** A note as one line that begins with its path and a tab; ends without a line break. */
export function noteLine({ path, id, kind, person, date, created, title, template = '' }: NoteHead): string {
  return [path, id, date, kind, created, escaped(person), escaped(template), escaped(title)].join('\t')
}

/** A file that is no whole note, as a line. */
export function badLine(path: string, problem: Problem): string {
  return `${path}\t!\t${JSON.stringify(problem)}`
}

/** Reads a line that `noteLine` or `badLine` wrote: the one that begins at `at` in `lines` and ends before `end`. */
export function readLine(lines: string, at = 0, end = lines.length): Row {
  // A notebook has many lines, and taking them apart this way costs a third of `split`.
  const id = lines.indexOf('\t', at) + 1
  if (lines[id] === '!') return { problem: JSON.parse(lines.slice(id + 2, end)) as Problem }
  const date = id + ID + 1
  const kind = date + DAY + 1
  const created = lines.indexOf('\t', kind) + 1
  const person = lines.indexOf('\t', created) + 1
  const template = lines.indexOf('\t', person) + 1
  const title = lines.indexOf('\t', template) + 1
  const head: NoteHead = {
    path: lines.slice(at, id - 1),
    id: lines.slice(id, date - 1),
    kind: lines.slice(kind, created - 1) as NoteKind,
    person: unescaped(lines.slice(person, template - 1)),
    date: lines.slice(date, kind - 1),
    created: lines.slice(created, person - 1),
    title: unescaped(lines.slice(title, end)),
  }
  if (title === template + 1) return { head }
  return { head: { ...head, template: unescaped(lines.slice(template, title - 1)) } }
}

/** The title in the line of a note that begins at `at`. */
export function readTitle(lines: string, at: number): string {
  const end = lines.indexOf('\n', at)
  return unescaped(lines.slice(lines.lastIndexOf('\t', end) + 1, end))
}

function escaped(text: string): string {
  return /[\\\t\n]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
    : text
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\([\\tn])/g, (_all, sign: string) =>
    sign === 't' ? '\t' : sign === 'n' ? '\n' : '\\',
  )
}
