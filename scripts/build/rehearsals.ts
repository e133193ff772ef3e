import { z } from 'zod'
import type { Mistake } from '../../src/core/problem.ts'
import { checkScenario } from '../../src/core/rehearse/check.ts'
import { createRecogniser } from '../../src/core/rehearse/move.ts'
import { MOVES_ID, type Moves, PLAIN_KINDS } from '../../src/core/rehearse/moves.ts'
import { placed } from '../../src/core/template/placed.ts'
import { faultsOf } from '../../src/core/template/shape.ts'
import { readSource } from '../../src/core/template/source.ts'
import { CATEGORIES } from '../../src/core/wording/finding.ts'

interface InputFile {
  readonly id: string
  readonly path: string
  readonly text: string
}

type Joined = { readonly all: Readonly<Record<string, unknown>> } | { readonly mistakes: readonly Mistake[] }

const words = z.string().min(1)
const phrases = z.array(words).min(1).exactOptional()

const kind = z.strictObject({
  id: words,
  name: words,
  mood: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  categories: z.array(z.enum(CATEGORIES)).exactOptional(),
  phrases,
  asked: phrases,
  told: phrases,
  notWith: z.array(words).exactOptional(),
  landed: words.exactOptional(),
  instead: words.exactOptional(),
  ready: words.exactOptional(),
})

const movesShape = z.strictObject({
  lists: z.record(words, words),
  kinds: z.array(kind),
}) satisfies z.ZodType<Moves>

/** The kinds of move, and the scenarios that are played with them; every mistake of all files at once. */
export function rehearsals(files: readonly InputFile[]): Joined {
  const file = files.find(({ id }) => id === MOVES_ID)
  if (file === undefined) return { all: {} }
  const read = movesOf(file)
  if ('mistakes' in read) return read
  const all: Record<string, unknown> = { [MOVES_ID]: read.moves }
  const mistakes: Mistake[] = []
  for (const { id, path, text } of files.filter((one) => one !== file)) {
    const checked = checkScenario(text, path, read.moves, id)
    if ('mistakes' in checked) mistakes.push(...checked.mistakes)
    else all[id] = checked.scenario
  }
  return mistakes.length > 0 ? { mistakes } : { all }
}

function movesOf(file: InputFile): { readonly moves: Moves } | { readonly mistakes: readonly Mistake[] } {
  const read = readSource(file.text, file.path)
  if ('mistakes' in read) return read
  const result = movesShape.safeParse(read.source.value)
  if (!result.success) {
    const faults = faultsOf(result.error.issues, read.source.value, () => Object.keys(kind.shape))
    return { mistakes: placed(faults, read.source) }
  }
  const moves: Moves = result.data
  const message = unfit(moves)
  if (message === undefined) return { moves }
  return { mistakes: [{ file: file.path, line: 1, column: 1, message }] }
}

function unfit(moves: Moves): string | undefined {
  const ids = moves.kinds.map(({ id }) => id)
  const missing = [...PLAIN_KINDS, ...moves.kinds.flatMap(({ notWith = [] }) => notWith)].find(
    (id) => !ids.includes(id),
  )
  if (missing !== undefined) return `There is no kind "${missing}".`
  try {
    createRecogniser(moves, () => [])
    return undefined
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return error.message
  }
}
