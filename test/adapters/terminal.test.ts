import { PassThrough, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { terminal } from '../../src/adapters/terminal.ts'
import type { Terminal } from '../../src/core/ports/terminal.ts'

interface Given {
  readonly env?: Readonly<Record<string, string>>
  readonly plain?: boolean
  readonly asks?: boolean
  readonly tty?: boolean
  readonly columns?: number
  readonly output?: Writable
}

function made({
  env = {},
  plain = false,
  asks = true,
  tty = true,
  columns = 80,
  output = new PassThrough(),
}: Given): Terminal {
  const stream = (base: object): never => Object.assign(base, { isTTY: tty, columns }) as never
  return terminal({
    input: stream(new PassThrough()),
    output: stream(output),
    error: stream(new PassThrough()),
    env,
    plain,
    asks,
  })
}

describe('what a terminal can do', () => {
  it.each<[string, Given, Partial<Terminal>]>([
    ['a usual one', {}, { interactive: true, plain: false, colour: true, unicode: true, columns: 80 }],
    ['NO_COLOR', { env: { NO_COLOR: '1' } }, { colour: false }],
    ['an empty NO_COLOR', { env: { NO_COLOR: '' } }, { colour: true }],
    ['NO_COLOR before FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, { colour: false }],
    [
      'FORCE_COLOR in a pipe',
      { env: { FORCE_COLOR: '1' }, tty: false },
      { colour: true, interactive: false },
    ],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, { colour: false }],
    ['a pipe', { tty: false }, { colour: false, interactive: false }],
    ['a dumb one', { env: { TERM: 'dumb' } }, { plain: true, colour: false, unicode: false }],
    ['ACCESSIBLE=1', { env: { ACCESSIBLE: '1' } }, { plain: true }],
    ['ACCESSIBLE=0', { env: { ACCESSIBLE: '0' } }, { plain: false }],
    ['--plain', { plain: true }, { plain: true, interactive: true }],
    ['--no-input', { asks: false }, { interactive: false }],
    ['the C locale', { env: { LC_ALL: 'C' } }, { unicode: false }],
    ['a UTF-8 locale', { env: { LANG: 'de_DE.UTF-8' } }, { unicode: true }],
    ['LC_ALL before LANG', { env: { LC_ALL: 'POSIX', LANG: 'C.UTF-8' } }, { unicode: false }],
    ['the console', { env: { TERM: 'linux', LANG: 'C.UTF-8' } }, { unicode: false }],
    ['one that does not know its width', { columns: 0 }, { columns: 80 }],
  ])('%s', (_name, given, expected) => {
    expect(made(given)).toMatchObject(expected)
  })

  it('goes on quietly when the reader of its output is gone', async () => {
    let writes = 0
    const closed = new Writable({
      write: (_chunk, _encoding, done) => {
        writes += 1
        done(Object.assign(new Error('gone'), { code: 'EPIPE' }))
      },
    })
    const { out } = made({ output: closed })
    out('one')
    await new Promise((resolve) => setImmediate(resolve))
    out('two')
    out('three')
    expect(writes).toBe(1)
  })
})
