import { parts, spellings } from './stem.ts'

/** A parsed pattern. `at` is where the part stands in the pattern's text, for messages. */
export type Part =
  | { readonly part: 'word'; readonly forms: readonly string[]; readonly at: number }
  | { readonly part: 'class'; readonly name: string; readonly at: number }
  | { readonly part: 'gap'; readonly most: number }
  | { readonly part: 'start' | 'end' }
  | { readonly part: 'punct'; readonly form: string }
  | { readonly part: 'either'; readonly ways: readonly (readonly Part[])[] }
  | { readonly part: 'maybe' | 'many' | 'any' | 'not' | 'marked'; readonly inner: readonly Part[] }

/** What is wrong with a pattern: where (from 0), what, how to mend it. */
interface PatternMistake {
  readonly at: number
  readonly message: string
  readonly mend: string
}

/** Thrown by `parsePattern` only; carries the mistake. */
type Parsed = { readonly parts: readonly Part[] } | { readonly mistake: PatternMistake }

const GAP = 3
const MOST_GAP = 12

/** Reads the text of a pattern, such as `<person> <be> [<very>] late|slow ...3 {again} $`. */
export function parsePattern(text: string): Parsed {
  const reader = createReader(text)
  const parts = reader.sequence('')
  if ('mistake' in parts) return parts
  if (parts.length === 0)
    return { mistake: { at: 0, message: 'this pattern is empty', mend: 'Write at least one word.' } }
  return { parts }
}

type Sequence = readonly Part[] | { readonly mistake: PatternMistake }

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

function createReader(text: string): { sequence(until: string): Sequence } {
  let at = 0
  const mistake = (where: number, message: string, mend: string): { mistake: PatternMistake } => ({
    mistake: { at: where, message, mend },
  })

  const ways = (until: string): readonly (readonly Part[])[] | { mistake: PatternMistake } => {
    const all: (readonly Part[])[] = []
    for (;;) {
      const one = sequence(until)
      if ('mistake' in one) return one
      all.push(one)
      if (text[at] === '|') {
        at++
        continue
      }
      at++
      return all
    }
  }

  const group = (): Part | { mistake: PatternMistake } => {
    const opened = at
    const open = text[at] ?? ''
    const close = CLOSES[open] ?? ''
    at++
    const inner = ways(close)
    if ('mistake' in inner) return inner
    if (text[at - 1] !== close)
      return mistake(opened, `"${open}" is never closed`, `Add "${close}" where the group ends.`)
    if (inner.some((way) => way.length === 0))
      return mistake(
        opened,
        'one of these ways is empty',
        'Remove the extra "|", or make the group optional with [ ].',
      )
    const only = inner.length === 1 ? inner[0] : undefined
    const body: readonly Part[] = only ?? [{ part: 'either', ways: inner }]
    if (open === '[') {
      if (text[at] !== '*' && text[at] !== '+') return { part: 'maybe', inner: body }
      return { part: text[at++] === '*' ? 'any' : 'many', inner: body }
    }
    if (open === '{') return { part: 'marked', inner: body }
    if (text[at] === '+' || text[at] === '*')
      return { part: text[at++] === '+' ? 'many' : 'any', inner: body }
    return only !== undefined && only.length === 1 && only[0] !== undefined
      ? only[0]
      : { part: 'either', ways: inner }
  }

  const atom = (): Part | { mistake: PatternMistake } => {
    const here = at
    const c = text[at] ?? ''
    if (c === '(' || c === '[' || c === '{') return group()
    if (c === '<') {
      const end = text.indexOf('>', at)
      const name = text.slice(at + 1, end)
      if (end === -1 || !/^[a-z][a-z-]*$/.test(name))
        return mistake(
          here,
          'a word class is written <name>',
          'Use small letters and hyphens between < and >.',
        )
      at = end + 1
      return { part: 'class', name, at: here }
    }
    if (c === '!') {
      at++
      const inner = atom()
      return 'mistake' in inner ? inner : { part: 'not', inner: [inner] }
    }
    if (text.startsWith('...', at)) {
      const [all, digits] = /^\.\.\.(\d*)/.exec(text.slice(at)) ?? ['...', '']
      at += all.length
      const most = digits === '' || digits === undefined ? GAP : Number(digits)
      return most >= 1 && most <= MOST_GAP
        ? { part: 'gap', most }
        : mistake(here, `a gap of ${most} words`, `Write ...1 to ...${MOST_GAP}.`)
    }
    if (c === '^' || c === '$') {
      at++
      return { part: c === '^' ? 'start' : 'end' }
    }
    if (c === ',' || c === ';' || c === ':') {
      at++
      return { part: 'punct', form: c }
    }
    const word = /^=?'?[\p{L}\p{N}][\p{L}\p{N}'’%/.-]*/u.exec(text.slice(at))?.[0].replace(/\.+$/, '')
    if (word === undefined || word === '')
      return mistake(here, `"${c}" has no meaning here`, 'See the pattern signs in docs/wording-rules.md.')
    at += word.length
    if (text[at] === '(' || text[at] === '[')
      return mistake(
        at,
        `"${text[at]}" is glued to the word before it`,
        'Leave a space; endings need not be written, a word covers them.',
      )
    return wordPart(word, here)
  }

  const chain = (until: string): Part | { mistake: PatternMistake } => {
    const first = atom()
    if ('mistake' in first || until !== '') return first
    const rest: Part[] = []
    while (text[at] === '|' && text[at + 1] !== ' ' && text[at - 1] !== ' ' && at + 1 < text.length) {
      at++
      const next = atom()
      if ('mistake' in next) return next
      rest.push(next)
    }
    return rest.length === 0 ? first : { part: 'either', ways: [first, ...rest].map((one) => [one]) }
  }

  const sequence = (until: string): Sequence => {
    const parts: Part[] = []
    for (;;) {
      while (text[at] === ' ' || text[at] === '\n') at++
      const c = text[at]
      if (c === undefined || c === until || (c === '|' && until !== '')) return parts
      if (c === ')' || c === ']' || c === '}')
        return mistake(at, `"${c}" closes nothing`, 'Remove it, or open the group before it.')
      if (c === '|')
        return mistake(at, '"|" stands alone', 'Write a|b without spaces, or put the ways in ( ).')
      const next = chain(until)
      if ('mistake' in next) return next
      if (text[at] !== '?') parts.push(next)
      else {
        at++
        parts.push({ part: 'maybe', inner: [next] })
      }
    }
  }
  return { sequence }
}

