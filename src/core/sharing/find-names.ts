import { NAME_WORD, type NameIndex } from './name-index.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'
import { isWordName, readWordName } from './word-names.ts'

/** Where a name stands in a text, in UTF-16 units, and who may be meant by it. */
export interface NameSpan {
  readonly start: number
  readonly end: number
  readonly keys: readonly string[]
  /** It ends in an `s` that belongs to no name ("Sams"). */
  readonly hasS?: true
}

/** Words that stay and that somebody should look at: a name that is a word as well, or initials. */
export interface Look {
  readonly words: string
  readonly why: 'word' | 'initials' | 'unknown'
  readonly count: number
}

/** The names in a text, in order and without overlaps, and what was left for a look. */
interface FoundNames {
  readonly spans: readonly NameSpan[]
  readonly looks: readonly Look[]
}

interface Word {
  readonly folded: string
  /** In the skeleton. */
  readonly from: number
  readonly to: number
}

type Cased = 'lower' | 'title' | 'upper'

interface Reading {
  readonly index: NameIndex
  readonly source: string
  readonly skeleton: Skeleton
  readonly words: readonly Word[]
  readonly about: string | undefined
}

/** A run of words that is a name: from which word to which (past the last one), and whose. */
interface Run {
  readonly from: number
  readonly to: number
  readonly keys: readonly string[]
  readonly hasS?: true
}

