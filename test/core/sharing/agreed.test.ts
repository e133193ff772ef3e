import { expect, it } from 'vitest'
import type { Note } from '../../../src/core/notebook/note.ts'
import { anonymiser } from '../../../src/core/sharing/anonymous.ts'
import { copyForLead } from '../../../src/core/sharing/copies.ts'
import { MASKS } from './generated.ts'

const NOTE: Note = {
  facts: {
    ...{
      tactful: 1,
      id: '01KAH2Y6Z40000000000Q47K3V',
      kind: 'session',
      person: 'sam-rivera',
      date: '2026-11-21',
    },
    ...{ created: '2026-11-21T14:30:00.000Z', title: 'Feedback for Sam Rivera', own: [] },
  },
  lead: '',
  sections: [
    {
      id: 'agreed',
      heading: 'What you both agreed',
      text: [
        'Chosen to begin with: The waiting customers.',
        'Agreed:',
        '- A1 · by 4 December 2026 · tries the short update on two cases',
        'Promised:',
        '- P1 · by 30 November 2026 · I find out where the list is',
        'Next check-in: 9 December 2026',
      ].join('\n\n'),
    },
    { id: 'said-talk', heading: 'What Sam said', text: 'I kept waiting.' },
    {
      id: 'since',
      heading: 'What you both promised',
      text: '- tries the short update on two cases (from Nov). No longer needed: was ill that week.',
    },
  ],
}

it('a lead is told that something was agreed, by when and what became of it, and not how the person put it', () => {
  const anonymous = anonymiser({
    ...{ people: [{ slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] }], mentors: [], tickets: [] },
    masks: MASKS,
  })
  const agreed = ['tries the short update on two cases']
  const items = [{ id: 'x', kind: 'agreement', label: 'A1', by: '2026-12-04', words: agreed[0] ?? '' }]
  const leaving = { note: NOTE, name: 'Sam Rivera', items, hiddenCount: 0, agreed }
  const { copy } = copyForLead(leaving, 1, anonymous, {
    causes: { system: new Set(), personGroups: new Set() },
    withoutPrivate: (text) => ({ text, count: 0 }),
  })
  expect(copy.sections.map(({ text }) => text)).toEqual([
    [
      ...['Agreed:', '- A1 · by 4 December 2026 · in their words, left out', 'Promised:'],
      '- P1 · by 30 November 2026 · I find out where the list is',
    ].join('\n\n'),
    '- in their words, left out (from Nov). No longer needed.',
  ])
  expect(copy.items).toEqual([
    { id: 'N1-1', kind: 'agreement', label: 'A1', by: '2026-12-04', words: 'in their words, left out' },
  ])
  expect(JSON.stringify(copy)).not.toMatch(/waiting|short update|9 December|ill that week/)
})
