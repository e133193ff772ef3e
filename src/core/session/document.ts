import { type Ground, isFrom, optionsOf, scopeOf } from '../interview/ground.ts'
import type { Value } from '../interview/state.ts'
import type { Facts, Note, Section } from '../notebook/note.ts'
import type { Option } from '../template/option.ts'
import type { Part, SectionLayout, Template } from '../template/template.ts'
import { leftIn } from './checklist.ts'
import type { Entry, GroupEntry, ItemEntry } from './reading.ts'
import { answersOf } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

/** A document while it is put together: heading by section id, and the blocks of each section in order. */
export interface Pages {
  readonly headings: Map<string, string>
  readonly blocks: Map<string, string[]>
}

/** Empty pages with the sections of a layout, in order; headings as they are to be read. */
export function newPages(layout: readonly SectionLayout[]): Pages {
  return {
    headings: new Map(layout.map(({ id, heading }) => [id, heading])),
    blocks: new Map(layout.map(({ id }) => [id, []])),
  }
}

/** Adds a block of Markdown to a section; blocks without words are left out. */
export function addBlock(pages: Pages, section: string, block: string): void {
  if (block.trim() !== '') pages.blocks.get(section)?.push(block)
}

/**
 * The section in which an answer stands: its own, or one with its part's title. `last` is the id of a section before
 * which new ones are put.
 */
export function sectionFor(pages: Pages, section: string | undefined, part: Part, last?: string): string {
  if (section !== undefined && pages.headings.has(section)) return section
  const known = [...pages.headings].find(([id, heading]) => id === part.id || heading === part.title)
  if (known) return known[0]
  insertBefore(pages.headings, last, part.id, part.title)
  insertBefore(pages.blocks, last, part.id, [])
  return part.id
}

function insertBefore<V>(map: Map<string, V>, before: string | undefined, key: string, value: V): void {
  const all = [...map]
  const found = all.findIndex(([id]) => id === before)
  const at = found === all.length - 1 && found >= 0 ? found : all.length
  map.clear()
  for (const [id, own] of [...all.slice(0, at), [key, value] as const, ...all.slice(at)]) map.set(id, own)
}

/** The sections that have words, and the `sections` fact that names their headings. */
function sectionsOf(pages: Pages): {
  readonly sections: readonly Section[]
  readonly names: Readonly<Record<string, string>>
} {
  const filled = [...pages.blocks].filter(([, blocks]) => blocks.length > 0)
  const sections = filled.map(([id, blocks]) => ({
    id,
    heading: pages.headings.get(id) ?? id,
    text: blocks.join('\n\n').trim(),
  }))
  return { sections, names: Object.fromEntries(sections.map(({ id, heading }) => [id, heading])) }
}

/** A note out of its facts, lead and pages. */
export function noteOf(facts: Facts, lead: string, pages: Pages): Note {
  const { sections, names } = sectionsOf(pages)
  return { facts: { ...facts, sections: names }, lead, sections }
}

/** An answer with its name in front; what somebody else said is quoted as it was said. */
export function labelled(entry: Entry, ground: Ground, before = ''): string {
  const { question, words } = entry
  if (question.type === 'form') return quoted(words)
  if (question.type === 'choices') return withCare(entry, choicesBlock(entry, ground, before))
  if (entry.cared === true) return NOTE_WORDS.cared
  const label = `${before}${entry.label}`
  return words.includes('\n') ? `${label}:\n\n${words}` : `${label}: ${words}`
}

