import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNote, parseNote } from '../../../src/core/notebook/codec.ts'
import type { Section } from '../../../src/core/notebook/note.ts'
import { addSections } from '../../../src/core/notebook/splice-body.ts'
import { problemOf } from '../../support/context.ts'

const FRONT =
  '---\ntactful: 1\nid: "01KAH2Y6Z40000000000Q47K3V"\nkind: session\nperson: sam-rivera\ndate: "2026-11-21"\ncreated: "2026-11-21T10:00:00Z"\ntitle: A note\n---\n'
const SAID: readonly Section[] = [
  { heading: 'What was said', text: '> The queue was long.' },
  { heading: 'Agreed', text: '- A1 · tries it' },
]

const sectionsIn = (source: string) => parseNote(source, 'note.md').note.sections

describe('sections added to a note', () => {
  it('stand before the one named, and every other byte stays', () => {
    const body = '\n# A note\n\nLead.\n\n## To talk about\n\nUpdates.   \n\n\n## Evidence\n- E1 · words\n'
    const after = addSections(FRONT + body, SAID, 'Evidence', 'note.md')
    const added = '## What was said\n\n> The queue was long.\n\n## Agreed\n\n- A1 · tries it\n\n'
    expect(after).toBe(FRONT + body.replace('## Evidence', `${added}## Evidence`))
  })

  it.each([
    ['no last line break', '\n# A note\n\n## One\n\nwords', '\n\n', ''],
    ['Windows line ends', '\r\n# A note\r\n\r\n## One\r\n\r\nwords\r\n', '\r\n', '\r\n'],
    ['nothing but facts', '', '', '\n'],
  ])('come last where that one is not there: %s', (_what, body, gap, end) => {
    const eol = body.includes('\r') ? '\r\n' : '\n'
    const text = '## What was said\n\n> The queue was long.\n\n## Agreed\n\n- A1 · tries it'
    expect(addSections(FRONT + body, SAID, 'Evidence', 'note.md')).toBe(
      FRONT + body + gap + text.replaceAll('\n', eol) + end,
    )
  })

  it('come before code that has no end, and never inside it', () => {
    const body = '\n# A note\n\n## One\n\nwords\n\n```\n## Evidence\n'
    const after = addSections(FRONT + body, SAID, 'Evidence', 'note.md')
    expect(after).toContain('## Agreed\n\n- A1 · tries it\n\n## One\n\nwords\n\n```\n## Evidence\n')
  })

  it('are refused where all of it is code without an end', async () => {
    const work = async () => addSections(`${FRONT}\`\`\`\nwords\n`, SAID, undefined, 'note.md')
    expect(await problemOf(work())).toMatchObject({ kind: 'data', file: 'note.md' })
  })

  it('are read back with everything that was there before', () => {
    const line = fc.constantFrom(
      'words',
      '## Heading',
      '```',
      '~~~',
      '',
      '### Sub',
      '> quoted',
      '# H1',
      '\\## x',
    )
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
    const section = fc.record({ heading: fc.constantFrom('One', 'Evidence', 'Two', ''), text })
    fc.assert(
      fc.property(
        fc.array(section, { maxLength: 4 }),
        fc.array(section, { minLength: 1, maxLength: 3 }),
        (old, more) => {
          const { facts } = parseNote(FRONT, 'note.md').note
          const source = formatNote({ facts, lead: '', sections: old })
          const before = sectionsIn(source)
          const after = sectionsIn(addSections(source, more, 'Evidence', 'note.md'))
          expect(after).toHaveLength(before.length + more.length)
          for (const one of before) expect(after).toContainEqual(one)
        },
      ),
    )
  })
})
