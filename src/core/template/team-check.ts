import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { type Mistake, Trouble } from '../problem.ts'
import { MOVES_ID, type Moves } from '../rehearse/moves.ts'
import type { CompileResult, PackFile } from '../wording/compile.ts'
import { libraryIds, templateBases } from './load.ts'
import { once } from './placed.ts'
import { mistakesOf, type TeamFile, type TeamSort, teamFiles } from './team.ts'

/** What the files are checked against: the notebook they belong to, and what ships. */
export interface Ground {
  readonly files: NoteFiles | undefined
  readonly data: DataFiles
}

/** Every mistake in what a team has put into its notebook, in the order of its files, each said once. */
export async function checkTeamFiles(files: NoteFiles, data: DataFiles): Promise<readonly Mistake[]> {
  const gathered = await teamFiles(files)
  return [...gathered.unread, ...(await mistakesIn(gathered.files, { files, data }))]
}

/** Every mistake in some files of a team's, each said once although several files lean on the one it is in. */
export async function mistakesIn(all: readonly TeamFile[], ground: Ground): Promise<readonly Mistake[]> {
  const found: Mistake[] = []
  const packs = all.filter(({ sort }) => sort === 'wording')
  for (const file of all.filter(({ sort }) => sort !== 'wording')) {
    try {
      found.push(...(await CHECKS[file.sort](file, ground)))
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      found.push(...mistakesOf(error.problem))
    }
  }
  if (packs.length === 0) return once(found)
  const compiled = await compileTeamPacks(packs, ground)
  return once('mistakes' in compiled ? [...found, ...compiled.mistakes] : found)
}

type Check = (file: TeamFile, ground: Ground) => Promise<readonly Mistake[]>

const CHECKS: Readonly<Record<TeamSort, Check>> = {
  async template({ path, text, id }, { files, data }) {
    const { chainOf, checkChain } = await import('./extend/chain.ts')
    const bases = templateBases(files, data)
    const chain = await chainOf({ path, text, ...(id === undefined ? {} : { id }) }, bases)
    return mistakesFrom(await checkChain(chain, bases, await libraryIds(files, data)))
  },
  async library({ path, text, id }) {
    return mistakesFrom((await import('./library-check.ts')).checkLibrary(text, path, id))
  },
  async rehearsal({ path, text, id }, { data }) {
    if (id === MOVES_ID) return []
    const moves = (await data.shipped('rehearsals', MOVES_ID)) as Moves
    return mistakesFrom((await import('../rehearse/check.ts')).checkScenario(text, path, moves, id))
  },
  async answers({ path, text }) {
    return mistakesFrom((await import('../interview/answers-file.ts')).readAnswers(text, path))
  },
  async settings({ path, text }) {
    return (await import('../notebook/settings-check.ts')).settingsMistakes(text, path)
  },
  wording: async (file, ground) => mistakesFrom(await compileTeamPacks([file], ground)),
}

function mistakesFrom(checked: object): readonly Mistake[] {
  return 'mistakes' in checked ? (checked.mistakes as readonly Mistake[]) : []
}

/** Packs as one; they may use the words of what ships, and of the notebook's other packs. */
export async function compileTeamPacks(
  packs: readonly TeamFile[],
  { files, data }: Ground,
): Promise<CompileResult> {
  const { compilePacks } = await import('../wording/compile.ts')
  const given = packs.map(({ path, text }): PackFile => ({ file: path, source: text }))
  const shipped = (await data.shipped('wording', 'base')) as readonly PackFile[]
  const others = (await teamFiles(files)).files.filter(
    ({ sort, text }) => sort === 'wording' && !packs.some((pack) => pack.text === text),
  )
  const base = others.map(({ path, text }): PackFile => ({ file: path, source: text }))
  return compilePacks('team', given, [...shipped, ...base])
}
