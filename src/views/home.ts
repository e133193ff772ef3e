import { daysBetween, formatDay, formatDayShort, splitInstant } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { FormWaiting, Thing, Unheard, Waited } from '../core/notebook/today.ts'
import { table, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** One draft that waits, ready to be worded. */
export interface HomeDraft {
  readonly id: string
  /** Id of the note that it makes, or completes. */
  readonly note: string
  readonly name: string | null
  /** What the note will be called. */
  readonly title: string | null
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

/** Something whose day has come, with the name of whom it is with. */
export interface HomeThing extends Thing {
  readonly name: string
  readonly command: string
}

/** Evidence about one person that has waited long, with their name. */
export interface HomeEvidence extends Waited {
  readonly name: string
  readonly command: string
}

/** Somebody who heard nothing for long, with their name. */
export interface HomeUnheard extends Unheard {
  readonly name: string
  readonly command: string
}

/** A form that waits for an answer, or for a session. */
export interface HomeForm extends FormWaiting {
  readonly command: string
}

/** What has been in the way for more than `days` days: how much of it, and since when the oldest. */
export interface HomeBarriers {
  readonly count: number
  readonly since: string
  readonly days: number
  readonly command: string
}

/** What the home screen shows; `--json` prints it as it is. */
interface HomeScreen {
  readonly today: readonly HomeThing[]
  readonly evidence: readonly HomeEvidence[]
  readonly unheard: readonly HomeUnheard[]
  readonly barriers: HomeBarriers | null
  readonly forms: readonly HomeForm[]
  readonly drafts: readonly HomeDraft[]
  readonly next: readonly NextStep[]
}

/** Characters of a promise or a goal that are told. */
const MOST_WORDS = 60

/** Things of one sort that are told; the rest is a number. */
const MOST = 5

/** People who have a line each where something waits about them. */
const FEW = 2

/** The home screen as text: what waits, else what could come next, each with its command. `today` is a plain day. */
export function homeText(screen: HomeScreen, today: string, theme: Theme, width: number): string {
  const rows = [
    ...told(screen.today, (thing) => thingLine(thing, today), 'due', 'tactful people'),
    ...screen.drafts.map((draft) => [draftLine(draft), draft.command]),
    ...told(screen.forms, (form) => formLine(form, today), 'that were asked for', 'tactful list --kind form'),
    ...gathered(screen.evidence, evidenceLine, (names) => `Evidence about ${names} waits in no session yet`),
    ...gathered(screen.unheard, unheardLine, (names) => `No feedback for long for ${names}`),
    ...(screen.barriers === null ? [] : [[barriersLine(screen.barriers), screen.barriers.command]]),
    ...screen.next.map((step) => [step.text, step.command]),
  ]
  const lines = table(rows, width - 2).replace(/^(?=.)/gm, '  ')
  return `${theme.strong(wrapped(headingOf(screen), width))}\n${lines}`
}

function headingOf({ today, drafts, evidence, unheard, barriers, forms }: HomeScreen): string {
  const others =
    today.length + forms.length + linesFor(evidence) + linesFor(unheard) + (barriers === null ? 0 : 1)
  if (others === 0) {
    if (drafts.length === 0) return 'Nothing waits today.'
    return drafts.length === 1 ? 'One draft waits.' : `${drafts.length} drafts wait.`
  }
  const count = others + drafts.length
  return count === 1 ? 'One thing today' : `${count} things today`
}

function told<T extends { readonly command: string }>(
  all: readonly T[],
  line: (one: T) => string,
  what: string,
  command: string,
): readonly (readonly string[])[] {
  const shown = all.length > MOST + 1 ? all.slice(0, MOST) : all
  const rest = all.length - shown.length
  return [
    ...shown.map((one) => [line(one), one.command]),
    ...(rest === 0 ? [] : [[`and ${rest} more ${what}`, command]]),
  ]
}

/** A few people are told one by one; more would drown what is due, so they share a line, the longest first. */
function gathered<T extends { readonly name: string; readonly command: string }>(
  all: readonly T[],
  line: (one: T) => string,
  together: (names: string) => string,
): readonly (readonly string[])[] {
  if (linesFor(all) === all.length) return all.map((one) => [line(one), one.command])
  const names = all.slice(0, FEW).map(({ name }) => name)
  return [[together(`${names.join(', ')} and ${all.length - FEW} more`), 'tactful people']]
}

function linesFor(all: readonly unknown[]): number {
  return all.length <= FEW ? all.length : 1
}

/** Since when, and until when it was hoped for. */
function formLine({ id, kind, title, on, by }: HomeForm, today: string): string {
  if (kind === 'answered')
    return `${title} came in ${dayText(on, today)} (${shortId(id)}), and is in no session yet`
  const hoped =
    by === undefined ? '' : `, ${by < today ? 'was hoped for by' : 'hoped for by'} ${dayText(by, today)}`
  return `${title}, since ${dayText(on, today)}${hoped}`
}

function thingLine({ kind, name, due, words, at, who: other }: HomeThing, today: string): string {
  const when = dayText(due, today)
  const isDue = `${due < today ? 'was due' : 'due'} ${when}`
  if (kind === 'checkin') return `Check-in with ${name}: ${isDue}`
  if (kind === 'talk') return talkLine(name, due === today ? at : undefined, when, due === today)
  if (kind === 'goal') return `Goal with ${name}, ${isDue}: ${short(words)}`
  const promised = other === undefined ? `You promised ${name}` : `${other} promised, for ${name}`
  const who = kind === 'promise' ? promised : `${name} agreed`
  const said = other !== undefined && words.startsWith(`${other}: `) ? words.slice(other.length + 2) : words
  return `${who}, ${isDue}: ${short(said)}`
}

/** Whether it took place nobody knows, only that it is not written down. */
function talkLine(name: string, at: string | undefined, when: string, isToday: boolean): string {
  if (isToday) return `Talk with ${name}: today${at === undefined ? '' : ` at ${at}`}`
  return `Talk with ${name}: planned for ${when}, not written down yet`
}

function dayText(due: string, today: string): string {
  if (due === today) return 'today'
  const day = formatDayShort(due)
  return Math.abs(daysBetween(due, today)) < 300 ? day : `${day} ${due.slice(0, 4)}`
}

/** The same number as everywhere else, then the part of it that has waited long. */
function evidenceLine({ name, count, since, all, days }: HomeEvidence): string {
  const pieces = all === 1 ? 'One piece of evidence' : `${all} pieces of evidence`
  const old = all === 1 ? '' : count === all ? 'all ' : `${count} `
  return `${pieces} about ${name} in no session yet, ${old}older than ${days} days (${old === '' ? '' : 'oldest '}${formatDay(since)})`
}

function unheardLine({ name, since }: HomeUnheard): string {
  return `No feedback for ${name} since ${formatDay(since)}`
}

/** All that has been in the way for long shares one line. */
function barriersLine({ count, days, since }: HomeBarriers): string {
  return count === 1
    ? `One barrier has been open for more than ${days} days (since ${formatDay(since)})`
    : `${count} barriers have been open for more than ${days} days (the oldest since ${formatDay(since)})`
}

/** The first words, so that one thing stays one line. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= MOST_WORDS) return line.replace(/\.$/, '')
  return `${line.slice(0, line.lastIndexOf(' ', MOST_WORDS)).replace(/[,;:.]$/, '')} ...`
}

/** What is said where there is nothing yet: no notebook, no draft. */
export function welcomeText(
  screen: Pick<HomeScreen, 'next'>,
  _today: string,
  theme: Theme,
  width: number,
): string {
  const hello = 'Prepare feedback that helps: evidence first, then the words, the goal and the talk.'
  const lines = table(
    screen.next.map((step) => [step.text, step.command]),
    width - 2,
  ).replace(/^(?=.)/gm, '  ')
  return `${theme.strong(wrapped(hello, width))}\n${lines}`
}

/** A draft in one line: whom it is for, where it goes on, since when it waits. */
export function draftLine(draft: Pick<HomeDraft, 'title' | 'part' | 'answers' | 'created'>): string {
  const who = draft.title ?? 'A draft'
  const end = draft.answers > 0 ? ', ready to look over' : ''
  const where = draft.part === null ? end : `, left at "${draft.part}"`
  const day = splitInstant(draft.created)?.day
  const since = day === undefined ? '' : `, begun ${formatDayShort(day)}`
  return `${who}${where}${since}`
}
