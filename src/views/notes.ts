import { shortId } from '../core/notebook/ids.ts'
import type { Listed } from '../core/notebook/listing.ts'
import type { Problem } from '../core/problem.ts'
import { NOTE_WORDS } from '../core/session/words.ts'
import { cleanLine } from '../core/text/clean.ts'
import { clip } from './layout.ts'
import { problemText } from './problem.ts'
import { table } from './table.ts'

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
