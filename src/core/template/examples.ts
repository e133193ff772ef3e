import type { Given, GivenMap } from '../interview/given.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { type Mistake, Trouble } from '../problem.ts'
import { loadWording } from '../wording/load.ts'
import { answeredId, mistakesOf, type TeamFile } from './team.ts'
import { compileTeamPacks, type Ground } from './team-check.ts'

/** What came of trying examples: how many sentences and sets of answers were tried, and each that failed, with its place. */
export interface Tried {
  readonly sentences: number
  readonly answers: number
  readonly failed: readonly Mistake[]
}

/**
 * Tries the examples that a team ships: the sentences of its wording rules, which are to be found or left alone, and the
 * answers beside its templates, which are to be taken without a word. Throws only what is not about one file.
 */
export async function tryExamples(
  context: Context,
  files: readonly TeamFile[],
  notebook: NoteFiles | undefined,
): Promise<Tried> {
  const packs = files.filter(({ sort }) => sort === 'wording')
  const samples = files.filter(({ sort }) => sort === 'answers')
  const failed: Mistake[] = []
  let sentences = 0
  if (packs.length > 0) {
    const tried = await trySentences(packs, { files: notebook, data: await context.data() })
    sentences = tried.sentences
    failed.push(...tried.failed)
  }
  for (const sample of samples) failed.push(...(await tryAnswers(context, sample, notebook)))
  return { sentences, answers: samples.length, failed }
}

async function trySentences(
  packs: readonly TeamFile[],
  ground: Ground,
): Promise<{ readonly sentences: number; readonly failed: readonly Mistake[] }> {
  const compiled = await compileTeamPacks(packs, ground)
  if ('mistakes' in compiled) return { sentences: 0, failed: compiled.mistakes }
  const { check } = await import('../wording/check.ts')
  const { names } = await loadWording(ground.files, ground.data)
  const failed: Mistake[] = []
  let sentences = 0
  const places = await placesIn(packs)
  for (const { id, finds, leaves } of compiled.examples) {
    const isFound = (text: string): boolean =>
      check(text, [compiled.pack], { rules: [id], names }).some(({ rule }) => rule === id)
    const look = (texts: readonly string[], key: 'finds' | 'leaves'): void => {
      for (const [index, text] of texts.entries()) {
        sentences += 1
        if (isFound(text) === (key === 'finds')) continue
        const message =
          key === 'finds' ? `${id} does not find: ${text}` : `${id} should leave this alone: ${text}`
        const mend =
          key === 'finds' ? 'Widen "match", or change the example.' : 'Narrow "match", or add an "except".'
        failed.push({ ...places(id, key, index), message, mend })
      }
    }
    look(finds, 'finds')
    look(leaves, 'leaves')
  }
  return { sentences, failed }
}

type PlaceOf = (rule: string, key: string, index: number) => Pick<Mistake, 'file' | 'line' | 'column'>

/** Where the examples of each rule stand. */
async function placesIn(packs: readonly TeamFile[]): Promise<PlaceOf> {
  const { readSource } = await import('./source.ts')
  const { isRaw, maps } = await import('./scopes.ts')
  const found = new Map<string, PlaceOf>()
  for (const { path, text } of packs) {
    const read = readSource(text, path)
    if (!('source' in read)) continue
    const { source } = read
    const rules = isRaw(source.value) ? maps(source.value.rules, ['rules']) : []
    for (const { raw, path: at } of rules)
      found.set(String(raw.id), (_, key, index) => source.at([...at, 'examples', key, index]))
  }
  return (rule, key, index) => found.get(rule)?.(rule, key, index) ?? {}
}

/** Answers as `prep --answers` would take them, on the day the command is run. */
async function tryAnswers(
  context: Context,
  { path, text }: TeamFile,
  notebook: NoteFiles | undefined,
): Promise<readonly Mistake[]> {
  const { readAnswers } = await import('../interview/answers-file.ts')
  const read = readAnswers(text, path)
  if ('mistakes' in read) return read.mistakes
  try {
    const { openInterview } = await import('../interview/open.ts')
    const files = notebook ?? (await context.notebookAt(undefined))
    const { template, world } = await openInterview(context, files, answeredId(path))
    const [{ begin }, { answerAll }, { readLines }] = await Promise.all([
      import('../interview/fold.ts'),
      import('../interview/unattended.ts'),
      import('../session/lines.ts'),
    ])
    const helpers = { world, read: readLines, readFile: (file: string) => context.readFile(file) }
    const done = await answerAll(begin(template, 'core'), read.given, helpers, true)
    return [
      ...done.mistakes.map((one) => ({ file: path, ...one })),
      ...done.missing.map(({ path: name, ask }) => ({
        file: path,
        path: name,
        message: `No answer to: ${ask}`,
      })),
      ...done.unused.map((name) => ({
        file: path,
        ...placeOf(read.given, name),
        path: name,
        message: 'This is answered, but not asked.',
        mend: `Compare the names: tactful template answers ${template.id}`,
      })),
    ]
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    if (error.problem.kind !== 'unknown') return mistakesOf(error.problem)
    const mend = 'Name the file after its template: one-on-one.answers.yaml.'
    return [{ file: path, line: 1, column: 1, message: `There is no template "${answeredId(path)}".`, mend }]
  }
}

/** The place of a dotted path in what was given, items counted from 1; that of the nearest thing around it. */
function placeOf(given: GivenMap, name: string): Given['place'] {
  let here: Given | undefined = given
  let place = given.place
  for (const step of name.split('.')) {
    if (here?.kind === 'map') here = here.entries.get(step)
    else if (here?.kind === 'list') here = here.items[Number(step) - 1]
    else return place
    if (here === undefined) return place
    place = here.place
  }
  return place
}
