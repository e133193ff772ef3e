import { formatDay, isDay } from '../dates.ts'
import { carriedFrom } from '../interview/carry.ts'
import type { Ground } from '../interview/ground.ts'
import { itemLine } from '../notebook/items.ts'
import type { NoteEvent } from '../notebook/note.ts'
import type { Carried } from '../template/template.ts'
import { bullet } from './document.ts'
import type { EvidenceItem } from './evidence-note.ts'
import { defined } from './facts.ts'
import { answersOf, type Entry, type GroupEntry, type ItemEntry, textIn } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

type Read = readonly (Entry | GroupEntry)[]

/** One thing that was open before and that this check-in looked at. */
export interface CarriedItem {
  readonly carries: Carried
  /** Id in the notebook. */
  readonly of: string
  /** Goals only: `G1`. */
  readonly label?: string
  readonly group: GroupEntry
  readonly item: ItemEntry
  readonly words: string
  /** Chosen as done. */
  readonly isKept: boolean
  /** The goal that takes its place: its fresh id and its words. */
  readonly renewed?: { readonly id: string; readonly words: string }
}

/** Everything that was carried over, in order; `ids` is called once for each goal that is replaced. */
export function carriedItems(ground: Ground, read: Read, ids: () => string): readonly CarriedItem[] {
  const groups = read.filter((one): one is GroupEntry => one.entry === 'group')
  return groups.flatMap((group) => {
    const { carries } = group.question
    // What was prepared for a talk is nothing that was open: what was said about it stands by itself.
    if (carries === undefined || carries === 'agenda') return []
    const kept = keptIn(read, group)
    return group.items.flatMap((item, index): readonly CarriedItem[] => {
      const of = carriedFrom(ground.interview, group.path, item.key)
      if (of === undefined) return []
      const words = textIn(ground, item, 'text') ?? ''
      const changed =
        textIn(ground, item, 'state') === 'changed' ? textIn(ground, item, 'changed_to') : undefined
      const renewed = changed === undefined ? {} : { renewed: { id: ids(), words: changed } }
      const label = carries === 'goals' ? { label: `G${index + 1}` } : {}
      return [{ carries, of, ...label, group, item, words, isKept: kept.includes(item.key), ...renewed }]
    })
  })
}

/** The keys that were chosen in a question that offers the items of this group. */
function keptIn(read: Read, group: GroupEntry): readonly string[] {
  return read.flatMap((one) => {
    if (one.entry !== 'answer' || one.question.type !== 'choices') return []
    const { options } = one.question
    const isOver = !Array.isArray(options) && 'items' in options && options.items === group.question.id
    return isOver && typeof one.value === 'object' ? one.value : []
  })
}

/** What became of everything carried over, as events on the day the check-in was held. */
export function carriedEvents(
  ground: Ground,
  items: readonly CarriedItem[],
  evidence: readonly EvidenceItem[],
  held: string,
): readonly NoteEvent[] {
  return items.flatMap((one) =>
    one.carries === 'goals' ? goalEvents(ground, one, evidence, held) : promiseEvents(ground, one, held),
  )
}

function promiseEvents(
  ground: Ground,
  { of, item, isKept }: CarriedItem,
  held: string,
): readonly NoteEvent[] {
  if (isKept) return [{ of, what: 'kept', on: held }]
  const { state, to, why } = stateOf(ground, item)
  if (state === 'moved' && to !== undefined) return [{ of, what: 'moved', on: held, to, ...defined({ why }) }]
  return state === 'dropped' ? [{ of, what: 'dropped', on: held, ...defined({ why }) }] : []
}

