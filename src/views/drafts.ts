import { answersGiven } from '../core/interview/fold.ts'
import type { Plan } from '../core/interview/plan.ts'
import { titleOf } from '../core/interview/screen.ts'
import type { InterviewWords } from '../core/interview/words.ts'
import type { MenuScreen } from '../core/ports/asker.ts'
import { cleanLine } from '../core/text/clean.ts'

/** What is said when an interview is left: how much is kept, and how to go on; `draft` names it where several wait. */
export function keptLine(answers: number, draft: string | undefined): string {
  if (answers === 0) return 'Nothing was answered yet.\n'
  const command = draft === undefined ? 'tactful resume' : `tactful resume ${draft}`
  return `Kept ${countOf(answers)}.  ${command}\n`
}

function countOf(answers: number): string {
  return answers === 1 ? '1 answer' : `${answers} answers`
}

/** So many answers are shown again when a draft is taken up. */
const SHOWN_AGAIN = 10

/** What is said when a draft is taken up again: whom it is for, how much is kept, and the last answers once more. */
export function resumedText(plan: Plan, words: InterviewWords, isChanged: boolean): string {
  const person = plan.values.get('person')
  const who = person === undefined ? '' : `${cleanLine(titleOf(plan))}. `
  const changed = isChanged
    ? 'The template has changed since; answers to questions it still has are kept.\n'
    : ''
  const given = plan.spots.filter(
    (spot) =>
      spot.state === 'answered' && !spot.unasked && spot.value !== undefined && spot.item?.fresh !== true,
  )
  const earlier = given.length - SHOWN_AGAIN
  const more = earlier > 0 ? `  and ${earlier} before\n` : ''
  const lines = given.slice(-SHOWN_AGAIN).map((spot) => `${words.settled(plan, spot)}\n`)
  return `${who}Going on with ${countOf(answersGiven(plan.interview))} kept.\n${changed}${more}${lines.join('')}`
}

/** Something was begun for the same person, and nobody can be asked whether to go on with it. */
export function begunLine(draft: string): string {
  return `Something was begun for them before and still waits: tactful resume ${draft}\n`
}

/** The offer to go on with what was begun for the same person. */
export function offerScreen(
  title: string,
  drafts: readonly { readonly id: string; readonly line: string }[],
): MenuScreen {
  return {
    title: cleanLine(title),
    progress: '',
    lines: ['Something was begun before.'],
    options: [
      ...drafts.map(({ id, line }) => ({ value: id, label: `go on: ${line}` })),
      { value: '@new', label: 'start anew, and leave that for later' },
    ],
    initial: drafts[0]?.id ?? '@new',
    canGoBack: false,
  }
}

/** Which of several drafts to go on with. */
export function whichScreen(drafts: readonly { readonly id: string; readonly line: string }[]): MenuScreen {
  return {
    title: 'Go on with',
    progress: `${drafts.length} drafts wait`,
    lines: [],
    options: drafts.map(({ id, line }) => ({ value: id, label: line })),
    initial: drafts[0]?.id ?? '',
    canGoBack: false,
  }
}

/** Asks once before a draft is thrown away. */
export function discardScreen(line: string): MenuScreen {
  return {
    title: 'Throw this draft away?',
    progress: '',
    lines: [line, 'It cannot be brought back.'],
    options: [
      { value: 'keep', label: 'keep it' },
      { value: 'discard', label: 'throw it away' },
    ],
    initial: 'keep',
    canGoBack: true,
  }
}

/** What became of a draft that was to be thrown away: `line` says which one went. */
export function discardedLine(line: string | undefined): string {
  return line === undefined ? 'Nothing was thrown away.\n' : `Thrown away: ${line}\n`
}
