import { basename, dirname, join } from 'node:path'
import { rollup } from 'rollup'

/** Libraries small enough, or needed so often, that they may travel with our own code. */
const TRAVELS =
  /node_modules\/(?:chalk|commander|env-paths|fastest-levenshtein|get-east-asian-width|is-safe-filename|ulid)\//

/** Cards that no common command needs stay files of their own, read by the help of their commands alone. */
const CARDS = 'src/commands/cards/'

/** What is loaded, dynamic imports included, by the commands whose start-up is felt most; the others may wait for a chunk more. */
const LOADED_FOR = {
  wording: [
    'src/context.ts',
    'src/commands/cards/wording.ts',
    'src/commands/check.ts',
    'src/adapters/data-files.ts',
    'src/adapters/settings.ts',
    'src/adapters/user-files.ts',
    'src/core/problem.ts',
    'src/views/problem.ts',
    'src/core/wording/model.ts',
    'src/core/wording/model-file.ts',
  ],
  reading: [
    'src/context.ts',
    'src/commands/cards/checkins.ts',
    'src/commands/cards/goals.ts',
    'src/commands/cards/people.ts',
    'src/commands/cards/promises.ts',
    'src/commands/cards/reading.ts',
    'src/commands/checkin.ts',
    'src/commands/goal-read.ts',
    'src/commands/home.ts',
    'src/commands/last.ts',
    'src/commands/list.ts',
    'src/commands/promise.ts',
    'src/commands/search.ts',
    'src/adapters/drafts.ts',
    'src/adapters/index-files.ts',
    'src/adapters/note-files.ts',
    'src/core/notebook/load.ts',
    'src/adapters/settings.ts',
    'src/core/problem.ts',
    'src/views/problem.ts',
  ],
  asking: [
    'src/context.ts',
    'src/commands/cards/preparing.ts',
    'src/commands/prep.ts',
    'src/adapters/asker-plain.ts',
    'src/adapters/data-files.ts',
    'src/adapters/drafts.ts',
    'src/adapters/ids.ts',
    'src/adapters/note-files.ts',
    'src/adapters/settings.ts',
    'src/core/problem.ts',
    'src/views/problem.ts',
  ],
}

/**
 * Joins the many small chunks of a code-split bundle into few: what `--version` needs (the entry), what `--help` needs
 * (`program`), what only a check, only reading or only an interview needs (`wording`, `reading`, `asking`), what two of
 * these need (`shared`), and all of our own code besides (`app`). Node takes longer to find and open fifty small files than to read
 * one; what brings a large library stays apart and is loaded when it is needed.
 */
export async function mergeChunks({ metafile, outputFiles }, root, dist) {
  const texts = new Map(outputFiles.map((file) => [file.path, file.text]))
  const outputs = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [join(root, path), output]),
  )
  const statics = (path) =>
    (outputs.get(path)?.imports ?? [])
      .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
      .map((one) => join(root, one.path))
  const closure = (path, seen = new Set()) => {
    if (seen.has(path)) return seen
    seen.add(path)
    for (const next of statics(path)) closure(next, seen)
    return seen
  }
  const brings = (path) =>
    Object.keys(outputs.get(path)?.inputs ?? {}).some(
      (input) => input.includes('node_modules/') && !TRAVELS.test(input),
    )
  const entry = join(dist, 'main.js')
  const program = [...texts.keys()].find((path) => basename(path).startsWith('program-'))
  const needed = (sources) =>
    sources.flatMap((source) => {
      const made = [...outputs].find(([, { entryPoint }]) => entryPoint === source)
      if (made === undefined) throw new Error(`${source} is no longer imported by itself`)
      return [...closure(made[0])]
    })
  const cards = new Map(
    [...outputs]
      .filter(([, { entryPoint = '' }]) => entryPoint.startsWith(CARDS))
      .map(([path, { entryPoint }]) => [path, `cards-${basename(entryPoint, '.ts')}`]),
  )
  // What several cards share stands with the program, which is always there before them.
  const shared = new Set([...cards.keys()].flatMap(statics))
  const first = closure(entry)
  const second = closure(program)
  const loaded = Object.entries(LOADED_FOR).map(([name, sources]) => [name, new Set(needed(sources))])

  const bundle = await rollup({
    input: { main: entry },
    external: /^node:/,
    treeshake: false,
    preserveEntrySignatures: 'allow-extension',
    onLog: () => {},
    plugins: [
      {
        name: 'in-memory',
        resolveId: (id, importer) =>
          id.startsWith('.') && importer !== undefined
            ? join(dirname(importer), id)
            : texts.has(id)
              ? id
              : null,
        load: (id) => texts.get(id) ?? null,
      },
    ],
  })
  const { output } = await bundle.generate({
    format: 'es',
    compact: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    hoistTransitiveImports: false,
    onlyExplicitManualChunks: true,
    manualChunks: (id) => {
      if (first.has(id)) return undefined
      if (second.has(id) || shared.has(id)) return 'program'
      const [chunk, another] = loaded.filter(([, ids]) => ids.has(id)).map(([name]) => name)
      if (chunk === undefined && cards.has(id)) return cards.get(id)
      if (chunk !== 'wording' && [...closure(id)].some(brings)) return undefined
      return another === undefined ? (chunk ?? 'app') : 'shared'
    },
  })
  await bundle.close()
  return output.map(({ fileName, code }) => ({ path: join(dist, fileName), text: code }))
}
