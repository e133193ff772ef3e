import { type Form, questionsOf } from './form.ts'
import type { FormAnswer } from './read.ts'

/** A line that answers by number: `4) ...`, `1 - ...`, `q9 ...`. */
const NUMBERED = /^(?:q(?:uestion)?\s?|no\.?\s?|nr\.?\s?|#)?\(?0*(\d{1,2})\s*(?:[).:\]]+|\s[-–—])\s*(\S.*)$/i
const MARKS = /[[({<]\s*q\s*0*\d{1,2}\s*[\])}>]/gi

/**
 * The answers of somebody who wrote above the form and named its questions by their numbers, as one does on a telephone; `whole` is the whole text,
 * `said` the lines they wrote. Undefined unless the form with its marks is quoted in it, and two numbers at least are those of questions.
 */
export function numberedAnswers(
  whole: string,
  said: readonly string[],
  form: Form,
): { readonly answers: readonly FormAnswer[]; readonly left: readonly string[] } | undefined {
  const questions = questionsOf(form)
  if ((whole.match(MARKS) ?? []).length < 2) return undefined
  const texts = new Map<number, string[]>()
  const left: string[] = []
  let under: string[] | undefined
  for (const line of said) {
    const [, digits = '', words = ''] = NUMBERED.exec(line.trim()) ?? []
    const number = Number(digits)
    if (digits !== '' && number >= 1 && number <= questions.length) {
      under = texts.get(number) ?? []
      texts.set(number, under)
      under.push(words)
    } else (under ?? left).push(line)
  }
  if (texts.size < 2) return undefined
  const answers = questions.flatMap(({ id }, at): readonly FormAnswer[] => {
    const text = texts
      .get(at + 1)
      ?.join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
    return text === undefined || text === '' ? [] : [{ id, text }]
  })
  return { answers, left }
}
