import { emit } from './emit.ts'
import { keyOf, needOf, rarest, tooCommon, weights } from './key.ts'
import {
  type CompiledClass,
  type CompiledPack,
  type CompiledPattern,
  type CompiledRule,
  KIND,
  type Need,
  OP,
} from './pack.ts'
import type { Part } from './pattern.ts'
import { entryForms } from './pattern.ts'
import type { Step } from './step.ts'

/** A parsed pattern with where it came from. */
export interface SourcePattern {
  readonly parts: readonly Part[]
  readonly rule: number
  readonly role: CompiledPattern['role']
  /** Reports a mistake `at` characters into the pattern. */
  readonly report: (at: number, message: string, mend: string) => void
}

/** Everything `link` joins into a pack: classes by name (entries may be `<other-class>`), shapes, rules and their patterns. */
export interface LinkSource {
  readonly id: string
  readonly classes: ReadonlyMap<string, readonly string[]>
  readonly shapes: ReadonlyMap<string, readonly Part[]>
  readonly rules: readonly CompiledRule[]
  readonly patterns: readonly SourcePattern[]
  readonly off: readonly string[]
  readonly keep: readonly string[]
}

const KINDS: Readonly<Record<string, number>> = {
  number: KIND.number,
  ticket: KIND.ticket,
  day: KIND.date,
  clock: KIND.time,
  quotation: KIND.quotation,
  code: KIND.code,
  name: KIND.name,
  capital: KIND.capital,
  word: KIND.word,
}

/** The classes every pattern may use without anybody writing them: what a token is rather than which word. */
export const TOKEN_CLASSES: readonly string[] = Object.keys(KINDS)

const DEEPEST = 12

/** Joins classes, shapes, rules and patterns into one pack of plain data. Mistakes go to each pattern's `report`. */
export function link(source: LinkSource): CompiledPack {
  const words = new Map<string, number>()
  const idOf = (word: string): number => {
    const known = words.get(word)
    if (known !== undefined) return known
    words.set(word, words.size)
    return words.size - 1
  }
  const classes: CompiledClass[] = []
  const numbers = new Map<string, number>()
  const addClass = (name: string, entries: readonly string[]): number => {
    const singles = new Set<number>()
    const rare = new Set<number>()
    const phrases = new Map<string, readonly number[]>()
    for (const form of entries.flatMap(entryForms)) {
      const [first, second] = form
      if (first === undefined) continue
      if (second === undefined) singles.add(idOf(first))
      else {
        phrases.set(form.join(' '), form.map(idOf))
        rare.add(idOf(rarest(form)))
      }
    }
    classes.push({ name, words: [...singles], phrases: [...phrases.values()], rare: [...rare] })
    return classes.length - 1
  }
  for (const name of source.classes.keys()) numbers.set(name, addClass(name, flatten(name, source.classes)))

  const anonymous = (entries: readonly string[]): number => {
    const name = `|${[...entries].sort().join('|')}`
    const known = numbers.get(name)
    if (known !== undefined) return known
    classes.push({ name: '', words: entries.map(idOf), phrases: [], rare: [] })
    numbers.set(name, classes.length - 1)
    return classes.length - 1
  }
  const world: World = { idOf, anonymous, numbers, shapes: source.shapes, classes, wordAt: () => '' }
  const code: number[] = []
  const patterns: CompiledPattern[] = []
  const needs = new Map<string, Need>()
  const needNumber = (need: Need | undefined): number => {
    if (need === undefined) return -1
    const { words: ids, classes: groups } = need
    const name = `${[...ids].sort()} ${[...groups].sort()}`
    if (!needs.has(name)) needs.set(name, { words: ids, classes: groups })
    return [...needs.keys()].indexOf(name)
  }
  const wordKeys = new Map<number, number[]>()
  const classKeys = new Map<number, number[]>()
  for (const pattern of source.patterns) {
    const expanded = expand(pattern.parts, world, pattern.report, 0)
    if (expanded === undefined) continue
    const start = code.length
    emit(expanded, code)
    code.push(OP.done)
    const key = keyOf(expanded, classes, weights(words))
    if (key === undefined && pattern.role === 'match') {
      pattern.report(
        0,
        'this pattern would match almost everything',
        'Give it at least one word that has to be there.',
      )
      continue
    }
    if (key !== undefined && pattern.role === 'match' && tooCommon(expanded, classes, weights(words))) {
      pattern.report(
        0,
        'one way through this pattern is a single everyday word',
        'Put the ways in ( ), or add a word that has to be there.',
      )
      continue
    }
    patterns.push({
      code: start,
      from: key?.from ?? 0,
      to: key?.to ?? 0,
      rule: pattern.rule,
      role: pattern.role,
      need: needNumber(pattern.role === 'match' ? needOf(expanded, classes, weights(words)) : key),
    })
    if (pattern.role !== 'match' || key === undefined) continue
    for (const word of key.words) pushTo(wordKeys, word, patterns.length - 1)
    for (const cls of key.classes) pushTo(classKeys, cls, patterns.length - 1)
  }
  return {
    format: 1,
    id: source.id,
    words: [...words.keys()],
    classes,
    code,
    patterns,
    wordKeys: [...wordKeys].map(([word, list]) => [word, ...list]),
    classKeys: [...classKeys].map(([cls, list]) => [cls, ...list]),
    needs: [...needs.values()],
    rules: source.rules,
    off: source.off,
    keep: source.keep,
  }
}

