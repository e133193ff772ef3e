import type { Mistake } from '../problem.ts'
import { readSource, type Source, type ValuePath } from '../template/source.ts'
import { type Given, type GivenMap, nothingGiven } from './given.ts'

/** Reads an answers file (YAML, and JSON with it): question ids and their answers. Gives every mistake with its place. */
export function readAnswers(
  text: string,
  file: string,
): { readonly given: GivenMap } | { readonly mistakes: readonly Mistake[] } {
  const read = readSource(text.replace(/^\uFEFF/, ''), file)
  if ('mistakes' in read) return read
  const given = givenAt(read.source, [], read.source.value)
  if (given.kind === 'none') return { given: nothingGiven() }
  if (given.kind === 'map') return { given }
  const message = 'An answers file holds names with answers behind them.'
  return { mistakes: [{ ...given.place, message, mend: 'Write person: Sam, one name a line.' }] }
}

function givenAt(source: Source, path: ValuePath, value: unknown): Given {
  const place = source.at(path)
  if (value === null || value === undefined) return { kind: 'none', place }
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map((one, index) => givenAt(source, [...path, index], one)), place }
  }
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(
      ([name, one]) => [name, givenAt(source, [...path, name], one)] as const,
    )
    return { kind: 'map', entries: new Map(entries), place }
  }
  return {
    kind: 'text',
    text: typeof value === 'string' ? value : (source.written(path) ?? String(value)),
    place,
  }
}
