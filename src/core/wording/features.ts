import type { Lexicon } from './lexicon.ts'
import { bit, KIND, MAYBE } from './pack.ts'
import type { Sentence, Token } from './scan.ts'

/** Works out what a sentence is about and what it holds, as bits of `FEATURES`. Only asked once a pattern has matched. */
type Describe = (sentence: Sentence, praiseBefore: boolean) => number

const LOOK = 8

/** Builds the describer for a pack whose classes say which words are people, customers, days and frames of a request. */
export function createDescribe(lexicon: Lexicon): Describe {
  const cls = {
    you: lexicon.named('second-person'),
    they: lexicon.named('third-person'),
    role: lexicon.named('role'),
    customer: lexicon.named('customer'),
    me: lexicon.named('first-person'),
    it: lexicon.named('thing-word'),
    the: lexicon.named('determiner'),
    day: lexicon.named('day-word'),
    not: lexicon.named('negation'),
    amount: lexicon.named('amount'),
    condition: lexicon.named('condition'),
    request: lexicon.named('request-frame'),
    offer: lexicon.named('offer-frame'),
    goal: lexicon.named('goal-frame'),
    opener: lexicon.named('opener'),
    verb: lexicon.named('finite'),
  }

  const has = (token: Token | undefined, number: number): boolean =>
    token !== undefined && (token.entry.classes.includes(number) || token.entry.phrases?.has(number) === true)

  const subject = (tokens: readonly Token[]): number => {
    let article = false
    const most = Math.min(tokens.length, LOOK)
    for (let i = 0; i < most; i++) {
      const token = tokens[i]
      const kind = token?.entry.kind ?? 0
      if (has(token, cls.opener)) continue
      if (has(token, cls.customer)) return bit('customer')
      if (has(token, cls.you) || has(token, cls.they) || has(token, cls.role)) return bit('person')
      if ((kind & KIND.name) !== 0 || ((kind & MAYBE) !== 0 && i > 0)) return bit('person')
      if (has(token, cls.me)) return bit('me')
      if (has(token, cls.it)) return bit('thing')
      if (has(token, cls.the)) article = true
      else if (has(token, cls.verb) || kind === KIND.punct) return article ? bit('thing') : bit('note')
    }
    return article ? bit('thing') : bit('note')
  }

  const within = (tokens: readonly Token[], from: number, to: number, number: number): boolean => {
    for (let i = from; i < to; i++) if (stands(tokens, i, number)) return true
    return false
  }

  return (sentence, praiseBefore) => {
    const { tokens } = sentence
    let bits = subject(tokens)
    let kinds = 0
    for (const token of tokens) {
      kinds |= token.entry.kind
      if (has(token, cls.day)) kinds |= KIND.date
      if (has(token, cls.not)) bits |= bit('negated')
      if (has(token, cls.amount)) kinds |= KIND.number
    }
    if ((kinds & KIND.number) !== 0) bits |= bit('number')
    if ((kinds & KIND.date) !== 0) bits |= bit('date')
    if ((kinds & KIND.time) !== 0) bits |= bit('time')
    if ((kinds & KIND.ticket) !== 0) bits |= bit('ticket')
    if ((kinds & KIND.quotation) !== 0) bits |= bit('quotation')
    if ((kinds & (KIND.number | KIND.date | KIND.time | KIND.ticket | KIND.quotation)) !== 0)
      bits |= bit('evidence')
    if (sentence.mark === '?') bits |= bit('question')
    if (sentence.mark === '!') bits |= bit('exclamation')
    if (tokens.length <= 5) bits |= bit('short')
    if (stands(tokens, 0, cls.condition)) bits |= bit('condition')
    const most = Math.min(tokens.length, 4)
    if (within(tokens, 0, most, cls.request)) bits |= bit('request')
    if (within(tokens, 0, most, cls.offer)) bits |= bit('offer')
    if (within(tokens, 0, Math.min(tokens.length, LOOK), cls.goal)) bits |= bit('goal')
    if (praiseBefore) bits |= bit('praise-before')
    return bits
  }
}

/** Whether a word or phrase of a class begins at this token. */
export function stands(tokens: readonly Token[], at: number, number: number): boolean {
  const entry = tokens[at]?.entry
  if (entry === undefined) return false
  if (entry.classes.includes(number)) return true
  const phrases = entry.phrases?.get(number)
  if (phrases === undefined) return false
  return phrases.some((rest) => rest.every((id, i) => tokens[at + 1 + i]?.entry.ids.includes(id) === true))
}
