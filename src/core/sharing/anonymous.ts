import type { MaskData } from '../importing/masks.ts'
import type { Facts, Person } from '../notebook/note.ts'
import { type AliasOf, aliases, MENTOR, SOMEBODY } from './aliases.ts'
import type { Removal } from './copy.ts'
import { customerMasker } from './customers.ts'
import { findNames, type Look } from './find-names.ts'
import { strangersIn } from './helpers.ts'
import { withoutLinks } from './links.ts'
import { type Called, nameIndex } from './name-index.ts'
import { replaceSpans } from './replace-names.ts'
import { plainMails, withoutLogins } from './spelled-mail.ts'
import { ticketCounter, ticketMasker } from './tickets.ts'

/** A text nobody can be recognised by, as far as a program can tell: what was taken out, and what somebody should look at. */
export interface Cleaned {
  readonly text: string
  readonly removed: readonly Removal[]
  readonly looks: readonly Look[]
}

/** Whom and what an export must not name. */
export interface AnonymousGround {
  /** Everybody in the notebook. */
  readonly people: readonly Person[]
  /** Names of those who prepared the notes: the one in the settings, and those that stand under "prepared by". */
  readonly mentors: readonly string[]
  /** Facts of all notes: those whom they name are somebody, also without a file. */
  readonly facts?: readonly Facts[]
  /** Tickets that the notes are filed under. */
  readonly tickets: readonly string[]
  readonly masks: MaskData
  /** What stands for somebody, where it is not to be an alias of their own. */
  readonly aliasOf?: AliasOf
}

/** Cleans the texts of one export; whoever and whatever is met twice has the same alias and number both times. */
export interface Anonymiser {
  /** `about` is the slug of whom the text is about; a first name that two people share is then taken for theirs. */
  clean(text: string, about?: string): Cleaned
  /** "Colleague A", by slug. */
  readonly aliasOf: AliasOf
}

const MASKS = ['email', 'phone', 'card', 'account'] as const
/** Makes an anonymiser for one export. */
export function anonymiser({
  people,
  mentors,
  facts = [],
  tickets,
  masks,
  aliasOf = aliases(),
}: AnonymousGround): Anonymiser {
  const known = [...people.map(calledBy), { key: MENTOR, names: mentors }]
  const index = nameIndex([...known, ...strangersIn(facts, known)])
  const mask = customerMasker(masks)
  const numbers = ticketMasker(tickets, ticketCounter())
  return {
    aliasOf,
    clean(text, about) {
      const unlinked = withoutLinks(plainMails(text))
      const logins = withoutLogins(unlinked.text)
      const masked = mask(logins.text)
      const unnumbered = numbers(logins.back(masked.text))
      const { spans, looks } = findNames(index, unnumbered.text, about)
      const named = replaceSpans(unnumbered.text, spans, ({ keys, start, hasS }) => {
        const alias = aliasFor(keys, about, aliasOf)
        const shown = beginsSentence(unnumbered.text, start) ? alias.replace(/^\p{Ll}/u, upper) : alias
        return hasS === true ? `${shown}'s` : shown
      })
      const removed: readonly Removal[] = [
        { what: 'link', count: unlinked.count, why: 'links' },
        ...MASKS.map((what) => ({ what, count: masked.masked[what] ?? 0, why: 'customers' })),
        { what: 'number', count: unnumbered.count, why: 'tickets' },
        { what: 'name', count: spans.length, why: 'names' },
      ]
      return { text: named, removed: removed.filter(({ count }) => count > 0), looks }
    },
  }
}

/** Adds up what was taken out, by what and why, in the order in which it first came. */
export function tally(all: readonly Removal[]): readonly Removal[] {
  const sums = new Map<string, Removal>()
  for (const one of all) {
    const key = `${one.what} ${one.why}`
    sums.set(key, { ...one, count: (sums.get(key)?.count ?? 0) + one.count })
  }
  return [...sums.values()].filter(({ count }) => count > 0)
}

/** Adds up what somebody should look at, most frequent first. */
export function tallyLooks(all: readonly Look[]): readonly Look[] {
  const sums = new Map<string, Look>()
  for (const one of all) {
    const key = `${one.why} ${one.words}`
    sums.set(key, { ...one, count: (sums.get(key)?.count ?? 0) + one.count })
  }
  return [...sums.values()].sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1))
}

/** All that a person of the notebook may be called. */
export function calledBy({ slug, name, aliases: others }: Person): Called {
  return { key: slug, names: [name, ...others], slug }
}

function aliasFor(keys: readonly string[], about: string | undefined, aliasOf: AliasOf): string {
  const [only, other] = keys
  if (about !== undefined && keys.includes(about)) return aliasOf(about)
  return only === undefined || other !== undefined ? SOMEBODY : aliasOf(only)
}

function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?]\s|\n\s*\n|[-#>]\s)[\s"“„(*_]*$/u.test(text.slice(Math.max(0, at - 20), at))
}

function upper(letter: string): string {
  return letter.toUpperCase()
}
