import type { Move } from './move.ts'
import type { MoveKind } from './moves.ts'
import type { Ending } from './scenario.ts'
import type { Exchange, Talk } from './talk.ts'

/** A line of the player's that opened something: its words (empty where they waited) and what it was. */
export interface Landed {
  readonly words: string
  readonly kind: MoveKind
}

/** A line that closed something: its words, what it was, why, and one or two ready ways to say it. */
export interface Instead extends Landed {
  readonly why: string
  readonly ready: readonly string[]
}

/** What one takes from a rehearsal. `moods` are the names of those the other side went through, in order, each change once. */
export interface Debrief {
  readonly ending: Ending | undefined
  readonly landed: readonly Landed[]
  readonly instead: readonly Instead[]
  readonly moods: readonly string[]
}

/** So many lines of each kind are enough to take along. */
const MOST_LANDED = 4
const MOST_INSTEAD = 3
const MOST_READY = 2

/** So many closed questions leave the other side little to tell. */
const MANY_CLOSED = 2

/** What landed and what to try instead, from the player's own lines; the same talk always gives the same. */
export function debriefOf(talk: Talk): Debrief {
  const landed = talk.turns.flatMap((turn) => landedIn(talk, turn) ?? [])
  const hurt = talk.turns.flatMap((turn) =>
    turn.heard.moves.filter(({ kind }) => kind.mood < 0).map((move) => insteadOf(turn, move)),
  )
  const closed = talk.turns.flatMap((turn) =>
    turn.heard.moves.filter(({ kind }) => kind.id === 'closed').map((move) => insteadOf(turn, move)),
  )
  const instead = [...hurt, ...(closed.length >= MANY_CLOSED ? closed.slice(0, 1) : [])]
  return {
    ending: talk.ending,
    landed: once(landed, ({ kind }) => kind.id).slice(0, MOST_LANDED),
    instead: fresh(once(instead, ({ words }) => words).slice(0, MOST_INSTEAD)),
    moods: moodsOf(talk),
  }
}

function landedIn(talk: Talk, { heard, mood, to }: Exchange): Landed | undefined {
  const brokeOff = talk.scenario.endings.some(({ id, grade }) => id === to && grade !== 'good')
  if (heard.moves.some(({ kind }) => kind.mood < 0) || brokeOff) return undefined
  if (mood.after <= mood.before && to === undefined) return undefined
  const move = heard.moves.find(({ kind }) => kind.landed !== undefined)
  return move === undefined ? undefined : { words: move.words, kind: move.kind }
}

function insteadOf({ state }: Exchange, { kind, words, finding }: Move): Instead {
  const whole = [...(finding?.try ?? []), kind.ready ?? ''].filter(
    (one) => one !== '' && !one.includes('___'),
  )
  return {
    words,
    kind,
    why: finding?.why ?? kind.instead ?? '',
    ready: [...new Set([state.ready, ...whole])],
  }
}

/** A ready sentence is offered once; of the rest, one or two. */
function fresh(all: readonly Instead[]): readonly Instead[] {
  const offered = new Set<string>()
  return all.map((one) => {
    const ready = one.ready.filter((line) => !offered.has(line)).slice(0, MOST_READY)
    for (const line of ready) offered.add(line)
    return { ...one, ready }
  })
}

function moodsOf({ scenario, turns }: Talk): readonly string[] {
  const first = scenario.moods.find(({ id }) => id === scenario.start.mood)?.name ?? ''
  const all = [first, ...turns.map(({ mood }) => scenario.moods[mood.after]?.name ?? '')]
  return all.filter((name, at) => name !== all[at - 1])
}

function once<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return all.filter((one, at) => all.findIndex((other) => key(other) === key(one)) === at)
}
