import { describe, expect, it } from 'vitest'
import { type AnonymousGround, anonymiser } from '../../../src/core/sharing/anonymous.ts'
import { unknownNames } from '../../../src/core/sharing/unknown-names.ts'
import { MASKS } from './generated.ts'

const person = (name: string, ...aliases: string[]) => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  name,
  aliases,
})

function cleaner(people: AnonymousGround['people'], more: Partial<AnonymousGround> = {}) {
  return anonymiser({ people, mentors: ['Tova Lind'], tickets: ['48213', 'AB-1'], masks: MASKS, ...more })
}

const sam = person('Sam Rivera', 'Sammy')

describe('a name', () => {
  it.each([
    ["Sam's update, SAM RIVERA and sammy", "Colleague A's update, Colleague A and Colleague A"],
    ['**Sam** Rivera and S**a**m', '**Colleague A** and Colleague A'],
    ['Sam\nRivera went. S.R. said, S. R. wrote', 'Colleague A went. Colleague A said, Colleague A wrote'],
    ['sam_rivera, srivera, SamRivera', 'Colleague A, Colleague A, Colleague A'],
    ['Rivera, Sam and Sam, Rivera', 'Colleague A and Colleague A, Colleague A'],
    ['S&aacute;m, &#83;am and S\u200bam', 'Colleague A, Colleague A and Colleague A'],
    ['I told Sam R. and Sam a story', 'I told Colleague A and Colleague A a story'],
    ['The same sample, Samantha and Riverside', 'The same sample, Samantha and Riverside'],
  ])('is found in %j', (text, shown) => {
    expect(cleaner([sam]).clean(text, 'sam-rivera').text).toBe(shown)
  })

  it('is found with and without accents, composed or not, and with umlauts as two letters', () => {
    const { clean } = cleaner([person('José Müller')])
    for (const name of ['José Müller', 'Jose Mueller', 'JOSE\u0301', 'Jose\u0301 Mu\u0308ller'])
      expect(clean(`to ${name}.`).text).toBe('to Colleague A.')
  })

  it('is found where a script puts no spaces', () => {
    expect(cleaner([person('李伟')]).clean('我问李伟了').text).toBe('我问Colleague A了')
  })

  it('that two people share is that of whom the note is about, and nobody else in another note', () => {
    const { clean } = cleaner([sam, person('Sam Costa')])
    expect(clean('to Sam', 'sam-costa').text).toBe('to Colleague A')
    expect(clean('to Sam').text).toBe('to a colleague')
    expect(clean('to Sam Rivera').text).toBe('to Colleague B')
  })

  it('of whoever prepared it is the mentor', () => {
    expect(cleaner([]).clean('Tova asked. Written by Tova Lind').text).toBe(
      'The mentor asked. Written by the mentor',
    )
  })
})

describe('a name that is a word', () => {
  const people = ['Will Grace', 'May Long', 'Mark Art'].map((name) => person(name))

  it.each([
    ['We will mark it, and the art of grace may rise.', 'We will mark it, and the art of grace may rise.'],
    ['I asked Will, and then May.', 'I asked Colleague A, and then Colleague B.'],
    ["Will's case, Will Grace and W. Grace", "Colleague A's case, Colleague A and Colleague A"],
    ['Will said no. Mark wrote twice.', 'Colleague A said no. Colleague B wrote twice.'],
  ])('is one only where it stands as one: %j', (text, shown) => {
    expect(cleaner(people).clean(text).text).toBe(shown)
  })

  it('stays where it may be the word, and is named for a look', () => {
    const { text, looks } = cleaner(people).clean('Will you go? In May 2026. Mark the ticket. WILL YOU?')
    expect(text).toBe('Will you go? In May 2026. Mark the ticket. WILL YOU?')
    expect(looks).toEqual([
      { words: 'Will', why: 'word', count: 1 },
      { words: 'May', why: 'word', count: 1 },
      { words: 'Mark', why: 'word', count: 1 },
      { words: 'WILL', why: 'word', count: 1 },
    ])
  })
})

describe("customers' data", () => {
  it('goes also behind a sign by which this program marks a place', () => {
    expect(cleaner([]).clean('\ue00048213 and \ue0005\ue001 48213').text).toBe('ticket 1 and 5 ticket 1')
  })

  it('goes, with links and the numbers of tickets; days, times and amounts stay', () => {
    const { text, removed } = cleaner([sam]).clean(
      'On 2026-11-21 at 16:00 [Sam](https://x.y/sam) wrote to sam.rivera@example.com (9 of 12): ticket 48213, #48213, 48377, ab-1, www.x.y/sam',
    )
    expect(text).toBe(
      'On 2026-11-21 at 16:00 Colleague A wrote to [email] (9 of 12): ticket 1, #1, ticket 2, ticket 3, [link]',
    )
    expect(removed).toEqual([
      { what: 'link', count: 2, why: 'links' },
      { what: 'email', count: 1, why: 'customers' },
      { what: 'number', count: 4, why: 'tickets' },
      { what: 'name', count: 1, why: 'names' },
    ])
  })

  it('keeps one number for one ticket, and one alias for one person, in all texts of an export', () => {
    const { clean } = cleaner([sam, person('Noor Haddad')])
    expect(clean('Noor took ticket 55555').text).toBe('Colleague A took ticket 1')
    expect(clean('Sam took ticket 66666 from Noor').text).toBe('Colleague B took ticket 2 from Colleague A')
    expect(clean('case 55555').text).toBe('case 1')
  })
})

describe('a name nobody in the notebook has', () => {
  it('is listed for a look, the most frequent first', () => {
    const text =
      'I asked Carlos Ruiz on Monday. Then Mr Smith came, and Carlos Ruiz. The API of Jira is down.'
    expect(unknownNames(text).map(({ words, count }) => [words, count])).toEqual([
      ['Carlos Ruiz', 2],
      ['Mr Smith', 1],
    ])
  })
})

it('takes a line of a megabyte in its stride', () => {
  const { clean } = cleaner([sam])
  for (const text of [
    'a'.repeat(1_000_000),
    '*_`['.repeat(250_000),
    'Sam '.repeat(250_000),
    'S.'.repeat(500_000),
  ]) {
    const before = process.cpuUsage()
    clean(text)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(5000)
  }
})
