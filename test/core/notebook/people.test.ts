import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newPerson } from '../../../src/core/notebook/new-person.ts'
import type { Person } from '../../../src/core/notebook/note.ts'
import { findPerson, matchPerson } from '../../../src/core/notebook/people.ts'
import { formatPerson, parsePerson } from '../../../src/core/notebook/person-file.ts'
import { setKey } from '../../../src/core/notebook/splice.ts'
import { type Problem, Trouble } from '../../../src/core/problem.ts'
import { anyText } from '../../support/notebook.ts'

const someone = (slug: string, name: string, aliases: string[] = []): Person => ({ slug, name, aliases })
const PEOPLE = [
  someone('sam-rivera', 'Sam Rivera', ['Sammy']),
  someone('wei-ling-tan', 'Wei-Ling Tan'),
  someone('jose-angel-nunez', 'José Ángel Núñez'),
  someone('anna-oneill', "Anna O'Neill"),
  someone('anna-olsen', 'Anna Olsen'),
]

function problemOf(work: () => unknown): Problem | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof Trouble) return error.problem
    throw error
  }
  return undefined
}

describe('finding a person', () => {
  it.each([
    ['sam-rivera', 'sam-rivera'],
    ['Sam Rivera', 'sam-rivera'],
    ['  sam   RIVERA ', 'sam-rivera'],
    ['sammy', 'sam-rivera'],
    ['Sam', 'sam-rivera'],
    ['w', 'wei-ling-tan'],
    ['wei ling', 'wei-ling-tan'],
    ['Jose', 'jose-angel-nunez'],
    ['Jose\u0301', 'jose-angel-nunez'],
    ['JOSÉ ÁNGEL NÚÑEZ'.normalize('NFD'), 'jose-angel-nunez'],
    ['anna o’n', 'anna-oneill'],
    ['\u202esam rivera', 'sam-rivera'],
  ])('%j is %s', (given, slug) => {
    expect(findPerson(given, PEOPLE).slug).toBe(slug)
  })

  it('says who it could be when several begin so', () => {
    expect(problemOf(() => findPerson('anna', PEOPLE))).toEqual({
      kind: 'ambiguous',
      what: 'person',
      given: 'anna',
      matches: ['anna-oneill', 'anna-olsen'],
    })
  })

  it('takes the beginning of a name before that of a slug nobody sees', () => {
    const people = [...PEOPLE, someone('samy-ely', 'سامي علي')]
    expect(findPerson('sam', people).slug).toBe('sam-rivera')
    expect(findPerson('samy-', people).slug).toBe('samy-ely')
  })

  it('takes a whole name before a beginning', () => {
    const people = [...PEOPLE, someone('anna', 'Anna')]
    expect(findPerson('anna', people).slug).toBe('anna')
  })

  it.each([
    ['Sma Rivera', ['Sam Rivera']],
    ['Samm Rivers', ['Sam Rivera']],
    ['Nunes', ['José Ángel Núñez']],
    ['Anna Olson', ['Anna Olsen']],
    ['Zebediah', []],
    ['', []],
  ])('offers near names for %j', (given, near) => {
    expect(matchPerson(given, PEOPLE)).toEqual({ match: 'none', near })
  })
})

describe("a person's file", () => {
  it('reads as somebody would write it', () => {
    const person: Person = {
      ...newPerson('Sam Rivera', []),
      role: 'tier 1',
      relationship: 'mentor',
      aliases: ['Sammy'],
    }
    expect(formatPerson(person)).toBe(
      'tactful: 1\nname: Sam Rivera\nrole: tier 1\nrelationship: mentor\naliases:\n  - Sammy\n',
    )
    expect(parsePerson(formatPerson(person), 'people/sam-rivera.yaml')).toEqual(person)
  })

  it('gives every name back, and any two people two files', () => {
    fc.assert(
      fc.property(anyText, anyText, (name, role) => {
        const person = { ...newPerson(name, PEOPLE), role }
        fc.pre(person.name !== '')
        expect(parsePerson(formatPerson(person), `people/${person.slug}.yaml`)).toEqual(person)
        expect(PEOPLE.map(({ slug }) => slug)).not.toContain(person.slug)
      }),
    )
  })

  it('may be written by hand, without quotes and with keys of its own', () => {
    const source = '# mine\nname: NO\nteam: blue\nrole: 012\ncadence:\n'
    expect(parsePerson(source, 'people/no.yaml')).toEqual({
      slug: 'no',
      name: 'NO',
      aliases: [],
      role: '012',
    })
    expect(setKey(source, ['name'], 'Nora')).toBe(source.replace('NO', 'Nora'))
  })

  it.each<[string, string, string, number]>([
    ['no name', 'role: x\n', 'name', 1],
    ['an empty name', 'role: x\nname:\n', 'name', 2],
    ['aliases that are no list', 'name: x\naliases: y\n', 'aliases', 2],
    ['an unknown relationship', 'name: x\nrelationship: boss\n', 'mentor, lead, peer', 2],
    ['a list', '- a\n', 'no person', 1],
    ['a key twice', 'name: x\nname: y\n', 'lines 1 and 2', 2],
    ['conflict markers', '<<<<<<< HEAD\nname: x\n', 'conflict', 1],
    ['nothing', '', 'no person', 1],
  ])('is refused with its line: %s', (_name, source, words, line) => {
    expect(problemOf(() => parsePerson(source, 'people/x.yaml'))).toEqual({
      kind: 'data',
      file: 'people/x.yaml',
      message: expect.stringContaining(words),
      line,
    })
  })

  it('of a later format is named', () => {
    const problem = problemOf(() => parsePerson('tactful: 2\nname: x\n', 'people/x.yaml'))
    expect(problem).toEqual({ kind: 'newer', file: 'people/x.yaml', format: 2 })
  })
})
