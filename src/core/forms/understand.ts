import { shortId } from '../notebook/ids.ts'
import { everyoneIn, loadPeople } from '../notebook/load.ts'
import type { Person } from '../notebook/note.ts'
import { findPerson, fold } from '../notebook/people.ts'
import type { NoteHead, NoteIndex } from '../ports/index-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import { formFactsOf } from './facts.ts'
import { asItWasAsked, type Form } from './form.ts'
import { formIds, loadForm } from './load.ts'
import { printedThen, questionsAsked, textMark } from './notes.ts'
import { aroundOf } from './print.ts'
import { type Around, bothAround, formMarksIn } from './printed.ts'
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
  /** The person fills it in, about themself. */
  readonly isOwn: boolean
  /** Whoever was asked, where the mentor named them. */
  readonly reader?: string
  /** It is waited for no longer. */
  readonly isOver: boolean
  /** A note in the notebook answers it. */
  readonly isAnswered: boolean
}

/** A text that came in, and everything that is known of it. */
export interface Understood {
  readonly person: Person
  readonly form: Form
  readonly read: FormRead
  /** The asked form it answers, if any. */
  readonly of?: Asked
  /** How many of the forms that wait it could answer, where that cannot be told. */
  readonly couldBe: number
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
  const marks = formMarksIn(unwrap(source).text)
  const [mark] = marks
  const markedBy = (one: (typeof marks)[number]) => asked.find(({ id }) => shortId(id) === one.mark)
  checkOneForm(
    marks.map((one) => ({ form: one.form, mark: one.mark, asked: markedBy(one) })),
    everyone,
  )
  const marked = mark === undefined ? undefined : markedBy(mark)
  if (marked !== undefined && said !== undefined && said.slug !== marked.person) {
    throw contradiction(nameOf(everyone, marked.person), said.name)
  }
  const open = asked.filter(
    (one) =>
      !one.isOver &&
      (said === undefined || one.person === said.slug) &&
      (wishes.form === undefined || one.form === wishes.form),
  )
  const sure = mark === undefined ? waitingFor(open, source, everyone) : marked
  const slug = sure?.person ?? (mark === undefined ? onlyPerson(open) : undefined)
  const person = said ?? (slug === undefined ? undefined : findPerson(slug, everyone))
  if (person === undefined) throw unknownPerson(asked, everyone)
  const data = await context.data()
  const readWith = (of: Asked | undefined) =>
    readAs(context, files, data, source, person, of, wishes.form ?? mark?.form)
  const first = await readWith(sure)
  const fitting = open.filter((one) => one.person === person.slug && one.form === first.form.id)
  const of = sure ?? (mark === undefined && fitting.length === 1 ? fitting[0] : undefined)
  const { form, read } = of === sure ? first : await readWith(of)
  const text = textMark(source)
  const same = all.find(({ head, text: other }) => head.person === person.slug && other === text)
  return {
    person,
    form,
    read,
    ...(of === undefined ? {} : { of }),
    couldBe: of === undefined ? fitting.length : 0,
    by: marked !== undefined ? 'mark' : said !== undefined ? 'said' : 'only',
    ...(same === undefined ? {} : { same: same.head.id }),
    isNamed: form.letter.from === 'person' || of?.reader !== undefined,
  }
}

/** Every form that was asked for, answered or not. */
export async function askedForms(index: NoteIndex): Promise<readonly Asked[]> {
  return (await formsIn(index)).flatMap(({ asked }) => asked ?? [])
}

/** Every note of a form, with what its facts say. */
async function formsIn(
  index: NoteIndex,
): Promise<readonly { readonly head: NoteHead; readonly asked?: Asked; readonly text?: string }[]> {
  const { heads } = index.newest({ kind: 'form' })
  const facts = await index.facts(heads)
  const standing = await index.standing()
  const answered = new Set(facts.flatMap(({ events = [] }) => events.map(({ of }) => of)))
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
      isOwn: form.from === 'person',
      ...(typeof more.reader === 'string' ? { reader: more.reader } : {}),
      isOver: !open.some(({ id }) => id === head.id),
      isAnswered: answered.has(head.id),
    }
    return [{ head, asked }]
  })
}

/** The only form that waits; among several the only one whose person the text names. */
function waitingFor(open: readonly Asked[], source: string, everyone: readonly Person[]): Asked | undefined {
  if (open.length <= 1) return open[0]
  const text = fold(source.slice(0, 100_000))
  const named = open.filter(({ person }) => text.includes(fold(nameOf(everyone, person))))
  return named.length === 1 ? named[0] : undefined
}

/** The person whom every form that waits is about. */
function onlyPerson(open: readonly Asked[]): string | undefined {
  return open.every(({ person }) => person === open[0]?.person) ? open[0]?.person : undefined
}

/**
 * Throws where a text holds forms of several people, or several forms: the words under one of them would be kept as an answer to
 * another. The person's own view in an older copy is theirs all the same.
 */
function checkOneForm(
  marks: readonly { readonly form: string; readonly mark: string; readonly asked: Asked | undefined }[],
  everyone: readonly Person[],
): void {
  const whose = new Map(
    marks.map(({ form, mark, asked }) => {
      const about = asked === undefined ? '' : ` about ${nameOf(everyone, asked.person)}`
      return [asked?.isOwn === false ? mark : `${form}${about}`, `${form}${about}`]
    }),
  )
  if (whose.size < 2) return
  throw new Trouble({
    kind: 'usage',
    message: `There are ${whose.size} forms in this text: ${[...whose.values()].join(', ')}.`,
    mend: 'Save each of them as a file of its own, and read one after the other.',
  })
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
  const open = [...new Set(asked.filter((one) => !one.isOver).map(({ person }) => nameOf(everyone, person)))]
  const waits = open.length === 0 ? '' : ` Forms were asked for about: ${open.join(', ')}.`
  const message = `It cannot be told whom this is about.${waits}`
  return new Trouble({ kind: 'usage', message, mend: 'Add --person and the name.' })
}
