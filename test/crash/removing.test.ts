import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const CRASH = join(import.meta.dirname, 'crash.py')
const run = promisify(execFile)

// SWEEP=all breaks every call with every fault. Without it, each takes a few.
const everyCall = process.env.SWEEP === 'all'

const canBreak = process.platform === 'linux' && process.arch === 'x64' && hasPython()
if (!canBreak)
  process.stderr.write('Crash sweeps of removing are left out: they need python3 on Linux x86_64.\n')

let base: string
let remover: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-removing-'))
  remover = join(base, 'remover.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'remover.ts')],
    outfile: remover,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

interface Sweep {
  readonly points: number
  readonly failed: number
  readonly not_durable: number
}

async function sweep(fault: string, more: readonly string[] = []): Promise<Sweep> {
  const dir = join(base, fault)
  const node = `'${process.execPath}' '${remover}' '${dir}'`
  const step = everyCall ? [] : ['--step', fault === 'kill' ? '3' : '9']
  const options = {
    '--under': dir,
    '--setup': `umask 077; rm -rf '${dir}' && ${node} make`,
    '--cmd': `${node} remove`,
    '--check': `${node} judge`,
    '--fault': fault,
  }
  const ended = await run('python3', [CRASH, ...Object.entries(options).flat(), ...step, ...more], {
    maxBuffer: 2 ** 24,
  }).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`${error.stdout}${error.stderr}`)
  })
  return JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '')
}

describe.skipIf(!canBreak)('removing what is held about somebody, broken at its calls', () => {
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
