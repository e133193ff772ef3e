/* A tiny program of one asker, run on a pseudo-terminal: asks the screens given as JSON in ASKING, prints the replies as JSON lines at the end. They also go
 * into the file ASKING_REPLIES, since a pseudo-terminal may lose the last bytes of a program that ends. */
import { writeFileSync } from 'node:fs'
import { plainAsker } from '../../src/adapters/asker-plain.ts'
import { terminalAsker } from '../../src/adapters/asker-terminal.ts'
import { watchSignals } from '../../src/adapters/signals.ts'
import { terminal } from '../../src/adapters/terminal.ts'
import type { Choice, MenuScreen, QuestionScreen, Reply } from '../../src/core/ports/asker.ts'
import { askerLook } from '../../src/views/question.ts'
import { themeFor } from '../../src/views/theme.ts'

const screens = JSON.parse(process.env.ASKING ?? '[]') as readonly (QuestionScreen | MenuScreen)[]
const out = process.stderr
const what = terminal({
  input: process.stdin,
  output: process.stdout,
  error: out,
  env: process.env,
  plain: process.env.ASKING_PLAIN === '1',
  asks: true,
})
const look = askerLook(themeFor(what))
const edit = async (text: string) => ({ text: `${text} (edited)\nby hand\n`, discard: async () => {} })
const asker = what.plain
  ? plainAsker({ input: process.stdin, output: out, look })
  : terminalAsker({ input: process.stdin, output: out, look, edit })
watchSignals((signal) => process.exit({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal])).onStop(() =>
  asker.close(),
)

const replies: (Reply | Choice)[] = []
for (const screen of screens) {
  const reply =
    'input' in screen
      ? await asker.ask(screen, async (raw) =>
          raw === 'wrong' ? 'That will not do. Try something else.' : undefined,
        )
      : await asker.choose(screen)
  replies.push(reply)
  asker.say(`  ✓ ${'label' in screen ? screen.label : screen.title}: ${reply.reply}`)
  if (reply.reply === 'quit') break
}
asker.close()
const told = replies.map((reply) => JSON.stringify(reply)).join('\n')
if (process.env.ASKING_REPLIES !== undefined) writeFileSync(process.env.ASKING_REPLIES, told)
what.out(`${told}\nbye\n`)
