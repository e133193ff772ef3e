import { chooseOnce, leftWith } from '../core/asking/menu.ts'
import { type Loaded, loadPeople } from '../core/notebook/load.ts'
import { personPath } from '../core/notebook/names.ts'
import { checkWritable } from '../core/notebook/new.ts'
import { newPerson } from '../core/notebook/new-person.ts'
import type { Person } from '../core/notebook/note.ts'
import { findPerson } from '../core/notebook/people.ts'
import {
  checkEntries,
  checkName,
  closeNames,
  type PersonChange,
  renamed,
  spliced,
  withChange,
} from '../core/notebook/person-change.ts'
import { formatPerson, parsePerson } from '../core/notebook/person-file.ts'
import { rewrite } from '../core/notebook/rewrite.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { cleanLine } from '../core/text/clean.ts'
import { editedText, editorHint } from '../views/edited.ts'
import { closeLine } from '../views/jot.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { nobodyAdded, nobodyYet, type PersonSummary, peopleTable } from '../views/people.ts'
import { askerLook } from '../views/question.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import { addScreen } from '../views/who.ts'
import type { CommandBody, Options } from './card.ts'

/** Adds somebody. */
export const add: CommandBody = {
  async run(context, args, options) {
    const name = args[0] ?? ''
    checkName(name, [])
    const files = await context.notebookToWrite()
    const { found } = await readPeople(context, files)
    checkName(name, found)
    const change = changeOf(options)
    for (const alias of change.aliases ?? []) checkName(alias, found)
    const person = withChange(newPerson(name, found), change, context.clock.today())
    const path = personPath(person.slug)
    const close = closeNames(name, found)
    if (close.length > 0) {
      const answer = await sureOf(context, person.name, close)
      if (answer !== 'add') return answer
    }
    await files.saveAll([{ path, text: formatPerson(person) }])
    return said(context, person, `Added ${person.name}.  ${path}`)
  },
}

/** Whether somebody is to be added whose name is close to others: asked before anything is saved. An outcome where not. */
async function sureOf(context: Context, name: string, close: readonly string[]): Promise<'add' | Outcome> {
  const { common, terminal } = context
  if (common.yes === true) {
    if (common.quiet !== true) terminal.err(closeLine(close))
    return 'add'
  }
  if (!terminal.interactive) {
    const message = `${name} is close to somebody who is there: ${close.join(', ')}.`
    throw new Trouble({ kind: 'usage', message, mend: 'Where it is somebody else, repeat it with --yes.' })
  }
  const choice = await chooseOnce(context, askerLook(themeFor(terminal)), addScreen(name, close))
  if (choice.reply === 'chosen' && choice.value === '@add') return 'add'
  const outcome = leftWith(choice)
  if (outcome === 'done' && common.quiet !== true) terminal.err(nobodyAdded)
  return outcome
}

/** Lists everybody. */
export const list: CommandBody = {
  async run(context) {
    const files = await context.notebook()
    const { found } = await readPeople(context, files)
    const people = await summaries(context, found)
    if (context.common.json === true) context.terminal.out(jsonText(people.map(personJson)))
    else context.terminal.out(peopleTable(people, roomOf(context.terminal)))
    if (people.length === 0 && context.common.quiet !== true) {
      context.terminal.err(nobodyYet)
    }
    return 'done'
  },
}

/** Changes what is known of somebody: by flags, or in the editor. */
export const edit: CommandBody = {
  async run(context, args, options) {
    const { files, people, person, path, source } = await openPerson(context, args[0] ?? '')
    const change = changeOf(options)
    if (Object.keys(change).length > 0) {
      const others = people.filter((one) => one.slug !== person.slug)
      for (const alias of change.aliases ?? []) checkName(alias, others)
      const after = withChange(person, change, context.clock.today())
      return keep(context, files, { path, source, after })
    }
    if (context.common.input === false) {
      throw new Trouble({
        kind: 'usage',
        message: 'There is nothing to change.',
        mend: 'Name it with --role, --alias, --relationship, --cadence or --zone.',
      })
    }
    const outcome = await rewrite(files, await context.editor(), { path, source }, (text) => {
      checkEntries(parsePerson(text, path))
    })
    context.terminal.out(editedText(path, outcome, context.common.json === true))
    if (context.common.quiet !== true) context.terminal.err(editorHint(outcome))
    return 'done'
  },
}

/** Gives somebody another name; the old one stays as an alias. */
export const rename: CommandBody = {
  async run(context, args) {
    const [given = '', name = ''] = args
    const { files, people, person, path, source } = await openPerson(context, given)
    const others = people.filter((one) => one.slug !== person.slug)
    checkName(name, others)
    return keep(context, files, { path, source, after: renamed(person, name) })
  },
}

interface OpenPerson {
  readonly files: NoteFiles
  readonly people: readonly Person[]
  readonly person: Person
  readonly path: string
  readonly source: string
}

async function openPerson(context: Context, given: string): Promise<OpenPerson> {
  const files = await context.notebook()
  await checkWritable(files)
  const { found: people } = await readPeople(context, files)
  const path = personPath(findPerson(given, people).slug)
  // Read again, so that what is changed and what it is compared with before saving are the same.
  const source = (await files.read(path)) ?? ''
  return { files, people, person: parsePerson(source, path), path, source }
}

async function keep(
  context: Context,
  files: NoteFiles,
  { path, source, after }: { readonly path: string; readonly source: string; readonly after: Person },
): Promise<Outcome> {
  const text = spliced(source, path, after)
  if (text === source) return said(context, after, `Nothing changed in ${path}`)
  await files.replace(path, source, text)
  return said(context, after, `Saved ${after.name}.  ${path}`)
}

function said(context: Context, person: Person, line: string): Outcome {
  context.terminal.out(context.common.json === true ? jsonText(person) : `${cleanLine(line)}\n`)
  return 'done'
}

async function readPeople(context: Context, files: NoteFiles): Promise<Loaded<Person>> {
  const people = await loadPeople(files)
  context.terminal.err(badLines(people.bad))
  return people
}

async function summaries(context: Context, people: readonly Person[]): Promise<readonly PersonSummary[]> {
  const index = await context.index()
  context.terminal.err(badLines(index.bad))
  const days = new Map<string, string[]>()
  for (const { person, date } of index.heads) {
    const own = days.get(person)
    if (own) own.push(date)
    else days.set(person, [date])
  }
  return people.map((person) => summary(person, days.get(person.slug) ?? []))
}

function summary(person: Person, days: readonly string[]): PersonSummary {
  const last = days.toSorted().at(-1)
  return { person, notes: days.length, ...(last === undefined ? {} : { last }) }
}

function personJson({ person, notes, last }: PersonSummary): object {
  return { ...person, notes, last: last ?? null }
}

function changeOf(options: Options): PersonChange {
  const texts = (['role', 'relationship', 'cadence', 'zone'] as const).flatMap((key) => {
    const value = options[key]
    return typeof value === 'string' ? [[key, value] as const] : []
  })
  const { alias } = options
  const aliases = Array.isArray(alias) ? alias.filter((one) => typeof one === 'string') : []
  return { ...Object.fromEntries(texts), ...(aliases.length === 0 ? {} : { aliases }) }
}
