import { distance } from 'fastest-levenshtein'

/** How many slips of the hand lie between two words: one letter more, less or other, or two neighbours the wrong way round. */
export function apart(a: string, b: string): number {
  return isSwapped(a, b) ? 1 : distance(a, b)
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b
}
