import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as exporting from '../../src/commands/export.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { fill } from '../support/sample.ts'
import { unzipped } from '../support/zip.ts'

interface Given {
  readonly person?: string
  readonly told?: boolean
  readonly date?: string
  readonly learned?: string
}

const ID = (last: string, kind: string) => `01KC000000000000000${kind}0${last}`.padEnd(26, '0').slice(0, 26)

/** A case review as the shipped template writes it, with names, a mail, a phone, a ticket and a link in its words. */
function review(last: string, { person = 'sam-rivera', told, date = '2026-11-12', learned }: Given): string {
  const first = person === 'sam-rivera' ? 'Sam' : 'Wei-Ling'
  return `---
tactful: 1
id: ${ID(last, 'SESS')}
kind: session
person: ${person}
date: "${date}"
created: "${date}T10:00:00Z"
title: Case review with ${first}
template: case-review@1
choices:
  scenario: disruption
${told === undefined ? '' : `  consent: ${told}\n`}own: [talk, causes]
sections:
  case: The case
  view: ${first}'s own account
  moving: When a case moves on
  talk: The talk
  points: What could go differently next time
  team: For the team
  causes: What could be behind it
  evidence: Evidence
evidence:
  - { id: ${ID(last, 'EV')}, as: E1 }
---

# Case review with ${first}

25 November 2026, 10:30, the small meeting room · prepared by Priya Raman

## The case

What stood still: the tills of two shops; ${first} Rivera told kim@example.com and +351 912 345 678 about ticket 62200.

## ${first}'s own account

> I did not want to bother tier 2 before I was sure.

## When a case moves on

Went to: tier 2

Tried first: the usual steps, with ${first}'s list on https://desk.example.com/62200

## The talk

First sentence: a long afternoon, ${first}.

## What could go differently next time

${first} moved it on late. [E1]

## For the team

Worth sharing: ${learned ?? 'a till on another socket shows where the fault is.'}

## What could be behind it

- The person: did not know how yet
- The system: unclear procedure

## Evidence

- E1 · 12 November · ticket 62200 · ${first} called the shop each hour
`
}

async function team(reviews: readonly Given[]): Promise<Desk> {
  const at = desk()
  await fill(at)
  for (const [number, given] of reviews.entries()) {
    const { person = 'sam-rivera', date = '2026-11-12' } = given
    const first = person === 'sam-rivera' ? 'Sam' : 'Wei-Ling'
    const last = String.fromCharCode(65 + number)
    await at.put(
      `notes/${person}/${date}-evidence-00000${number}.md`,
      `---\ntactful: 1\nid: ${ID(last, 'NT')}\nkind: evidence\nperson: ${person}\ndate: "${date}"\ncreated: "${date}T09:00:00Z"\ntitle: Evidence\nitems:\n  - { id: ${ID(last, 'EV')}, kind: evidence, label: E1, date: "${date}", ticket: "62200" }\n---\n\n# Evidence\n\n- E1 · 12 November · ticket 62200 · ${first} called the shop each hour\n`,
    )
    await at.put(`notes/${person}/${date}-session-00000${number}.md`, review(last, given))
  }
  return at
}

const PACK = { casePack: true }
const YES = { yes: true }

