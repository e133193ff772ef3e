import { daysBetween, formatDay, formatDayShort, isDay } from '../core/dates.ts'
import type { GoalAsk } from '../core/goals/check.ts'
import type { GoalPlanned, GoalStep, GoalStory } from '../core/goals/story.ts'
import { sectionOf } from '../core/notebook/assemble.ts'
import { shortId } from '../core/notebook/ids.ts'
import { cleanLine } from '../core/text/clean.ts'
import { dueWords, wayWords } from './goal-list.ts'
import { goalAsk } from './goals.ts'
import { readable } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'
import { wayLines } from './way.ts'

type Put = (text: string, indent?: string, hang?: string) => string

/** One goal to be read: its words, how it stands, the way so far, what is planned, what happened, what it still lacks. */
export function goalStoryText(
  story: GoalStory,
  name: string,
  gaps: readonly GoalAsk[],
  today: string,
  theme: Theme,
  width: number,
): string {
  const { row, note } = story
  const room = readable(width)
  const put: Put = (text, indent = '', hang = indent) =>
    wrapped(theme.signs(cleanLine(text)), room, indent, hang)
  const words = sectionOf(note, 'goal')?.text.split('\n\n')[0] ?? row.title
  const since = row.since === undefined ? '' : ` on ${formatDay(row.since)}`
  const head = [
    theme.strong(put(words)),
    theme.dim(put(`${name} · ${row.status}${since} · ${shortId(row.id)}`)),
    ...factLines(story, today, put),
  ]
  const said = note.sections
    .filter(({ id }) => id !== 'goal' && id !== 'plan')
    .map(({ heading, text }) => [
      theme.accent(put(heading)),
      ...text.split('\n').map((line) => put(line, '  ')),
    ])
  const blocks = [
    head,
    wayLines(story, theme, room),
    ...said,
    plannedLines(story.planned, today, put, theme),
    happenedLines(story, put, theme),
    gapLines(gaps, put, theme),
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function factLines({ row, note }: GoalStory, today: string, put: Put): readonly string[] {
  const { measure } = note.facts
  const due = dueWords(row, today)
  const left = row.by === undefined || !isDay(row.by) ? 0 : daysBetween(today, row.by)
  const isOpen = row.status === 'proposed' || row.status === 'agreed'
  const ahead = isOpen && left > 0 ? ` (in ${left === 1 ? '1 day' : `${left} days`})` : ''
  const way = row.way === undefined ? '' : `, ${wayWords(row.way)}`
  const facts: readonly (readonly [string, string])[] = [
    ['Measure', typeof measure === 'string' ? measure : ''],
    ['At first', row.baseline ?? ''],
    ['Goal', row.target ?? ''],
    [
      'Now',
      row.now === undefined
        ? ''
        : `${row.now}${row.nowOn === undefined ? '' : ` on ${formatDayShort(row.nowOn)}`}${way}`,
    ],
    ['Due', due === '' ? '' : `${due}${ahead}`],
  ]
  return facts
    .filter(([, text]) => text !== '')
    .map(([label, text]) => put(text, `${label.padEnd(10)}`, ' '.repeat(10)))
}

function plannedLines(
  planned: readonly GoalPlanned[],
  today: string,
  put: Put,
  theme: Theme,
): readonly string[] {
  if (planned.length === 0) return []
  const lines = planned.map(({ kind, words, state, by, id }) => {
    const due =
      by === undefined
        ? ''
        : state === 'open' && by < today
          ? `, was due ${formatDayShort(by)}`
          : `, by ${formatDayShort(by)}`
    const whose = kind === 'promise' ? 'support' : 'step'
    return put(`${words.trim().replace(/\.$/, '')} (${whose}, ${state}${due}; ${shortId(id)})`, '- ', '  ')
  })
  return [theme.accent('Planned'), ...lines]
}

const WHAT: Readonly<Record<string, string>> = {
  progress: 'looked at',
  agreed: 'agreed together',
  met: 'met',
  dropped: 'dropped',
  changed: 'changed',
  proposed: 'proposed again',
}

function happenedLines({ steps, evidence }: GoalStory, put: Put, theme: Theme): readonly string[] {
  if (steps.length === 0) return []
  const lines = steps.flatMap((step) => {
    const from =
      step.kind === 'update'
        ? ''
        : ` (${step.kind === 'checkin' ? 'check-in' : step.kind} ${shortId(step.note)})`
    const why = step.why === undefined ? '' : `: ${step.why}`
    const shown = (step.evidence ?? []).map((id) =>
      put(`Shown by: ${evidence.get(id) ?? shortId(id)}`, '  ', '  '),
    )
    const words = (step.words ?? '').split('\n').filter((line) => line.trim() !== '')
    return [
      put(`${formatDayShort(step.on)}  ${whatWords(step)}${why}${from}`, '- ', '  '),
      ...words.map((line) => put(`"${line}"`, '  ', '  ')),
      ...shown,
    ]
  })
  return [theme.accent('What happened'), ...lines]
}

function whatWords({ what, value, to, goal }: GoalStep): string {
  if (what === 'moved' && to !== undefined) return `due day moved to ${isDay(to) ? formatDay(to) : to}`
  if (what === 'baseline') return `at first set to ${value ?? ''}`
  if (what === 'target') return `goal set to ${value ?? ''}`
  if (what === 'progress' && value !== undefined) return `stood at ${value}`
  if (what === 'changed' && goal !== undefined) return `changed; ${shortId(goal)} takes its place`
  return WHAT[what] ?? what
}

function gapLines(gaps: readonly GoalAsk[], put: Put, theme: Theme): readonly string[] {
  if (gaps.length === 0) return []
  return [theme.accent('Still to ask'), ...gaps.map(({ code }) => put(goalAsk(code), '- ', '  '))]
}

/** A goal for programs: the row, its words, everything that happened, and what is missing. */
export function goalStoryJson(story: GoalStory, gaps: readonly GoalAsk[]): object {
  const { row, note, steps, planned, evidence } = story
  const { measure, session } = note.facts
  return {
    ...row,
    words: sectionOf(note, 'goal')?.text ?? row.title,
    measure: measure ?? null,
    session: session ?? null,
    sections: note.sections
      .filter(({ id }) => id !== 'goal')
      .map(({ id, heading, text }) => ({ id: id ?? null, heading, text })),
    events: steps,
    planned,
    evidence: Object.fromEntries(evidence),
    missing: gaps.map(({ for: aspect, code }) => ({ for: aspect, ask: goalAsk(code) })),
  }
}
