import { canAsk } from '../../core/interview/guided.ts'
import type { Asker, Ended, MenuScreen } from '../../core/ports/asker.ts'
import type { Context } from '../../core/ports.ts'
import { askerLook } from '../../views/question.ts'
import { themeFor } from '../../views/theme.ts'

/** Brings answers back; `can` is false where nobody is there to give them. */
export interface Asking {
  readonly can: boolean
  open(): Promise<Asker>
  close(): Promise<void>
}

/** Thrown when the mentor leaves, or the terminal goes away, before anything was saved. */
export class Left extends Error {
  readonly ended: Ended | undefined
  constructor(ended?: Ended) {
    super('left')
    this.ended = ended
  }
}

/** One asker for all questions, opened with the first of them. */
export function askingIn(context: Context): Asking {
  let opened: Promise<Asker> | undefined
  return {
    can: canAsk(context),
    open() {
      opened ??= context.asker(askerLook(themeFor(context.terminal)))
      return opened
    },
    async close() {
      if (opened !== undefined) (await opened).close()
    },
  }
}

/** The value chosen from a menu. Throws `Left` where none was, or leaving was. */
export async function chosenFrom(asking: Asking, screen: MenuScreen): Promise<string> {
  const choice = await (await asking.open()).choose(screen)
  if (choice.reply !== 'chosen') throw new Left(choice.reply === 'quit' ? choice.ended : undefined)
  if (choice.value === '@leave') throw new Left()
  return choice.value
}
