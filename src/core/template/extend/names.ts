import { nearNames } from '../near.ts'

/** A map of a template that may be changed. */
export type Row = Record<string, unknown>

/** What a name of a template can stand for. */
export type Sort = 'question' | 'part' | 'section'

/** Where something stands: the list that holds it, its index there, and itself. */
interface Spot {
  readonly sort: Sort
  readonly list: unknown[]
  readonly index: number
  readonly one: Row
}

/** Whether a value is a map. */
export function isRow(value: unknown): value is Row {
  return value instanceof Object && !Array.isArray(value)
}

/** What a name stands for: a question by its id (`view`), one inside a group by its path (`points.ask`), `part/view`, `section/well`. */
export function sortOf(name: string): Sort {
  if (name.startsWith('part/')) return 'part'
  return name.startsWith('section/') ? 'section' : 'question'
}

/** What stands under that name in a template, or undefined. */
export function spotOf(root: Row, name: string): Spot | undefined {
  const sort = sortOf(name)
  if (sort !== 'question') {
    const list = sort === 'part' ? listAt(root, 'parts') : sectionsOf(root)
    return inList(sort, list, name.slice(name.indexOf('/') + 1))
  }
  return nested(questionLists(root), name.split('.'))
}

/** The list that `in: name` adds to: the questions of `part/name`, or of a group. */
export function holderOf(root: Row, name: string): unknown[] | undefined {
  const spot = spotOf(root, name)
  if (spot === undefined || spot.sort === 'section') return undefined
  const { questions } = spot.one
  return Array.isArray(questions) ? questions : undefined
}

/** The name of the part whose questions a list holds: `part/view`; undefined for every other list. */
export function holderName(root: Row, list: unknown[]): string | undefined {
  const part = rows(listAt(root, 'parts')).find(({ questions }) => questions === list)
  return part === undefined ? undefined : `part/${String(part.id)}`
}

/** Every name of a template: its parts, its sections, its questions in the order of asking. */
export function namesIn(root: Row): readonly string[] {
  const parts = rows(listAt(root, 'parts'))
  return [
    ...parts.map(({ id }) => `part/${String(id)}`),
    ...rows(sectionsOf(root)).map(({ id }) => `section/${String(id)}`),
    ...parts.flatMap((part) => questionNames(listAt(part, 'questions'), '')),
  ]
}

/** Names that could have been meant: the same word in another place first, then what is written alike. */
export function nearIn(root: Row, name: string): readonly string[] {
  const all = namesIn(root)
  const word = lastStep(name)
  const same = all.filter((one) => one !== name && lastStep(one) === word)
  return same.length > 0 ? same.slice(0, 3) : nearNames(name, all)
}

/** The id that a name ends in. */
export function lastStep(name: string): string {
  return name.replace(/^.*[./]/, '')
}

/** The maps in a list. */
export function rows(list: readonly unknown[]): readonly Row[] {
  return list.filter(isRow)
}

/** The list under a key of a map; one of its own where there is none yet. */
export function listAt(row: Row, key: string): unknown[] {
  const found = row[key]
  if (Array.isArray(found)) return found
  return []
}

/** The sections of the note. */
export function sectionsOf(root: Row): unknown[] {
  return isRow(root.note) ? listAt(root.note, 'sections') : []
}

function questionLists(root: Row): readonly unknown[][] {
  return rows(listAt(root, 'parts')).map((part) => listAt(part, 'questions'))
}

function questionNames(list: readonly unknown[], prefix: string): readonly string[] {
  return rows(list).flatMap((one) => {
    const name = `${prefix}${String(one.id)}`
    return [name, ...questionNames(listAt(one, 'questions'), `${name}.`)]
  })
}

function inList(sort: Sort, list: unknown[], id: string | undefined): Spot | undefined {
  const index = list.findIndex((one) => isRow(one) && one.id === id)
  const one = list[index]
  return isRow(one) ? { sort, list, index, one } : undefined
}

function nested(lists: readonly unknown[][], [id, ...rest]: readonly string[]): Spot | undefined {
  if (rest.length === 0) {
    for (const list of lists) {
      const found = inList('question', list, id)
      if (found !== undefined) return found
    }
    return undefined
  }
  // Questions asked later of the items of a group keep their answers there, and are known by its name too.
  const groups = lists.flatMap(rows)
  const inner = [...groups.filter((one) => one.id === id), ...groups.filter((one) => one.each === id)]
  return nested(
    inner.map((one) => listAt(one, 'questions')),
    rest,
  )
}
