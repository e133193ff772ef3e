import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { compare, print } from './measure.mjs'

const bin = resolve(import.meta.dirname, '../../bin/tactful.js')
const home = mkdtempSync(join(tmpdir(), 'tactful-bench-'))
const env = {
  ...process.env,
  HOME: home,
  XDG_STATE_HOME: join(home, 'state'),
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_CACHE_HOME: join(home, 'cache'),
  XDG_DATA_HOME: join(home, 'data'),
}
const runs = Number(process.argv[2] ?? 21)

// The first question is on screen once it was printed and the end of input was seen: plain mode with nothing piped in.
const firstQuestion = {
  args: [bin, 'prep', '--plain', '--notebook', join(home, 'notebook')],
  options: { env, input: '', stdio: ['pipe', 'pipe', 'pipe'] },
  expect: [2],
}

print(
  compare(
    {
      '--version': { args: [bin, '--version'], options: { env } },
      '--help': { args: [bin, '--help'], options: { env } },
      'first question of prep': firstQuestion,
    },
    runs,
  ),
  { '--version': 1.15, '--help': 1.35, 'first question of prep': 1.8 },
)
rmSync(home, { recursive: true, force: true })
