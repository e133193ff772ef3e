import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml'
import type { Mistake } from '../problem.ts'
import { type LinkSource, link, TOKEN_CLASSES } from './link.ts'
import type { CompiledPack } from './pack.ts'
import { type Read, type RuleExamples, readRule, type Work } from './pack-rule.ts'
import { checkKeys, hasRange, type Say, shiftOf, texts } from './pack-yaml.ts'
import { type Part, parsePattern } from './pattern.ts'

/** One pack file: its text and the name used in messages. */
export interface PackFile {
  readonly file: string
  readonly source: string
}

/** What compiling pack files gives: a pack, or every mistake with its place. */
export type CompileResult =
  | { readonly pack: CompiledPack; readonly examples: readonly RuleExamples[] }
  | { readonly mistakes: readonly Mistake[] }

const PACK_KEYS = ['pack', 'title', 'extends', 'off', 'keep', 'classes', 'shapes', 'rules']
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

function emptyRead(): Read {
  return { rules: [], patterns: [], examples: [], off: [], keep: [], ids: new Map(), classPlaces: new Map() }
}

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
      mend: 'Several smaller files will do.',
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
