import { shortId } from '../notebook/ids.ts'
import { everyoneIn, loadPeople } from '../notebook/load.ts'
import type { Person } from '../notebook/note.ts'
import { findPerson, fold } from '../notebook/people.ts'
import type { Context, NoteFiles, NoteHead, NoteIndex } from '../ports.ts'
import { Trouble } from '../problem.ts'
import { formFactsOf } from './facts.ts'
import { asItWasAsked, type Form } from './form.ts'
import { formIds, loadForm } from './load.ts'
import { printedThen, questionsAsked, textMark } from './notes.ts'
import { aroundOf } from './print.ts'
import { type Around, bothAround, formMarkIn } from './printed.ts'
import { type FormRead, readForm } from './read.ts'
import { unwrap } from './unwrap.ts'

/** A form that was asked for: where it stands, whom it is about, and what its note says. */
interface Asked {
  readonly id: string
  readonly path: string
  /** Slug. */
  readonly person: string
  /** Plain day on which it was sent out. */
  readonly on: string
  readonly by?: string
  readonly form: string
  /** Whoever was asked, where the mentor named them. */
  readonly reader?: string
  readonly isAnswered: boolean
}

/** A text that came in, and everything that is known of it. */
export interface Understood {
  readonly person: Person
  readonly form: Form
  readonly read: FormRead
  /** The asked form it answers, if any. */
  readonly of?: Asked
  /** How that was told: by the mark in the text, by what was said on the command line, or because nothing else waits. */
  readonly by: 'mark' | 'said' | 'only'
  /** The id of a note that holds the same text already. */
  readonly same?: string
  /** Who sent it may be told: it is a form of the person's own, or they were asked by name. */
  readonly isNamed: boolean
}

/** What is known beforehand of a text. */
interface Wishes {
  readonly person?: string
  readonly form?: string
}

/**
 * Finds out whom a text is about and which form it answers, and reads it. Throws `usage` where that cannot be told, or where
 * what was said contradicts what stands in the text.
 */
export async function understand(
  context: Context,
  files: NoteFiles,
  index: NoteIndex | undefined,
  source: string,
  wishes: Wishes,
): Promise<Understood> {
  const { found: people } = await loadPeople(files)
  const everyone = everyoneIn(people, index?.people ?? [])
  const said = wishes.person === undefined ? undefined : findPerson(wishes.person, everyone)
  const all = index === undefined ? [] : await formsIn(index)
  const asked = all.flatMap(({ asked: one }) => one ?? [])
  const mark = formMarkIn(unwrap(source).text)
  const marked = mark === undefined ? undefined : asked.find(({ id }) => shortId(id) === mark.mark)
  if (marked !== undefined && said !== undefined && said.slug !== marked.person) {
    throw contradiction(nameOf(everyone, marked.person), said.name)
  }
  const of = mark === undefined ? waitingFor(asked, said, wishes.form, source, everyone) : marked
  const person = said ?? (of === undefined ? undefined : findPerson(of.person, everyone))
  if (person === undefined) throw unknownPerson(asked, everyone)
  const data = await context.data()
  const { form, read } = await readAs(context, files, data, source, person, of, wishes.form ?? mark?.form)
  const text = textMark(source)
  const same = all.find(({ head, text: other }) => head.person === person.slug && other === text)
  return {
    person,
    form,
    read,
    ...(of === undefined ? {} : { of }),
    by: marked !== undefined ? 'mark' : said !== undefined ? 'said' : 'only',
    ...(same === undefined ? {} : { same: same.head.id }),
    isNamed: form.letter.from === 'person' || of?.reader !== undefined,
  }
}

/** Every note of a form, with what its facts say. */
async function formsIn(
  index: NoteIndex,
): Promise<readonly { readonly head: NoteHead; readonly asked?: Asked; readonly text?: string }[]> {
  const { heads } = index.newest({ kind: 'form' })
  const facts = await index.facts(heads)
  const standing = await index.standing()
  return heads.flatMap((head, at) => {
    const own = facts[at]
    const form = own === undefined ? undefined : formFactsOf(own)
    if (own === undefined || form === undefined) return []
    const more = own.form as { readonly text?: unknown; readonly reader?: unknown }
    if (form.state === 'received')
      return [{ head, ...(typeof more.text === 'string' ? { text: more.text } : {}) }]
    const open = standing.get(head.person)?.asked ?? []
    const asked = {
      ...{ id: head.id, path: head.path, person: head.person, on: head.date, form: form.form },
      ...(form.by === undefined ? {} : { by: form.by }),
      ...(typeof more.reader === 'string' ? { reader: more.reader } : {}),
      isAnswered: !open.some(({ id }) => id === head.id),
    }
    return [{ head, asked }]
  })
}

