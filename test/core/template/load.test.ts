import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DataFiles } from '../../../src/core/ports/data-files.ts'
import type { NoteFiles } from '../../../src/core/ports/note-files.ts'
import { checkTemplate } from '../../../src/core/template/check.ts'
import { hashOf, loadLibraries, loadLibrary, loadTemplate } from '../../../src/core/template/load.ts'
import type { Template } from '../../../src/core/template/template.ts'
import { problemOf } from '../../support/context.ts'
import { templateFrom } from '../../support/templates.ts'

const SIX = readFileSync(new URL('../../data/six-questions.yaml', import.meta.url), 'utf8')

const OURS = 'id: behaviours\nversion: 1\ntitle: Ours\nentries:\n  - { id: own, label: our own }\n'

/** A small template that ships, under the name of the large one. */
const SHIPPED = `${SIX.replace('id: six-questions', 'id: constructive-feedback')}      - { id: behaviour, type: choices, ask: Which?, options: { library: behaviours } }
`

function constructiveFeedback(): Template {
  const checked = checkTemplate(SHIPPED, 'shipped.yaml')
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return checked.template
}

/** Shipped data: that template, and a library of one entry. */
const entry = { id: 'updates-waiting', label: 'updates', area: 'Responsiveness' }
const BEHAVIOURS = { id: 'behaviours', version: 1, title: 'Behaviours', entries: [entry] }
let readLate = 0
const data: DataFiles = {
  shipped: async (kind, id) => {
    if (kind === 'templates') return { hash: 'abc', template: constructiveFeedback() }
    return id === 'behaviours' ? BEHAVIOURS : undefined
  },
  shippedLater: async (_kind, id) => {
    if (id !== 'behaviours') return undefined
    return () => {
      readLate += 1
      return BEHAVIOURS
    }
  },
  shippedBytes: async () => undefined,
  shippedSource: async () => undefined,
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

describe('a template of the team that builds on another one', () => {
  const OURS_ON = 'version: 1\nextends: constructive-feedback\nreplace:\n  person: { ask: For whom? }\n'

  test('may have the id of the shipped one: it is built on that, and takes its place', async () => {
    const files = notebook({
      'templates/constructive-feedback.yaml': `id: constructive-feedback\n${OURS_ON}`,
    })
    const { template, origin, hash } = await loadTemplate('constructive-feedback', files, data)
    expect([template.parts[0]?.questions[0]?.ask, origin]).toEqual(['For whom?', 'shadows'])
    expect(template.parts).toHaveLength(constructiveFeedback().parts.length)
    expect(hash).toBe(hashOf(template))
  })

  test('may build on another of the team’s, which builds on a shipped one', async () => {
    const second = 'id: second\nversion: 1\nextends: first\nremove: [evidence.ticket]\n'
    const files = notebook({
      'templates/first.yaml': `id: first\n${OURS_ON}`,
      'templates/second.yaml': second,
    })
    const { template } = await loadTemplate('second', files, data)
    expect(template.parts[0]?.questions[0]?.ask).toBe('For whom?')
    expect(JSON.stringify(template)).not.toContain('"ticket"')
  })

  test('changes when anything it is built on changes', async () => {
    const loadedWith = async (first: string) =>
      loadTemplate(
        'second',
        notebook({
          'templates/first.yaml': first,
          'templates/second.yaml': 'id: second\nversion: 1\nextends: first\n',
        }),
        kept,
      )
    const remembered = new Map<string, unknown>()
    const kept: DataFiles = {
      ...data,
      async cached<T>(name: string, text: string, make: () => Promise<T>) {
        const key = `${name}\0${text}`
        if (!remembered.has(key)) remembered.set(key, await make())
        return remembered.get(key) as T
      },
    }
    const [one, two, again] = [
      await loadedWith(`id: first\n${OURS_ON}`),
      await loadedWith(`id: first\n${OURS_ON.replace('For whom', 'Whom is it for')}`),
      await loadedWith(`id: first\n${OURS_ON}`),
    ]
    expect(two.template.parts[0]?.questions[0]?.ask).toBe('Whom is it for?')
    expect([one.hash === two.hash, one.hash === again.hash, remembered.size]).toEqual([false, true, 2])
  })

  const said = async (files: Readonly<Record<string, string>>, id: string): Promise<readonly string[]> => {
    const problem = await problemOf(loadTemplate(id, notebook(files), data))
    if (problem.kind !== 'config') throw new Error(problem.kind)
    return problem.mistakes.map((one) => `${one.file}:${one.line}:${one.column} ${one.message} ${one.mend}`)
  }
  const on = (id: string, base: string) => `id: ${id}\nversion: 1\nextends: ${base}\n`

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a circle',
      {
        'templates/a.yaml': on('a', 'b'),
        'templates/b.yaml': on('b', 'c'),
        'templates/c.yaml': on('c', 'b'),
      },
      [
        'templates/a.yaml:3:10 These build on one another in a circle: a, b, c, b. Let one of them build on a template that ships, or stand alone.',
      ],
    ],
    [
      'a circle through the id of a shipped one',
      {
        'templates/a.yaml': on('a', 'constructive-feedback'),
        'templates/constructive-feedback.yaml': on('constructive-feedback', 'a'),
      },
      [
        'templates/a.yaml:3:10 These build on one another in a circle: a, constructive-feedback, a. Let one of them build on a template that ships, or stand alone.',
      ],
    ],
    [
      'itself, where none of that name ships',
      { 'templates/a.yaml': on('a', 'a') },
      [
        'templates/a.yaml:3:10 This builds on itself: no "a" ships with tactful. Name another template, or drop "extends".',
      ],
    ],
    [
      'one that is not there',
      { 'templates/a.yaml': on('a', 'constructive-feedbak') },
      [
        'templates/a.yaml:3:10 There is no template "constructive-feedbak" to build on. Did you mean "constructive-feedback"?',
      ],
    ],
    [
      'one with mistakes of its own',
      {
        'templates/a.yaml': `${on('a', 'b')}titel: A\n`,
        'templates/b.yaml': `${on('b', 'constructive-feedback')}remove: [gone_since]\n`,
      },
      [
        'templates/b.yaml:4:10 "constructive-feedback" has no question "gone_since". See every id with: tactful template questions.',
        'templates/a.yaml:3:10 "b" (templates/b.yaml), which this builds on, has mistakes of its own. Mend those first.',
        'templates/a.yaml:4:1 "titel" is not known here. Did you mean "title"?',
      ],
    ],
    [
      'a key that only a reader of YAML finds',
      { 'templates/a.yaml': '{ id: a, version: 1, extends: constructive-feedback }\n' },
      [
        'templates/a.yaml:1:31 What this builds on cannot be told. Write "extends: id" on a line of its own, without quotes.',
      ],
    ],
    [
      'the file and its id differ',
      { 'templates/a.yaml': on('b', 'constructive-feedback') },
      ['templates/a.yaml:1:5 The file is called "a", the template "b". Rename one of the two.'],
    ],
  ])('%s is told with its place, and what to do', async (_, files, wanted) => {
    expect(await said(files, 'a')).toEqual(wanted)
  })
})

