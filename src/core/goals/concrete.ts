import { NAMED_BY_NUMBER } from './marks.ts'
import type { GoalWords } from './words.ts'

/** Words that only hold a sentence together. */
const GLUE = new Set(
  `a about above across after again against ago ahead all along also although always am among an and another any are around as at away back be because become
  been before behind being below beside besides between beyond both but by can could did do does doing done down during each either else ever every few first for from
  further get had has have having he hence her here hers herself him himself his how i i'd i'll i'm i've if in inside instead into is it its itself just last
  later least less let like ll many me meanwhile more most much must my myself near neither never new next no nor not now of off often on once one only onto or other others
  ought our ours ourselves out over own per percent perhaps please quite rather re same second several shall she should since so some sometimes soon still such than that the
  their theirs them themselves then there these they third this those though through throughout till to together too toward towards twice under until unless up upon us
  ve very via was we we'd we'll we're well went were what when where whether which while who whom whose why will with within without would yes yet you your yours yourself
  least up cannot don't doesn't didn't won't can't isn't aren't wasn't more less half quarter half's own wherever whenever at-least maybe ideally especially mainly
  particularly mostly even already almost anyway onward onwards way`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const TRAIT_LEAD =
  /(?:^|[,;:.]|\bto|\band|\bwill|\bwant to)\s*(?:be|become|being|stay|remain|feel|appear|seem|come across as|have an?|show)\s+(?:an?\s+|as\s+)?(?:more\s+|less\s+|a\s+|better\s+|\p{L}+ly\s+)?([\p{L}-]+)/u

/**
 * How much of a goal names something that one could see done: the weights of its words, added up. About 1 is an act
 * with its object. A goal about a trait ("be more confident on calls") counts less.
 */
export function concreteness(rest: string, words: GoalWords): number {
  const named = [...rest.matchAll(words.names)].length
  const plain = rest.replace(words.names, ' ')
  const trait = TRAIT_LEAD.exec(plain)?.[1]
  const penalty = trait !== undefined && weightOf(trait, words) === 0 ? 0.75 : 0
  const tokens = plain.match(/[\p{L}][\p{L}'’-]*/gu) ?? []
  const ids = rest.split(NAMED_BY_NUMBER).length - 1
  return (
    named * 1.25 +
    ids * 0.5 +
    tokens.reduce((sum, _token, at) => sum + inPlace(tokens, at, words), 0) -
    penalty
  )
}

/** Adverbs and names of qualities. */
const EMPTY_ENDING = /^(?!supply|family|assembly|anomaly|readiness).{3,}(?:ly|ness|ful|ous)$/

/** What a goal is about often stands behind "in" or "for": there a word that no list knows says enough. */
const ABOUT = new Set('in on for with about from at of after before during when'.split(' '))

function inPlace(tokens: readonly string[], at: number, words: GoalWords): number {
  const weight = weightOf(tokens[at] ?? '', words)
  if (weight < 1) return weight
  const [two = '', one = ''] = [tokens[at - 2], tokens[at - 1]]
  const compound = one === 'the' && tokens[at + 1] !== undefined && !GLUE.has(tokens[at + 1] ?? '')
  return ABOUT.has(one) || ABOUT.has(two) || compound ? 1.25 : weight
}

function weightOf(token: string, words: GoalWords): number {
  const word = token
    .toLowerCase()
    .replace(/['’](?:s|re|ve|ll|d|t|m)?$/u, '')
    .replace(/-+$/, '')
  if (GLUE.has(word) || GLUE.has(token.toLowerCase()) || (word.length < 2 && /[a-z]/.test(word))) return 0
  const listed = lookUp(word, words.weights)
  if (listed !== undefined) return listed
  if (EMPTY_ENDING.test(word)) return 0
  if (!word.includes('-')) return 1
  return Math.min(
    1,
    word.split('-').reduce((sum, part) => sum + weightOf(part, words), 0),
  )
}

function lookUp(word: string, weights: ReadonlyMap<string, number>): number | undefined {
  for (const form of formsOf(word)) {
    const weight = weights.get(form)
    if (weight !== undefined) return weight
  }
  return undefined
}

/** The word and what it may be an inflection of. */
function formsOf(word: string): readonly string[] {
  const forms = [word]
  if (word.length < 4) return forms
  if (word.endsWith('ies')) forms.push(`${word.slice(0, -3)}y`)
  if (word.endsWith('es')) forms.push(word.slice(0, -2))
  if (word.endsWith('s') && !word.endsWith('ss')) forms.push(word.slice(0, -1))
  for (const [ending, least] of [
    ['ing', 6],
    ['ed', 5],
  ] as const) {
    if (!word.endsWith(ending) || word.length < least) continue
    const stem = word.slice(0, -ending.length)
    forms.push(stem, `${stem}e`)
    if (stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1))
  }
  return forms
}
