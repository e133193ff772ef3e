/** What can be typed as a whole line instead of an answer. */
export const WORDS = ['back', 'why', 'deeper', 'skip', 'review', 'quit'] as const

/** One of those words, without its colon. */
export type Word = (typeof WORDS)[number]

/** What the last line of a typed text asks for; `rest` is the text before that line. A line that only looks like a word is `unknown`. */
type Spoken =
  | { readonly says: 'word'; readonly word: Word; readonly rest: string }
  | { readonly says: 'help'; readonly rest: string }
  | { readonly says: 'unknown'; readonly word: string }
  | { readonly says: 'text'; readonly text: string }

/** Reads a typed text: a word on a line of its own at its end, `?` alone, or the text itself (`::` stands for a colon). */
export function spoken(typed: string): Spoken {
  const cut = typed.lastIndexOf('\n') + 1
  const line = typed.slice(cut).trimEnd()
  const rest = typed.slice(0, Math.max(0, cut - 1))
  const word = WORDS.find((known) => line.toLowerCase() === `:${known}`)
  if (word !== undefined) return { says: 'word', word, rest }
  if (line === '?' && cut === 0) return { says: 'help', rest }
  if (/^:\p{L}+$/u.test(line)) return { says: 'unknown', word: line }
  return { says: 'text', text: unescapeColon(typed) }
}

/** Puts a text into a field such that `spoken` gives it back. */
export function escapeColon(text: string): string {
  return text.replace(/(^|\n)(:[^\n]*)$/, '$1:$2')
}

/** Takes the second colon from a last line that begins with two. */
function unescapeColon(typed: string): string {
  return typed.replace(/(^|\n)::([^\n]*)$/, '$1:$2')
}
