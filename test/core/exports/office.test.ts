import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { FORMATS } from '../../../src/core/exports/formats.ts'
import type { SharedCopy } from '../../../src/core/sharing/copy.ts'
import { copyOf, ground, HOSTILE } from '../../support/copies.ts'
import { OFFICE } from '../../support/programs.ts'

/** A document as a word processor reads it, as plain text; and it lays out its pages. */
async function readBack(
  copies: readonly SharedCopy[],
): Promise<{ readonly text: string; readonly pages: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-office-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const file = join(folder, 'copy.docx')
  writeFileSync(file, await (await FORMATS.docx()).write(copies, ground))
  const run = promisify(execFile)
  for (const to of ['txt:Text (encoded):UTF8', 'pdf']) {
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run(OFFICE ?? '', [profile, '--headless', '--convert-to', to, '--outdir', folder, file], {
      timeout: 50_000,
    })
  }
  const pdf = readFileSync(join(folder, 'copy.pdf'), 'latin1')
  const pages = Math.max(
    0,
    ...[...pdf.matchAll(/\/Type\s*\/Pages\b[^>]*\/Count (\d+)/g)].map(([, count]) => Number(count)),
  )
  return { text: readFileSync(join(folder, 'copy.txt'), 'utf8'), pages }
}

describe.skipIf(OFFICE === undefined)(
  'a document in LibreOffice (left out where it is not installed)',
  () => {
    test('opens with every word in its place, numbers and bullets too', async () => {
      const { text, pages } = await readBack([copyOf(), copyOf({ title: 'Another', lead: HOSTILE })])
      expect(text).toContain('1. What the day looked like')
      expect(text).toMatch(/[•◦] a note in the ticket/)
      expect(text).toContain('3. What to try')
      expect(text).toContain('<img src=x onerror=alert(1)>')
      expect(text.indexOf('Another')).toBeGreaterThan(text.indexOf('Name: ____'))
      expect(pages).toBe(2)
    })
  },
)
