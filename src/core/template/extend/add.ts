import type { ValuePath } from '../source.ts'
import type { Work } from './apply.ts'
import { holderOf, isRow, listAt, type Row, rows, type Sort, sectionsOf, sortOf, spotOf } from './names.ts'
import { remember } from './origins.ts'
import { unknownName } from './unknown.ts'

/** Keys that say where something goes. */
const PLACES = ['before', 'after', 'in'] as const

/** What comes in. */
const COMING = ['question', 'part', 'section', 'option'] as const

interface Goal {
  readonly list: unknown[]
  readonly index: number
}

/** Everything that a team's file adds, in its order, and then everything it moves. */
export function addEach(work: Work, own: Row): void {
  for (const [index, entry] of entriesOf(own.add)) add(work, entry, ['add', index])
  for (const [index, entry] of entriesOf(own.reorder)) move(work, entry, ['reorder', index])
}

function entriesOf(value: unknown): readonly (readonly [number, Row])[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown, index) => (isRow(one) ? [[index, one] as const] : []))
}

function add(work: Work, entry: Row, path: ValuePath): void {
  const coming = COMING.filter((key) => entry[key] !== undefined)
  const [what] = coming
  if (what === undefined || coming.length > 1) {
    const message = 'Each line of "add" brings one thing.'
    const mend = 'Give it one of "question", "part", "section" or "option".'
    work.faults.push({ path, on: 'value', message, mend })
    return
  }
  const one = entry[what]
  if (!isRow(one)) return
  remember(work.origins, one, [...path, what])
  if (what === 'option') {
    addOption(work, entry, one, path)
    return
  }
  // What has no right place comes in at the end all the same, so that what refers to it is not told as a mistake too.
  const { list, index } = goalOf(work, what, entry, path) ?? endOf(work, what)
  list.splice(index, 0, one)
  const name = what === 'question' ? String(one.id) : `${what}/${String(one.id)}`
  work.made.push({ did: 'add', name, path: [...path, what] })
}

/** An answer to choose comes last among those that are written out. */
function addOption(work: Work, entry: Row, option: Row, path: ValuePath): void {
  const name = entry.in
  if (typeof name !== 'string') {
    const mend = 'Write "in:" with the id of a choice.'
    work.faults.push({ path, on: 'value', message: 'An option needs the question it belongs to.', mend })
    return
  }
  const spot = spotOf(work.root, name)
  if (spot === undefined) {
    work.faults.push(unknownName(work, name, [...path, 'in']))
    return
  }
  const { options } = spot.one
  if (Array.isArray(options)) {
    options.push(option)
    return
  }
  const library = isRow(options) && typeof options.library === 'string' ? options.library : undefined
  const message = `"${name}" has no options that are written out.`
  const mend =
    library === undefined
      ? 'Name a choice with options of its own.'
      : `They come from the library "${library}": add an entry there.`
  work.faults.push({ path: [...path, 'in'], on: 'value', message, mend })
}

function move(work: Work, entry: Row, path: ValuePath): void {
  const name = entry.move
  if (typeof name !== 'string') return
  const spot = spotOf(work.root, name)
  if (spot === undefined) {
    work.faults.push(unknownName(work, name, [...path, 'move']))
    return
  }
  spot.list.splice(spot.index, 1)
  const goal = goalOf(work, spot.sort, entry, path)
  const { list, index } = goal ?? spot
  list.splice(index, 0, spot.one)
  work.made.push({ did: 'move', name, path: [...path, 'move'] })
}

/** Where an entry says that something goes; undefined when it does not, with the fault told. */
function goalOf(work: Work, sort: Sort, entry: Row, path: ValuePath): Goal | undefined {
  const places = PLACES.filter((key) => entry[key] !== undefined)
  const [place] = places
  if (places.length > 1) {
    const mend = 'Keep one of "before", "after" and "in".'
    work.faults.push({ path, on: 'value', message: 'One place is enough.', mend })
    return undefined
  }
  if (place === undefined) {
    if (sort !== 'question' && entry.move === undefined) return endOf(work, sort)
    const mend = `Add "after:" or "before:" with ${NEIGHBOUR[sort]}.`
    work.faults.push({ path, on: 'value', message: 'This has no place yet.', mend })
    return undefined
  }
  const name = entry[place]
  if (typeof name !== 'string') return undefined
  return place === 'in'
    ? inside(work, sort, name, [...path, 'in'])
    : beside(work, sort, place, name, entry.move, [...path, place])
}

const NEIGHBOUR: Readonly<Record<Sort, string>> = {
  question: 'the id of a question, or "in: part/..."',
  part: 'a part, such as part/who',
  section: 'a section, such as section/well',
}

function inside(work: Work, sort: Sort, name: string, path: ValuePath): Goal | undefined {
  const list = holderOf(work.root, name)
  if (list !== undefined && sort === 'question') return { list, index: list.length }
  if (list !== undefined || spotOf(work.root, name) !== undefined) {
    const message =
      sort === 'question' ? `"${name}" holds no questions.` : 'Only a question goes into something.'
    const mend =
      sort === 'question'
        ? 'Name a part, such as part/who, or a group.'
        : `Write "after:" with ${NEIGHBOUR[sort]}.`
    work.faults.push({ path, on: 'value', message, mend })
  } else work.faults.push(unknownName(work, name, path))
  return undefined
}

function beside(
  work: Work,
  sort: Sort,
  place: 'before' | 'after',
  name: string,
  moved: unknown,
  path: ValuePath,
): Goal | undefined {
  if (name === moved) {
    const message = `"${name}" cannot stand beside itself.`
    work.faults.push({ path, on: 'value', message, mend: 'Name another one.' })
    return undefined
  }
  const spot = spotOf(work.root, name)
  if (spot === undefined) {
    work.faults.push(unknownName(work, name, path))
    return undefined
  }
  if (spot.sort !== sort) {
    const message = `A ${sort} cannot stand beside a ${sortOf(name)}.`
    work.faults.push({ path, on: 'value', message, mend: `Name ${NEIGHBOUR[sort]}.` })
    return undefined
  }
  return { list: spot.list, index: place === 'before' ? spot.index : spot.index + 1 }
}

function endOf({ root }: Work, sort: Sort): Goal {
  const list =
    sort === 'section'
      ? sectionsOf(root)
      : sort === 'part'
        ? listAt(root, 'parts')
        : listAt(rows(listAt(root, 'parts')).at(-1) ?? {}, 'questions')
  return { list, index: list.length }
}
