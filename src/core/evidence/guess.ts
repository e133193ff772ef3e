/** What was said, and the guess that stood behind a `?`. */
interface Guessed {
  readonly words: string
  readonly guess?: string
}

const PAIRS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»', '‘': '’' }

/**
 * Takes a guess out of a line. The rule: a `?` with a space before it (or at the very beginning) and words after it
 * begins the guess, which goes on to the end; in brackets, `(? ...)`, it ends with them. A question mark at the end of a
 * word, at the end of the line or inside quotation marks is only a question mark.
 */
export function takeGuess(line: string): Guessed {
  const quoted = insideQuotes(line)
  const ends = bracketEnds(line)
  const lastWord = [...line.matchAll(/[\p{L}\p{N}]+/gu)].at(-1)?.index ?? -1
  for (let at = line.indexOf('?'); at !== -1; at = line.indexOf('?', at + 1)) {
    if (quoted[at]) continue
    const end = ends.get(at - 1)
    if (end !== undefined) {
      const guess = line.slice(at + 1, end).trim()
      if (guess === '') continue
      return { words: joined(line.slice(0, at - 1), line.slice(end + 1)), guess }
    }
    const alone = (at === 0 || /\s/.test(line[at - 1] ?? '')) && line[at + 1] !== '?'
    if (alone && at < lastWord) return { words: line.slice(0, at).trim(), guess: line.slice(at + 1).trim() }
  }
  return { words: line.trim() }
}

function joined(before: string, after: string): string {
  const gap = /^\s*[.,;:!?]/.test(after) || after.trim() === '' ? '' : ' '
  return `${before.trimEnd()}${gap}${after.trimStart()}`.trim()
}

/** Where each bracket is closed again. */
function bracketEnds(line: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '(') open.push(at)
    const start = line[at] === ')' ? open.pop() : undefined
    if (start !== undefined) ends.set(start, at)
  }
  return ends
}

/** Which characters stand between quotation marks that are opened and closed again. */
function insideQuotes(line: string): readonly boolean[] {
  const inside: boolean[] = []
  // A mark that is never closed from here on is not looked for again, so that a line of open quotes is read in one go.
  const unclosed = new Set<string>()
  for (let at = 0; at < line.length; at++) {
    const close = PAIRS[line[at] ?? '']
    if (close === undefined || unclosed.has(close)) continue
    const end = line.indexOf(close, at + 1)
    if (end === -1) {
      unclosed.add(close)
      continue
    }
    for (let mark = at; mark <= end; mark++) inside[mark] = true
    at = end
  }
  return inside
}
