import { formatDay, isDay } from '../dates.ts'
import type { Ground } from '../interview/ground.ts'
import { itemLine } from '../notebook/items.ts'
import type { Item, Note, NoteEvent } from '../notebook/note.ts'
import { type EvidenceItem, evidenceLine } from './evidence-note.ts'
import { type ComposeFacts, defined } from './facts.ts'
import { goalNote } from './goal-note.ts'
import type { PromiseItem, SessionParts } from './session-parts.ts'
import { NOTE_WORDS } from './words.ts'

/**
 * The note of a goal that was put down by itself, outside any session: with its steps and support as items, the evidence
 * it stands on, and, where the two have agreed on it, the event that says so. Undefined where no goal was given.
 */
export function ownGoal(ground: Ground, facts: ComposeFacts, parts: SessionParts): Note | undefined {
  const [goal] = parts.goals
  if (goal === undefined) return undefined
  const { facts: known, lead, sections } = goalNote(ground, facts, { ...goal, id: facts.id })
  const { session: _none, sections: named, ...rest } = known
  const planned = [...parts.agreements, ...parts.promises]
  const items = [
    ...parts.agreements.map((one) => plannedItem(one, 'agreement')),
    ...parts.promises.map((one) => plannedItem(one, 'promise')),
  ]
  const cites = parts.evidence.map(({ id, label }) => ({ id, as: label }))
  const more = [
    { id: 'plan', text: planned.map(plannedLine).join('\n') },
    { id: 'evidence', text: evidenceText(ground, facts, parts.evidence) },
  ].filter(({ text }) => text !== '')
  const layout = new Map(ground.interview.template.note.sections.map(({ id, heading }) => [id, heading]))
  const added = more.map(({ id, text }) => ({ id, heading: layout.get(id) ?? NOTE_WORDS.evidence, text }))
  return {
    facts: {
      ...rest,
      ...defined({
        evidence: cites.length === 0 ? undefined : cites,
        items: items.length === 0 ? undefined : items,
        events: agreedEvents(ground, facts),
      }),
      sections: { ...named, ...Object.fromEntries(added.map(({ id, heading }) => [id, heading])) },
    },
    lead,
    sections: [...sections, ...added],
  }
}

function plannedItem({ id, label, who, by }: PromiseItem, kind: 'agreement' | 'promise'): Item {
  return { id, kind, label, ...defined({ who, by }) }
}

function plannedLine({ label, by, words }: PromiseItem): string {
  return itemLine(label, by === undefined ? [] : [NOTE_WORDS.by(formatDay(by))], words)
}

function evidenceText(ground: Ground, facts: ComposeFacts, evidence: readonly EvidenceItem[]): string {
  return evidence.map((one) => evidenceLine(one, ground, facts.today)).join('\n')
}

function agreedEvents(ground: Ground, facts: ComposeFacts): readonly NoteEvent[] | undefined {
  if (ground.values.get('agreed') !== true) return undefined
  const day = ground.values.get('agreed_on')
  const on = typeof day === 'string' && isDay(day) ? day : facts.today
  return [{ of: facts.id, what: 'agreed', on }]
}
