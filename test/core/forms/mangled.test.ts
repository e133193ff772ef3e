import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/adapters/user-files.ts'
import { questionsOf } from '../../../src/core/forms/form.ts'
import { printForm } from '../../../src/core/forms/print.ts'
import { type FormRead, readForm } from '../../../src/core/forms/read.ts'
import { flat } from '../../../src/core/forms/tokens.ts'
import { ANSWERS, around, filled, OCCASION, ownView } from '../../support/forms.ts'

const data = join(import.meta.dirname, '../../data')
const form = ownView()
const ids = questionsOf(form).map(({ id }) => id)

function read(text: string): FormRead {
  return readForm(text, form, around(form))
}

function readFile(name: string): FormRead {
  return read(decodeText(readFileSync(join(data, name)), name, 'any'))
}

/** The words of each answer: where lines end and which bullets stand there is the mail program's. */
function wordsOf(answers: FormRead['answers']): Readonly<Record<string, string>> {
  return Object.fromEntries(answers.map(({ id, text }) => [id, flat(text)]))
}

const wanted = wordsOf(Object.entries(ANSWERS).map(([id, text]) => ({ id, text })))

describe('a filled form that came back', () => {
  test.each(readdirSync(join(data, 'forms')).sort())('as in %s is read right', (name) => {
    expect(wordsOf(readFile(`forms/${name}`).answers)).toEqual(wanted)
  })

  test('says what it did not understand, and which lines sign it', () => {
    const { left, signature } = readFile('forms/between-quoted-questions.txt')
    expect(left).toEqual(['Hi Priya,', 'my answers are below, between the lines.', 'Best,\nSam'])
    expect(signature).toEqual(['Best,', 'Sam'])
  })

  test.each(['raw-mail-base64.txt', 'raw-mail-quoted-printable.txt', 'raw-mail-windows-1252.txt'])(
    'in %s shows no header of a mail as something they said',
    (name) => {
      expect(readFile(`forms/${name}`).left).toEqual(
        name.includes('base64') ? [expect.stringMatching(/^\[attachment/)] : [],
      )
    },
  )

  test('in a thread is the newest of several, and says so', () => {
    expect(readFile('forms/thread-newest-on-top.txt').copies).toBe(2)
  })

  test('folds an attachment, and keeps two answers to one question', () => {
    expect(readFile('forms/attachment-pasted.txt')).toMatchObject({ folded: 1 })
    expect(readFile('forms/half-and-twice.txt')).toMatchObject({ twice: ['help'] })
  })

  test('with headings of its own finds its questions', () => {
    const { answers, left } = readFile('cases/self-assessment-reply.txt')
    expect(answers.map(({ id }) => id)).toEqual(['well', 'differently', 'goal', 'help'])
    expect(answers[1]?.text).toMatch(/^48213\. I was waiting.*\n48377 - I could not find.*sent it up\.$/s)
    expect(answers[2]?.text).toBe(
      'update every waiting customer at least once a day, even when there is no news.',
    )
    expect(left).toEqual([])
  })

  test('without any question is kept whole, and assigned nowhere', () => {
    const text = 'Hi Priya,\n\nthe payment case went well. The other one did not.\n\nBest,\nSam'
    const { answers, words } = read(text)
    expect(answers).toEqual([])
    expect(flat(words ?? '')).toBe(flat(text))
  })

  test('still blank has no words at all', () => {
    const { answers, words } = read(printForm(form, OCCASION))
    expect([answers, words]).toEqual([[], undefined])
  })

  test('in free words above the quoted form keeps the words, and nothing of the form', () => {
    const quoted = printForm(form, OCCASION).replace(/^/gm, '> ')
    const { answers, words } = read(
      `All fine, I liked the payment case.\n\nOn 18 Nov 2026, Priya Raman wrote:\n${quoted}`,
    )
    expect(answers).toEqual([])
    expect(words).toBe('All fine, I liked the payment case.')
  })

  test('keeps a question that somebody asks in an answer where it stands', () => {
    const answers = {
      well: 'The payment case.\nWhat would help you? That is what they asked me.',
      help: 'Time.',
    }
    expect(wordsOf(read(filled(form, answers)).answers).help).toContain('time')
    const text = Object.values(wordsOf(read(filled(form, answers)).answers)).join(' ')
    expect(text).toContain('that is what they asked me')
  })
})

const word = fc.stringMatching(/^[a-z]{3,9}$/)
const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `zz${words.join(' zz')}`)
const answer = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n'))
const given = fc.dictionary(fc.constantFrom(...ids), answer, { minKeys: 1 })

type Mangle = (text: string) => string
const mangles: Readonly<Record<string, Mangle>> = {
  quoted: (text) => text.replace(/^/gm, '> '),
  'quoted twice': (text) => text.replace(/^/gm, '>> '),
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'a byte order mark': (text) => `\uFEFF${text}`,
  'blank lines gone': (text) => text.replace(/\n{2,}/g, '\n'),
  'no headings': (text) => text.replace(/^#+ /gm, ''),
  'other bullets': (text) => text.replace(/^#+ \d+\. /gm, '• '),
  renumbered: (text) => text.replace(/^### (\d+)\./gm, (_, number: string) => `### ${Number(number) + 3})`),
  'no marks': (text) => text.replace(/ \[q\d\]$/gm, ''),
  'other marks': (text) => text.replace(/\[q(\d)\]$/gm, '(Q$1)'),
  'words around': (text) => `Dear all,\n\nsee below please.\n\n${text}\n\nKind regards,\nSomebody\n`,
  'a greeting in between': (text) => text.replace('---\n', '\n***\n'),
  'line breaks of HTML': (text) => text.replaceAll('\n', '<br>\n'),
  'fixed spaces': (text) => text.replaceAll(' ', '\u00A0'),
}

test('no mangling loses a word of an answer, or gives it to another question', () => {
  fc.assert(
    fc.property(
      given,
      fc.uniqueArray(fc.constantFrom(...Object.keys(mangles)), { maxLength: 5 }),
      (answers, names) => {
        const text = names.reduce((now, name) => mangles[name]?.(now) ?? now, filled(form, answers))
        const expected = wordsOf(Object.entries(answers).map(([id, words]) => ({ id, text: words })))
        expect(wordsOf(read(text).answers)).toEqual(expected)
      },
    ),
    { numRuns: 300 },
  )
})

test('a thread of 2 MB takes about as long for each part as a short one', () => {
  const reply = filled(form, ANSWERS)
  const older = `\n-----Original Message-----\nFrom: A <a@b.example>\nSent: 1 Nov 2026\n\n${reply}`
  const text = reply + older.repeat(Math.ceil(2_000_000 / older.length))
  const start = performance.now()
  const { answers, copies } = read(text)
  expect(wordsOf(answers)).toEqual(wanted)
  expect(copies).toBeGreaterThan(500)
  // Far above what it takes (under two seconds here), far below what anything but linear would.
  expect(performance.now() - start).toBeLessThan(20_000)
}, 30_000)
