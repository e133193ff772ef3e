import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as importing from '../../src/commands/import.ts'
import * as list from '../../src/commands/list.ts'
import * as people from '../../src/commands/people.ts'
import * as timeline from '../../src/commands/timeline.ts'
import { readAnswers } from '../../src/core/interview/answers-file.ts'
import { editorText, withoutHints } from '../../src/views/jot.ts'
import { problemText } from '../../src/views/problem.ts'
import { desk, problemOf } from '../support/context.ts'

const ROWS = [
  'Assignee,Created at,Ticket,Satisfaction,Comment',
  ...['Ann', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay'].map(
    (name, at) => `${name} Oh,2026-10-0${at + 1},4810${at},Good,From ${name}`,
  ),
  ...[1, 2, 3, 4, 5, 6].map((at) => `Sam Rivera,2026-10-1${at},4820${at},Good,Kind words ${at}`),
  'Sam Rivera,2026-10-20,48300,Good,Write to jane@example.test please',
].join('\n')

async function withSam() {
  const at = desk()
  await at.run(people.add, ['Sam Rivera'], {}, { yes: true })
  const file = join(at.folder, 'ratings.csv')
  writeFileSync(file, `${ROWS}\n`)
  return { at, file }
}

describe('the rows an import shows', () => {
  it('are of those who will be saved, one of them with a mask', async () => {
    const { at, file } = await withSam()
    const { out } = await at.run(importing, [file], { dryRun: true })
    const sample = out.slice(out.indexOf('As they would be saved')).split('\n\n')[0] ?? ''
    expect(sample.match(/Sam Rivera/g)).toHaveLength(5)
    expect(sample).toContain('[email]')
    expect(sample).not.toMatch(/Oh |once these/)
  })

  it('are not said to be saved already where none could be read', async () => {
    const { at } = await withSam()
    const file = join(at.folder, 'ragged.csv')
    writeFileSync(file, 'Assignee,Comment\nSam Rivera,kind,more,still more\nSam Rivera\n')
    const { out, err } = await at.run(importing, [file], {}, { yes: true })
    expect(out + err).toContain('line 3: 1 cell, which')
    expect(err).toContain('every row with a comment was left out')
    expect(err).not.toContain('in the notebook already')
  })

  it('are said to hold no comment where none does', async () => {
    const { at } = await withSam()
    const file = join(at.folder, 'figures.csv')
    writeFileSync(file, 'Assignee,Satisfaction,Comment\nSam Rivera,Good,\n')
    const { err } = await at.run(importing, [file], {}, { yes: true })
    expect(err).toContain('the rows asked for hold no comment')
  })

  it('are said to wait for their people where nothing else is to be saved', async () => {
    const { at, file } = await withSam()
    await at.run(importing, [file], {}, { yes: true })
    const { out } = await at.run(importing, [file], { dryRun: true })
    expect(out).toContain('As they would be saved, once these colleagues are in the notebook')
    expect(out.slice(out.indexOf('As they would be saved'))).not.toContain('Sam Rivera')
  })
})

describe('a criterion of a review tool', () => {
  it('counts under the area its words name, keeps its own words, and is said once', async () => {
    const { at, file } = await withSam()
    const rows = [
      'Agent,Date,Criterion,Comment',
      'Sam Rivera,2026-10-11,Escalation: complete handover,Goal and logs were there',
      'Sam Rivera,2026-10-12,Greeting and tone,Kind',
      'Sam Rivera,2026-10-13,Product-Knowledge,Knew it',
    ]
    writeFileSync(file, `${rows.join('\n')}\n`)
    await at.run(importing, [file], {}, { yes: true })
    const found = await at.run(list, [], { kind: 'evidence', area: 'handover' })
    expect(found.out).toContain('Escalation: complete handover · Goal and logs were there')
    const { out } = await at.run(list, [], { kind: 'evidence' }, { json: true })
    const areas = JSON.parse(out).map((row: { area: string }) => row.area)
    expect(areas).toEqual(['product-knowledge', 'Greeting and tone', 'handover'])
    const told = await at.run(timeline, ['sam'])
    expect(told.out).toMatch(/Escalation: complete handover · Goal and logs were there\n/)
    expect(told.out).toMatch(/Greeting and tone: Kind\n/)
  })
})

describe('a file of another kind', () => {
  it('is told where it belongs, by an import and by a preparation', async () => {
    const { at } = await withSam()
    const file = join(at.folder, 'notes.md')
    writeFileSync(file, 'Sam was late.\nSam was kind.\n')
    const problem = await problemOf(at.run(importing, [file]))
    expect(problem).toMatchObject({ message: expect.stringContaining('tactful jot - --about NAME < FILE') })
    const read = readAnswers('# Notes\n\nSam: late\n  and: more\nwords\n- what', 'notes.md')
    expect(read).toMatchObject({
      mistakes: [
        { message: 'This is not an answers file.', mend: expect.stringContaining('template answers') },
      ],
    })
    expect(readAnswers('words', 'a.yaml')).toMatchObject({
      mistakes: [{ message: 'An answers file holds names with answers behind them.' }],
    })
  })
})

describe('words at an edge', () => {
  it('are never cut: what is wrong, and what stands in the editor', () => {
    const problem = {
      kind: 'data',
      file: 'a.csv',
      message: 'there is only one column here. A table has its cells between commas.',
    } as const
    const lines = problemText(problem, 40).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40)
    expect(lines.join(' ')).toBe(`${problemText(problem).trim()} `)
    const start = editorText('Sam Rivera')
    expect(Math.max(...start.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72)
    expect(withoutHints(`Seen.\n${start}`, 'Sam Rivera').trim()).toBe('Seen.')
  })
})
