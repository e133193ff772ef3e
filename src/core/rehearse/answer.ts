import { type MoveKind, PLAIN_KINDS } from './moves.ts'
import { type Answer, kindsOf, type Scenario, type State, type Turn } from './scenario.ts'

/** What a line meets: the answer, the mood after it (index into the moods), and a key that tells this answer from all others. */
interface Met {
  readonly answer: Answer
  readonly mood: number
  readonly key: string
}

/**
 * The answer to these kinds of move (the heaviest first) in a state. What hurts is answered before all else, the heaviest
 * first; then the first answer of the state that fits, then one that holds anywhere, then `otherwise`. That a question was a
 * closed one is answered only where nothing else in it is. `worn` is the kind that the turns before were led by already: once
 * more of it opens nothing further.
 */
export function meet(
  scenario: Scenario,
  state: State,
  mood: number,
  kinds: readonly MoveKind[],
  worn: string | undefined,
): Met {
  const hurting = kinds.filter((kind) => kind.mood < 0)
  const gentle = kinds.filter((kind) => kind.mood >= 0)
  const rises = hurting.length === 0 && gentle.some((kind) => kind.mood > 0) && kinds[0]?.id !== worn
  const step = hurting.length > 0 ? -1 : rises ? 1 : 0
  const after = (answer: Answer, own: boolean): number =>
    within(scenario, mood + (own ? (answer.mood ?? step) : step))
  const pick = (wanted: readonly MoveKind[], own: boolean): Met | undefined => {
    const ids = wanted.map(({ id }) => id)
    for (const { turn, key } of turnsOf(scenario, state)) {
      if (!kindsOf(turn).some((id) => ids.includes(id))) continue
      const then = after(turn, own)
      if (turn.when === undefined || turn.when.includes(scenario.moods[then]?.id ?? '')) {
        return { answer: turn, mood: then, key }
      }
    }
    return undefined
  }
  for (const kind of hurting) {
    const met = pick([kind], true)
    if (met !== undefined) return met
  }
  const own = hurting.length === 0
  const said = gentle.filter(({ id }) => id !== PLAIN_KINDS[1])
  return (
    pick(said, own) ??
    pick(gentle, own) ?? {
      answer: state.otherwise,
      mood: after(state.otherwise, own),
      key: `${state.id}.otherwise`,
    }
  )
}

function turnsOf(scenario: Scenario, state: State): readonly { readonly turn: Turn; readonly key: string }[] {
  return [
    ...state.moves.map((turn, at) => ({ turn, key: `${state.id}.${at}` })),
    ...scenario.anywhere.map((turn, at) => ({ turn, key: `anywhere.${at}` })),
  ]
}

function within({ moods }: Scenario, mood: number): number {
  return Math.max(0, Math.min(moods.length - 1, mood))
}
