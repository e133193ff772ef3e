/** Longest words of something else in the title of a note about it, in characters. */
const MOST = 80

/** Words as the title of a note repeats them: one line, cut where they are long. */
export function inTitle(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  if (letters.length <= MOST) return line
  return `${letters
    .slice(0, MOST - 1)
    .join('')
    .trimEnd()}…`
}
