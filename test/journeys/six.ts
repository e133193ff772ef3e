import { cpSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Desk, newDesk } from './desk.ts'

/** The template with six questions, for journeys that are taken many times. */
export const SIX = ['--template', 'six-questions']

/** Its questions as they are asked, and what is typed at each in plain mode. The review comes last. */
export const STEPS: readonly { readonly ask: string; readonly typed: string }[] = [
  { ask: 'Who is it for?', typed: 'Sam Rivera' },
  {
    ask: 'What did you see or hear?',
    typed:
      '- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day ? perhaps the queue was long\n' +
      '+ 2 Nov 48402: The handover had the goal, the steps tried, the logs and the urgency\n',
  },
  { ask: 'Which evidence is it about?', typed: '1' },
  { ask: 'What do you want to ask or suggest?', typed: 'How did that afternoon look from your side?' },
  {
    ask: 'What could Sam aim for?',
    typed: 'Every waiting customer hears from me once a working day, by 18 December',
  },
  { ask: 'What do you want to keep for yourself?', typed: 'Listen first.' },
  { ask: 'Before you save', typed: 'save' },
]

/** The same answers as a file. */
export const SIX_ANSWERS = `person: Sam Rivera
evidence:
  - "- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day ? perhaps the queue was long"
  - "+ 2 Nov 48402: The handover had the goal, the steps tried, the logs and the urgency"
points:
  - evidence: [1]
    ask: How did that afternoon look from your side?
goals:
  - "@line": Every waiting customer hears from me once a working day, by 18 December
thoughts: Listen first.
`

/** What is typed from one question on, as piped lines. */
export function typedFrom(first: number, end: number = STEPS.length): string {
  return STEPS.slice(first, end)
    .map(({ typed }) => `${typed}\n`)
    .join('')
}

/** A desk whose notebook has the template with six questions, and nothing else yet. */
export function sixDesk(): Desk {
  const desk = newDesk()
  mkdirSync(join(desk.notebook, 'templates'), { recursive: true, mode: 0o700 })
  cpSync(
    resolve(import.meta.dirname, '../data/six-questions.yaml'),
    join(desk.notebook, 'templates/six-questions.yaml'),
  )
  return desk
}
