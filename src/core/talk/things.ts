import type { OpenThings } from '../interview/carry.ts'
import { openFor } from '../interview/open-things.ts'
import { firstName } from '../interview/resolve.ts'
import { findNote, privatePathOf } from '../notebook/load.ts'
import { nameOf } from '../notebook/name-of.ts'
import type { Note, StoredNote } from '../notebook/note.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import { loadTemplate } from '../template/load.ts'
import type { Template } from '../template/template.ts'
import { agendaOf } from './agenda.ts'
import { checkinPlanned } from './held.ts'
import { plannedIn } from './planned.ts'

/** A session about to be talked about, with what belongs to it. */
export interface Prepared {
  readonly session: StoredNote
  readonly name: string
  /** The private part, where it is on this machine and can be read. */
  readonly hidden?: Note
  /** The template it was made with, where there still is one. */
  readonly template?: Template
}

/** Reads a session (the end of its id) and what belongs to it. Throws what `findNote` does. */
export async function prepared(context: Context, files: NoteFiles, id: string): Promise<Prepared> {
  const session = await findNote(files, id)
  const { person, template: made } = session.note.facts
  const [name, hidden, template] = await Promise.all([
    nameOf(files, person),
    hiddenPart(files, session.path),
    madeWith(context, files, made),
  ])
  return {
    session,
    name,
    ...(hidden === undefined ? {} : { hidden }),
    ...(template === undefined ? {} : { template }),
  }
}

/** What comes up in the talk of a session: its agenda, the goals it proposes, and the day it names for a check-in. */
export async function talkThings(context: Context, root: string, id: string): Promise<OpenThings> {
  const { session, name, template } = await prepared(context, await context.notebookAt(root), id)
  const { note } = session
  const { facts } = note
  const open = await openFor(context, root, facts.person)
  const own = facts.goals ?? []
  const named = checkinPlanned(facts)
  const next = named !== undefined && named >= context.clock.today() ? named : open.next
  return {
    promises: [],
    goals: open.goals.filter((goal) => own.includes(goal.id) || goal.status === 'proposed'),
    agenda: agendaOf(note, plannedIn(note, template), firstName(name)),
    ...(next === undefined ? {} : { next }),
  }
}

async function hiddenPart(files: NoteFiles, path: string): Promise<Note | undefined> {
  const own = privatePathOf(path)
  const source = await files.read(own)
  if (source === undefined) return undefined
  const { parseNote } = await import('../notebook/codec.ts')
  return unlessBroken(async () => parseNote(source, own).note)
}

async function madeWith(
  context: Context,
  files: NoteFiles,
  made: string | undefined,
): Promise<Template | undefined> {
  const id = made?.split('@')[0]
  if (id === undefined) return undefined
  const data = await context.data()
  return unlessBroken(async () => (await loadTemplate(id, files, data)).template)
}

/** What only helps to prepare is left out where it cannot be read; `doctor` and `template check` say why. */
async function unlessBroken<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}
