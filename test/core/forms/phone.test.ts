import { expect, test } from 'vitest'
import { printForm } from '../../../src/core/forms/print.ts'
import { readForm } from '../../../src/core/forms/read.ts'
import { around, OCCASION, ownView } from '../../support/forms.ts'

// Answers as a telephone sends them: above the form, by number, or in a mail with two twins.

const form = ownView()
const blank = printForm(form, OCCASION)
const quoted = `On 21 Nov 2026, Priya Raman wrote:\n${blank.replace(/^/gm, '> ')}`
const read = (text: string) => readForm(text, form, around(form))

test('numbers above the quoted form are those of its questions', () => {
  const { answers, left } = read(
    `Hi Priya\n\n4) update every waiting customer at least once a day, by 18 dec\n2) 48213, was waiting for the warehouse\nand wrote nothing\n1 - payment ticket 48402\n5: one page with all checklists pls\n\nBest,\nSam\n\n${quoted}`,
  )
  expect(Object.fromEntries(answers.map(({ id, text }) => [id, text]))).toEqual({
    well: 'payment ticket 48402',
    differently: '48213, was waiting for the warehouse\nand wrote nothing',
    goal: 'update every waiting customer at least once a day, by 18 dec',
    help: 'one page with all checklists pls',
  })
  expect(left).toContain('Hi Priya')
})

test('a list of their own without the form below it is no answer to it', () => {
  const { answers, words } = read('1) the payment case\n2) the call on Friday\n')
  expect(answers).toEqual([])
  expect(words).toContain('the payment case')
})

test('one number alone, or one that no question has, is none either', () => {
  expect(read(`4) the login case went well\n\n${quoted}`).answers).toEqual([])
  expect(read(`44) one\n45) two\n\n${quoted}`).answers).toEqual([])
})

test('of a mail with an HTML twin only the plain words are read, and no boundary is left over', () => {
  const plain = blank.replace('[q1]\n', '[q1]\n\nHones=\ntly, the caf=C3=A9 case.\n')
  const mail = [
    'From: Sam Rivera <sam@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    plain,
    '--b1',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body><p>Twin: ${blank.replaceAll('\n', '<br>')}</p></body></html>`,
    '--b1--',
    '',
  ].join('\n')
  const { answers, left } = read(mail)
  expect(answers).toEqual([{ id: 'well', text: 'Honestly, the café case.' }])
  expect(left).toEqual([])
})

test('a line that names its question by q and number answers it; a quarter of a year does not', () => {
  const answers = read(
    'What went well: the payment case\nQ9 I would rather tell you in person.\nQ4 results were fine.\n',
  ).answers
  const last = answers.find(({ id }) => id === 'other')
  expect(last?.text).toMatch(/^I would rather tell you in person\.\nQ4 results/)
})
