/** Knows which words of one text are kept on purpose. */
export interface Keeper {
  keeps(words: string, rule: string): boolean
}

const COMMENT = /<!--\s*tactful:\s*keep\s+(?:"([^"]{1,200})"|“([^”]{1,200})”|([a-z][a-z-]{1,60}))/giu

/**
 * Kept words of a text: those listed (a notebook's list, `--keep`) and those in comments of the text itself,
 * `<!-- tactful: keep "too bossy" because we agreed on it -->`. A rule's id in place of words keeps everything it finds.
 */
export function keeper(text: string, listed: readonly string[]): Keeper {
  const words = new Set(listed.map(plain).filter((one) => one !== ''))
  const rules = new Set<string>(listed)
  if (text.includes('tactful:')) {
    for (const [, straight, curly, rule] of text.matchAll(COMMENT)) {
      const kept = straight ?? curly
      if (kept !== undefined) words.add(plain(kept))
      if (rule !== undefined) rules.add(rule)
    }
  }
  const phrases = [...words]
  return {
    keeps: (found, rule) => {
      if (rules.has(rule)) return true
      if (phrases.length === 0) return false
      const flat = ` ${plain(found)} `
      return phrases.some((phrase) => flat.includes(` ${phrase} `) || ` ${phrase} `.includes(flat))
    },
  }
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
}
