import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { type Mistake, Trouble } from '../problem.ts'
import type { Checked } from './check.ts'
import type { Bases } from './extend/chain.ts'
import { everyQuestion } from './find.ts'
import { fingerprint } from './hash.ts'
import { joinLibraries, type Library, libraryOptions } from './library.ts'
import { nearNames } from './near.ts'
import { listOf } from './offered.ts'
import type { Option } from './option.ts'
import type { Template } from './template.ts'

/** Whose template it is: one that ships, a team's own, or a team's own that stands in for a shipped one of the same id. */
export type Origin = 'shipped' | 'team' | 'shadows'

/** A template ready to use. `hash` changes whenever anything in it does. */
export interface Loaded {
  readonly template: Template
  readonly hash: string
  readonly origin: Origin
}

/** One line of the list: a template, or the mistakes that keep a team's own from being read. */
export type Listed =
  | { readonly id: string; readonly origin: Origin; readonly template: Template }
  | { readonly id: string; readonly origin: Origin; readonly mistakes: readonly Mistake[] }

/** The hash of a template, as drafts keep it. */
export function hashOf(template: Template): string {
  return fingerprint(JSON.stringify(template))
}

/**
 * The template of that id: the team's own from the notebook's `templates/` if there is one, else the shipped one. `files` is absent where
 * there is no notebook. Throws `unknown` with near ids, and `config` with every mistake of a broken team template.
 */
