import { flat } from './tokens.ts'

/**
 * What a form prints beside its questions, a paragraph each: the letter around them all, what stands inside (titles, help), and
 * what stands only above (the measure), which somebody may well repeat in an answer.
 */
export interface Around {
  readonly letter: readonly string[]
  readonly inside: readonly string[]
  readonly above: readonly string[]
}

/** What is printed now, and what was printed when the form was asked for. */
export function bothAround(now: Around, then: Around | undefined): Around {
  if (then === undefined) return now
  return {
    letter: [...now.letter, ...then.letter],
    inside: [...now.inside, ...then.inside],
    above: [...now.above, ...then.above],
  }
}

type Kind = 'letter' | 'inside' | 'above'

/** Which printed text a line is, or a piece of, as mail programs break it; undefined for words of somebody. */
export type FindPrinted = (line: string, isUnder: boolean) => Kind | undefined

/** Fewer words than this may be printed somewhere by chance. */
const PIECE = 5
const FORM_MARK = /[[({<]\s*form\s+([a-z][a-z0-9_-]*)\s+([0-9a-z]{6})\s*[\])}>]/i
const EVERY_MARK = new RegExp(FORM_MARK, 'gi')

/** Makes a finder for what a form prints. It remembers the piece before, so that the rest of a broken line is found too. */
export function printedFinder(around: Around): FindPrinted {
  const paragraphs = (['letter', 'inside', 'above'] as const).flatMap((kind) =>
    around[kind].map((text) => ({ kind, words: flat(text) })).filter(({ words }) => words.trim() !== ''),
  )
  let rest = ''
  let before: Kind | undefined
  return (line, isUnder) => {
    if (FORM_MARK.test(line)) return 'letter'
    if (line.length > 400) return undefined
    const words = flat(line)
    if (before !== undefined && rest !== '' && `${rest} `.startsWith(words)) {
      rest = rest.slice(words.length - 1)
      return before
    }
    const isPiece = words.split(' ').length - 2 >= PIECE
    const found = paragraphs.find(
      (one) =>
        (one.kind !== 'above' || !isUnder) && (one.words === words || (isPiece && one.words.includes(words))),
    )
    before = found?.kind
    rest = found === undefined ? '' : found.words.slice(found.words.indexOf(words) + words.length - 1)
    return found?.kind
  }
}

/** A mark that a form prints, as it is read back: the id of the form, and the ending of the id of the note that asked for it. */
interface FormMark {
  readonly form: string
  readonly mark: string
}

/** Every form and ending of an id that a mark in a text names, each once, the first first: `[form self-assessment q47k3v]`. */
export function formMarksIn(text: string): readonly FormMark[] {
  const found = new Map<string, FormMark>()
  for (const [, form = '', mark = ''] of text.matchAll(EVERY_MARK)) {
    const one = { form: form.toLowerCase(), mark: mark.toLowerCase() }
    found.set(`${one.form} ${one.mark}`, one)
  }
  return [...found.values()]
}
