import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as prep from '../../src/commands/prep.ts'
import * as talk from '../../src/commands/talk.ts'
import { type Desk, desk } from '../support/context.ts'
import { fill } from '../support/sample.ts'

const ANSWERS = `view: without
view_reason: They asked for the talk today.
evidence:
  - "- 2026-11-18 61402: An update was promised for noon and went out the next day"
  - "+ 2026-11-17 61377: The handover had the steps and the log"
points:
  - evidence: [1]
    behaviour: updates-waiting
    impact: The customer wrote twice.
    ask: You never follow up and you are lazy.
goals:
  - text: Each waiting customer hears from me once a working day
    by: 2026-12-18
`

async function written(answers: string): Promise<Desk> {
  const at = desk()
  await fill(at)
  writeFileSync(join(at.folder, 'answers.yaml'), answers)
  return at
}

const answers = 'answers.yaml'

describe('answers from a file are met like those at the keyboard', () => {
  it('tells what a coach would ask about the words, where they stand, and a way to say it', async () => {
    const at = await written(ANSWERS)
    const { out, err, outcome } = await at.run(prep, ['sam'], { answers })
    expect(outcome).toBe('done')
    expect(out).toContain('Saved.')
    expect(out).not.toContain('Words to look at')
    const told = err.replace(/\s+/g, ' ')
    expect(told).toContain('Words to look at again points.1.ask, line 10 (label-person-is) “lazy”: ')
    expect(told).toMatch(
      /points\.1\.ask, line 10 \(absolute-person\) “never”: .* Try: In ___ of the last ___ tickets/,
    )
    expect(told).toMatch(/Also noticed .*Not used: E2 \(The handover had the steps and the log\)/)
    // The same words in what is said as a whole are told once.
    expect(told.match(/“lazy”/g)).toHaveLength(1)
  })

  it('tells it on a trial too, and nothing with --quiet; --json counts and holds them', async () => {
    const at = await written(ANSWERS)
    const trial = await at.run(prep, ['sam'], { answers, dryRun: true })
    expect(trial.err).toContain('“lazy”')
    expect(trial.err).toContain('Not used: E2')
    expect(trial.outcome).toBe('done')
    const json = await at.run(prep, ['sam'], { answers, dryRun: true }, { json: true })
    const { findings, remarks, notices } = JSON.parse(json.out)
    expect(findings).toBe(2)
    expect(remarks).toMatchObject([
      { path: 'points.1.ask', line: 10, rule: 'label-person-is', words: 'lazy' },
      { path: 'points.1.ask', line: 10, rule: 'absolute-person', words: 'never' },
    ])
    expect(notices.join()).toContain('Not used: E2')
    const quiet = await at.run(prep, ['sam'], { answers }, { quiet: true })
    expect(quiet.err).toBe('')
  })

  it('a goal agreed without a question is looked at, and is not called open already by itself', async () => {
    const at = await written('')
    const set = ['goals.1.text=Sam is lazy and must improve, by 18 December']
    const { out, err } = await at.run(prep, ['sam'], { template: 'goal', set })
    expect(out).toContain('Saved.')
    expect(err).toContain('goals.1.text (label-person-is) “lazy”')
    expect(err).toContain('has no')
    expect(err).not.toContain('is open with')
    expect(err).not.toContain('no evidence')
  })

  it('a name in the words of a barrier, which somebody else reads, is told', async () => {
    const at = await written(
      `${ANSWERS}causes: [unannounced]\ngate: both\nbarriers: [{ what: Sam finds no list in the late shift, owner: the wiki team }]\n`,
    )
    const { err } = await at.run(prep, ['sam'], { answers, dryRun: true })
    expect(err).toContain('(barrier-name) “Sam”')
  })

  it('a customer’s address in evidence is told with the words that mask it, and stays as it was typed', async () => {
    const at = await written(ANSWERS.replace('went out the next day', 'went to jane@customer.example late'))
    const { err } = await at.run(prep, ['sam'], { answers })
    const told = err.replace(/\s+/g, ' ')
    expect(told).toMatch(/evidence\.1\.text \(customer-data\) “jane@customer\.example”/)
    expect(told).toContain('Try: An update was promised for noon and went to [email] late')
    expect(told.match(/customer-data/g)).toHaveLength(1)
  })

  it('what is somebody’s own to tell is told in a check-in and in a talk, unless it is kept apart', async () => {
    const at = await written(`recognition: [{ text: the short updates }]
agreements: tries the short update at home too while his father is ill, by 4 December
`)
    const checkin = await at.run(prep, ['sam'], { answers, template: 'checkin' })
    expect(checkin.err).toMatch(/agreements\S* .*private.*“/)
    writeFileSync(
      join(at.folder, 'talk.yaml'),
      'agenda:\n  - { of: turn, view: [his father is ill, "private: his mother is ill"] }\ngoals: [{ state: agreed }]\n',
    )
    const held = await at.run(talk, ['q47k3v'], { answers: 'talk.yaml', dryRun: true })
    expect(held.err).toContain('father')
    expect(held.err).not.toContain('mother')
  })
})
