import type { YAMLMap } from 'yaml'
import { isMap } from 'yaml'
import type { Mistake } from '../problem.ts'
import { CATEGORIES, type Category, type Severity } from './finding.ts'
import type { SourcePattern } from './link.ts'
import { bit, type CompiledRule, FEATURES, type Feature } from './pack.ts'
import { checkKeys, type Say, shiftOf, type Text, texts } from './pack-yaml.ts'
import { type Part, parsePattern } from './pattern.ts'

/** Examples of one rule, kept beside the pack because only tests and `--explain` read them. */
export interface RuleExamples {
  readonly id: string
  readonly category: Category
  readonly finds: readonly string[]
  readonly leaves: readonly string[]
}

/** What has been read of the packs so far. */
export interface Read {
  readonly rules: CompiledRule[]
  readonly patterns: SourcePattern[]
  readonly examples: RuleExamples[]
  readonly off: string[]
  readonly keep: string[]
  readonly ids: Map<string, string>
  readonly classPlaces: Map<string, (message: string, mend: string) => void>
}

/** Where reading a pack puts what it finds. */
export interface Work {
  readonly mistakes: Mistake[]
  readonly classes: Map<string, readonly string[]>
  readonly shapes: Map<string, readonly Part[]>
  readonly wordsOnly: boolean
  readonly read: Read
}

const RULE_KEYS = [
  'id',
  'category',
  'severity',
  'match',
  'except',
  'unless',
  'only',
  'model',
  'why',
  'try',
  'examples',
]
/** Reads one rule into `work.read`; mistakes are reported where they stand. */
export function readRule(map: YAMLMap, work: Work, say: Say, file: string): void {
  checkKeys(map, RULE_KEYS, say)
  const one = (key: string): Text | undefined => texts(map.get(key, true), say, key)[0]
  const id = one('id')
  if (id === undefined || !/^[a-z][a-z0-9-]*$/.test(id.text)) {
    say(
      id?.node ?? map,
      'a rule needs an id',
      'Add "id:" in small letters and hyphens; it never changes later.',
    )
    return
  }
  const before = work.read.ids.get(id.text)
  if (before !== undefined)
    say(
      id.node,
      `there are two rules "${id.text}" (the other in ${before})`,
      'One of them needs another name.',
    )
  work.read.ids.set(id.text, file)
  const category = CATEGORIES.find((known) => known === one('category')?.text)
  if (category === undefined)
    say(
      one('category')?.node ?? id.node,
      'this category is not known',
      `Choose one of ${CATEGORIES.join(', ')}.`,
    )
  const severity: Severity = one('severity')?.text === 'hint' ? 'hint' : 'warning'
  const given = one('severity')
  if (given !== undefined && given.text !== 'hint' && given.text !== 'warning')
    say(given.node, `severity "${given.text}"`, 'Write warning or hint.')
  const why = one('why')
  if (why === undefined)
    say(id.node, `rule "${id.text}" does not say why`, 'Add "why:" with one friendly sentence.')
  const index = work.read.rules.length
  const only = featureBits(map.get('only', true), say, 'only')
  const unless = unlessOf(map.get('unless', true), index, work, say)
  const matches = patternsOf(map.get('match', true), index, 'match', work, say)
  const model = one('model')?.text === 'true'
  if (matches === 0 && !model)
    say(id.node, `rule "${id.text}" matches nothing`, 'Add "match:" with at least one pattern.')
  patternsOf(map.get('except', true), index, 'except', work, say)
  const examples = map.get('examples', true)
  const finds = isMap(examples) ? texts(examples.get('finds', true), say, 'finds') : []
  const leaves = isMap(examples) ? texts(examples.get('leaves', true), say, 'leaves') : []
  work.read.rules.push({
    id: id.text,
    category: category ?? 'vague',
    severity,
    why: why?.text ?? '',
    try: texts(map.get('try', true), say, 'try').map(({ text }) => text),
    only,
    unless,
    ...(model ? { model } : {}),
  })
  work.read.examples.push({
    id: id.text,
    category: category ?? 'vague',
    finds: finds.map(({ text }) => text),
    leaves: leaves.map(({ text }) => text),
  })
}

function featureBits(node: unknown, say: Say, key: string): number {
  let bits = 0
  for (const { text, node: scalar } of texts(node, say, key)) {
    const feature = asFeature(text)
    if (feature === undefined)
      say(scalar, `"${text}" is nothing a sentence can be`, `Choose from ${FEATURES.join(', ')}.`)
    else bits |= bit(feature)
  }
  return bits
}

function asFeature(text: string): Feature | undefined {
  return FEATURES.find((feature) => feature === text)
}

/** `unless` holds features and patterns: a word that is a feature's name is that feature. */
function unlessOf(node: unknown, rule: number, work: Work, say: Say): number {
  let bits = 0
  for (const text of texts(node, say, 'unless')) {
    const feature = asFeature(text.text)
    if (feature !== undefined) bits |= bit(feature)
    else addPattern(text, rule, 'unless', work, say)
  }
  return bits
}

function patternsOf(node: unknown, rule: number, role: SourcePattern['role'], work: Work, say: Say): number {
  const all = texts(node, say, role)
  for (const text of all) addPattern(text, rule, role, work, say)
  return all.length
}

function addPattern(text: Text, rule: number, role: SourcePattern['role'], work: Work, say: Say): void {
  const parsed = parsePattern(text.text)
  if ('mistake' in parsed) {
    say(text.node, parsed.mistake.message, parsed.mistake.mend, shiftOf(text.node, parsed.mistake.at))
    return
  }
  const report: SourcePattern['report'] = (at, message, mend) =>
    say(text.node, message, mend, shiftOf(text.node, at))
  work.read.patterns.push({ parts: parsed.parts, rule, role, report })
}
