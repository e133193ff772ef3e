import { basename, dirname, join } from 'node:path'
import { rollup } from 'rollup'

/** Libraries small enough, or needed so often, that they may travel with our own code. */
const TRAVELS =
  /node_modules\/(?:chalk|commander|env-paths|fastest-levenshtein|get-east-asian-width|is-safe-filename|ulid)\//

/** What a check of a text loads; the other commands need most of it too. */
const CHECKING = [
  'src/context.ts',
  'src/commands/check.ts',
  'src/adapters/data-files.ts',
  'src/adapters/settings.ts',
  'src/adapters/user-files.ts',
  'src/core/wording/model.ts',
  'src/core/wording/model-file.ts',
]

/** What lists, searches and the home screen load: commands that are over in a moment, so that every chunk counts. */
const READING = [
  'src/commands/home.ts',
  'src/commands/last.ts',
  'src/commands/list.ts',
  'src/commands/search.ts',
  'src/adapters/drafts.ts',
  'src/adapters/index-files.ts',
  'src/adapters/note-files.ts',
]

/**
 * Joins the many small chunks of a code-split bundle into five: what `--version` needs (the entry), what `--help` needs
 * (`program`), what a check needs (`wording`), what reading needs (`reading`), and all of our own code besides (`app`). Node takes longer to find and open fifty small files than to read
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
  const first = closure(entry)
  const second = closure(program)
  const third = new Set(needed(CHECKING))
  const fourth = new Set(needed(READING))

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
      if (second.has(id)) return 'program'
      if (third.has(id)) return 'wording'
      if ([...closure(id)].some(brings)) return undefined
      return fourth.has(id) ? 'reading' : 'app'
    },
  })
  await bundle.close()
  return output.map(({ fileName, code }) => ({ path: join(dist, fileName), text: code }))
}
