import type { Asker } from '../../core/ports/asker.ts'
import type { Context } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import type { Talk } from '../../core/rehearse/talk.ts'
import { problemText } from '../../views/problem.ts'
import { givenLine, keepScreen } from '../../views/rehearse.ts'
import { rehearsalFile } from '../../views/rehearse-end.ts'
import { themeFor } from '../../views/theme.ts'

/** Asks what is taken from the talk and into which file, until one takes it or nobody wants to. */
export async function keepAsked(context: Context, asker: Asker, talk: Talk): Promise<void> {
  const takes = await line(context, asker, 'What will you try because of this?', 'What you take from it')
  if (takes === undefined) return
  let name = `practised-${talk.scenario.id}-${context.clock.today()}.md`
  for (;;) {
    const to = await line(context, asker, 'Into which file?', 'File', name)
    if (to === undefined || to === '') return
    try {
      return await keep(context, talk, to, false, takes)
    } catch (error) {
      if (!(error instanceof Trouble) || error.problem.kind !== 'usage') throw error
      asker.say(problemText(error.problem).trimEnd())
      name = to
    }
  }
}

async function line(context: Context, asker: Asker, ask: string, label: string, initial = '') {
  const reply = await asker.ask(keepScreen(ask, label, initial), async () => undefined)
  if (reply.reply === 'quit') return undefined
  const answer = reply.reply === 'answer' ? String(reply.raw).trim() : ''
  if (answer !== '') asker.say(givenLine(label, answer, context.terminal))
  return answer
}

/** Writes the talk into a file of the user's. */
export async function keep(
  context: Context,
  talk: Talk,
  to: string,
  force: boolean,
  takes: string,
): Promise<void> {
  const plain = themeFor({ colour: false, unicode: true })
  await context.writeFile(to, rehearsalFile(talk, plain, context.clock.today(), takes), force)
  if (context.common.quiet !== true) context.terminal.err(`Kept in ${to}\n`)
}

/** A file that is there already is told of before anything is played, so that nothing is played in vain. */
export async function checkFree(context: Context, to: string): Promise<void> {
  const isFree = await context.readFile(to).then(
    () => false,
    (error: unknown) => error instanceof Trouble && error.problem.kind === 'usage',
  )
  if (isFree) return
  throw new Trouble({
    kind: 'usage',
    message: `${to} is already there.`,
    mend: 'Name another file, or add --force.',
  })
}
