import { clean } from '../core/text/clean.ts'

/** Where the notebook is, and whether it was made or is there already. */
export function startedLine(root: string, made: boolean): string {
  return clean(made ? `Your notebook is in ${root}\n` : `There is a notebook already in ${root}\n`)
}

/** What one can do next; `usual` where the notebook is found from any folder. */
export function nextLines(usual: boolean, root: string): string {
  const anywhere = usual ? '' : `Use it from any folder:   tactful config set notebook ${shellWord(root)}\n`
  return clean(
    `${anywhere}Add somebody:             tactful people add "Their Name"\nPrepare feedback:         tactful prep\n`,
  )
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
