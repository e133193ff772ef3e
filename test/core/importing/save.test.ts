import { expect, it } from 'vitest'
import type { Gathered } from '../../../src/core/importing/gather.ts'
import { composeImport, pick, saveImport } from '../../../src/core/importing/save.ts'
import type { Person } from '../../../src/core/notebook/note.ts'
import { desk, problemOf } from '../../support/context.ts'

const SAM: Person = { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] }
const MEMORY = { headings: ['Agent', 'Comment'], text: 'tactful: 1\n' }

/** An import of one row about Sam; `start` keeps the ids of two imports apart. */
function importOf(row: string, start: number) {
  const entry = { line: 2, text: 'Thanks', date: '2026-10-14', row }
  const group = {
    name: SAM.name,
    person: SAM,
    figures: { rows: 1, comments: 1 },
    entries: [entry],
    already: 0,
  }
  const gathered: Gathered = {
    ...{ rows: 1, known: [group], unknown: [], tooManyUnknown: false },
    ...{ skipped: [], skippedCount: 0, twice: 0, masked: {} },
  }
  let count = start
  return composeImport(pick(gathered, [], [SAM]), {
    file: 'a.csv',
    source: undefined,
    now: '2026-11-21T10:00:00Z',
    today: '2026-11-21',
    sideOf: () => undefined,
    nextId: () => `01ARZ3NDEKTSV4RRFF${String(count++).padStart(8, '0')}`,
  })
}

it('refuses rows that another import saved since they were compared, and takes others', async () => {
  const at = desk()
  const files = at.files()
  const none = new Set<string>()
  await saveImport(files, importOf('row1', 0), MEMORY, none)
  const before = at.tree()
  expect(await problemOf(saveImport(files, importOf('row1', 10), MEMORY, none))).toMatchObject({
    kind: 'busy',
    file: importOf('row1', 0).notes[0]?.path,
  })
  expect(at.tree()).toEqual(before)
  await saveImport(files, importOf('row2', 20), MEMORY, none)
  expect(Object.keys(at.tree())).toHaveLength(Object.keys(before).length + 1)
})

it('lets one of two imports of the same rows at the same moment through', async () => {
  const at = desk()
  const both = [importOf('row1', 0), importOf('row1', 10)].map((set) =>
    saveImport(at.files(), set, MEMORY, new Set()).then(
      () => 'saved',
      () => 'refused',
    ),
  )
  expect((await Promise.all(both)).toSorted()).toEqual(['refused', 'saved'])
  expect(Object.keys(at.tree()).filter((path) => path.endsWith('.md'))).toHaveLength(1)
})