/** Words as a block quote. */
function quoted(words: string): string {
  return words
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

/** A list item; further lines stand below its words. */
export function bullet(words: string, indent = ''): string {
  const [first = '', ...rest] = words.split('\n')
  return [`${indent}- ${first}`, ...rest.map((line) => (line === '' ? '' : `${indent}  ${line}`))].join('\n')
}

/** Of private matters nothing is written down but that help is offered. */
function withCare({ cared, value }: Entry, block: string): string {
  if (cared !== true) return block
  if (typeof value === 'object' && value.length === 0) return NOTE_WORDS.cared
  return `${block}\n\n${NOTE_WORDS.cared}`
}

function choicesBlock(entry: Entry, ground: Ground, before: string): string {
  const options = optionsOf(ground, scopeOf(entry.path), entry.question)
  const chosen = typeof entry.value === 'object' ? entry.value : [String(entry.value)]
  const groups = new Map<string, string[]>()
  for (const value of chosen) {
    const option = options.find((one) => one.value === value)
    const group = option?.group ?? ''
    groups.set(group, [...(groups.get(group) ?? []), option?.label ?? value])
  }
  const left = leftIn(ground, entry.path, entry.question, entry.value)
  const rest = left === undefined ? [] : [`${left.words}: ${left.labels.join('; ')}`]
  if ([...groups.keys()].every((group) => group === '')) {
    if (options.some(({ value, say }) => say !== undefined && chosen.includes(value))) {
      const lines = chosen.map((value) => bullet(sayingOf(options, value)))
      return [`${before}${entry.label}:`, lines.join('\n'), ...rest].join('\n\n')
    }
    const marked = chosen.map((value) => labelOf(options, value)).join('; ')
    return [`${before}${entry.label}: ${marked}`, ...rest].join('\n\n')
  }
  return [...groups]
    .map(([group, labels]) => bullet(`${group === '' ? entry.label : group}: ${labels.join('; ')}`))
    .concat(rest.map((words) => bullet(words)))
    .join('\n')
}

/** A choice with the ready sentence that goes with it. */
function sayingOf(options: readonly Option[], value: string): string {
  const say = options.find((one) => one.value === value)?.say
  return say === undefined ? labelOf(options, value) : `${labelOf(options, value)}: "${say}"`
}

function labelOf(
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): string {
  return options.find((one) => one.value === value)?.label ?? value
}

/** Items of a group that becomes nothing else: one bullet each, the first answer in front, the others after it. */
export function listBlock(group: GroupEntry, ground: Ground): string {
  const bullets = group.items
    .map((item) => itemBlock(item, ground))
    .filter((block) => block !== '')
    .map((block) => bullet(block))
  return bullets.length === 0 ? '' : `${group.label}:\n\n${bullets.join('\n')}`
}

/** The groups inside an item, as lists. */
export function nestedBlocks(item: ItemEntry, ground: Ground): readonly string[] {
  return item.entries
    .filter((one): one is GroupEntry => one.entry === 'group' && one.question.private !== true)
    .map((group) => listBlock(group, ground))
    .filter((block) => block !== '')
}

function itemBlock(item: ItemEntry, ground: Ground): string {
  const shown = answersOf(item).filter(({ question }) => question.private !== true)
  const flat = answerLines(shown)
  return [flat, ...nestedBlocks(item, ground)].filter((block) => block !== '').join('\n')
}

/** A few words stand side by side; what begins with a whole sentence goes on with a name in front of each answer. */
function answerLines(shown: readonly Entry[]): string {
  const words = shown.map((entry) => entry.words)
  if (words.some((one) => one.includes('\n'))) return words.join('\n')
  const [first, ...rest] = shown
  if (first === undefined || !/[.?!…]["'”’)]*$/.test(first.words)) return words.join(' · ')
  return [first.words, ...rest.map((entry) => `${entry.label}: ${entry.words}`)].join('\n')
}

/** Whether an answer is a fact for the front matter (a choice, number, day) rather than words. */
export function isFact({ question }: Entry): boolean {
  return !['text', 'paragraph', 'form', 'person'].includes(question.type)
}

/** The part of a choice that is one of the options; words of one's own are no fact. Undefined when nothing is left. */
export function factOf(entry: Entry, ground: Ground): Value | undefined {
  const { question, value } = entry
  if (question.type !== 'choice' && question.type !== 'choices') return value
  if (isFrom(question.options) && question.options.items !== undefined) return undefined
  const offered = new Set(optionsOf(ground, scopeOf(entry.path), question).map((option) => option.value))
  if (typeof value !== 'object') return offered.has(String(value)) ? value : undefined
  const known = value.filter((one) => offered.has(one))
  return known.length === 0 ? undefined : known
}

/** Whether some of the answer is in the mentor's own words. */
export function hasOwnWords(entry: Entry, ground: Ground): boolean {
  if (entry.question.type === 'person') return false
  if (entry.question.type !== 'choice' && entry.question.type !== 'choices') return !isFact(entry)
  const offered = new Set(
    optionsOf(ground, scopeOf(entry.path), entry.question).map((option) => option.value),
  )
  const chosen = typeof entry.value === 'object' ? entry.value : [String(entry.value)]
  return chosen.some((value) => !offered.has(value))
}

/** Whether an answer stands in the body: words always, a choice or a day where the template gives it a section. */
export function isShown(entry: Entry, ground: Ground): boolean {
  if (entry.question.type === 'person') return false
  return hasOwnWords(entry, ground) || entry.question.section !== undefined
}

/** The title of a template's note, with the person's whole name. */
export function titleFor(template: Template, name: string): string {
  return template.note.title.replaceAll('{person}', name)
}
