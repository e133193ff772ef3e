import { createChecker } from '../wording/check.ts'
import type { Finding } from '../wording/finding.ts'
import type { Wording } from '../wording/load.ts'

/** A text without sentences that tell of somebody's health, family, faith or money, and how many there were. */
interface Unconfided {
  readonly text: string
  readonly count: number
}

/** Stands where such a sentence was. */
const LEFT_OUT = '(something private, left out)'
/** Marks that would have the rules pass over what stands in them; a sentence asked or quoted tells as much. */
const EXCUSES = /["“”„«»`?]|<!--|-->/g
/** Letters that nobody sees, with which a word stands in a text and is not found; they come in with what is pasted from web pages. */
const UNSEEN = /[\u200b\u2060\u00ad\ufeff]/g
/** What begins a line of ours and tells nothing: a bullet, a label, a day, who it is about. */
const HEAD = /^(?:[ \t]*(?:[-*+]|\d+\.)[ \t]+)?(?:[A-Z]\d{1,3} · )?(?:by \d{1,2} \p{L}+(?: \d{4})? · )?/u

/** Makes what leaves private matters out of texts, by the rules for them; a model's guess is none. It takes time in proportion to the text. */
export function withoutPrivate({ packs, names }: Wording): (text: string) => Unconfided {
  const check = createChecker(packs, { names, rules: ['private'] })
  return (written) => {
    const text = written.replace(UNSEEN, '')
    const found = check(text.replace(EXCUSES, (sign) => (sign === '?' ? '.' : ' '.repeat(sign.length))))
    let count = 0
    let from = 0
    let left = ''
    for (const { start, end } of found.map((one) => spanOf(text, one))) {
      if (end <= from) continue
      const at = Math.max(start, from)
      left += text.slice(from, at) + LEFT_OUT
      from = end
      count += 1
    }
    return { text: left + text.slice(from), count }
  }
}

/** The sentence, without what stands in front of its words on our own lines and without the line break behind. */
function spanOf(text: string, { offset, length, sentence }: Finding): { start: number; end: number } {
  const whole = sentence ?? { offset, length }
  const words = text.slice(whole.offset, whole.offset + whole.length)
  const head = HEAD.exec(words)?.[0].length ?? 0
  const start = Math.min(whole.offset + head, offset)
  return { start, end: whole.offset + words.trimEnd().length }
}
