import type { AskerLook } from '../core/asking/look.ts'
import { type AskState, opening } from '../core/asking/state.ts'
import type { Asker, Choice, Ended, MenuScreen, QuestionScreen, Reply } from '../core/ports/asker.ts'
import { Trouble } from '../core/problem.ts'
import { keysFrom } from './asker/keys.ts'
import { painterOn } from './asker/painter.ts'
import { type Asking, prompt } from './asker/prompt.ts'
import { type Input, type Output, sizeOf } from './asker/streams.ts'

/** The streams of a real terminal, the look, and the user's editor where there is one. */
interface TerminalAskerOptions {
  readonly input: Input
  readonly output: Output
  readonly look: AskerLook
  /** The file left by the editor is discarded only when the next screen appears, which means that its text was kept. */
  readonly edit?: ((text: string) => Promise<{ readonly text: string; discard(): Promise<void> }>) | undefined
}

const PASTE_ON = '\u001b[?2004h'
const PASTE_OFF = '\u001b[?2004l'

/** How many lines that scrolled up can be drawn again after a change of size. */
const REMEMBERED = 100

/** Asks on a terminal, one live screen at a time. The terminal is taken by the first screen and given back by `close`. */
export function terminalAsker({ input, output, look, edit }: TerminalAskerOptions): Asker {
  const keys = keysFrom(input)
  const painter = painterOn(output)
  let current: { readonly screen: QuestionScreen | MenuScreen; state: AskState } | undefined
  let due: NodeJS.Immediate | undefined
  let open = false
  let watched = false
  let ended: Ended | undefined
  let giveUp: AbortController | undefined
  const said: string[] = []
  const leftovers: (() => Promise<void>)[] = []

  const paintNow = (): void => {
    if (due !== undefined) clearImmediate(due)
    due = undefined
    if (open && current !== undefined) painter.show(look.draw(current.screen, current.state, sizeOf(output)))
  }
  const paint = (state: AskState): void => {
    if (current !== undefined) current.state = state
    due ??= setImmediate(paintNow)
  }
  const redraw = (): void => {
    if (!open || current === undefined) return
    const size = sizeOf(output)
    const above = said.flatMap((line) => look.wrap(line, size))
    painter.anew(look.draw(current.screen, current.state, size), above, size.rows)
  }
  const onEnd = (): void => {
    ended ??= 'SIGHUP'
    giveUp?.abort()
  }
  const take = (): void => {
    if (open) return
    open = true
    if (!watched) output.on('error', onEnd)
    watched = true
    output.on('resize', redraw)
    process.once('exit', give)
    output.write(PASTE_ON)
    keys.start(onEnd)
  }
  const give = (): void => {
    if (!open) return
    painter.clear()
    open = false
    output.removeListener('resize', redraw)
    process.removeListener('exit', give)
    keys.stop()
    output.write(PASTE_OFF)
  }
  const suspend = (): void => {
    give()
    // Nothing else keeps the process alive between being woken and hearing of it.
    const alive = setInterval(() => {}, 1000)
    process.once('SIGCONT', () => {
      clearInterval(alive)
      take()
      paintNow()
    })
    process.kill(process.pid, 'SIGTSTP')
  }
  const openEditor: Asking['edit'] =
    edit === undefined
      ? undefined
      : async (text) => {
          give()
          try {
            const left = await edit(text)
            leftovers.push(() => left.discard())
            return { text: left.text }
          } catch (error) {
            return { failed: editorFailure(error) }
          } finally {
            take()
          }
        }

  const run = async (screen: QuestionScreen | MenuScreen, check: Asking['check']): Promise<Reply> => {
    await Promise.all(leftovers.splice(0).map((discard) => discard()))
    take()
    if (ended !== undefined) return { reply: 'quit', ended }
    giveUp = new AbortController()
    const { signal } = giveUp
    const size = (): ReturnType<typeof sizeOf> => sizeOf(output)
    current = { screen, state: opening(screen) }
    try {
      return await prompt({ screen, keys, size, paint, check, edit: openEditor, redraw, suspend }, signal)
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') ended ??= 'SIGHUP'
      if (ended === undefined) throw error
      const typed = current.state.field.text
      return { reply: 'quit', ended, ...(typed === '' || !('input' in screen) ? {} : { typed }) }
    } finally {
      keys.hold()
      current = undefined
      painter.clear()
    }
  }

  return {
    ask: (screen, check) => run(screen, check),
    async choose(screen): Promise<Choice> {
      const reply = await run(screen, async () => undefined)
      if (reply.reply === 'answer') return { reply: 'chosen', value: String(reply.raw) }
      if (reply.reply === 'back') return { reply: 'back' }
      return {
        reply: 'quit',
        ...(reply.reply === 'quit' && reply.ended !== undefined ? { ended: reply.ended } : {}),
      }
    },
    say(line) {
      said.push(line)
      said.splice(0, said.length - REMEMBERED)
      output.write(`${look.wrap(line, sizeOf(output)).join('\n')}\n`)
    },
    close() {
      give()
      // A copy that cannot be taken away now is looked for when somebody is forgotten; it is no reason to end badly.
      for (const discard of leftovers.splice(0)) void discard().catch(() => {})
    },
  }
}

function editorFailure(error: unknown): string {
  if (!(error instanceof Trouble)) throw error
  const { problem } = error
  return problem.kind === 'usage'
    ? [problem.message, problem.mend ?? ''].join(' ').trim()
    : 'The editor could not be opened.'
}
