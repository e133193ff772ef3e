import { formatDayShort, splitInstant } from '../core/dates.ts'
import { table, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** One draft that waits, ready to be worded. */
export interface HomeDraft {
  readonly id: string
  readonly name: string | null
  readonly part: string | null
  readonly answers: number
  readonly created: string
  readonly command: string
}

/** One thing one could do next, with the command for it. */
export interface NextStep {
  readonly text: string
  readonly command: string
}

/** What the home screen shows; `--json` prints it as it is. */
interface HomeScreen {
  readonly drafts: readonly HomeDraft[]
  readonly next: readonly NextStep[]
}

/** The home screen as text: what waits, else what could come next, each with its command. */
export function homeText(screen: HomeScreen, theme: Theme, width: number): string {
  const { drafts, next } = screen
  const heading =
    drafts.length === 0
      ? 'Nothing waits today.'
      : drafts.length === 1
        ? 'One draft waits.'
        : `${drafts.length} drafts wait.`
  const rows = [
    ...drafts.map((draft) => [draftLine(draft), draft.command]),
    ...next.map((step) => [step.text, step.command]),
  ]
  const lines = table(rows, width - 2).replace(/^(?=.)/gm, '  ')
  return `${theme.strong(wrapped(heading, width))}\n${lines}`
}

/** What is said where there is nothing yet: no notebook, no draft. */
export function welcomeText(screen: HomeScreen, theme: Theme, width: number): string {
  const hello = 'Prepare feedback that helps: evidence first, then the words, the goal and the talk.'
  const lines = table(
    screen.next.map((step) => [step.text, step.command]),
    width - 2,
  ).replace(/^(?=.)/gm, '  ')
  return `${theme.strong(wrapped(hello, width))}\n${lines}`
}

/** A draft in one line: whom it is for, where it goes on, since when it waits. */
export function draftLine(draft: Pick<HomeDraft, 'name' | 'part' | 'answers' | 'created'>): string {
  const who = draft.name === null ? 'A draft' : `Feedback for ${draft.name}`
  const end = draft.answers > 0 ? ', ready to look over' : ''
  const where = draft.part === null ? end : `, left at "${draft.part}"`
  const day = splitInstant(draft.created)?.day
  const since = day === undefined ? '' : `, begun ${formatDayShort(day)}`
  return `${who}${where}${since}`
}
