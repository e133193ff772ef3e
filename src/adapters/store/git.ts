import { execFile } from 'node:child_process'

/** A git that hangs (a slow network drive) is not waited for longer, in ms. */
const PATIENCE = 5000

const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']

/** Places are names of files, and no patterns. `check-ignore` does not take this. */
const AS_WRITTEN = ['--literal-pathspecs']

/** Asks git and changes nothing; what a notebook's own settings for git would start is not started. `code` is -1 where there is no git. */
export function askGit(
  root: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, timeout: PATIENCE, maxBuffer: 64 * 1024 * 1024 }
    execFile('git', [...HARMLESS, ...args], options, (error, out) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      resolve({ code, out })
    })
  })
}

/** What git keeps of some places of a notebook: nothing, since there is no repository; nothing yet; or versions of them. */
export async function keptByGit(
  root: string,
  places: readonly string[],
): Promise<'none' | 'repository' | 'history'> {
  const inside = await askGit(root, ['rev-parse', '--is-inside-work-tree'])
  if (inside.code !== 0 || inside.out.trim() !== 'true') return 'none'
  const kept = await askGit(root, [...AS_WRITTEN, 'rev-list', '--all', '-n', '1', '--', ...places])
  const staged = await askGit(root, [...AS_WRITTEN, 'ls-files', '-z', '--', ...places])
  return kept.out !== '' || staged.out !== '' ? 'history' : 'repository'
}
