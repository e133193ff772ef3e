import type { Mistake } from '../problem.ts'
import { meant } from '../template/near.ts'
import { placed } from '../template/placed.ts'
import { type Fault, faultsOf } from '../template/shape.ts'
import { readSource } from '../template/source.ts'
import { graphFaults } from './graph.ts'
import type { Moves } from './moves.ts'
import { type Answer, isSame, kindsOf, linesFor, type Says, type Scenario } from './scenario.ts'
import { scenarioKeys, scenarioSchema } from './schema.ts'

type Path = readonly PropertyKey[]

/** What came of a check: the scenario, or everything that is wrong with it. */
export type CheckedScenario = { readonly scenario: Scenario } | { readonly mistakes: readonly Mistake[] }

/**
 * Reads and checks one rehearsal: shape, names, wordings, and that every talk it allows can come to an end. Every mistake comes
 * with its line and column, what is wrong and how to mend it. `moves` are the kinds a line can be; `id` is the one the file name promises.
 */
export function checkScenario(text: string, file: string, moves: Moves, id?: string): CheckedScenario {
  const read = readSource(text, file)
  if ('mistakes' in read) return read
  const result = scenarioSchema.safeParse(read.source.value)
  if (!result.success) {
    const faults = faultsOf(result.error.issues, read.source.value, scenarioKeys)
    return { mistakes: placed(faults, read.source) }
  }
  const scenario: Scenario = result.data
  const named = [...idFaults(scenario, id), ...nameFaults(scenario, moves), ...wordFaults(scenario)]
  const faults = named.length > 0 ? named : graphFaults(scenario, moves)
  return faults.length === 0 ? { scenario } : { mistakes: placed(faults, read.source) }
}

function fault(path: Path, message: string, mend: string): Fault {
  return { path, on: 'value', message, mend }
}

function idFaults(scenario: Scenario, id: string | undefined): readonly Fault[] {
  const all = [
    ...scenario.states.map((one, at) => ({ id: one.id, path: ['states', at, 'id'] })),
    ...scenario.endings.map((one, at) => ({ id: one.id, path: ['endings', at, 'id'] })),
  ]
  const moods = scenario.moods.map((one, at) => ({ id: one.id, path: ['moods', at, 'id'] }))
  const twice = [all, moods].flatMap((list) =>
    list
      .filter((one, at) => list.findIndex((other) => other.id === one.id) < at)
      .map((one) => fault(one.path, `The id "${one.id}" is used twice.`, 'Give one of the two another id.')),
  )
  if (id === undefined || id === scenario.id) return twice
  return [
    ...twice,
    fault(['id'], `The id is "${scenario.id}", the file is called ${id}.yaml.`, 'Make both the same.'),
  ]
}

/** Every answer of a scenario with the place it stands at. */
function answersOf(scenario: Scenario): readonly { readonly answer: Answer; readonly path: Path }[] {
  return [
    ...scenario.states.flatMap((state, at) => [
      ...state.moves.map((answer, index) => ({ answer, path: ['states', at, 'moves', index] })),
      { answer: state.otherwise, path: ['states', at, 'otherwise'] },
    ]),
    ...scenario.anywhere.map((answer, index) => ({ answer, path: ['anywhere', index] })),
  ]
}

function nameFaults(scenario: Scenario, moves: Moves): readonly Fault[] {
  const states = scenario.states.map((one) => one.id)
  const endings = scenario.endings.map((one) => one.id)
  const moods = scenario.moods.map((one) => one.id)
  const kinds = moves.kinds.map((one) => one.id)
  const known = (what: string, given: string, names: readonly string[], path: Path): readonly Fault[] =>
    names.includes(given)
      ? []
      : [fault(path, `There is no ${what} "${given}".`, meant(given, names, `Known: ${names.join(', ')}.`))]
  const turns = [
    ...scenario.states.flatMap((state, at) =>
      state.moves.map((turn, index) => ({ turn, path: ['states', at, 'moves', index] })),
    ),
    ...scenario.anywhere.map((turn, index) => ({ turn, path: ['anywhere', index] })),
  ]
  return [
    ...known('state', scenario.start.state, states, ['start', 'state']),
    ...known('mood', scenario.start.mood, moods, ['start', 'mood']),
    ...known('ending', scenario.limit.to, endings, ['limit', 'to']),
    ...turns.flatMap(({ turn, path }) => [
      ...kindsOf(turn).flatMap((kind, at) =>
        known(
          'kind of move',
          kind,
          kinds,
          typeof turn.on === 'string' ? [...path, 'on'] : [...path, 'on', at],
        ),
      ),
      ...(turn.when ?? []).flatMap((mood, at) => known('mood', mood, moods, [...path, 'when', at])),
    ]),
    ...answersOf(scenario).flatMap(({ answer, path }) =>
      answer.to === undefined
        ? []
        : known('state or ending', answer.to, [...states, ...endings], [...path, 'to']),
    ),
    ...saysIn(scenario).flatMap(({ says, path }) =>
      isSame(says) ? [] : Object.keys(says).flatMap((mood) => known('mood', mood, moods, [...path, mood])),
    ),
  ]
}

function saysIn(scenario: Scenario): readonly { readonly says: Says; readonly path: Path }[] {
  const all = [
    ...scenario.states.map(({ says }, at) => ({ says, path: ['states', at, 'says'] })),
    ...scenario.endings.map(({ says }, at) => ({ says, path: ['endings', at, 'says'] })),
    ...answersOf(scenario).map(({ answer, path }) => ({ says: answer.says, path: [...path, 'says'] })),
  ]
  return all.flatMap(({ says, path }) => (says === undefined ? [] : [{ says, path }]))
}

/** An answer has to say something, and one that may come twice in a row must not say the same. */
function wordFaults(scenario: Scenario): readonly Fault[] {
  const { moods, states, endings } = scenario
  const target = (to: string | undefined) =>
    states.find(({ id }) => id === to)?.says ?? endings.find(({ id }) => id === to)?.says
  const isUnknown = (to: string | undefined) =>
    to !== undefined && ![...states, ...endings].some(({ id }) => id === to)
  const start = states.find(({ id }) => id === scenario.start.state)
  const opening =
    linesFor(start?.says, 0, moods).length > 0
      ? []
      : [
          fault(
            ['start', 'state'],
            'The talk begins with nobody saying anything.',
            'Give its first state a "says".',
          ),
        ]
  const silent = answersOf(scenario).flatMap(({ answer, path }) => {
    const own = moods.map((_mood, at) => free(linesFor(answer.says, at, moods)))
    if (own.every((lines) => lines.length === 0)) {
      if (target(answer.to) !== undefined || isUnknown(answer.to)) return []
      const mend = 'Add "says", or lead to a state or ending that says something.'
      return [fault(path, 'Nothing is said here.', mend)]
    }
    if (answer.to !== undefined || own.every((lines) => new Set(lines).size > 1)) return []
    const mend = 'Give at least two wordings without {words}, since the same move can come again.'
    return [fault([...path, 'says'], 'The same sentence would come twice.', mend)]
  })
  return [...opening, ...silent]
}

function free(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !line.includes('{words}'))
}
