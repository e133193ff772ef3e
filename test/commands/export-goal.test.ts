import { describe, expect, it } from 'vitest'
import * as copy from '../../src/commands/export.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import type { Facts } from '../../src/core/notebook/note.ts'
import { type Desk, desk } from '../support/context.ts'
import { fill } from '../support/sample.ts'

const YES = { yes: true }
const GOAL = '01KAJ2Y6Z40000000000G0A1ED'

/** A goal that was agreed, came from 5 to 12 of 12, and was reached. */
async function reached(): Promise<Desk> {
  const at = desk()
  await fill(at)
  const put = async (facts: Partial<Facts> & Pick<Facts, 'id' | 'kind' | 'date' | 'title'>, words = '') => {
    const whole: Facts = {
      tactful: 1,
      person: 'sam-rivera',
      created: `${facts.date}T10:00:00.000Z`,
      ...facts,
    }
    const sections = words === '' ? [] : [{ id: 'goal', heading: 'Goal', text: words }]
    await at.put(notePath(whole), formatNote({ facts: whole, lead: '', sections }))
  }
  await put(
    {
      ...{ id: GOAL, kind: 'goal', date: '2026-10-02', title: 'Each customer hears from me' },
      ...{
        measure: 'tickets with an update a day',
        baseline: '5 of 12',
        target: '12 of 12',
        by: '2026-11-20',
      },
      items: [{ id: '01KAJ2Y6Z40000000000STEP1A', kind: 'agreement', label: 'A1' }],
    },
    'Each customer hears from me',
  )
  const events = (on: string, what: string, more: object = {}) => [{ of: GOAL, on, what, ...more }]
  await put({
    ...{ id: '01KAJ2Y6Z400000000000AGREE', kind: 'update', date: '2026-10-05', title: 'Goal agreed' },
    events: events('2026-10-05', 'agreed'),
  })
  await put({
    ...{ id: '01KAJ2Y6Z400000000000MET01', kind: 'update', date: '2026-11-19', title: 'Goal met' },
    events: [...events('2026-11-19', 'progress', { value: '12 of 12' }), ...events('2026-11-19', 'met')],
  })
  return at
}

describe('the copy of a goal', () => {
  it.each(['mentor', 'person'])('says for the %s how far it has come', async (reader) => {
    const at = await reached()
    const { out } = await at.run(copy, [GOAL.slice(-6)], { for: reader }, YES)
    expect(out).toContain(
      [
        ...['## Where it stands', '', '- Reached on 19 November 2026', '- Agreed on 5 October 2026'],
        ...['- Measure: tickets with an update a day', '- At first: 5 of 12', '- Goal: 12 of 12'],
        ...['- Now: 12 of 12, on 19 November 2026', '- To be reached: by 20 November 2026'],
        '- Steps and support: 0 of 1 done',
      ].join('\n'),
    )
  })

  it('says the same to a lead, with the month of what happened and the day it was to be reached by', async () => {
    const at = await reached()
    const { out } = await at.run(copy, [GOAL.slice(-6)], { for: 'lead' }, YES)
    expect(out).toContain('- Reached in November 2026\n- Agreed in October 2026\n')
    expect(out).toContain('- Now: 12 of 12, in November 2026\n- To be reached: by 20 November 2026')
  })

  it('of an update is a sentence', async () => {
    const at = await reached()
    const { out } = await at.run(copy, ['0met01'], { for: 'person' }, YES)
    expect(out).toContain('# Goal met\n\nOn 19 November 2026: it stood at 12 of 12; it was reached.')
  })

  it('that was only proposed says so', async () => {
    const at = await reached()
    const { out } = await at.run(copy, ['g0a111'], { for: 'mentor' }, YES)
    expect(out).toMatch(/## Where it stands\n\n- (?:Proposed, not agreed yet|Agreed on )/)
  })
})
