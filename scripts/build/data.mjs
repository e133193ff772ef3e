import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { loadTypeScript, writeIfChanged } from './bundle.mjs'

/** Checks every file below `templates` and compiles it to data in `folder`. Returns the mistakes, which stop the build. */
export async function compileData(root, folder, templates = join(root, 'templates')) {
  const { code, module } = await loadTypeScript(root, 'scripts/build/compile.ts')
  const libraries = (await filesIn(templates, 'library')).map((file) => file.id)
  const index = {}
  const written = []
  const bytes = []
  const mistakes = []
  for (const { kind, folders, compile } of module.kinds) {
    const files = (await Promise.all(folders.map((name) => filesIn(templates, name)))).flat()
    index[kind] = files.map((file) => file.id).sort()
    mistakes.push(...sameIds(files))
    for (const file of files) {
      const result = await compile(file, libraries, files)
      if ('mistakes' in result) mistakes.push(...result.mistakes)
      else written.push({ path: join(folder, kind, `${file.id}.json`), text: JSON.stringify(result.data) })
    }
  }
  for (const { kind, folders, join: together } of module.joinedKinds) {
    const files = (await Promise.all(folders.map((name) => filesIn(templates, name)))).flat()
    const result = together(files)
    if ('mistakes' in result) mistakes.push(...result.mistakes)
    else {
      index[kind] = Object.keys(result.all).sort()
      for (const [id, data] of Object.entries(result.all)) {
        if (data instanceof Uint8Array) bytes.push({ path: join(folder, kind, id), data })
        else written.push({ path: join(folder, kind, `${id}.json`), text: JSON.stringify(data) })
      }
    }
  }
  if (mistakes.length > 0) return mistakes
  const sum = createHash('sha256').update(code)
  for (const { path, text } of written) {
    sum.update(text)
    await writeIfChanged(path, text)
  }
  for (const { kind, folders } of module.joinedKinds) {
    for (const name of await plainFilesIn(templates, folders)) {
      bytes.push({ path: join(folder, kind, basename(name)), data: await readFile(join(templates, name)) })
      index[kind].push(basename(name))
    }
  }
  for (const { path, data } of bytes) {
    sum.update(data)
    await copyIfChanged(path, data)
  }
  const fingerprint = sum.digest('hex').slice(0, 16)
  await writeIfChanged(join(folder, 'index.json'), JSON.stringify({ fingerprint, kinds: index }))
  await removeOthers(folder, index)
  for (const [name, schema] of Object.entries(module.schemas)) {
    await writeIfChanged(join(templates, 'schema', name), `${JSON.stringify(schema, null, 2)}\n`)
  }
  return []
}

async function filesIn(templates, name) {
  const folder = join(templates, name)
  const names = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(
    names.map(async (file) => ({
      id: file.slice(0, -'.yaml'.length),
      path: `templates/${name}/${file}`,
      text: await readFile(join(folder, file), 'utf8'),
    })),
  )
}

/** Files that ship as they are. */
async function plainFilesIn(templates, folders) {
  const lists = folders.map(async (folder) => {
    const names = await readdir(join(templates, folder)).catch(() => [])
    return names.filter((name) => name.endsWith('.bin')).map((name) => join(folder, name))
  })
  return (await Promise.all(lists)).flat().sort()
}

async function copyIfChanged(path, bytes) {
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(bytes)) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}

function sameIds(files) {
  return files
    .filter((file, at) => files.findIndex((other) => other.id === file.id) < at)
    .map((file) => ({ file: file.path, line: 1, column: 1, message: 'Another file has the same name.' }))
}

async function removeOthers(folder, index) {
  for (const [kind, ids] of Object.entries(index)) {
    for (const name of await readdir(join(folder, kind)).catch(() => [])) {
      if (!ids.includes(name.replace(/\.json$/, ''))) await rm(join(folder, kind, name), { recursive: true })
    }
  }
}
