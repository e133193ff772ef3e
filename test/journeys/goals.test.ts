import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, withoutIds } from './notebook.ts'

// A goal is put into words, agreed on, looked at again and again, on one machine and on two.

const desks: Desk[] = []
function fresh(): Desk {
  const desk = newDesk()
  desks.push(desk)
  mkdirSync(join(desk.notebook, 'people'), { recursive: true })
  writeFileSync(join(desk.notebook, 'tactful.yaml'), 'format: 1\n')
  writeFileSync(join(desk.notebook, '.gitignore'), 'private/\n')
  writeFileSync(join(desk.notebook, 'people', 'sam-rivera.yaml'), 'name: Sam Rivera\n')
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const GOAL =
  'Each waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 18 December'
const FILE = `person: sam
goals:
  - "@line": "${GOAL}"
    reach: The morning list has worked before.
    customer_gain: Nobody waits in the dark.
steps: "collects the open tickets each morning at nine, by 27 November"
support: "I look at the open list with you on Fridays, by 27 November"
agreed: yes
`

async function idOf(desk: Desk, args: readonly string[] = ['goal', 'list']): Promise<string> {
  const { out } = await desk.run([...args, '--json'])
  const [first] = JSON.parse(out) as readonly { readonly id: string }[]
  return first?.id.slice(-6).toLowerCase() ?? ''
}

test('a goal is added by hand, and a file with the same answers makes the same note', async () => {
  const byHand = fresh()
  const terminal = byHand.open(['goal', 'add', 'sam'])
  const hand = handOn(terminal)
  await hand.answers('What does Sam want to reach, in one line?', GOAL)
  await hand.answers('What makes it reachable in that time?', 'The morning list has worked before.')
  await hand.answers('Why does it matter to customers?', 'Nobody waits in the dark.')
  await hand.answers(
    'What are the first steps of Sam?',
    'collects the open tickets each morning at nine, by 27 November',
  )
  await hand.answers(
    'What support will Sam get, from whom, and by when?',
    'I look at the open list with you on Fridays, by 27 November',
  )
  await hand.picks('Have the two of you agreed on it?', 'y')
  await hand.answers('On which day?', '')
  await terminal.waitFor('Before you save')
  terminal.key('enter')
  await terminal.waitFor('tactful goal show')
  expect(await terminal.exit).toMatchObject({ code: 0 })

  const fromFile = fresh()
  writeFileSync(join(fromFile.folder, 'goal.yaml'), FILE)
  expect(await fromFile.run(['goal', 'add', '--answers', 'goal.yaml'])).toMatchObject({ code: 0 })
  expect(withoutIds(filesIn(byHand.notebook))).toEqual(withoutIds(filesIn(fromFile.notebook)))

  const { out } = await fromFile.run(['promise', 'list'])
  expect(out).toContain('You promised')
  expect(out).toContain('look at the open list with you on Fridays')
  expect(out).toContain('Sam agreed')
})

test('a goal on the command line with mistakes saves nothing and says each of them', async () => {
  const desk = fresh()
  const before = filesIn(desk.notebook)
  for (const [args, said] of [
    [['--baseline', '5 of 12', '--target', '3 h'], 'do not measure the same thing'],
    [['--baseline', '3 h', '--target', '180 min'], 'nothing would change'],
    [['--by', '2026-11-20'], 'has passed'],
    [['--by', '31 Feb'], 'There is no 31 February'],
    [['--by', '03/04/2027'], 'can mean'],
    [['--step', 'tries it, by 30 Feb'], 'There is no 30 February'],
    [['--evidence', 'zzzzzz'], 'zzzzzz'],
  ] as const) {
    const ran = await desk.run(['goal', 'add', 'sam', 'Answer within the hour', ...args])
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain(said)
    expect(ran.err).toContain('Nothing was saved.')
  }
  const none = await desk.run(['goal', 'add', 'sam'])
  expect(none.code).toBe(2)
  expect(none.err).toContain('What does Sam want to reach, in one line?')
  expect(filesIn(desk.notebook)).toEqual(before)
})

test('a vague goal is met with three questions', async () => {
  const desk = fresh()
  const ran = await desk.run(['goal', 'check', '-'], { input: 'Be better with customers\n' })
  expect(ran.code).toBe(1)
  expect(ran.out.match(/\?/g)).toHaveLength(3)
  for (const aspect of ['specific', 'measurable', 'time-bound']) expect(ran.out).toContain(aspect)
})

test('two machines that update one goal get both, merged by git without a conflict', async () => {
  const one = fresh()
  writeFileSync(join(one.folder, 'goal.yaml'), FILE)
  await one.run(['goal', 'add', '--answers', 'goal.yaml'])
  const goal = await idOf(one)
  const promise = await idOf(one, ['promise', 'list'])
  const git = (folder: string, ...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      env: { ...one.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
      encoding: 'utf8',
    })
  git(one.notebook, 'init', '-q', '-b', 'main')
  git(one.notebook, 'add', '-A')
  git(one.notebook, 'commit', '-q', '-m', 'both begin here')

  const two = join(one.folder, 'two')
  cpSync(one.notebook, two, { recursive: true })
  const there = (day: string) => ({ env: { TACTFUL_NOTEBOOK: two, TACTFUL_NOW: `${day}T10:00:00Z` } })
  const here = (day: string) => ({ env: { TACTFUL_NOW: `${day}T10:00:00Z` } })
  const checkin =
    'goals: [{ progress: 9 of 12, words: The list helps. }]\nrecognition: [{ text: You wrote to every waiting customer on Friday. }]\n'
  expect(await one.run(['goal', 'update', goal, '--progress', '7 of 12'], here('2026-12-01'))).toMatchObject({
    code: 0,
  })
  expect(
    await one.run(['checkin', 'run', 'sam', '--answers', '-'], { input: checkin, ...here('2026-12-08') }),
  ).toMatchObject({ code: 0 })
  expect(await one.run(['goal', 'update', goal, '--progress', '8 of 12'], there('2026-12-03'))).toMatchObject(
    { code: 0 },
  )
  expect(await one.run(['promise', 'done', promise], there('2026-12-03'))).toMatchObject({ code: 0 })

  git(two, 'add', '-A')
  git(two, 'commit', '-q', '-m', 'the other machine')
  git(one.notebook, 'add', '-A')
  git(one.notebook, 'commit', '-q', '-m', 'this machine')
  git(one.notebook, 'pull', '-q', '--no-rebase', '--no-edit', two, 'main')
  expect(git(one.notebook, 'status', '--porcelain')).toBe('')

  const { out } = await one.run(['goal', 'show', goal, '--json'], here('2026-12-09'))
  const told = JSON.parse(out) as { now: string; events: readonly { on: string; value?: string }[] }
  expect(told.now).toBe('9 of 12')
  expect(told.events.flatMap(({ on, value }) => (value === undefined ? [] : [`${on} ${value}`]))).toEqual([
    '2026-12-01 7 of 12',
    '2026-12-03 8 of 12',
    '2026-12-08 9 of 12',
  ])
  const open = await one.run(['promise', 'list', '--json'], here('2026-12-09'))
  expect(
    (JSON.parse(open.out) as readonly { id: string }[]).map(({ id }) => id.slice(-6).toLowerCase()),
  ).not.toContain(promise)
})

test('what both promised opens the next preparation, labelled with the day it is from', async () => {
  const desk = fresh()
  writeFileSync(join(desk.folder, 'goal.yaml'), FILE)
  await desk.run(['goal', 'add', '--answers', 'goal.yaml'])
  const terminal = desk.open(['prep', 'sam'], { cols: 60, rows: 40 })
  const screen = (await terminal.waitFor('collects the open')).replace(/\s+/g, ' ')
  expect(screen).toContain('collects the open tickets each morning at nine')
  expect(screen).toContain('from 21 Nov, by 27 Nov')
  expect(screen).toContain('look at the open list with you on Fridays')
})

test('a goal with its way is readable at 40 columns, in colour and without Unicode', async () => {
  const desk = fresh()
  writeFileSync(join(desk.folder, 'goal.yaml'), FILE)
  await desk.run(['goal', 'add', '--answers', 'goal.yaml'])
  const goal = await idOf(desk)
  await desk.run(['goal', 'update', goal, '--progress', '9 of 12'])
  const terminal = desk.open(['goal', 'show', goal, '--no-pager'], { cols: 40, rows: 60 })
  await terminal.exit
  const shown = terminal.scrollback()
  for (const line of shown.split('\n')) expect(cells(line.trimEnd()), line).toBeLessThanOrEqual(40)
  expect(shown).toContain('57 %')
  const plain = await desk.run(['goal', 'show', goal], { env: { LC_ALL: 'C', LANG: 'C' } })
  expect(plain.out).toMatch(/#{10,}\.{5,} {2} *57 %/)
  expect(plain.out).not.toMatch(/[█░·]/)
})
