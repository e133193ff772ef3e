import { isMap } from '../is-map.ts'
import type { Facts } from '../notebook/note.ts'
import type { Called } from './name-index.ts'
import { foldName } from './skeleton.ts'
import { isCommonWord } from './word-names.ts'

/** One name, or a first name and up to three others; "the wiki team" is none. */
const NAME = /^\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){0,3}$/u
/** The same as it is typed in a hurry. */
const SMALL = /^\p{Ll}[\p{L}\p{M}'’-]+(?: \p{L}[\p{L}\p{M}'’.-]*){0,2}$/u
/** What the mentor calls themselves, and those who are called by what they are. */
const NO_NAME =
  /^(?:i|me|myself|mentor|lead|manager|boss|both|we|us|they|everybody|everyone|nobody|somebody|someone|team|support|operations|engineering|product|sales|billing|security)$/i

/**
 * Those whom the facts of some notes name (who promised something, whose barrier it is, who reviewed a case, who filled in a form) and who
 * are nobody that is `known`. A first name, an alias, a slug or a part of a name is whoever is called so already; of those who are left,
 * "Priya" and "Priya Raman" are one.
 */
export function strangersIn(all: readonly Facts[], known: readonly Called[]): readonly Called[] {
  const promised = all.flatMap(namesIn).filter((name) => NAME.test(name) || isSmallName(name))
  const told = [...new Set([...promised, ...all.flatMap(writersIn)])].filter((name) => !isNoName(name))
  // Whose a barrier is may well be a team; with a name that is known besides it is somebody.
  const owners = [...new Set(all.flatMap(ownerIn))].filter((name) => told.some((one) => isPartOf(one, name)))
  const names = [...new Set([...told, ...owners])].filter((name) => !known.some((one) => isCalled(one, name)))
  return names
    .filter((name) => !names.some((other) => isWithin(name, other)))
    .map((name) => ({ key: `@${foldName(name)}`, names: [name] }))
}

/** Whether somebody is called so: by their name or a part of it, an alias or the slug; case, accents and hyphens do not matter. */
export function isCalled({ names, slug = '' }: Called, name: string): boolean {
  return [...names, slug].some((one) => isPartOf(name, one))
}

function namesIn({ items = [] }: Facts): readonly string[] {
  return items.flatMap(({ who }) => textOf(who))
}

/** Who reviewed a case or filled in a form is somebody, however it is written. */
function writersIn({ items = [], form }: Facts): readonly string[] {
  const named = items.flatMap(({ reviewer }) => textOf(reviewer))
  return isMap(form) ? [...named, ...textOf(form.reader)] : named
}

function ownerIn({ barrier }: Facts): readonly string[] {
  return isMap(barrier) ? textOf(barrier.owner) : []
}

function textOf(value: unknown): readonly string[] {
  const text = typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : ''
  return text === '' || NO_NAME.test(text) ? [] : [text]
}

/** "denise" and "grace lam" are somebody, "the wiki team" is not: no word of theirs is a frequent one. */
function isSmallName(name: string): boolean {
  const words = name.split(' ')
  return SMALL.test(name) && words.every((word) => !isCommonWord(foldName(word)))
}

/** "Support", "everybody": a word that nobody is called. */
function isNoName(name: string): boolean {
  return !name.includes(' ') && isCommonWord(foldName(name))
}

/** Whether every word of a name stands in another, or both are the same without spaces and signs. */
function isPartOf(name: string, other: string): boolean {
  const [words, all] = [wordsOf(name), wordsOf(other)]
  return words.length > 0 && (words.every((word) => all.includes(word)) || words.join('') === all.join(''))
}

/** Whether one name is a part of another, or its twin that comes first. */
function isWithin(name: string, other: string): boolean {
  if (name === other || !isPartOf(name, other)) return false
  return !isPartOf(other, name) || other < name
}

function wordsOf(name: string): readonly string[] {
  return foldName(name).match(/[\p{L}\p{N}]+/gu) ?? []
}
