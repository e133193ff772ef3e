import { expect, test } from 'vitest'
import { meet } from '../../../src/core/interview/findings.ts'
import type { MenuScreen, QuestionScreen } from '../../../src/core/ports/asker.ts'
import type { Finding } from '../../../src/core/wording/finding.ts'
import { interviewWords } from '../../../src/views/interview.ts'
import { themeFor } from '../../../src/views/theme.ts'
import { scripted } from '../../support/interview.ts'

const WORDS = 'father is in hospital'
const SCREEN = { title: 'Evidence', progress: '' } as QuestionScreen

/** What becomes of a text in which something private was found, when that choice is taken. */
async function met(
  text: string,
  value: string,
  sentence: string,
): Promise<{ readonly text?: string; readonly menu: MenuScreen }> {
  const finding: Finding = {
    rule: 'private-matters',
    category: 'private',
    severity: 'warning',
    offset: text.indexOf(WORDS),
    length: WORDS.length,
    words: WORDS,
    why: 'Theirs to bring up.',
    try: ['How are you these days?'],
    sentence: { offset: text.indexOf(sentence), length: sentence.length },
  }
  const asker = scripted(() => ({ reply: 'chosen', value }))
  const words = interviewWords(themeFor({ colour: false, unicode: true }), 80)
  const got = await meet(asker, words, SCREEN, text, [finding])
  const [menu] = asker.screens
  if (menu === undefined || 'input' in menu) throw new Error('no menu')
  return { menu, ...(got.met === 'reword' ? { text: got.text } : {}) }
}

test('what is private can be left out, and Enter alone does', async () => {
  const text = 'Arms crossed. His father is in hospital. He left early.'
  const { menu, text: left } = await met(text, 'leave', 'His father is in hospital.')
  expect(menu.initial).toBe('leave')
  expect(menu.options.map(({ label }) => label)).toContain('leave it out')
  expect(left).toBe('Arms crossed. He left early.')
})

test.each([
  ['leave', 'Arms crossed.'],
  ['0', 'Arms crossed. How are you these days?'],
])('a sentence in brackets goes with both of them: %s', async (value, left) => {
  const text = 'Arms crossed. (His father is in hospital.)'
  for (const sentence of [
    '(His father is in hospital.',
    'His father is in hospital.',
    '(His father is in hospital.)',
  ])
    expect((await met(text, value, sentence)).text).toBe(left)
})
