import { formatDay, formatDayMonth, isDay } from '../dates.ts'
import type { Item, Note } from '../notebook/note.ts'
import { dayInFront } from './day-words.ts'

/** The day, in words, and the ticket that stand in the line of an item of evidence. */
interface Said {
  readonly line: string
  readonly day?: string
  readonly ticket?: string
}

/** A fact of an item that its line says otherwise: `said` as the line has it, `kept` as the facts have it, if they do. */
export interface Differing {
  readonly label: string
  readonly fact: 'day' | 'ticket'
  readonly said: string
  readonly kept?: string
}

const BETWEEN = ' · '

/** What the line of the item with this label says; undefined where the note has no such line. */
export function saidOf(note: Note, label: string): Said | undefined {
  for (const { text } of [{ text: note.lead }, ...note.sections]) {
    const line = text.split('\n').find((one) => one.startsWith(`- ${label}${BETWEEN}`))
    if (line === undefined) continue
    // The last part is the words, whatever they look like.
    const [first = '', second = ''] = line.trimEnd().split(BETWEEN).slice(1, -1)
    const isDayFirst = dayInFront(first)?.words === first
    const ticket = /^ticket (\S+)$/i.exec(isDayFirst ? second : first)?.[1]
    return { line, ...(isDayFirst ? { day: first } : {}), ...(ticket === undefined ? {} : { ticket }) }
  }
  return undefined
}

/** Where the lines of a note's evidence say another day or ticket than its facts, which is what lists and counts go by. */
export function differingFacts(note: Note): readonly Differing[] {
  return evidenceIn(note).flatMap((item) => {
    const said = saidOf(note, item.label)
    if (said === undefined) return []
    const { label, date, ticket } = item
    return [
      ...(said.day === undefined || saysDay(said.day, date)
        ? []
        : [{ label, fact: 'day', said: said.day, ...kept(date) } as const]),
      ...(said.ticket === undefined || said.ticket === String(ticket ?? '')
        ? []
        : [{ label, fact: 'ticket', said: said.ticket, ...kept(ticket) } as const]),
    ]
  })
}

/** "E1: its line says 14 October, and its facts above say no day." */
export function differingWords({ label, fact, said, kept }: Differing): string {
  const what = kept === undefined ? `no ${fact}` : fact === 'day' && isDay(kept) ? formatDay(kept) : kept
  const shown = fact === 'day' ? said : `ticket ${said}`
  return `${label}: its line says ${shown}, and its facts above say ${what}.`
}

/** The items of evidence that have a label, and so a line. */
export function evidenceIn(note: Note): readonly (Item & { readonly label: string })[] {
  return (note.facts.items ?? []).flatMap((item) =>
    item.kind === 'evidence' && item.label !== undefined ? [{ ...item, label: item.label }] : [],
  )
}

function saysDay(words: string, date: unknown): boolean {
  if (typeof date !== 'string' || !isDay(date)) return false
  return [date, formatDay(date), formatDayMonth(date)].some((one) => one === words)
}

function kept(value: unknown): { readonly kept?: string } {
  return value === undefined || value === null ? {} : { kept: String(value) }
}
