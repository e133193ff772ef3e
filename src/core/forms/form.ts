import { firstName } from '../interview/resolve.ts'
import type { Letter, Template, TextQuestion } from '../template/template.ts'

/** One question of a form as it is printed, and by what else its answer may be headed. */
export interface FormAsked {
  readonly id: string
  /** The question, with the person's first name in it. */
  readonly ask: string
  /** A short name of the answer, as a heading. */
  readonly label: string
  readonly help?: string
  readonly also: readonly string[]
  /** What is answered here becomes evidence, with this side. */
  readonly evidence?: TextQuestion['evidence']
  /** What is answered here tells whether it may be passed on. */
  readonly consent?: TextQuestion['consent']
}

/** One part of a form as it is printed; `measure` is what stands above its questions to compare oneself with. */
export interface FormPart {
  readonly title: string
  readonly intro?: string
  readonly measure?: { readonly title: string; readonly lines: readonly string[] }
  readonly questions: readonly FormAsked[]
}

/** A form about one person, ready to be printed and to be read back. */
export interface Form {
  readonly id: string
  readonly version: number
  /** Whose form it is: "Sam Rivera's own view". */
  readonly title: string
  readonly letter: Letter
  readonly parts: readonly FormPart[]
}

/** Says `{person}` of a template by first name. */
function named(text: string, name: string): string {
  return text.replaceAll('{person}', firstName(name))
}

/** A form template as it is about `name`; `measures` are the libraries it prints, by id: title, and one line an entry. Undefined for what is no form. */
export function formOf(
  template: Template,
  name: string,
  measures: Readonly<Record<string, { readonly title: string; readonly lines: readonly string[] }>> = {},
): Form | undefined {
  const { id, version, kind, letter, note, parts } = template
  if (kind !== 'form' || letter === undefined) return undefined
  return {
    id,
    version,
    title: note.title.replaceAll('{person}', name),
    letter,
    parts: parts.map(({ title, intro, lists, questions }) => {
      const measure = lists === undefined ? undefined : measures[lists]
      return {
        title: named(title, name),
        ...(intro === undefined ? {} : { intro: named(intro, name) }),
        ...(measure === undefined ? {} : { measure }),
        questions: questions.flatMap((one) =>
          one.type === 'text' || one.type === 'paragraph' ? [asked(one, name)] : [],
        ),
      }
    }),
  }
}

function asked({ id, ask, label, help, also, evidence, consent }: TextQuestion, name: string): FormAsked {
  return {
    id,
    ask: named(ask, name),
    label: named(label ?? ask, name).replace(/[?:\s]+$/, ''),
    ...(help === undefined ? {} : { help: named(help, name) }),
    also: also ?? [],
    ...(evidence === undefined ? {} : { evidence }),
    ...(consent === undefined ? {} : { consent }),
  }
}

/** The questions of a form in order. */
export function questionsOf(form: Form): readonly FormAsked[] {
  return form.parts.flatMap(({ questions }) => questions)
}

/**
 * The form with the questions as an earlier version of it asked them (id -> text), in that order, so that an answer to
 * that version finds its question: what was dropped since is there again, what is new is not.
 */
export function asItWasAsked(form: Form, before: Readonly<Record<string, string>>): Form {
  const now = new Map(questionsOf(form).map((one) => [one.id, one]))
  const questions = Object.entries(before).map(([id, ask]): FormAsked => {
    const known = now.get(id)
    return known === undefined ? { id, ask, label: ask.replace(/[?:\s]+$/, ''), also: [] } : { ...known, ask }
  })
  if (questions.length === 0) return form
  const [first, ...others] = form.parts
  if (first === undefined) return form
  return { ...form, parts: [{ ...first, questions }, ...others.map((part) => ({ ...part, questions: [] }))] }
}
