import { describe, expect, test } from 'vitest'
import { searchLibraries } from '../../../src/core/library/search.ts'
import type { Library, LibraryEntry } from '../../../src/core/template/library.ts'

function library(id: string, ...entries: readonly LibraryEntry[]): Library {
  return { id, version: 1, title: id, entries }
}

const SHELF = [
  library(
    'behaviours',
    { id: 'said', label: 'a word', good: 'It says what the customer waits for.' },
    { id: 'known', label: 'updates', also: ['waiting'], area: 'Réponse' },
    { id: 'begun', label: 'waiting room' },
    { id: 'whole', label: 'nobody has to wait' },
    { id: 'apart', label: 'calmly, or in a rush', also: ['patience'] },
    { id: 'row', label: 'to wait calmly' },
  ),
  library(
    'phrases',
    { id: 'mixed', label: 'In a rush, or calmly?' },
    { id: 'plain', label: 'Calmly, or in a rush?' },
  ),
  library('questions', { id: 'asked', label: 'What are you waiting for?' }),
]

function found(query: string) {
  const { hits, isWhole } = searchLibraries(SHELF, query)
  return { ids: hits.map(({ entry }) => entry.id), isWhole }
}

describe('a search', () => {
  test('puts whole words of the label first, then their beginnings, then other words for it, then what is said of it', () => {
    expect(found('wait').ids).toEqual(['whole', 'row', 'begun', 'asked', 'known', 'said'])
  })

  test('puts words in a row before the same words apart', () => {
    expect(found('calmly, or in a rush').ids).toEqual(['apart', 'plain', 'mixed'])
    expect(found('waiting for').ids).toEqual(['asked'])
  })

  test('leaves case and accents aside, in what is typed and in what is there', () => {
    expect(found('REPONSE').ids).toEqual(['known'])
    expect(found('réponse').ids).toEqual(['known'])
  })

  test('wants all the words; where none has them all, those that have most, but not one out of several', () => {
    expect(found('waiting updates')).toEqual({ ids: ['known'], isWhole: true })
    expect(found('waiting updates zebra')).toEqual({ ids: ['known'], isWhole: false })
    expect(found('waiting zebra')).toEqual({ ids: [], isWhole: false })
    expect(found('zebra').ids).toEqual([])
  })
})
