import type { DataFiles, NoteFiles } from '../ports.ts'
import { type Mistake, Trouble } from '../problem.ts'
import { libraryIds } from './load.ts'

/** A template or library as text. `id` is the one its name promises, for files of a notebook. */
export interface TeamFile {
  readonly path: string
  readonly text: string
  readonly id?: string
}

/** The team's own templates and libraries in a notebook. Throws what reading throws. */
export async function teamFiles(files: NoteFiles | undefined): Promise<readonly TeamFile[]> {
  if (files === undefined) return []
  const lists = await Promise.all(['templates', 'library'].map((folder) => files.list(folder)))
  const paths = lists.flatMap((one) => one.paths).filter((path) => path.endsWith('.yaml'))
  return Promise.all(
    paths.map(async (path) => {
      const id = path.replace(/^.*\/|\.yaml$/g, '')
      return { path, id, text: (await files.read(path)) ?? '' }
    }),
  )
}

/** Every mistake in one template or library; `libraries` are the ids a template may name. */
export async function mistakesIn(file: TeamFile, libraries: readonly string[]): Promise<readonly Mistake[]> {
  if (/^entries:/m.test(file.text) || /(?:^|\/)library\/[^/]+$/.test(file.path)) {
    const { checkLibrary } = await import('./library-check.ts')
    const checked = checkLibrary(file.text, file.path)
    return 'mistakes' in checked ? checked.mistakes : []
  }
  const { checkTemplate } = await import('./check.ts')
  const checked = checkTemplate(file.text, file.path, {
    libraries,
    ...(file.id === undefined ? {} : { id: file.id }),
  })
  return 'mistakes' in checked ? checked.mistakes : []
}

/** Every mistake in what a team has put into its notebook: templates, libraries, wording packs and settings. */
export async function checkTeamFiles(files: NoteFiles, data: DataFiles): Promise<readonly Mistake[]> {
  const libraries = await libraryIds(files, data)
  const found: Mistake[] = []
  for (const work of [
    async () => {
      for (const file of await teamFiles(files)) found.push(...(await mistakesIn(file, libraries)))
    },
    async () => void (await (await import('../wording/load.ts')).loadWording(files, data)),
    async () => (await import('../notebook/new.ts')).checkWritable(files),
  ]) {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      found.push(...mistakesOf(error.problem))
    }
  }
  return found
}

function mistakesOf(problem: Trouble['problem']): readonly Mistake[] {
  if (problem.kind === 'config') return problem.mistakes
  if (problem.kind === 'data') return [problem]
  if (problem.kind !== 'newer') return []
  const message = `written in format ${problem.format}, which is newer than this version of tactful.`
  return [{ file: problem.file, message, mend: 'Update tactful to change the notebook.' }]
}
