import { findNote } from '../core/notebook/load.ts'
import type { Note, StoredNote } from '../core/notebook/note.ts'
import { readPrivatePart } from '../core/notebook/private-part.ts'
import type { Context, NoteFiles, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { type CopyFrame, copyFrame, mentorCopy, personCopy } from '../core/session/copy.ts'
import { loadLibrary } from '../core/template/load.ts'
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
  const copy =
    reader === 'mentor'
      ? mentorCopy(note, await privatePart(files, stored))
      : personCopy(note, await frameFor(context, files))
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

/** How to read it and room for an answer, in the team's own words where it has some. */
async function frameFor(context: Context, files: NoteFiles): Promise<CopyFrame> {
  const data = await context.data()
  const [guide, answer] = await Promise.all([
    loadLibrary('guide', files, data),
    loadLibrary('guide-answer', files, data),
  ])
  return copyFrame(guide, answer)
}

/** A private part that cannot be read is said, not left out: this copy promises everything. */
async function privatePart(files: NoteFiles, stored: StoredNote): Promise<Note | undefined> {
  const part = await readPrivatePart(files, stored)
  const [broken] = part?.broken ?? []
  if (broken !== undefined) throw broken.trouble
  return part?.note
}
