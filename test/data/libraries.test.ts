import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { goalChecker } from '../../src/core/goals/check.ts'
import type { GoalWordLists } from '../../src/core/goals/words.ts'
import type { Library, LibraryEntry } from '../../src/core/template/library.ts'
import { checkLibrary } from '../../src/core/template/library-check.ts'
import { fold } from '../../src/core/text/fold.ts'

const ROOT = join(import.meta.dirname, '../../templates')

function library(id: string): Library {
  const path = `library/${id}.yaml`
  const checked = checkLibrary(readFileSync(join(ROOT, path), 'utf8'), path)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return checked.library
}

const ids = readdirSync(join(ROOT, 'library')).map((name) => name.replace(/\.yaml$/, ''))

function carried({ practices = [], entries }: Library): ReadonlySet<number> {
  return new Set([...practices, ...entries.flatMap((entry) => entry.practices ?? [])])
}

function repeated(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => words.indexOf(word) !== at)
}

describe.each(ids)('%s', (id) => {
  const { entries, ...about } = library(id)

  test('is named like its file, and says nothing twice', () => {
    expect(about.id).toBe(id)
    expect(repeated(entries.map((entry) => entry.id))).toEqual([])
    expect(repeated(entries.map((entry) => fold(entry.label)))).toEqual([])
  })

  test('no heading is spelt in two ways', () => {
    const areas = entries.flatMap(({ area }) => area ?? [])
    const names = [...new Set(areas)]
    expect(repeated(names.map(fold))).toEqual([])
  })

  test('speaks calmly: no exclamation marks, nothing that orders', () => {
    expect(JSON.stringify(entries).match(/!|\b(?:must|obviously|simply)\b/gi) ?? []).toEqual([])
  })
})

test('lists that people add to grow, so that an entry of a team’s hides none of ours', () => {
  const closed = ids.filter((id) => library(id).grows !== true)
  expect(closed.filter((id) => !/^(?:checkin-prompt|guide|case-pack)/.test(id))).toEqual([])
})

test.each([
  ['behaviours', 60],
  ['questions', 80],
  ['phrases', 80],
  ['goal-examples', 40],
  ['standards', 12],
])('%s holds at least %i', (id, least) => {
  expect(library(id).entries.length).toBeGreaterThanOrEqual(least)
})

test.each([
  ['areas', [100, 115, 140, 145, 149]],
  ['behaviours', [100, 138, 140, 145, 149, 151, 157, 160, 161, 183, 184, 194]],
  ['questions', [3, 81, 82, 142, 151, 170, 176, 177, 184]],
  ['phrases', [66, 68, 79, 85, 87, 88, 159, 169, 186, 213]],
  ['goal-examples', [128, 174]],
  ['standards', [200]],
])('%s carries the practices that belong to it', (id, wanted) => {
  const has = carried(library(id))
  expect(wanted.filter((one) => !has.has(one))).toEqual([])
})

const templates = ['sessions', 'checkins', 'forms'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
)

test.each(templates)('%s draws on headings that are there', (path) => {
  const named = drawnOn(parse(readFileSync(join(ROOT, path), 'utf8')))
  const empty = named.filter(({ library: id, area }) => {
    const fitting = library(id).entries.filter((entry) => area === undefined || entry.area === area)
    return fitting.length < 2
  })
  expect(empty).toEqual([])
})

/** Every place of a template that names a library, with the heading where it names one. */
function drawnOn(value: unknown): readonly { readonly library: string; readonly area?: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'library' in value && typeof value.library === 'string' ? value.library : undefined
  const area = 'area' in value && typeof value.area === 'string' ? { area: value.area } : {}
  return [...(own === undefined ? [] : [{ library: own, ...area }]), ...Object.values(value).flatMap(drawnOn)]
}

test('the page on libraries names each of them, and every key of an entry', () => {
  const page = readFileSync(join(ROOT, '../docs/libraries.md'), 'utf8')
  const schema = JSON.parse(readFileSync(join(ROOT, 'schema/library.schema.json'), 'utf8')) as {
    readonly properties: { readonly entries: { readonly items: { readonly properties: object } } }
  }
  const keys = Object.keys(schema.properties.entries.items.properties)
  expect(keys.length).toBeGreaterThan(10)
  expect([...ids, ...keys].filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

describe('behaviours', () => {
  const { entries } = library('behaviours')
  const areas = library('areas').entries.map(({ label }) => label)
  const ROLES = ['phone', 'chat', 'mail', 'tier 1', 'tier 2', 'back office', 'lead', 'mentor']

  test('each says what good looks like, under a heading that is an area', () => {
    expect(entries.filter(({ good = '' }) => !/^["\p{Lu}].*[.]$/u.test(good)).map(({ id }) => id)).toEqual([])
    expect(entries.filter(({ area = '' }) => !areas.includes(area)).map(({ id }) => id)).toEqual([])
    expect(entries.filter(({ skills = [] }) => skills.length === 0).map(({ id }) => id)).toEqual([])
  })

  test('each role has several, and no other role is named', () => {
    const named = entries.flatMap(({ roles = [] }) => roles)
    expect([...new Set(named)].sort()).toEqual([...ROLES].sort())
    expect(ROLES.filter((role) => named.filter((one) => one === role).length < 5)).toEqual([])
  })

  test('each reads as something done in a list that one picks from: short, no sentence, no capital', () => {
    const odd = entries.filter(
      ({ label }) => label.length > 62 || /[.?:]$/.test(label) || !/^\p{Ll}/u.test(label),
    )
    expect(odd.map(({ label }) => label)).toEqual([])
  })
})

describe('questions', () => {
  const { entries } = library('questions')

  test('each asks, says when it helps, and stands under a heading', () => {
    expect(entries.filter(({ label }) => !label.endsWith('?')).map(({ label }) => label)).toEqual([])
    expect(entries.filter(({ good, area }) => good === undefined || area === undefined)).toEqual([])
  })

  test('none can be answered with yes or no', () => {
    const CLOSED =
      /(?:^|[.?,] )(?:do|does|did|is|are|was|were|have|has|had|can|could|will|would|should|shall)\b/i
    expect(entries.filter(({ label }) => CLOSED.test(label)).map(({ label }) => label)).toEqual([])
  })
})

describe('goal-examples', () => {
  const { entries } = library('goal-examples')
  const lists = parse(readFileSync(join(ROOT, 'goals/words.yaml'), 'utf8')) as GoalWordLists
  const check = goalChecker(lists)
  const areas = library('areas').entries.map(({ label }) => label)

  test('each is specific, measurable and time-bound', () => {
    const lacking = entries.flatMap(({ id, label }) =>
      check(label).missing.map((aspect) => `${id}: ${aspect}`),
    )
    expect(lacking).toEqual([])
  })

  test('each has what is counted, how it is, how it is to be, until when, and an area', () => {
    const KEYS = ['measure', 'baseline', 'target', 'by'] as const satisfies readonly (keyof LibraryEntry)[]
    const bare = entries.filter((entry) => KEYS.some((key) => entry[key] === undefined))
    expect(bare.map(({ id }) => id)).toEqual([])
    expect(entries.filter(({ area = '' }) => !areas.includes(area)).map(({ id }) => id)).toEqual([])
    expect(entries.filter(({ baseline, target }) => baseline === target).map(({ id }) => id)).toEqual([])
  })
})
