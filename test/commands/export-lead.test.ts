import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as copy from '../../src/commands/export.ts'
import type { Asker, Choice } from '../../src/core/ports/asker.ts'
import { desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

const YES = { yes: true }

function askerWho(choice: Choice): Asker {
  return {
    ask: async () => ({ reply: 'quit' }),
    choose: async () => choice,
    say: () => undefined,
    close: () => undefined,
  }
}

describe('a copy for a lead', () => {
  it('names nobody, holds nothing private, and says what was taken out', async () => {
    const at = desk()
    await fill(at)
    const before = at.tree()
    const { out, err } = await at.run(copy, [], { for: 'lead', person: 'sam' }, YES)
    expect(out).toContain('# Feedback for Colleague A\n')
    expect(out).toContain('On ticket 1 the update came late.')
    expect(out).toContain('Colleague B: looks at the open list on Fridays')
    expect(out).not.toMatch(/Sam|Rivera|Priya|48213|not their ticket|Perhaps/)
    expect(err).toContain('What leaves, for somebody who leads the team')
    expect(err).toMatch(/2 {2}your private parts/)
    expect(err).toMatch(/numbers of tickets, counted anew/)
    expect(err).toMatch(/names, for which aliases stand: Colleague A, Colleague B/)
    expect(err).toContain('Ask for it with --kind')
    expect(at.tree()).toEqual(before)
  })

  it('leaves out a section that no template knows, and says so', async () => {
    const at = desk()
    await fill(at)
    const { out, err } = await at.run(copy, [IDS.earlier], { for: 'lead' }, YES)
    expect(out).not.toContain('Greeting')
    expect(err).toContain('1  section that no template knows')
  })

  it('is a file for each note whose name says nothing of the notebook', async () => {
    const at = desk()
    await fill(at)
    mkdirSync(join(at.folder, 'out'))
    await at.run(copy, [], { for: 'lead', person: 'sam', kind: 'goal', split: 'out/' }, YES)
    expect(readdirSync(join(at.folder, 'out'))).toEqual(['2026-10-goal-n1.md', '2026-11-goal-n2.md'])
    expect(lstatSync(join(at.folder, 'out/2026-10-goal-n1.md')).mode & 0o777).toBe(0o600)
  })

  it('tells months of what happened and days of what is to come, in text and as data', async () => {
    const at = desk()
    await fill(at)
    const all = { for: 'lead', person: 'sam', kind: 'evidence' }
    const { out, err } = await at.run(copy, [], all, YES)
    expect(out).toContain('- E1 · November')
    expect(`${out}${err}`).not.toMatch(/\d (?:November|October)/)
    const { out: rows } = await at.run(copy, [], { ...all, format: 'csv' }, YES)
    expect(rows).toMatch(/2026-11[,;]/)
    expect(rows).not.toMatch(/2026-11-\d\d/)
  })

  it('holds no row of an export, says how many stay, and cites one without its words', async () => {
    const at = desk()
    await fill(at)
    const path = Object.keys(at.tree()).find((one) => /^notes.*-evidence-/.test(one)) ?? ''
    const own = at.read(path) ?? ''
    await at.put(path, own.replace(/^title: .*$/m, 'title: Evidence (csat.csv)\nimport:\n  file: csat.csv'))
    const session = Object.keys(at.tree()).find((one) => /^notes.*-q47k3v/.test(one)) ?? ''
    await at.put(session, `${at.read(session)}\n## Evidence\n\n- E1 · 2 November · Kind and quick\n`)
    const front = at.read(session) ?? ''
    await at.put(session, front.replace(/^sections:$/m, 'sections:\n  evidence: Evidence'))
    const alone = at.run(copy, [], { for: 'lead', person: 'sam', kind: 'evidence' }, YES)
    expect(await problemOf(alone)).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('rows of an export stay here, about one person'),
      mend: expect.stringContaining('tactful trends'),
    })
    const { out, err } = await at.run(
      copy,
      [IDS.evidence.slice(-6), 'q47k3v'],
      { for: 'lead', format: 'json' },
      YES,
    )
    expect(err).toMatch(/Stays here: \d rows of exports, about 1 person/)
    expect(out).toContain('one row of an export, left out')
    expect(out).not.toMatch(/csat|48402/)
  })

  it('as a calendar does not tell when the two talk', async () => {
    const at = desk()
    await fill(at)
    const own = await at.run(copy, ['q47k3v'], { for: 'mentor', format: 'ics' }, YES)
    expect(own.out).toContain('20261124T')
    const { out } = await at.run(copy, ['q47k3v'], { for: 'lead', format: 'ics' }, YES)
    expect(out).toContain('BEGIN:VCALENDAR')
    expect(out).not.toMatch(/Talk with|20261124/)
  })

  it('as JSON holds no id of the notebook', async () => {
    const at = desk()
    await fill(at)
    const { out } = await at.run(copy, [], { for: 'lead', person: 'sam', format: 'json' }, YES)
    expect(out).not.toMatch(/01K[0-9A-HJKMNP-TV-Z]{23}|sam-rivera|Rivera/)
    expect(JSON.parse(out)).toMatchObject({ format: 1 })
  })
})

