import { describe, expect, it } from 'vitest'
import { drop, list, raise, show, solve } from '../../src/commands/barrier.ts'
import * as exported from '../../src/commands/export.ts'
import * as home from '../../src/commands/home.ts'
import * as last from '../../src/commands/last.ts'
import * as notes from '../../src/commands/list.ts'
import { begin } from '../../src/core/interview/fold.ts'
import { openFor } from '../../src/core/interview/open-things.ts'
import { planOf } from '../../src/core/interview/plan.ts'
import { wordingReviewer } from '../../src/core/interview/reviewer.ts'
import { cells } from '../../src/core/text/width.ts'
import { problemText } from '../../src/views/problem.ts'
import { type Desk, type DeskOptions, desk, problemOf } from '../support/context.ts'
import { testWorld } from '../support/interview.ts'
import { fill } from '../support/sample.ts'
import { constructiveFeedback } from '../support/templates.ts'

const barrier = (
  id: string,
  date: string,
  title: string,
  facts = 'barrier: { owner: the lead }',
): string => `---
tactful: 1
id: ${id}
kind: barrier
person: sam-rivera
date: ${date}
created: "${date}T10:00:00Z"
title: ${title}
${facts}
sections: { what: In the way }
---

# ${title}

## In the way

${title}
`

async function filled(given: DeskOptions = {}): Promise<Desk> {
  const at = desk({ today: '2026-12-01', ...given })
  await fill(at)
  const old = barrier(
    '01KAZZZZZZZZZZZZZZZZMVED11',
    '2026-10-20',
    'the checklist moved and the old link is dead',
  )
  await at.put('notes/sam-rivera/2026-10-20-barrier-mved11.md', old)
  const facts = 'barrier: { owner: "Dana, knowledge base", area: people and time }'
  const late = barrier('01KAZZZZZZZZZZZZZZZZSHFT22', '2026-11-30', 'nobody to ask on the late shift', facts)
  await at.put('notes/sam-rivera/2026-11-30-barrier-shft22.md', late)
  return at
}

describe('barrier list', () => {
  it('puts barriers under whose they are, with their age', async () => {
    const at = await filled({ columns: 120 })
    const { out } = await at.run(list)
    expect(out).toBe(
      [
        'The lead',
        '  mved11  the checklist moved and the old link is dead (found with Sam Rivera,',
        '          open for 42 days)',
        '',
        'Dana, knowledge base',
        '  shft22  nobody to ask on the late shift (people and time, found with Sam Rivera,',
        '          open for 1 day)',
        '',
      ].join('\n'),
    )
  })

  it('narrows to an owner or a person, and says where nothing is left', async () => {
    const at = await filled()
    expect((await at.run(list, [], { owner: 'dana' })).out).not.toContain('mved11')
    expect((await at.run(list, [], { person: 'wei' })).err).toBe('Nothing matches.\n')
    const empty = desk()
    await fill(empty)
    expect((await empty.run(list)).err).toContain('No barrier is open.')
  })

  it('hands programs rows with the age in days', async () => {
    const at = await filled()
    expect(JSON.parse((await at.run(list, [], {}, { json: true })).out)).toMatchObject([
      {
        id: '01KAZZZZZZZZZZZZZZZZMVED11',
        person: 'sam-rivera',
        owner: 'the lead',
        state: 'open',
        from: '2026-10-20',
        days: 42,
        path: 'notes/sam-rivera/2026-10-20-barrier-mved11.md',
      },
      { owner: 'Dana, knowledge base', area: 'people and time', days: 1 },
    ])
  })

  it('fits 40 columns', async () => {
    const at = await filled({ columns: 40, onScreen: true })
    const { out } = await at.run(list)
    for (const line of out.split('\n')) expect(cells(line)).toBeLessThanOrEqual(40)
  })

  it('is a kind of note like others', async () => {
    const at = await filled()
    const { out } = await at.run(notes, [], { kind: 'barrier' })
    expect(out).toContain('barrier note')
    expect(out.trimEnd().split('\n')).toHaveLength(2)
  })
})

