import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { type Mistake, Trouble } from '../problem.ts'
import type { Origin } from '../template/load.ts'
import { nearNames } from '../template/near.ts'
import type { CheckedScenario } from './check.ts'
import { EAR_FILE, MOVES_ID, type Moves } from './moves.ts'
import type { Scenario } from './scenario.ts'

/** The folder of a notebook in which a team keeps rehearsals of its own. */
const FOLDER = 'rehearsals'

/** One line of the list: a scenario, or the mistakes that keep a team's own from being read. */
export type ListedScenario =
  | { readonly id: string; readonly origin: Origin; readonly scenario: Scenario }
  | { readonly id: string; readonly origin: Origin; readonly mistakes: readonly Mistake[] }

/** The kinds of move that ship. */
export async function loadMoves(data: DataFiles): Promise<Moves> {
  return (await data.shipped('rehearsals', MOVES_ID)) as Moves
}

/**
 * The rehearsal of that id: the team's own from the notebook's `rehearsals/` if there is one, else the shipped one. `files` is
 * absent where there is no notebook. Throws `unknown` with near ids, and `config` with every mistake of a broken one.
 */
export async function loadScenario(
  id: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Scenario> {
  const own = await ownText(id, files)
  if (own !== undefined) {
    const checked = await checkOwn(id, own, data)
    if ('mistakes' in checked) throw new Trouble({ kind: 'config', mistakes: checked.mistakes })
    return checked.scenario
  }
  const shipped = await shippedIds(data)
  if (shipped.includes(id)) return (await data.shipped('rehearsals', id)) as Scenario
  const near = nearNames(id, [...shipped, ...(await ownIds(files))])
  throw new Trouble({ kind: 'unknown', what: 'rehearsal', given: id, near })
}

/** The YAML of a rehearsal with its comments: the team's own, else the shipped one. Throws `unknown` with near ids. */
export async function scenarioSource(
  id: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<string> {
  const own = await ownText(id, files)
  if (own !== undefined) return own
  const shipped = await shippedIds(data)
  const source = shipped.includes(id) ? await data.shippedSource(`rehearsals/${id}.yaml`) : undefined
  if (source !== undefined) return source
  const near = nearNames(id, [...shipped, ...(await ownIds(files))])
  throw new Trouble({ kind: 'unknown', what: 'rehearsal', given: id, near })
}

/** Every rehearsal, shipped and the team's, by id; a broken one among them does not hide the others. */
export async function listScenarios(
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<readonly ListedScenario[]> {
  const [shipped, own] = await Promise.all([shippedIds(data), ownIds(files)])
  const ids = [...new Set([...shipped, ...own])].sort()
  return Promise.all(
    ids.map(async (id): Promise<ListedScenario> => {
      const isOwn = own.includes(id)
      const origin = !isOwn ? 'shipped' : shipped.includes(id) ? 'shadows' : 'team'
      try {
        return { id, origin, scenario: await loadScenario(id, files, data) }
      } catch (error) {
        if (!(error instanceof Trouble) || error.problem.kind !== 'config') throw error
        return { id, origin, mistakes: error.problem.mistakes }
      }
    }),
  )
}

async function checkOwn(id: string, text: string, data: DataFiles): Promise<CheckedScenario> {
  return data.cached(`rehearsal-${id}`, text, async () => {
    const { checkScenario } = await import('./check.ts')
    return checkScenario(text, `${FOLDER}/${id}.yaml`, await loadMoves(data), id)
  })
}

async function shippedIds(data: DataFiles): Promise<readonly string[]> {
  return (await data.shippedIds('rehearsals')).filter((id) => id !== MOVES_ID && id !== EAR_FILE)
}

async function ownText(id: string, files: NoteFiles | undefined): Promise<string | undefined> {
  if (files === undefined || id === MOVES_ID || !/^[a-z0-9_-]+$/.test(id)) return undefined
  return files.read(`${FOLDER}/${id}.yaml`)
}

async function ownIds(files: NoteFiles | undefined): Promise<readonly string[]> {
  const { paths } = (await files?.list(FOLDER)) ?? { paths: [] }
  const ids = paths.flatMap((path) => /^rehearsals\/([a-z0-9_-]+)\.yaml$/.exec(path)?.[1] ?? [])
  return ids.filter((id) => id !== MOVES_ID)
}
