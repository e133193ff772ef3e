import { atBlank, fieldOf } from '../asking/field.ts'
import type { Asker, MenuScreen, QuestionScreen } from '../ports/asker.ts'
import type { Question } from '../template/template.ts'
import type { Finding } from '../wording/finding.ts'
import type { Ground, Scope } from './ground.ts'
import type { Kept } from './state.ts'
import type { InterviewWords } from './words.ts'

/** Looks at one answer marked for checking and says what a coach would ask about it. */
export type Reviewer = (
  question: Question,
  text: string,
  ground: Ground,
  scope: Scope,
) => Promise<readonly Finding[]>

/** How the mentor met what was found: nothing to do, reworded (the text comes back into the field), kept, or left from there. */
type Met =
  | { readonly met: 'fine' }
  /** `cursor`: where in the text the mentor goes on, in UTF-16 units; absent where it is the end. */
  | { readonly met: 'reword'; readonly text: string; readonly cursor?: number }
  | { readonly met: 'kept'; readonly kept: readonly Kept[] }
  | { readonly met: 'quit'; readonly ended?: 'SIGINT' | 'SIGHUP' | 'end' }

/** Most findings shown at a time; the rest is a count. */
const SHOWN = 2

/** Most suggestions offered at a time. */
const OFFERED = 4

/** Findings a coach would ask about that were not kept before, for the same words, the heaviest first. */
export function unmet(findings: readonly Finding[], kept: readonly Kept[]): readonly Finding[] {
  return findings
    .filter((finding) => finding.severity === 'warning')
    .filter((finding) => !kept.some((one) => one.rule === finding.rule && one.words === finding.words))
}

/** Shows the findings under an answer and asks how to go on; never changes a word by itself. */
export async function meet(
  asker: Asker,
  words: InterviewWords,
  screen: QuestionScreen,
  text: string,
  findings: readonly Finding[],
): Promise<Met> {
  const shown = findings.slice(0, SHOWN)
  if (shown.length === 0) return { met: 'fine' }
  const ways = shown
    .flatMap((finding) => finding.try.map((suggestion) => ({ finding, suggestion })))
    .filter(({ suggestion }, at, all) => all.findIndex((one) => one.suggestion === suggestion) === at)
    .slice(0, OFFERED)
  const choice = await asker.choose(menuOf(words, screen, text, findings, ways))
  if (choice.reply === 'quit')
    return { met: 'quit', ...(choice.ended === undefined ? {} : { ended: choice.ended }) }
  if (choice.reply === 'back') return { met: 'reword', text }
  if (choice.value === 'change') return { met: 'reword', text, cursor: text.length }
  if (choice.value === 'leave') return { met: 'reword', ...taken(text, privateOf(shown), '') }
  const way = ways[Number(choice.value)]
  if (way !== undefined) return { met: 'reword', ...taken(text, way.finding, way.suggestion) }
  return keep(asker, words, screen, text, shown)
}

function menuOf(
  words: InterviewWords,
  screen: QuestionScreen,
  text: string,
  findings: readonly Finding[],
  ways: readonly { readonly finding: Finding; readonly suggestion: string }[],
): MenuScreen {
  const rest = findings.length - SHOWN
  const leaves = privateOf(findings.slice(0, SHOWN)) !== undefined
  return {
    title: screen.title,
    progress: screen.progress,
    lines: [
      `> ${text}`,
      ...findings.slice(0, SHOWN).map((finding) => words.findings.line(finding)),
      ...(rest > 0 ? [words.findings.more(rest)] : []),
    ],
    options: [
      ...(leaves ? [{ value: 'leave', label: words.findings.leave() }] : []),
      ...ways.map(({ finding, suggestion }, index) => {
        const note = words.findings.instead(finding, findings.length > 1, replaced(text, finding))
        return {
          value: String(index),
          label: words.findings.take(suggestion),
          ...(note === undefined ? {} : { note }),
        }
      }),
      { value: 'keep', label: words.findings.keep() },
      { value: 'change', label: words.findings.change() },
    ],
    initial: leaves ? 'leave' : ways.length > 0 ? '0' : 'change',
    canGoBack: true,
  }
}

/**
 * The text with the found sentence replaced; it goes back into the field, to be read before it counts. The cursor goes to
 * the first blank of what was taken, else behind it, so that no blank of another sentence is filled by mistake.
 */
function taken(
  text: string,
  finding: Finding | undefined,
  suggestion: string,
): { text: string; cursor: number } {
  const { offset, length } = finding?.sentence ?? finding ?? { offset: 0, length: 0 }
  const [from, to] = withBrackets(text, offset, offset + length)
  const blank = atBlank(fieldOf(suggestion)).cursor
  const before = suggestion === '' ? text.slice(0, from).trimEnd() : text.slice(0, from)
  return { text: before + suggestion + text.slice(to), cursor: before.length + blank }
}

/** A sentence that stands in brackets goes with both of them, also where only the first was taken for a part of it. */
function withBrackets(text: string, start: number, end: number): readonly [number, number] {
  const open = text[start] === '(' ? start : text[start - 1] === '(' ? start - 1 : undefined
  const close = text[end] === ')' ? end + 1 : text[end - 1] === ')' ? end : undefined
  if (open === undefined || close === undefined) return [start, end]
  return [open, close]
}

/** Private, and well said once it is put in other words. */
const MENDED: readonly string[] = ['barrier-name', 'customer-data']

/** What is somebody's own to bring up: no way of saying it is better than leaving it out. */
function privateOf(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ category, rule }) => category === 'private' && !MENDED.includes(rule))
}

/** The sentence that a suggestion stands in for, where other words stay around it. */
function replaced(text: string, finding: Finding): string | undefined {
  const { offset, length } = finding.sentence ?? finding
  const sentence = text.slice(offset, offset + length)
  return sentence.trim() === text.trim() ? undefined : sentence
}

async function keep(
  asker: Asker,
  words: InterviewWords,
  screen: QuestionScreen,
  text: string,
  findings: readonly Finding[],
): Promise<Met> {
  const { ask, label } = words.findings.reason()
  const { why: _why, help: _help, initial: _initial, ...rest } = screen
  const reply = await asker.ask(
    {
      ...rest,
      ask,
      label,
      examples: [],
      context: [text],
      input: 'line',
      options: [],
      other: false,
      required: false,
      canFinish: false,
      canGoBack: true,
      deeper: 0,
      notices: [],
    },
    async () => undefined,
  )
  if (reply.reply === 'quit')
    return { met: 'quit', ...(reply.ended === undefined ? {} : { ended: reply.ended }) }
  if (reply.reply === 'back') return { met: 'reword', text }
  const reason = reply.reply === 'answer' && typeof reply.raw === 'string' ? reply.raw.trim() : ''
  return { met: 'kept', kept: findings.map(({ rule, words: kept }) => ({ rule, words: kept, reason })) }
}
