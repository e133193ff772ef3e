import type { Mistake } from '../problem.ts'
import { readSource, type Source, type ValuePath } from '../template/source.ts'
import { type Given, type GivenMap, nothingGiven } from './given.ts'

/** Reads an answers file (YAML, and JSON with it): question ids and their answers. Gives every mistake with its place. */
export function readAnswers(
  text: string,
  file: string,
): { readonly given: GivenMap } | { readonly mistakes: readonly Mistake[] } {
  const read = readSource(text.replace(/^\uFEFF/, ''), file)
  if ('mistakes' in read) return isOther(file) ? notAnswers(file) : read
  const given = givenAt(read.source, [], read.source.value)
  if (given.kind === 'none') return { given: nothingGiven() }
  if (given.kind === 'map') return { given }
  if (isOther(file)) return notAnswers(file)
  const message = 'An answers file holds names with answers behind them.'
  return { mistakes: [{ ...given.place, message, mend: 'Write person: Sam, one name a line.' }] }
}

function isOther(file: string): boolean {
  return /\.(?!ya?ml$|json$)[a-z0-9]{1,5}$/i.test(file)
}

/** For notes, a reply or an export, what a parser has to say of every line helps nobody. */
function notAnswers(file: string): { readonly mistakes: readonly Mistake[] } {
  const message = 'This is not an answers file.'
  const mend =
    'Make one with: tactful template answers constructive-feedback > answers.yaml. Rough notes go in with: tactful jot - --about NAME < FILE, an export with: tactful import FILE'
  return { mistakes: [{ file, message, mend }] }
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
