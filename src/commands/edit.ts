import { followLines, type Settled } from '../core/evidence/follow-lines.ts'
import { findNote, privatePathOf } from '../core/notebook/load.ts'
import { checkWritable } from '../core/notebook/new.ts'
import { keptBeside, rewrite } from '../core/notebook/rewrite.ts'
import { checkStillIt } from '../core/notebook/still-it.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { besideText, editedText, editorHint, settledText } from '../views/edited.ts'
import { roomOf } from '../views/table.ts'
import type { Options } from './card.ts'

/** Opens one note, or its private part, in the editor; keeps it only when it can still be read. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  if (context.common.input === false) {
    throw new Trouble({
      kind: 'usage',
      message: 'Editing opens your editor, and --no-input says not to ask.',
      mend: 'Leave --no-input out.',
    })
  }
  const files = await context.notebook()
  await checkWritable(files)
  const stored = await findNote(files, args[0] ?? '')
  const path = options.private === true ? privatePathOf(stored.path) : stored.path
  const source = options.private === true ? await files.read(path) : stored.source
  if (source === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: 'This note has no private part here.',
      mend: `To change the note itself: tactful edit ${args[0] ?? ''}`,
    })
  }
  const check = (text: string): void => checkStillIt(text, path, stored.note.facts)
  const beside = await keptBeside(files, path)
  if (context.common.quiet !== true) context.terminal.err(besideText(beside, roomOf(context.terminal)))
  let settled: Settled | undefined
  const settle = (text: string): string => {
    if (options.private === true) return text
    settled = followLines(source, text, path, context.clock.today())
    return settled.text
  }
  const outcome = await rewrite(files, await context.editor(), { path, source }, check, settle)
  context.terminal.out(editedText(path, outcome, context.common.json === true, settled))
  if (context.common.quiet !== true) {
    context.terminal.err(editorHint(outcome))
    if (settled !== undefined) context.terminal.err(settledText(settled, roomOf(context.terminal)))
  }
  return 'done'
}
