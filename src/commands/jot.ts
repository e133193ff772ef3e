import { withoutCustomers } from '../core/evidence/customer-data.ts'
import { evidenceFiles } from '../core/evidence/files.ts'
import { type JotFlags, type JotItem, readJot } from '../core/evidence/jot.ts'
import { jotFlags } from '../core/evidence/jot-flags.ts'
import { othersNamed } from '../core/evidence/names-inside.ts'
import { newEvidenceNotes } from '../core/evidence/note.ts'
import { wordingOf } from '../core/evidence/wording.ts'
import { loadPeople } from '../core/notebook/load.ts'
import { notePath } from '../core/notebook/names.ts'
import type { Person } from '../core/notebook/note.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { maskedLine, type Noted, namedLine, notedText, nothingNoted, wordingLines } from '../views/jot.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'
import { kept, nothing, textOf } from './jot/text.ts'
import { whoOf } from './jot/who.ts'

/** Notes what was seen or heard of somebody, one item a line. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const files = await context.notebookAt(undefined)
  const people = await loadPeople(files)
  context.terminal.err(badLines(people.bad))
  const about = await whoOf(context, options.about, people.found)
  if (typeof about === 'string') {
    context.terminal.err(nothingNoted)
    return about
  }
  const jot = { context, files, people: people.found, about }
  const { flags, labels } = await jotFlags(context, files, options)
  const given = await textOf(context, args, about)
  const noted = await kept(context, given, () => note({ ...jot, flags, labels }, given.text))
  await given.done()
  if (noted === undefined) {
    if (!given.isEditor) throw nothing()
    if (context.common.quiet !== true) context.terminal.err(`${nothingNoted}${given.hint}`)
    return 'done'
  }
  await report(context, files, noted, people.found)
  return 'done'
}

interface Jot {
  readonly context: Context
  readonly people: readonly Person[]
  readonly about: Person
  readonly flags: JotFlags
  readonly labels: Noted['labels']
}

/** What was noted, with the words of each item for looking at them. */
interface Kept extends Noted {
  readonly read: readonly JotItem[]
  /** How often each mask stands in it instead of what points to a customer. */
  readonly masked: Readonly<Record<string, number>>
}

async function note(jot: Jot, text: string): Promise<Kept | undefined> {
  const { context, people, about, flags, labels } = jot
  const today = context.clock.today()
  const { items: typed, mistakes } = readJot(text, flags, today)
  if (mistakes.length > 0) throw new Trouble({ kind: 'answers', mistakes, missing: [] })
  if (typed.length === 0) return undefined
  const { items, masked } = await withoutCustomers(context, typed)
  const ids = await context.ids()
  const id = ids.next()
  const set = newEvidenceNotes(
    { id, person: about, now: context.clock.now(), today },
    items.map((item) => ({ ...item, id: ids.next() })),
  )
  const isNew = !people.includes(about)
  const files = await context.notebookToWrite()
  await files.saveAll(evidenceFiles([{ ...set, ...(isNew ? { newPerson: about } : {}) }]))
  const saved = set.note.facts.items ?? []
  const guessed = saved.flatMap(({ label = '' }, index) =>
    items[index]?.assumption === undefined ? [] : [label],
  )
  return {
    id,
    path: notePath(set.note.facts),
    person: about,
    isNew,
    items: saved,
    guessed,
    labels,
    read: items,
    masked,
  }
}

async function report(
  context: Context,
  files: NoteFiles,
  noted: Kept,
  people: readonly Person[],
): Promise<void> {
  const { terminal, common } = context
  const theme = themeFor(terminal)
  const room = roomOf(terminal)
  const quiet = common.quiet === true
  if (common.json !== true) terminal.out(quiet ? `${noted.path}\n` : notedText(noted, theme, room))
  const texts = noted.read.map(({ words }) => words)
  const { findings, bad } =
    quiet && common.json !== true
      ? { findings: [], bad: [] }
      : await wordingOf(context, files, noted.person.name, texts)
  if (!quiet) {
    const labels = texts.length > 1 ? noted.items.map(({ label }) => label) : []
    terminal.err(maskedLine(noted.masked, room))
    terminal.err(badLines(bad))
    terminal.err(wordingLines(findings, labels, theme, room))
    const unnamed = noted.read.filter(({ facts }) => facts.unnamed === true)
    const others = unnamed.flatMap(({ words }) => othersNamed(words, noted.person.slug, people))
    if (others.length > 0) terminal.err(namedLine([...new Set(others)]))
  }
  if (common.json === true) terminal.out(jsonText(notedJson(noted, findings.length)))
}

function notedJson({ id, path, person, items, read, masked }: Kept, findings: number): object {
  return {
    id,
    path,
    person: person.slug,
    kind: 'evidence',
    items: items.map((item, index) => ({ ...item, title: read[index]?.words ?? '' })),
    masked,
    findings,
  }
}
