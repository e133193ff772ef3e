import { type Ground, personName } from '../interview/ground.ts'
import type { BarrierItem } from './barrier-note.ts'
import { textIn } from './reading.ts'

/**
 * The words of each barrier that names the person, in its own words or in evidence it cites: its note goes to somebody else.
 * Letters keep their case, so that a "will" is no Will; one letter alone is no name.
 */
export function barriersNaming(ground: Ground, barriers: readonly BarrierItem[]): readonly string[] {
  const [asked] = [...ground.questions].find(([, { type }]) => type === 'person') ?? []
  const value = asked === undefined ? undefined : ground.values.get(asked)
  if (value === undefined) return []
  const names = new Set(wordsOf(personName(ground.world, String(value))))
  return barriers
    .filter(({ words, item, cited }) => {
      const own = (['effect', 'ask'] as const).map((id) => textIn(ground, item, id) ?? '')
      const told = [words, ...own, ...cited.map((one) => one.words)]
      return told.flatMap(wordsOf).some((word) => names.has(word))
    })
    .map(({ words }) => words)
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/\p{L}{2,}/gu) ?? []
  )
}
