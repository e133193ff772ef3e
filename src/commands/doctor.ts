import type { Complaint } from '../core/care/complaint.ts'
import { type Looked, lookOver } from '../core/care/look.ts'
import type { Care } from '../core/ports/care.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { doctorJson, doctorText, fixedText, summaryLine } from '../views/doctor.ts'
import { jsonText } from '../views/json.ts'
import { problemText } from '../views/problem.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Looks over the whole notebook; mends only what can be mended without loss, and only when asked to. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  if (options.purge === true) return (await import('./removing/purge.ts')).purge(context, options)
  const files = await context.notebook()
  const found = await lookOver(context, files)
  const fixed = options.fix === true ? await mend(context, found.complaints) : []
  const left: Looked = {
    ...found,
    complaints: found.complaints.filter((complaint) => !fixed.includes(complaint)),
  }
  const open = left.complaints.length + left.unread.length + left.broken.length
  if (common.json === true) {
    terminal.out(jsonText(doctorJson(left, fixed)))
    return open > 0 ? 'attention' : 'done'
  }
  const theme = themeFor(terminal)
  const width = roomOf(terminal)
  await context.page(`${fixedText(fixed, theme, width)}${doctorText(left, theme, width)}`)
  if (common.quiet !== true) terminal.err(summaryLine(left))
  return open > 0 ? 'attention' : 'done'
}

/** What could be mended. What the disk refuses stays a complaint, with a line saying why. */
async function mend(context: Context, complaints: readonly Complaint[]): Promise<readonly Complaint[]> {
  const care = await context.care()
  const done: Complaint[] = []
  for (const complaint of complaints) {
    try {
      if (await fixOne(care, complaint)) done.push(complaint)
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      context.terminal.err(problemText(error.problem))
    }
  }
  return done
}

async function fixOne(care: Care, { path, fix }: Complaint): Promise<boolean> {
  if (fix === undefined) return false
  if (fix.fix === 'mode') await care.setMode(path, fix.mode)
  else if (fix.fix === 'remove') await care.removeLeftover(path)
  else await care.dropIndex()
  return true
}
