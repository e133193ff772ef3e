import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Form, formOf } from '../../src/core/forms/form.ts'
import { aroundOf, type Occasion, printForm } from '../../src/core/forms/print.ts'
import type { Around } from '../../src/core/forms/printed.ts'
import { checkTemplate } from '../../src/core/template/check.ts'

const data = join(import.meta.dirname, '../data')

/** What the team of the tests measures itself by. */
const MEASURE = {
  title: 'What good support work looks like with us',
  lines: [
    'Every waiting customer hears from us once a working day, also when there is no news.',
    'A case is passed on with the goal, the steps tried, the logs and the urgency.',
  ],
}

/** The self-assessment as it was when the filled copies of the tests were sent out, about Sam Rivera. */
export function ownView(): Form {
  const checked = checkTemplate(readFileSync(join(data, 'own-view.yaml'), 'utf8'), 'own-view.yaml')
  const form =
    'template' in checked ? formOf(checked.template, 'Sam Rivera', { standards: MEASURE }) : undefined
  if (form === undefined) throw new Error(`this is no form: ${JSON.stringify(checked)}`)
  return form
}

/** How it was asked. */
export const OCCASION: Occasion = {
  person: 'Sam Rivera',
  reader: 'Sam Rivera',
  asker: 'Priya Raman',
  by: '2026-11-28',
  mark: 'q47k3v',
}

/** What it prints beside its questions. */
export function around(form: Form): Around {
  return aroundOf(form, OCCASION)
}

/** A form with these answers written below its questions, by id. */
export function filled(form: Form, answers: Readonly<Record<string, string>>): string {
  let id = ''
  return printForm(form, OCCASION)
    .split('\n')
    .flatMap((line) => {
      const number = /\[q(\d+)\]$/.exec(line)?.[1]
      const ids = form.parts.flatMap(({ questions }) => questions.map((one) => one.id))
      if (number !== undefined) id = ids[Number(number) - 1] ?? ''
      const isLast = id !== '' && line === ''
      const answer = isLast ? answers[id] : undefined
      if (isLast) id = ''
      return answer === undefined ? [line] : ['', ...answer.split('\n')]
    })
    .join('\n')
}

/** What Sam wrote, in every copy of the filled form. */
export const ANSWERS = {
  well: 'The payment ticket (48402). I wrote everything down before I passed it on, and tier 2 thanked me.',
  differently:
    '48213. I was waiting for the warehouse and did not want to write "still waiting" again.\nI see now that no message looks like no work.',
  goal: 'Update every waiting customer at least once a day, even when there is no news.',
  help: '- a place where the current checklists are\n- somebody to ask during late shift',
}
