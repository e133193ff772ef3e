import { parse } from 'yaml'
import { z } from 'zod'
import { exportSchema } from '../../src/core/exports/schema.ts'
import type { GoalWordLists } from '../../src/core/goals/words.ts'
import { FIELDS } from '../../src/core/importing/fields.ts'
import type { Mistake } from '../../src/core/problem.ts'
import { scenarioSchema } from '../../src/core/rehearse/schema.ts'
import { chainOf, checkChain } from '../../src/core/template/extend/chain.ts'
import { templateFileSchema } from '../../src/core/template/extend/schema.ts'
import { checkLibrary, librarySchema } from '../../src/core/template/library-check.ts'
import { hashOf } from '../../src/core/template/load.ts'
import { compilePacks } from '../../src/core/wording/compile.ts'
import { splitPack } from '../../src/core/wording/pack-numbers.ts'
import { rehearsals } from './rehearsals.ts'

/** One file as the build hands it over: its id (file name without ending), its path for messages, its text. */
interface InputFile {
  readonly id: string
  readonly path: string
  readonly text: string
}

/** What a file became: data to ship, or the mistakes that stop the build. */
type Compiled = { readonly data: unknown } | { readonly mistakes: readonly Mistake[] }

/** One kind of shipped data: the folders of `templates/` it is made from, and how. A new kind is one more line in `kinds`. */
interface Kind {
  readonly kind: string
  readonly folders: readonly string[]
  readonly compile: (
    file: InputFile,
    libraries: readonly string[],
    all: readonly InputFile[],
  ) => Compiled | Promise<Compiled>
}

/** A kind whose files are made into something together; the data comes by id. */
interface JoinedKind {
  readonly kind: string
  readonly folders: readonly string[]
  readonly join: (
    files: readonly InputFile[],
  ) => { readonly all: Readonly<Record<string, unknown>> } | { readonly mistakes: readonly Mistake[] }
}

/** Everything that is compiled, in order. `libraries` are the ids found in `templates/library`. */
export const kinds: readonly Kind[] = [
  { kind: 'libraries', folders: ['library'], compile: library },
  { kind: 'templates', folders: ['sessions', 'checkins', 'forms'], compile: template },
  { kind: 'goals', folders: ['goals'], compile: goals },
  { kind: 'import', folders: ['import'], compile: importing },
  { kind: 'samples', folders: ['samples'], compile: (file) => ({ data: parse(file.text) as unknown }) },
]

/** Everything that is compiled from several files at once. */
export const joinedKinds: readonly JoinedKind[] = [
  { kind: 'wording', folders: ['wording'], join: wording },
  { kind: 'rehearsals', folders: ['rehearsals'], join: rehearsals },
]

/** The JSON Schemas that editors and readers of exports use, by file name in `templates/schema`. */
export const schemas: Readonly<Record<string, unknown>> = {
  'template.schema.json': z.toJSONSchema(templateFileSchema, { io: 'input' }),
  'library.schema.json': z.toJSONSchema(librarySchema, { io: 'input' }),
  'rehearsal.schema.json': z.toJSONSchema(scenarioSchema, { io: 'input' }),
  'export.schema.json': z.toJSONSchema(exportSchema, { io: 'input' }),
}

/** One that is built on another shipped one is put together here, so that it is whole when it is used. */
async function template(
  file: InputFile,
  libraries: readonly string[],
  all: readonly InputFile[],
): Promise<Compiled> {
  const bases = {
    own: async (id: string) => all.find((one) => one.id === id),
    ownIds: async () => all.map((one) => one.id),
    shipped: async () => undefined,
    shippedIds: async () => [],
  }
  const checked = await checkChain(await chainOf(file, bases), bases, libraries)
  if ('mistakes' in checked) return checked
  return { data: { hash: hashOf(checked.template), template: checked.template } }
}

function library(file: InputFile): Compiled {
  const checked = checkLibrary(file.text, file.path)
  return 'mistakes' in checked ? checked : { data: checked.library }
}

const wordsShape = z.strictObject({
  empty: z.string(),
  thin: z.string(),
  things: z.string(),
  idioms: z.array(z.string()),
  names: z.array(z.string()),
  numbered: z.string(),
  events: z.string(),
  gatherings: z.string(),
  everyday: z.string(),
}) satisfies z.ZodType<GoalWordLists>

function goals(file: InputFile): Compiled {
  const read = wordsShape.safeParse(parse(file.text))
  if (read.success) return { data: read.data }
  return {
    mistakes: read.error.issues.map((issue) => ({
      file: file.path,
      path: issue.path.join('.'),
      message: issue.message,
    })),
  }
}

const texts = z.array(z.coerce.string().min(1))
const importShapes: Readonly<Record<string, z.ZodType>> = {
  columns: z.strictObject({
    fields: z.strictObject(Object.fromEntries(FIELDS.map((field) => [field, texts]))),
    sources: z.array(z.strictObject({ source: z.string(), headings: texts })),
  }),
  masks: z.strictObject({
    masks: z.array(
      z.strictObject({
        mask: z.string().regex(/^[a-z]+$/),
        find: pattern('dgiu'),
        check: z.enum(['digits', 'number', 'card', 'iban']).optional(),
        digits: z.tuple([z.int(), z.int()]).optional(),
      }),
    ),
    tickets: pattern('iu'),
    dates: pattern('u'),
    nobody: texts,
  }),
  scores: z.strictObject({
    strength: texts,
    growth: texts,
    scales: z.array(z.strictObject({ most: z.number(), strength: z.number(), growth: z.number() })),
  }),
}

function pattern(flags: string): z.ZodType {
  return z.string().refine((text) => isPattern(text, flags), 'This is no pattern.')
}

function isPattern(text: string, flags: string): boolean {
  try {
    return new RegExp(text, flags) instanceof RegExp
  } catch {
    return false
  }
}

/** What an import knows exports by, what it masks, and which way a score points. */
function importing(file: InputFile): Compiled {
  const read = importShapes[file.id]?.safeParse(parse(file.text))
  if (read === undefined) return { mistakes: [{ file: file.path, message: 'Nothing reads this file.' }] }
  if (read.success) return { data: read.data }
  return {
    mistakes: read.error.issues.map((issue) => ({
      file: file.path,
      path: issue.path.join('.'),
      message: issue.message,
    })),
  }
}

/** The shipped rules as one pack, their examples, and the words that a team's own packs may use. */
function wording(files: readonly InputFile[]): ReturnType<JoinedKind['join']> {
  const sources = files.map(({ path, text }) => ({ file: path, source: text }))
  const result = compilePacks('shipped', sources)
  if ('mistakes' in result) return result
  const base = sources.filter(({ file }) => /\/(?:words|names)\.yaml$/.test(file))
  const { data, bytes } = splitPack(result.pack)
  return { all: { shipped: data, 'numbers.bin': bytes, examples: result.examples, base } }
}
