import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editor } from '../../src/adapters/editor.ts'
import { problemOf } from '../support/context.ts'

let home: string
let folder: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tactful editor '))
  folder = join(home, 'state/edits')
})
afterEach(() => rmSync(home, { recursive: true }))

/** A program with this body; what it is called with stands in `$@`, the file is the last of it. */
function program(body: string): string {
  const path = join(home, 'my editor')
  writeFileSync(path, `#!/bin/sh\nfor file; do :; done\n${body}\n`, { mode: 0o700 })
  return `"${path}"`
}

const edit = (command: string) => editor(command, folder).edit('before\n', 'note.md')

function copies(): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('the editor', () => {
  it('is called with its own arguments, also from a path with blanks, on a copy only the owner can read', async () => {
    const log = join(home, 'log')
    const command = program(
      `printf '%s|' "$1" "$2" > '${log}'; stat -c %a "$file" >> '${log}'; echo more >> "$file"`,
    )
    const edited = await edit(`${command} -n 'two words'`)
    expect(edited.text).toBe('before\nmore\n')
    expect(readFileSync(log, 'utf8')).toMatch(/^-n\|two words\|600/)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await edited.discard()
    expect(copies()).toEqual([])
  })

  it('may put another file in the place of the one it was given', async () => {
    const edited = await edit(program('echo new > "$file.n" && mv "$file.n" "$file"'))
    expect(edited.text).toBe('new\n')
  })

  it('keeps a byte order mark', async () => {
    const edited = await editor(program(':'), folder).edit('\ufeffname: Sam\n', 'sam.yaml')
    expect(edited.text).toBe('\ufeffname: Sam\n')
  })

  it('says when it came back within a blink, and nothing of one that was looked at and left', async () => {
    expect(await edit(program(':'))).toMatchObject({ text: 'before\n', hasty: true })
    expect(await edit(program('sleep 0.6'))).toMatchObject({ text: 'before\n', hasty: false })
  })

  it.each([
    ['that is not there', () => '/no/such/editor', 'not found'],
    ['that fails', () => program('exit 1'), 'ended with an error'],
    ['that removes the file', () => program('rm "$file"'), 'removed the file'],
    ['with an empty name', () => '  ', 'empty'],
  ])('%s leaves no copy of what did not change', async (_name, command, message) => {
    expect(await problemOf(edit(command()))).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining(message),
      mend: expect.stringContaining('--wait'),
    })
    expect(copies()).toEqual([])
  })

  it.each([
    ['fails after a change', 'echo more >> "$file"; exit 1', 'ended with an error', 'before\nmore\n'],
    ['leaves what is no UTF-8', 'printf \'\\377\\376\' > "$file"', 'not UTF-8', '\ufffd\ufffd'],
  ])('that %s names the file in which the text is', async (_name, body, message, text) => {
    const problem = await problemOf(edit(program(body)))
    expect(problem).toMatchObject({ kind: 'usage', message: expect.stringContaining(message) })
    const file =
      problem.kind === 'usage' ? /Your text is in (.*note\.md)\./.exec(problem.mend ?? '')?.[1] : ''
    expect(readFileSync(file ?? '', 'utf8')).toBe(text)
  })

  it('says what the disk said', async () => {
    writeFileSync(folder.replace(/\/edits$/, ''), '')
    expect(await problemOf(edit('true'))).toMatchObject({ kind: 'disk', file: folder })
  })
})
