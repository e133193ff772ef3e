import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../../src/adapters/data-files.ts'
import { lookOver } from '../../../src/core/care/look.ts'
import { plainIndex } from '../../../src/core/notebook/index/plain.ts'
import type { NoteIndex } from '../../../src/core/ports/index-files.ts'
import { desk } from '../../support/context.ts'
import { fill } from '../../support/sample.ts'

async function looked(change: (index: NoteIndex) => NoteIndex) {
  const at = desk()
  await fill(at)
  const never = async (): Promise<never> => {
    throw new Error('a look changes nothing')
  }
  return lookOver(
    {
      clock: {
        now: () => '2026-11-21T14:30:00Z',
        today: () => '2026-11-21',
        time: () => '14:30',
        zone: () => 'UTC',
      },
      care: async () => ({
        entries: async () => [],
        setMode: never,
        removeLeftover: never,
        dropIndex: never,
        privateInGit: async () => 'safe',
      }),
      drafts: async () => ({
        list: async () => [],
        begin: never,
        append: never,
        read: never,
        remove: never,
        hold: never,
      }),
      index: async () => change(await plainIndex(at.files())),
      data: async () => dataFiles(at.folder),
    },
    at.files(),
  )
}

describe('the index, looked over', () => {
  it('is well where it says what the files say', async () => {
    expect((await looked((index) => index)).complaints).toEqual([])
  })

  it.each([
    ['lacks a note', (index: NoteIndex) => ({ ...index, heads: index.heads.slice(1) }), '1 note'],
    [
      'knows a note that is gone',
      (index: NoteIndex) => ({
        ...index,
        heads: [
          ...index.heads,
          ...index.heads.slice(0, 1).map((head) => ({ ...head, path: 'notes/x/y.md' })),
        ],
      }),
      '1 note',
    ],
    [
      'has an older title',
      (index: NoteIndex) => ({ ...index, heads: index.heads.map((head) => ({ ...head, title: 'old' })) }),
      'notes',
    ],
  ])('is named where it %s, and can be made anew', async (_name, change, words) => {
    const { complaints } = await looked(change)
    expect(complaints).toEqual([
      { kind: 'index', path: '', message: expect.stringContaining(words), fix: { fix: 'index' } },
    ])
  })
})