function wordPart(written: string, at: number): Part {
  const exact = written.startsWith('=')
  const word = written
    .slice(exact ? 1 : 0)
    .toLowerCase()
    .replaceAll('’', "'")
  const split = word === "n't" ? ['not'] : word.startsWith("'") ? parts(`x${word}`).slice(1) : parts(word)
  if (split.length > 1)
    return { part: 'either', ways: [split.map((one): Part => ({ part: 'word', forms: [one], at }))] }
  const forms = spellings(split[0] ?? word)
  return { part: 'word', forms: exact ? forms.map((form) => `=${form}`) : forms, at }
}

/** Every way to write one entry of a word class as a list of words: hyphens may be spaces or missing, British or American. */
export function entryForms(entry: string): readonly (readonly string[])[] {
  const exact = entry.startsWith('=')
  const text = entry
    .slice(exact ? 1 : 0)
    .toLowerCase()
    .replaceAll('’', "'")
    .trim()
  const forms: string[][] = []
  const add = (words: readonly string[]): void => {
    const split = words.flatMap((word) => parts(word))
    const single = split.length === 1 ? split[0] : undefined
    if (single === undefined) forms.push(split)
    else for (const form of spellings(single)) forms.push([exact ? `=${form}` : form])
  }
  const words = text.split(/\s+/)
  add(words)
  if (text.includes('-')) add(words.flatMap((word) => word.split('-')))
  if (words.length === 2 && !exact && words.every((word) => /^[a-z]+$/.test(word))) add([words.join('-')])
  if (words.length === 1 && text.split('-').length === 2) add([text.replace('-', '')])
  if (words.length > 1) {
    const other = words.map((word) => spellings(word)[1] ?? word)
    if (other.some((word, i) => word !== words[i])) add(other)
  }
  return forms
}
