import type { Checked } from '../check.ts'
import { meant } from '../near.ts'
import { once } from '../placed.ts'
import type { Template } from '../template.ts'
import type { Base } from './check.ts'

/** A template as text. `id` is the one its name promises, where that is known. */
export interface TemplateText {
  readonly path: string
  readonly text: string
  readonly id?: string
}

/** Where a template finds what it is built on: first among files of the same place, then among what ships. */
export interface Bases {
  own(id: string): Promise<TemplateText | undefined>
  ownIds(): Promise<readonly string[]>
  shipped(id: string): Promise<Template | undefined>
  shippedIds(): Promise<readonly string[]>
}

/** A template with all it is built on, the nearest first, and what the last of them stands on. */
interface Chain {
  readonly files: readonly [TemplateText, ...TemplateText[]]
  readonly end:
    | { readonly on: 'itself' }
    | { readonly on: 'shipped'; readonly id: string }
    | { readonly on: 'nothing' | 'circle'; readonly message: string; readonly mend: string }
}

/** The id in the line `extends:` of a template, read without YAML; undefined where there is none. */
export function extendsOf(text: string): string | undefined {
  const found = /^extends:[ \t]*(["']?)([^"'#\r\n]*)\1/m.exec(text)?.[2]?.trim()
  return found === '' ? undefined : found
}

/**
 * Follows `extends` from file to file, until one stands alone, ships, is missing, or comes round again. A file that is
 * built on its own id is built on the one of that id that ships.
 */
export async function chainOf(file: TemplateText, bases: Bases): Promise<Chain> {
  const files: [TemplateText, ...TemplateText[]] = [file]
  for (let last = file; ; ) {
    const id = extendsOf(last.text)
    if (id === undefined) return { files, end: { on: 'itself' } }
    const isSelf = id === idOf(last)
    if (!isSelf && files.some((one) => idOf(one) === id)) return { files, end: circle(files, id) }
    const next = isSelf ? undefined : await bases.own(id)
    if (next === undefined) return { files, end: await endOf(id, isSelf, bases) }
    files.push(next)
    last = next
  }
}

/** Everything that decides what comes of a chain, as one text: to know it again by. */
export function chainText({ files, end }: Chain): string {
  return [...files.flatMap(({ path, text }) => [path, text]), JSON.stringify(end)].join('\0')
}

/**
 * Checks a template and all it is built on. Mistakes come from the file they stand in; where it is another file that is
 * wrong, the asked one is named too, at its line `extends`.
 */
export async function checkChain(
  { files, end }: Chain,
  bases: Bases,
  libraries: readonly string[] | undefined,
): Promise<Checked> {
  const { checkTemplate } = await import('../check.ts')
  const [asked] = files
  const check = (file: TemplateText, base: Base | undefined): Checked =>
    checkTemplate(file.text, file.path, {
      ...(file.id === undefined ? {} : { id: file.id }),
      ...(libraries === undefined ? {} : { libraries }),
      ...(base === undefined ? {} : { base }),
    })
  if (end.on === 'circle') return check(asked, end)
  let base = await baseAt(end, bases)
  for (const file of files.toReversed()) {
    const checked = check(file, base)
    if (file === asked) return checked
    if ('mistakes' in checked) {
      const message = `"${idOf(file)}" (${file.path}), which this builds on, has mistakes of its own.`
      const here = check(asked, { message, mend: 'Mend those first.' })
      return { mistakes: once([...checked.mistakes, ...('mistakes' in here ? here.mistakes : [])]) }
    }
    base = checked
  }
  return check(asked, base)
}

async function baseAt(end: Chain['end'], bases: Bases): Promise<Base | undefined> {
  if (end.on === 'itself') return undefined
  if (end.on !== 'shipped') return 'message' in end ? end : undefined
  const template = await bases.shipped(end.id)
  return template === undefined ? undefined : { template }
}

async function endOf(id: string, isSelf: boolean, bases: Bases): Promise<Chain['end']> {
  const shipped = await bases.shippedIds()
  if (shipped.includes(id)) return { on: 'shipped', id }
  if (isSelf) {
    const message = `This builds on itself: no "${id}" ships with tactful.`
    return { on: 'nothing', message, mend: 'Name another template, or drop "extends".' }
  }
  const mend = meant(id, [...shipped, ...(await bases.ownIds())], 'See what there is: tactful template list.')
  return { on: 'nothing', message: `There is no template "${id}" to build on.`, mend }
}

function circle(files: readonly TemplateText[], id: string): Chain['end'] {
  const names = [...files.map(idOf), id]
  const message = `These build on one another in a circle: ${names.join(', ')}.`
  return { on: 'circle', message, mend: 'Let one of them build on a template that ships, or stand alone.' }
}

/** The id that a file's name promises. */
function idOf({ id, path }: TemplateText): string {
  return id ?? path.replace(/^.*[/\\]|\.ya?ml$/g, '')
}
