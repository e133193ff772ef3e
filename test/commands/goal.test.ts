import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/commands/goal.ts'
import { desk } from '../support/context.ts'

const GOALS = '- Be more proactive\n\nAdd the logs to every escalation by 1 May\n'

describe('goal check', () => {
  it('says under each goal what is missing, with a question, and asks to act', async () => {
    const at = desk()
    writeFileSync(join(at.folder, 'goals.txt'), GOALS)
    const { out, err, outcome } = await at.run(check, ['goals.txt'])
    expect(out).toMatch(/^1 {2}Be more proactive\n {3}specific {4}What would you see or hear them do\?/)
    expect(out).toContain('   measurable  How will you both know')
    expect(out).toContain('   time-bound  By when will you look at it together?')
    expect(out).toMatch(/\n3 {2}Add the logs to every escalation by 1 May\n$/)
    expect(err).toBe('1 of 2 wants something more.\n')
    expect(outcome).toBe('attention')
  })

  it('wraps on a narrow screen and cuts nothing', async () => {
    const at = desk({ columns: 40 })
    writeFileSync(join(at.folder, 'goals.txt'), GOALS)
    const { out } = await at.run(check, ['goals.txt'])
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(out.replace(/\s+/g, ' ')).toContain('By when will you look at it together?')
  })

  it('hands the same to a program', async () => {
    const at = desk()
    writeFileSync(join(at.folder, 'goals.txt'), GOALS)
    const { out } = await at.run(check, ['goals.txt'], {}, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      goals: [
        { line: 1, text: 'Be more proactive', missing: ['specific', 'measurable', 'time-bound'] },
        { line: 3, text: 'Add the logs to every escalation by 1 May', missing: [], asks: [] },
      ],
    })
  })

  it('is done when nothing is missing, or when there is no goal', async () => {
    const at = desk()
    writeFileSync(join(at.folder, 'good.txt'), 'Add the logs to every escalation by 1 May\n')
    writeFileSync(join(at.folder, 'empty.txt'), '\n')
    const good = await at.run(check, ['good.txt'])
    expect([good.outcome, good.err]).toEqual(['done', 'Nothing is missing.\n'])
    const empty = await at.run(check, ['empty.txt'])
    expect([empty.outcome, empty.out]).toEqual(['done', ''])
    expect(empty.err).toContain('no goal')
  })
})
