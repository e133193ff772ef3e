import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as checkin from '../../src/commands/checkin.ts'
import * as prep from '../../src/commands/prep.ts'
import * as resume from '../../src/commands/resume.ts'
import type { Step } from '../../src/core/interview/state.ts'
import type { DraftHead } from '../../src/core/ports/drafts.ts'
import { samsNotebook } from '../support/checkins.ts'
import { desk, problemOf } from '../support/context.ts'

const STEPS: readonly Step[] = [{ step: 'answer', path: 'person', value: 'sam-rivera' }]
const head = (draft: string, notebook: string): DraftHead => ({
  draft: `01KAH2Y6Z40000000000${draft}`,
  note: '01KAH2Y6Z4000000000000NOTE',
  notebook,
  template: 'checkin',
  hash: 'x',
  depth: 'quick',
  created: '2026-11-21T10:00:00Z',
})

describe('resume without a terminal', () => {
  it('says which drafts wait instead of taking one', async () => {
    const at = desk({
      drafts: (root) => [
        { head: head('DRAFT1', root), steps: STEPS },
        { head: head('DRAFT2', root), steps: [{ step: 'answer', path: 'person', value: 'Anna Berg' }] },
      ],
    })
    const problem = await problemOf(at.run(resume))
    expect(problem).toMatchObject({ kind: 'usage', mend: 'Say which one: tactful resume ID' })
    expect(problem).toMatchObject({
      message: expect.stringMatching(/draft1 {2}.*\n {2}draft2 {2}.*Anna Berg/),
    })
  })

  it('takes no draft of another notebook', async () => {
    const at = desk({ drafts: (root) => [{ head: head('DRAFT1', join(root, 'other')), steps: STEPS }] })
    expect(await problemOf(at.run(resume))).toMatchObject({
      message: 'No draft waits in this notebook; 1 waits in others.',
    })
    const named = at.run(resume, ['draft1'], {}, { notebook: at.root })
    expect(await problemOf(named)).toMatchObject({
      message: expect.stringContaining('This draft belongs to another notebook: '),
    })
  })
})

describe('a check-in from a file', () => {
  const set = ['recognition.1.text=The handover on 48402 saved a call back.', 'progress=It moves.']
  const options = { template: 'checkin', quick: true, set }

  it('makes nobody new unless asked to', async () => {
    const at = await samsNotebook('2026-11-21')
    const before = at.tree()
    expect(await problemOf(at.run(prep, ['Marta'], options))).toEqual({
      kind: 'usage',
      message: 'There is nobody called "Marta" in this notebook.',
      mend: 'To add somebody new, repeat it with --yes.',
    })
    expect(await problemOf(at.run(prep, ['Sma'], options))).toMatchObject({
      mend: expect.stringContaining('Did you mean "Sam Rivera"?'),
    })
    expect(at.tree()).toEqual(before)
    await at.run(prep, ['Marta'], options, { yes: true })
    expect(Object.keys(at.tree())).toContain('people/marta.yaml')
  })

  it.each(['25:00', 'after lunch', '2', '13pm'])('refuses %j for a time of day', async (time) => {
    const at = await samsNotebook('2026-11-21')
    const next = [...set, 'checkin.1.date=2026-12-09', `checkin.1.time=${time}`]
    expect(await problemOf(at.run(prep, ['sam'], { ...options, set: next }))).toMatchObject({
      kind: 'answers',
      mistakes: [
        {
          path: 'checkin.1.time',
          message: `"${time}" is no time of day.`,
          mend: 'Write it as HH:MM, such as 14:00, or as 2pm.',
        },
      ],
    })
  })

  it.each([
    ['2pm', '14:00'],
    ['12.30 am', '00:30'],
    ['9:05', '09:05'],
  ])('reads %j as %s', async (time, at) => {
    const here = await samsNotebook('2026-11-21')
    const next = [...set, 'checkin.1.date=2026-12-09', `checkin.1.time=${time}`]
    await here.run(prep, ['sam'], { ...options, set: next })
    const { out } = await here.run(checkin, [], { within: '3w' }, { json: true })
    expect(JSON.parse(out)).toMatchObject([{ due: '2026-12-09', at }])
  })

  it('is saved once when the same comes twice, and remarked on when another one is held that day', async () => {
    const at = await samsNotebook('2026-11-21')
    const twice = { ...options, set: [...set, 'support.1.text=I sit in on a call'] }
    const first = await at.run(prep, ['sam'], twice, { json: true })
    const before = at.tree()
    const again = await at.run(prep, ['sam'], twice, { json: true })
    expect(at.tree()).toEqual(before)
    const { id, path } = JSON.parse(first.out) as { readonly id: string; readonly path: string }
    expect(JSON.parse(again.out)).toMatchObject({ id, path, already: true })
    expect(again.err).toContain(`Already saved as ${path}, so nothing was saved again.\n`)
    const other = { ...options, set: ['recognition.1.text=The second handover was whole too.'] }
    const { err, outcome } = await at.run(prep, ['sam'], other)
    expect(err).toContain(
      `A check-in with Sam Rivera on that day was saved before: tactful show ${id.slice(-6).toLowerCase()}\n`,
    )
    expect(outcome).toBe('done')
    expect(Object.keys(at.tree()).filter((name) => name.includes('-checkin-'))).toHaveLength(2)
  })
})
