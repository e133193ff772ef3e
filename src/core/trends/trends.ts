import type { BarrierRow } from '../barriers/list.ts'
import type { IdeaRow } from '../ideas/list.ts'
import type { Person } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { monthOf as monthOfDay } from '../sharing/months.ts'
import { type CauseTrends, causeCounts, causeTrends, type KnownCause } from './causes.ts'
import { checkinCounts } from './checkins.ts'
import { barrierTrends, evidenceCounts, ideaTrends, monthOf } from './counts.ts'
import type { EvidenceFact, TrendFacts } from './fold.ts'
import { hideSmall, LEAST_PEOPLE, type TrendTable } from './hide.ts'
import { beside, type Scope, scopeOf, type TrendQuery, widerThan } from './query.ts'
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

/**
 * A barrier that is open. Only the mentor's own view has its day, its age in `days` and the person it was found with; others read the
 * month, `YYYY-MM`: a day says who it was.
 */
export interface BarrierTrend extends Pick<BarrierRow, 'words' | 'owner' | 'area' | 'state' | 'from'> {
  readonly days?: number
  /** Slug. */
  readonly person?: string
}

/** An idea with where it stands; only the mentor's own view says whose it was, and has days where others read months. */
export interface IdeaTrend extends Pick<IdeaRow, 'state' | 'owner' | 'next' | 'since'> {
  readonly words: string
  /** Plain day of its note, or its month. */
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

/** What is counted, for one scope. */
interface Counts {
  readonly evidence: readonly EvidenceFact[]
  readonly goals: readonly Counted[]
  readonly causes: ReturnType<typeof causeCounts>
  readonly checkins: readonly Counted[]
}

/** Sums up a notebook. */
export function trendsOf(
  facts: TrendFacts,
  standing: ReadonlyMap<string, Standing>,
  ground: TrendGround,
): Trends {
  const { query, view, today, people } = ground
  const least = view === 'own' ? 0 : LEAST_PEOPLE
  const scope = scopeOf(facts, query)
  const planned = checkinCounts(facts.checkins, people, standing, today)
  const countsIn = (some: Scope): Counts => ({
    evidence: facts.evidence.filter(some.hasEvidence),
    goals: facts.goals.filter(some.hasMade).map(({ status, person }) => ({ key: status, person })),
    causes: facts.sessions.filter(some.hasSession).flatMap((one) => causeCounts(one, ground.causes)),
    checkins: some.isNarrow ? [] : planned.filter(some.isAsked),
  })
  const own = countsIn(scope)
  // Whoever reads this report may have one with fewer conditions too, and could subtract the two.
  const others =
    view === 'own' ? [] : widerThan(query).map((wide) => countsIn(beside(scopeOf(facts, wide), scope)))
  const table = <T extends keyof Counts>(part: T, counted: (some: Counts[T]) => readonly Counted[]) =>
    hideSmall(
      tallyOf(
        counted(own[part]),
        others.map((one) => counted(one[part])),
      ),
      least,
    )
  const behind = peopleIn(own)
  const isFew = behind.size < least
  const besides = others.map((one) => [...peopleIn(one)].filter((person) => !behind.has(person)).length)
  const isTold = !isFew && besides.every((count) => count === 0 || count >= least)
  const isAll = !isFew || Object.keys(query).length === 0
  const open = barrierTrends(isAll ? facts.barriers.filter(scope.hasMade) : [], today)
  const ideas = ideaTrends(isAll ? facts.ideas.filter(scope.hasMade) : [])
  const away = { today, days: ground.feedbackDays }
  return {
    ...{ view, today, query },
    ...(isTold ? { people: behind.size } : {}),
    areas: table('evidence', (some) => evidenceCounts(some, ({ area }) => area, true)),
    sources: table('evidence', (some) => evidenceCounts(some, ({ source }) => source)),
    months: table('evidence', (some) => evidenceCounts(some, monthOf)),
    causes: causeTrends(
      own.causes,
      others.map(({ causes }) => causes),
      ground.causes,
      least,
    ),
    barriers: open.map((row) => told(row, ground)),
    ideas: ideas.map((row) => told(row, ground)),
    goals: table('goals', (some) => some),
    ...(scope.isNarrow ? {} : { checkins: table('checkins', (some) => some) }),
    ...(view === 'own' ? { quiet: quietPeople(facts, people, standing, away) } : {}),
  }
}

function peopleIn({ evidence, goals, causes, checkins }: Counts): ReadonlySet<string> {
  return new Set([...evidence, ...goals, ...causes, ...checkins].map(({ person }) => person))
}

/** The same row without a name and with months for days, and its words without what must not leave. */
function told<T extends BarrierTrend | IdeaTrend>(
  row: T & { readonly person: string },
  { view, masked }: TrendGround,
): T {
  if (view === 'own') return row
  const { person, days: _days, ...rest } = row as T & { readonly person: string; readonly days?: number }
  const month = (key: 'from' | 'date' | 'since'): object => {
    const day = rest[key as keyof typeof rest]
    return typeof day === 'string' ? { [key]: monthOfDay(day) } : {}
  }
  const mask = (key: 'words' | 'owner' | 'next'): object => {
    const text = rest[key as keyof typeof rest]
    // An owner stands within a sentence.
    const begin = key === 'owner' ? /^A(?= colleague)/ : /(?!)/
    return typeof text === 'string' ? { [key]: masked(text, person).replace(begin, 'a') } : {}
  }
  const days = { ...month('from'), ...month('date'), ...month('since') }
  return { ...(rest as unknown as T), ...days, ...mask('words'), ...mask('owner'), ...mask('next') }
}
