import type { NameIndex } from './name-index.ts'
import { initialsAt } from './name-initials.ts'
import {
  around,
  casedAs,
  gap,
  isBetween,
  isShouted,
  type Reading,
  readingOf,
  startsSentence,
  written,
} from './name-text.ts'
import { isWordName } from './word-names.ts'
import { isWholeName, type Meaning, readWordName } from './word-standing.ts'

/** Where a name stands in a text, in UTF-16 units, and who may be meant by it. */
export interface NameSpan {
  readonly start: number
  readonly end: number
  readonly keys: readonly string[]
  /** It ends in an `s` that belongs to no name ("Sams"). */
  readonly hasS?: true
  /** It may be a word as well, or a short form. */
  readonly isUnsure?: true
}

/** Words that somebody should look at: a name that is a word as well, or initials; `unsure` ones are taken for the name, the others stay. */
export interface Look {
  readonly words: string
  readonly why: 'word' | 'initials' | 'unknown' | 'unsure'
  readonly count: number
}

/** The names in a text, in order and without overlaps, and what was left for a look. */
interface FoundNames {
  readonly spans: readonly NameSpan[]
  readonly looks: readonly Look[]
}

/** A run of words that is a name: from which word to which (past the last one), and whose. */
interface Run {
  readonly from: number
  readonly to: number
  readonly keys: readonly string[]
  readonly hasS?: true
  readonly isUnsure?: true
}