function goalEvents(
  ground: Ground,
  { of, label, item, renewed }: CarriedItem,
  evidence: readonly EvidenceItem[],
  held: string,
): readonly NoteEvent[] {
  const { state, to, why } = stateOf(ground, item)
  const value = textIn(ground, item, 'progress')
  const shown = shownBy(item, evidence)
  const said = value !== undefined || shown.length > 0 || textIn(ground, item, 'words') !== undefined
  const closes = state === 'met' || state === 'dropped' || (state === 'changed' && renewed !== undefined)
  const isAgreed = ground.values.get(`${item.prefix}/agreed`) === true || state === 'agreed'
  return [
    ...(isAgreed && textIn(ground, item, 'status') === 'proposed' ? [{ of, what: 'agreed', on: held }] : []),
    ...(said
      ? [
          {
            of,
            what: 'progress',
            on: held,
            ...defined({ value, evidence: shown.length === 0 ? undefined : shown, as: label }),
          },
        ]
      : []),
    ...(state === 'moved' && to !== undefined
      ? [{ of, what: 'moved', on: held, to, ...defined({ why }) }]
      : []),
    ...(closes && state !== undefined
      ? [{ of, what: state, on: held, ...defined({ goal: renewed?.id, why }) }]
      : []),
    ...(renewed === undefined ? [] : [{ of: renewed.id, what: 'agreed', on: held }]),
  ]
}

function stateOf(
  ground: Ground,
  item: ItemEntry,
): { readonly state?: string; readonly to?: string; readonly why?: string } {
  const to = textIn(ground, item, 'to')
  return defined({
    state: textIn(ground, item, 'state'),
    to: to !== undefined && isDay(to) ? to : undefined,
    why: textIn(ground, item, 'why'),
  })
}

function shownBy(item: ItemEntry, evidence: readonly EvidenceItem[]): readonly string[] {
  const chosen = answersOf(item).flatMap(({ question, value }) =>
    question.id === 'evidence' && typeof value === 'object' ? value : [],
  )
  return evidence.filter((one) => chosen.includes(one.item.key)).map(({ id }) => id)
}

/** What became of everything in one group, as a list for the note. Empty where the group has no items. */
export function carriedBlock(
  ground: Ground,
  items: readonly CarriedItem[],
  group: GroupEntry,
  evidence: readonly EvidenceItem[],
): string {
  const blocks = new Map<string, string[]>()
  for (const one of items.filter((each) => each.group === group)) {
    const heading = textIn(ground, one.item, '@heading') ?? ''
    blocks.set(heading, [...(blocks.get(heading) ?? []), itemBlock(ground, one, evidence)])
  }
  return [...blocks]
    .map(([heading, lines]) => (heading === '' ? lines.join('\n') : `${heading}:\n\n${lines.join('\n')}`))
    .join('\n\n')
}

function itemBlock(ground: Ground, one: CarriedItem, evidence: readonly EvidenceItem[]): string {
  const { item, words, carries, group } = one
  const about = textIn(ground, item, 'about')
  const head = `${words}${about === undefined ? '' : ` (${about})`}`
  const became = outcomeWords(ground, one)
  if (carries === 'promises') return bullet(`${sentence(head)} ${became}`)
  const cites = evidence
    .filter(({ id }) => shownBy(item, evidence).includes(id))
    .map(({ label }) => `[${label}]`)
  const told = answersOf(item)
    .filter(({ question }) => question.private !== true && question.section === group.question.section)
    .map((entry) => {
      if (entry.question.id === 'words') return `  > ${entry.words.replace(/\s+/g, ' ')}`
      const cited = entry.question.id === 'progress' && cites.length > 0 ? ` ${cites.join(' ')}` : ''
      return bullet(`${entry.label}: ${entry.words}${cited}`, '  ')
    })
  return [itemLine(one.label ?? '', [], head), ...told, bullet(became, '  ')].join('\n')
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

function outcomeWords(ground: Ground, { item, isKept, carries, renewed }: CarriedItem): string {
  const { state, to, why } = stateOf(ground, item)
  const because = why === undefined ? '.' : `: ${sentence(why)}`
  const reason = why === undefined ? '' : ` ${NOTE_WORDS.reason(sentence(why))}`
  if (isKept) return NOTE_WORDS.done
  if (state === 'moved' && to !== undefined) return `${NOTE_WORDS.moved(formatDay(to))}${because}`
  if (state === 'changed' && renewed !== undefined) return `${NOTE_WORDS.changed(renewed.words)}${reason}`
  if (state === 'met') return NOTE_WORDS.met
  if (state === 'agreed') return NOTE_WORDS.agreed
  if (state === 'later') return `${NOTE_WORDS.later}${because}`
  if (state === 'dropped') return `${NOTE_WORDS.dropped}${because}`
  return carries === 'goals' ? NOTE_WORDS.goesOn : NOTE_WORDS.open
}
