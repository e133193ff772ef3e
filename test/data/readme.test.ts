import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import parseArgv from 'string-argv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../src/program.ts'
import { BIN, type Desk, newDesk } from '../journeys/desk.ts'

const PAGE = readFileSync('README.md', 'utf8')
const CONSOLE = /^```console\n([\s\S]*?)^```/m.exec(PAGE)?.[1] ?? ''
/** Command lines of the page: those in blocks for a shell, and those in the first cells of a table. */
const LINES = [
  ...[...PAGE.matchAll(/^tactful [^#\n]*/gm)].map(([line]) => line.trim()),
  ...[...PAGE.matchAll(/^\|.*?`(tactful [^`]+)`.*\|$/gm)].flatMap(([, line = '']) => [line]),
]

let desk: Desk
beforeAll(() => {
  desk = newDesk()
  const bin = join(desk.folder, 'bin')
  mkdirSync(bin)
  writeFileSync(join(bin, 'tactful'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`)
  chmodSync(join(bin, 'tactful'), 0o755)
})
afterAll(() => desk.remove())

describe('the README', () => {
  it.each(
    CONSOLE.split(/^\$ /m)
      .filter((part) => part !== '')
      .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)] as const),
  )('prints what comes of %s', (line, printed) => {
    const { stdout } = spawnSync('sh', ['-c', line], {
      encoding: 'utf8',
      env: { ...desk.env, PATH: `${join(desk.folder, 'bin')}:${process.env.PATH}` },
    })
    expect(stdout.trimEnd()).toBe(printed.trimEnd())
  })

  it('shows some of all that is there', () => {
    expect(LINES.length).toBeGreaterThan(15)
  })

  it.each([...new Set(LINES)])('names a command as it is typed: %s', async (line) => {
    const door = new Error('reached')
    const [, ...argv] = parseArgv(line.replace(/ > .*$/, ''))
    const reached = run(argv, '0.0.0', () => {
      throw door
    })
    await expect(reached).rejects.toBe(door)
  })
})
