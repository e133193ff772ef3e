import { findNote } from '../core/notebook/load.ts'
import type { Note, StoredNote } from '../core/notebook/note.ts'
import { readPrivatePart } from '../core/notebook/private-part.ts'
import type { Context, NoteFiles, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { exportCopy } from '../core/session/copy.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { jsonText } from '../views/json.ts'
import type { Options } from './card.ts'

/** Makes a copy of one note for the mentor or for the person, on standard output or in a file. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const reader = options.for
  if (reader !== 'mentor' && reader !== 'person') {
    throw new Trouble({
      kind: 'usage',
      message: 'Say who the copy is for.',
      mend: 'Add --for person (nothing private in it) or --for mentor (everything).',
    })
  }
  const files = await context.notebook()
  const stored = await findNote(files, args[0] ?? '')
  const { note } = stored
  const part = reader === 'mentor' ? await privatePart(files, stored) : undefined
  const copy = exportCopy(note, part, reader)
  if (typeof options.to === 'string') {
    await context.writeFile(options.to, copy, options.force === true)
    terminal.out(
      common.json === true
        ? jsonText({ id: note.facts.id, for: reader, file: options.to })
        : `${cleanLine(`Saved.  ${options.to}`)}\n`,
    )
    return 'done'
  }
  terminal.out(common.json === true ? jsonText({ id: note.facts.id, for: reader, text: copy }) : clean(copy))
  return 'done'
}

/** A private part that cannot be read is said, not left out: this copy promises everything. */
async function privatePart(files: NoteFiles, stored: StoredNote): Promise<Note | undefined> {
  const part = await readPrivatePart(files, stored)
  const [broken] = part?.broken ?? []
  if (broken !== undefined) throw broken.trouble
  return part?.note
}
