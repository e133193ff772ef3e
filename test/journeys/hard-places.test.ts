import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BIN, type Desk, newDesk } from './desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = newDesk()
  await desk.run(['people', 'add', 'Sam Rivera'])
})
afterEach(() => desk.remove())

/** Runs a shell line in which `tactful` stands for the program. */
function shell(line: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const script = `tactful() { '${process.execPath}' '${BIN}' "$@"; }\n${line}`
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { env: desk.env, encoding: 'utf8' })
  return { code: status, out: stdout, err: stderr }
}

describe('where the output cannot go', () => {
  it.skipIf(process.platform !== 'linux').each(['--version', '--help', 'people', 'people --json'])(
    'tactful %s says in one line that the disk is full',
    (args) => {
      const { code, err } = shell(`tactful ${args} > /dev/full`)
      expect(err).toBe('The disk is full: writing the output.\n')
      expect(code).toBe(74)
    },
  )

  it.skipIf(process.platform !== 'linux')('says what was saved all the same', () => {
    const jot = "tactful jot '+ asked the customer first' --about sam --no-input"
    const { code, err } = shell(`${jot} > /dev/full`)
    expect(err).toMatch(
      /^It was saved all the same, so there is nothing to repeat: notes\/sam-rivera\/\S+-evidence-([0-9a-z]{6})\.md {2}tactful show \1\nThe disk is full: writing the output\.\n$/,
    )
    expect(code).toBe(74)
  })

  it.each(['--version', '--help', 'people'])('tactful %s ends quietly when nobody reads', (args) => {
    expect(shell(`(sleep 0.3; tactful ${args}) | true`).err).toBe('')
  })
})

describe('what cannot be read on the way', () => {
  it('keeps nobody from reading the notes', async () => {
    rmSync(join(desk.state, 'saves'), { recursive: true })
    writeFileSync(join(desk.state, 'saves'), 'no folder')
    const { code, out, err } = await desk.run(['people'])
    expect([code, out]).toEqual([0, 'Sam Rivera  sam-rivera  no notes yet\n'])
    expect(err).toMatch(/^Could not look for a save that was broken off \(ENOTDIR.*\n$/)
    expect((await desk.run(['people', 'add', 'Wei-Ling Tan'])).code).toBe(74)
  })

  it('is a person behind a link: home goes on with the short name', async () => {
    const note = join(desk.notebook, 'notes/anna/2026-11-20-session-q47k3v.md')
    mkdirSync(dirname(note), { recursive: true })
    writeFileSync(note, '')
    symlinkSync('/etc/passwd', join(desk.notebook, 'people/anna.yaml'))
    const { code, out } = await desk.run([])
    expect(out).toContain('What you agreed with anna last time')
    expect(code).toBe(0)
  })

  it('is a note behind a link: it is named when it is asked for', async () => {
    const note = join(desk.notebook, 'notes/anna/2026-11-20-session-q47k3v.md')
    mkdirSync(dirname(note), { recursive: true })
    symlinkSync('/etc/passwd', note)
    const { code, err } = await desk.run(['show', 'q47k3v'])
    expect(err).toContain('this is a link')
    expect(code).toBe(65)
  })

  it('is the file of settings', async () => {
    const file = join(desk.env.XDG_CONFIG_HOME ?? '', 'tactful/settings.json')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, '{bad')
    const { code, err } = await desk.run(['config'])
    expect(err).toContain(file)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(78)
  })
})

describe('several at once', () => {
  it('lose nothing that was said to be saved', async () => {
    const names = Array.from({ length: 6 }, (_, at) => `Alias ${at}`)
    const runs = await Promise.all(names.map((name) => desk.run(['people', 'edit', 'sam', '--alias', name])))
    const text = readFileSync(join(desk.notebook, 'people/sam-rivera.yaml'), 'utf8')
    runs.forEach(({ code, err }, at) => {
      const kept = /your version is in (\S+)\. /.exec(err)?.[1]
      const where = code === 0 ? text : readFileSync(join(desk.notebook, kept ?? ''), 'utf8')
      expect(where).toContain(names[at])
    })
    expect(runs.some(({ code }) => code === 0)).toBe(true)
  })
})

describe('flags that say nothing', () => {
  it.each([
    [['list', '--notebook', ''], '--notebook is empty.'],
    [['list', '--since', ''], '--since is empty.'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, err } = await desk.run(args)
    expect(err).toContain(message)
    expect(code).toBe(2)
  })
})

describe('tactful help', () => {
  it('shows how a command is used, and offers near names for one that is none', async () => {
    const [all, one, none] = await Promise.all(
      [['help'], ['help', 'list'], ['help', 'lst']].map((args) => desk.run(args)),
    )
    expect([all?.code, one?.code, none?.code]).toEqual([0, 0, 2])
    expect(all?.out).toContain('Usage: tactful [options] [command]')
    expect(one?.out).toContain('Usage: tactful list [options]')
    expect(none?.err).toMatch(/There is no command "lst"\.\nDid you mean .*"list"/)
  })
})
