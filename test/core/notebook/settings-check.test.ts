import { expect, test } from 'vitest'
import { newNotebookFiles } from '../../../src/core/notebook/new.ts'
import { settingsMistakes } from '../../../src/core/notebook/settings-check.ts'

function said(text: string): readonly string[] {
  return settingsMistakes(text, 'tactful.yaml').map(
    (one) => `${one.line}:${one.column} ${one.message} ${one.mend}`,
  )
}

test('what a notebook begins with is right, and so is each setting it offers, switched on', () => {
  const text = newNotebookFiles().find(({ path }) => path === 'tactful.yaml')?.text ?? ''
  const on = text.replace(/^# ([a-zA-Z]+:)/gm, '$1')
  expect(on).toMatch(/^busyHours:/m)
  expect([said(text), said(on)]).toEqual([[], []])
})

test('other keys are left to whoever wrote them', () => {
  expect(said('format: 1\ncadence: weekly\nwording: { keep: [triage] }\nfocusLimit:\n')).toEqual([])
})

test.each<[string, string, readonly string[]]>([
  ['no format', 'focusLimit: 2\n', ['1:1 no format number. Add the line "format: 1".']],
  [
    'a later format',
    'format: 99\n',
    [
      '1:9 This is format 99, which is newer than this version of tactful. Update tactful to change the notebook.',
    ],
  ],
  ['a format that is none', 'format: first\n', ['1:9 "first" is no format number. Write "format: 1".']],
  ['a list', '- format\n', ['1:1 These are no settings. Begin with "format: 1".']],
  ['a key given twice', 'format: 1\nformat: 1\n', ['2:1 This key is given twice. Keep one of the two.']],
  [
    'a slip',
    'format: 1\nfocuslimit: 3\n',
    ['2:13 "focuslimit" is not known here. Did you mean "focusLimit"?'],
  ],
  [
    'what would count as not set',
    'format: 1\nfocusLimit: many\nevidenceDays: 0\ntiers: [[1]]\nwording: [triage]\nbusyHours: 9 to 10\n',
    [
      '2:13 This is not read as focusLimit. Write a whole number, such as 3.',
      '3:15 This is not read as evidenceDays. Write a number of days, such as 30.',
      '4:8 This is not read as tiers. Write names, such as ["tier 1", "tier 2"], or - tier 2: what it takes on.',
      '5:10 This is no list of words to keep. Write keep: [word, two words].',
      '6:12 This is not read as busyHours. Write times in quotes, such as ["09:00-10:30"].',
    ],
  ],
  [
    'a tier in several keys',
    'format: 1\ntiers:\n  - tier 1: first answers\n  - { name: net, takes: lines }\n',
    [
      '3:3 This is not read as tiers. Write names, such as ["tier 1", "tier 2"], or - tier 2: what it takes on.',
    ],
  ],
])('%s is told with its place and how to mend it', (_, text, wanted) => {
  expect(said(text)).toEqual(wanted)
})
