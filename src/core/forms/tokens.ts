/** Words of a text for comparing: no case, no accents, no signs; one kind of apostrophe. */
export function tokensOf(text: string): readonly string[] {
  return [...text.matchAll(WORD)].map(([word]) => plain(word))
}

const FIRST = /[\p{L}\p{N}]+(?:['’ʼ`][\p{L}\p{N}]+)*/u
const WORD = /[\p{L}\p{N}]+(?:['’ʼ`][\p{L}\p{N}]+)*/gu

function plain(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’ʼ`]/g, "'").toLowerCase()
}

/** The first word of a text, as it is compared; empty where there is none. */
export function firstToken(text: string): string {
  const found = FIRST.exec(text)
  return found === null ? '' : plain(found[0])
}

/** A text's words with single spaces around each, so that one can be looked for in another. */
export function flat(text: string): string {
  return ` ${tokensOf(text).join(' ')} `
}

/** How many of the wanted words a text begins with, and what of the text stands behind them, signs included. */
export function beginsWith(
  text: string,
  wanted: readonly string[],
): { readonly count: number; readonly rest: string } {
  let count = 0
  let end = 0
  for (const match of text.matchAll(WORD)) {
    if (count === wanted.length || plain(match[0]) !== wanted[count]) break
    count += 1
    end = match.index + match[0].length
  }
  return { count, rest: text.slice(end) }
}

/** How alike two lists of words are: 1 for the same words, 0 for none in common. */
export function alike(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const others = new Map<string, number>()
  for (const word of b) others.set(word, (others.get(word) ?? 0) + 1)
  let common = 0
  for (const word of a) {
    const left = others.get(word) ?? 0
    if (left === 0) continue
    others.set(word, left - 1)
    common += 1
  }
  return (2 * common) / (a.length + b.length)
}
