import { listed } from '../core/notebook/listing.ts'
import { findNote, privatePathOf } from '../core/notebook/load.ts'
import { nameOf } from '../core/notebook/name-of.ts'
import type { StoredNote } from '../core/notebook/note.ts'
import { type PrivatePart, readPrivatePart } from '../core/notebook/private-part.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { clean } from '../core/text/clean.ts'
import { jsonText } from '../views/json.ts'
import { noPrivatePart, noteText, privateSource, privateText } from '../views/note.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Prints one note, as it is meant to be read or as its file is. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const files = await context.notebook()
  const stored = await findNote(files, args[0] ?? '')
  const part = options.private === true ? await readPrivatePart(files, stored) : undefined
  if (options.private === true && part === undefined) terminal.err(noPrivatePart)
  terminal.err(badLines((part?.broken ?? []).map(({ trouble }) => trouble.problem)))
  if (common.json === true) {
    terminal.out(jsonText(noteJson(stored, part)))
    return 'done'
  }
  if (options.raw === true) {
    const own = options.private === true ? await files.read(privatePathOf(stored.path)) : undefined
    await context.page(clean(`${stored.source}${own === undefined ? '' : `\n${own}`}`))
    return 'done'
  }
  const theme = themeFor(terminal)
  const width = roomOf(terminal)
  const name = await nameOf(files, stored.note.facts.person)
  const parts = [
    noteText(stored.note, name, theme, width),
    part?.note === undefined ? '' : privateText(part.note, name, theme, width),
    ...(part?.broken ?? []).map(({ source }) => privateSource(source, name, theme, width)),
  ]
  await context.page(parts.join(''))
  return 'done'
}

function noteJson(stored: StoredNote, part: PrivatePart | undefined): object {
  const { facts, lead, sections } = stored.note
  return {
    ...listed(stored),
    lead,
    sections,
    facts,
    ...(part === undefined ? {} : { private: part.note ?? null }),
  }
}
