import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyMarkdown } from '../../../src/core/exports/md.ts'
import { anonymiser } from '../../../src/core/sharing/anonymous.ts'
import { copyForLead, copyForMentor, copyForPerson, type Leaving } from '../../../src/core/sharing/copies.ts'
import { foldName } from '../../../src/core/sharing/skeleton.ts'
import { type Generated, MASKS, notebooks, type Piece } from './generated.ts'

const CAUSES = { system: new Set(['a change, nobody was told']), personGroups: new Set(['The person']) }
const all = (text: string) => ({ text, count: 0 })

function copiesOf({ people, mentor, note, hidden }: Generated) {
  const [about] = people
  const leaving: Leaving = { note, hidden, name: about?.name ?? '', items: [], hiddenCount: 1 }
  const anonymous = anonymiser({ people, mentors: [mentor], tickets: [], masks: MASKS })
  return {
    mentor: copyForMentor(leaving),
    person: copyForPerson(leaving),
    lead: copyForLead(leaving, 1, anonymous, { causes: CAUSES, withoutPrivate: all }).copy,
  }
}

/** What may stand in the place of a piece. */
const STANDS: Readonly<Record<Piece['what'], string>> = {
  plain: '',
  name: String.raw`(?:[@*_]|\u200b)*(?:[Cc]olleague [A-Z]+|[Aa] colleague|[Tt]he mentor)(?:[*_]|\u200b)*(?:'s)?\.?`,
  email: String.raw`\[email\]`,
  phone: String.raw`\[phone\]`,
  ticket: String.raw`ticket \d{1,2}`,
  link: String.raw`\[link\]`,
}

function shapeOf(pieces: readonly Piece[]): RegExp {
  const quote = /^> no quotation of anybody\n\n/m
  const shown = pieces.map(({ what, text }) =>
    what === 'plain'
      ? text
          .replace(quote, '')
          .replace(' [E1]', '')
          .replace('On 14 October', 'In October')
          .replace('2026-11-21', 'November 2026')
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      : STANDS[what],
  )
  return new RegExp(`^Begun by${shown.join('')} in the end$`, 'u')
}

test('in 200 notebooks a lead reads every word that is about the work, byte for byte, and a mask in each place of a name, an address or a number', () => {
  fc.assert(
    fc.property(notebooks, (one) => {
      const { lead } = copiesOf(one)
      const points = lead.sections.find(({ id }) => id === 'points')?.text ?? ''
      expect(points).toMatch(shapeOf(one.pieces))
    }),
    { numRuns: 200 },
  )
})

test('in 200 notebooks no copy holds what its reader must not see, wherever it stands', () => {
  fc.assert(
    fc.property(notebooks, (one) => {
      const { mentor, person, lead } = copiesOf(one)
      const [all, told, led] = [mentor, person, lead].map(copyMarkdown)
      for (const words of [...one.secrets, ...one.own, ...one.theirs]) expect(all).toContain(words)
      for (const words of [...one.secrets, ...one.own]) expect(told).not.toContain(words)
      for (const words of one.theirs) expect(told).toContain(words)
      for (const words of [...one.secrets, ...one.own, ...one.theirs])
        expect(led).not.toContain(words.slice(0, 10))
      expect(led).not.toContain('did not know how yet')
      expect(led).toContain('- The system: a change, nobody was told')
      const plain = ` ${foldName(led ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ')} `
      for (const { name, aliases } of one.people)
        for (const words of [name, ...aliases])
          expect(plain).not.toContain(` ${foldName(words).replace(/[^\p{L}\p{N}]+/gu, ' ')} `)
      const squeezed = plain.replaceAll(' ', '')
      for (const { slug } of one.people) expect(squeezed).not.toContain(slug.replaceAll('-', ''))
      expect(led).not.toMatch(/@example|crm\.|\d{5}|01KAH2/)
      expect(plain).not.toContain(` ${foldName(one.mentor)} `)
    }),
    { numRuns: 200 },
  )
})

test('in 200 notebooks the copy for the person is the note byte for byte, without what is not theirs', () => {
  fc.assert(
    fc.property(notebooks, (one) => {
      const { person } = copiesOf(one)
      const kept = one.note.sections.filter(({ id }) => id !== 'talk' && id !== 'causes')
      const words = ({ id, text }: { readonly id?: string; readonly text: string }) => ({ id, text })
      expect(person.sections.map(words)).toEqual(
        kept.map((section) => words({ ...section, text: section.text.replace(/ \[E1\]/g, '') })),
      )
    }),
    { numRuns: 200 },
  )
})
