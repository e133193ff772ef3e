import fc from 'fast-check'
import type { Facts, Note } from '../../src/core/notebook/note.ts'

/** Facts that hold; give what the test is about. */
export function someFacts(given: Partial<Facts> = {}): Facts {
  return {
    tactful: 1,
    id: '01KATQ5C3R8V2M6E9WQ47K3V0A',
    kind: 'session',
    person: 'sam-rivera',
    date: '2026-11-21',
    created: '2026-11-21T14:30:00.000Z',
    title: 'Feedback for Sam Rivera',
    ...given,
  }
}

/** A note with a lead and two sections; give what the test is about. */
export function someNote(given: Partial<Note> = {}): Note {
  return {
    facts: someFacts(),
    lead: '24 November 2026, 14:00 (30 minutes, room 2)',
    sections: [
      {
        id: 'well',
        heading: 'What went well',
        text: 'The handover on 48402 had the goal and the logs. [E3]',
      },
      { id: 'evidence', heading: 'Evidence', text: '- E1 · 14 October · ticket 48213 · An update came late' },
    ],
    ...given,
  }
}

/** Lines somebody might type or paste that mean something to Markdown, YAML, git or a terminal. */
const NASTY = [
  '',
  ' ',
  '---',
  '--- ',
  '...',
  '# one',
  '## two',
  '##',
  '## ',
  '##two',
  '### three',
  '  ## indented',
  '\\## escaped',
  '\\\\## twice',
  '```',
  '````',
  '```js',
  '``` a ` b',
  '```inline```',
  '  ```',
  '~~~',
  '\\~~~',
  '    code',
  '<<<<<<< HEAD',
  '=======',
  '>>>>>>> theirs',
  '\\<<<<<<< HEAD',
  '> quote',
  '- E1 · 14 October · words',
  'a: b',
  'NO',
  '\u2028## after a line separator',
  '\u202eright to left',
  'Zoë 👩‍👧 e\u0301',
  '\ufeff# mark',
  '\u00a0',
  '\u0085',
  '\t',
] as const

/** Any text a person may type: nasty lines, any Unicode, line breaks of every system. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    ),
    { maxLength: 8 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((eol) => lines.join(eol)))
