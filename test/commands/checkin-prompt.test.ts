import { describe, expect, it } from 'vitest'
import * as prompt from '../../src/commands/checkin-prompt.ts'
import { putNote, samsNotebook } from '../support/checkins.ts'
import { type Desk, problemOf } from '../support/context.ts'

const PROMISE = '01KAHS6F8MPPPPPPPPPPPPPPP1'
const AGREEMENT = '01KAHS6F8MAAAAAAAAAAAAAAA1'

/** A session with a promise, an agreement, a goal that was agreed, one that was not, and a private part. */
async function filled(today = '2026-11-21'): Promise<Desk> {
  const at = await samsNotebook(today)
  at.settings.set('name', 'Priya Raman')
  const agreed = await putNote(
    at,
    'goal',
    '2026-11-10',
    'by: "2026-12-18"\nsections: { goal: Goal }\n',
    '\n## Goal\n\nEach waiting customer hears from me once a working day\n',
  )
  await putNote(at, 'goal', '2026-11-10', '', '\n## Goal\n\nA goal that is only mine so far\n')
  await putNote(
    at,
    'checkin',
    '2026-11-10',
    `items:\n  - { id: ${PROMISE}, kind: promise, label: P1, by: "2026-11-27" }\n  - { id: ${AGREEMENT}, kind: agreement, label: A1 }\n` +
      `events:\n  - { of: "${agreed}", what: agreed, on: "2026-11-10" }\n  - { of: "${agreed}", what: progress, on: "2026-11-10", value: 5 of 12 }\n`,
    '\n## Next\n\n- P1 · by 27 November 2026 · I ask for a second line & a *headset*\n- A1 · tries the <short> update\n',
  )
  await at.put('private/sam-rivera/2026-11-10-checkin-x.md', '# SECRET\n')
  return at
}

describe('checkin prompt', () => {
  it('is ready to be sent: the day, what is open between the two, and questions', async () => {
    const at = await filled()
    const before = at.tree()
    const { out, outcome } = await at.run(prompt, ['sam'])
    expect(outcome).toBe('done')
    expect(out).toBe(
      [
        'Hello Sam,',
        '',
        'Our next check-in is on Tuesday, 24 November 2026 at 14:00 (Europe/Berlin).',
        '',
        'What I said I would do',
        '- I ask for a second line & a *headset* (from 10 November, by 27 November)',
        '',
        'What you said you would do',
        '- tries the <short> update (from 10 November)',
        '',
        'Your goal',
        '- Each waiting customer hears from me once a working day (by 18 December, last time 5 of 12, Tue 10 Nov)',
        '',
        'A few questions to think over',
        '- What has moved since we last talked?',
        '- What are you content with, however small?',
        '- What was hard, or got in the way?',
        '- What would you like to look at next?',
        '- What would help you, and from whom?',
        '- What could I do differently so that it gets easier for you?',
        '',
        'A few words are enough, and you need not write anything down. If the day does not suit, tell me.',
        '',
        'Priya Raman',
        '',
      ].join('\n'),
    )
    expect(at.tree()).toEqual(before)
  })

  it('holds nothing private, and no goal or promise of a talk that is still to come', async () => {
    const at = await filled()
    await putNote(
      at,
      'session',
      '2026-11-20',
      'talk: { date: "2026-11-25" }\nitems:\n  - { id: 01KAHS6F8MPPPPPPPPPPPPPPP2, kind: promise, label: P1 }\n',
      '\n## Goals\n\n- P1 · an offer that was not made yet\n',
    )
    for (const format of ['text', 'md', 'slack', 'json']) {
      const { out } = await at.run(prompt, ['sam'], { format })
      expect(out).not.toMatch(/SECRET|only mine|not made yet/)
    }
  })

  it('writes Markdown and Slack in which the words of the two stay words', async () => {
    const at = await filled()
    const md = (await at.run(prompt, ['sam'], { format: 'md' })).out
    expect(md).toContain('**What I said I would do**\n\n- I ask for a second line & a \\*headset\\*')
    expect(md).toContain('\\<short\\>')
    const slack = (await at.run(prompt, ['sam'], { format: 'slack' })).out
    expect(slack).toContain('*What I said I would do*\n• I ask for a second line &amp; a *\u200bheadset*')
    expect(slack).toContain('&lt;short&gt;')
  })

  it('is data for programs, with the text besides', async () => {
    const at = await filled()
    for (const given of [[{}, { json: true }] as const, [{ format: 'json' }, {}] as const]) {
      const { out } = await at.run(prompt, ['sam'], ...given)
      expect(JSON.parse(out)).toMatchObject({
        ...{ person: 'sam-rivera', name: 'Sam Rivera', due: '2026-11-24', at: '14:00' },
        instant: '2026-11-24T13:00:00Z',
        promised: [{ id: PROMISE, by: '2026-11-27' }],
        agreed: [{ id: AGREEMENT }],
        goals: [{ last: { value: '5 of 12', on: '2026-11-10' } }],
      })
    }
  })

  it('asks for another day where the one there was has passed, and takes the questions of the team', async () => {
    const at = await filled('2026-11-30')
    await at.put(
      'library/checkin-prompt.yaml',
      'id: checkin-prompt\nversion: 1\ntitle: Ours\nentries:\n  - { id: one, label: How was your week? }\n',
    )
    const { out } = await at.run(prompt, ['sam'])
    expect(out).toContain('Our check-in was due on Tuesday, 24 November 2026. When would it suit you?')
    expect(out).toContain('- How was your week?\n')
    expect(out).not.toContain('What has moved')
  })

  it('works for somebody with whom nothing is planned, and knows who is not there', async () => {
    const at = await samsNotebook('2026-11-21', { cadence: '' })
    expect((await at.run(prompt, ['sam'])).out).toContain('I would like to check in with you soon.')
    expect(await problemOf(at.run(prompt, ['nobody']))).toMatchObject({ kind: 'unknown', what: 'person' })
  })
})
