import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installed } from '../support/programs.ts'
import { open } from '../support/terminal.ts'
import { type Desk, newDesk } from './desk.ts'

/** What is typed before the tab key, and what stands on the screen after it. */
const TYPED: readonly (readonly [typed: string, shows: string])[] = [
  ['tactful sea', 'tactful search'],
  ['tactful last wei', 'tactful last wei-ling-tan'],
  ['tactful last "Wei-Ling T', 'tactful last "wei-ling-tan"'],
  ['tactful last Wei-Ling\\ T', 'tactful last wei-ling-tan'],
  ['tactful list --kind=go', 'tactful list --kind=goal'],
  ['tactful check notes', 'tactful check notes\\ for\\ sam.md'],
  ['tactful init some', 'tactful init some\\ folder/'],
]

/** How each shell begins with nothing of a user's own, and learns to complete. */
const SHELLS = {
  bash: { args: ['--norc', '--noprofile', '-i'], learn: 'eval "$(tactful completion bash)"' },
  zsh: {
    args: ['-f', '-i'],
    learn: 'autoload -U compinit && compinit -u -d "$HOME/.zcompdump" && eval "$(tactful completion zsh)"',
  },
} as const

/** A shell and the program behind it may both be slow on a busy machine, in milliseconds. */
const PATIENCE = 20_000

let at: Desk
let env: Readonly<Record<string, string>>

beforeAll(async () => {
  at = newDesk()
  for (const name of ['Sam Rivera', 'Samuel Okafor', 'Wei-Ling Tan']) await at.run(['people', 'add', name])
  const tools = join(at.folder, '.tools')
  mkdirSync(tools)
  mkdirSync(at.env.HOME ?? '', { recursive: true })
  mkdirSync(join(at.folder, 'some folder'))
  writeFileSync(join(at.folder, 'notes for sam.md'), '')
  const bin = new URL('../../bin/tactful.js', import.meta.url).pathname
  writeFileSync(join(tools, 'tactful'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`, {
    mode: 0o755,
  })
  env = { ...at.env, PATH: `${tools}:${at.env.PATH}`, PS1: '> ' }
})

afterAll(() => at.remove())

describe('the tab key', () => {
  it.each(['bash', 'zsh'] as const)('completes in %s, where there is one', async (shell) => {
    const program = installed(shell)
    if (program === undefined) return expect(shell).not.toBe('bash')
    const { args, learn } = SHELLS[shell]
    const terminal = open({ program, args: [...args], env, cwd: at.folder, rows: 40 })
    try {
      // The word is split so that its echo is not taken for the answer.
      terminal.type(`PS1='> '; ${learn}; clear; echo learn"ed"\r`)
      await terminal.waitFor(/^learned\n> ?$/m, PATIENCE)
      for (const [typed, shows] of TYPED) {
        terminal.type(`${typed}\t`)
        await terminal.waitFor(`> ${shows}`, PATIENCE)
        // Nothing of a line may be left for the next one. Keys that come while the shell is still completing wait for it, which
        // Ctrl-C does not: to the end, the whole line out.
        terminal.type('\u0005\u0015clear\r')
        await terminal.waitFor(/^> ?$/, PATIENCE)
      }
      terminal.type('tactful last sam\t\t\t')
      await terminal.waitFor(/sam-rivera[\s\S]*Sam Rivera[\s\S]*samuel-okafor[\s\S]*Samuel Okafor/, PATIENCE)
    } finally {
      terminal.close()
    }
  })

  it.skipIf(installed('fish') === undefined)('completes in fish', () => {
    const ask = (typed: string): readonly string[] =>
      execFileSync(
        'fish',
        ['--no-config', '-c', 'tactful completion fish | source; complete -C $argv[1]', typed],
        {
          env: { ...env, HOME: at.env.HOME ?? '' },
          cwd: at.folder,
          encoding: 'utf8',
        },
      )
        .split('\n')
        .filter((line) => line !== '')
    expect(ask('tactful sea')).toEqual(['search\tfind notes by their words'])
    expect(ask('tactful last sam')).toEqual(['sam-rivera\tSam Rivera', 'samuel-okafor\tSamuel Okafor'])
    expect(ask('tactful list --kind=go')).toEqual(['--kind=goal'])
    expect(ask('tactful check notes')).toEqual(['notes for sam.md'])
    expect(ask('tactful init some')).toEqual(['some folder/\tDirectory'])
  })
})
