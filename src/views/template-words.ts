import { isMap } from '../core/is-map.ts'
import type { Option } from '../core/template/option.ts'
import type { Question } from '../core/template/template.ts'
import type { When } from '../core/template/when.ts'

/** A longer list is named instead of written out. */
const MANY = 30

/** What an answer to this question looks like, in a few words. `options` are those of its library. */
export function answerWords(question: Question, options: readonly Option[] = []): string {
  switch (question.type) {
    case 'text':
      return 'one line'
    case 'paragraph':
      return 'one or more lines'
    case 'choice':
      return `one of: ${choiceWords(question, options)}`
    case 'choices':
      return `any of: ${choiceWords(question, options)}`
    case 'confirm':
      return 'yes or no'
    case 'number':
      return `a number${rangeWords(question)}${question.unit === undefined ? '' : ` (${question.unit})`}`
    case 'scale':
      return `a number${rangeWords(question)}${question.ends === undefined ? '' : ` (${question.ends.join(' to ')})`}`
    case 'date':
      return `a day, such as 2026-12-18 or "${question.direction === 'past' ? 'last Tuesday' : 'in 2 weeks'}"`
    case 'person':
      return 'a name'
    case 'form':
      return 'text, or @path of a file that holds it'
    case 'group':
      return itemsWords(question.min, question.max)
  }
}

function choiceWords(question: Question, fromLibrary: readonly Option[]): string {
  if (question.type !== 'choice' && question.type !== 'choices') return ''
  const own = question.other === true ? ', or your own words' : ''
  if (!('length' in question.options)) {
    if (question.options.items !== undefined)
      return `the items of "${question.options.items}", by number from 1 as they stand in the file${own}`
    if (question.options.continues !== undefined)
      return `what was picked in "${question.options.continues}", or a why before this one, by number from 1`
    if (question.options.inbox !== undefined)
      return 'what your notes hold about them, by the ends of its ids, or all for everything not used yet'
    const { library } = question.options
    if (library !== undefined && fromLibrary.length > MANY)
      return `the ids that tactful library show ${library} prints, such as ${fromLibrary[0]?.value}${own}`
    return `${fromLibrary.map((option) => option.value).join(', ')}${own}`
  }
  return `${question.options.map((option) => option.value).join(', ')}${own}`
}

function rangeWords({ min, max }: { readonly min?: number; readonly max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  if (min !== undefined) return ` from ${min}`
  return max === undefined ? '' : ` up to ${max}`
}

function itemsWords(min: number | undefined, max: number | undefined): string {
  if (max === 1) return 'one item'
  const least = min !== undefined && min > 0 ? `, at least ${min}` : ''
  return `a list${least}${max === undefined ? '' : `, at most ${max}`}`
}

/** What stands for a question that is left empty; undefined when nothing does. */
export function emptyWords(question: Question): string | undefined {
  if ('join' in question && question.join !== undefined) return `${question.join.join(', ')}, joined`
  if (!('default' in question) || question.default === undefined) return undefined
  const { default: value } = question
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? value.join(', ') : String(value).replaceAll('\n', ' ')
}

/** A condition in words, to stand after "only when". */
export function whenWords(when: When): string {
  return Object.entries(when)
    .map(([key, value]: [string, unknown]) => clauseWords(key, value))
    .join(' and ')
}

function clauseWords(key: string, value: unknown): string {
  if (key === 'all' && isConditions(value)) return value.map(bracketed).join(' and ')
  if (key === 'any' && isConditions(value)) return value.map(bracketed).join(' or ')
  if (key === 'not' && isMap(value)) return notWords(value as When)
  if (key === 'answered') return `${String(value)} is answered`
  if (key === 'count' && isMap(value))
    return Object.entries(value)
      .map(([id, limits]) => `${id} has ${limitWords(limits)}`)
      .join(' and ')
  if (key === 'most' && isMap(value))
    return Object.entries(value)
      .map(([id, side]) => `more than half of ${id} lies in the ${String(side)}`)
      .join(' and ')
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return `${key} is ${values.map(plainWord).join(' or ')}`
}

function notWords(when: When): string {
  if ('answered' in when && typeof when.answered === 'string') return `${when.answered} is left out`
  return `it is not so that ${whenWords(when)}`
}

function bracketed(when: When): string {
  const several = 'any' in when || 'all' in when || Object.keys(when).length > 1
  return several ? `(${whenWords(when)})` : whenWords(when)
}

function limitWords(limits: unknown): string {
  const { min, max } = isMap(limits) ? limits : {}
  if (min !== undefined && min === max) return `exactly ${String(min)}`
  const parts = [
    min === undefined ? '' : `at least ${String(min)}`,
    max === undefined ? '' : `at most ${String(max)}`,
  ]
  return parts.filter((part) => part !== '').join(' and ')
}

function plainWord(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

function isConditions(value: unknown): value is readonly When[] {
  return Array.isArray(value) && value.every(isMap)
}
