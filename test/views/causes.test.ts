import { expect, test } from 'vitest'
import { opening } from '../../src/core/asking/state.ts'
import { begin } from '../../src/core/interview/fold.ts'
import { runInterview } from '../../src/core/interview/loop.ts'
import type { QuestionScreen } from '../../src/core/ports/asker.ts'
import { cells } from '../../src/core/text/width.ts'
import { askerLook } from '../../src/views/question.ts'
import { themeFor } from '../../src/views/theme.ts'
import { mentor } from '../support/case.ts'
import { answer, guideFor, library, scripted } from '../support/interview.ts'
import { constructiveFeedback } from '../support/templates.ts'

const look = askerLook(themeFor({ colour: false, unicode: true }))

async function screenOf(ask: string): Promise<QuestionScreen> {
  const asker = scripted((screen) => {
    if (!('input' in screen)) return undefined
    if (screen.ask === ask) return undefined
    return screen.ask === 'What could be behind it?'
      ? answer(['unannounced', 'tools', 'skill'])
      : mentor(screen)
  })
  await runInterview(begin(constructiveFeedback(), 'core'), guideFor(asker, []))
  const last = asker.screens.at(-1)
  if (last === undefined || !('input' in last) || last.ask !== ask) throw new Error(`${ask} was not asked`)
  return last
}

test('person and system stand beside each other, all of both on a screen of 80 by 24', async () => {
  const screen = await screenOf('What could be behind it?')
  const { lines } = look.draw(screen, opening(screen), { columns: 80, rows: 24 })
  expect(lines.some((line) => /The person\s+The system/.test(line))).toBe(true)
  for (const { label } of library('causes')) expect(lines.join('\n')).toContain(label)
})

test('on 40 columns they stand below each other, and what does not fit is counted', async () => {
  const screen = await screenOf('What could be behind it?')
  const { lines } = look.draw(screen, opening(screen), { columns: 40, rows: 24 })
  expect(Math.max(...lines.map(cells))).toBeLessThanOrEqual(40)
  expect(lines.join('\n')).toMatch(/The person[\s\S]*more below/)
})

test('at the gate it is said how many lie in the system, before what one can do', async () => {
  const screen = await screenOf('How do you want to go on?')
  const drawn = look.draw(screen, opening(screen), { columns: 80, rows: 24 }).lines.join('\n')
  const printed = look.print(screen, { columns: 80, rows: 24 }).join('\n')
  for (const text of [drawn, printed]) {
    expect(text.indexOf('Two of three causes lie in the system.')).toBeGreaterThan(0)
    expect(text.indexOf('Two of three')).toBeLessThan(text.indexOf('write a barrier note for the lead'))
  }
})
