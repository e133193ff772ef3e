import { nearNames } from '../template/near.ts'
import type { Option } from '../template/option.ts'
import { fold } from '../text/fold.ts'

/** How a refusal names the choices. */
type Names = 'values' | 'labels'

type Mistaken = { readonly mistake: string; readonly mend?: string }

/** One option by its value, label, number, citation or unique beginning; with `own`, anything else is an answer of one's own. */
export function pickOne(
  raw: string,
  options: readonly Option[],
  own: boolean,
  names: Names = 'labels',
): { readonly value: string } | Mistaken {
  const text = raw.trim()
  const exact =
    options.find((option) => option.value === text) ?? named(text, options) ?? numbered(text, options)
  if (exact !== undefined) return { value: exact.value }
  const called = calledSo(text, options)
  const [one, ...more] = called
  if (one !== undefined && more.length === 0) return { value: one.value }
  if (one !== undefined) {
    return {
      mistake: `"${text}" could be ${quoted(called.slice(0, 4), names)}.`,
      mend: 'Use its number.',
    }
  }
  if (own) return { value: text.replace(/\s*\n\s*/g, ' ') }
  const begun = options.filter((option) => begins(option, text))
  const [only] = begun
  if (only !== undefined && begun.length === 1) return { value: only.value }
  if (begun.length > 1) {
    return {
      mistake: `"${text}" could be ${quoted(begun.slice(0, 4), names)}.`,
      mend: 'Write a little more of it.',
    }
  }
  const [meant, ...others] = options.filter((option) => saysSo(option, text))
  if (meant !== undefined && others.length === 0) {
    return {
      mistake: `"${text}" is not one of the choices.`,
      mend: `Did you mean ${quoted([meant], names)}?`,
    }
  }
  return {
    mistake: `"${text}" is not one of the choices.`,
    mend: `Choose ${quoted(nearest(text, options), names)}.`,
  }
}

/** Several options, from a list or from one text in which they are separated by commas or lines; each counts once. */
export function pickMany(
  raw: string | readonly string[],
  options: readonly Option[],
  own: boolean,
  names: Names = 'labels',
): { readonly value: readonly string[] } | Mistaken {
  const whole = typeof raw === 'string' ? named(raw.trim(), options) : undefined
  if (whole !== undefined) return { value: [whole.value] }
  const pieces = typeof raw === 'string' ? raw.split(/[,;\n]/) : raw
  const chosen: string[] = []
  for (const piece of pieces.map((one) => one.trim()).filter((one) => one !== '')) {
    const picked = pickOne(piece, options, own, names)
    if ('mistake' in picked) return picked
    if (!chosen.includes(picked.value)) chosen.push(picked.value)
  }
  return { value: inOrder(chosen, options) }
}

function named(text: string, options: readonly Option[]): Option | undefined {
  const wanted = fold(text)
  return options.find(
    (option) =>
      fold(option.label) === wanted || fold(option.value) === wanted || option.note === text.toUpperCase(),
  )
}

/** Items that have this ticket, this end of an id or this name in an answers file. */
function calledSo(text: string, options: readonly Option[]): readonly Option[] {
  const wanted = fold(text.replace(/^#/, ''))
  return options.filter(
    (option) =>
      isItem(option) &&
      fold(option.words ?? '')
        .split(' ')
        .includes(wanted),
  )
}

/** Evidence, by its citation. */
function isItem({ note }: Option): boolean {
  return note !== undefined && /^[EW]\d+$/.test(note)
}

/** Whether this word stands in the label of an option, or among the further words by which it is found. */
function saysSo({ label, words = '' }: Option, text: string): boolean {
  const wanted = fold(text)
  return wanted.length >= 4 && ` ${fold(`${label} ${words}`)} `.includes(` ${wanted} `)
}

function numbered(text: string, options: readonly Option[]): Option | undefined {
  return /^\d{1,3}$/.test(text) ? options[Number(text) - 1] : undefined
}

function begins(option: Option, text: string): boolean {
  const wanted = fold(text)
  return fold(option.label).startsWith(wanted) || fold(option.value).startsWith(wanted)
}

function nearest(text: string, options: readonly Option[]): readonly Option[] {
  const near = nearNames(
    text,
    options.flatMap((option) => [option.value, option.label]),
  )
  const found = options.filter((option) => near.includes(option.value) || near.includes(option.label))
  return found.length > 0 ? found : options.slice(0, 6)
}

function quoted(options: readonly Option[], names: Names): string {
  return options.map((option) => (names === 'values' ? written(option) : `"${option.label}"`)).join(' or ')
}

/** So many letters of an item tell which one it is. */
const ENOUGH = 40

/** What a file writes for an option: evidence by its citation, with the beginning of its words, everything else by its value. */
function written(option: Option): string {
  if (!isItem(option)) return `"${option.value}"`
  const letters = [...option.label]
  const words = letters.length > ENOUGH ? `${letters.slice(0, ENOUGH).join('').trimEnd()}…` : option.label
  return `"${option.note}" (${words})`
}

/** Chosen options in the order they are offered, own answers after them: the order of marking means nothing. */
function inOrder(chosen: readonly string[], options: readonly Option[]): readonly string[] {
  const offered = options.map((option) => option.value).filter((value) => chosen.includes(value))
  return [...offered, ...chosen.filter((value) => !offered.includes(value))]
}
