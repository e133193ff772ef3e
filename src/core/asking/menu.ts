import type { Choice, Ended, MenuScreen } from '../ports/asker.ts'
import type { Context, Outcome } from '../ports.ts'
import type { AskerLook } from './look.ts'

/** Shows one menu by itself, and gives the terminal back. */
export async function chooseOnce(
  context: Pick<Context, 'asker'>,
  look: AskerLook,
  screen: MenuScreen,
): Promise<Choice> {
  const asker = await context.asker(look)
  return asker.choose(screen).finally(() => asker.close())
}

/** How a command ends whose question was left without an answer: by what took the terminal away, else done. */
export function leftWith({ ended }: { readonly reply: string; readonly ended?: Ended }): Outcome {
  return ended === undefined || ended === 'end' ? 'done' : ended
}
