import { afterEach, describe, expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { filesIn } from './notebook.ts'
import { SIX, sixDesk, typedFrom } from './six.ts'

const desks: Desk[] = []
const freshDesk = (): Desk => {
  const desk = sixDesk()
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const drafts = (desk: Desk) => [...filesIn(`${desk.state}/drafts`).keys()]

/** Begins for somebody and leaves after the evidence. */
async function begun(desk: Desk, name: string): Promise<void> {
  const input = `${name}\n${typedFrom(1, 2)}:quit\n`
  expect(await desk.run(['prep', '--plain', ...SIX], { input })).toMatchObject({ code: 0 })
}

describe('a draft that is open', () => {
  test('is not opened a second time, and loses nothing', async () => {
    const desk = freshDesk()
    await begun(desk, 'Sam Rivera')
    const first = desk.open(['resume'])
    await first.waitFor('Which evidence is it about?')
    expect(first.scrollback()).toContain('Feedback for Sam Rivera. Going on with 2 answers kept.')
    expect(first.scrollback()).toMatch(/✓ .*Sam Rivera/)
    expect(first.scrollback()).toContain('2 items')

    const second = await desk.run(['resume', '--plain'], { input: typedFrom(2) })
    expect(second).toMatchObject({ code: 75, out: '' })
    expect(second.err).toMatch(/^This draft is open in another terminal \(process \d+\)\.\n/)
    expect((await desk.run(['resume', '--discard', '--yes'])).code).toBe(75)
    expect(drafts(desk)).toHaveLength(1)

    first.kill('SIGKILL')
    await first.exit
    expect(await desk.run(['resume', '--plain'], { input: typedFrom(2) })).toMatchObject({ code: 0 })
    expect(drafts(desk)).toEqual([])
    expect([...filesIn(`${desk.state}/locks`).keys()].filter((name) => name.includes('draft'))).toEqual([])
  })

  test('is held from its first answer on', async () => {
    const desk = freshDesk()
    const first = desk.open(['prep', ...SIX])
    await first.waitFor('Who is it for?')
    first.type('Sam Rivera\r')
    await first.waitFor('What did you see or hear?')
    expect((await desk.run(['resume', '--plain'], { input: typedFrom(1) })).code).toBe(75)
    first.key('ctrl-c')
    expect(await first.exit).toMatchObject({ code: 130 })
  })
})

describe('a draft that waits', () => {
  test('is thrown away after asking', async () => {
    const desk = freshDesk()
    await begun(desk, 'Sam Rivera')
    expect((await desk.run([])).out).toContain('tactful resume --discard')
    const unasked = await desk.run(['resume', '--discard'])
    expect(unasked.code).toBe(2)
    expect(unasked.err).toContain('--yes')
    const kept = desk.open(['resume', '--discard'])
    await kept.waitFor('Throw this draft away?')
    kept.type('\r')
    await kept.waitFor('Nothing was thrown away.')
    await kept.exit
    expect(drafts(desk)).toHaveLength(1)
    expect(await desk.run(['resume', '--discard', '--yes'])).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^Thrown away: Feedback for Sam Rivera, left at ".+", begun /),
    })
    expect(drafts(desk)).toEqual([])
    expect((await desk.run(['resume', '--discard', '--yes'])).err).toContain('No draft waits.')
  })

  test('is offered first when the same person is prepared for again', async () => {
    const desk = freshDesk()
    await begun(desk, 'Sam Rivera')
    const again = desk.open(['prep', 'Sam Rivera', ...SIX])
    await again.waitFor('Something was begun before.')
    again.type('\r')
    await again.waitFor('Which evidence is it about?')
    again.key('ctrl-c')
    await again.exit
    expect(drafts(desk)).toHaveLength(1)

    const anew = desk.open(['prep', 'Sam Rivera', ...SIX])
    await anew.waitFor('start anew')
    anew.key('down')
    anew.type('\r')
    await anew.waitFor('What did you see or hear?')
    anew.key('ctrl-c')
    await anew.waitFor(/Kept 1 answer\. {2}tactful resume [0-9a-z]{6}/)
    await anew.exit
    expect(drafts(desk)).toHaveLength(2)
    expect((await desk.run(['prep', 'Anna Berg', '--plain', ...SIX], { input: '' })).err).not.toContain(
      'begun',
    )
  })

  test('can be chosen among several', async () => {
    const desk = freshDesk()
    await begun(desk, 'Sam Rivera')
    await begun(desk, 'Anna Berg')
    const resumed = desk.open(['resume'])
    const screen = await resumed.waitFor('Feedback for Sam Rivera')
    expect(screen).toContain('2 drafts wait')
    resumed.key('down')
    resumed.type('\r')
    await resumed.waitFor('Which evidence is it about?')
    expect(resumed.scrollback()).toContain('Feedback for Sam Rivera. Going on with')
    resumed.key('ctrl-c')
    await resumed.exit
    const piped = await desk.run(['resume', '--plain'], { input: typedFrom(2) })
    expect(piped.err).toMatch(
      /^2 drafts wait here:\n {2}[0-9a-z]{6} {2}Feedback for Anna Berg.*\n {2}[0-9a-z]{6} {2}Feedback for Sam Rivera.*\nSay which one: tactful resume ID\n$/,
    )
    expect(piped.code).toBe(2)
    expect(drafts(desk)).toHaveLength(2)
  })
})
