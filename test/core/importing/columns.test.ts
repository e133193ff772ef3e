import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { findColumns, findSource, mapColumns, unclearFields } from '../../../src/core/importing/columns.ts'
import { type ColumnNames, FIELDS, headingKey, namedColumns } from '../../../src/core/importing/fields.ts'
import { formatRemembered, readRemembered, rememberedPath } from '../../../src/core/importing/remembered.ts'
import { problemOf } from '../../support/context.ts'

const file = join(import.meta.dirname, '../../../templates/import/columns.yaml')
const names = parse(readFileSync(file, 'utf8')) as ColumnNames

const found = (headings: readonly string[]) => namedColumns(findColumns(headings, names), headings)

describe('headings', () => {
  test.each([
    [
      [
        'Ticket ID',
        'Created at',
        'Assignee',
        'Requester',
        'Satisfaction Score',
        'Satisfaction Comment',
        'Ticket URL',
      ],
      {
        'Ticket ID': 'ticket',
        'Created at': 'date',
        Assignee: 'person',
        Requester: 'customer',
        'Satisfaction Score': 'score',
        'Satisfaction Comment': 'text',
        'Ticket URL': 'link',
      },
    ],
    [
      ['review_id', 'reviewedOn', 'agent', 'reviewer', 'criterion', 'rating', 'comment'],
      {
        review_id: 'id',
        reviewedOn: 'date',
        agent: 'person',
        reviewer: 'reviewer',
        criterion: 'area',
        rating: 'score',
        comment: 'text',
      },
    ],
    [
      ['Ticketnummer', 'Erstellt am', 'Bearbeiter', 'Kunde', 'E-Mail', 'Bewertung', 'Kommentar'],
      {
        Ticketnummer: 'ticket',
        'Erstellt am': 'date',
        Bearbeiter: 'person',
        Kunde: 'customer',
        'E-Mail': 'customer',
        Bewertung: 'score',
        Kommentar: 'text',
      },
    ],
    [
      ['Agente asignado', 'Comentario', 'Fecha de creación'],
      { 'Agente asignado': 'person', Comentario: 'text', 'Fecha de creación': 'date' },
    ],
    [['assignee.name', 'comment'], { 'assignee.name': 'person', comment: 'text' }],
  ])('%j', (headings, wanted) => {
    expect(found(headings)).toEqual(wanted)
  })

  it('take the better of two, and only one', () => {
    expect(found(['Created at', 'Rated at', 'Comment', 'Satisfaction comment'])).toEqual({
      'Rated at': 'date',
      'Satisfaction comment': 'text',
    })
  })

  it('leave what nobody can know unclear', () => {
    expect(unclearFields(findColumns(['Who helped you?', 'Name', 'Date'], names))).toEqual(['person', 'text'])
  })

  it('say what kind of evidence it is, where they do', () => {
    expect(findSource(['agent', 'criterion'], names)).toBe('qa')
    expect(findSource(['agent', 'CSAT'], names)).toBe('survey')
    expect(findSource(['agent', 'comment'], names)).toBeUndefined()
  })

  it('stand in the list of one field only, or else where both may', () => {
    const twice = FIELDS.flatMap((field) => names.fields[field].map(headingKey)).filter(
      (key, at, all) => all.indexOf(key) !== at,
    )
    expect(twice).toEqual([])
  })
})

describe('--map', () => {
  const headings = ['Who = what', 'Said', 'Agent']
  const map = (...given: string[]) =>
    namedColumns(mapColumns(findColumns(headings, names), headings, given), headings)

  it('names a column and a field, the last sign being the one between them', () => {
    expect(map('Who = what=person', 'said=comment')).toEqual({ 'Who = what': 'person', Said: 'text' })
  })

  it('takes a column out', () => {
    expect(map('Agent=none')).toEqual({})
  })

  test.each([
    ['Agent', 'no "="'],
    ['Nobody=person', 'no column "Nobody"'],
    ['=person', 'no column ""'],
    ['Agent=boss', '"boss" is nothing'],
  ])('refuses %s', async (given, words) => {
    const problem = await problemOf(Promise.resolve().then(() => map(given)))
    expect(problem).toMatchObject({ kind: 'usage', message: expect.stringContaining(words) })
  })
})

describe('what an import remembers', () => {
  const headings = ['Agent: name', 'Was, wann?', 'Datum']
  const columns = new Map([
    [0, 'person'],
    [1, 'text'],
    [2, 'date'],
  ] as const)

  it('comes back as it was', () => {
    const text = formatRemembered({ columns, order: 'DMY', source: 'survey' }, headings)
    expect(readRemembered(text, 'import/x.yaml', headings)).toEqual({
      columns,
      order: 'DMY',
      source: 'survey',
    })
  })

  it('lies in one place for the same headings in any order, and in another for others', () => {
    expect(rememberedPath(headings)).toBe(rememberedPath(headings.toReversed()))
    expect(rememberedPath(headings)).not.toBe(rememberedPath([...headings, 'more']))
  })

  it('is refused where a hand edit names what is not there', async () => {
    const read = (text: string) =>
      problemOf(Promise.resolve().then(() => readRemembered(text, 'import/x.yaml', headings)))
    expect(await read('tactful: 1\ncolumns:\n  Nobody: person\n')).toMatchObject({
      kind: 'config',
      mistakes: [{ line: 3 }],
    })
    expect(await read('columns:\n  Datum: boss\n')).toMatchObject({ kind: 'config' })
    expect(await read('tactful: 1\n')).toMatchObject({ kind: 'config' })
  })
})
