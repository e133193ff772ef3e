import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Mistake } from '../problem.ts'
import type { Category, Severity } from './finding.ts'
import { type LinkSource, link, type SourcePattern, TOKEN_CLASSES } from './link.ts'
import { bit, type CompiledPack, type CompiledRule, FEATURES, type Feature } from './pack.ts'
import { type Part, parsePattern } from './pattern.ts'

/** One pack file: its text and the name used in messages. */
export interface PackFile {
  readonly file: string
  readonly source: string
}

/** Examples of one rule, kept beside the pack because only tests and `--explain` read them. */
export interface RuleExamples {
  readonly id: string
  readonly category: Category
  readonly finds: readonly string[]
  readonly leaves: readonly string[]
}

/** What compiling pack files gives: a pack, or every mistake with its place. */
export type CompileResult =
  | { readonly pack: CompiledPack; readonly examples: readonly RuleExamples[] }
  | { readonly mistakes: readonly Mistake[] }

const CATEGORIES: readonly Category[] = [
  'label',
  'absolute',
  'motive',
  'blame',
  'insult',
  'comparison',
  'hearsay',
  'order',
  'vague',
  'vague-praise',
  'fixed-trait',
  'bias',
  'private',
  'but-praise',
  'belittling',
  'cliche',
]
const PACK_KEYS = ['pack', 'title', 'extends', 'off', 'keep', 'classes', 'shapes', 'rules']
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
const LARGEST = 2_000_000

/**
 * Compiles pack files that belong together into one pack. `base` lends its word classes and shapes to packs that extend it.
 * Every mistake comes back with file, line, column and how to mend it.
 */
export function compilePacks(
  id: string,
  files: readonly PackFile[],
  base: readonly PackFile[] = [],
): CompileResult {
  const mistakes: Mistake[] = []
  const classes = new Map<string, readonly string[]>()
  const shapes = new Map<string, readonly Part[]>()
  for (const file of base) readPack(file, { mistakes, classes, shapes, wordsOnly: true, read: emptyRead() })
  const read = emptyRead()
  for (const file of files) readPack(file, { mistakes, classes, shapes, wordsOnly: false, read })
  checkClasses(classes, read)
  const source: LinkSource = {
    id,
    classes,
    shapes,
    rules: read.rules,
    patterns: read.patterns,
    off: read.off,
    keep: read.keep,
  }
  const pack = link(source)
  if (mistakes.length > 0) return { mistakes }
  return { pack, examples: read.examples }
}

/** Compiles one pack file by itself; `base` as in `compilePacks`. */
export function compilePack(source: string, file: string, base: readonly PackFile[] = []): CompileResult {
  return compilePacks(file, [{ file, source }], base)
}

interface Read {
  readonly rules: CompiledRule[]
  readonly patterns: SourcePattern[]
  readonly examples: RuleExamples[]
  readonly off: string[]
  readonly keep: string[]
  readonly ids: Map<string, string>
  readonly classPlaces: Map<string, (message: string, mend: string) => void>
}

interface Work {
  readonly mistakes: Mistake[]
  readonly classes: Map<string, readonly string[]>
  readonly shapes: Map<string, readonly Part[]>
  readonly wordsOnly: boolean
  readonly read: Read
}

function emptyRead(): Read {
  return { rules: [], patterns: [], examples: [], off: [], keep: [], ids: new Map(), classPlaces: new Map() }
}

type Say = (node: unknown, message: string, mend: string, shift?: number) => void

function readPack({ file, source }: PackFile, work: Work): void {
  const counter = new LineCounter()
  const say: Say = (node, message, mend, shift = 0) => {
    const start = hasRange(node) ? node.range[0] : 0
    const { line, col } = counter.linePos(start + shift)
    work.mistakes.push({ file, line, column: col, message, mend })
  }
  if (source.length > LARGEST) {
    work.mistakes.push({
      file,
      line: 1,
      column: 1,
      message: 'this pack is too large',
      mend: 'Split it into several files.',
    })
    return
  }
  const doc = parseDocument(source, { lineCounter: counter, uniqueKeys: true })
  for (const error of doc.errors) {
    const place = error.linePos?.[0]
    work.mistakes.push({
      file,
      line: place?.line ?? 1,
      column: place?.col ?? 1,
      message: error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '') ?? 'this is not YAML',
      mend: 'Check indentation, quotes and colons; a value with a colon or a bracket needs quotes.',
    })
  }
  if (doc.errors.length > 0) return
  const root: unknown = doc.contents
  if (!isMap(root)) {
    say(root, 'a pack is a map', 'Begin with "pack: name" and "rules:".')
    return
  }
  checkKeys(root, PACK_KEYS, say)
  const base = texts(root.get('extends', true), say, 'extends')[0]
  if (base !== undefined && base.text !== 'shipped')
    say(
      base.node,
      `there is no pack "${base.text}" to extend`,
      'Write "extends: shipped", or leave it out: every pack may use the shipped words.',
    )
  readClasses(root.get('classes', true), work, say)
  readShapes(root.get('shapes', true), work, say)
  if (work.wordsOnly) return
  work.read.off.push(...texts(root.get('off', true), say, 'off').map(({ text }) => text))
  work.read.keep.push(...texts(root.get('keep', true), say, 'keep').map(({ text }) => text))
  const rules = root.get('rules', true)
  if (rules === undefined || rules === null) return
  if (!isSeq(rules)) {
    say(rules, '"rules" is a list', 'Begin each rule with "- id: ...".')
    return
  }
  for (const item of rules.items) {
    if (isMap(item)) readRule(item, work, say, file)
    else say(item, 'a rule is a map', 'Begin each rule with "- id: ...".')
  }
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

