import type { Question } from '../template/template.ts'
import {
  citations,
  fieldsOf,
  find,
  type Ground,
  optionsOf,
  personName,
  type Scope,
  wordsAt,
} from './ground.ts'
import type { Value } from './state.ts'

const HOLE = /\{([\w-]+)(?:\.([\w-]+))?\}/g

/** A blank for the mentor to fill, where an earlier answer is not there. */
const BLANK = '___'

/** Text with `{id}` and `{id.field}` replaced by the words of earlier answers; `{person}` is the first name, unknown ones a blank. */
export function fill(text: string, ground: Ground, scope: Scope): string {
  return text.replace(HOLE, (_hole, id: string, field?: string) => words(ground, scope, id, field) || BLANK)
}

/** Whether a text has places that earlier answers fill. */
function hasHoles(text: string): boolean {
  return text.search(HOLE) >= 0
}

/** The first name of a person given by slug or by name. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}

function words(ground: Ground, scope: Scope, id: string, field: string | undefined): string {
  if (field !== undefined) return fieldsOf(ground, scope, id, field).map(String).join(', ')
  const cited = citations(ground, scope, id)
  if (cited !== undefined) return cited.map((item) => item.words).join(', ')
  const path = find(ground, scope, id)
  if (path === undefined) return ''
  if (ground.questions.get(path)?.type !== 'person') return wordsAt(ground, path)
  const value = ground.values.get(path)
  return value === undefined ? '' : firstName(personName(ground.world, String(value)))
}

/**
 * Earlier answers as one paragraph, in the order given: evidence in its own words with its citation, everything
 * else as it was typed. Each piece becomes a sentence: a small letter at its beginning becomes a capital where a plain word
 * begins with it, and a full stop is added only where it ends without one.
 */
export function join(ids: readonly string[], ground: Ground, scope: Scope): string {
  return ids.flatMap((id) => pieces(ground, scope, id)).join(' ')
}

/** A word in small letters at the beginning; an address, a name of a host or a file is none. */
const PLAIN_WORD = /^\p{Ll}[\p{Ll}'’-]*(?=[\s,;!?)]|[:.](?:\s|$)|$)/u

function pieces(ground: Ground, scope: Scope, id: string): readonly string[] {
  const cited = citations(ground, scope, id)
  if (cited !== undefined) {
    return cited.map(({ words, cite }) =>
      cite === undefined ? sentence(words) : `${sentence(words)} [${cite}]`,
    )
  }
  const path = find(ground, scope, id)
  const text = path === undefined ? '' : wordsAt(ground, path).trim()
  return text === '' ? [] : [sentence(text)]
}

function sentence(text: string): string {
  const trimmed = text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(PLAIN_WORD, (word) => word.charAt(0).toLocaleUpperCase('en') + word.slice(1))
  return /[.!?…:。！？]["'”’»)\]]*$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

/** What a text question proposes: earlier answers joined, or its default filled in. Undefined when it proposes nothing. */
export function proposalOf(question: Question, ground: Ground, scope: Scope): string | undefined {
  if (question.type !== 'text' && question.type !== 'paragraph') return undefined
  if (question.join !== undefined) return join(question.join, ground, scope) || undefined
  return question.default === undefined ? undefined : fill(question.default, ground, scope)
}

/** Whether what a question proposes depends on earlier answers, so that it has to be looked at again when they change. */
export function leansOnAnswers(question: Question): boolean {
  if (question.type !== 'text' && question.type !== 'paragraph') return false
  return question.join !== undefined || (question.default !== undefined && hasHoles(question.default))
}

/**
 * The value a question has when it is not asked: its default. A choice whose default is read from earlier answers
 * (`{evidence.side}`) takes the option listed last among those that occur, or the last of all when none does.
 */
export function defaultValue(question: Question, ground: Ground, scope: Scope): Value | undefined {
  switch (question.type) {
    case 'text':
    case 'paragraph':
      return proposalOf(question, ground, scope)
    case 'choice':
      if ('continues' in question.options && question.default === undefined)
        return optionsOf(ground, scope, question).at(-1)?.value
      return typeof question.default === 'string'
        ? choiceDefault(question.default, question, ground, scope)
        : undefined
    case 'choices':
      return typeof question.default === 'string' ? [question.default] : question.default
    case 'confirm':
    case 'number':
    case 'scale':
      return question.default
    default:
      return undefined
  }
}

function choiceDefault(text: string, question: Question, ground: Ground, scope: Scope): string | undefined {
  const options = optionsOf(ground, scope, question)
  const hole = new RegExp(`^${HOLE.source}$`).exec(text)
  if (hole === null) return text
  const [, id = '', field] = hole
  const found =
    field === undefined ? [words(ground, scope, id, undefined)] : fieldsOf(ground, scope, id, field)
  return (options.findLast((option) => found.includes(option.value)) ?? options.at(-1))?.value
}
