import { spawn } from 'node:child_process'
import parseArgv from 'string-argv'

/** What the pager runs with: the user's choice and environment, and how to write without one. */
interface PagerOptions {
  /** `$PAGER`; without it `less`. */
  readonly command: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: (text: string) => void
}

/** Quit where it fits on the screen, show our colours, leave the text on the screen; as git does. */
const LESS = 'FRX'

/** Whether a text has more lines than a screen of this size. */
export function isLong(text: string, rows: number, columns: number): boolean {
  let taken = 1
  for (const line of text.split('\n')) {
    taken += Math.max(1, Math.ceil(line.length / columns))
    if (taken > rows + 1) return true
  }
  return false
}

/**
 * Shows a text in the user's pager and resolves when it is closed. Where the pager is missing, fails, or is ended by
 * somebody else than the reader, the text is written out as it is: nothing is lost, and nothing is thrown.
 */
export async function page(text: string, { command, env, out }: PagerOptions): Promise<void> {
  const [program, ...args] = parseArgv(command ?? 'less')
  if (program === undefined || program === 'cat') {
    out(text)
    return
  }
  const ended = await show(text, program, args, { LESS, LV: '-c', ...env })
  if (ended === 'read') return
  if (ended === 'killed') await tidyTerminal()
  out(text)
}

/** `read` when the reader closed it, `killed` by a signal, `failed` when it never showed the text or ended with an error. */
function show(
  text: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<'read' | 'killed' | 'failed'> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: ['pipe', 'inherit', 'inherit'], env: { ...env } })
    child.on('error', () => resolve('failed'))
    // A reader who has seen enough closes the pipe.
    child.stdin.on('error', () => {})
    child.on('close', (code, signal) => {
      if (signal === null) resolve(code === 0 ? 'read' : 'failed')
      else resolve(signal === 'SIGINT' ? 'read' : 'killed')
    })
    child.stdin.end(text)
  })
}

/** A pager that was killed may have left the terminal without echo. */
function tidyTerminal(): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('stty', ['sane'], { stdio: ['inherit', 'ignore', 'ignore'] })
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  })
}
