import type { CompiledClass } from './pack.ts'
import { MANY, type Step } from './step.ts'

type Classes = readonly CompiledClass[]

/** The rarest part of a pattern that has to be there (words or classes, any of them), how far from the start it lies, how common it is. */
interface Key {
  readonly words: readonly number[]
  readonly classes: readonly number[]
  readonly from: number
  readonly to: number
  readonly weight: number
}

/** Whether some way through the steps is nothing but one everyday word. */
export function tooCommon(steps: readonly Step[], classes: Classes, weight: Weights): boolean {
  const solid = steps.filter(
    (step) => spanOfStep(step, classes).most > 0 && spanOfStep(step, classes).least > 0,
  )
  const [only, ...rest] = solid
  if (only === undefined || rest.length > 0) return false
  if (steps.some((step) => step.step === 'start' || step.step === 'end')) return false
  if (only.step === 'word') return weight.word(only.id) > EVERYDAY
  if (only.step === 'class')
    return (classes[only.number]?.words ?? []).some((id) => weight.word(id) > EVERYDAY)
  if (only.step === 'many') return tooCommon(only.inner, classes, weight)
  return only.step === 'either' && only.ways.some((way) => tooCommon(way, classes, weight))
}

const EVERYDAY = 0.5

interface Span {
  readonly least: number
  readonly most: number
}

/** How common each word is. */
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

/** The weights of the words of a pack, by their number. */
export function weights(words: ReadonlyMap<string, number>): Weights {
  const common = new Map([...COMMON].map(([word, per]) => [words.get(word) ?? -1, per]))
  return { word: (id) => common.get(id) ?? RARE }
}

/** The rarest part that has to be there, and how far from the pattern's start it can lie; undefined when nothing has to. */
export function keyOf(steps: readonly Step[], classes: Classes, weight: Weights): Key | undefined {
  let best: Key | undefined
  let before: Span = { least: 0, most: 0 }
  for (const step of steps) {
    const found = keyOfStep(step, classes, weight)
    if (found !== undefined && (best === undefined || found.weight < best.weight))
      best = { ...found, from: found.from + before.least, to: found.to + before.most }
    const span = spanOf([step], classes)
    before = { least: before.least + span.least, most: before.most + span.most }
  }
  return best
}

/** The rarest part beside the key that has to be there too; undefined when nothing has to. */
export function needOf(steps: readonly Step[], classes: Classes, weight: Weights): Key | undefined {
  const key = keyOf(steps, classes, weight)
  const rest = steps.filter((step) => keyOfStep(step, classes, weight)?.weight !== key?.weight)
  return keyOf(rest, classes, weight)
}

function keyOfStep(step: Step, classes: Classes, weight: Weights): Key | undefined {
  if (step.step === 'word')
    return { words: [step.id], classes: [], from: 0, to: 0, weight: weight.word(step.id) }
  if (step.step === 'class') {
    const cls = classes[step.number]
    const all = [...(cls?.words ?? []), ...(cls?.rare ?? [])]
    const sum = all.reduce((total, id) => total + weight.word(id), 0)
    const to = Math.max(0, ...(cls?.phrases ?? []).map((phrase) => phrase.length - 1))
    return { words: [], classes: [step.number], from: 0, to, weight: sum }
  }
  if (step.step === 'many') return keyOf(step.inner, classes, weight)
  if (step.step !== 'either') return undefined
  const keys = step.ways.map((way) => keyOf(way, classes, weight))
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

function spanOf(steps: readonly Step[], classes: Classes): Span {
  let least = 0
  let most = 0
  for (const step of steps) {
    const span = spanOfStep(step, classes)
    least += span.least
    most += span.most
  }
  return { least, most }
}

function spanOfStep(step: Step, classes: Classes): Span {
  switch (step.step) {
    case 'word':
    case 'kind':
    case 'punct':
      return { least: 1, most: 1 }
    case 'class': {
      const phrases = classes[step.number]?.phrases ?? []
      return { least: 1, most: Math.max(1, ...phrases.map((phrase) => phrase.length)) }
    }
    case 'gap':
      return { least: 0, most: 2 * step.most + 1 }
    case 'maybe':
      return { least: 0, most: spanOf(step.inner, classes).most }
    case 'any':
      return { least: 0, most: (MANY + 1) * spanOf(step.inner, classes).most }
    case 'many': {
      const span = spanOf(step.inner, classes)
      return { least: span.least, most: (MANY + 1) * span.most }
    }
    case 'either': {
      const spans = step.ways.map((way) => spanOf(way, classes))
      return { least: Math.min(...spans.map((s) => s.least)), most: Math.max(...spans.map((s) => s.most)) }
    }
    default:
      return { least: 0, most: 0 }
  }
}

/** The rarest word of a phrase. */
export function rarest(phrase: readonly string[]): string {
  const weights = phrase.map((word) => COMMON.get(word) ?? RARE)
  return phrase[weights.indexOf(Math.min(...weights))] ?? ''
}
