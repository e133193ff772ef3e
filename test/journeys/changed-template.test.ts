import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { SIX, SIX_ANSWERS, sixDesk, typedFrom } from './six.ts'

const desk = sixDesk()
afterAll(() => desk.remove())

const TEMPLATE = join(desk.notebook, 'templates/six-questions.yaml')

/** Every note of the notebook, byte for byte. */
function notes(): Readonly<Record<string, string>> {
  const folder = join(desk.notebook, 'notes/sam-rivera')
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

/** The team words one question anew, drops one, asks one more in front of it, and raises the version. */
const LATER = readFileSync(TEMPLATE, 'utf8')
  .replace('version: 1', 'version: 2')
  .replace('ask: What do you want to ask or suggest?', 'ask: What will you ask first?')
  .replace(/ {2}- id: own\n[\s\S]*$/, '')
  .replace(
    '          - id: ask\n',
    '          - { id: impact, type: text, depth: quick, ask: What did it lead to?, section: points }\n          - id: ask\n',
  )

it('leaves the notes of before as they are, with the questions as they were asked, when a template changes', async () => {
  writeFileSync(join(desk.folder, 'sam.yaml'), SIX_ANSWERS)
  const saved = await desk.run(['prep', ...SIX, '--answers', 'sam.yaml', '--json'])
  expect(saved.code).toBe(0)
  const { id } = JSON.parse(saved.out)
  const begun = await desk.run(['prep', '--plain', ...SIX], { input: typedFrom(0, 3) })
  expect(begun.code).toBe(2)
  const before = notes()

  writeFileSync(TEMPLATE, LATER)
  const shown = await desk.run(['show', id])
  expect([shown.code, shown.err]).toEqual([0, ''])
  expect(shown.out).toContain('How did that afternoon look from your side?')
  const { out } = await desk.run(['show', id, '--json'])
  const { facts } = JSON.parse(out)
  expect(facts.template).toBe('six-questions@1')
  expect(facts.asked).toMatchObject({ 'points.ask': 'What do you want to ask or suggest?' })
  expect((await desk.run(['list', '--template', 'six-questions'])).out).toContain('Feedback for Sam')
  expect((await desk.run(['doctor'])).out).not.toContain('notes/')
  expect(notes()).toEqual(before)
})

it('goes on with a draft of before: what is still asked is kept, what is new is asked, what is gone is not saved', async () => {
  const input =
    'The customer wrote twice.\nHow was it?\nEvery waiting customer hears from me, by 18 December\nsave\n'
  const { code, text } = await desk.shown(['resume', '--plain'], { input })
  expect(text).toContain('The template has changed since; answers to questions it still has are kept.')
  expect(text).toContain('What did it lead to?')
  expect(text).toContain('What will you ask first?')
  expect(text).not.toContain('What do you want to keep for yourself?')
  expect(code).toBe(0)
  const newest = Object.values(notes()).findLast((one) => one.includes('How was it?')) ?? ''
  expect(newest).toContain('template: six-questions@2')
  expect(newest).toContain('points.ask: What will you ask first?')
  expect(newest).toContain('The update promised for 16:00 went out at 11:20 the next day')
})
