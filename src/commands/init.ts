import { startNotebook } from '../core/notebook/new.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { nextLines, startedLine } from '../views/init.ts'
import { jsonText } from '../views/json.ts'

/** Makes the notebook, or says that it is there. */
export async function run(context: Context, args: readonly string[]): Promise<Outcome> {
  const files = await context.notebookAt(args[0])
  const outcome = await startNotebook(files)
  if (context.common.json === true) {
    context.terminal.out(jsonText({ path: files.root, made: outcome === 'made' }))
    return 'done'
  }
  context.terminal.out(startedLine(files.root, outcome === 'made'))
  if (outcome === 'made' && context.common.quiet !== true) {
    context.terminal.err(nextLines(args[0] === undefined, files.root))
  }
  return 'done'
}
