import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts, Item, Person } from '../../../src/core/notebook/note.ts'
import { anonymiser } from '../../../src/core/sharing/anonymous.ts'
import { strangersIn } from '../../../src/core/sharing/helpers.ts'
import { MASKS, notebooks } from './generated.ts'

const person = (slug: string, name: string, ...aliases: string[]) => ({ slug, name, aliases })
const promise = (who: string): Item => ({ id: 'P', kind: 'promise', who })
const facts = (items: readonly Item[], more: object = {}): Facts => ({
  ...{ tactful: 1, id: 'X', kind: 'session', person: 'tom-becker', date: '2026-11-02' },
  ...{ created: '2026-11-02T10:00:00Z', title: 'A talk', items, ...more },
})
const TEAM = [
  person('tom-becker', 'Tom Becker'),
  person('wei-ling-tan', 'Wei-Ling Tan'),
  person('anna-o-neill', "Anna O'Neill", 'Annie'),
]

function cleanerFor(all: readonly Facts[]) {
  return anonymiser({ people: TEAM, mentors: ['Mara Lindqvist'], facts: all, tickets: [], masks: MASKS })
}

describe('whoever stands under a promise', () => {
  it.each(['Wei-Ling', 'wei-ling', 'Wei Ling Tan', 'wei-ling-tan', 'WeiLing', 'Tan'])(
    'is the colleague of that name: %s',
    (who) => {
      const { clean } = cleanerFor([facts([promise(who)])])
      expect(
        clean('Wei-Ling showed Anna the table, and Wei-Ling Tan helped Anna O’Neill', 'tom-becker').text,
      ).toBe('Colleague A showed Colleague B the table, and Colleague A helped Colleague B')
    },
  )

  it('leaves a first name alone that one person has', () => {
    const { clean } = cleanerFor([facts([promise('Anna'), promise('Annie')])])
    expect(clean('Anna practises calls with Annie').text).toBe('Colleague A practises calls with Colleague A')
  })

  it.each(['I', 'Mara', 'mara lindqvist', 'Me', 'mentor'])('is the mentor where that is them: %s', (who) => {
    expect(strangersIn([facts([promise(who)])], [{ key: '@mentor', names: ['Mara Lindqvist'] }])).toEqual([])
  })

  it.each(['denise', 'denise kowalczyk', 'Denise'])(
    'is masked also without a file and in small letters: %s',
    (who) => {
      const { clean } = cleanerFor([facts([promise(who)])])
      expect(clean(`- P1 · ${who} looks at the list`, 'tom-becker').text).toBe(
        '- P1 · Colleague A looks at the list',
      )
      expect(clean('Denise showed it.', 'tom-becker').text).toBe('Colleague A showed it.')
    },
  )

  it.each(['the wiki team', 'tier two', 'operations', 'whoever is on shift', 'customer care'])(
    'is nobody where it is a team: %s',
    (who) => {
      expect(strangersIn([facts([promise(who)])], [])).toEqual([])
    },
  )

  it('is one stranger by a first and a whole name, also as the owner of a barrier and a reviewer', () => {
    const all = [
      facts([promise('Priya')]),
      facts([{ id: 'E', kind: 'evidence', reviewer: 'Priya Raman' }]),
      facts([], { barrier: { owner: 'Priya Raman' } }),
    ]
    const { clean } = cleanerFor(all)
    expect(clean('Priya asked, Priya Raman wrote, PRIYA said so').text).toBe(
      'Colleague A asked, Colleague A wrote, Colleague A said so',
    )
  })

  it('is nobody where it is a team', () => {
    const all = [facts([promise('Support'), promise('the wiki team')], { barrier: { owner: 'Facilities' } })]
    expect(strangersIn(all, [])).toEqual([])
  })
})

it('in generated notebooks each spelling under a promise is one and the same colleague, and no alias stands for nobody', () => {
  const spelled = ({ name, slug, aliases }: Person) => {
    const [first = ''] = name.split(' ')
    return [name, first, slug, ...aliases, name.toLowerCase(), name.toUpperCase(), name.normalize('NFD')]
  }
  fc.assert(
    fc.property(notebooks, fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 12 }), (one, picks) => {
      const whos = picks.flatMap(([which, how]) => {
        const forms = spelled(one.people[which % one.people.length] ?? person('', ''))
        return forms[how % forms.length] ?? []
      })
      const all = [facts([...whos, one.mentor, 'I'].map(promise))]
      const ground = { people: one.people, mentors: [one.mentor], tickets: [], masks: MASKS }
      const [plain, named] = [anonymiser(ground), anonymiser({ ...ground, facts: all })]
      const points = one.pieces.map(({ text }) => text).join('')
      expect(named.clean(points).text).toBe(plain.clean(points).text)
      for (const { name, aliases, slug } of one.people)
        for (const form of [name, ...aliases])
          expect(named.clean(`It was asked of ${form}, who said so.`).text).toContain(
            ` ${named.aliasOf(slug)},`,
          )
    }),
    { numRuns: 60 },
  )
})
