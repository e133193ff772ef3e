import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { CHROMIUM } from './programs.ts'

/** What a browser made of a page: its document afterwards, and every address it had in hand, asked for or not. */
interface Seen {
  readonly dom: string
  readonly names: readonly string[]
}

/** Opens a page in a browser without a screen, long enough for what it loads and runs. */
export async function opened(page: string): Promise<Seen> {
  const { folder, file } = kept(page)
  const log = join(folder, 'net.json')
  const dom = await browse(folder, ['--dump-dom', '--virtual-time-budget=3000', `--log-net-log=${log}`, file])
  const names = [...readFileSync(log, 'utf8').matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url ?? '')
  return { dom, names: [...new Set(names)] }
}

/** The colour of the first pixel of a page, `#rrggbb`, as somebody sees it who likes light or dark screens. */
export async function cornerColour(page: string, likes: 'light' | 'dark'): Promise<string> {
  const { folder, file } = kept(page)
  const shot = join(folder, 'shot.png')
  const scheme = `--blink-settings=preferredColorScheme=${likes === 'dark' ? 0 : 1}`
  await browse(folder, [scheme, '--window-size=400,300', `--screenshot=${shot}`, file])
  return firstPixel(readFileSync(shot))
}

function kept(page: string): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const file = join(folder, 'page.html')
  writeFileSync(file, page)
  return { folder, file: `file://${file}` }
}

async function browse(folder: string, args: readonly string[]): Promise<string> {
  const quiet = [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync', '--disable-extensions', '--disable-default-apps'],
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--user-data-dir=${join(folder, 'profile')}`,
  ]
  const run = promisify(execFile)
  const { stdout } = await run(CHROMIUM ?? '', [...quiet, ...args], {
    timeout: 50_000,
    maxBuffer: 50_000_000,
  })
  return stdout
}

/** Whatever a PNG does to its first row, its first pixel stands there as it is. */
function firstPixel(png: Buffer): string {
  const data: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
    }
  }
  return `#${inflateSync(Buffer.concat(data)).subarray(1, 4).toString('hex')}`
}
