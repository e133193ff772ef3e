import { describe, expect, it } from 'vitest'
import type { CommandCard, Options } from '../../src/commands/card.ts'
import { home } from '../../src/commands/index.ts'
import { desk } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'
import { shelf } from '../support/shelf.ts'

interface Call {
  readonly path: string
  readonly args?: readonly string[]
  readonly options?: Options
}

/** Every command that only reads, as it may be called on the sample notebook. */
const READING: readonly Call[] = [
  { path: 'tactful' },
  { path: 'trends' },
  { path: 'trends', options: { format: 'html' } },
  { path: 'list' },
  { path: 'list', options: { kind: 'evidence' } },
  { path: 'list', options: { text: 'handover', json: true } },
  { path: 'search', args: ['handover'] },
  { path: 'search', args: ['handovr'], options: { json: true } },
  { path: 'show', args: ['q47k3v'], options: { private: true } },
  { path: 'last', args: ['sam'] },
  { path: 'timeline', args: ['sam'] },
  { path: 'people' },
  { path: 'people list' },
  { path: 'people show', args: ['sam'] },
  { path: 'export', args: [IDS.session], options: { for: 'lead', dryRun: true } },
  { path: 'check', args: ['q47k3v'] },
  { path: 'config' },
  { path: 'config get', args: ['notebook'] },
  { path: 'config list' },
  { path: 'idea' },
  { path: 'idea list', options: { all: true } },
  { path: 'list', options: { kind: 'idea' } },
  { path: 'barrier' },
  { path: 'barrier list', options: { all: true } },
  { path: 'checkin' },
  { path: 'checkin due' },
  { path: 'checkin prompt', args: ['sam'] },
  { path: 'checkin calendar' },
  { path: 'checkin schedule', options: { with: 'cron' } },
  { path: 'template' },
  { path: 'template list' },
  { path: 'template show', args: ['constructive-feedback'] },
  { path: 'template questions', args: ['checkin'] },
  { path: 'template answers', args: ['checkin'] },
  { path: 'template check' },
  { path: 'template test' },
  { path: 'library' },
  { path: 'library list' },
  { path: 'library show', args: ['questions'] },
  { path: 'library search', args: ['open', 'question'] },
  { path: 'doctor' },
  { path: 'completion', args: ['bash'] },
]

/** Those that write, ask, or need neither notebook nor notes. */
const OTHERS = [
  'prep',
  'resume',
  'init',
  'jot',
  'edit',
  'import',
  'talk',
  'goal',
  'promise',
  'checkin',
  'completion',
  'config',
  'people',
  'template',
  'receive',
  'ask',
  'sync',
  'rehearse',
  'library',
]

function cardAt(path: string): CommandCard | undefined {
  if (path === 'tactful') return home
  const [first, second] = path.split(' ')
  const card = shelf.find(({ name }) => name === first)
  return second === undefined ? card : card?.commands?.find(({ name }) => name === second)
}

describe('reading', () => {
  it.each(READING)('$path $args leaves the notebook as it was, byte for byte', async (call) => {
    const { path, args = [], options = {} } = call
    const at = desk()
    await fill(at)
    await at.put('notes/sam-rivera/2026-01-01-session-aaaaaa.md', '')
    await at.put(
      'notes/sam-rivera/2026-01-02-session-bbbbbb.md',
      '---\r\ntactful: 1 # by hand\r\n---\r\nno end',
    )
    const before = at.tree()
    const body = await cardAt(path)?.load?.()
    if (body === undefined) throw new Error(`there is no ${path}`)
    const { outcome } = await at.run(body, args, options, options.json === true ? { json: true } : {})
    expect(['done', 'attention']).toContain(outcome)
    expect(at.tree()).toEqual(before)
  })

  it('is looked at for every command on the shelf that reads', () => {
    const covered = new Set([...READING.map(({ path }) => path.split(' ')[0]), ...OTHERS])
    expect(shelf.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual([])
  })
})
