import { formToDrop, openForms } from '../core/forms/drop.ts'
import { formFiles } from '../core/forms/files.ts'
import { formIds, loadForm } from '../core/forms/load.ts'
import { askedNote } from '../core/forms/notes.ts'
import { aroundOf, printForm } from '../core/forms/print.ts'
import { dayOption } from '../core/notebook/day-option.ts'
import { eventReason } from '../core/notebook/event-options.ts'
import { shortId } from '../core/notebook/ids.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { newPerson } from '../core/notebook/new-person.ts'
import type { Person } from '../core/notebook/note.ts'
import { findPerson, matchPerson, nobodyCalled } from '../core/notebook/people.ts'
import { checkName } from '../core/notebook/person-change.ts'
import { saveUpdate } from '../core/notebook/update.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { askedText, droppedText, droppedTitle } from '../views/forms.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import type { Options } from './card.ts'

/** Writes a form that can be mailed and filled in with any editor, and notes that it was asked for. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, clock, common } = context
  const text = (key: string) => (typeof options[key] === 'string' ? options[key].trim() : undefined)
  const files = await context.notebookAt(undefined)
  const data = await context.data()
  const people = await loadPeople(files)
  terminal.err(badLines(people.bad))
  if (options.drop !== undefined && options.drop !== false)
    return drop(context, args[0] ?? '', people.found, options)
  const formId = text('form')
  if (formId === undefined) {
    const ids = (await formIds(files, data)).join(', ')
    throw new Trouble({ kind: 'usage', message: 'Which form? --form is missing.', mend: `Forms: ${ids}.` })
  }
  const { person, isNew } = await whoOf(context, args[0] ?? '', people.found)
  const form = await loadForm(formId, person.name, files, data)
  const given = text('by')
  const by = given === undefined ? undefined : await dayOption(context, '--by', given, 'future')
  const reader = form.letter.from === 'person' ? person.name : text('for')
  if (options.named === true && reader === undefined) {
    const mend = 'Say who it is for: --for "Anna Berg" --named'
    throw new Trouble({ kind: 'usage', message: '--named keeps a name, and none is given.', mend })
  }
  const isNamed = reader !== undefined && (options.named === true || form.letter.from === 'person')
  const asker = await (await context.settings()).get('name')
  const id = (await context.ids()).next()
  const occasion = {
    ...{ person: person.name, mark: shortId(id) },
    ...(asker === undefined ? {} : { asker }),
    ...(by === undefined ? {} : { by }),
  }
  const note = askedNote(
    form,
    person,
    { id, today: clock.today(), now: clock.now() },
    {
      ...(by === undefined ? {} : { by }),
      ...(isNamed && form.letter.from !== 'person' ? { reader } : {}),
    },
    // A sentence with a name that is not to be kept is left out of the note.
    aroundOf(form, isNamed ? { ...occasion, reader } : occasion),
  )
  const printed = printForm(form, reader === undefined ? occasion : { ...occasion, reader })
  const to = text('to')
  const file = to === '-' ? undefined : to
  const writing = await context.notebookToWrite()
  if (file !== undefined) await context.writeFile(file, printed, options.force === true)
  await writing.saveAll(formFiles([note], isNew ? person : undefined))
  const facts = {
    id,
    path: note.path,
    person: person.slug,
    form: form.id,
    by: by ?? null,
    file: file ?? null,
  }
  if (common.json === true) {
    terminal.out(jsonText(file === undefined ? { ...facts, text: printed } : facts))
    return 'done'
  }
  if (file === undefined) terminal.out(printed)
  if (common.quiet !== true) {
    const said = askedText({
      id,
      path: note.path,
      name: person.name,
      form,
      file,
      by,
      isSigned: asker !== undefined,
    })
    if (file === undefined) terminal.err(said)
    else terminal.out(said)
  }
  return 'done'
}

/** Lets go of a form that was asked for and that nobody will answer: it is no longer waited for. */
async function drop(
  context: Context,
  name: string,
  people: readonly Person[],
  { drop: typed, form, why }: Options,
): Promise<Outcome> {
  const { terminal, clock, common } = context
  const index = await context.index()
  const person = findPerson(name, everyoneIn(people, index.people))
  const open = await openForms(index, person.slug, typeof form === 'string' ? form : undefined)
  const one = formToDrop(open, typeof typed === 'string' ? typed : undefined, person.name)
  const event = { of: one.id, what: 'dropped', on: clock.today(), ...eventReason(why) }
  const { id, path } = await saveUpdate(context, person.slug, { title: droppedTitle(one), events: [event] })
  const facts = { id, path, person: person.slug, form: one.id, events: [event] }
  terminal.out(common.json === true ? jsonText(facts) : droppedText(one, path, common.quiet === true))
  return 'done'
}

/** Somebody of the notebook, or with `--yes` somebody new. */
async function whoOf(
  context: Context,
  name: string,
  people: readonly Person[],
): Promise<{ readonly person: Person; readonly isNew: boolean }> {
  const index = people.length === 0 ? undefined : await context.index()
  const everyone = everyoneIn(people, index?.people ?? [])
  const found = matchPerson(name, everyone)
  if (found.match !== 'none') return { person: findPerson(name, everyone), isNew: false }
  checkName(name, people)
  if (context.common.yes === true) return { person: newPerson(name, people), isNew: true }
  throw nobodyCalled(name, found.near)
}