export async function loadTemplate(
  id: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Loaded> {
  const shippedIds = await data.shippedIds('templates')
  const shipped = shippedIds.includes(id)
  const own = await ownText('templates', id, files)
  if (own !== undefined) {
    const checked = await checkOwn(id, own, files, data)
    if ('mistakes' in checked) throw new Trouble({ kind: 'config', mistakes: checked.mistakes })
    const { template } = checked
    return { template, hash: hashOf(template), origin: shipped ? 'shadows' : 'team' }
  }
  if (shipped)
    return { ...((await data.shipped('templates', id)) as Omit<Loaded, 'origin'>), origin: 'shipped' }
  const near = nearNames(id, [...shippedIds, ...(await ownIds('templates', files))])
  throw new Trouble({ kind: 'unknown', what: 'template', given: id, near })
}

/** Every template, shipped and the team's, by id; a broken one among them does not hide the others. */
export async function listTemplates(
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<readonly Listed[]> {
  const shipped = await data.shippedIds('templates')
  const own = await ownIds('templates', files)
  const ids = [...new Set([...shipped, ...own])].sort()
  return Promise.all(
    ids.map(async (id): Promise<Listed> => {
      try {
        const { template, origin } = await loadTemplate(id, files, data)
        return { id, origin, template }
      } catch (error) {
        if (!(error instanceof Trouble) || error.problem.kind !== 'config') throw error
        return { id, origin: shipped.includes(id) ? 'shadows' : 'team', mistakes: error.problem.mistakes }
      }
    }),
  )
}

/**
 * Options of every library a template names, by library id; the team's own library of that id wins. Where tiers are asked
 * for, those of the team stand under `settings.tiers`. Throws `config` for a broken or missing library. What ships is known
 * to be right, and is read when its options are first looked at: the first question waits for none of it.
 */
export async function loadLibraries(
  template: Template,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Readonly<Record<string, readonly Option[]>>> {
  const named = everyQuestion(template).flatMap((question) =>
    'options' in question && !('length' in question.options) ? (listOf(question.options) ?? []) : [],
  )
  const lists: Record<string, readonly Option[]> = {}
  for (const name of new Set(named)) {
    const get = await optionsLater(name, files, data)
    Object.defineProperty(lists, name, { enumerable: true, get })
  }
  return lists
}

async function optionsLater(
  name: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<() => readonly Option[]> {
  if (name === 'settings.tiers') {
    const tiers = await teamTiers(files)
    return () => tiers
  }
  const isOwn = (await ownText('library', name, files)) !== undefined
  const shipped = isOwn ? undefined : await data.shippedLater('libraries', name)
  if (shipped === undefined) {
    const options = libraryOptions(await loadLibrary(name, files, data))
    return () => options
  }
  let options: readonly Option[] | undefined
  return () => {
    options ??= libraryOptions(shipped() as Library)
    return options
  }
}

async function teamTiers(files: NoteFiles | undefined): Promise<readonly Option[]> {
  const { readTiers } = await import('../notebook/tiers.ts')
  return readTiers((await files?.read('tactful.yaml')) ?? '')
}

/** Ids of every library, shipped and the team's. */
export async function libraryIds(files: NoteFiles | undefined, data: DataFiles): Promise<readonly string[]> {
  return [...new Set([...(await data.shippedIds('libraries')), ...(await ownIds('library', files))])].sort()
}

/**
 * The library of that id: the team's own from the notebook's `library/` if there is one, else the shipped one; a shipped one
 * that grows keeps its entries beside the team's, unless that says `grows: false`. Throws `config` for a broken or missing one.
 */
export async function loadLibrary(
  id: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Library> {
  const own = await ownText('library', id, files)
  const shipped = (await data.shipped('libraries', id)) as Library | undefined
  if (own === undefined) {
    if (shipped !== undefined) return shipped
    const message = `There is no library "${id}", which the template asks for.`
    const mend = `Add library/${id}.yaml to the notebook, or write the options into the template.`
    throw new Trouble({ kind: 'config', mistakes: [{ message, mend }] })
  }
  const checked = await data.cached(`library-${id}`, own, async () => {
    const { checkLibrary } = await import('./library-check.ts')
    return checkLibrary(own, `library/${id}.yaml`)
  })
  if ('mistakes' in checked) throw new Trouble({ kind: 'config', mistakes: checked.mistakes })
  return shipped?.grows === true && checked.library.grows !== false
    ? joinLibraries(shipped, checked.library)
    : checked.library
}

/** One that stands alone costs nothing more for the others that do not. */
async function checkOwn(
  id: string,
  text: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Checked> {
  const libraries = await libraryIds(files, data)
  const name = `template-${id}-${fingerprint(libraries.join())}`
  const path = `templates/${id}.yaml`
  if (!/^extends:/m.test(text)) {
    return data.cached(name, text, async () => {
      const { checkTemplate } = await import('./check.ts')
      return checkTemplate(text, path, { id, libraries })
    })
  }
  const { chainOf, chainText, checkChain } = await import('./extend/chain.ts')
  const bases = templateBases(files, data)
  const chain = await chainOf({ id, path, text }, bases)
  return data.cached(name, chainText(chain), () => checkChain(chain, bases, libraries))
}

/** Where a template of a notebook finds those it is built on: among the team's own, then among what ships. */
export function templateBases(files: NoteFiles | undefined, data: DataFiles): Bases {
  return {
    async own(id) {
      const text = await ownText('templates', id, files)
      return text === undefined ? undefined : { id, text, path: `templates/${id}.yaml` }
    },
    ownIds: () => ownIds('templates', files),
    shipped: async (id) =>
      ((await data.shipped('templates', id)) as Pick<Loaded, 'template'> | undefined)?.template,
    shippedIds: () => data.shippedIds('templates'),
  }
}

async function ownText(
  folder: string,
  id: string,
  files: NoteFiles | undefined,
): Promise<string | undefined> {
  if (files === undefined || !/^[a-z0-9_-]+$/.test(id)) return undefined
  return files.read(`${folder}/${id}.yaml`)
}

async function ownIds(folder: string, files: NoteFiles | undefined): Promise<readonly string[]> {
  const { paths } = (await files?.list(folder)) ?? { paths: [] }
  return paths.flatMap((path) => /^(?:templates|library)\/([a-z0-9_-]+)\.yaml$/.exec(path)?.[1] ?? [])
}