/** What may stand between two parts of one name: a space, one line break with the mark of a quotation, a hyphen, a dot, an apostrophe. */
const BETWEEN =
  /^(?:[ \t\u00a0]{0,4}\r?\n?[ \t>]{0,6}|\.[ \t]{0,2}\r?\n?[ \t]{0,4}|[ \t]?[-\u2010-\u2015_'.+][ \t]?)$/
const NOBODY: readonly never[] = []
const SENTENCE_START = /(?:^|[.!?:…·|]|\n[ \t]*\n|\n[ \t]*(?:[-+#>]|\d+[.)]))[\s#>"“”„«»()[\]'+-]*$/u

/** Finds names in a text, however they are formatted, cased or accented. `about` is the key of whom the text is about. */
export function findNames(index: NameIndex, source: string, about?: string): FoundNames {
  const skeleton = skeletonOf(source)
  const words = wordsIn(skeleton.text)
  const reading = { index, source, skeleton, words, about }
  const spans: NameSpan[] = []
  const looks = new Map<string, Look>()
  let free = 0
  for (let at = 0; at < words.length; at += 1) {
    const run = runAt(reading, at, free, looks)
    if (run === undefined) continue
    spans.push(spanOf(reading, run))
    free = run.to
    at = run.to - 1
  }
  return { spans: withUnspaced(reading, spans), looks: [...looks.values()] }
}

function runAt(reading: Reading, at: number, free: number, looks: Map<string, Look>): Run | undefined {
  const phrase = phraseAt(reading, at)
  if (phrase !== undefined) return extended(reading, phrase, free)
  const initials = initialsAt(reading, at)
  if (initials !== undefined) return initials
  const part = partAt(reading, at, looks)
  return part === undefined ? undefined : extended(reading, part, free)
}

function phraseAt(reading: Reading, at: number): Run | undefined {
  const { index, words, skeleton } = reading
  const first = words[at]
  const phrases = first === undefined ? undefined : index.phrases.get(first.folded)
  if (first === undefined || phrases === undefined) return undefined
  for (const { words: parts, isWords, isTurned } of phrases) {
    const joins = (step: number): boolean =>
      isTurned === true && step === 1
        ? /^,[ \t]{0,2}$/.test(gap(skeleton, words, at + step))
        : isBetween(skeleton, words, at + step)
    const fits = parts.every((word, step) => words[at + step]?.folded === word && (step === 0 || joins(step)))
    const cases = fits ? words.slice(at, at + parts.length).map((word) => casedAs(reading, word)) : []
    const isMixed = cases.some((one) => one !== 'lower')
    // "Sam will" is no Sam Will.
    if (isMixed && parts.some((word, step) => cases[step] === 'lower' && isFullWord(word))) continue
    if (!fits) continue
    // In lower case such a name is one only where it is written as one word: "grace-young".
    const isLower = isWords && casedAs(reading, first) === 'lower'
    if (isLower && /\s/.test(skeleton.text.slice(first.to, words[at + parts.length - 1]?.from))) continue
    const same = phrases.filter((one) => one.words.join(' ') === parts.join(' '))
    return { from: at, to: at + parts.length, keys: [...new Set(same.map(({ key }) => key))] }
  }
  return undefined
}

/** Small words inside a name are in lower case anyway. */
function isFullWord(word: string): boolean {
  return word.length > 2 && isWordName(word)
}

/** "S.R." and "S. R.": capitals with dots that are the initials of somebody. */
function initialsAt(reading: Reading, at: number): Run | undefined {
  const { index, words, skeleton } = reading
  let letters = ''
  let found: Run | undefined
  for (let step = at; step < words.length && step < at + 4; step += 1) {
    const word = words[step]
    if (word === undefined || word.to - word.from !== 1 || casedAs(reading, word) === 'lower') break
    if (step > at && !/^\.[ \u00a0]?$/.test(gap(skeleton, words, step))) break
    letters += word.folded
    const keys = index.initials.get(letters)
    if (keys !== undefined && step > at) found = { from: at, to: step + 1, keys }
  }
  return found
}

function partAt(reading: Reading, at: number, looks: Map<string, Look>): Run | undefined {
  const { index, words, about } = reading
  const word = words[at]
  if (word === undefined) return undefined
  const parts = index.parts.get(word.folded) ?? NOBODY
  const sure = parts.filter(({ isWord }) => !isWord)
  if (sure.length > 0) return { from: at, to: at + 1, keys: sure.map(({ key }) => key) }
  if (parts.length > 0) {
    const keys = parts.map(({ key }) => key)
    const beside = keys.filter(
      (key) =>
        casedAs(reading, word) !== 'lower' &&
        (standsBeside(reading, at, key) || beforeIt(reading, at - 1, [key]).length > 0),
    )
    if (beside.length > 0) return { from: at, to: at + 1, keys: beside }
    const meant = wordMeant(reading, at, about !== undefined && keys.includes(about))
    if (meant === 'name') return { from: at, to: at + 1, keys }
    if (meant === 'open') look(looks, written(reading, word), 'word')
    return undefined
  }
  const stem = word.folded.length > 3 && word.folded.endsWith('s') ? word.folded.slice(0, -1) : ''
  const owned = (index.parts.get(stem) ?? NOBODY).filter(({ isWord }) => !isWord)
  if (owned.length > 0) return { from: at, to: at + 1, keys: owned.map(({ key }) => key), hasS: true }
  if (word.to - word.from > 1 && index.initials.has(word.folded) && casedAs(reading, word) === 'upper')
    look(looks, written(reading, word), 'initials')
  return undefined
}

function wordMeant(reading: Reading, at: number, isTheirs: boolean): 'name' | 'word' | 'open' {
  const { skeleton, words } = reading
  const word = words[at]
  if (word === undefined) return 'word'
  const before = skeleton.text.slice(Math.max(0, word.from - 80), word.from)
  const { folded } = word
  const cased = casedAs(reading, word)
  const near = [words[at - 1], words[at + 1]].filter((one) => one !== undefined)
  return readWordName({
    ...{ before, folded, cased, isTheirs },
    after: skeleton.text.slice(word.to, word.to + 40),
    startsSentence: SENTENCE_START.test(before),
    isShouted: near.some((one) => casedAs(reading, one) === 'upper' && one.to - one.from > 1),
  })
}

/** Whether another part of the same name, written with a capital or no word at all, stands directly beside it. */
function standsBeside(reading: Reading, at: number, key: string): boolean {
  const { index, words, skeleton } = reading
  return [at - 1, at + 1].some((other) => {
    const [word, own] = [words[other], words[at]]
    if (word === undefined || word.folded === own?.folded) return false
    if (!isBetween(skeleton, words, Math.max(at, other))) return false
    const parts = index.parts.get(word.folded) ?? []
    return parts.some((one) => one.key === key && (!one.isWord || casedAs(reading, word) !== 'lower'))
  })
}

/** A name with what belongs to it on both sides: further parts, small words, an initial with a dot. */
function extended(reading: Reading, run: Run, free: number): Run {
  let { from, to, keys } = run
  for (let at = from - 1; at >= free; at -= 1) {
    const more = beforeIt(reading, at, keys)
    if (more.length === 0) break
    keys = more
    from = at
  }
  if (run.hasS === true) return { ...run, from, keys }
  for (let at = to; at < reading.words.length; at += 1) {
    const more = behindIt(reading, at, keys)
    if (more.length === 0) break
    keys = more
    to = at + 1
  }
  return { from, to, keys }
}

/** Who is still meant when the word at `at`, in front of a part of their name, belongs to it. */
function beforeIt(reading: Reading, at: number, keys: readonly string[]): readonly string[] {
  const { index, words, skeleton } = reading
  const word = words[at]
  if (word === undefined || !isBetween(skeleton, words, at + 1)) return []
  const small = index.particles.get(word.folded) ?? []
  const isInitial = word.to - word.from === 1 && casedAs(reading, word) !== 'lower'
  const dotted = isInitial && gap(skeleton, words, at + 1).startsWith('.')
  return keys.filter(
    (key) =>
      small.includes(key) || (dotted && hasInitial(index, key, word.folded, (short) => short.slice(0, -1))),
  )
}

/** Who is still meant when the word at `at`, behind a part of their name, belongs to it. */
function behindIt(reading: Reading, at: number, keys: readonly string[]): readonly string[] {
  const { index, words, skeleton } = reading
  const word = words[at]
  if (word === undefined || !isBetween(skeleton, words, at)) return []
  const parts = index.parts.get(word.folded) ?? []
  const theirs = new Set(
    parts.filter(({ isWord }) => !isWord || casedAs(reading, word) !== 'lower').map(({ key }) => key),
  )
  const own = keys.filter((key) => theirs.has(key))
  if (own.length > 0 && words[at - 1]?.folded !== word.folded) return own
  const small = (index.particles.get(word.folded) ?? []).filter((key) => keys.includes(key))
  const next = small.length === 0 ? [] : behindIt(reading, at + 1, small)
  if (next.length > 0) return next
  const isInitial = word.to - word.from === 1 && casedAs(reading, word) !== 'lower'
  const isSure = skeleton.text[word.to] === '.' || !/[ia]/.test(word.folded)
  if (!isInitial || !isSure || !/^[ \u00a0]$/.test(gap(skeleton, words, at))) return []
  return keys.filter((key) => hasInitial(index, key, word.folded, (short) => short.slice(1)))
}

function hasInitial(
  { initials }: NameIndex,
  key: string,
  letter: string,
  part: (short: string) => string,
): boolean {
  return [...initials].some(([short, keys]) => keys.includes(key) && part(short).includes(letter))
}

function spanOf({ source, skeleton, words }: Reading, { from, to, keys, hasS }: Run): NameSpan {
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

function wordsIn(text: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: folded, index } of text.matchAll(NAME_WORD))
    words.push({ folded, from: index, to: index + folded.length })
  return words
}

function gap({ text }: Skeleton, words: readonly Word[], at: number): string {
  return text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? 0)
}

function isBetween(skeleton: Skeleton, words: readonly Word[], at: number): boolean {
  return BETWEEN.test(gap(skeleton, words, at))
}

function written({ source, skeleton }: Reading, { from, to }: Word): string {
  return source.slice(skeleton.at(from), skeleton.end(to - 1))
}

/** As a word is written in the text itself. */
function casedAs({ source, skeleton }: Pick<Reading, 'source' | 'skeleton'>, { from, to }: Word): Cased {
  const first = source.slice(skeleton.at(from), skeleton.end(from))
  if (!/\p{Lu}/u.test(first)) return 'lower'
  if (to - from === 1) return 'title'
  const last = source.slice(skeleton.at(to - 1), skeleton.end(to - 1))
  return /\p{Lu}/u.test(last) ? 'upper' : 'title'
}

function look(looks: Map<string, Look>, words: string, why: Look['why']): void {
  looks.set(words, { words, why, count: (looks.get(words)?.count ?? 0) + 1 })
}
