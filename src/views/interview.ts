import { formatDayShort } from '../core/dates.ts'
import type { goalCheckFor } from '../core/goals/load.ts'
import type { Reviewer } from '../core/interview/findings.ts'
import { personName, wordsAt } from '../core/interview/ground.ts'
import type { Voice } from '../core/interview/guided.ts'
import type { Lean } from '../core/interview/most.ts'
import { type Plan, type Spot, shownPath } from '../core/interview/plan.ts'
import { fill, firstName } from '../core/interview/resolve.ts'
import type { InterviewWords } from '../core/interview/words.ts'
import type { Person } from '../core/notebook/note.ts'
import type { Terminal } from '../core/ports/terminal.ts'
import type { NoticeSettings } from '../core/session/notice-settings.ts'
import type { Part, Question } from '../core/template/template.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import type { Finding } from '../core/wording/finding.ts'
import { answerWords, clipped, labelOf, offered, partSummary } from './answer-words.ts'
import { formWords } from './form-words.ts'
import { answeredLine, askerLook } from './question.ts'
import { saidWords } from './said-words.ts'
import { wrapped } from './table.ts'
import { type Theme, themeFor } from './theme.ts'
import { whoScreen } from './who.ts'

/** What the guided interview says beyond the template's own words. `columns` is the width of the terminal. */
export function interviewWords(theme: Theme, columns: number): InterviewWords {
  const line = (text: string) => `  ${theme.signs(text)}`
  return {
    progress: (part, at, of) => `${part} · ${at} of ${of}`,
    item: (name, index) => `${name} ${index}`,
    intro: (plan, part) => introLine(theme, plan, part),
    settled: (plan, spot) => settledLine(theme, plan, spot, columns),
    noted: notedWords(line),
    forms: formWords(theme, columns),
    finished: (question, items, about) => finishedLine(theme, question, items, about, columns),
    joined: (said) => wrapped(cleanLine(`Read it once: ${said}`), columns, '  '),
    nearPeople: (name, near) => whoScreen(name, near, 'type it again'),
    known: knownLine,
    offers: offersLine,
    care: (sentence) => line(cleanLine(sentence)),
    lean: leanLine,
    needed: () => line('This one is needed before going on.'),
    noBarrier: () => line('No barrier is written down, and it goes on with the rest.'),
    nothingDeeper: () => line('There are no further questions here for now.'),
    edited: () => 'You changed this and went on without giving it. Enter takes what stands here now.',
    changedBefore: () => 'Something before this has changed. Does your answer still fit?',
    findings: findingWords(theme),
    confide: confideWords(),
    review: reviewWords(theme),
  }
}

const NUMBERS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

function leanLine({ side, fitting, picked }: Lean): string {
  const word = (count: number) => NUMBERS[count] ?? String(count)
  const some = picked === 1 ? 'The cause' : `${word(fitting)} of ${word(picked).toLowerCase()} causes`
  const lies = picked === 1 || fitting === 1 ? 'lies' : 'lie'
  if (side === 'person') return `${some} ${lies} with the person.`
  return `${some} ${lies} in the system. Feedback alone will not change ${picked === 1 || fitting === 1 ? 'it' : 'them'}.`
}

function finishedLine(
  theme: Theme,
  { label, ask }: Question,
  items: number,
  about: string | undefined,
  columns: number,
): string {
  if (about === undefined)
    return answeredLine(theme, label ?? ask, items === 0 ? 'none' : `${items} in all`, columns)
  const count = items === 0 ? 'nothing noted' : items === 1 ? '1 note' : `${items} notes`
  return answeredLine(theme, clipped(cleanLine(about)), count, columns)
}

/** So many of those who are known are named; more would not be read. */
const NAMED = 6

function knownLine(people: readonly Person[]): string {
  const names = people.slice(0, NAMED).map(({ name }) => cleanLine(name))
  const more = people.length - names.length
  return `In your notebook: ${names.join(', ')}${more > 0 ? `, and ${more} more` : ''}`
}

function offersLine(said: readonly string[]): string {
  const named = said.map((one, index) => `${index + 1} "${offered(cleanLine(one))}"`).join('  ')
  return `In their own words: ${named}. Type ${said.length === 1 ? '1' : 'its number'} to take it, or write another.`
}

function notedWords(line: (text: string) => string): InterviewWords['noted'] {
  const said = (words: string) => `"${clipped(cleanLine(words))}"`
  return {
    other: (words) =>
      line(`${said(words)} was changed in your notes since you picked it. It counts as it is now.`),
    gone: (words) => line(`${said(words)} is not in your notes any more. Its words stay in this session.`),
    putBack: () => line('What you had picked is about somebody else, and went back to your notes.'),
    unread: () => line('Your notes could not be looked through just now, so none are offered here.'),
    alone: (forms) =>
      line(
        `For you alone, as whoever wrote it asked: ${forms.map(({ id, date }) => `${formatDayShort(date)}, tactful show ${id} --private`).join('; ')}.`,
      ),
  }
}

