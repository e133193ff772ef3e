const FAMILY =
  'father|mother|dad|mum|mom|son|daughter|wife|husband|brother|sister|partner|parents|grandmother|grandfather'

/** Somebody of a family who is nobody's yet: "dad is in hospital". */
const NOBODYS = new RegExp(`(?<![\\w'’-]\\s*)\\b(${FAMILY})\\b`, 'gi')

/**
 * What somebody says of themself, as another would say it of them: "my father" becomes "his father", "I am" their name and "is". For looking at, not for
 * reading: the grammar of the rest stays.
 */
export function asOfThem(words: string, name: string): string {
  return words
    .replace(/\bI['’]m\b|\bI am\b|\bwe['’]re\b|\bwe are\b/gi, () => `${name} is`)
    .replace(/\bI['’]ve\b|\bI have\b|\bwe['’]ve\b|\bwe have\b/gi, () => `${name} has`)
    .replace(/\bI\b/g, () => name)
    .replace(/\b(?:my|our)\b/gi, 'his')
    .replace(NOBODYS, 'his $1')
}
