import type { SessionFact } from './fold.ts'
import { hideSmall, type TrendTable } from './hide.ts'
import { type Counted, tallyOf } from './tally.ts'

/** A cause as the library knows it. */
export interface KnownCause {
  readonly id: string
  readonly side?: 'person' | 'system'
  /** Its bone of the fishbone. */
  readonly family?: string
}

/** Where a cause lies; `own` is one in somebody's own words, which are not shown. */
type CauseSide = 'person' | 'system' | 'own'

/** A cause that was picked in a session; `key` is its id. */
interface CauseCount extends Counted {
  readonly side?: never
  readonly lies: CauseSide
}

/** What was thought to be behind things: each time a cause was picked counts once. */
export interface CauseTrends {
  /** Keys are `person`, `system` and `own`. */
  readonly lies: TrendTable
  /** Keys are ids of causes. No table where its side may not be told apart. */
  readonly person?: TrendTable
  readonly system?: TrendTable
  /** Those of the causes shown that say that training or material is missing, by id. */
  readonly gaps: { readonly training: readonly string[]; readonly material: readonly string[] }
}

/** Families of causes that training or material would help. A team's own causes count by their family too. */
const GAPS = { training: ['training', 'knowledge'], material: ['material'] } as const

/** The causes that were picked in a session. */
export function causeCounts(
  { causes, person }: Pick<SessionFact, 'causes' | 'person'>,
  known: readonly KnownCause[],
): readonly CauseCount[] {
  return causes.map((id) => {
    const cause = known.find((one) => one.id === id)
    return { key: cause === undefined ? null : id, person, lies: cause?.side ?? 'own' }
  })
}

/** Sums up causes; nothing is told about fewer than `least` people. `outsides` are the causes that other reports would count besides. */
export function causeTrends(
  counts: readonly CauseCount[],
  outsides: readonly (readonly CauseCount[])[],
  known: readonly KnownCause[],
  least: number,
): CauseTrends {
  const sidesOf = (some: readonly CauseCount[]) => some.map(({ lies, person }) => ({ key: lies, person }))
  const lies = hideSmall(tallyOf(sidesOf(counts), outsides.map(sidesOf)), least)
  const tableOf = (side: CauseSide): TrendTable | undefined => {
    const onSide = (some: readonly CauseCount[]) => some.filter((one) => one.lies === side)
    return lies.rows.some(({ key }) => key === side)
      ? hideSmall(tallyOf(onSide(counts), outsides.map(onSide)), least)
      : undefined
  }
  const [person, system] = [tableOf('person'), tableOf('system')]
  const shown = [person, system].flatMap((table) => table?.rows.map(({ key }) => key) ?? [])
  const gapsIn = (families: readonly string[]): readonly string[] =>
    known
      .filter(({ id, family = '' }) => shown.includes(id) && families.includes(family.trim().toLowerCase()))
      .map(({ id }) => id)
  return {
    lies,
    ...(person === undefined ? {} : { person }),
    ...(system === undefined ? {} : { system }),
    gaps: { training: gapsIn(GAPS.training), material: gapsIn(GAPS.material) },
  }
}
