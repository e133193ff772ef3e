import { formatDay } from '../dates.ts'
import { causesPicked, type Ground } from '../interview/ground.ts'
import type { Note } from '../notebook/note.ts'
import { addBlock, bullet, isShown, newPages, noteOf } from './document.ts'
import type { EvidenceItem } from './evidence-note.ts'
import { askedOf, type ComposeFacts, commonFacts, defined } from './facts.ts'
import { answersOf, type GroupEntry, type ItemEntry, textIn, wordsId, wordsOfItem } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

/** Something in the system that is in the way of the work. */
export interface BarrierItem {
  readonly id: string
  readonly item: ItemEntry
  readonly group: GroupEntry
  /** What is in the way. */
  readonly words: string
  /** Who can change it; the lead where nobody was named. */
  readonly owner: string
  readonly area?: string
  /** What shows it, for the mentor: the note names its ids among its facts, and holds none of its words. */
  readonly cited: readonly EvidenceItem[]
  /** The person's copy may say that it was passed on. */
  readonly isTold: boolean
}

/** Questions of a barrier that have a place of their own in its note. */
const KNOWN = ['since', 'evidence', 'effect', 'ask', 'owner', 'area', 'told'] as const

/** Of these, what is about the person and not about the barrier. */
const MENTORS = ['evidence', 'told'] as const

/** Every barrier that has words, in order. */
export function barrierItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  evidence: readonly EvidenceItem[],
  ids: () => string,
): readonly BarrierItem[] {
  const all = groups.flatMap((group) =>
    group.items.map((item) => ({ group, item, words: wordsOfItem(ground, group, item) })),
  )
  return all
    .filter(({ words }) => words !== '')
    .map(({ group, item, words }) => {
      const chosen = ground.values.get(`${item.prefix}/evidence`)
      const keys = typeof chosen === 'object' ? chosen : []
      return {
        ...{ id: ids(), item, group, words },
        owner: textIn(ground, item, 'owner') ?? ownerOf(group),
        ...defined({ area: textIn(ground, item, 'area') ?? familyOf(ground) }),
        // A template that does not ask which evidence shows it still reads labels in the line.
        cited: evidence.filter((one) => keys.includes(one.item.key) || keys.includes(one.label)),
        isTold: ground.values.get(`${item.prefix}/told`) === true,
      }
    })
}

function ownerOf({ question }: GroupEntry): string {
  const asked = question.questions.find(({ id }) => id === 'owner')
  const named = asked?.type === 'text' ? asked.default : undefined
  return named ?? NOTE_WORDS.lead
}

/** What a barrier belongs to, where all causes in the system that were picked belong to the same. */
function familyOf(ground: Ground): string | undefined {
  const families = causesPicked(ground)
    .filter(({ side }) => side === 'system')
    .map(({ family }) => family?.toLowerCase())
  return new Set(families).size === 1 ? families[0] : undefined
}

/**
 * The note of one barrier: what is in the way, since when, what it does to the work, and what would help. It is for whoever can
 * change it, so nothing stands in it that was not written for them: no private words, and no evidence about anybody.
 */
export function barrierNote(ground: Ground, facts: ComposeFacts, barrier: BarrierItem): Note {
  const { item, owner, area, cited } = barrier
  const pages = newPages([
    { id: 'what', heading: NOTE_WORDS.inTheWay },
    { id: 'since', heading: NOTE_WORDS.since },
    { id: 'effect', heading: NOTE_WORDS.effect },
    { id: 'ask', heading: NOTE_WORDS.ask },
  ])
  addBlock(pages, 'what', barrier.words)
  for (const id of ['since', 'effect', 'ask'] as const)
    addBlock(pages, id, withoutLabels(textIn(ground, item, id) ?? ''))
  for (const entry of furtherEntries(ground, barrier)) {
    pages.headings.set(entry.question.id, entry.label)
    pages.blocks.set(entry.question.id, [entry.words])
  }
  const entries = answersOf(item).filter(
    ({ question }) => question.private !== true && !MENTORS.some((id) => id === question.id),
  )
  const title = barrier.words.replace(/\s+/g, ' ').trim()
  const common = commonFacts(ground, facts, { id: barrier.id, kind: 'barrier', date: facts.today, title })
  const cites = cited.map(({ id, label }) => ({ id, as: label }))
  return noteOf(
    {
      ...common,
      session: facts.id,
      barrier: { owner, ...defined({ area }) },
      ...defined({
        asked: askedOf(entries, ground),
        evidence: cites.length === 0 ? undefined : cites,
      }),
    },
    NOTE_WORDS.barrierFor(owner, formatDay(facts.today), facts.author),
    pages,
  )
}

/** A mark such as `[E2]` leads nowhere in a note that lists no evidence. */
function withoutLabels(words: string): string {
  return words.replace(/[ \t]*\[E\d+(?:\s*,\s*E\d+)*\]/gi, '')
}

/** Words a team's own questions asked about a barrier. */
function furtherEntries(ground: Ground, { group, item }: BarrierItem) {
  const main = wordsId(ground, group, item)
  return answersOf(item)
    .filter(({ question }) => question.private !== true && question.id !== main)
    .filter((entry) => !KNOWN.some((id) => id === entry.question.id) && isShown(entry, ground))
}

/** A barrier as a line of the session in which it was found. */
export function barrierLine({ words, owner }: BarrierItem): string {
  return bullet(`${NOTE_WORDS.barrier}: ${words} (${owner})`)
}

/** A barrier as a line of the person's copy; only where the mentor said so. */
export function toldLine({ words, owner }: BarrierItem): string {
  return bullet(NOTE_WORDS.told(owner, words))
}
