import { expect, it } from 'vitest'
import { formWords } from '../../src/views/form-words.ts'
import { homeText } from '../../src/views/home.ts'
import { themeFor } from '../../src/views/theme.ts'

const theme = themeFor({ colour: false, unicode: true })
const NEW = { id: '01KAAAAAAAAAAAAAAAAAA1B2C3', on: '2026-11-22', count: 8, text: '', answers: [] }
const OLD = { id: '01KAAAAAAAAAAAAAAAAAQ47K3V', on: '2026-11-20', count: 4, text: '', answers: [] }

it('says that an older answer waits beside the one that is taken, and how to read it', () => {
  const known = (received: readonly (typeof NEW)[]) =>
    formWords(theme, 80).known({ person: 'sam-rivera', asked: [], received })
  expect(known([NEW])).toEqual(['What they wrote came in on Sun 22 Nov: 8 answers.'])
  expect(known([NEW, OLD])[1]).toBe(
    'An older one, of Fri 20 Nov, is in no session yet either: tactful show q47k3v',
  )
})

it('tells two answers of one day apart on the first screen', () => {
  const form = {
    form: 'self-assessment',
    from: 'person' as const,
    title: 'Own view',
    kind: 'answered' as const,
  }
  const forms = [NEW, { ...OLD, on: NEW.on }].map(({ id, on }) => ({
    ...{ ...form, id, on, person: 'sam-rivera', path: 'a.md', command: 'tactful prep sam-rivera' },
  }))
  const screen = { today: [], drafts: [], evidence: [], unheard: [], barriers: null, forms, next: [] }
  const shown = homeText(screen, NEW.on, theme, 80)
  expect(shown).toContain('(a1b2c3)')
  expect(shown).toContain('(q47k3v)')
})
