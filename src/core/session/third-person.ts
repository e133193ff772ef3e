import { type Ground, personName } from '../interview/ground.ts'
import { firstName } from '../interview/resolve.ts'
import type { SectionLayout } from '../template/template.ts'
import { type Entry, type GroupEntry, readInterview } from './reading.ts'

/** Groups whose words are the person's own, or are not said to them. */
const NOT_SAID: readonly (string | undefined)[] = [
  'goal',
  'idea',
  'agreement',
  'barrier',
  'why',
  'cause',
  'checkin',
]
/** What is said of a customer may well say she or his. */
const OF_OTHERS: readonly (string | undefined)[] = ['point', 'evidence']

const QUOTED = /"[^"\n]*"|“[^”\n]*”/g
const PRONOUN = /\b(?:he|him|his|himself|she|her|hers|herself)\b/i
const SOMEBODY_ELSE =
  /\b(?:customer|caller|client|guest|user|patient|colleague|manager|lead|somebody|someone|who)\b/i

/** Texts of the person's copy that speak about them where they are the reader: their name, or he and she without a you. */
export function aboutTheReader(ground: Ground): readonly string[] {
  const { kind, note } = ground.interview.template
  const value = ground.values.get('person')
  if (kind !== 'session' || value === undefined) return []
  const name = firstName(personName(ground.world, String(value)))
  return readInterview(ground)
    .flatMap((one) => textsIn(one, note.sections, undefined))
    .filter(({ words, makes }) => isAbout(words, name, OF_OTHERS.includes(makes)))
    .map(({ words }) => words)
}

interface Said {
  readonly words: string
  readonly makes: string | undefined
}

function textsIn(
  one: Entry | GroupEntry,
  sections: readonly SectionLayout[],
  makes: string | undefined,
): readonly Said[] {
  const { question } = one
  const isOwn = sections.some(({ id, for: reader }) => id === question.section && reader === 'mentor')
  if (question.private === true || isOwn) return []
  if (one.entry === 'group') {
    const own = one.question.makes ?? makes
    if (NOT_SAID.includes(own) || one.question.carries !== undefined) return []
    return one.items.flatMap(({ entries }) => entries.flatMap((entry) => textsIn(entry, sections, own)))
  }
  const isText = question.type === 'text' || question.type === 'paragraph'
  return isText && question.section !== undefined ? [{ words: one.words, makes }] : []
}

function isAbout(words: string, name: string, isOfOthers: boolean): boolean {
  const said = words.replace(QUOTED, '')
  if (isNamed(said, name)) return true
  return !isOfOthers && PRONOUN.test(said) && !/\byou/i.test(said) && !SOMEBODY_ELSE.test(said)
}

/** Their name between commas, or at the end behind one, calls them; anywhere else it speaks about them. */
function isNamed(said: string, name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const called = new RegExp(`(?:^|[,.?!]\\s*|\\n)${literal}(?=\\s*(?:[,.?!]|$))`, 'gmu')
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(said.replace(called, ''))
}
