import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import parseArgv from 'string-argv'
import type { Editor } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'

/**
 * The user's editor on a copy in `folder` (0700, file 0600). Whatever the editor did, a text that could not be read back
 * stays where it is, and the failure names the file.
 */
export function editor(command: string | undefined, folder: string): Editor {
  return {
    async edit(text, name) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const place = await mkdtemp(join(folder, 'edit-'))
      const file = join(place, name)
      await writeFile(file, text, { mode: 0o600 })
      await open(command ?? 'vi', file)
      return { text: await readBack(file), discard: () => rm(place, { recursive: true, force: true }) }
    },
  }
}

async function open(command: string, file: string): Promise<void> {
  const [program, ...args] = parseArgv(command)
  if (program === undefined) throw usage('$EDITOR is empty.', file)
  try {
    await execa(program, [...args, file], { stdio: 'inherit' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw code === 'ENOENT'
      ? usage(`The editor "${program}" was not found.`, file)
      : usage(`The editor "${program}" ended with an error.`, file)
  }
}

async function readBack(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file))
  } catch (error) {
    if (error instanceof TypeError) throw usage('The editor left text that is not UTF-8.', file)
    throw usage('The editor removed the file instead of saving it.', file)
  }
}

function usage(message: string, file: string): Trouble {
  return new Trouble({
    kind: 'usage',
    message,
    mend: `Your text is in ${file}. Set EDITOR to an editor that waits (for example: EDITOR="code --wait").`,
  })
}
