import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { script, words } from '../../src/commands/completion.ts'
import { everywhere } from '../../src/commands/index.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { fill } from '../support/sample.ts'
import { shelf } from '../support/shelf.ts'

const body = words(shelf, everywhere)

async function offered(at: Desk, ...typed: readonly string[]): Promise<readonly string[]> {
  const { out } = await at.run(body, typed)
  return out.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']))
}

async function filled(): Promise<Desk> {
  const at = desk()
  await fill(at)
  return at
}

describe('the words of a completion', () => {
  it('are commands first, then their parts', async () => {
    const at = desk()
    expect(await offered(at, '')).toEqual([...shelf.map(({ name }) => name), 'help'])
    expect(await offered(at, 'se')).toEqual(['search'])
    expect(await offered(at, 'people', 're')).toEqual(['rename'])
    expect(await offered(at, 'completion', '')).toEqual(['bash', 'zsh', 'fish'])
  })

  it('are flags of the command and of every command, each once', async () => {
    const at = desk()
    expect(await offered(at, 'list', '--a')).toEqual(['--area'])
    expect(await offered(at, 'list', '--area', 'x', '--a')).toEqual([])
    expect(await offered(at, 'list', '--no')).toEqual(['--no-pager', '--notebook', '--no-input'])
    expect(await offered(at, 'prep', '--set', 'a=b', '--se')).toEqual(['--set'])
    expect(await offered(at, '--he')).toEqual(['--help'])
  })

  it('are choices, also behind an equals sign, as bash and as others split it', async () => {
    const at = desk()
    expect(await offered(at, 'list', '--kind', 'go')).toEqual(['goal'])
    expect(await offered(at, 'list', '--kind=go')).toEqual(['--kind=goal'])
    expect(await offered(at, 'list', '--kind', '=', 'go')).toEqual(['goal'])
    expect(await offered(at, 'list', '--kind', '=')).toContain('session')
  })

  it('are people by slug or name, notes by the end of their ids, newest first', async () => {
    const at = await filled()
    expect(await offered(at, 'last', '')).toEqual(['sam-rivera', 'wei-ling-tan'])
    expect(await offered(at, 'list', '--person', 'Sammy')).toEqual(['sam-rivera'])
    expect(await offered(at, 'list', '--person=we')).toEqual(['--person=wei-ling-tan'])
    expect((await offered(at, 'show', '')).slice(0, 3)).toEqual(['0vpd8a', 'q47k3v', 'g0a111'])
    expect(await offered(at, 'show', 'Q4')).toEqual(['q47k3v'])
    expect(await offered(at, 'show', 'q47k3v', '')).toEqual([])
    const { out } = await at.run(body, ['show', 'q4'])
    expect(out).toBe('q47k3v\t2026-11-21 Feedback for Sam Rivera\n')
  })

  it('are libraries, shipped and own', async () => {
    const at = await filled()
    await at.put('library/ours.yaml', 'not: read')
    expect(await offered(at, 'library', 'show', '')).toEqual(expect.arrayContaining(['behaviours', 'ours']))
    expect(await offered(at, 'library', 'add', 'que')).toEqual(['questions'])
    expect(await offered(at, 'library', 'add', 'questions', '--id', '')).toEqual([])
  })

  it('are templates, shipped and own, areas and sources', async () => {
    const at = await filled()
    await at.put('templates/mine.yaml', 'not: read')
    expect(await offered(at, 'template', 'show', '')).toEqual(
      expect.arrayContaining(['constructive-feedback', 'mine']),
    )
    expect(await offered(at, 'prep', 'sam', '--template', 'mi')).toEqual(['mine'])
    expect(await offered(at, 'list', '--area', 'resp')).toEqual(['responsiveness'])
  })

  it('leave files and folders to the shell', async () => {
    const at = desk()
    expect(await offered(at, 'check', 'no')).toEqual([':files'])
    expect(await offered(at, 'init', '')).toEqual([':folders'])
    expect(await offered(at, 'list', '--notebook', '')).toEqual([':folders'])
  })

  it('are none where nothing is known, and never a failure', async () => {
    const at = desk()
    expect(await offered(at, 'last', '')).toEqual([])
    expect(await offered(at, 'show', '')).toEqual([])
    expect(await offered(at, 'nothing', 'like', 'this')).toEqual([])
    expect(await offered(at, 'jot', '--', '--')).toEqual([])
    expect(at.tree()).toEqual({})
  })

  it('hold no sign that could steer a terminal, and no second line', async () => {
    const at = await filled()
    const facts = {
      tactful: 1,
      id: '01KAN2Y6Z40000000000EV11EV',
      kind: 'barrier' as const,
      person: 'sam-rivera',
      date: '2026-11-22',
      created: '2026-11-22T10:00:00Z',
      title: 'a\u001b[2J\u202eb',
    }
    await at.put(
      'notes/sam-rivera/2026-11-22-barrier-ev11ev.md',
      formatNote({ facts, lead: '', sections: [] }),
    )
    const { out } = await at.run(body, ['show', 'ev'])
    expect(out).toMatch(/^ev11ev\t2026-11-22 a\ufffd\[2J\ufffdb\n/)
  })
})

describe('the scripts', () => {
  it.each(['bash', 'zsh', 'fish'])('for %s is printed, and one for no shell is asked for', async (shell) => {
    const { out } = await desk().run(script, [shell])
    expect(out).toContain('tactful completion words --')
    expect(await problemOf(desk().run(script))).toMatchObject({ kind: 'usage' })
  })

  it.each([
    ['bash', ['-n']],
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ] as const)('is one %s understands, where there is such a shell', async (shell, flags) => {
    const at = desk()
    const file = join(at.folder, `completion.${shell}`)
    writeFileSync(file, (await at.run(script, [shell])).out)
    const tried = spawnSync(shell, [...flags, file], { encoding: 'utf8' })
    if (tried.error !== undefined) expect(shell).not.toBe('bash')
    else expect(tried.stderr).toBe('')
  })
})
