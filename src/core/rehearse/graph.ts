import type { Fault } from '../template/shape.ts'
import { meet } from './answer.ts'
import { LEAVING, type MoveKind, type Moves } from './moves.ts'
import { type Answer, kindsOf, type Scenario, type State } from './scenario.ts'

/** A place a talk can be in: a state in a mood. */
interface Spot {
  readonly state: State
  readonly mood: number
}

/** One step from a spot: to another one, or to an ending. */
interface Step {
  readonly key: string
  readonly to: Spot | undefined
  readonly ending: string | undefined
}

const nameOf = ({ state, mood }: Spot): string => `${state.id} ${mood}`

/**
 * What keeps a talk from going on or coming to an end, found by walking every way through it: states and endings that no talk
 * reaches, states without a way out, answers that never come, moves that hurt and meet no answer.
 */
export function graphFaults(scenario: Scenario, moves: Moves): readonly Fault[] {
  const steps = walk(scenario, moves.kinds)
  const spots = [...steps.values()]
  const used = new Set(spots.flatMap((all) => all.steps.map(({ key }) => key)))
  return [
    ...unmet(scenario, moves.kinds),
    ...scenario.states.flatMap((state, at) =>
      spots.some(({ spot }) => spot.state === state)
        ? []
        : [
            fault(
              ['states', at, 'id'],
              `No talk comes to "${state.id}".`,
              'Lead to it with "to", or leave it out.',
            ),
          ],
    ),
    ...scenario.endings.flatMap((ending, at) =>
      ending.id === scenario.limit.to ||
      spots.some(({ steps: all }) => all.some((step) => step.ending === ending.id))
        ? []
        : [
            fault(
              ['endings', at, 'id'],
              `No talk ends with "${ending.id}".`,
              'Lead to it with "to", or leave it out.',
            ),
          ],
    ),
    ...caught(scenario, steps),
    ...unused(scenario, used),
  ]
}

function fault(path: readonly PropertyKey[], message: string, mend: string): Fault {
  return { path, on: 'value', message, mend }
}

type Steps = ReadonlyMap<string, { readonly spot: Spot; readonly steps: readonly Step[] }>

/** Every spot a talk can come to, with the steps from it: each kind of move alone, after another one and after itself. */
function walk(scenario: Scenario, kinds: readonly MoveKind[]): Steps {
  const found = new Map<string, { spot: Spot; steps: readonly Step[] }>()
  const first = scenario.states.find(({ id }) => id === scenario.start.state)
  const mood = scenario.moods.findIndex(({ id }) => id === scenario.start.mood)
  const open: Spot[] = first === undefined ? [] : [{ state: first, mood }]
  for (let spot = open.pop(); spot !== undefined; spot = open.pop()) {
    if (found.has(nameOf(spot))) continue
    const { state, mood: now } = spot
    const steps = kinds.flatMap((kind) =>
      [undefined, kind.id].map((last) => stepOf(scenario, state, meet(scenario, state, now, [kind], last))),
    )
    found.set(nameOf(spot), { spot, steps })
    open.push(...steps.flatMap(({ to }) => to ?? []))
  }
  return found
}

function stepOf(scenario: Scenario, state: State, met: ReturnType<typeof meet>): Step {
  const { to } = met.answer
  const ending = scenario.endings.find(({ id }) => id === to)?.id
  const next = scenario.states.find(({ id }) => id === to) ?? state
  return { key: met.key, ending, to: ending === undefined ? { state: next, mood: met.mood } : undefined }
}

/** States that a talk can come to and not leave again but by breaking off or running out of time. */
function caught(scenario: Scenario, steps: Steps): readonly Fault[] {
  const cutOff = new Set(scenario.endings.filter(({ grade }) => grade === 'cut-off').map(({ id }) => id))
  const out = new Set<string>()
  for (let size = -1; size !== out.size; ) {
    size = out.size
    for (const [name, { steps: all }] of steps) {
      const leads = ({ ending, to }: Step) =>
        ending === undefined ? to !== undefined && out.has(nameOf(to)) : !cutOff.has(ending)
      if (all.some(leads)) out.add(name)
    }
  }
  const lost = [...steps].filter(([name]) => !out.has(name)).map(([, { spot }]) => spot)
  return scenario.states.flatMap((state, at) => {
    const mood = lost.find((spot) => spot.state === state)?.mood
    if (mood === undefined) return []
    const when = scenario.moods[mood]?.name ?? ''
    const message = `Once a talk is at "${state.id}" (${when}), nothing leads to an end but breaking off.`
    return [
      fault(['states', at, 'id'], message, 'Add a move that leads on, in every mood it can be reached in.'),
    ]
  })
}

/** Moves that hurt, and the wish to end, have to meet an answer of their own in every state. */
function unmet(scenario: Scenario, kinds: readonly MoveKind[]): readonly Fault[] {
  const needed = kinds.filter((kind) => kind.mood < 0 || kind.id === LEAVING).map(({ id }) => id)
  const anywhere = scenario.anywhere.filter(({ when }) => when === undefined).flatMap(kindsOf)
  return scenario.states.flatMap((state, at) => {
    const own = state.moves.filter(({ when }) => when === undefined).flatMap(kindsOf)
    const missing = needed.filter((id) => !own.includes(id) && !anywhere.includes(id))
    if (missing.length === 0) return []
    const message = `"${state.id}" has no answer to: ${missing.join(', ')}.`
    return [fault(['states', at, 'moves'], message, 'Add it here, or under "anywhere" for every state.')]
  })
}

function unused(scenario: Scenario, used: ReadonlySet<string>): readonly Fault[] {
  const gone = (key: string, path: readonly PropertyKey[], answer: Answer): readonly Fault[] =>
    used.has(key)
      ? []
      : [
          fault(
            path,
            'This answer never comes.',
            `An earlier one takes its place${'when' in answer ? ', or the mood is never so' : ''}. Move it up, or leave it out.`,
          ),
        ]
  return [
    ...scenario.states.flatMap((state, at) =>
      state.moves.flatMap((turn, index) =>
        gone(`${state.id}.${index}`, ['states', at, 'moves', index], turn),
      ),
    ),
    ...scenario.anywhere.flatMap((turn, index) => gone(`anywhere.${index}`, ['anywhere', index], turn)),
  ]
}
