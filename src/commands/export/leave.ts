import { chooseOnce, leftWith } from '../../core/asking/menu.ts'
import { canAsk } from '../../core/interview/guided.ts'
import type { Context, Outcome } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import type { Preview } from '../../core/sharing/preview.ts'
import { exportPreview, leaveScreen, nothingWritten } from '../../views/export-preview.ts'
import { askerLook } from '../../views/question.ts'
import { roomOf } from '../../views/table.ts'
import { themeFor } from '../../views/theme.ts'

/** Where a copy goes, and whether this is only a look. */
interface Leave {
  /** A file or folder as it was typed; undefined for standard output. */
  readonly to: string | undefined
  readonly isTrial: boolean
}

/**
 * Tells what is to leave and asks. Gives back how the command ended where nothing is to be written, and undefined where it is.
 * Throws `usage` where nobody can be asked and `--yes` was not given.
 */
export async function mayLeave(
  context: Context,
  preview: Preview,
  { to, isTrial }: Leave,
): Promise<Outcome | undefined> {
  const { terminal, common } = context
  terminal.err(exportPreview(preview, themeFor(terminal), roomOf(terminal)))
  if (isTrial || common.yes === true) return undefined
  if (!canAsk(context)) {
    throw new Trouble({
      kind: 'usage',
      message:
        'A copy leaves only after you have seen this, and nobody can be asked here. Nothing was written.',
      mend: 'Add --yes to write it, or --dry-run to read the copy first.',
    })
  }
  const choice = await chooseOnce(context, askerLook(themeFor(terminal)), leaveScreen(preview, to))
  if (choice.reply === 'chosen' && choice.value === 'write') return undefined
  const outcome = leftWith(choice)
  if (outcome === 'done' && common.quiet !== true) terminal.err(nothingWritten)
  return outcome
}
