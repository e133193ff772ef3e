import { expect, test } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { answer, guideFor, scripted, templateOf } from '../../support/interview.ts'

const MATTER = 'my father is in hospital'
const LINE = `"I was waiting for the warehouse and ${MATTER}`
const TALK = {
  ...templateOf([{ id: 'notes', type: 'paragraph', depth: 'core', ask: 'What was said?' }]),
  kind: 'talk' as const,
}

/** Takes that line down in a talk, and takes that way at the menu; what was kept and what was shown. */
async function taken(way: string, line = LINE) {
  let typed = false
  const asker = scripted((screen) => {
    if ('input' in screen) {
      const reply = typed ? answer('"I was waiting.') : answer(line)
      typed = true
      return reply
    }
    const at = screen.options.some(({ value }) => value === 'apart') ? way : '@save'
    return { reply: 'chosen', value: at }
  })
  const reviewer = async (_question: unknown, text: string) =>
    text.includes('father')
      ? [
          {
            ...{ rule: 'private-matters', category: 'private' as const, severity: 'warning' as const },
            ...{ offset: 0, length: text.length, words: text, why: '', try: [] },
          },
        ]
      : []
  const ending = await runInterview(begin(TALK, 'core'), { ...guideFor(asker, []), reviewer })
  const menu = asker.screens.find((screen) => 'options' in screen && screen.options[0]?.value === 'apart')
  return { kept: ending.interview.answers.get('notes')?.value, menu, screens: asker.screens }
}

test('what is kept for the mentor alone leaves the rest of the line where it was', async () => {
  const { kept, menu } = await taken('apart')
  expect(kept).toBe(`"I was waiting for the warehouse\nprivate: "${MATTER}`)
  expect(menu && 'options' in menu ? menu.options[0]?.note : undefined).toBe(`"${MATTER}`)
})

test('a line that cannot be parted goes as a whole', async () => {
  const { kept } = await taken('apart', `"${MATTER}`)
  expect(kept).toBe(`private: "${MATTER}`)
})

test('it can be changed in the field, where all of it still stands', async () => {
  const { kept, screens } = await taken('change')
  expect(kept).toBe('"I was waiting.')
  const again = screens.filter((screen) => 'input' in screen)[1]
  expect(again).toMatchObject({ initial: LINE })
})
