import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenTerminal, open } from '../support/terminal.ts'
import { BIN, type Desk, newDesk } from './desk.ts'

const LINES = 60
let at: Desk

beforeEach(async () => {
  at = newDesk()
  mkdirSync(join(at.notebook, 'notes/sam'), { recursive: true, mode: 0o700 })
  writeFileSync(join(at.notebook, 'tactful.yaml'), 'format: 1\n')
  const lines = Array.from({ length: LINES }, (_none, n) => `- line ${n + 1} of the note`).join('\n')
  writeFileSync(
    join(at.notebook, 'notes/sam/2026-11-02-session-q47k3v.md'),
    `---\ntactful: 1\nid: 01KAH2Y6Z40000000000Q47K3V\nkind: session\nperson: sam\ndate: "2026-11-02"\ncreated: "2026-11-02T10:00:00Z"\ntitle: Long\n---\n\n# Long\n\n${lines}\n`,
  )
})

afterEach(() => at.remove())

function show(env: Readonly<Record<string, string | undefined>>, ...flags: readonly string[]): OpenTerminal {
  return open({
    args: [BIN, 'show', 'q47', ...flags],
    env: { ...at.env, PAGER: undefined, LESS: undefined, ...env },
    cwd: at.folder,
  })
}

/** A pager of our own: keeps what it is given, and says when it has it. */
function pager(then: string): { readonly command: string; readonly got: () => string } {
  const file = join(at.folder, 'pager.sh')
  const kept = join(at.folder, 'paged.txt')
  writeFileSync(file, `#!/bin/sh\ncat > "${kept}"\n${then}\n`)
  chmodSync(file, 0o755)
  return { command: file, got: () => (existsSync(kept) ? readFileSync(kept, 'utf8') : '') }
}

async function everythingShown(terminal: OpenTerminal): Promise<string> {
  expect((await terminal.exit).code).toBe(0)
  const all = terminal.scrollback()
  terminal.close()
  for (let n = 1; n <= LINES; n++) expect(all).toContain(`- line ${n} of the note`)
  return all
}

describe('long results on a terminal', () => {
  it('go to less, which is left with q', async () => {
    const terminal = show({})
    await terminal.waitFor('line 10 of the note')
    expect(terminal.screen()).not.toContain(`line ${LINES} of the note`)
    terminal.type('q')
    expect((await terminal.exit).code).toBe(0)
    terminal.close()
  })

  it('go to $PAGER, with its arguments', async () => {
    const own = pager('echo "shown with $1"')
    const terminal = show({ PAGER: `"${own.command}" two` })
    await terminal.waitFor('shown with two')
    expect((await terminal.exit).code).toBe(0)
    expect(own.got()).toContain(`line ${LINES} of the note`)
    terminal.close()
  })

  it.each([
    ['without a pager', { PAGER: 'no-such-pager' }, []],
    ['with an empty PAGER', { PAGER: '' }, []],
    ['with --no-pager', { PAGER: 'no-such-pager' }, ['--no-pager']],
    ['with a pager that fails', { PAGER: 'false' }, []],
    ['with cat', { PAGER: 'cat' }, []],
    ['in plain mode', { PAGER: 'no-such-pager', ACCESSIBLE: '1' }, []],
  ])('are all there %s', async (_name, env, flags) => {
    await everythingShown(show(env, ...flags))
  })

  it('are all there when the pager is killed, and the terminal works again', async () => {
    const own = pager('kill -9 $$')
    await everythingShown(show({ PAGER: own.command }))
  })

  it('are paged too where much is open with somebody', async () => {
    for (let n = 100; n < 160; n++) {
      writeFileSync(
        join(at.notebook, `notes/sam/2026-11-01-goal-000${n}.md`),
        `---\ntactful: 1\nid: 01KAH2Y6Z40000000000000${n}\nkind: goal\nperson: sam\ndate: "2026-11-01"\ncreated: "2026-11-01T10:00:00Z"\ntitle: Goal ${n}\n---\n\n# Goal ${n}\n`,
      )
    }
    const own = pager('echo shown')
    const terminal = open({
      args: [BIN, 'last', 'sam'],
      env: { ...at.env, PAGER: own.command },
      cwd: at.folder,
    })
    await terminal.waitFor('shown')
    expect((await terminal.exit).code).toBe(0)
    expect(own.got()).toContain('Goal 159')
    terminal.close()
  })

  it('leave Ctrl-C to the pager', async () => {
    const own = pager('trap "echo got it; exit 0" INT\necho waiting\nwhile :; do sleep 0.1; done')
    const terminal = show({ PAGER: own.command })
    await terminal.waitFor('waiting')
    terminal.type('\u0003')
    await terminal.waitFor('got it')
    expect((await terminal.exit).code).toBe(0)
    terminal.close()
  })
})

it('never pages what goes into a pipe, and what fits on the screen', async () => {
  const own = pager('echo paged')
  const env = { PAGER: own.command }
  const { out, code } = await at.run(['show', 'q47'], { env })
  expect(code).toBe(0)
  expect(out).toContain(`line ${LINES} of the note`)
  const terminal = open({ args: [BIN, 'list'], env: { ...at.env, ...env }, cwd: at.folder })
  expect((await terminal.exit).code).toBe(0)
  expect(terminal.scrollback()).toContain('q47k3v')
  expect(own.got()).toBe('')
  terminal.close()
})
