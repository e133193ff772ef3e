import { describe, expect, it } from 'vitest'
import { drop as dropBarrier, raise } from '../../src/commands/barrier.ts'
import { move, skip } from '../../src/commands/checkin-replan.ts'
import { close, update } from '../../src/commands/goal-change.ts'
import { drop as dropIdea, tried } from '../../src/commands/idea.ts'
import { done, drop as dropPromise } from '../../src/commands/promise.ts'
import { personFile, putNote } from '../support/checkins.ts'
import { type Desk, desk } from '../support/context.ts'

const item = (id: string, kind: string, label: string): string =>
  `  - { id: "01KAHS6F8M00000TH00000${id}", kind: ${kind}, label: ${label}, text: "A list" }\n`

async function filled(): Promise<{ readonly at: Desk; readonly goal: string; readonly barrier: string }> {
  const at = desk({ today: '2026-11-21' })
  await at.put('tactful.yaml', 'format: 1\n')
  await at.put('people/sam.yaml', personFile('Sam', { cadence: 'weekly on Monday', since: '2026-10-01' }))
  const items = `held: "2026-10-12"\nitems:\n${item('PA0A', 'promise', 'P1')}${item('DA0A', 'idea', 'I1')}`
  await putNote(at, 'session', '2026-10-12', items, '', 'sam')
  const goal = await putNote(at, 'goal', '2026-10-20', 'by: "2026-12-18"\n', '\nA goal.\n', 'sam')
  const owner = 'barrier: { owner: "the web team" }\n'
  const barrier = await putNote(at, 'barrier', '2026-11-02', owner, '', 'sam')
  return { at, goal, barrier }
}

const LAZY = 'because Sam is lazy'
const ILL = 'his wife is ill and he sees a therapist'

describe('what is written in one line beside a change', () => {
  it('is met like an answer, after it was saved', async () => {
    const { at, goal, barrier } = await filled()
    const runs: readonly (readonly [Parameters<Desk['run']>[0], string, object?])[] = [
      [raise, barrier],
      [dropBarrier, barrier],
      [tried, '01KAHS6F8M00000TH00000DA0A'],
      [dropIdea, '01KAHS6F8M00000TH00000DA0A'],
      [done, '01KAHS6F8M00000TH00000PA0A'],
      [update, goal, { progress: '4 of 12' }],
      [move, 'sam', { to: '2026-11-24' }],
      [skip, 'sam'],
    ]
    for (const [command, of, more = {}] of runs) {
      const { out, err, outcome } = await at.run(command, [of], { ...more, why: LAZY })
      expect(outcome).toBe('done')
      expect(out).not.toContain('lazy”')
      expect(err).toMatch(/Words to look at again\n {2}--why \(label-[a-z-]+\) “lazy”: /)
    }
  })

  it('says so of what is theirs to tell, in their own words too, whose wording is left alone', async () => {
    const { at, goal } = await filled()
    const { err } = await at.run(update, [goal], { progress: '4 of 12', words: `I am lazy, ${ILL}` })
    expect(err).toContain('--words (private')
    expect(err).not.toContain('“lazy”')
    const skipped = await at.run(skip, ['sam'], { why: ILL })
    expect(skipped.err).toContain('--why (private')
  })

  it('says nothing of plain words, and nothing with --quiet', async () => {
    const { at, goal } = await filled()
    const plain = await at.run(skip, ['sam'], { why: 'on leave until January' })
    expect(plain.err).toBe('')
    const quiet = await at.run(close, [goal], { dropped: true, why: LAZY }, { quiet: true })
    expect(quiet.err).toBe('')
    const none = await at.run(dropPromise, ['01KAHS6F8M00000TH00000PA0A'], { why: 'Anna has it now' })
    expect(none.err).toBe('')
  })
})
