import { type NewEvidence, newEvidenceNotes } from '../evidence/note.ts'
import { notePath } from '../notebook/names.ts'
import type { Person } from '../notebook/note.ts'
import type { Consent } from './consent.ts'
import { type Form, questionsOf } from './form.ts'
import type { FormNote, Moment } from './notes.ts'
import type { FormRead } from './read.ts'

/** One thing that a peer or a customer wrote, as evidence; its side where the question says which. */
interface Voice {
  readonly words: string
  readonly side?: 'strength' | 'growth'
}

const BULLET = /^\s*(?:[-*•–+]|\d{1,2}[.)])\s+/
/** An answer with more things in it than this is kept as one: nobody lists so many by hand, and a note could not hold them all. */
const MOST = 30
/** What people write where they have nothing to say. */
const NOTHING =
  /^(?:n\s?[/.]\s?a\.?|none|nothing|no|nope|not sure|no idea|don['’]t know|(?:nothing|none) (?:comes to mind|i can think of|that i know of|to add|so far|really)|not applicable|\?+|see above|as above|same)[\s.]*$/i

/** What of somebody else's answers is evidence, in the order of the form: a list is one thing a line. None of the person's own view. */
export function voicesIn(form: Form, { answers }: Pick<FormRead, 'answers'>): readonly Voice[] {
  if (form.letter.from === 'person') return []
  return questionsOf(form).flatMap(({ id, label, evidence }): readonly Voice[] => {
    const text = answers.find((one) => one.id === id)?.text.trim() ?? ''
    if (evidence === undefined || text === '') return []
    const side = evidence === 'open' ? {} : { side: evidence }
    const said = listed(text).filter((words) => !NOTHING.test(words))
    // Without a side, only the question tells what an answer of a few words is about.
    return said.map((words) => ({ words: evidence === 'open' ? `${label}: ${words}` : words, ...side }))
  })
}

/** The things of a list without their bullets, each with the lines a mail program wrapped it into; any other text as it is. */
function listed(text: string): readonly string[] {
  const lines = text.split('\n')
  const bullets = lines.filter((line) => BULLET.test(line)).length
  if (!BULLET.test(text) || bullets > MOST) return [text]
  const things: string[] = []
  for (const [at, line] of lines.entries()) {
    const words = line.replace(BULLET, '').trim()
    // What stands behind an empty line is no part of the thing above it.
    if (BULLET.test(line) || (words !== '' && lines[at - 1]?.trim() === '')) things.push(words)
    else if (words !== '') things.push(`${things.pop() ?? ''} ${words}`)
  }
  return things.length > MOST ? [text] : things
}

/**
 * The note by which the next preparation offers what a peer or a customer wrote: the kind of source, never a name. No day is known of it but the
 * one on which it came in. Undefined where there is nothing to offer, and where it is not to be passed on. `origin` is the form's note; `next` gives fresh ids.
 */
export function voicesNote(
  form: Form,
  person: Person,
  read: Pick<FormRead, 'answers'>,
  origin: { readonly id: string; readonly isNamed: boolean; readonly consent?: Consent },
  moment: Omit<Moment, 'id'>,
  next: () => string,
): FormNote | undefined {
  if (origin.consent === 'no') return undefined
  const voices = voicesIn(form, read)
  const unsaid = origin.consent === 'unsaid' ? { consent: 'unsaid' } : {}
  if (voices.length === 0) return undefined
  const about = { id: next(), person, ...moment, facts: { received: origin.id } }
  const items = voices.map(
    ({ words, side }): NewEvidence => ({
      id: next(),
      words,
      facts: { side, source: form.letter.from, ...(origin.isNamed ? {} : { unnamed: true }), ...unsaid },
    }),
  )
  const { note } = newEvidenceNotes(about, items)
  return { path: notePath(note.facts), note }
}