describe('what becomes of a barrier', () => {
  it('is recorded in a note of its own, and the barrier stays byte for byte', async () => {
    const at = await filled()
    const path = 'notes/sam-rivera/2026-10-20-barrier-mved11.md'
    const before = at.read(path)
    const { out } = await at.run(raise, ['mved11'], { why: 'shown to Dana on Monday' })
    expect(out).toContain('Raised: the checklist moved')
    expect((await at.run(list)).out).toContain('open for 42 days, raised on Tue')
    await at.run(solve, ['mved11'], { why: 'the page is there' })
    expect((await at.run(list)).out).not.toContain('mved11')
    expect((await at.run(list, [], { all: true })).out.replace(/\s+/g, ' ')).toContain(': the page is there)')
    expect(at.read(path)).toBe(before)
  })

  it('can be raised again when it is back, and not be over twice', async () => {
    const at = await filled()
    await at.run(drop, ['shft22'], { why: 'the late shift ends' })
    const problem = await problemOf(at.run(solve, ['shft22']))
    expect(problemText(problem)).toContain('That was dropped on 1 December 2026 already.')
    await at.run(raise, ['shft22'])
    expect((await at.run(list)).out).toContain('shft22')
  })

  it('has to have a reason to be dropped, and a day between the barrier and today', async () => {
    const at = await filled()
    expect(problemText(await problemOf(at.run(drop, ['shft22'])))).toContain('--why is missing')
    const early = await problemOf(at.run(raise, ['shft22'], { on: '2026-11-29' }))
    expect(problemText(early)).toContain('lies before 30 November 2026')
    const ahead = await problemOf(at.run(raise, ['shft22'], { on: '2026-12-02' }))
    expect(problemText(ahead)).toContain('is still to come')
    expect(await problemOf(at.run(raise, ['zzzzzz']))).toMatchObject({ kind: 'unknown' })
    await at.run(raise, ['mved11'], { on: '2026-11-20' })
    const before = await problemOf(at.run(solve, ['mved11'], { on: '2026-11-10' }))
    expect(problemText(before)).toContain('lies before 20 November 2026, when something last became of it')
    await at.run(solve, ['mved11'], { on: '2026-11-20' })
    expect((await at.run(list)).out).not.toContain('mved11')
    expect((await at.run(list, [], { all: true })).out).not.toContain('raised')
  })
})

describe('barrier show', () => {
  it('says how it stands in front of what its owner would read', async () => {
    const at = await filled()
    const { out } = await at.run(show, ['mved11'])
    expect(out).toMatch(
      /^Open for 42 days\nFor its owner: tactful barrier show mved11 --for-owner\ntactful barrier raise mved11\n/,
    )
    expect(out).toContain(
      'The checklist moved and the old link is dead\nbarrier note · 20 October 2026 · mved11',
    )
    expect(out).not.toContain('Sam')
    const json = JSON.parse((await at.run(show, ['mved11'], {}, { json: true })).out)
    expect(json).toMatchObject({ state: 'open', days: 42, sections: [{ id: 'what' }] })
  })

  it('gives its owner a plain letter: whole, without the person and without evidence, older notes too', async () => {
    const at = await filled({ columns: 120 })
    const long =
      `the login-loop checklist moved to the new wiki, ${'and the old link is dead '.repeat(5)}`.trim()
    await at.put('notes/sam-rivera/2026-11-30-barrier-0der44.md', older(long))
    const { out, err } = await at.run(show, ['0der44'], { forOwner: true })
    expect(out).toBe(
      [
        `# ${long.replace('the login', 'The login')}`,
        'For Priya · written 30 November 2026',
        '## Since\n\nSeptember',
        '## What would help\n\nOne page\n',
      ].join('\n\n'),
    )
    expect(err).toBe('')
    const json = JSON.parse((await at.run(show, ['0der44'], { forOwner: true }, { json: true })).out)
    expect(Object.keys(json)).toEqual(['title', 'lead', 'sections'])
    const lead = (await at.run(exported, ['0der44'], { for: 'lead' }, { yes: true })).out
    expect(lead).toContain(`# ${long.replace('the login', 'The login')}\n`)
    expect(lead).not.toMatch(/…|E1|Sam|Before you read|48377/)
  })

  it('is no letter for the person, alone or among others', async () => {
    const at = await filled()
    const problem = problemText(await problemOf(at.run(exported, ['mved11'], { for: 'person' })))
    expect(problem).toContain('is a barrier, and is for whoever can change it.')
    expect(problem).toContain('tactful barrier show mved11 --for-owner')
    const kind = at.run(exported, [], { for: 'person', person: 'sam', kind: ['barrier'] })
    expect(problemText(await problemOf(kind))).toContain('is a barrier')
  })

  it('points out everybody of the notebook whom it names, but for its owner', async () => {
    const at = await filled({ columns: 120 })
    const facts = 'barrier: { owner: Wei-Ling }'
    const named = barrier(
      '01KAZZZZZZZZZZZZZZZZNAMED5',
      '2026-11-30',
      'Wei-Ling saw that Sam has no licence',
      facts,
    )
    await at.put('notes/sam-rivera/2026-11-30-barrier-named5.md', named)
    const told = 'It names Sam, and its owner reads that too. To change it: tactful edit named5\n'
    expect((await at.run(show, ['named5'])).out).toContain(told)
    expect((await at.run(show, ['named5'], { forOwner: true })).err).toBe(told)
  })
})

