import type { Look } from './find-names.ts'
import { isCalled } from './helpers.ts'
import type { Called } from './name-index.ts'
import { isCommonWord, isWordName } from './word-names.ts'

/** Days, months, languages, and what support teams write with a capital and is nobody. */
const NOT_NAMES = new Set(
  `i i'm i'd i'll i've ok okay monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec english german
  french spanish italian portuguese dutch polish turkish chinese japanese korean arabic russian ukrainian hindi swedish danish norwegian american
  british european christmas easter ramadan diwali colleague excel word outlook powerpoint windows linux android iphone google chrome firefox
  safari edge zoom slack jira confluence zendesk salesforce servicenow freshdesk intercom hubspot github gitlab sharepoint onedrive dropbox whatsapp
  facebook linkedin instagram paypal visa mastercard smart goal goals ticket tickets case cases support tier evidence feedback mr mrs ms mx dr
  internet wiki email e-mail api url pdf faq kpi sla csat nps held begun changed done still moved next check-in promised agreed`.split(
    /\s+/,
  ),
)

/** A word with a capital behind a letter, a comma or an opening quotation mark, and up to two more of them; behind a title, anywhere. */
const CAPITAL =
  /(?=\p{Lu})(?:(?<=\p{L}[,;]? |[“„(])(?:(?:Mr|Mrs|Ms|Mx|Dr)\.? )?\p{Lu}\p{Ll}[\p{L}\p{M}'’]*(?:[ -]\p{Lu}\p{Ll}[\p{L}\p{M}'’]*){0,2}|(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Dr)\.? \p{Lu}\p{Ll}+)/gu
const TITLE = /^(?:Mr|Mrs|Ms|Mx|Dr)\.? /
const MASK =
  /\b(?:Colleague [A-Z]{1,3}|[Tt]he mentor|[Aa] colleague)(?:['’]s)?|\[(?:email|phone|card|account|link|customer)\]/g
/** What is left of a whole name. */
const BESIDE = /\bColleague [A-Z]{1,3} (\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*)/gu
/** Headings have capitals anyway. */
const HEADING = /^#{1,6} .*$/gm
const LETTER = /[\p{L}\p{N}]/u
/** More than this of one text are not looked for. */
const MOST = 500

/**
 * Words that look like somebody's name and that nobody in the notebook has; for a person to look at, most frequent first. What the text writes
 * in small letters elsewhere, and every frequent word, is no name; a word behind "Mr" or beside an alias is one.
 */
export function unknownNames(text: string): readonly Look[] {
  const found = new Map<string, number>()
  const add = (name: string): void => {
    found.set(name, (found.get(name) ?? 0) + 1)
    left -= 1
  }
  let left = MOST
  for (const [, name = ''] of text.matchAll(BESIDE))
    if (left > 0 && !NOT_NAMES.has(name.toLowerCase())) add(name)
  const plain = text.replace(HEADING, '').replace(BESIDE, 'x').replace(MASK, 'x')
  const small = smallIn(plain)
  for (const line of plain.split(/\n+/)) {
    if (line.length > 20_000 || left <= 0) continue
    for (const [words] of line.matchAll(CAPITAL)) {
      const name = words.replace(/['’]s$/, '').replace(/['’]$/, '')
      if (!TITLE.test(name) && isNobody(name, small)) continue
      add(name)
    }
  }
  return [...found]
    .map(([words, count]): Look => ({ words, count, why: 'unknown' }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
}

/** Those of some looks that nobody is called who is known: in a copy that names people, their names are no news. */
export function notKnown(looks: readonly Look[], known: readonly Called[]): readonly Look[] {
  return looks.filter(({ words }) => !known.some((one) => isCalled(one, words)))
}

/** Whether every word of it is a word, a day, a product or the like. */
function isNobody(name: string, small: (word: string) => boolean): boolean {
  return name
    .toLowerCase()
    .split(/[ -]/)
    .every((word) => {
      const one = word.replace(/['’].*$/, '')
      return (
        NOT_NAMES.has(word) ||
        NOT_NAMES.has(one) ||
        NOT_NAMES.has(one.replace(/s$/, '')) ||
        isCommonWord(one) ||
        // A name that is a word may well stand there as a word elsewhere.
        (!isWordName(one) && small(one))
      )
    })
}

/** Tells whether a text holds a word in small letters; each word is looked for once. */
function smallIn(text: string): (word: string) => boolean {
  const known = new Map<string, boolean>()
  const isThere = (word: string): boolean => {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
      const isAlone = !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + word.length))
      if (isAlone) return true
    }
    return false
  }
  return (word) => {
    const there = known.get(word) ?? isThere(word)
    known.set(word, there)
    return there
  }
}