function introLine(theme: Theme, plan: Plan, part: Part): string {
  const intro = part.intro === undefined ? '' : `  ${theme.dim(cleanLine(fill(part.intro, plan, [])))}`
  return `\n  ${theme.strong(part.title)}${intro}`
}

function findingWords(theme: Theme): InterviewWords['findings'] {
  return {
    line: ({ words, why }) => `    ${words === '' ? '' : `${theme.warn(cleanLine(words))}   `}${why}`,
    more: (count) => `    ${theme.dim(count === 1 ? 'One more after this.' : `${count} more after this.`)}`,
    take: (suggestion) => suggestion,
    instead: insteadWords,
    leave: () => 'leave it out',
    keep: () => 'keep my words, because ...',
    change: () => 'change it myself',
    reason: () => ({ ask: 'What makes these words right here?', label: 'Kept because' }),
  }
}

function confideWords(): InterviewWords['confide'] {
  return {
    why: () => 'This may be theirs alone: health, family, faith or money. The note can be handed on.',
    apart: () => 'keep it for you alone, out of the note',
    leave: () => 'leave it out',
    keep: () => 'keep it in the note, they know that it is there',
  }
}

function settledLine(theme: Theme, plan: Plan, spot: Spot, columns: number): string {
  const said = saidWords(plan, spot)
  return said === undefined
    ? answeredLine(theme, labelOf(plan, spot), answerWords(plan, spot), columns)
    : answeredLine(theme, said.label, said.words, columns)
}

function insteadWords(
  { words }: Finding,
  isOneOfSeveral: boolean,
  sentence: string | undefined,
): string | undefined {
  const parts = [
    ...(isOneOfSeveral && words !== '' ? [`for "${cleanLine(words)}"`] : []),
    ...(sentence === undefined ? [] : [`in place of "${clipped(cleanLine(sentence.trim()))}"`]),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}

function reviewWords(theme: Theme): InterviewWords['review'] {
  return {
    title: () => 'Before you save',
    parts: (count) => `${count} parts`,
    part: (plan, part) => partSummary(plan, part),
    save: () => 'save',
    goOn: (count) =>
      count === 1 ? 'go on with the open question' : `go on with the ${count} open questions`,
    missing: (count) =>
      theme.warn(count === 1 ? 'One answer is still needed.' : `${count} answers are still needed.`),
    back: () => 'back to the review',
    answer: (plan, spot) => ({ label: labelOf(plan, spot), note: clipped(answerWords(plan, spot)) }),
    itemTitle: (name, index, words) => `${name} ${index}   ${clipped(cleanLine(words))}`,
    deeper: (count) =>
      count === 1 ? 'go deeper (one more question)' : `go deeper (${count} more questions)`,
    add: (name) => `add one more (${name.toLowerCase()})`,
    up: () => 'move it up',
    down: () => 'move it down',
    remove: () => 'remove it',
    sure: () => 'Remove it, with all its answers?',
    keep: () => 'keep it',
  }
}

/** How an interview looks and sounds on a terminal; `reviewer` looks at its answers, `goalCheck` at its goals. */
export function voiceFor(
  terminal: Terminal,
  reviewer: Reviewer,
  settings: NoticeSettings,
  goalCheck: ReturnType<typeof goalCheckFor>,
): Voice {
  const theme = themeFor(terminal)
  return {
    look: askerLook(theme),
    words: interviewWords(theme, terminal.columns),
    reviewer,
    notices: async (plan, open) => {
      // Needed at the review, long after the first question.
      const [{ notices }, { notedWords, sameGoals, unsaidYes }, { noticeLine }] = await Promise.all([
        import('../core/session/notices.ts'),
        import('../core/session/second-look.ts'),
        import('./notices.ts'),
      ])
      const name = firstNameIn(plan)
      const found = [
        ...notices(plan, settings, await goalCheck(plan)),
        ...(await notedWords(plan, reviewer)),
        ...sameGoals(plan, open),
        ...unsaidYes(plan),
      ]
      return found.map((notice) => noticeLine(notice, name))
    },
    allAnswers: answersText,
    stillKept: (draft) => `Your answers are kept.  tactful resume ${draft}\n`,
  }
}

/** Every answer that counts, one a line, under the names an answers file would give them. */
function answersText(plan: Plan): string {
  const lines = [...plan.values.keys()].map((path) => `${shownPath(plan, path)}: ${wordsAt(plan, path)}`)
  return clean(`Your answers so far:\n${lines.join('\n')}\n`)
}

/** A name that begins a new person where others are close to it; it may have been meant for one of them. */
export function newNameLine(name: string, near: readonly string[]): string {
  return clean(`${name} is new in this notebook. Close to it: ${near.join(', ')}.\n`)
}

/** Answers that were given to questions which do not apply. */
export function unusedLines(paths: readonly string[]): string {
  return paths.map((path) => `Not used, as the question does not apply: ${clean(path)}\n`).join('')
}

function firstNameIn(plan: Plan): string {
  const value = plan.values.get('person')
  return value === undefined ? 'they' : firstName(personName(plan.world, String(value)))
}
