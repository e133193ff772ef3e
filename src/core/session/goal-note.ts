import { isDay } from '../dates.ts'
import { readGoal } from '../goals/line.ts'
import type { Ground } from '../interview/ground.ts'
import type { Note } from '../notebook/note.ts'
import { addBlock, bullet, isShown, labelled, nestedBlocks, newPages, noteOf } from './document.ts'
import { askedOf, type ComposeFacts, choicesOf, commonFacts, defined } from './facts.ts'
import {
  answersOf,
  type Entry,
  type GroupEntry,
  type ItemEntry,
  textIn,
  wordsId,
  wordsOfItem,
} from './reading.ts'
import { dayBeside, NOTE_WORDS } from './words.ts'

/** One goal of a session. */
export interface GoalItem {
  readonly id: string
  readonly item: ItemEntry
  readonly group: GroupEntry
  /** In the person's own words. */
  readonly words: string
}

const KNOWN = ['measure', 'baseline', 'target', 'by'] as const
const TITLE_LENGTH = 80

/** Every goal that has words, in order. */
export function goalItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  ids: () => string,
): readonly GoalItem[] {
  return groups.flatMap((group) =>
    group.items
      .map((item) => ({ item, group, words: wordsOfItem(ground, group, item) }))
      .filter(({ words }) => words !== '')
      .map((goal) => ({ id: ids(), ...goal })),
  )
}

/** The note of one goal: measure, baseline, target and day as facts, everything said about it in its body. */
export function goalNote(ground: Ground, facts: ComposeFacts, goal: GoalItem): Note {
  const pages = newPages([{ id: 'goal', heading: NOTE_WORDS.goal }])
  addBlock(pages, 'goal', goal.words)
  for (const entry of furtherEntries(goal, ground)) {
    pages.headings.set(entry.question.id, entry.label)
    pages.blocks.set(entry.question.id, [entry.words])
  }
  for (const block of nestedBlocks(goal.item, ground)) addBlock(pages, 'goal', block)
  const entries = answersOf(goal.item).filter(({ question }) => question.private !== true)
  const others = entries.filter(({ question }) => !KNOWN.some((id) => id === question.id))
  const title = titleOf(goal.words)
  const common = commonFacts(ground, facts, { id: goal.id, kind: 'goal', date: facts.today, title })
  const asked = askedOf(entries, ground)
  const known = Object.fromEntries(KNOWN.map((id) => [id, textIn(ground, goal.item, id)]))
  return noteOf(
    { ...common, session: facts.id, ...defined({ asked, choices: choicesOf(others, ground), ...known }) },
    '',
    pages,
  )
}

/** The note of a goal that takes the place of another: its words, and what was recognised in them. `of` is the id of the other. */
export function renewedGoalNote(
  ground: Ground,
  facts: ComposeFacts,
  renewed: { readonly id: string; readonly words: string },
  of: string,
): Note {
  const pages = newPages([{ id: 'goal', heading: NOTE_WORDS.goal }])
  addBlock(pages, 'goal', renewed.words)
  const own = { id: renewed.id, kind: 'goal' as const, date: facts.today, title: titleOf(renewed.words) }
  const { measure, baseline, target, by } = readGoal(renewed.words, facts.today)
  const common = commonFacts(ground, facts, own)
  const known = defined({ measure, baseline, target, by })
  return noteOf({ ...common, session: facts.id, instead: of, ...known }, '', pages)
}

/** The goal as the session shows it: its line, then what the line does not say by itself. `today` is a plain day. */
export function goalBullet(ground: Ground, goal: GoalItem, today: string): string {
  const by = textIn(ground, goal.item, 'by')
  const told = [
    ...tell(goal, ground, 'measure', NOTE_WORDS.measure),
    ...tell(goal, ground, 'baseline', NOTE_WORDS.now),
    ...tell(goal, ground, 'target', NOTE_WORDS.target),
    ...(by === undefined || !isDay(by) || isRead(ground, goal, 'by') || readGoal(goal.words, today).by === by
      ? []
      : [NOTE_WORDS.by(dayBeside(by, today))]),
  ]
  const details = told.length === 0 ? '' : ` (${told.join('; ')})`
  const more = furtherEntries(goal, ground).map((entry) => bullet(labelled(entry, ground), '  '))
  const nested = nestedBlocks(goal.item, ground).map((block) => bullet(block, '  '))
  return [bullet(`${goal.words}${details}`), ...more, ...nested].join('\n')
}

function tell(goal: GoalItem, ground: Ground, id: string, name: string): readonly string[] {
  const words = textIn(ground, goal.item, id)
  return words === undefined || goal.words.includes(words) ? [] : [`${name}: ${words}`]
}

function isRead(ground: Ground, goal: GoalItem, id: string): boolean {
  return ground.interview.answers.get(`${goal.item.prefix}/${id}`)?.read === true
}

function furtherEntries(goal: GoalItem, ground: Ground): readonly Entry[] {
  const main = wordsId(ground, goal.group, goal.item)
  return answersOf(goal.item)
    .filter(({ question }) => question.private !== true && question.id !== main)
    .filter((entry) => !KNOWN.some((id) => id === entry.question.id) && isShown(entry, ground))
}

/** The first words of a text as the title of a note. */
function titleOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length <= TITLE_LENGTH
    ? line
    : `${letters
        .slice(0, TITLE_LENGTH - 1)
        .join('')
        .trimEnd()}…`
}
