import { mailLines } from '../forms/mails.ts'
import { signatureIn } from '../forms/signature.ts'

/** Stands where lines were that only tell who wrote. */
const SIGNED = '[signature]'
/** A short line that ends with a name which was taken out. */
const NAME_ENDS = /^.{0,40}\[name\]\W*$/
/** Most lines that sign a mail, and the longest of them. */
const [MOST, LONGEST] = [14, 100]

/**
 * A mail that somebody else wrote, without what tells who they are beside their name: the headers, and the lines that sign it (a title,
 * a team, an address), at any depth of a thread. It takes time in proportion to the text.
 */
export function unsignedText(text: string): string {
  const raw = text.split('\n')
  const { lines } = mailLines(text)
  const kept: string[] = []
  let at = 0
  while (at < raw.length) {
    if (lines[at]?.isBreak === true) {
      at += 1
      continue
    }
    const from = at
    while (at < raw.length && lines[at]?.isBreak !== true && lines[at]?.depth === lines[from]?.depth) at += 1
    const words = lines.slice(from, at).map(({ text: own }) => own)
    const said = signedFrom(words)
    kept.push(...raw.slice(from, from + said), ...(said < words.length ? [SIGNED, ''] : []))
  }
  return kept.join('\n').trim()
}

/** How many lines of one stretch come before those that sign it. */
function signedFrom(words: readonly string[]): number {
  const delimited = words.findIndex((line) => /^--\s*$/.test(line))
  const farewell = signatureIn(words.map((text) => ({ text }))).said.length
  const named = words.findIndex((line, at) => NAME_ENDS.test(line) && isShort(words.slice(at)))
  return Math.min(...[delimited, named].filter((one) => one >= 0), farewell)
}

function isShort(rest: readonly string[]): boolean {
  const words = rest.filter((line) => line !== '')
  return words.length <= MOST && words.every((line) => line.length <= LONGEST)
}
