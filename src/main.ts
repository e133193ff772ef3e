import packageJson from '../package.json' with { type: 'json' }
import type { Problem } from './core/problem.ts'

/** Exit codes; nothing else in the program knows these numbers. */
const EXIT_OF: Readonly<Record<Problem['kind'], number>> = {
  usage: 2,
  unknown: 2,
  ambiguous: 2,
  answers: 2,
  'no-notebook': 2,
  conflict: 1,
  data: 65,
  disk: 74,
  busy: 75,
  config: 78,
  newer: 78,
}

/** What a shell expects of a command that a signal ended. */
const EXIT_OF_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** Runs one command line on this process's streams and resolves to the exit code. Rejects only on a bug. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', onUnwritten)
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    process.stdout.write(`${packageJson.version}\n`)
    return 0
  }
  process.stderr.on('error', onUnwritten)
  const { run } = await import('./program.ts')
  try {
    const outcome = await run(argv, packageJson.version, async (common) => {
      const { createContext } = await import('./context.ts')
      return createContext(common, (signal) => process.exit(exitOf(signal)))
    })
    if (outcome === 'done') return 0
    return outcome === 'attention' ? 1 : exitOf(outcome)
  } catch (error) {
    const { Trouble } = await import('./core/problem.ts')
    if (!(error instanceof Trouble)) throw error
    return report(error.problem)
  }
}

async function report(problem: Problem): Promise<number> {
  const { problemText } = await import('./views/problem.ts')
  const { isTTY, columns } = process.stderr
  process.stderr.write(
    problemText(problem, isTTY === true && columns > 0 ? Math.max(columns, 20) : undefined),
  )
  return EXIT_OF[problem.kind]
}

/** A reader that went away (a closed pipe, a closed window) wants no more; a disk that cannot take the output is a failure. */
async function onUnwritten({ code = 'unknown' }: NodeJS.ErrnoException): Promise<void> {
  if (code === 'EPIPE' || code === 'EIO') return
  process.exit(await report({ kind: 'disk', code, file: 'the output', doing: 'writing' }))
}

// Where the terminal itself is gone, Node aborts (and may leave a core file) while it tries to give it back. There the
// signal ends the process, and a shell sees the same number.
function exitOf(signal: keyof typeof EXIT_OF_SIGNAL): number {
  const { isatty } = process.getBuiltinModule('node:tty')
  const streams = [process.stdin, process.stdout, process.stderr]
  if (streams.some((stream, fd) => stream.isTTY === true && !isatty(fd))) {
    process.removeAllListeners('SIGHUP')
    process.kill(process.pid, 'SIGHUP')
  }
  return EXIT_OF_SIGNAL[signal]
}
