import { formatDay } from '../dates.ts'
import type { Ground } from '../interview/ground.ts'
import type { Note } from '../notebook/note.ts'
import { newPages, noteOf } from './document.ts'
import type { ComposeFacts } from './facts.ts'
import { groupsThatMake } from './reading.ts'
import { addBody, firstNameOf } from './session-body.ts'
import { heldOn, isCheckin, sessionFacts } from './session-facts.ts'
import type { SessionParts } from './session-parts.ts'
import { leadOf, talkOf } from './talk.ts'
import { NOTE_WORDS } from './words.ts'

/** The session's or check-in's note: a document a person would hand over, with its facts in front. Nothing private is in it. */
export function sessionNote(ground: Ground, facts: ComposeFacts, all: SessionParts): Note {
  const { template } = ground.interview
  const parts = all.isInPlace ? { ...all, read: inShort(all.read) } : all
  const layout = template.note.sections.map((section) => ({
    ...section,
    heading: section.heading.replaceAll('{person}', firstNameOf(ground, facts)),
  }))
  const pages = newPages(layout)
  addBody(pages, ground, facts, parts)
  const talk = talkOf(ground, parts.read)
  const lead = isCheckin(ground)
    ? NOTE_WORDS.held(formatDay(heldOn(ground, facts)), facts.author)
    : [leadOf(facts, talk), ...(parts.isInPlace ? [NOTE_WORDS.instead] : [])].join('\n\n')
  return noteOf(sessionFacts(ground, facts, parts, talk), lead, pages)
}

/** Where it ended in a barrier note: their view, what could be behind it, and what became of what was open. */
function inShort(read: SessionParts['read']): SessionParts['read'] {
  const [causes] = groupsThatMake(read, 'barrier')
  const view = read.find((one) => one.question.type === 'form')
  const kept = [causes, view].map((one) => one?.part.id)
  return read.filter(
    (one) => kept.includes(one.part.id) || (one.entry === 'group' && one.question.carries !== undefined),
  )
}
