import { describe, expect, it } from 'vitest'
import * as copy from '../../src/commands/export.ts'
import * as trends from '../../src/commands/trends.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import type { Facts, Section } from '../../src/core/notebook/note.ts'
import { type Desk, desk } from '../support/context.ts'
import { fill } from '../support/sample.ts'

const YES = { yes: true }

async function add(
  at: Desk,
  more: Partial<Facts> & Pick<Facts, 'id' | 'kind'>,
  sections: readonly Section[],
) {
  const facts: Facts = {
    ...{ tactful: 1, person: 'sam-rivera', date: '2026-11-12', created: '2026-11-12T10:00:00.000Z' },
    ...{ title: 'A talk', template: 'constructive-feedback@1', ...more },
  }
  await at.put(notePath(facts), formatNote({ facts, lead: '', sections }))
}

/** A session that tells of illness and loss in sentences, in a list and as a reason, and a barrier that does. */
async function confided(): Promise<Desk> {
  const at = desk()
  await fill(at)
  await add(at, { id: '01KAJ2Y6Z40000000000PR1V8T', kind: 'session' }, [
    {
      id: 'points',
      heading: 'To talk about',
      text: 'The update came late. Is your father still in hospital? "Wei-Ling was ill," you said. Tries it while his mother is ill.\n\n- The log was whole\n- You were on sick leave that week',
    },
    {
      id: 'next',
      heading: 'What comes next',
      text: '- P9 · by 20 November 2026 · asks for a second look while his father is ill\n  - Moved to 30 November 2026: Wei-Ling was on holiday.\n  - No longer needed: another team does it.',
    },
  ])
  await add(
    at,
    {
      ...{ id: '01KAJ2Y6Z40000000000BARR1R', kind: 'barrier', barrier: { owner: 'the lead' } },
      title: 'Nobody reads the queue since Sam was ill',
    },
    [],
  )
  return at
}

describe('what is private', () => {
  it.each(['md', 'json', 'csv', 'html', 'ics'])('is in no copy for a lead as %s', async (format) => {
    const at = await confided()
    const { out, err } = await at.run(copy, [], { for: 'lead', person: 'sam', format }, YES)
    expect(out).not.toMatch(/hospital|\bill\b|sick|on holiday|another team/i)
    expect(err).toMatch(/\d {2}sentences with something private/)
    expect(err).toMatch(/2 {2}reasons for a change/)
  })

  it('takes its sentence with it and nothing else', async () => {
    const at = await confided()
    const { out } = await at.run(copy, ['pr1v8t'], { for: 'lead' }, YES)
    expect(out).toContain('The update came late. (something private, left out)')
    expect(out).toContain('- The log was whole\n- (something private, left out)\n')
    expect(out).toContain('- P9 · by 20 November 2026 · (something private, left out)\n')
    expect(out).toContain('  - Moved to 30 November 2026.\n  - No longer needed.')
  })

  it('stays in the copy for the person, who told it', async () => {
    const at = await confided()
    const { out } = await at.run(copy, ['pr1v8t'], { for: 'person' }, YES)
    expect(out).toContain('while his father is ill')
  })

  it('is in no trends that are handed on', async () => {
    const at = await confided()
    const { out } = await at.run(trends, [], { format: 'json' })
    expect(out).toContain('(something private, left out)')
    expect(out).not.toMatch(/\bill\b/)
  })
})