/** As notes were written when they took evidence in. */
function older(what: string): string {
  const front = barrier(
    '01KAZZZZZZZZZZZZZZZZ0DER44',
    '2026-11-30',
    `${what.slice(0, 79)}…`,
    'barrier: { owner: Priya }',
  )
  return `${front.slice(0, front.indexOf('sections:'))}sections: { what: In the way, since: Since, effect: What it does to the work, ask: What would help, evidence: Evidence }
---

# ${what.slice(0, 79)}…

For Priya · written 30 November 2026

## In the way

${what}

## Since

September

## What it does to the work

Sam sent it on without the checklist. [E1]

## What would help

one page [E1]

## Evidence

- E1 · ticket 48377 · Sam sent it on without the checklist
`
}

describe('a name in a barrier', () => {
  it('is pointed out as soon as it is typed, and nowhere else for being a name', async () => {
    const template = constructiveFeedback()
    const asked = template.parts.flatMap(({ questions }) => questions)
    const group = asked.find((one) => one.type === 'group' && one.makes === 'barrier')
    const [what] = group?.type === 'group' ? group.questions : []
    const evidence = asked.find((one) => one.type === 'group' && one.makes === 'evidence')
    const [text] = evidence?.type === 'group' ? evidence.questions : []
    const at = await filled()
    const people = [{ slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] }]
    const found: string[][] = []
    await at.run({
      run: async (context) => {
        const review = wordingReviewer(context, await context.notebook())
        const plan = planOf(begin(template, 'core'), testWorld({ people }))
        for (const question of [what, text]) {
          if (question === undefined) continue
          const all = await review(question, 'The page moved and Sam had no mail about it.', plan, [])
          found.push(all.map(({ words, why }) => `${words}: ${why}`))
        }
        return 'done'
      },
    })
    expect(found).toEqual([
      ['Sam: This note goes to whoever can change it. Say what is in the way without the name.'],
      [],
    ])
  })
})

describe('elsewhere', () => {
  it('the next preparation knows what is open, whoever it was found with', async () => {
    const at = await filled()
    await at.run(solve, ['shft22'])
    const lines: string[] = []
    await at.run({
      run: async (context) => {
        lines.push(...((await openFor(context, at.root, 'wei-ling')).barriers ?? []))
        return 'done'
      },
    })
    expect(lines).toEqual(['Already open: the checklist moved and the old link is dead (the lead, mved11)'])
  })

  it('home has one line for all that has been open for long', async () => {
    const at = await filled()
    expect((await at.run(home)).out).toContain(
      'One barrier has been open for more than 30 days (since 20 October',
    )
    await at.put('tactful.yaml', 'format: 1\nbarrierDays: 0\n')
    const { out } = await at.run(home)
    expect(out).toContain('2 barriers have been open for more than 0 days')
    expect(out).toContain('tactful barrier list')
    await at.put('tactful.yaml', 'format: 1\nbarrierDays: 100\n')
    expect((await at.run(home)).out).not.toContain('barrier')
  })

  it('a session that ended in a barrier is no talk: the one before is still the last', async () => {
    const at = await filled()
    const before = (await at.run(last, ['sam'])).out
    const facts = barrier(
      '01KAZZZZZZZZZZZZZZZZNTA1K1',
      '2026-11-30',
      'In place of feedback',
      'outcome: barrier',
    )
    const session = facts.replace('kind: barrier', 'kind: session')
    await at.put('notes/sam-rivera/2026-11-30-session-nta1k1.md', session)
    expect((await at.run(last, ['sam'])).out).toBe(before)
  })

  it('what a hand wrote into a barrier does no harm', async () => {
    const at = await filled()
    const odd = barrier('01KAZZZZZZZZZZZZZZZZ0DD333', '2026-11-30', 'odd', 'barrier: 12')
    await at.put('notes/sam-rivera/2026-11-30-barrier-0dd333.md', odd)
    expect((await at.run(list)).out).toContain('Nobody named\n  0dd333')
  })
})
