import { formatDay } from '../dates.ts'
import { firstName } from '../interview/resolve.ts'
import { type Form, type FormAsked, questionsOf } from './form.ts'
import type { Around } from './printed.ts'

/** What a printed form says beside its questions. */
export interface Occasion {
  /** Whole name of the person it is about. */
  readonly person: string
  /** Whole name of whoever is to fill it in, where that is known. */
  readonly reader?: string
  /** Who asks, where that is known: signs it. */
  readonly asker?: string
  /** Plain day until which an answer is hoped for. */
  readonly by?: string
  /** How the notebook names what was asked: the end of its id. */
  readonly mark: string
}

/** The mark by which a question is found again: `[q1]`, counted over the whole form. */
function questionMark(number: number): string {
  return `[q${number}]`
}

/** The mark by which a whole form is found again. */
function formMark(form: Pick<Form, 'id'>, mark: string): string {
  return `[form ${form.id} ${mark}]`
}

/**
 * A form as a text that can be mailed and filled in with any editor: who asks and why, the measure, the questions
 * with room below each, a mark at the end by which the answer finds its way back. It holds nothing of the notebook but
 * the person's name.
 */
export function printForm(form: Form, occasion: Occasion): string {
  const { letter } = form
  const say = (text: string) => spoken(text, occasion)
  const numbers = new Map(questionsOf(form).map((one, index) => [one.id, index + 1]))
  const parts = form.parts
    .filter(({ questions }) => questions.length > 0)
    .flatMap(({ title, intro, measure, questions }) => [
      `## ${title}`,
      ...(intro === undefined ? [] : [intro]),
      ...(measure === undefined
        ? []
        : [`${measure.title}:`, measure.lines.map((line) => `- ${line}`).join('\n')]),
      ...questions.map((one) => questionText(one, numbers.get(one.id) ?? 0)),
    ])
  const blocks = [
    `# ${form.title}`,
    ...[letter.hello, letter.opening, letter.how].map(say),
    ...parts,
    '---',
    say(letter.closing),
    ...(occasion.asker === undefined ? [] : [occasion.asker]),
    formMark(form, occasion.mark),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

/** What a printed form says around the questions and their answers, for telling it from what somebody wrote. */
export function aroundOf(form: Form, occasion: Omit<Occasion, 'mark'>): Around {
  const say = (text: string) => spoken(text, occasion)
  const { hello, opening, how, closing } = form.letter
  return {
    letter: [form.title, opening, how, closing].map(say),
    inside: [
      ...form.parts.flatMap(({ title, intro }) => [title, intro ?? '']),
      ...questionsOf(form).map(({ help }) => help ?? ''),
    ],
    above: [
      say(hello),
      occasion.asker ?? '',
      ...form.parts.flatMap(({ measure }) =>
        measure === undefined ? [] : [measure.title, ...measure.lines],
      ),
    ],
  }
}

function questionText({ ask, help }: FormAsked, number: number): string {
  const lines = [
    `### ${number}. ${ask} ${questionMark(number)}`,
    ...(help === undefined ? [] : [`(${help})`]),
  ]
  return `${lines.join('\n')}\n\n`
}

/** A sentence whose name or day is not known is left out; of a greeting the name alone. */
function spoken(text: string, { person, reader, by }: Omit<Occasion, 'mark'>): string {
  const known: Readonly<Record<string, string | undefined>> = {
    person: firstName(person),
    reader: reader === undefined ? undefined : firstName(reader),
    day: by === undefined ? undefined : formatDay(by),
  }
  return text
    .replace(/^(\p{L}+) \{reader\}/u, (whole, hello: string) => (known.reader === undefined ? hello : whole))
    .split(/(?<=[.?]) /)
    .filter((sentence) =>
      [...sentence.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => known[name] !== undefined),
    )
    .join(' ')
    .replace(/\{(\w+)\}/g, (hole, name: string) => known[name] ?? hole)
}
