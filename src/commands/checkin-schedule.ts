import { readTimeOfDay } from '../core/checkins/time-of-day.ts'
import { cronLine, type Scheduled, unitFiles } from '../core/exports/schedule.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { jsonText } from '../views/json.ts'
import { CRON_HOW, UNIT_ABOUT, UNIT_HOW, unitsText } from '../views/schedule.ts'
import type { Options } from './card.ts'

/** What has a computer look for due check-ins by itself. It is printed; nothing is installed. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const kind = options.with
  if (kind !== 'cron' && kind !== 'systemd') {
    throw new Trouble({
      kind: 'usage',
      message: 'What is it for? --with is missing.',
      mend: 'Add --with cron or --with systemd.',
    })
  }
  const at = readTimeOfDay(typeof options.at === 'string' ? options.at : '08:30')
  const plan = { words: await wordsFor(context), at }
  if (kind === 'cron') printCron(context, plan)
  else {
    const units = unitFiles(plan, UNIT_ABOUT)
    terminal.out(common.json === true ? jsonText({ with: kind, ...plan, units }) : unitsText(units))
    if (common.quiet !== true) terminal.err(UNIT_HOW)
  }
  return 'done'
}

function printCron({ terminal, common }: Context, plan: Scheduled): void {
  const line = cronLine(plan)
  terminal.out(common.json === true ? jsonText({ with: 'cron', ...plan, line: line.trimEnd() }) : line)
  if (common.quiet !== true) terminal.err(CRON_HOW)
}

/** The command line that lists due check-ins from anywhere: no folder and no setting decides which notebook is meant. */
async function wordsFor(context: Context): Promise<readonly string[]> {
  await context.notebook()
  const { notebook, program } = await context.whereabouts()
  const words = [...program, 'checkin', 'due', '--quiet', '--notebook', notebook.folder]
  if (!words.some((word) => /[\r\n]/.test(word))) return words
  throw new Trouble({
    kind: 'usage',
    message: 'The path of the notebook has a line break in it, and no schedule can hold that.',
    mend: 'Give the folder another name.',
  })
}
