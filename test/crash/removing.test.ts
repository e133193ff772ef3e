import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleScript, canBreak, everyCall, quoted, type Swept, sweepCalls } from './sweeping.ts'

let base: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-removing-'))
  await bundleScript('remover.ts', join(base, 'remover.mjs'))
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

async function sweep(fault: string, more: readonly string[] = []): Promise<Swept> {
  const dir = join(base, fault)
  const node = quoted([process.execPath, join(base, 'remover.mjs'), dir])
  const step = everyCall ? [] : ['--step', fault === 'kill' ? '3' : '9']
  const options = {
    '--under': dir,
    '--setup': `umask 077; rm -rf '${dir}' && ${node} make`,
    '--cmd': `${node} remove`,
    '--check': `${node} judge`,
    '--fault': fault,
  }
  return sweepCalls(options, [...step, ...more])
}

describe.skipIf(!canBreak('removing'))('removing what is held about somebody, broken at its calls', () => {
  it.each(['kill', 'ENOSPC', 'EIO'])(
    '%s leaves all of it or none, once the next command has run',
    async (fault) => {
      const swept = await sweep(fault)
      expect(swept).toMatchObject({ failed: 0, points: expect.toSatisfy((n: number) => n > 3) })
    },
    180_000,
  )

  it('is durable when it says so, power cuts included', async () => {
    expect(await sweep('trace', ['--durable'])).toMatchObject({ not_durable: 0, failed: 0 })
  }, 60_000)
})