describe('before a copy leaves', () => {
  it('nothing is written where nobody can be asked and nobody said yes', async () => {
    const at = desk()
    await fill(at)
    for (const reader of ['person', 'lead']) {
      const run = at.run(copy, ['q47k3v'], { for: reader, to: 'x.md' })
      expect(await problemOf(run)).toMatchObject({ kind: 'usage', mend: expect.stringContaining('--yes') })
    }
    expect(readdirSync(at.folder)).not.toContain('x.md')
  })

  it('one may look only: the preview and the copy, and no file', async () => {
    const at = desk()
    await fill(at)
    const { out, err } = await at.run(copy, ['q47k3v'], { for: 'person', to: 'x.md', dryRun: true })
    expect(err).toContain('What leaves, for Sam Rivera')
    expect(out).toContain('# Feedback for Sam Rivera')
    expect(readdirSync(at.folder)).not.toContain('x.md')
  })

  it('one is asked, and may say no', async () => {
    const no = desk({ asker: askerWho({ reply: 'chosen', value: '@leave' }) })
    await fill(no)
    const left = await no.run(copy, ['q47k3v'], { for: 'person', to: 'x.md' })
    expect(left).toMatchObject({ out: '', err: expect.stringContaining('Nothing was written.') })
    expect(readdirSync(no.folder)).not.toContain('x.md')
    const yes = desk({ asker: askerWho({ reply: 'chosen', value: 'write' }) })
    await fill(yes)
    await yes.run(copy, ['q47k3v'], { for: 'person', to: 'x.md' })
    expect(readFileSync(join(yes.folder, 'x.md'), 'utf8')).toContain('## Your answer')
  })

  it('Enter alone leaves it, since what has left cannot be taken back', async () => {
    const asked: string[] = []
    const entering: Asker = {
      ...askerWho({ reply: 'back' }),
      choose: async ({ initial }) => {
        asked.push(initial)
        return { reply: 'chosen', value: initial }
      },
    }
    const at = desk({ asker: entering })
    await fill(at)
    const { err } = await at.run(copy, ['q47k3v'], { for: 'lead', to: 'x.md' })
    expect(asked).toEqual(['@leave'])
    expect(err).toContain('Nothing was written.')
    expect(readdirSync(at.folder)).not.toContain('x.md')
  })

  it('wording that judges and other people who are named are told', async () => {
    const at = desk()
    await fill(at)
    const path = 'notes/sam-rivera/2026-11-21-session-q47k3v.md'
    const note = at.read(path) ?? ''
    await at.put(
      path,
      note.replace(
        'On 48213 the update',
        'You are lazy. Wei-Ling and x@example.com saw it. On 48213 the update',
      ),
    )
    const { err } = await at.run(copy, ['q47k3v'], { for: 'person', dryRun: true })
    expect(err).toMatch(/Wording to look at first\n {2}"[^"]*lazy/)
    expect(err).toMatch(/Still in it\n {2}1 e-mail address\n {2}Wei-Ling Tan, once/)
  })
})

describe('which notes leave', () => {
  it('is said by ids or by filters, in the order of their days', async () => {
    const at = desk()
    await fill(at)
    const { out } = await at.run(copy, [], { for: 'mentor', person: 'sam', kind: 'session' })
    expect(out.indexOf('First feedback')).toBeGreaterThan(-1)
    expect(out.indexOf('First feedback')).toBeLessThan(out.indexOf('Feedback for Sam Rivera'))
    const goal = await at.run(copy, [], { for: 'mentor', goal: IDS.goalMet })
    expect(goal.out.match(/^# .*$/gm)).toEqual(['# Greet every caller by name', '# Check-in'])
    const since = await at.run(copy, [], {
      for: 'mentor',
      kind: 'session',
      since: '2026-11-01',
      template: 'constructive-feedback',
    })
    expect(since.out.match(/^# .*$/gm)).toEqual(['# Feedback for Sam Rivera'])
  })

  it.each([
    [[], { for: 'lead' }, 'Say which notes to copy.'],
    [['q47k3v'], { for: 'lead', person: 'sam' }, 'but not both'],
    [[], { for: 'person', kind: 'session' }, 'a copy for the person is for one of them'],
    [[], { for: 'lead', person: 'sam', since: '2027-01-01' }, 'No note fits'],
    [[], { for: 'lead', goal: 'q47k3v' }, 'is no goal'],
    [['q47k3v'], { for: 'lead', to: 'a.md', split: 'b' }, 'Use one of the two'],
    [['q47k3v'], { for: 'lead', format: 'docx' }, 'needs a file'],
  ])('%j with %j is refused', async (ids, options, words) => {
    const at = desk()
    await fill(at)
    const problem = await problemOf(at.run(copy, ids, options, YES))
    expect(JSON.stringify(problem)).toContain(words)
    expect(problem.kind).toBe('usage')
  })

  it('is refused a folder, a link and a file that is there as the place to write to', async () => {
    const at = desk()
    await fill(at)
    mkdirSync(join(at.folder, 'folder'))
    writeFileSync(join(at.folder, 'there.html'), 'mine')
    symlinkSync(join(at.folder, 'there.html'), join(at.folder, 'link.html'))
    for (const to of ['folder', 'there.html', 'link.html'])
      expect(await problemOf(at.run(copy, ['q47k3v'], { for: 'lead', to }, YES))).toMatchObject({
        kind: 'usage',
      })
    expect(readFileSync(join(at.folder, 'there.html'), 'utf8')).toBe('mine')
  })
})
