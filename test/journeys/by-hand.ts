import type { KeyPress } from '../support/keys.ts'
import type { OpenTerminal } from '../support/terminal.ts'

/** A mentor at a terminal: looks until the question is there, then acts. */
export interface Hand {
  /** Waits for a question, on its item where it has one. */
  sees(ask: string, item?: string): Promise<void>
  /** The same, then types an answer and presses Enter. */
  answers(ask: string, text: string, item?: string): Promise<void>
  /** The same, then presses one key that answers at once. */
  picks(ask: string, key: string, item?: string): Promise<void>
  keys(...names: readonly KeyPress[]): void
}

/** The hands of a mentor on this terminal. `look` is called with every screen on which a question has come up. */
export function handOn(terminal: OpenTerminal, look: (screen: string) => void = () => undefined): Hand {
  const sees = async (ask: string, item?: string) => {
    const here = ask.replaceAll(/\s+/g, ' ')
    look(
      await terminal.waitFor((screen) => {
        const lines = screen.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '))
        // Below the rule stands the question of now; above it only what was answered.
        const now = lines.slice(lines.findLastIndex((line) => /^[─-]+$/.test(line)) + 1)
        return now.join(' ').includes(here) && (item === undefined || now.includes(item))
      }),
    )
  }
  return {
    sees,
    async answers(ask, text, item) {
      await sees(ask, item)
      terminal.type(text)
      terminal.key('enter')
    },
    async picks(ask, key, item) {
      await sees(ask, item)
      terminal.type(key)
    },
    keys: (...names) => terminal.key(...names),
  }
}
