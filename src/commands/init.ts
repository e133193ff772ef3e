import { startNotebook } from '../core/notebook/new.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { clean } from '../core/text/clean.ts'
import { jsonText } from '../views/json.ts'

/** Makes the notebook, or says that it is there. */
export async function run(context: Context, args: readonly string[]): Promise<Outcome> {
  const files = await context.notebookAt(args[0])
  const outcome = await startNotebook(files)
  if (context.common.json === true) {
    context.terminal.out(jsonText({ path: files.root, made: outcome === 'made' }))
    return 'done'
  }
  const line =
    outcome === 'made' ? `Your notebook is in ${files.root}` : `There is a notebook already in ${files.root}`
  context.terminal.out(`${clean(line)}\n`)
  if (outcome === 'made' && context.common.quiet !== true) {
    context.terminal.err(clean(nextLines(args[0] === undefined, files.root)))
  }
  return 'done'
}

function nextLines(usual: boolean, root: string): string {
  const anywhere = usual ? '' : `Use it from any folder:   tactful config set notebook ${shellWord(root)}\n`
  return `${anywhere}Add somebody:             tactful people add "Their Name"\nPrepare feedback:         tactful prep\n`
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
