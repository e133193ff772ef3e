import type { Section } from '../notebook/note.ts'
import { answersOf, type Entry, type GroupEntry, type ItemEntry } from '../session/reading.ts'

/** One note of a talk: whose words they are, and the words. */
interface Said {
  readonly whose: 'theirs' | 'mine'
  readonly words: string
}

const QUOTED = /^\s*(?:>\s*|["“„«»]\s*)/
const CLOSED = /\s*["”“»«]\s*$/
const MINE = /^\s*(?:me|I|mine)\s*:\s*/

/**
 * Reads one typed note. Words behind a quotation mark, a `>` or the person's name and a colon are theirs; behind `me:` they are
 * the mentor's. Everything else is `otherwise`.
 */
export function readSaid(typed: string, name: string, otherwise: Said['whose']): Said {
  const mine = MINE.exec(typed)?.[0]
  if (mine !== undefined) return { whose: 'mine', words: typed.slice(mine.length).trim() }
  const quoted = QUOTED.exec(typed)?.[0]
  if (quoted !== undefined) {
    return { whose: 'theirs', words: typed.slice(quoted.length).replace(CLOSED, '').trim() }
  }
  const lead = `${name}:`
  const text = typed.trim()
  if (name !== '' && text.toLowerCase().startsWith(lead.toLowerCase())) {
    return { whose: 'theirs', words: text.slice(lead.length).trim() }
  }
  return { whose: otherwise, words: text }
}

/** What was said about the things on an agenda: their words and the mentor's, each thing under its own line. */
export function saidSections(
  agenda: GroupEntry | undefined,
  topics: ReadonlyMap<string, string>,
  name: string,
): { readonly theirs: Section['text']; readonly mine: Section['text'] } {
  const told = (agenda?.items ?? []).map((item) => ({
    topic: topics.get(item.key) ?? item.key,
    notes: notesIn(item, name),
    more: answersOf(item).filter(({ question }) => question.private !== true),
  }))
  const theirs = told.map(({ topic, notes, more }) =>
    block(topic, [
      ...wordsOf(notes, 'theirs').map((words) => `> ${words}`),
      ...more.map(({ label, words }: Entry) => `${label}: ${words}`),
    ]),
  )
  const mine = told.map(({ topic, notes }) =>
    block(topic, [
      wordsOf(notes, 'mine')
        .map((words) => `- ${words}`)
        .join('\n'),
    ]),
  )
  return { theirs: joined(theirs), mine: joined(mine) }
}

/** In their turn every line is theirs unless it says otherwise. */
function notesIn(item: ItemEntry, name: string): readonly Said[] {
  const groups = item.entries.filter((one): one is GroupEntry => one.entry === 'group')
  return groups.flatMap(({ question, items }) =>
    items
      .flatMap((one) => answersOf(one))
      .filter((entry) => entry.question.private !== true)
      .map(({ words }) => readSaid(words.replace(/\s+/g, ' '), name, isTurn(question) ? 'theirs' : 'mine'))
      .filter(({ words }) => words !== ''),
  )
}

/** Whether a group of notes is about their turn. */
export function isTurn({ when }: GroupEntry['question']): boolean {
  return when !== undefined && 'kind' in when && when.kind === 'turn'
}

function wordsOf(notes: readonly Said[], whose: Said['whose']): readonly string[] {
  return notes.filter((one) => one.whose === whose).map(({ words }) => words)
}

function block(topic: string, parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '')
  return filled.length === 0 ? '' : [`${topic}:`, ...filled].join('\n\n')
}

function joined(blocks: readonly string[]): string {
  return blocks.filter((one) => one !== '').join('\n\n')
}
