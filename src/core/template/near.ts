import { apart } from '../text/apart.ts'

/** Up to three known names that the given one was probably meant to be, closest first. */
export function nearNames(given: string, known: Iterable<string>): readonly string[] {
  const word = given.toLowerCase()
  const most = word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3))
  return [...new Set(known)]
    .map((name) => ({ name, far: closeness(word, name.toLowerCase()) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

function closeness(word: string, name: string): number {
  const begins = word.length >= 3 && (name.startsWith(word) || word.startsWith(name))
  return begins ? 1 : apart(word, name)
}

/** The near names as the end of a sentence: `Did you mean "impact" or "ask"?`, or the given words when none is near. */
export function meant(given: string, known: Iterable<string>, otherwise: string): string {
  const near = nearNames(given, known).map((name) => `"${name}"`)
  return near.length === 0 ? otherwise : `Did you mean ${near.join(' or ')}?`
}
