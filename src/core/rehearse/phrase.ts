/** Where in a sentence a phrase stands, in UTF-16 units. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A phrase ready to be looked for in a sentence that `plainSentence` has made. */
export type Phrase = (plain: string) => Span | undefined

/** Words that begin a sentence without saying anything; `^` looks past them. */
const OPENERS =
  /^(?:(?:so|well|ok|okay|and|but|oh|right|honestly|hey|hm+|now|then|yes|no|please|actually)[ ,]+)*/

/** Up to four words between two others. */
const GAP = '(?:[^ ,]+[ ,]+){0,4}'

/**
 * Compiles one phrase: `...` is a gap of up to four words, `{list}` one of the words of a list, `^` and `$` the ends of the
 * sentence, the rest a pattern in which a blank stands for any number of blanks and commas. Throws a SyntaxError for a phrase that is none.
 */
export function compilePhrase(phrase: string, lists: Readonly<Record<string, string>>): Phrase {
  const isFirst = phrase.startsWith('^')
  const body = phrase
    .replace(/^\^/, '')
    .replace(/\{([a-z]+)\}/g, (_all, name: string) => `(?:${lists[name] ?? unknown(name)})`)
    .replaceAll(' ... ', ' @')
    .replaceAll(/ (\??)/g, (_all, maybe: string) => (maybe === '' ? '[ ,]+' : '[ ,]*'))
    .replaceAll('@', GAP)
    .replace(/\$$/, '[ ,]*$')
  const edge = (sign: string | undefined) => (sign !== undefined && /[a-z(]/.test(sign) ? '\\b' : '')
  const pattern = new RegExp(
    `${isFirst ? '^[ ,]*' : edge(body[0])}(?:${body})${/[a-z)]$/.test(body) ? '\\b' : ''}`,
  )
  return (plain) => {
    const skipped = isFirst ? (OPENERS.exec(plain.trimStart())?.[0].length ?? 0) + indent(plain) : 0
    const found = pattern.exec(skipped === 0 ? plain : plain.slice(skipped))
    if (found === null) return undefined
    return { from: skipped + found.index, to: skipped + found.index + found[0].length }
  }
}

/**
 * A sentence as phrases are looked for in it: small letters, plain apostrophes, a comma for
 * what parts clauses, blanks for every other sign; as long as before, so that places stay the same.
 */
export function plainSentence(text: string): string {
  const small = [...text].map((sign) =>
    sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign,
  )
  return small
    .join('')
    .replace(/[’‘]/g, "'")
    .replace(/[,:–—]/g, ',')
    .replace(/[^\p{L}\p{N}',]/gu, (sign) => ' '.repeat(sign.length))
}

function indent(plain: string): number {
  return plain.length - plain.trimStart().length
}

function unknown(name: string): never {
  throw new SyntaxError(`There is no list {${name}}.`)
}
