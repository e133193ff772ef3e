import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { type Desk, newDesk } from './desk.ts'

const desks: Desk[] = []
const freshDesk = (): Desk => {
  const desk = newDesk()
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const ASK = 'What do you say?'

test('a talk is practised on a terminal: chosen, a hint, a turn taken back, a pause, the end', async () => {
  const desk = freshDesk()
  const terminal = desk.open(['rehearse'], { cols: 80, rows: 40 })
  await terminal.waitFor('Practise a difficult talk')
  await terminal.waitFor('They say next to nothing')
  terminal.key('down', 'down', 'down', 'down', 'down', 'down', 'down')
  await terminal.waitFor(/> .*They say next to nothing/)
  terminal.key('enter')
  await terminal.waitFor('Kim  (sits down, nods) Hello.')
  await terminal.waitFor(/enter alone waits .*\? hint/)

  terminal.type(':hint')
  terminal.key('enter')
  await terminal.waitFor('An empty line waits.')
  terminal.type('Your handovers are careless.')
  terminal.key('enter')
  await terminal.waitFor(/smaller\n/)
  await terminal.waitFor('shift-tab back')
  terminal.key('shift-tab')
  await terminal.waitFor('One turn was taken back.')
  await terminal.waitFor('> Your handovers are careless.')
  for (let left = 'Your handovers are careless.'.length; left > 0; left -= 1) terminal.key('backspace')

  const say = async (line: string, reply: RegExp): Promise<void> => {
    if (line !== '') terminal.type(line)
    terminal.key('enter')
    await terminal.waitFor(reply)
    await terminal.waitFor(ASK)
  }
  await say('Thanks for coming, Kim.', /Kim {2}(?:Okay\.|\(looks up\))/)
  await say('What is it like to write a handover at the end of a shift?', /In my first week/)
  await say('', /You {2}\(you wait\)[\s\S]*How long is\s+too long/)
  await say('Shall we look for an example together?', /I would write what I tried/)
  terminal.type('So you write three lines on the next two, and I look at them with you on Thursday.')
  terminal.key('enter')
  await terminal.waitFor('It landed: Kim has said what stood in the way')
  await terminal.waitFor('that is all')
  expect(terminal.scrollback()).toContain('You waited, and they filled the silence themselves.')
  expect(terminal.scrollback()).not.toContain('What to try instead')
  terminal.key('enter')
  expect((await terminal.exit).code).toBe(0)
  expect(existsSync(desk.notebook)).toBe(false)
})

test('Ctrl-C in the middle leaves nothing, and says so', async () => {
  const desk = freshDesk()
  const terminal = desk.open(['rehearse', 'peer'])
  await terminal.waitFor(ASK)
  terminal.type('You never read the rules.')
  terminal.key('enter')
  await terminal.waitFor(/prickly/)
  terminal.key('ctrl-c')
  await terminal.waitFor('You left before the end. Nothing was saved.')
  expect((await terminal.exit).code).toBe(130)
  expect(existsSync(desk.notebook)).toBe(false)
})

test('through a pipe each line is a turn, an empty one a pause, and the end of the lines is said', async () => {
  const desk = freshDesk()
  const input = 'It is all right.\n\nWe can stop here and go on tomorrow if you like.\n'
  const cut = await desk.run(['rehearse', 'tearful', '--plain'], { input })
  expect(cut.code).toBe(2)
  expect(cut.err).toContain('You    (you wait)')
  expect(cut.err).toContain('The lines ended before the talk did. Nothing was saved.')
  const whole = await desk.run(['rehearse', 'tearful', '--plain'], {
    input: 'Calm down, please.\nOthers have it worse.\n',
  })
  expect(whole.code).toBe(0)
  expect(whole.out).toContain('It broke off: Sasha leaves the room')
  expect(whole.out).toContain('"Calm down, please."  (making it small)')
})
