import {
  type CompiledClass,
  type CompiledPack,
  type CompiledPattern,
  type CompiledRule,
  KIND,
  OP,
} from './pack.ts'
import type { Part } from './pattern.ts'
import { entryForms } from './pattern.ts'

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

function rarest(phrase: readonly string[]): string {
  const weights = phrase.map((word) => COMMON.get(word) ?? RARE)
  return phrase[weights.indexOf(Math.min(...weights))] ?? ''
}

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
  const wordKeys = new Map<number, number[]>()
  const classKeys = new Map<number, number[]>()
  for (const pattern of source.patterns) {
    const expanded = expand(pattern.parts, world, pattern.report, 0)
    if (expanded === undefined) continue
    const start = code.length
    emit(expanded, code, world)
    code.push(OP.done)
    const key = keyOf(expanded, world, weights(words))
    if (key === undefined && pattern.role === 'match') {
      pattern.report(
        0,
        'this pattern would match almost everything',
        'Give it at least one word that has to be there.',
      )
      continue
    }
    if (key !== undefined && pattern.role === 'match' && tooCommon(expanded, world, weights(words))) {
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

/** A part after shapes are put in and names are numbers. */
type Step =
  | { readonly step: 'word'; readonly id: number }
  | { readonly step: 'class'; readonly number: number }
  | { readonly step: 'kind'; readonly kind: number }
  | { readonly step: 'gap'; readonly most: number }
  | { readonly step: 'start' | 'end' | 'open' | 'close' }
  | { readonly step: 'punct'; readonly code: number }
  | { readonly step: 'either'; readonly ways: readonly (readonly Step[])[] }
  | { readonly step: 'maybe' | 'many' | 'any' | 'not'; readonly inner: readonly Step[] }

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

const MANY = 3

function emit(steps: readonly Step[], code: number[], world: World): void {
  for (const step of steps) emitStep(step, code, world)
}

function emitStep(step: Step, code: number[], world: World): void {
  switch (step.step) {
    case 'word':
      code.push(OP.word, step.id)
      return
    case 'class':
      code.push(OP.class, step.number)
      return
    case 'kind':
      code.push(OP.kind, step.kind)
      return
    case 'gap':
      code.push(OP.gap, step.most)
      return
    case 'start':
    case 'end':
    case 'open':
    case 'close':
      code.push(OP[step.step])
      return
    case 'punct':
      code.push(OP.punct, step.code)
      return
    case 'maybe':
      emitMaybe(step.inner, code, world)
      return
    case 'any':
      emitNested(step.inner, MANY + 1, code, world)
      return
    case 'many':
      emit(step.inner, code, world)
      emitNested(step.inner, MANY, code, world)
      return
    case 'not': {
      code.push(OP.not, 0)
      const hole = code.length - 1
      emit(step.inner, code, world)
      code.push(OP.done)
      code[hole] = code.length
      return
    }
    case 'either':
      emitWays(step.ways, code, world)
  }
}

function emitMaybe(inner: readonly Step[], code: number[], world: World): void {
  emitNested(inner, 1, code, world)
}

/** At most `most` times, one inside the other, so that the first that does not fit ends it. */
function emitNested(inner: readonly Step[], most: number, code: number[], world: World): void {
  const holes: number[] = []
  for (let i = 0; i < most; i++) {
    code.push(OP.split, 0, 0)
    code[code.length - 2] = code.length
    holes.push(code.length - 1)
    emit(inner, code, world)
  }
  for (const hole of holes) code[hole] = code.length
}

function emitWays(ways: readonly (readonly Step[])[], code: number[], world: World): void {
  code.push(OP.either, ways.length)
  const table = code.length
  for (const _ of ways) code.push(0)
  const jumps: number[] = []
  ways.forEach((way, i) => {
    code[table + i] = code.length
    emit(way, code, world)
    if (i === ways.length - 1) return
    code.push(OP.jump, 0)
    jumps.push(code.length - 1)
  })
  for (const jump of jumps) code[jump] = code.length
}

interface Key {
  readonly words: readonly number[]
  readonly classes: readonly number[]
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** Whether some way through the steps is nothing but one everyday word. */
function tooCommon(steps: readonly Step[], world: World, weight: Weights): boolean {
  const solid = steps.filter((step) => spanOfStep(step, world).most > 0 && spanOfStep(step, world).least > 0)
  const [only, ...rest] = solid
  if (only === undefined || rest.length > 0) return false
  if (steps.some((step) => step.step === 'start' || step.step === 'end')) return false
  if (only.step === 'word') return weight.word(only.id) > EVERYDAY
  if (only.step === 'class')
    return (world.classes[only.number]?.words ?? []).some((id) => weight.word(id) > EVERYDAY)
  if (only.step === 'many') return tooCommon(only.inner, world, weight)
  return only.step === 'either' && only.ways.some((way) => tooCommon(way, world, weight))
}

const EVERYDAY = 0.5

interface Span {
  readonly least: number
  readonly most: number
}

type Weights = { readonly word: (id: number) => number }

/** How often the commonest words stand in a thousand words of English, roughly; every other word counts as rare. */
const COMMON: ReadonlyMap<string, number> = new Map(
  [
    'the:50 be:40 to:27 and:27 of:25 a:22 in:18 i:12 it:11 that:11 have:11 you:12 he:7 for:10 not:9 on:8',
    "with:8 do:6 at:6 's:10 this:6 but:5 his:5 by:5 from:5 they:5 we:5 say:3 her:4 she:4 or:4 an:4 will:4",
    'my:3 one:3 all:3 would:3 there:3 their:3 your:5 what:3 so:3 up:3 out:3 if:3 about:2 who:2 get:3',
    'which:2 go:2 me:2 when:2 make:2 can:3 like:2 time:2 no:2 just:2 him:2 know:2 take:2 people:1 into:2',
    'as:5 good:1 some:2 could:2 them:2 see:1 other:1 than:1 then:1 now:1 only:1 come:1 its:1 over:1',
    'think:1 also:1 back:1 after:1 use:1 two:1 how:1 our:1 work:1 first:1 well:1 way:1 even:1 new:1',
    "want:1 because:1 any:1 more:2 need:1 too:1 very:1 should:1 'd:1",
  ]
    .join(' ')
    .split(' ')
    .map((one): [string, number] => [one.split(':')[0] ?? '', Number(one.split(':')[1])]),
)
const RARE = 0.004

function weights(words: ReadonlyMap<string, number>): Weights {
  const common = new Map([...COMMON].map(([word, per]) => [words.get(word) ?? -1, per]))
  return { word: (id) => common.get(id) ?? RARE }
}

/** The rarest part that has to be there, and how far from the pattern's start it can lie; undefined when nothing has to. */
function keyOf(steps: readonly Step[], world: World, weight: Weights): Key | undefined {
  let best: Key | undefined
  let before: Span = { least: 0, most: 0 }
  for (const step of steps) {
    const found = keyOfStep(step, world, weight)
    if (found !== undefined && (best === undefined || found.weight < best.weight))
      best = { ...found, from: found.from + before.least, to: found.to + before.most }
    const span = spanOf([step], world)
    before = { least: before.least + span.least, most: before.most + span.most }
  }
  return best
}

function keyOfStep(step: Step, world: World, weight: Weights): Key | undefined {
  if (step.step === 'word')
    return { words: [step.id], classes: [], from: 0, to: 0, weight: weight.word(step.id) }
  if (step.step === 'class') {
    const cls = world.classes[step.number]
    const all = [...(cls?.words ?? []), ...(cls?.rare ?? [])]
    const sum = all.reduce((total, id) => total + weight.word(id), 0)
    const to = Math.max(0, ...(cls?.phrases ?? []).map((phrase) => phrase.length - 1))
    return { words: [], classes: [step.number], from: 0, to, weight: sum }
  }
  if (step.step === 'many') return keyOf(step.inner, world, weight)
  if (step.step !== 'either') return undefined
  const keys = step.ways.map((way) => keyOf(way, world, weight))
  const all = keys.filter((key) => key !== undefined)
  if (all.length !== keys.length) return undefined
  return {
    words: all.flatMap((key) => key.words),
    classes: all.flatMap((key) => key.classes),
    from: Math.min(...all.map((key) => key.from)),
    to: Math.max(...all.map((key) => key.to)),
    weight: all.reduce((total, key) => total + key.weight, 0),
  }
}

function spanOf(steps: readonly Step[], world: World): Span {
  let least = 0
  let most = 0
  for (const step of steps) {
    const span = spanOfStep(step, world)
    least += span.least
    most += span.most
  }
  return { least, most }
}

function spanOfStep(step: Step, world: World): Span {
  switch (step.step) {
    case 'word':
    case 'kind':
    case 'punct':
      return { least: 1, most: 1 }
    case 'class': {
      const phrases = world.classes[step.number]?.phrases ?? []
      return { least: 1, most: Math.max(1, ...phrases.map((phrase) => phrase.length)) }
    }
    case 'gap':
      return { least: 0, most: 2 * step.most + 1 }
    case 'maybe':
      return { least: 0, most: spanOf(step.inner, world).most }
    case 'any':
      return { least: 0, most: (MANY + 1) * spanOf(step.inner, world).most }
    case 'many': {
      const span = spanOf(step.inner, world)
      return { least: span.least, most: (MANY + 1) * span.most }
    }
    case 'either': {
      const spans = step.ways.map((way) => spanOf(way, world))
      return { least: Math.min(...spans.map((s) => s.least)), most: Math.max(...spans.map((s) => s.most)) }
    }
    default:
      return { least: 0, most: 0 }
  }
}

function pushTo(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
