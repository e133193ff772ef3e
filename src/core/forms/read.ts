import { type Form, questionsOf } from './form.ts'
import { headingFinder } from './headings.ts'
import { mailLines } from './mails.ts'
import { pickMail } from './newest.ts'
import { numberedAnswers } from './numbered.ts'
import { type Around, printedFinder } from './printed.ts'
import { type SaidLine, saidIn } from './said.ts'
import { signatureIn } from './signature.ts'
import { flat } from './tokens.ts'
import { unwrap } from './unwrap.ts'

/** One answer as it was read: the question's id, and the words. */
export interface FormAnswer {
  readonly id: string
  readonly text: string
}

/** What was understood of a text that came back, and what was not. */
export interface FormRead {
  /** In the order of the form; questions without an answer are left out. */
  readonly answers: readonly FormAnswer[]
  /** The words of somebody who answered without any of the questions; then there are no answers. */
  readonly words?: string
  /** What belongs to no question, a paragraph each: a greeting, a signature, something beside. */
  readonly left: readonly string[]
  /** Questions that were answered in several places; both answers are kept, one below the other. */
  readonly twice: readonly string[]
  /** Mails in the text that hold answers; the newest was read. */
  readonly copies: number
  /** Attachments that were folded into one line. */
  readonly folded: number
  /** The header of the mail that was read, or the line above it that says who wrote it. */
  readonly head: string
  /** The lines below the last words, where a name stands. */
  readonly signature: readonly string[]
}

/**
 * Reads a form back from whatever came: typed into the file, into a mail between quoted questions, pasted, retyped, in a
 * thread. Nothing is guessed: what no question can be found for is left over, and where none is found at all the whole is
 * kept as their words. `around` is what was printed beside the questions. Takes time in proportion to the text.
 */
export function readForm(source: string, form: Form, around: Around): FormRead {
  const { text, folded } = unwrap(source)
  const { lines, mails } = mailLines(text)
  const questions = questionsOf(form)
  const written = saidIn(lines, mails, headingFinder(questions), printedFinder(around))
  const { mail, copies } = pickMail(mails, written)
  const empty = { answers: [], left: [], twice: [], copies: 0, folded, head: '', signature: [] }
  if (mail === undefined) return empty
  const own = written[mail]
  if (own === undefined) return empty
  const { signature, said } = signatureIn(own.said)
  const answers = questions.flatMap(
    ({ id }, question): readonly (FormAnswer & { readonly pieces: number })[] => {
      const pieces = answerPieces(said, question)
      return pieces.length === 0 ? [] : [{ id, text: pieces.join('\n\n'), pieces: pieces.length }]
    },
  )
  const left = paragraphs(
    said.filter(({ question }) => question === undefined).map(({ text: words }) => words),
  )
  const head = mails[mail]?.head ?? ''
  if (answers.length === 0) {
    const numbered = numberedAnswers(
      text,
      said.map((one) => one.text),
      form,
    )
    if (numbered !== undefined) {
      const rest = [...paragraphs(numbered.left), ...paragraphs(signature)]
      return { ...empty, answers: numbered.answers, left: rest, copies: 1, head, signature }
    }
    const words = paragraphs(
      [...said, ...signature.map((one) => ({ text: one }))].map((one) => one.text),
    ).join('\n\n')
    return { ...empty, ...(words === '' ? {} : { words }), head, signature }
  }
  return {
    answers: answers.map(({ id, text: words }) => ({ id, text: words })),
    left: [...left, ...paragraphs(signature)],
    twice: answers.filter(({ pieces }) => pieces > 1).map(({ id }) => id),
    copies,
    folded,
    head,
    signature,
  }
}

/** The answers to one question, in the order in which they stand; the same words twice are one. */
function answerPieces(said: readonly SaidLine[], question: number): readonly string[] {
  const rounds = new Map<number, string[]>()
  for (const line of said) {
    if (line.question !== question) continue
    const own = rounds.get(line.round)
    if (own === undefined) rounds.set(line.round, [line.text])
    else own.push(line.text)
  }
  const texts = [...rounds.values()].map((lines) => tidy(lines)).filter((text) => /[\p{L}\p{N}]/u.test(text))
  return texts.filter((text, at) => texts.findIndex((other) => flat(other) === flat(text)) === at)
}

/** Lines as one text: no blank lines around it, never two in a row. */
function tidy(lines: readonly string[]): string {
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^answer\s?:\s*/i, '')
    .trim()
}

function paragraphs(lines: readonly string[]): readonly string[] {
  return tidy(lines)
    .split('\n\n')
    .filter((text) => text.trim() !== '')
}