function flatten(
  name: string,
  classes: ReadonlyMap<string, readonly string[]>,
  depth = 0,
): readonly string[] {
  if (depth > DEEPEST) return []
  return (classes.get(name) ?? []).flatMap((entry) =>
    entry.startsWith('<') ? flatten(entry.slice(1, -1), classes, depth + 1) : [entry],
  )
}

interface World {
  readonly idOf: (word: string) => number
  readonly anonymous: (entries: readonly string[]) => number
  readonly numbers: ReadonlyMap<string, number>
  readonly shapes: ReadonlyMap<string, readonly Part[]>
  readonly classes: readonly CompiledClass[]
  readonly wordAt: (id: number) => string
}

type Report = SourcePattern['report']

function expand(
  parts: readonly Part[],
  world: World,
  report: Report,
  depth: number,
): readonly Step[] | undefined {
  const steps: Step[] = []
  for (const part of parts) {
    const more = expandPart(part, world, report, depth)
    if (more === undefined) return undefined
    steps.push(...more)
  }
  return steps
}

function expandPart(part: Part, world: World, report: Report, depth: number): readonly Step[] | undefined {
  switch (part.part) {
    case 'word': {
      const [only, ...rest] = part.forms.map(world.idOf)
      if (only !== undefined && rest.length === 0) return [{ step: 'word', id: only }]
      return [{ step: 'class', number: world.anonymous(part.forms) }]
    }
    case 'class':
      return named(part.name, part.at, world, report, depth)
    case 'either': {
      const plain = part.ways.map((way) =>
        way.length === 1 && way[0]?.part === 'word' ? way[0].forms : undefined,
      )
      const words = plain.every((forms) => forms !== undefined) ? plain.flat() : []
      if (words.length > 1)
        return [{ step: 'class', number: world.anonymous(words.filter((w) => w !== undefined)) }]
      const ways = part.ways.map((way) => expand(way, world, report, depth))
      const whole = ways.filter((way) => way !== undefined)
      if (whole.length !== ways.length) return undefined
      return whole.length === 1 ? whole[0] : [{ step: 'either', ways: whole }]
    }
    case 'marked': {
      const inner = expand(part.inner, world, report, depth)
      return inner === undefined ? undefined : [{ step: 'open' }, ...inner, { step: 'close' }]
    }
    case 'maybe':
    case 'many':
    case 'any':
    case 'not': {
      const inner = expand(part.inner, world, report, depth)
      return inner === undefined ? undefined : [{ step: part.part, inner }]
    }
    case 'gap':
      return [{ step: 'gap', most: part.most }]
    case 'punct':
      return [{ step: 'punct', code: part.form.charCodeAt(0) }]
    case 'start':
    case 'end':
      return [{ step: part.part }]
  }
}

function named(
  name: string,
  at: number,
  world: World,
  report: Report,
  depth: number,
): readonly Step[] | undefined {
  const number = world.numbers.get(name)
  if (number !== undefined) return [{ step: 'class', number }]
  const kind = KINDS[name]
  if (kind !== undefined) return [{ step: 'kind', kind }]
  const shape = world.shapes.get(name)
  if (shape === undefined) {
    report(
      at,
      `there is no word class <${name}>`,
      'Define it under "classes" or "shapes", or check its spelling.',
    )
    return undefined
  }
  if (depth > DEEPEST) {
    report(at, `<${name}> leads back to itself`, 'Take the circle out of the shapes.')
    return undefined
  }
  return expand(shape, world, report, depth + 1)
}

function pushTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
