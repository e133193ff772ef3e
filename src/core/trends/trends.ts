import type { BarrierRow } from '../barriers/list.ts'
import type { IdeaRow } from '../ideas/list.ts'
import type { Person } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { type CauseTrends, causeCounts, causeTrends, type KnownCause } from './causes.ts'
import { checkinCounts } from './checkins.ts'
import { barrierTrends, evidenceCounts, ideaTrends, monthOf } from './counts.ts'
import type { TrendFacts } from './fold.ts'
import { hideSmall, LEAST_PEOPLE, type TrendTable } from './hide.ts'
import { scopeOf, type TrendQuery } from './query.ts'
import { type Quiet, quietPeople } from './quiet.ts'
import { type Counted, tallyOf } from './tally.ts'

/** What trends need beside the notes. `people` are everybody in the notebook, in the order in which they are to be named. */
export interface TrendGround {
  readonly today: string
  readonly query: TrendQuery
  /** `own` is for the mentor alone: nothing is hidden, and people are named. */
  readonly view: 'own' | 'shared'
  readonly people: readonly Person[]
  readonly causes: readonly KnownCause[]
  /** Days after which somebody counts as not heard. */
  readonly feedbackDays: number
  /** Takes out of words what must not leave; `person` is the slug they are about. Used where others read along. */
  readonly masked: (words: string, person: string) => string
}

/** A barrier that is open. `days` is its age; only the mentor's own view names the person it was found with. */
export interface BarrierTrend extends Pick<BarrierRow, 'words' | 'owner' | 'area' | 'state' | 'from'> {
  readonly days: number
  /** Slug. */
  readonly person?: string
}

/** An idea with where it stands; only the mentor's own view says whose it was. */
export interface IdeaTrend extends Pick<IdeaRow, 'state' | 'owner' | 'next' | 'since'> {
  readonly words: string
  /** Plain day of its note. */
  readonly date: string
  /** Slug. */
  readonly person?: string
}

/** What a whole notebook says, without a rank or a score. */
export interface Trends {
  readonly view: 'own' | 'shared'
  readonly today: string
  readonly query: TrendQuery
  /** How many people stand behind all of it; absent where they are too few to be told. */
  readonly people?: number
  /** Evidence by area, with its sides; by source; and by month, `YYYY-MM`. */
  readonly areas: TrendTable
  readonly sources: TrendTable
  readonly months: TrendTable
  readonly causes: CauseTrends
  readonly barriers: readonly BarrierTrend[]
  readonly ideas: readonly IdeaTrend[]
  /** By what became of them. */
  readonly goals: TrendTable
  /** Absent where only some areas or sources were asked for: a check-in is about neither. */
  readonly checkins?: TrendTable
  /** The mentor's own view only. */
  readonly quiet?: Quiet
}

/** Sums up a notebook. */
export function trendsOf(
  facts: TrendFacts,
  standing: ReadonlyMap<string, Standing>,
  ground: TrendGround,
): Trends {
  const { query, view, today, people } = ground
  const scope = scopeOf(facts, query)
  const least = view === 'own' ? 0 : LEAST_PEOPLE
  const table = (things: readonly Counted[]): TrendTable => hideSmall(tallyOf(things), least)
  const evidence = facts.evidence.filter(scope.hasEvidence)
  const goals = facts.goals.filter(scope.hasMade).map(({ status, person }) => ({ key: status, person }))
  const causes = facts.sessions.filter(scope.hasSession).flatMap((one) => causeCounts(one, ground.causes))
  const checkins = scope.isNarrow
    ? []
    : checkinCounts(facts.checkins, people, standing, today).filter(scope.isAsked)
  const behind = new Set([...evidence, ...goals, ...causes, ...checkins].map(({ person }) => person))
  const barriers = barrierTrends(facts.barriers.filter(scope.hasMade), today)
  const away = { today, days: ground.feedbackDays }
  return {
    ...{ view, today, query },
    ...(behind.size >= least ? { people: behind.size } : {}),
    areas: table(evidenceCounts(evidence, ({ area }) => area, true)),
    sources: table(evidenceCounts(evidence, ({ source }) => source)),
    months: table(evidenceCounts(evidence, monthOf)),
    causes: causeTrends(causes, ground.causes, least),
    barriers: barriers.map((row) => told(row, ground)),
    ideas: ideaTrends(facts.ideas.filter(scope.hasMade)).map((row) => told(row, ground)),
    goals: table(goals),
    ...(scope.isNarrow ? {} : { checkins: table(checkins) }),
    ...(view === 'own' ? { quiet: quietPeople(facts, people, standing, away) } : {}),
  }
}

/** The same row without a name, and its words without what must not leave. */
function told<T extends { readonly person?: string; readonly words: string; readonly owner?: string }>(
  row: T & { readonly person: string; readonly next?: string },
  { view, masked }: TrendGround,
): T {
  if (view === 'own') return row
  const { person, ...rest } = row
  const mask = (key: 'words' | 'owner' | 'next'): object => {
    const text = rest[key as keyof typeof rest]
    return typeof text === 'string' ? { [key]: masked(text, person) } : {}
  }
  return { ...(rest as T), ...mask('words'), ...mask('owner'), ...mask('next') }
}
