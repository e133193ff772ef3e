import { isMap } from '../is-map.ts'
import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { type Mistake, Trouble } from '../problem.ts'
import type { Judge } from './check.ts'
import type { CompileResult, PackFile } from './compile.ts'
import type { CompiledPack } from './pack.ts'
import { joinPack } from './pack-numbers.ts'
import type { RuleExamples } from './pack-rule.ts'

/** Everything a check needs from the program and the notebook. */
export interface Wording {
  /** The shipped pack first, then the team's own. */
  readonly packs: readonly CompiledPack[]
  /** Names and aliases of the notebook's people. */
  readonly names: readonly string[]
  /** Words the team keeps (`wording: {keep: [...]}` in `tactful.yaml`). */
  readonly keep: readonly string[]
}

/**
 * The shipped rules, and where there is a notebook its own packs (`wording/*.yaml`), its people's names and its kept words.
 * Throws `config` with every mistake of a broken pack of the team's.
 */
export async function loadWording(files: NoteFiles | undefined, data: DataFiles): Promise<Wording> {
  const shipped = await shippedPack(data)
  if (files === undefined) return { packs: [shipped], names: [], keep: [] }
  const [team, names, keep] = await Promise.all([teamPack(files, data), namesOf(files), keptWords(files)])
  if (team === undefined) return { packs: [shipped], names, keep }
  const own = new Set(team.rules.map((rule) => rule.id))
  const replaced = shipped.rules.map((rule) => rule.id).filter((id) => own.has(id))
  return { packs: [without(shipped, replaced), team], names, keep }
}

async function shippedPack(data: DataFiles): Promise<CompiledPack> {
  const [pack, numbers] = await Promise.all([
    data.shipped('wording', 'shipped'),
    data.shippedBytes('wording', 'numbers.bin'),
  ])
  return joinPack(pack, numbers ?? new Uint8Array())
}

/** The statistical model as a judge of sentences; undefined where it does not ship. */
export async function loadJudge(data: DataFiles): Promise<Judge | undefined> {
  const bytes = await data.shippedBytes('wording', 'model.bin')
  if (bytes === undefined) return undefined
  const [{ createModel }, { readModel }] = await Promise.all([
    import('./model.ts'),
    import('./model-file.ts'),
  ])
  return createModel(readModel(bytes))
}

/** The examples of every shipped rule, for `--explain`. */
export async function loadExamples(data: DataFiles): Promise<readonly RuleExamples[]> {
  return (await data.shipped('wording', 'examples')) as readonly RuleExamples[]
}

/** A pack in which some rules say nothing, because another pack has rules of the same id. */
function without(pack: CompiledPack, ids: readonly string[]): CompiledPack {
  if (ids.length === 0) return pack
  const gone = new Set(ids)
  const patterns = pack.patterns.map((pattern) =>
    gone.has(pack.rules[pattern.rule]?.id ?? '') ? { ...pattern, from: 1, to: 0 } : pattern,
  )
  return { ...pack, patterns }
}

async function teamPack(files: NoteFiles, data: DataFiles): Promise<CompiledPack | undefined> {
  const { paths } = await files.list('wording')
  const wanted = paths.filter((path) => path.endsWith('.yaml'))
  if (wanted.length === 0) return undefined
  const packs = await Promise.all(
    wanted.map(async (file): Promise<PackFile> => ({ file, source: (await files.read(file)) ?? '' })),
  )
  const text = packs.map(({ file, source }) => `${file}\0${source}`).join('\0')
  const result = await data.cached<CompileResult>('wording', text, async () => {
    const { compilePacks } = await import('./compile.ts')
    return compilePacks('team', packs, (await data.shipped('wording', 'base')) as readonly PackFile[])
  })
  if ('mistakes' in result) throw broken(result.mistakes)
  return result.pack
}

function broken(mistakes: readonly Mistake[]): Trouble {
  return new Trouble({ kind: 'config', mistakes })
}

/** Read anew each time: a list of names that is kept in the cache would outlive the people who are forgotten. */
async function namesOf(files: NoteFiles): Promise<readonly string[]> {
  const { paths } = await files.list('people')
  if (!paths.some((path) => path.endsWith('.yaml'))) return []
  const { loadPeople } = await import('../notebook/load.ts')
  const { found } = await loadPeople(files)
  return found.flatMap((person) => [person.name, ...person.aliases])
}

async function keptWords(files: NoteFiles): Promise<readonly string[]> {
  const source = (await files.read('tactful.yaml')) ?? ''
  if (!/^\s*["']?wording\b/m.test(source)) return []
  const { readYaml } = await import('../notebook/yaml-in.ts')
  const { value } = readYaml(source, 'tactful.yaml')
  if (!isMap(value) || !isMap(value.wording)) return []
  const { keep } = value.wording
  return Array.isArray(keep) ? keep.filter((one) => typeof one === 'string') : []
}
