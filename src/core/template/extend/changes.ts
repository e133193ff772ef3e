import type { Template } from '../template.ts'
import { isRow, listAt, namesIn, type Row, rows, sectionsOf, spotOf } from './names.ts'

/** How one template differs from another, by the names of its parts, sections and questions (`part/who`, `section/well`, `points.ask`). */
export interface Changes {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** What has other words or settings than before; `keys` says which. */
  readonly changed: readonly { readonly name: string; readonly keys: readonly string[] }[]
  /** What stands somewhere else among its neighbours, or elsewhere altogether. */
  readonly moved: readonly string[]
}

/** What is different in a template, seen from the one it is built on. */
export function changesFrom(base: Template, template: Template): Changes {
  const [before, after] = [base as unknown as Row, template as unknown as Row]
  const had = new Set(namesIn(before))
  const has = namesIn(after)
  const both = has.filter((name) => had.has(name))
  const news = new Set(has.filter((name) => !had.has(name)))
  const gone = new Set([...had].filter((name) => !has.includes(name)))
  return {
    added: alone(after, news),
    removed: alone(before, gone),
    changed: both.flatMap((name) => {
      const keys = changedKeys(spotOf(before, name)?.one, spotOf(after, name)?.one)
      return keys.length === 0 ? [] : [{ name, keys }]
    }),
    moved: movedIn(before, after, new Set(both)),
  }
}

/** Whether nothing differs. */
export function isSame({ added, removed, changed, moved }: Changes): boolean {
  return added.length + removed.length + changed.length + moved.length === 0
}

/** The names whose part or group is not named as well. */
function alone(root: Row, names: ReadonlySet<string>): readonly string[] {
  const holders = holdersIn(root)
  return [...names].filter((name) => !names.has(holders.get(name) ?? ''))
}

function holdersIn(root: Row): ReadonlyMap<string, string> {
  return new Map(lists(root).flatMap(({ holder, names }) => names.map((name) => [name, holder])))
}

/** Keys with another value; questions inside have names of their own. */
function changedKeys(before: Row | undefined, after: Row | undefined): readonly string[] {
  if (before === undefined || after === undefined) return []
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.filter(
    (key) => key !== 'questions' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
}

/** Of the names both have: those that left the order of the others, and those that have another part or group around them. */
function movedIn(before: Row, after: Row, both: ReadonlySet<string>): readonly string[] {
  const old = holdersIn(before)
  const oldPlace = new Map([...old.keys()].map((name, index) => [name, index]))
  return lists(after).flatMap(({ holder, names }) => {
    const known = names.filter((name) => both.has(name))
    const stayed = known.filter((name) => old.get(name) === holder)
    const kept = new Set(rising(stayed, (name) => oldPlace.get(name) ?? 0))
    return known.filter((name) => !kept.has(name))
  })
}

/** Every list of a template with the names in it. */
function lists(root: Row): readonly { readonly holder: string; readonly names: readonly string[] }[] {
  const parts = rows(listAt(root, 'parts'))
  return [
    { holder: '/parts', names: parts.map(({ id }) => `part/${String(id)}`) },
    { holder: '/sections', names: rows(sectionsOf(root)).map(({ id }) => `section/${String(id)}`) },
    ...parts.flatMap((part) => questionsIn(part, `part/${String(part.id)}`, '')),
  ]
}

function questionsIn(
  one: Row,
  holder: string,
  prefix: string,
): readonly { readonly holder: string; readonly names: readonly string[] }[] {
  const inside = rows(listAt(one, 'questions'))
  const name = (question: Row) => `${prefix}${String(question.id)}`
  return [
    { holder, names: inside.map(name) },
    ...inside
      .filter((question) => isRow(question) && listAt(question, 'questions').length > 0)
      .flatMap((question) => questionsIn(question, name(question), `${name(question)}.`)),
  ]
}

/** The longest run of names, not necessarily side by side, whose places rise: those that kept their order. */
function rising(names: readonly string[], place: (name: string) => number): readonly string[] {
  const best: string[][] = []
  for (const name of names) {
    const before = best.filter((run) => place(run.at(-1) ?? name) < place(name))
    const longest = before.reduce<string[]>((a, b) => (b.length > a.length ? b : a), [])
    best.push([...longest, name])
  }
  return best.reduce<string[]>((a, b) => (b.length > a.length ? b : a), [])
}