describe('export --case-pack', () => {
  it('names nobody and nothing by which a case is known', async () => {
    const at = await team([{ told: true }, { told: true, person: 'wei-ling-tan', date: '2026-11-13' }])
    const before = at.tree()
    const { out } = await at.run(exporting, [], PACK, YES)
    expect(out).not.toMatch(/sam\b|rivera|wei|ling|\btan\b|priya|raman/i)
    expect(out).not.toMatch(/kim@|example\.com|912|62200|november|\d{4}-\d\d/i)
    expect(out).not.toMatch(/bother tier 2|long afternoon|meeting room|did not know how yet|moved it on late/)
    expect(at.tree()).toEqual(before)
  })

  it('leaves out of what was learned what is private to somebody, and nothing else', async () => {
    const learned =
      "ask early. Sam's father was in hospital that week. A till on another socket shows the fault."
    const at = await team([{ told: true, learned }])
    const { out, err } = await at.run(exporting, [], PACK, YES)
    expect(out).toContain('Worth sharing: ask early. (something private, left out) A till on another socket')
    expect(out).not.toMatch(/father|hospital/)
    expect(err).toMatch(/1 {2}sentence with something private/)
  })

  it('tells each case with what happened and what was tried, then asks the group', async () => {
    const at = await team([{ told: true }, { told: true, person: 'wei-ling-tan', date: '2026-11-13' }])
    const { out, err } = await at.run(exporting, [], PACK, YES)
    const [, one = '', two = '', leading = ''] = out.split(/^## /m)
    for (const [text, heading] of [
      [one, 'Case 1'],
      [two, 'Case 2'],
    ] as const) {
      expect(text.startsWith(heading)).toBe(true)
      expect([...text.matchAll(/^### (.*)$/gm)].map(([, words]) => words)).toEqual([
        ...['The case', 'What happened', 'When a case moves on', 'For the group'],
      ])
      expect(text).toContain('What stood still: the tills of two shops')
      expect(text).toMatch(/- Colleague [AB] called the shop each hour/)
      expect(text).toContain('Tried first: the usual steps')
      expect(text.split('### For the group')[1]?.match(/^- .*\?$/gm)?.length).toBeGreaterThanOrEqual(3)
      expect(text).not.toContain('another socket')
    }
    expect(leading.startsWith('For whoever leads the session')).toBe(true)
    expect(err).not.toContain('no yes is written down')
  })

  it('gives whoever leads the session a page to lead it with: what to do before, the minutes, and what to tell last', async () => {
    const at = await team([{ told: true }])
    const { out } = await at.run(exporting, [], PACK, YES)
    const leading = out.split('## For whoever leads the session')[1] ?? ''
    expect([...leading.matchAll(/^### (.*)$/gm)].map(([, words]) => words)).toEqual([
      ...['Before the session', 'Half an hour for one case', 'After the session', 'Taken from case 1'],
    ])
    const minutes = [...leading.matchAll(/^- (\d+) minutes:/gm)].map(([, count]) => Number(count))
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(30)
    expect(leading).toContain('a till on another socket')
    expect(leading).toContain('- The system: unclear procedure')
  })

  it('takes something worth sharing from a session without a case, for whoever leads', async () => {
    const at = await team([{ told: true }])
    const path = 'notes/sam-rivera/2026-11-12-session-000000.md'
    const source = readFileSync(join(at.root, path), 'utf8')
    await at.put(
      path,
      source.replace('  case: The case\n', '').replace(/## The case\n[\s\S]*?(?=## Sam)/, ''),
    )
    const { out } = await at.run(exporting, [], PACK, YES)
    expect(out).not.toContain('## Case 1')
    expect(out).toMatch(/### Worth sharing\n\nWorth sharing: a till on another socket/)
  })

  it('keeps a case that may not be told, reminds of the yes that nobody wrote down, and says when nothing is left', async () => {
    const at = await team([{ told: false }, { person: 'wei-ling-tan', date: '2026-11-13' }])
    const { out, err } = await at.run(exporting, [], PACK, YES)
    expect(out).toContain('## Case 1')
    expect(out).not.toContain('## Case 2')
    expect(err).toContain('For one of them no yes is written down.')
    expect(err).toContain('One more stays here')
    const none = await team([{ told: false }])
    expect(await problemOf(none.run(exporting, [], PACK, YES))).toMatchObject({
      message: 'No case to look at together was found. One fits and may not be told.',
    })
  })

  it('is narrowed by words, days and people, and takes no filter that would make it something else', async () => {
    const at = await team([
      { told: true, learned: 'look at the router first.' },
      { told: true, person: 'wei-ling-tan', date: '2026-11-13' },
    ])
    const router = await at.run(exporting, ['router'], PACK, YES)
    expect(router.out).toContain('look at the router first')
    expect(router.out).not.toContain('## Case 2')
    const late = await at.run(exporting, [], { ...PACK, since: '2026-11-13' }, YES)
    expect(late.out).not.toContain('router')
    for (const more of [{ for: 'mentor' }, { kind: 'goal' }, { split: 'out' }, { format: 'json' }])
      expect(await problemOf(at.run(exporting, [], { ...PACK, ...more }, YES))).toMatchObject({
        kind: 'usage',
      })
  })

  it('leaves only after it was shown, and in Word has the page of whoever leads the session apart', async () => {
    const at = await team([{ told: true }, { told: true, person: 'wei-ling-tan', date: '2026-11-13' }])
    const to = 'cases.docx'
    expect(await problemOf(at.run(exporting, [], { ...PACK, to }))).toMatchObject({ kind: 'usage' })
    const { err } = await at.run(exporting, [], { ...PACK, to, dryRun: true }, YES)
    expect(existsSync(join(at.folder, to))).toBe(false)
    expect(err).toContain('Case 1 · Case 2 · For whoever leads the session')
    await at.run(exporting, [], { ...PACK, to }, YES)
    const body =
      unzipped(readFileSync(join(at.folder, to)))
        .get('word/document.xml')
        ?.toString() ?? ''
    expect(body.match(/<w:pStyle w:val="Heading2"\/><w:pageBreakBefore\/>/g)).toHaveLength(2)
    const page = await at.run(exporting, [], { ...PACK, format: 'html' }, YES)
    expect(page.out.match(/<h2 class="page">/g)).toHaveLength(2)
  })
})
