import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { build } from 'esbuild'
import { mergeChunks } from './merge.mjs'

/** The browser build of yaml is the same code as ES modules: smaller once bundled, and it starts faster. */
const leanYaml = (root) => ({ yaml: join(root, 'node_modules/yaml/browser/index.js') })

/**
 * Commander asks for child processes at its first line, for commands that are programs of their own. We have none, and
 * Node's module for them brings the network with it, which is a fifth of the time of `--help`.
 */
const noPrograms = {
  name: 'no-programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]commander[\\/]/.test(importer)
        ? { path: 'child_process', namespace: 'none' }
        : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {}', loader: 'js' }))
  },
}

/**
 * Importing Node's own name for the process asks every one of its properties once, the diagnostic report among them, which
 * is a twelfth of the time of an empty program. The libraries that do it want no more than the global.
 */
const plainProcess = {
  name: 'plain-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?process$/ }, ({ kind }) => ({ path: kind, namespace: 'global' }))
    onLoad({ filter: /^require-call$/, namespace: 'global' }, () => ({
      contents: 'module.exports = process',
    }))
    onLoad({ filter: /./, namespace: 'global' }, () => ({
      contents: 'export default process; export const { execArgv, execPath, hrtime, platform } = process',
    }))
  },
}

/**
 * Settings are two plain texts: the library that keeps them is given no schema and no earlier version to move on from. What
 * would check the one and compare the other is 60 KB of the package.
 */
const plainSettings = {
  name: 'plain-settings',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:ajv|semver)\b/ }, ({ importer }) =>
      /[\\/]node_modules[\\/]conf[\\/]/.test(importer) ? { path: 'unused', namespace: 'unused' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'unused' }, () => ({
      contents: 'export const Ajv2020 = undefined; export default {}',
    }))
  },
}

/**
 * The streams within docx were made for browsers and ask for their storage whether to warn of old names. Node 26 has such a
 * storage, and prints a warning where nobody told it which file to keep it in.
 */
const noBrowserStorage = {
  name: 'no-browser-storage',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]docx[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      const contents = source.replaceAll('commonjsGlobal.localStorage', 'undefined')
      if (contents === source) throw new Error('docx no longer asks for localStorage: this step can go')
      return { contents, loader: 'js' }
    })
  },
}

/** Day phrases are read in English; the other languages of the library that reads them are 30 KB of the package. */
const englishDays = {
  name: 'english-days',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^chrono-node$/ }, ({ resolveDir }) => ({
      path: 'chrono-node',
      namespace: 'english',
      pluginData: resolveDir,
    }))
    onLoad({ filter: /./, namespace: 'english' }, ({ pluginData }) => ({
      contents: "export * as en from 'chrono-node/en'",
      resolveDir: pluginData,
    }))
  },
}

/**
 * Libraries in CommonJS ask for Node's own modules through require, which ES modules do not have. Nothing else is asked for:
 * all that is not Node's is inside the bundle.
 */
const REQUIRE = 'const require=process.getBuiltinModule;'

/** Bundles the program into `dist`, leaves nothing of an earlier build there, and returns what went in; undefined when esbuild found (and printed) errors. */
export async function bundleProgram(root, dist) {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts'],
    outdir: dist,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    alias: leanYaml(root),
    plugins: [noPrograms, plainProcess, plainSettings, englishDays, noBrowserStorage],
    banner: { js: REQUIRE },
    metafile: true,
    write: false,
    logLevel: 'error',
  }).catch((error) => {
    if (error.errors === undefined) throw error
  })
  if (result === undefined) return undefined
  const { metafile } = result
  const outputFiles = await mergeChunks(result, root, dist)
  for (const file of outputFiles) await writeIfChanged(file.path, file.text)
  const made = new Set(outputFiles.map((file) => file.path))
  const chunks = join(dist, 'chunks')
  for (const name of await readdir(chunks).catch(() => [])) {
    if (!made.has(join(chunks, name))) await rm(join(chunks, name))
  }
  return metafile
}

/** Bundles a TypeScript file of ours in memory and loads it, so that the build needs nothing but Node. */
export async function loadTypeScript(root, entry) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    alias: leanYaml(root),
    write: false,
    logLevel: 'error',
  })
  const code = outputFiles[0].contents
  return { code, module: await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`) }
}

/** Writes a text only where it differs, so that a second build touches nothing. */
export async function writeIfChanged(file, text) {
  const before = await readFile(file, 'utf8').catch(() => undefined)
  if (before === text) return
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Folders of the packages that went into a bundle, such as `node_modules/yaml`. */
export function packagesIn(root, metafile) {
  const inputs = Object.keys(metafile.inputs).map((path) => relative(root, resolve(root, path)))
  const folders = inputs.flatMap((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return [...new Set(folders)].sort()
}
