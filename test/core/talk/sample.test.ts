import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as prep from '../../../src/commands/prep.ts'
import { parseNote } from '../../../src/core/notebook/codec.ts'
import { agendaOf } from '../../../src/core/talk/agenda.ts'
import { cardOf } from '../../../src/core/talk/card.ts'
import { cardText } from '../../../src/views/talk.ts'
import { themeFor } from '../../../src/views/theme.ts'
import { desk } from '../../support/context.ts'

const plain = themeFor({ colour: false, unicode: true })

test('the shipped self-assessment brings up its difference whole, with the standard and the question', async () => {
  const phrases = {
    'in 5 weeks': ['2026-12-26'],
    'in 3 weeks': ['2026-12-12'],
    'next Thursday 14:00': ['2026-11-26'],
  }
  const at = desk({ today: '2026-11-21', phrases })
  const sample = readFileSync('templates/samples/self-assessment-first.yaml', 'utf8')
  writeFileSync(join(at.folder, 'sample.yaml'), sample)
  await at.run(prep, [], { template: 'self-assessment-first', answers: 'sample.yaml' })
  const [path = ''] = Object.keys(at.tree()).filter((one) => /^notes\/.*-session-/.test(one))
  const source = at.read(path) ?? ''
  const { note } = parseNote(source, path)
  const card = (today: string) =>
    cardText(cardOf({ session: { note, path, source }, name: 'Jonas Brandt' }, today), plain, 80)
  expect(card('2026-11-21')).toContain('Planned for Thu 26 Nov')
  expect(card('2026-11-26')).not.toContain('Planned for')
  const agenda = agendaOf(note, {}, 'Jonas')
  expect(agenda.map(({ text }) => text)).toEqual([
    'Opening',
    "Jonas's turn",
    'What Jonas wants to do differently',
    'Side by side',
    'Seen differently: You wrote that what you send holds',
    'What our bar could be',
    'Ideas that came up',
    'Help on offer',
  ])
  expect(agenda[7]?.about).toMatch(
    /^In your note already:\n- P1 · by .* · Anna: an hour on the new price list$/,
  )
  expect(agenda[4]?.about.split('\n')).toEqual([
    "You wrote that what you send holds. In 61902 the link led to last year's prices.",
    'Our standard: What we say about the product holds.',
    'To ask: Where did you find that link, and who else may be using it?',
  ])
  expect(agenda[1]?.about).toContain('What would help: a list of known outages')
})
