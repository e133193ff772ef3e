import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { execa } from 'execa'
import parseArgv from 'string-argv'
import type { Editor } from '../core/ports/editor.ts'
import { Trouble } from '../core/problem.ts'
import { ensureFolder, errnoOf, onDisk, writeTemp } from './store/durable.ts'

/** Nobody looks and leaves in less; an editor that comes back so soon has opened a window and gone on. In milliseconds. */
const HASTY = 400

/**
 * The user's editor on a copy in `folder` (0700, file 0600). A text that was changed and could not be read back stays where
 * it is, and the failure names the file; an unchanged copy is left nowhere. Throws `usage`, and `disk`.
 */
export function editor(command: string | undefined, folder: string): Editor {
  return {
    async edit(text, name) {
      const file = onDisk(folder, 'copying your text into', () => copyIn(folder, text, name))
      const discard = () => rm(dirname(file), { recursive: true, force: true })
      const begun = performance.now()
      const failed = await open(command ?? 'vi', file)
      const left = failed === undefined ? readBack(file) : { failed }
      if ('text' in left) return { text: left.text, discard, hasty: performance.now() - begun < HASTY }
      const kept = isChanged(file, text)
      if (!kept) await discard()
      throw usage(left.failed, kept ? file : undefined)
    },
  }
}

function copyIn(folder: string, text: string, name: string): string {
  ensureFolder(folder)
  const place = mkdtempSync(join(folder, 'edit-'))
  // The umask may have taken the owner's own rights away.
  chmodSync(place, 0o700)
  const file = join(place, name)
  writeTemp(file, text)
  return file
}

/** What went wrong, if something did. */
async function open(command: string, file: string): Promise<string | undefined> {
  const [program, ...args] = parseArgv(command)
  if (program === undefined) return '$EDITOR is empty.'
  try {
    await execa(program, [...args, file], { stdio: 'inherit' })
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return `The editor "${program}" was not found.`
    if (code === 'EACCES') return `The editor "${program}" may not be run.`
    return `The editor "${program}" ended with an error.`
  }
}

function readBack(file: string): { readonly text: string } | { readonly failed: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file)) }
  } catch (error) {
    if (errnoOf(error) === undefined) return { failed: 'The editor left text that is not UTF-8.' }
    return { failed: 'The editor removed the file instead of saving it.' }
  }
}

function isChanged(file: string, text: string): boolean {
  try {
    return !readFileSync(file).equals(Buffer.from(text))
  } catch (error) {
    return errnoOf(error) !== 'ENOENT'
  }
}

function usage(message: string, file: string | undefined): Trouble {
  const where = file === undefined ? 'Nothing was changed.' : `Your text is in ${file}.`
  return new Trouble({
    kind: 'usage',
    message,
    mend: `${where} Set EDITOR to an editor that waits (for example: EDITOR="code --wait").`,
  })
}
