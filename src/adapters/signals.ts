/** The signals that end a command. */
export type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

const ALL: readonly EndSignal[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Lets a running save finish before a signal ends the process, and puts the terminal back first. */
interface Signals {
  /** Runs `work`; a signal that arrives meanwhile waits until it is done. */
  guard<T>(work: () => Promise<T>): Promise<T>
  /** Runs `work` while Ctrl-C is meant for somebody else, such as a pager in front of us. */
  letInterruptPass<T>(work: () => Promise<T>): Promise<T>
  /** Called once, before the process ends by a signal. */
  onStop(clean: () => void): void
}

/** Installs the handlers on this process; `end` is called with the signal when it is time to go. */
export function watchSignals(end: (signal: EndSignal) => void): Signals {
  const cleaners: (() => void)[] = []
  let guarded = 0
  let passing = 0
  let waiting: EndSignal | undefined
  const stop = (name: EndSignal): void => {
    for (const clean of cleaners.splice(0)) clean()
    end(name)
  }
  for (const name of ALL) {
    process.on(name, () => {
      if (passing > 0 && name === 'SIGINT') return
      if (guarded > 0) waiting = name
      else stop(name)
    })
  }
  return {
    async guard(work) {
      guarded += 1
      try {
        return await work()
      } finally {
        guarded -= 1
        if (guarded === 0 && waiting !== undefined) stop(waiting)
      }
    },
    async letInterruptPass(work) {
      passing += 1
      try {
        return await work()
      } finally {
        passing -= 1
      }
    },
    onStop: (clean) => void cleaners.push(clean),
  }
}
