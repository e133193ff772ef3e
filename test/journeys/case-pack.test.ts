import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { unzipped } from '../support/zip.ts'
import { type Desk, newDesk } from './desk.ts'

const SAMPLE = resolve(import.meta.dirname, '../../templates/samples/case-review.yaml')
const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

/** What must not leave: whose case it was, the ticket, and days. */
const GONE = /mina|okafor|62200|\d{1,2} November|2026-11/i

test('a case pack for a session of the team, from a case review to paper: no by Enter, yes by hand, and --yes', async () => {
  const desk = newDesk()
  desks.push(desk)
  const answers = readFileSync(SAMPLE, 'utf8')
  writeFileSync(join(desk.folder, 'one.yaml'), answers)
  expect((await desk.run(['prep', '--template', 'case-review', '--answers', 'one.yaml', '--yes'])).code).toBe(
    0,
  )
  const args = ['export', '--case-pack', '--to', 'cases.md']

  // With nobody to ask it is told what would leave, and nothing is written.
  const unasked = await desk.run(args)
  expect([unasked.code, unasked.out]).toEqual([2, ''])
  expect(unasked.err).toContain('Add --yes to write it')

  const enter = desk.open(args, { rows: 40 })
  await enter.waitFor(/Hand it on like this\?[\s\S]*no, write nothing/)
  enter.key('enter')
  expect((await enter.exit).code).toBe(0)
  expect(existsSync(join(desk.folder, 'cases.md'))).toBe(false)

  const asked = desk.open(args, { rows: 40 })
  await asked.waitFor(/Hand it on like this\?[\s\S]*no, write nothing/)
  asked.type('y')
  asked.key('enter')
  expect((await asked.exit).code).toBe(0)
  const told = asked.scrollback().replace(/\s+/g, ' ')
  expect(told).toContain('no yes is written down')
  expect(told).toContain('Saved. cases.md')
  const text = readFileSync(join(desk.folder, 'cases.md'), 'utf8')
  expect(text).toMatch(/^## Case 1$[\s\S]*^### For the group$[\s\S]*^## For whoever leads the session$/m)
  expect(text).not.toMatch(GONE)

  const word = await desk.run(['export', '--case-pack', '--to', 'cases.docx', '--yes'])
  expect([word.code, word.out]).toEqual([0, 'Saved.  cases.docx\n'])
  const body =
    unzipped(readFileSync(join(desk.folder, 'cases.docx')))
      .get('word/document.xml')
      ?.toString() ?? ''
  for (const heading of ['Case 1', 'For the group', 'For whoever leads the session'])
    expect(body).toContain(heading)
  expect(body.replace(/<[^>]+>/g, '')).not.toMatch(GONE)
})
