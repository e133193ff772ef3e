import { notePath, privatePath } from '../notebook/names.ts'
import { type Facts, FORMAT, type Note, type Person, type Section } from '../notebook/note.ts'
import { fingerprint } from '../template/hash.ts'
import type { Consent } from './consent.ts'
import { type Form, questionsOf } from './form.ts'
import type { Around } from './printed.ts'
import type { FormRead } from './read.ts'

/** A note of a form and where it lies, relative to the notebook. */
export interface FormNote {
  readonly path: string
  readonly note: Note
}

/** What every note of a form takes from the world: a fresh ULID, the plain day, the instant in UTC. */
export interface Moment {
  readonly id: string
  readonly today: string
  readonly now: string
}

/** Headings and titles of the notes; `title` is the form's own. */
const WORDS = {
  asked: (title: string) => `Asked for: ${title}`,
  words: 'In their own words',
  original: 'As it came',
  readable: 'As it reads',
  alone: 'What they wrote is for you alone. It stands in your private part.',
} as const

/** The note that a form was sent out: when, until when, and the questions as they were asked. Whoever is asked is named only where `reader` is given. */
export function askedNote(
  form: Form,
  person: Pick<Person, 'slug'>,
  { id, today, now }: Moment,
  more: { readonly by?: string; readonly reader?: string },
  around: Around,
): FormNote {
  const sections = questionsOf(form).map(
    ({ id: question, ask, help }): Section => ({ id: question, heading: ask, text: help ?? '' }),
  )
  const helps = new Set(sections.map(({ text }) => text))
  const facts: Facts = {
    ...{ tactful: FORMAT, id, kind: 'form', person: person.slug, date: today, created: now },
    ...{ title: WORDS.asked(form.title), template: `${form.id}@${form.version}` },
    form: { id: form.id, version: form.version, state: 'asked', from: form.letter.from, ...more },
    sections: Object.fromEntries(sections.map(({ id: question, heading }) => [question ?? '', heading])),
  }
  // What was printed around the questions is told from an answer later, also when the form has other words by then.
  const lead = [...around.letter, ...around.inside]
    .filter((text) => text !== '' && !helps.has(text))
    .join('\n\n')
  return { path: notePath(facts), note: { facts, lead, sections } }
}

/** What an asked note says was printed beside the questions. */
export function printedThen(note: Note): Around {
  return {
    letter: note.lead.split('\n\n'),
    inside: note.sections.map(({ text }) => text).filter((text) => text !== ''),
    above: [],
  }
}

/** The questions an asked note holds, as they were asked: id -> text. */
export function questionsAsked(note: Note): Readonly<Record<string, string>> {
  return Object.fromEntries(
    note.sections.flatMap(({ id, heading }) => (id === undefined ? [] : [[id, heading]])),
  )
}

/** What tells one text from another: its words, wherever its lines end. */
export function textMark(text: string): string {
  return fingerprint(text.replace(/\s+/g, ' ').trim())
}

/**
 * The notes of a form that came in: their words, a section each question, and the whole text as it came in the mentor's
 * private part. After a no to passing it on their words stand there too, and nowhere else. `of` is the asked note it answers. `original` may be masked already; `mark` is that of the text as it came.
 */
export function receivedNotes(
  form: Form,
  person: Pick<Person, 'slug'>,
  { id, today, now }: Moment,
  read: Pick<FormRead, 'answers' | 'words'>,
  more: {
    readonly of?: string
    readonly mark: string
    readonly original: string
    readonly readable?: string
    readonly reader?: string
    readonly consent?: Consent
  },
): { readonly note: FormNote; readonly hidden: FormNote } {
  const asks = new Map(questionsOf(form).map((one) => [one.id, one]))
  const sections = read.answers.map(
    ({ id: question, text }): Section => ({
      id: question,
      heading: asks.get(question)?.label ?? question,
      text,
    }),
  )
  if (read.words !== undefined) sections.push({ id: 'words', heading: WORDS.words, text: read.words })
  const own = { tactful: FORMAT, id, kind: 'form', person: person.slug, date: today, created: now } as const
  const title = form.title
  const template = `${form.id}@${form.version}`
  const asked = Object.fromEntries(read.answers.map((one) => [one.id, asks.get(one.id)?.ask ?? one.id]))
  const { of, mark, reader, consent } = more
  const isAlone = consent === 'no'
  const shown = isAlone ? [] : sections
  const kept = consent === undefined || consent === 'yes' ? {} : { consent }
  const facts: Facts = {
    ...own,
    title,
    template,
    ...(read.answers.length === 0 ? {} : { asked }),
    form: {
      ...{ id: form.id, version: form.version, state: 'received', from: form.letter.from, text: mark },
      ...(of === undefined ? {} : { of }),
      ...(reader === undefined ? {} : { reader }),
      ...kept,
    },
    ...(of === undefined ? {} : { events: [{ of, what: 'received', on: today }] }),
    sections: Object.fromEntries(shown.map((one) => [one.id ?? '', one.heading])),
  }
  const { readable } = more
  const came: readonly Section[] = [
    ...(isAlone ? sections : []),
    ...(readable === undefined ? [] : [{ id: 'readable', heading: WORDS.readable, text: readable }]),
    { id: 'original', heading: WORDS.original, text: more.original },
  ]
  const hidden: Facts = {
    ...own,
    title,
    template,
    private: true,
    ...(isAlone ? { form: kept } : {}),
    sections: Object.fromEntries(came.map((one) => [one.id ?? '', one.heading])),
  }
  return {
    note: { path: notePath(facts), note: { facts, lead: isAlone ? WORDS.alone : '', sections: shown } },
    hidden: {
      path: privatePath(hidden),
      note: {
        facts: hidden,
        lead: '',
        sections: came,
      },
    },
  }
}
