// Only ASCII, and signs outside it that merely part words: the dashes, quotation marks and dots that texts are full of.
const SIMPLE = /^[\u0000-\u007f\u2010-\u2027\u2030-\u205e\u00b7\u00a0\u00ab\u00bb]*$/
const APOSTROPHE = /(?<=[\p{L}\p{N}])['’ʼ](?=[\p{L}\p{N}])/gu
// Scripts that put no space between words: every character counts as one.
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu

/**
 * The words of a text as search compares them: lower case, no accents, no punctuation, an apostrophe inside a word left
 * out. A character outside ASCII stands as the bytes of its UTF-8, one character each, so that texts can be searched as
 * they lie on the disk.
 */
export function foldWords(text: string): readonly string[] {
  if (SIMPLE.test(text)) {
    const plain = text.includes("'") || text.includes('’') ? text.replace(/(?<=\w)['’](?=\w)/g, '') : text
    return plain.toLowerCase().match(/[a-z0-9]+/g) ?? []
  }
  const marks = text
    .normalize('NFKD')
    .replace(APOSTROPHE, '')
    .replace(/\p{M}/gu, '')
    .replace(UNSPACED, ' $& ')
  return (marks.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(asBytes)
}

/** Words as one text to search in: a space before and after each. */
export function joinWords(words: readonly string[]): string {
  return words.length === 0 ? ' ' : ` ${words.join(' ')} `
}

/** A folded word as people read it. */
export function readable(word: string): string {
  if (/^[\u0000-\u007f]*$/.test(word)) return word
  return new TextDecoder().decode(Uint8Array.from(word, (byte) => byte.charCodeAt(0)))
}

function asBytes(word: string): string {
  return /^[\u0000-\u007f]*$/.test(word) ? word : String.fromCharCode(...new TextEncoder().encode(word))
}

/** The folded words of a note's file: its title, then everything below the front matter. A private part has no `title`. */
export function wordsOfNote(source: string, title = ''): readonly string[] {
  const body = bodyOf(source)
  const named = /^\s*#[ \t]/.test(body) ? '' : `${title}\n`
  return foldWords(`${named}${body}`)
}

/** A file without its front matter; whole where it has none. */
export function bodyOf(source: string): string {
  return source.replace(/^\ufeff?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/, '')
}
