import { LETTER } from './fragments.ts'

/** The word lists of `templates/goals/words.yaml` as they ship: what is vague, what names something, what can be a deadline. */
export interface GoalWordLists {
  readonly empty: string
  readonly thin: string
  readonly things: string
  readonly idioms: readonly string[]
  readonly names: readonly string[]
  readonly numbered: string
  readonly events: string
  readonly gatherings: string
  readonly everyday: string
}

/** The word lists, ready to look up in. */
export interface GoalWords {
  /** Weight of a word from 0 (names nothing) to 1; words in no list weigh 1. */
  readonly weights: ReadonlyMap<string, number>
  readonly idioms: RegExp
  readonly names: RegExp
  readonly numbered: string
  readonly events: string
  readonly gatherings: string
  readonly everyday: string
}

/** Makes word lists ready; done once, then used for any number of goals. */
export function goalWords(lists: GoalWordLists): GoalWords {
  const weights = new Map<string, number>()
  for (const [list, weight] of [
    [lists.things, 0.75],
    [lists.thin, 0.5],
    [lists.empty, 0],
  ] as const) {
    for (const word of wordsOf(list)) weights.set(word, weight)
  }
  return {
    weights,
    idioms: phrases(lists.idioms),
    names: phrases(lists.names, 's?'),
    numbered: anyOf(wordsOf(lists.numbered)),
    events: anyOf(wordsOf(lists.events)),
    gatherings: anyOf(wordsOf(lists.gatherings)),
    everyday: anyOf(wordsOf(`${lists.everyday} ${lists.things}`).flatMap((word) => [word, `${word}s`])),
  }
}

function wordsOf(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '')
}

function phrases(list: readonly string[], ending = ''): RegExp {
  return new RegExp(`(?<![${LETTER}\\d])${anyOf(list)}${ending}(?![${LETTER}\\d])`, 'gu')
}

/** Longest first, so that the whole phrase is found. */
function anyOf(list: readonly string[]): string {
  const sorted = [...list].sort((a, b) => b.length - a.length)
  return `(?:${sorted.map(escaped).join('|')})`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s{1,3}')
}
