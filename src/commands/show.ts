import { parseNote } from '../core/notebook/codec.ts'
import { listed } from '../core/notebook/listing.ts'
import { findNote, loadPeople, privatePathOf } from '../core/notebook/load.ts'
import type { Note, StoredNote } from '../core/notebook/note.ts'
import type { Context, NoteFiles, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { clean } from '../core/text/clean.ts'
import { jsonText } from '../views/json.ts'
import { noteText, privateSource, privateText } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** The private part of a note: read as one, or its text where it is no whole note any more. */
interface PrivatePart {
  readonly source: string
  readonly note?: Note
}

/** Prints one note, as it is meant to be read or as its file is. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const files = await context.notebook()
  const stored = await findNote(files, args[0] ?? '')
  const part = options.private === true ? await readPrivate(files, stored.path) : undefined
  if (options.private === true && part === undefined) terminal.err('This note has no private part here.\n')
  if (common.json === true) {
    terminal.out(jsonText(noteJson(stored, part)))
    return 'done'
  }
  if (options.raw === true) {
    terminal.out(clean(stored.source))
    if (part !== undefined) terminal.out(clean(`\n${part.source}`))
    return 'done'
  }
  const theme = themeFor(terminal)
  const width = roomOf(terminal)
  const name = await nameOf(files, stored.note.facts.person)
  terminal.out(noteText(stored.note, name, theme, width))
  if (part?.note !== undefined) terminal.out(privateText(part.note, name, theme, width))
  else if (part !== undefined) terminal.out(privateSource(part.source, name, theme, width))
  return 'done'
}

async function readPrivate(files: NoteFiles, path: string): Promise<PrivatePart | undefined> {
  const place = privatePathOf(path)
  const source = await files.read(place)
  if (source === undefined) return undefined
  try {
    return { source, note: parseNote(source, place).note }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { source }
  }
}

async function nameOf(files: NoteFiles, slug: string): Promise<string> {
  const { found } = await loadPeople(files)
  return found.find((person) => person.slug === slug)?.name ?? slug
}

function noteJson(stored: StoredNote, part: PrivatePart | undefined): object {
  const { facts, lead, sections } = stored.note
  return {
    ...listed(stored),
    lead,
    sections,
    facts,
    ...(part === undefined ? {} : { private: part.note ?? { source: part.source } }),
  }
}
