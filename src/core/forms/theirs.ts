import { openIndex } from '../interview/inbox-door.ts'
import type { NotTheirs, ReadView, ReceivedForm, TheirForms } from '../interview/their-view.ts'
import { shortId } from '../notebook/ids.ts'
import { loadPeople } from '../notebook/load.ts'
import type { StoredNote } from '../notebook/note.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import type { Context } from '../ports.ts'
import { byText } from '../text/order.ts'
import { formFactsOf } from './facts.ts'
import { asItWasAsked, questionsOf } from './form.ts'
import { loadForm } from './load.ts'
import { aroundOf } from './print.ts'
import { bothAround, formMarksIn } from './printed.ts'
import { readForm } from './read.ts'
import { askedForms, askedIn } from './understand.ts'
import { unwrap } from './unwrap.ts'

/** Without a form of the template's own, a text is read as this one. */
const USUAL = 'self-assessment'

/** The forms of somebody's own view in the notebook at `root`. Throws what reading it does. */
export async function theirForms(context: Context, root: string, person: string): Promise<TheirForms> {
  const index = await openIndex(context, root)
  const standing = index === undefined ? undefined : (await index.standing()).get(person)
  const asked = (standing?.asked ?? []).filter(({ from }) => from === 'person')
  const answered = standing?.answered ?? []
  if (index === undefined) return { person, asked, received: [] }
  const ids = new Set(answered.map(({ id }) => id))
  const unused = index.about(person).filter((head) => ids.has(head.id))
  if (unused.length === 0) {
    return { person, asked, received: asked.length > 0 ? [] : await usedBefore(index, person) }
  }
  const received = (await index.notes(unused)).map(receivedForm).sort((a, b) => later(a, b))
  return { person, asked, received }
}

/** The newest of their forms that a session has used already: what they wrote then may open the next talk too. */
async function usedBefore(index: NoteIndex, person: string): Promise<readonly ReceivedForm[]> {
  const heads = index.about(person).filter(({ kind }) => kind === 'form')
  const facts = await index.facts(heads)
  const own = heads.filter((_head, at) => {
    const form = facts[at] === undefined ? undefined : formFactsOf(facts[at])
    return form?.state === 'received' && form.from === 'person'
  })
  const newest = own.sort((a, b) => byText(`${b.date} ${b.id}`, `${a.date} ${a.id}`)).slice(0, 1)
  return (await index.notes(newest)).map((note) => ({ ...receivedForm(note), isUsed: true }))
}

function receivedForm({ note }: StoredNote): ReceivedForm {
  const answers = note.sections.filter(({ id, text }) => id !== undefined && id !== 'words' && text !== '')
  const words = note.sections.find(({ id }) => id === 'words')?.text
  return {
    id: note.facts.id,
    on: note.facts.date,
    count: answers.length,
    text: words ?? answersText(answers.map(({ heading, text }) => ({ label: heading, text }))),
    answers: answers.map(({ id = '', text }) => ({ id, text })),
  }
}

/** Answers as one text, each behind its name. */
function answersText(answers: readonly { readonly label: string; readonly text: string }[]): string {
  return answers.map(({ label, text }) => `${label}: ${text}`).join('\n\n')
}

/**
 * Reads a text that came from somebody, as the form that was asked of them; undefined where no question is found in it, and a mistake
 * where it is still blank, or its mark says that it is about or from somebody else. Throws what reading the notebook does.
 */
export async function readTheirs(
  context: Context,
  root: string,
  given: { readonly text: string; readonly person: string; readonly form: string | undefined },
): Promise<ReadView | NotTheirs | undefined> {
  const files = await context.notebookAt(root)
  const index = await openIndex(context, root)
  const every = index === undefined ? [] : await askedForms(index)
  const marks = new Set(formMarksIn(unwrap(given.text).text).map(({ mark }) => mark))
  const marked = every.filter(({ id }) => marks.has(shortId(id)))
  if (marked.some(({ person, isOwn }) => !isOwn || person !== given.person)) {
    return {
      mistake: 'The form in it was asked of somebody else.',
      mend: 'Read it in with tactful receive, or name another file.',
    }
  }
  const asked = marked[0] ?? (await theirForms(context, root, given.person)).asked.at(-1)
  const name = (await loadPeople(files)).found.find(({ slug }) => slug === given.person)?.name ?? given.person
  const now = await loadForm(asked?.form ?? given.form ?? USUAL, name, files, await context.data())
  const then = asked === undefined ? undefined : await askedIn(files, asked.path)
  const form = then === undefined ? now : asItWasAsked(now, then.questions)
  const asker = await (await context.settings()).get('name')
  const read = readForm(
    given.text,
    form,
    bothAround(
      aroundOf(form, {
        ...{ person: name, reader: name },
        ...(asker === undefined ? {} : { asker }),
        ...(asked?.by === undefined ? {} : { by: asked.by }),
      }),
      then?.around,
    ),
  )
  if (read.answers.length === 0) {
    if (read.words !== undefined) return undefined
    return { mistake: 'There are no answers in it yet.', mend: 'Name the file that came back.' }
  }
  const labels = new Map(questionsOf(form).map(({ id, label }) => [id, label]))
  return {
    text: answersText(read.answers.map(({ id, text }) => ({ label: labels.get(id) ?? id, text }))),
    count: read.answers.length,
    isMore: read.left.length > 0 || read.copies > 1 || read.folded > 0,
    copies: read.copies,
    answers: read.answers,
  }
}

function later(a: ReceivedForm, b: ReceivedForm): number {
  return byText(`${b.on} ${b.id}`, `${a.on} ${a.id}`)
}
