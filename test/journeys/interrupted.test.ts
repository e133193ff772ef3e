import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { constants } from 'node:os'
import { spawn } from '@lydell/node-pty'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { BIN, type Desk, type Ran, ran } from './desk.ts'
import { filesIn, withoutIds } from './notebook.ts'
import { SIX, STEPS, sixDesk, typedFrom } from './six.ts'

const desks: Desk[] = []
const freshDesk = (): Desk => {
  const desk = sixDesk()
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

/** The notes of a preparation that nothing disturbed. */
let undisturbed: ReturnType<typeof withoutIds>

beforeAll(async () => {
  const desk = freshDesk()
  expect(await desk.run(['prep', '--plain', ...SIX], { input: typedFrom(0) })).toMatchObject({ code: 0 })
  undisturbed = withoutIds(filesIn(desk.notebook))
  expect(Object.keys(undisturbed).filter((path) => path.includes('session'))).toHaveLength(2)
})

/** Resolves when the question stands there and waits for its answer. */
function asked(child: ChildProcessWithoutNullStreams, ask: string): Promise<void> {
  return new Promise((done) => {
    let shown = ''
    child.stderr.on('data', (text: string) => {
      shown += text
      const last = shown.lastIndexOf(ask)
      if (last !== -1 && shown.slice(last).endsWith('\n> ')) done()
    })
  })
}

/** Answers so many questions through a pipe, waits for the next one, and ends the program with a signal. */
async function endedAfter(desk: Desk, answers: number, signal: NodeJS.Signals): Promise<Ran> {
  const child = desk.start(['prep', '--plain', ...SIX])
  const ended = ran(child)
  const next = asked(child, STEPS[answers]?.ask ?? '')
  child.stdin.write(typedFrom(0, answers))
  await Promise.race([next, ended])
  child.kill(signal)
  return ended
}

async function goesOn(desk: Desk, answers: number): Promise<void> {
  expect(filesIn(`${desk.notebook}/notes`).size).toBe(0)
  const resumed = await desk.run(['resume', '--plain'], { input: typedFrom(answers) })
  const count = answers === 1 ? '1 answer' : `${answers} answers`
  expect(resumed.err).toContain(`Going on with ${count} kept.`)
  expect(resumed).toMatchObject({ code: 0, out: expect.stringMatching(/^Saved\. /) })
  expect(withoutIds(filesIn(desk.notebook))).toEqual(undisturbed)
  expect(filesIn(`${desk.state}/drafts`).size).toBe(0)
}

const questions = STEPS.map((step, index) => [index, step.ask] as const).slice(1)

describe('killed', () => {
  test('before the first answer, nothing is left behind', async () => {
    const desk = freshDesk()
    await endedAfter(desk, 0, 'SIGKILL')
    expect(filesIn(`${desk.state}/drafts`).size).toBe(0)
    expect(await desk.run(['resume', '--plain'])).toMatchObject({ code: 2, out: '' })
  })

  test.each(questions)('after %i answers, at "%s", it goes on to the same notes', async (answers) => {
    const desk = freshDesk()
    expect(await endedAfter(desk, answers, 'SIGKILL')).toMatchObject({ signal: 'SIGKILL', out: '' })
    await goesOn(desk, answers)
  })
})

describe('ended by a signal', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s ends with %i, and the draft goes on', async (signal, code) => {
    const desk = freshDesk()
    const ended = await endedAfter(desk, 3, signal)
    expect(ended).toMatchObject({ code, out: '' })
    expect(ended.err).not.toMatch(/^\s+at /m)
    await goesOn(desk, 3)
  })
})

describe('at a terminal', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends with %i, and the draft goes on', async (signal, code) => {
    const desk = freshDesk()
    const terminal = desk.open(['prep', ...SIX])
    await terminal.waitFor('Who is it for?')
    terminal.type('Sam Rivera\r')
    await terminal.waitFor('What did you see or hear?')
    terminal.kill(signal)
    expect(await terminal.exit).toMatchObject({ code })
    expect(terminal.scrollback()).not.toMatch(/^\s+at /m)
    await goesOn(desk, 1)
  })

  test('Ctrl-C says how many answers are kept, and keeps what was being typed', async () => {
    const desk = freshDesk()
    const terminal = desk.open(['prep', ...SIX])
    await terminal.waitFor('Who is it for?')
    terminal.type('Sam Rivera\r')
    await terminal.waitFor('What did you see or hear?')
    terminal.type('- 14 Oct 48213: The upda')
    await terminal.waitFor('The upda')
    terminal.key('ctrl-c')
    await terminal.waitFor('Kept 1 answer.  tactful resume')
    expect(await terminal.exit).toMatchObject({ code: 130 })

    const again = desk.open(['resume'])
    await again.waitFor('> - 14 Oct 48213: The upda')
    again.key('ctrl-c')
    expect(await again.exit).toMatchObject({ code: 130 })
    await goesOn(desk, 1)
  })

  test('a window that is closed loses nothing', async () => {
    const desk = freshDesk()
    const window = spawn(process.execPath, [BIN, 'prep', ...SIX], { cwd: desk.folder, env: { ...desk.env } })
    const ended = new Promise((done) => window.onExit(done))
    let shown = ''
    const shows = (what: string) =>
      new Promise<void>((done) => {
        window.onData((data) => {
          shown += data
          if (shown.includes(what)) done()
        })
      })
    await shows('Who is it for?')
    const next = shows('What did you see')
    window.write('Sam Rivera\r')
    await next
    // Takes the terminal away; nobody is left who could read.
    if ('destroy' in window && typeof window.destroy === 'function') window.destroy()
    expect(await ended).toEqual({ exitCode: 0, signal: constants.signals.SIGHUP })
    await goesOn(desk, 1)
  })
})
