import { dayOrMistake } from '../evidence/day-or-mistake.ts'
import { daysIn } from '../evidence/day-words.ts'
import { splitItems } from '../evidence/items.ts'
import type { ReadResult } from '../interview/world.ts'
import type { Person } from '../notebook/note.ts'
import type { Mistake } from '../problem.ts'

/** One promise: what, who does it, and by when. */
interface PromiseLine {
  readonly text: string
  readonly who?: string
  /** Plain day. */
  readonly by?: string
  readonly mistakes: readonly Mistake[]
}

const NAMED = /^([\p{Lu}][\p{L}'’.-]*(?:\s+[\p{Lu}][\p{L}'’.-]*){0,3}|me|I|we|you)\s*:\s+/u
const SELF = /^(I|we|We)(?:['’]ll|\s+will|\s+)\b/
const BY = /[\s,;(]*\b(?:by|until|before)(?:\s+the)?\s+$/i

/** Reads promises, one a line. `people` are names that may stand at the front without a colon. */
export function readPromises(text: string, today: string, people: readonly Person[]): ReadResult {
  const read = splitItems(text).map((item) => ({ item, promise: readPromise(item.words, today, people) }))
  return {
    items: read.map(({ item, promise: { mistakes: _, ...fields } }) => ({ line: item.words, fields })),
    mistakes: read.flatMap(({ item, promise }) =>
      promise.mistakes.map((mistake) => ({ line: item.line, ...mistake })),
    ),
  }
}

/** Reads one promise. A date is taken off the end only, a name off the front only before a colon. */
export function readPromise(line: string, today: string, people: readonly Person[]): PromiseLine {
  const { rest, by, mistakes } = takeBy(line.trim(), today)
  const named = NAMED.exec(rest)
  const who = named?.[1] ?? SELF.exec(rest)?.[1] ?? knownName(rest, people)
  return {
    text: named ? rest.slice(named[0].length) : rest,
    ...(who === undefined ? {} : { who }),
    ...(by === undefined ? {} : { by }),
    mistakes,
  }
}

function takeBy(
  line: string,
  today: string,
): { readonly rest: string; readonly by?: string; readonly mistakes: readonly Mistake[] } {
  const found = daysIn(line).findLast((one) => BY.test(line.slice(0, one.start)))
  if (!found) return { rest: line, mistakes: [] }
  const read = dayOrMistake(found.words, today, 'future')
  if ('mistake' in read) return { rest: line, mistakes: [read.mistake] }
  const isLast = /^[\s.)]*$/.test(line.slice(found.end))
  const rest = isLast ? line.slice(0, found.start).replace(BY, '') : line
  return { rest: rest === '' ? line : rest, by: read.day, mistakes: [] }
}

function knownName(text: string, people: readonly Person[]): string | undefined {
  const names = people.flatMap((person) => [person.name, person.name.split(' ')[0] ?? '', ...person.aliases])
  return names
    .filter((name) => name !== '' && text.startsWith(`${name} `))
    .sort((a, b) => b.length - a.length)[0]
}