const NOBODY: readonly never[] = []
const LOGIN_BEFORE =
  /(?:@|`|(?:user|username|login|handle|owner|assignee|assigned to)[ \t]?[:=]?[ \t]{0,2})$/u

/** Finds names in a text, however they are formatted, cased, joined or accented. `about` is the key of whom the text is about. */
export function findNames(index: NameIndex, source: string, about?: string): FoundNames {
  const reading = readingOf(index, source, about)
  const { words } = reading
  const spans: NameSpan[] = []
  const looks = new Map<string, Look>()
  let free = 0
  for (let at = 0; at < words.length; at += 1) {
    if (!index.heads.has(words[at]?.folded ?? '')) continue
    const run = runAt(reading, at, free, looks)
    if (run === undefined) continue
    const span = spanOf(reading, run)
    spans.push(span)
    if (run.isUnsure === true) look(looks, source.slice(span.start, span.end), 'unsure')
    free = run.to
    at = run.to - 1
  }
  return { spans: withUnspaced(reading, spans), looks: [...looks.values()] }
}

function runAt(reading: Reading, at: number, free: number, looks: Map<string, Look>): Run | undefined {
  const phrase = phraseAt(reading, at)
  if (phrase !== undefined) return extended(reading, phrase, free)
  const word = reading.words[at]
  const initials = initialsAt(reading, at)
  if (initials !== undefined && initials.meant !== 'open')
    return extended(reading, unsureIf(initials.meant, { from: at, ...initials }), free)
  const part = partAt(reading, at, looks) ?? loginAt(reading, at)
  if (part !== undefined) return extended(reading, part, free)
  if (initials !== undefined && word !== undefined) look(looks, written(reading, word), 'initials')
  return undefined
}

function phraseAt(reading: Reading, at: number): Run | undefined {
  const { index, words, skeleton } = reading
  const first = words[at]
  const phrases = first === undefined ? undefined : index.phrases.get(first.folded)
  if (first === undefined || phrases === undefined) return undefined
  for (const { words: parts, isWords, isTurned } of phrases) {
    const joins = (step: number): boolean =>
      isTurned === true && step === 1
        ? /^,[ \t]{0,2}$/.test(gap(reading, at + step))
        : isBetween(reading, at + step)
    if (!parts.every((word, step) => words[at + step]?.folded === word && (step === 0 || joins(step))))
      continue
    const run = words.slice(at, at + parts.length)
    const cases = run.map((word) => casedAs(reading, word))
    const [last = '', end = 0] = [parts.at(-1), run.at(-1)?.to]
    const same = phrases.filter((one) => one.words.join(' ') === parts.join(' '))
    const whole: Run = { from: at, to: at + parts.length, keys: [...new Set(same.map(({ key }) => key))] }
    if (cases.some((one) => one !== 'lower')) {
      // "Sam will" is no Sam Will.
      if (parts.some((word, step) => cases[step] === 'lower' && isFullWord(word))) continue
      return whole
    }
    const isSpaced = /\s/.test(skeleton.text.slice(first.to, run.at(-1)?.from))
    if (!isSpaced || !(isWords || isFullWord(last))) return whole
    const { before, after } = around(reading, first.from, end)
    if (isWholeName(before, after, last, isWords)) return isWords ? { ...whole, isUnsure: true } : whole
  }
  return undefined
}

/** Small words inside a name are in lower case anyway. */
function isFullWord(word: string): boolean {
  return word.length > 2 && isWordName(word)
}

function partAt(reading: Reading, at: number, looks: Map<string, Look>): Run | undefined {
  const { index, words, about } = reading
  const word = words[at]
  if (word === undefined) return undefined
  const parts = index.parts.get(word.folded)
  if (parts === undefined) return pluralAt(reading, at, looks)
  const sure = parts.filter(({ isWord }) => !isWord)
  if (sure.length > 0) return { from: at, to: at + 1, keys: sure.map(({ key }) => key) }
  const keys = parts.map(({ key }) => key)
  const isLower = casedAs(reading, word) === 'lower'
  const beside = keys.filter(
    (key) =>
      (!isLower && (standsBeside(reading, at, key) || beforeIt(reading, at - 1, [key]).length > 0)) ||
      isJoined(reading, at, key),
  )
  if (beside.length > 0) return { from: at, to: at + 1, keys: beside }
  const isTheirs = about !== undefined && keys.includes(about)
  const meant = wordMeant(
    reading,
    at,
    isTheirs,
    parts.some(({ isGiven }) => isGiven),
  )
  if (meant === 'open') look(looks, written(reading, word), 'word')
  return meant === 'open' || meant === 'word' ? undefined : unsureIf(meant, { from: at, to: at + 1, keys })
}

/** "Sams", "the Wills": of a name that is a word, only with a capital inside a sentence. */
function pluralAt(reading: Reading, at: number, looks: Map<string, Look>): Run | undefined {
  const word = reading.words[at]
  if (word === undefined || word.folded.length < 4 || !word.folded.endsWith('s')) return undefined
  const parts = reading.index.parts.get(word.folded.slice(0, -1)) ?? NOBODY
  if (parts.length === 0) return undefined
  const run = { from: at, to: at + 1, hasS: true } as const
  const sure = parts.filter(({ isWord }) => !isWord).map(({ key }) => key)
  if (sure.length > 0) return { ...run, keys: sure }
  if (casedAs(reading, word) === 'lower') return undefined
  const { before } = around(reading, word.from, word.to)
  if (!startsSentence(before) && !isShouted(reading, at)) return { ...run, keys: parts.map(({ key }) => key) }
  look(looks, written(reading, word), 'word')
  return undefined
}

/** What could come about by chance is a name where it is written as a login: `@same`, `SamE`, `sam2`, `owner: same`. */
function loginAt(reading: Reading, at: number): Run | undefined {
  const word = reading.words[at]
  const keys = word === undefined ? undefined : reading.index.logins.get(word.folded)
  if (word === undefined || keys === undefined) return undefined
  const isCamel = /\p{Ll}\p{Lu}|^\p{Lu}{2}\p{Ll}/u.test(written(reading, word))
  const { before, after } = around(reading, word.from, word.to)
  const isNamed = isWordName(word.folded) ? before.endsWith('@') : LOGIN_BEFORE.test(before)
  if (!isCamel && !isNamed && !/^\d{1,4}(?![\d\p{L}])/u.test(after)) return undefined
  return { from: at, to: at + 1, keys }
}

function wordMeant(reading: Reading, at: number, isTheirs: boolean, isGiven: boolean): Meaning {
  const word = reading.words[at]
  if (word === undefined) return 'word'
  const { before, after } = around(reading, word.from, word.to)
  return readWordName({
    ...{ before, after, isTheirs, isGiven, folded: word.folded, cased: casedAs(reading, word) },
    startsSentence: startsSentence(before),
    isShouted: isShouted(reading, at),
    isBesideName: isBesideName(reading, at),
  })
}

/** Whether "and", "or" or a comma joins it to a name that is no word. */
function isBesideName(reading: Reading, at: number): boolean {
  const { index, words } = reading
  const isName = (other: number): boolean =>
    (index.parts.get(words[other]?.folded ?? '') ?? NOBODY).some(({ isWord }) => !isWord)
  const isAnd = (other: number): boolean => /^(?:and|or)$/.test(words[other]?.folded ?? '')
  const isListed = (other: number): boolean => /^ ?[,&/+] ?$/.test(gap(reading, other))
  return (
    (isAnd(at - 1) && isName(at - 2)) ||
    (isAnd(at + 1) && isName(at + 2)) ||
    (isListed(at) && isName(at - 1)) ||
    (isListed(at + 1) && isName(at + 1))
  )
}

/** Whether another part of the same name, written with a capital or no word at all, stands directly beside it. */
function standsBeside(reading: Reading, at: number, key: string): boolean {
  const { index, words } = reading
  return [at - 1, at + 1].some((other) => {
    const [word, own] = [words[other], words[at]]
    if (word === undefined || word.folded === own?.folded) return false
    if (!isBetween(reading, Math.max(at, other))) return false
    const parts = index.parts.get(word.folded) ?? NOBODY
    return parts.some((one) => one.key === key && (!one.isWord || casedAs(reading, word) !== 'lower'))
  })
}

/** Whether a dot, a hyphen or an underscore joins it to another part of the same name, as in a login: "young.sam". */
function isJoined(reading: Reading, at: number, key: string): boolean {
  const { index, words } = reading
  return [at - 1, at + 1].some((other) => {
    if (!/^[._-]$/.test(gap(reading, Math.max(at, other)))) return false
    const beside = words[other]?.folded ?? ''
    if (beside.length === 1) return index.letters.get(key)?.includes(beside) === true
    return (index.parts.get(beside) ?? NOBODY).some((one) => one.key === key)
  })
}

/** A name with what belongs to it on both sides: further parts, small words, an initial, the digits of a login. */
function extended(reading: Reading, run: Run, free: number): Run {
  const { words } = reading
  let { from, to, keys } = run
  for (let at = from - 1; at >= free; at -= 1) {
    const more = beforeIt(reading, at, keys)
    if (more.length === 0) break
    keys = more
    from = at
  }
  if (run.hasS === true) return { ...run, from, keys }
  for (let at = to; at < words.length; at += 1) {
    const more = behindIt(reading, at, keys)
    if (more.length === 0) break
    keys = more
    to = at + 1
  }
  const small = keys.some((key) => reading.index.particles.get(words[to]?.folded ?? '')?.includes(key))
    ? 1
    : 0
  const plural = pluralBehind(reading, to + small, keys)
  if (plural.length > 0) return { ...run, from, to: to + small + 1, keys: plural, hasS: true }
  if (isDoubled(reading, to)) to += 1
  if (gap(reading, to) === '' && /^\d{1,4}$/.test(words[to]?.folded ?? '')) to += 1
  return { ...run, from, to, keys }
}

/** "Rivera-Lopez": a second surname that nobody listed. */
function isDoubled(reading: Reading, at: number): boolean {
  const [last, word] = [reading.words[at - 1], reading.words[at]]
  if (last === undefined || word === undefined || gap(reading, at) !== '-' || isWordName(word.folded))
    return false
  return [last, word].every((one) => casedAs(reading, one) === 'title' && one.to - one.from > 2)
}

/** "the Will Mays": a further part of the name with an `s`. */
function pluralBehind(reading: Reading, at: number, keys: readonly string[]): readonly string[] {
  const word = reading.words[at]
  if (word === undefined || !word.folded.endsWith('s') || !isBetween(reading, at)) return NOBODY
  const parts = reading.index.parts.get(word.folded.slice(0, -1)) ?? NOBODY
  const isLower = casedAs(reading, word) === 'lower'
  return keys.filter((key) => parts.some((one) => one.key === key && (!one.isWord || !isLower)))
}

/** Who is still meant when the word at `at`, in front of a part of their name, belongs to it. */
function beforeIt(reading: Reading, at: number, keys: readonly string[]): readonly string[] {
  const { index, words } = reading
  const word = words[at]
  if (word === undefined || !isBetween(reading, at + 1)) return NOBODY
  const small = index.particles.get(word.folded) ?? NOBODY
  const between = gap(reading, at + 1)
  const isInitial =
    word.to - word.from === 1 &&
    (/^[._-]$/.test(between) ||
      (casedAs(reading, word) !== 'lower' &&
        (between.startsWith('.') || (between === ' ' && !/[ia]/.test(word.folded)))))
  return keys.filter(
    (key) =>
      small.includes(key) || (isInitial && (index.letters.get(key) ?? '').slice(0, -1).includes(word.folded)),
  )
}

/** Who is still meant when the word at `at`, behind a part of their name, belongs to it. */
function behindIt(reading: Reading, at: number, keys: readonly string[]): readonly string[] {
  const { index, words, skeleton } = reading
  const word = words[at]
  if (word === undefined) return NOBODY
  const between = gap(reading, at)
  const isTurned = /^,[ \u00a0]$/.test(between) && skeleton.text[word.to] === '.'
  if (!isTurned && !isBetween(reading, at)) return NOBODY
  const isLower = casedAs(reading, word) === 'lower'
  if (!isTurned) {
    const parts = index.parts.get(word.folded) ?? NOBODY
    const isTight = /^[._-]$/.test(between)
    const own = keys.filter((key) =>
      parts.some((one) => one.key === key && (!one.isWord || !isLower || isTight)),
    )
    if (own.length > 0 && words[at - 1]?.folded !== word.folded) return own
    const small = (index.particles.get(word.folded) ?? NOBODY).filter((key) => keys.includes(key))
    const next = small.length === 0 ? NOBODY : behindIt(reading, at + 1, small)
    if (next.length > 0) return next
  }
  if (word.to - word.from !== 1) return NOBODY
  const isSure = skeleton.text[word.to] === '.' || !/[ia]/.test(word.folded)
  const isInitial =
    /^[._-]$/.test(between) || (!isLower && isSure && (isTurned || /^[ \u00a0]$/.test(between)))
  const first = isTurned || /^[._-]$/.test(between) ? 0 : 1
  return isInitial
    ? keys.filter((key) => (index.letters.get(key) ?? '').slice(first).includes(word.folded))
    : NOBODY
}

function spanOf({ source, skeleton, words }: Reading, { from, to, keys, hasS, isUnsure }: Run): NameSpan {
  const first = words[from]?.from ?? 0
  let last = words[to - 1]?.to ?? first
  const single = to - from > 1 && last - (words[to - 1]?.from ?? last) === 1
  // The dot of an initial goes with it, unless it ends the sentence as well.
  const behind = source.slice(skeleton.end(last - 1), skeleton.end(last - 1) + 4)
  if (single && /^\.(?:[ \t]+\p{Ll}|['’,;:)])/u.test(behind)) last += 1
  const end = skeleton.end(last - 1)
  // Accents typed as signs of their own belong to the last letter.
  const accents = /^\p{M}*/u.exec(source.slice(end, end + 8))?.[0].length ?? 0
  return {
    start: skeleton.at(first),
    end: end + accents,
    keys,
    ...(hasS === undefined ? {} : { hasS }),
    ...(isUnsure === undefined ? {} : { isUnsure }),
  }
}

/** Names in scripts without spaces are found wherever their signs stand. */
function withUnspaced({ index, skeleton }: Reading, spans: readonly NameSpan[]): readonly NameSpan[] {
  const all = [...spans]
  for (const { text, key } of index.unspaced) {
    for (let at = skeleton.text.indexOf(text); at !== -1; at = skeleton.text.indexOf(text, at + 1)) {
      const start = skeleton.at(at)
      const end = skeleton.end(at + text.length - 1)
      if (!all.some((one) => one.start < end && start < one.end)) all.push({ start, end, keys: [key] })
    }
  }
  return all.length === spans.length ? spans : all.sort((a, b) => a.start - b.start)
}

function unsureIf(meant: Meaning, { from, to, keys }: Run): Run {
  return { from, to, keys, ...(meant === 'unsure' ? { isUnsure: true } : {}) }
}

function look(looks: Map<string, Look>, words: string, why: Look['why']): void {
  looks.set(`${why} ${words}`, { words, why, count: (looks.get(`${why} ${words}`)?.count ?? 0) + 1 })
}
