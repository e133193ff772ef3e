import { expect, it } from 'vitest'
import { readLine } from '../../../src/core/evidence/line.ts'
import { pickOne } from '../../../src/core/interview/pick.ts'

const options = [
  { value: 'keep', label: 'it goes on' },
  { value: 'met', label: 'it is reached' },
  { value: 'dropped', label: 'it is dropped' },
]

it('a word of a label leads to what a file writes for it', () => {
  expect(pickOne('reached', options, false, 'values')).toEqual({
    mistake: '"reached" is not one of the choices.',
    mend: 'Did you mean "met"?',
  })
  expect(pickOne('is', options, false, 'values')).toMatchObject({ mend: expect.stringContaining('Choose') })
})

it.each(['.', '+', '...', '- -', '?!'])('%j is nothing that was seen or heard', (words) => {
  const read = readLine({ marker: '+', words, line: 1 }, '2026-11-21')
  expect(read.mistakes.map(({ message }) => message)).toContain('There are signs here and no words.')
})

it.each(['ok', '9', 'é', '👍'])('%j is', (words) => {
  expect(readLine({ marker: '+', words, line: 1 }, '2026-11-21').mistakes).toEqual([])
})