/** The only form that waits and fits what is known; among several the only one whose person the text names. */
function waitingFor(
  asked: readonly Asked[],
  said: Person | undefined,
  form: string | undefined,
  source: string,
  everyone: readonly Person[],
): Asked | undefined {
  const open = asked.filter(
    (one) =>
      !one.isAnswered &&
      (said === undefined || one.person === said.slug) &&
      (form === undefined || one.form === form),
  )
  if (open.length <= 1) return open[0]
  const text = fold(source.slice(0, 100_000))
  const named = open.filter(({ person }) => text.includes(fold(nameOf(everyone, person))))
  return named.length === 1 ? named[0] : undefined
}

async function readAs(
  context: Context,
  files: NoteFiles,
  data: Awaited<ReturnType<Context['data']>>,
  source: string,
  person: Person,
  of: Asked | undefined,
  wanted: string | undefined,
): Promise<{ readonly form: Form; readonly read: FormRead }> {
  const asker = await (await context.settings()).get('name')
  const then = of === undefined ? undefined : await askedIn(files, of.path)
  const readIt = (form: Form): FormRead => {
    const own = form.letter.from === 'person' ? { reader: person.name } : {}
    const by = of?.by === undefined ? {} : { by: of.by }
    const named = { person: person.name, ...own, ...by, ...(asker === undefined ? {} : { asker }) }
    return readForm(source, form, bothAround(aroundOf(form, named), then?.around))
  }
  const id = of?.form ?? wanted
  if (id !== undefined) {
    const now = await loadForm(id, person.name, files, data)
    const form = then === undefined ? now : asItWasAsked(now, then.questions)
    return { form, read: readIt(form) }
  }
  const ids = await formIds(files, data)
  const tried = await Promise.all(ids.map(async (one) => loadForm(one, person.name, files, data)))
  const reads = tried.map((form) => ({ form, read: readIt(form) }))
  const [best, second] = [...reads].sort((a, b) => b.read.answers.length - a.read.answers.length)
  const isClear = (best?.read.answers.length ?? 0) > (second?.read.answers.length ?? 0)
  if (best !== undefined && isClear) return best
  const mend = `Add --form and one of: ${ids.join(', ')}.`
  throw new Trouble({ kind: 'usage', message: 'It cannot be told which form this is.', mend })
}

/** What the asked note at a path says: its questions as they were asked (id -> text), and what was printed beside them; nothing where it is gone. */
export async function askedIn(
  files: NoteFiles,
  path: string,
): Promise<{ readonly questions: Readonly<Record<string, string>>; readonly around: Around }> {
  const source = await files.read(path)
  if (source === undefined) return { questions: {}, around: { letter: [], inside: [], above: [] } }
  const { readNote } = await import('../notebook/load.ts')
  const { note } = await readNote(source, path)
  return { questions: questionsAsked(note), around: printedThen(note) }
}

function nameOf(people: readonly Person[], slug: string): string {
  return people.find((one) => one.slug === slug)?.name ?? slug
}

function contradiction(inside: string, said: string): Trouble {
  const message = `This form is about ${inside}; --person says ${said}.`
  return new Trouble({ kind: 'usage', message, mend: 'Leave --person out, or check the file.' })
}

function unknownPerson(asked: readonly Asked[], everyone: readonly Person[]): Trouble {
  const open = [
    ...new Set(asked.filter((one) => !one.isAnswered).map(({ person }) => nameOf(everyone, person))),
  ]
  const waits = open.length === 0 ? '' : ` Forms were asked for about: ${open.join(', ')}.`
  const message = `It cannot be told whom this is about.${waits}`
  return new Trouble({ kind: 'usage', message, mend: 'Add --person and the name.' })
}
