import { meet } from './answer.ts'
import type { Heard } from './move.ts'
import { type Ending, linesFor, type Says, type Scenario, type State } from './scenario.ts'

/** One turn as it went: what was said, in which state and mood it met the other side, and what came back. */
export interface Exchange {
  readonly heard: Heard
  readonly state: State
  /** Indices into the scenario's moods. */
  readonly mood: { readonly before: number; readonly after: number }
  /** The state or ending it led to, where that is another one. */
  readonly to?: string
  readonly reply: string
  readonly key: string
}

/** A rehearsal so far. The same lines give the same talk. */
export interface Talk {
  readonly scenario: Scenario
  /** First name of the other side. */
  readonly name: string
  /** What they say before the first turn. */
  readonly opening: string
  readonly turns: readonly Exchange[]
  readonly state: State
  readonly mood: number
  readonly ending?: Ending
}

/** A rehearsal at its beginning; `name` stands in for the name in the scenario. */
export function begin(scenario: Scenario, name = scenario.other.name): Talk {
  const state = stateOf(scenario, scenario.start.state)
  const mood = Math.max(
    0,
    scenario.moods.findIndex(({ id }) => id === scenario.start.mood),
  )
  const opening = linesFor(state.says, mood, scenario.moods)[0] ?? ''
  return { scenario, name, opening: fill(opening, name, ''), turns: [], state, mood }
}

/** The rehearsal after one more turn; one that has ended stays as it is. */
export function say(talk: Talk, heard: Heard): Talk {
  if (talk.ending !== undefined) return talk
  const { scenario, state, turns } = talk
  const kinds = heard.moves.map(({ kind }) => kind)
  const met = meet(scenario, state, talk.mood, kinds, wornOut(turns))
  const isOver = turns.length + 1 >= scenario.limit.turns
  const named = isEnding(scenario, met.answer.to) || !isOver ? met.answer.to : scenario.limit.to
  const ending = scenario.endings.find(({ id }) => id === named)
  const next = ending !== undefined || named === undefined ? state : stateOf(scenario, named)
  const to = ending ?? (next === state ? undefined : next)
  const again = turns.filter(({ key }) => key === met.key).length
  const been = turns.filter((turn) => turn.to === to?.id).length
  const reply = [
    wording(talk, met.answer.says, met.mood, again, heard),
    wording(talk, to?.says, met.mood, been, heard),
  ]
    .filter((text) => text !== '')
    .join(' ')
  const turn: Exchange = {
    heard,
    state,
    mood: { before: talk.mood, after: met.mood },
    ...(to === undefined ? {} : { to: to.id }),
    reply,
    key: met.key,
  }
  return {
    ...talk,
    turns: [...turns, turn],
    state: next,
    mood: met.mood,
    ...(ending === undefined ? {} : { ending }),
  }
}

/** The rehearsal without its last turn. */
export function takeBack(talk: Talk): Talk {
  return talk.turns.slice(0, -1).reduce((so, { heard }) => say(so, heard), begin(talk.scenario, talk.name))
}

/** The kind of move that led the last two turns, where it was the same. */
function wornOut(turns: readonly Exchange[]): string | undefined {
  const [one, two] = turns.slice(-2).map(({ heard }) => heard.moves[0]?.kind.id)
  return one === two ? one : undefined
}

/** The words of one answer: its wordings in turn, and never what was said just before. */
function wording(talk: Talk, says: Says | undefined, mood: number, times: number, heard: Heard): string {
  const words = judged(heard)
  const lines = linesFor(says, mood, talk.scenario.moods).filter(
    (line) => words !== undefined || !line.includes('{words}'),
  )
  const before = talk.turns.at(-1)?.reply ?? talk.opening
  const filled = lines.map((line) => fill(line, talk.name, words ?? ''))
  const first = times % Math.max(1, filled.length)
  const inOrder = [...filled.slice(first), ...filled.slice(0, first)]
  return inOrder.find((line) => !before.includes(line)) ?? inOrder[0] ?? ''
}

/** So many words can be thrown back in one breath. */
const FEW = 3

/** The words that a judgment was found in, where they are few enough to be thrown back. */
function judged(heard: Heard): string | undefined {
  const words = heard.moves[0]?.finding?.words
  return words !== undefined && words.split(/\s+/).length <= FEW ? words.toLowerCase() : undefined
}

function fill(line: string, name: string, words: string): string {
  const filled = line.replaceAll('{name}', name).replaceAll('{words}', words)
  return filled.charAt(0) === '"' ? `"${filled.charAt(1).toUpperCase()}${filled.slice(2)}` : filled
}

function isEnding(scenario: Scenario, id: string | undefined): boolean {
  return scenario.endings.some((ending) => ending.id === id)
}

function stateOf(scenario: Scenario, id: string): State {
  const state = scenario.states.find((one) => one.id === id) ?? scenario.states[0]
  if (state === undefined) throw new Error(`no state ${id}`)
  return state
}
