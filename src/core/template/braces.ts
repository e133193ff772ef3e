import { refer, type Spot } from './condition.ts'
import { meant } from './near.ts'
import { type Declared, isRaw, maps, type Raw } from './scopes.ts'
import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'

/** Faults of the names in braces in what a note says: its title and its headings. */
export function noteWords(note: Raw, spot: Spot): readonly Fault[] {
  const headings = maps(note.sections, ['note', 'sections'])
  return [
    ...braces(note.title, ['note', 'title'], spot),
    ...headings.flatMap(({ raw, path }) => braces(raw.heading, [...path, 'heading'], spot)),
  ]
}

/** Faults of the names in braces in everything a question says. */
export function bracesFaults(raw: Raw, path: ValuePath, spot: Spot): readonly Fault[] {
  const examples: readonly unknown[] = Array.isArray(raw.examples) ? raw.examples : []
  return [
    ...['ask', 'help', 'why', 'label', 'default'].flatMap((key) => braces(raw[key], [...path, key], spot)),
    ...examples.flatMap((example, index) => braces(example, [...path, 'examples', index], spot)),
  ]
}

function braces(words: unknown, path: ValuePath, spot: Spot): readonly Fault[] {
  if (typeof words !== 'string') return []
  return [...words.matchAll(/\{([^{}\s]+)\}/g)].flatMap(([, name = '']) => {
    if (name === 'person') return []
    const [id = '', field, ...rest] = name.split('.')
    const result = refer(id, spot, path)
    if ('fault' in result) return [result.fault]
    if (field === undefined) return []
    const inner = rest.length === 0 ? itemsOf(result.found, spot)?.inner : undefined
    if (inner?.names.has(field)) return []
    const mend = meant(
      field,
      inner?.names.keys() ?? [],
      'Name a question of the items it refers to, or drop the dot.',
    )
    return [{ path, on: 'value' as const, message: `{${name}} leads nowhere.`, mend }]
  })
}

/** The group whose items a question is about: itself, or the one its options are taken from. */
function itemsOf(one: Declared, spot: Spot): Declared | undefined {
  if (one.inner !== undefined) return one
  const items = isRaw(one.raw.options) ? one.raw.options.items : undefined
  if (typeof items !== 'string') return undefined
  const result = refer(items, { ...spot, scope: one.scope, order: one.order }, [])
  return 'found' in result ? result.found : undefined
}