test('a library that ships is read when its options are first looked at, and once; one of the team’s at the start', async () => {
  const before = readLate
  const lists = await loadLibraries(constructiveFeedback(), undefined, data)
  expect(readLate).toBe(before)
  expect(lists.behaviours?.[0]?.value).toBe('updates-waiting')
  expect(lists.behaviours).toBe(lists.behaviours)
  expect(readLate).toBe(before + 1)
  const broken = notebook({ 'library/behaviours.yaml': 'id: behaviours\nversion: 1\n' })
  expect(await problemOf(loadLibraries(constructiveFeedback(), broken, data))).toMatchObject({
    kind: 'config',
  })
})

test('a team’s own list takes the place of a shipped one that grows where it says so', async () => {
  const growing: DataFiles = { ...data, shipped: async () => ({ ...BEHAVIOURS, grows: true }) }
  const own = 'id: behaviours\nversion: 1\ntitle: Ours\nentries:\n  - { id: greets, label: a greeting }\n'
  const ids = async (text: string) =>
    (await loadLibrary('behaviours', notebook({ 'library/behaviours.yaml': text }), growing)).entries.map(
      ({ id }) => id,
    )
  expect(await ids(own)).toEqual(['updates-waiting', 'greets'])
  expect(await ids(`grows: false\n${own}`)).toEqual(['greets'])
})
