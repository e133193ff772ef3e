import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceDay, newEvidenceNotes } from '../../../src/core/evidence/note.ts'
import { formatNote, parseNote } from '../../../src/core/notebook/codec.ts'
import { listedEvidence } from '../../../src/core/notebook/listing.ts'

const ABOUT = {
  id: '01KATQ5C3R8V2M6E9WQ47K3V0A',
  person: { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] },
  now: '2026-11-21T14:30:00.000Z',
  today: '2026-11-21',
}
const idOf = (at: number): string => `01KATQ5C3R8V2M6E9WQ47K${String(at).padStart(4, '0')}`

/** Lines as people write them; they may look like the facts that stand in front of them. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '14 October',
        'ticket 48213',
        '·',
        'E1',
        '- x',
        '## y',
        'https://example.com/1',
        '2026-10-14',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) =>
    parts
      .join(' ')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  )
  .filter((text) => text !== '')

describe('an evidence note', () => {
  it('gives facts back as they were, and words that do not begin like facts', () => {
    const item = fc.record({
      words: words.map((text) => `saw ${text}`),
      facts: fc.record(
        {
          date: fc.constantFrom('2026-10-14', '2025-02-28'),
          side: fc.constantFrom('strength', 'growth'),
          ticket: fc.constantFrom('48213', 'ABC-12'),
          link: fc.constant('https://example.com/t/1'),
          area: fc.constant('handover'),
          origin: fc.constant('system:record'),
        },
        { requiredKeys: [] },
      ),
    })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (items) => {
        const { note } = newEvidenceNotes(
          ABOUT,
          items.map((one, at) => ({ ...one, id: idOf(at) })),
        )
        const path = 'notes/sam-rivera/2026-11-21-evidence-k3v0a0.md'
        const back = listedEvidence(parseNote(formatNote(note), path))
        expect(back.map(({ id, title }) => [id, title])).toEqual(
          items.map((one, at) => [idOf(at), one.words]),
        )
        for (const [at, one] of items.entries()) expect(back[at]).toMatchObject(one.facts)
      }),
    )
  })

  it('keeps guesses in the private part alone', () => {
    const { note, guesses } = newEvidenceNotes(ABOUT, [
      { id: idOf(1), words: 'came late', facts: { date: '2026-10-14' } },
      { id: idOf(2), words: 'came late again', facts: {}, assumption: 'a full queue' },
    ])
    expect(formatNote(note)).not.toContain('queue')
    if (guesses === undefined) throw new Error('no private part')
    expect(formatNote(guesses)).toContain('- E2 · a full queue')
    expect(guesses.facts).toMatchObject({ id: note.facts.id, private: true })
    expect(guesses.facts.items).toBeUndefined()
    expect(newEvidenceNotes(ABOUT, [{ id: idOf(1), words: 'x', facts: {} }]).guesses).toBeUndefined()
  })

  it.each([
    [['2026-10-14'], '2026-10-14'],
    [['2026-10-14', '2026-10-14'], '2026-10-14'],
    [['2026-10-14', '2026-10-15'], '2026-11-21'],
    [['2026-10-14', undefined], '2026-11-21'],
    [[undefined], '2026-11-21'],
    [[], '2026-11-21'],
  ])('of items on %j has the day %s', (days, day) => {
    expect(evidenceDay(days, '2026-11-21')).toBe(day)
  })
})
