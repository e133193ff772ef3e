import type { ModelHead } from './model-file.ts'
import type { ModelToken } from './model-text.ts'

const MOST_SHORT = 4
const WORD = /^[a-z\u00e0-\u024f<]/
const CLAUSE_STARTS = new Set([',', '.', ';', '!', '?', 'and'])
const BETWEEN = new Set(['do', 'now', 'also', 'just', 'really', "'d", 'would'])
const DENIED = new Set(['do', 'did', 'had', 'have'])
/** Persons on their own, amounts before a thing: "some tests", "a lot more". */
const AMOUNTS = new Set(['some', 'one', 'none', 'lot'])

/** Saying what one noticed, felt or needs is how a coach would have it said, so the model must be surer there. */
const OWN_VIEW =
  /(?:^|[,.;!?] |and )i(?:'d|'m| would| am| was| feel| felt| need| want| noticed?| like| appreciate| value| learned| admire| wonder| find)\b|\bme (?:feel|wonder|want)|\bto (?:hear|know|understand|learn)\b/

/**
 * How much less a sentence is likely to be a judgment for what it speaks of, in log-odds: nobody is meant in it, the speaker tells an
 * own view or thought, or it is a line of thanks, apology or agreement. `text` is what the tokens were read from, with plain quotes.
 */
type ReadStance = (tokens: readonly ModelToken[], text: string) => number

/** Reads stances by the numbers and the word lists of a model's head: a few look-ups a token. */
export function createStance({ stance, lists }: ModelHead): ReadStance {
  const persons = new Set(lists.persons)
  const things = new Set(lists.things)
  const thanks = new Set(lists.thanks)
  const ownThoughts = new Set(lists.ownThoughts)

  /** A name with a capital may be that of a thing ("in Python"). */
  const isThing = ({ form, start, end }: ModelToken, text: string) =>
    form === '<code>' || things.has(form === '<name>' ? text.slice(start, end).toLowerCase() : form)

  const isPerson = (token: ModelToken, next: ModelToken | undefined, text: string) => {
    if (token.form === '<name>') return !isThing(token, text)
    if (!persons.has(token.form)) return false
    return !(AMOUNTS.has(token.form) && next !== undefined && (next.form === 'more' || isThing(next, text)))
  }

  function tellsThought(forms: readonly string[]): boolean {
    return forms.some((form, i) => {
      const next = forms[i + 1] ?? ''
      if (form === 'imo' || (form === 'to' && next === 'me')) return true
      if (form !== 'i' || (i > 0 && !CLAUSE_STARTS.has(forms[i - 1] ?? ''))) return false
      const after = forms[i + 2] ?? ''
      return (
        ownThoughts.has(next) ||
        (BETWEEN.has(next) && ownThoughts.has(after)) ||
        (DENIED.has(next) && after === "n't")
      )
    })
  }

  return (tokens, text) => {
    const forms = tokens.map((token) => token.form)
    const words = forms.filter((form) => WORD.test(form))
    let less = 0
    if (OWN_VIEW.test(text.toLowerCase())) less += stance.ownView
    if (tellsThought(forms)) less += stance.ownThought
    if (thanks.has(words[0] ?? '') || words.at(-1) === 'thanks') less += stance.thanks
    if (words.length > MOST_SHORT && !tokens.some((token, i) => isPerson(token, tokens[i + 1], text))) {
      less += stance.nobody
      if (tokens.some((token) => isThing(token, text))) less += stance.thing
    }
    return less
  }
}