function checkKeys(map: YAMLMap, known: readonly string[], say: Say): void {
  for (const pair of map.items as readonly Pair[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if (!known.includes(key)) say(pair.key, `"${key}" is not a key here`, `Known keys: ${known.join(', ')}.`)
  }
}

interface Text {
  readonly text: string
  readonly node: Scalar
}

/** One text or a list of texts, as a list. */
function texts(node: unknown, say: Say, key: string): readonly Text[] {
  if (node === undefined || node === null) return []
  const items: readonly unknown[] = isSeq(node) ? node.items : [node]
  const found: Text[] = []
  for (const item of items) {
    if (isScalar(item) && item.value !== null && item.value !== undefined)
      found.push({ text: String(item.value), node: item })
    else
      say(
        item as Node,
        `"${key}" holds words`,
        'Write a list of words or lines, each in quotes where it has signs in it.',
      )
  }
  return found
}

function readClasses(node: unknown, work: Work, say: Say): void {
  if (node === undefined || node === null) return
  if (!isMap(node)) {
    say(node, '"classes" is a map', 'Write "name: [word, word]".')
    return
  }
  for (const pair of node.items as readonly Pair[]) {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    if (!/^[a-z][a-z-]*$/.test(name))
      say(pair.key, `"${name}" is no name for a class`, 'Use small letters and hyphens.')
    if (TOKEN_CLASSES.includes(name)) say(pair.key, `<${name}> is built in`, 'Choose another name.')
    const entries = texts(pair.value, say, name)
      .flatMap(({ text }) => text.split(/\s*,\s*/))
      .filter((one) => one !== '')
    if (entries.length === 0) say(pair.key, `the class <${name}> is empty`, 'List at least one word.')
    work.classes.set(name, [...(work.classes.get(name) ?? []), ...entries])
    for (const entry of entries) {
      if (!entry.startsWith('<')) continue
      work.read.classPlaces.set(`${name} ${entry.slice(1, -1)}`, (message, mend) =>
        say(pair.value, message, mend),
      )
    }
  }
}

function checkClasses(classes: ReadonlyMap<string, readonly string[]>, read: Read): void {
  for (const [both, say] of read.classPlaces) {
    const [name = '', wanted = ''] = both.split(' ')
    if (!classes.has(wanted))
      say(`the class <${name}> names <${wanted}>, and there is none`, 'Define it, or take it out.')
  }
}

function readShapes(node: unknown, work: Work, say: Say): void {
  if (!isMap(node)) return
  for (const pair of node.items as readonly Pair[]) {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    for (const { text, node: scalar } of texts(pair.value, say, name)) {
      const parsed = parsePattern(text)
      if ('mistake' in parsed)
        say(scalar, parsed.mistake.message, parsed.mistake.mend, shiftOf(scalar, parsed.mistake.at))
      else {
        const before = work.shapes.get(name)
        work.shapes.set(
          name,
          before === undefined ? parsed.parts : [{ part: 'either', ways: [...waysOf(before), parsed.parts] }],
        )
      }
    }
  }
}

function waysOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const only = parts.length === 1 ? parts[0] : undefined
  return only !== undefined && only.part === 'either' ? only.ways : [parts]
}

function shiftOf(node: Scalar, at: number): number {
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  return at + (quoted ? 1 : 0)
}

function readRule(map: YAMLMap, work: Work, say: Say, file: string): void {
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
    say(id.node, `there are two rules "${id.text}" (the other in ${before})`, 'Rename one of them.')
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
