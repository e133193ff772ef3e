import type { Look } from './find-names.ts'

const NOT_NAMES = new Set(
  `i i'm i'd i'll i've ok okay monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec english german french
  spanish italian portuguese dutch polish turkish chinese japanese american british european christmas easter colleague`.split(
    /\s+/,
  ),
)

/** Words with a capital inside a sentence, and pairs of them anywhere. All in capitals is a short form, no name. */
const CAPITAL =
  /(?<=\p{L}[,;]? |["“„(])(?:(?:Mr|Mrs|Ms|Mx|Dr)\.? )?\p{Lu}\p{Ll}[\p{L}\p{M}'’]*(?:[ -]\p{Lu}\p{Ll}[\p{L}\p{M}'’]*){0,2}|(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Mx|Dr)\.? \p{Lu}\p{Ll}+/gu
const MASK = /\bColleague [A-Z]{1,3}(?:['’]s)?|\[(?:email|phone|card|account|link|customer)\]/g
/** More than this of one text are not looked for. */
const MOST = 500

/** Words that look like somebody's name and that nobody in the notebook has; for a person to look at, most frequent first. */
export function unknownNames(text: string): readonly Look[] {
  const found = new Map<string, number>()
  let left = MOST
  for (const line of text.replace(MASK, '\n').split(/\n+/)) {
    if (line.length > 20_000 || left <= 0) continue
    for (const [words] of line.matchAll(CAPITAL)) {
      const name = words.replace(/['’]s$/, '')
      const word = name.toLowerCase()
      if (NOT_NAMES.has(word) || NOT_NAMES.has(word.replace(/s$/, ''))) continue
      found.set(name, (found.get(name) ?? 0) + 1)
      left -= 1
    }
  }
  return [...found]
    .map(([words, count]): Look => ({ words, count, why: 'unknown' }))
    .sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
}
