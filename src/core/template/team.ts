import type { NoteFiles } from '../ports/note-files.ts'
import { type Mistake, Trouble } from '../problem.ts'

/** What a file of a team's is for. */
export type TeamSort = 'template' | 'answers' | 'library' | 'wording' | 'rehearsal' | 'settings'

/** One file that a team wrote for the program to read. `id` is the one its name promises, for files of a notebook. */
export interface TeamFile {
  readonly path: string
  readonly text: string
  readonly sort: TeamSort
  readonly id?: string
}

/** A team's files, and what keeps others from being read. */
interface Gathered {
  readonly files: readonly TeamFile[]
  readonly unread: readonly Mistake[]
}

const FOLDERS = ['library', 'templates', 'rehearsals', 'wording'] as const

/** Everything that a team has put into its notebook for the program to read: templates, answers to try them with, lists, packs, rehearsals, settings. */
export async function teamFiles(files: NoteFiles | undefined): Promise<Gathered> {
  if (files === undefined) return { files: [], unread: [] }
  const lists = await Promise.all(FOLDERS.map((folder) => files.list(folder)))
  const paths = lists.flatMap((one) => one.paths).filter((path) => /\.ya?ml$/.test(path))
  const found: TeamFile[] = []
  const unread: Mistake[] = []
  for (const path of [...paths, 'tactful.yaml']) {
    const astray = strayed(path)
    if (astray !== undefined) {
      unread.push(astray)
      continue
    }
    try {
      const text = await files.read(path)
      if (text === undefined) continue
      const sort = sortOf(path, text)
      found.push({ path, text, sort, id: idOf(path) })
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      unread.push(...mistakesOf(error.problem))
    }
  }
  return { files: found, unread }
}

/** A file that nothing looks at, because of its ending or its folder. */
function strayed(path: string): Mistake | undefined {
  if (path.endsWith('.yml'))
    return { file: path, message: 'Nothing reads this file.', mend: 'Let its name end in .yaml.' }
  const folder = /^(?!wording\/|templates\/samples\/)([^/]+)\/.+\//.exec(path)?.[1]
  if (folder === undefined) return undefined
  return { file: path, message: 'Nothing reads this file.', mend: `Put it right into ${folder}/.` }
}

/** A file that somebody named, by what its place and its text say. */
export function namedFile(path: string, text: string): TeamFile {
  return { path, text, sort: sortOf(path, text) }
}

/** The id that a file's name promises. */
function idOf(path: string): string {
  return path.replace(/^.*[/\\]|\.ya?ml$/g, '')
}

/** The id of the template that a file of answers is for: `one-on-one.answers.yaml`, `samples/one-on-one.late-shift.yaml`. */
export function answeredId(path: string): string {
  return idOf(path).replace(/\..*$/, '')
}

function sortOf(path: string, text: string): TeamSort {
  if (/(?:^|[/\\])tactful\.yaml$/.test(path)) return 'settings'
  if (/\.answers\.ya?ml$|(?:^|[/\\])samples[/\\][^/\\]+$/.test(path)) return 'answers'
  if (/(?:^|[/\\])library[/\\][^/\\]+$/.test(path) || /^entries:/m.test(text)) return 'library'
  if (/(?:^|[/\\])rehearsals[/\\][^/\\]+$/.test(path) || /^endings:/m.test(text)) return 'rehearsal'
  if (/(?:^|[/\\])wording[/\\][^/\\]+$/.test(path) || /^(?:pack|rules|classes|shapes):/m.test(text))
    return 'wording'
  return 'template'
}

/** What an expected failure says of a file, as mistakes; none for a failure that is about no file. */
export function mistakesOf(problem: Trouble['problem']): readonly Mistake[] {
  if (problem.kind === 'config') return problem.mistakes
  if (problem.kind === 'data') return [problem]
  if (problem.kind !== 'newer') return []
  const message = `written in format ${problem.format}, which is newer than this version of tactful.`
  return [{ file: problem.file, message, mend: 'Update tactful to change the notebook.' }]
}
