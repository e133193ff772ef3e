import { isDay } from '../dates.ts'
import { evidenceDay, evidenceItem, evidenceNoteOf, evidenceText, ITEM_FACTS } from '../evidence/note.ts'
import type { Ground } from '../interview/ground.ts'
import { originOf } from '../interview/inbox.ts'
import { itemLine } from '../notebook/items.ts'
import type { Item, Note } from '../notebook/note.ts'
import { factOf, hasOwnWords, isFact, nestedBlocks, newPages, noteOf } from './document.ts'
import { askedOf, type ComposeFacts, commonFacts, defined } from './facts.ts'
import { answersOf, type GroupEntry, type ItemEntry, textIn, wordsId, wordsOfItem } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

/** One item of evidence, as the notes of one save refer to it. */
export interface EvidenceItem {
  readonly id: string
  /** It stands in the notebook already, under this id, and is only cited. */
  readonly isNoted: boolean
  /** Path of its answers and its key in the group. */
  readonly item: ItemEntry
  readonly group: GroupEntry
  /** `E1`. */
  readonly label: string
  readonly words: string
  /** Plain day. */
  readonly date?: string
  readonly side?: string
}

/** Every item of evidence in order; labels count over all of them, so that `[E3]` means the same in every note. */
export function evidenceItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  ids: () => string,
): readonly EvidenceItem[] {
  const all = groups.flatMap((group) => group.items.map((item) => ({ group, item })))
  return all.map(({ group, item }, index) => {
    const date = textIn(ground, item, 'date')
    const side = textIn(ground, item, 'side')
    const origin = originOf(ground.interview, group.path, item.key)
    return {
      id: origin ?? ids(),
      isNoted: origin !== undefined,
      item,
      group,
      label: `E${index + 1}`,
      words: wordsOfItem(ground, group, item),
      ...(date !== undefined && isDay(date) ? { date } : {}),
      ...(side === undefined ? {} : { side }),
    }
  })
}

/** The line of an item: `- E1 · 14 October · ticket 48213 · words`, further words below. `today` is a plain day. */
export function evidenceLine(one: EvidenceItem, ground: Ground, today: string): string {
  const facts = {
    date: one.date,
    ticket: textIn(ground, one.item, 'ticket'),
    link: textIn(ground, one.item, 'link'),
  }
  return evidenceText(one.label, [one.words, ...furtherWords(one, ground)].join('\n'), facts, today)
}

/** Words a team's own questions asked about an item; none with the shipped template. */
function furtherWords(one: EvidenceItem, ground: Ground): readonly string[] {
  const main = wordsId(ground, one.group, one.item)
  const answers = answersOf(one.item)
    .filter(({ question }) => question.private !== true && question.id !== main)
    .filter((entry) => !ITEM_FACTS.some((id) => id === entry.question.id) && hasOwnWords(entry, ground))
    .map((entry) => `${entry.label}: ${entry.words}`)
  return [...answers, ...nestedBlocks(one.item, ground)]
}

/** The evidence note of a session. */
export function evidenceNote(
  ground: Ground,
  facts: ComposeFacts,
  id: string,
  items: readonly EvidenceItem[],
): Note {
  const entries = items
    .flatMap((one) => answersOf(one.item))
    .filter(({ question }) => question.private !== true)
  const common = commonFacts(ground, facts, {
    id,
    kind: 'evidence',
    date: evidenceDay(
      items.map(({ date }) => date),
      facts.today,
    ),
    title: NOTE_WORDS.evidenceTitle(facts.person.name),
  })
  return evidenceNoteOf(
    { ...common, ...defined({ asked: askedOf(entries, ground) }) },
    items.map((one) => itemFacts(one, ground)),
    items.map((one) => evidenceLine(one, ground, facts.today)),
  )
}

function itemFacts(one: EvidenceItem, ground: Ground): Item {
  const known = ITEM_FACTS.map((id) => [id, textIn(ground, one.item, id)] as const)
  const more = answersOf(one.item)
    .filter((entry) => isFact(entry) && entry.question.private !== true)
    .filter(({ question }) => !ITEM_FACTS.some((id) => id === question.id))
    .map((entry) => [entry.question.id, factOf(entry, ground)] as const)
  return evidenceItem(one.id, one.label, Object.fromEntries([...known, ...more]))
}

/** The private part of an evidence note: guesses, each with the label of its item. Undefined when there is none. */
export function privateEvidence(
  ground: Ground,
  note: Note,
  items: readonly EvidenceItem[],
): Note | undefined {
  const pages = newPages([])
  for (const one of items) {
    const asked = answersOf(one.item).filter(({ question }) => question.private === true)
    const words = asked.map((entry) => [entry.question.id, entry.label, entry.words] as const)
    const read = textIn(ground, one.item, 'assumption')
    const guessed = asked.some(({ question }) => question.id === 'assumption')
    if (read !== undefined && !guessed) words.push(['assumption', NOTE_WORDS.guesses, read])
    for (const [id, heading, text] of words) {
      if (!pages.headings.has(id)) pages.headings.set(id, heading)
      pages.blocks.set(id, [...(pages.blocks.get(id) ?? []), itemLine(one.label, [], text)])
    }
  }
  if (pages.blocks.size === 0) return undefined
  const { items: _items, asked: _asked, ...facts } = note.facts
  return noteOf({ ...facts, private: true }, '', pages)
}
