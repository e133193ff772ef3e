import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeText, readUserFile } from '../../src/adapters/user-files.ts'
import { writeUserFile } from '../../src/adapters/write-file.ts'
import { problemOf } from '../support/context.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tactful-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (path: string) => readFileSync(join(folder, path), 'utf8')

describe('a file the user names, for writing', () => {
  it('is made for the owner alone', async () => {
    await writeUserFile(folder, 'copy.md', 'words\n', false)
    expect(read('copy.md')).toBe('words\n')
    expect(statSync(join(folder, 'copy.md')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['copy.md'])
  })

  it('is written over only when that was asked for', async () => {
    writeFileSync(join(folder, 'copy.md'), 'old', { mode: 0o644 })
    expect(await problemOf(writeUserFile(folder, 'copy.md', 'new', false))).toMatchObject({
      kind: 'usage',
      mend: expect.stringContaining('--force'),
    })
    expect(read('copy.md')).toBe('old')
    await writeUserFile(folder, 'copy.md', 'new', true)
    expect(read('copy.md')).toBe('new')
    expect(statSync(join(folder, 'copy.md')).mode & 0o777).toBe(0o600)
  })

  it.each<[string, (path: string) => void]>([
    ['a link to a file', (path) => symlinkSync(join(folder, 'there'), path)],
    ['a link to nothing', (path) => symlinkSync('/no/such/place', path)],
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ])('is never %s, even by force', async (_name, make) => {
    writeFileSync(join(folder, 'there'), 'theirs')
    make(join(folder, 'copy.md'))
    const before = statSync(join(folder, 'copy.md'), { throwIfNoEntry: false })?.mode
    expect(await problemOf(writeUserFile(folder, 'copy.md', 'new', true))).toMatchObject({ kind: 'usage' })
    expect(statSync(join(folder, 'copy.md'), { throwIfNoEntry: false })?.mode).toBe(before)
    expect(read('there')).toBe('theirs')
    expect(readdirSync(folder).sort()).toEqual(['copy.md', 'there'])
  })

  it('needs its folder', async () => {
    expect(await problemOf(writeUserFile(folder, 'no/such/copy.md', 'x', false))).toMatchObject({
      kind: 'usage',
      message: 'There is no folder no/such.',
    })
  })
})

describe('a file the user names, for reading', () => {
  it.each([
    ['UTF-8 with a mark', '\ufeffgrüß', Buffer.from('\ufeffgrüß')],
    ['UTF-16', 'grüß', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('grüß', 'utf16le')])],
  ])('may be %s', (_name, text, bytes) => {
    expect(decodeText(bytes, 'x').replace('\ufeff', '')).toBe(text.replace('\ufeff', ''))
  })

  it.each([
    ['that is not there', 'usage', () => {}],
    ['that is a folder', 'data', (path: string) => mkdirSync(path)],
    ['that is a pipe', 'data', (path: string) => execFileSync('mkfifo', [path])],
    ['of other bytes', 'data', (path: string) => writeFileSync(path, Buffer.from([0x80, 0x81]))],
    ['with NUL', 'data', (path: string) => writeFileSync(path, 'a\0b')],
  ])('%s is refused', async (_name, kind, make) => {
    make(join(folder, 'given'))
    expect(await problemOf(readUserFile(folder, 'given'))).toMatchObject({ kind })
  })

  it.skipIf(process.getuid?.() === 0)('that is closed to the user is named', async () => {
    writeFileSync(join(folder, 'given'), 'x', { mode: 0 })
    expect(await problemOf(readUserFile(folder, 'given'))).toMatchObject({ kind: 'disk', code: 'EACCES' })
  })
})
