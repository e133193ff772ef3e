import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DataFiles, NoteFiles } from '../../../src/core/ports.ts'
import { loadLibraries, loadLibrary, loadTemplate } from '../../../src/core/template/load.ts'
import { problemOf } from '../../support/context.ts'
import { constructiveFeedback, templateFrom } from '../../support/templates.ts'

const SIX = readFileSync(new URL('../../data/six-questions.yaml', import.meta.url), 'utf8')

const OURS = 'id: behaviours\nversion: 1\ntitle: Ours\nentries:\n  - { id: own, label: our own }\n'

/** Shipped data: the template of nine parts, and a library of one entry. */
const data: DataFiles = {
  shipped: async (kind, id) => {
    if (kind === 'templates') return { hash: 'abc', template: constructiveFeedback() }
    if (id !== 'behaviours') return undefined
    const entry = { id: 'updates-waiting', label: 'updates', area: 'Responsiveness' }
    return { id, version: 1, title: 'Behaviours', entries: [entry] }
  },
  shippedBytes: async () => undefined,
  shippedIds: async (kind) => (kind === 'templates' ? ['constructive-feedback'] : ['behaviours']),
  cached: async (_name, _text, make) => make(),
}

function notebook(files: Readonly<Record<string, string>>): NoteFiles {
  const refuse = async (): Promise<never> => {
    throw new Error('reading a template writes nothing')
  }
  return {
    root: '/notebook',
    list: async (folder) => ({
      paths: Object.keys(files).filter((path) => path.startsWith(folder)),
      refused: [],
    }),
    read: async (path) => files[path],
    saveAll: refuse,
    replace: refuse,
  }
}

test('the team’s template of an id wins over the shipped one, and its hash is its own', async () => {
  const own = SIX.replace('id: six-questions', 'id: constructive-feedback')
  const files = notebook({ 'templates/constructive-feedback.yaml': own })
  const loaded = await loadTemplate('constructive-feedback', files, data)
  expect([loaded.template.title, loaded.origin]).toEqual(['Six questions', 'shadows'])
  expect(loaded.hash).not.toBe('abc')
  expect((await loadTemplate('constructive-feedback', notebook({}), data)).hash).toBe('abc')
})

test('an unknown id is told together with near ones, the team’s among them', async () => {
  const files = notebook({ 'templates/six-questions.yaml': SIX })
  const problem = await problemOf(loadTemplate('six-question', files, data))
  expect(problem).toEqual({
    kind: 'unknown',
    what: 'template',
    given: 'six-question',
    near: ['six-questions'],
  })
})

test('options come from the libraries a template names, and from no other', async () => {
  const shipped = await loadLibraries(constructiveFeedback(), undefined, data)
  expect(shipped).toEqual({
    behaviours: [
      { value: 'updates-waiting', label: 'updates', group: 'Responsiveness', words: 'Responsiveness' },
    ],
  })
  expect(await loadLibraries(templateFrom('test/data/six-questions.yaml'), undefined, data)).toEqual({})
})

test('the team’s library of an id wins, and a broken one stops with its places', async () => {
  const ours = notebook({ 'library/behaviours.yaml': OURS })
  expect(await loadLibraries(constructiveFeedback(), ours, data)).toEqual({
    behaviours: [{ value: 'own', label: 'our own' }],
  })
  const twice = notebook({ 'library/behaviours.yaml': `${OURS}  - { id: own, label: again }\n` })
  expect(await problemOf(loadLibraries(constructiveFeedback(), twice, data))).toMatchObject({
    kind: 'config',
    mistakes: [
      { file: 'library/behaviours.yaml', line: 6, column: 11, message: 'The id "own" is used twice.' },
    ],
  })
})

test('a shipped list that grows keeps its entries beside the team’s; an id of ours is the team’s to word', async () => {
  const areas = {
    id: 'areas',
    version: 1,
    title: 'Areas',
    grows: true,
    entries: [
      { id: 'handover', label: 'Handover' },
      { id: 'teamwork', label: 'Teamwork' },
    ],
  }
  const growing: DataFiles = { ...data, shipped: async () => areas }
  const own =
    'id: areas\nversion: 2\ntitle: Ours\nentries:\n  - { id: billing, label: Billing }\n  - { id: handover, label: Passing on }\n'
  const library = await loadLibrary('areas', notebook({ 'library/areas.yaml': own }), growing)
  expect(library.entries.map(({ id, label }) => [id, label])).toEqual([
    ['handover', 'Passing on'],
    ['teamwork', 'Teamwork'],
    ['billing', 'Billing'],
  ])
})

test('a template that names a library nobody has is refused before anything is asked', async () => {
  const text = SIX.replace('options: { items: evidence }', 'options: { library: behavior }')
  const files = notebook({ 'templates/six-questions.yaml': text })
  expect(await problemOf(loadTemplate('six-questions', files, data))).toMatchObject({
    kind: 'config',
    mistakes: [{ message: 'There is no library "behavior".', mend: 'Did you mean "behaviours"?' }],
  })
})

test('what is known of an entry of a library can be searched, and is not shown', async () => {
  const own = `${OURS.replace('label: our own }', 'label: our own, good: It lasts, also: [handover] }')}`
  const [option] =
    (await loadLibraries(constructiveFeedback(), notebook({ 'library/behaviours.yaml': own }), data))
      .behaviours ?? []
  expect(option).toMatchObject({ label: 'our own', words: 'It lasts handover' })
})
