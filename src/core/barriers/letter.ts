import type { Note, Section } from '../notebook/note.ts'

/** What a note held before barriers were written for their owners alone. */
const OLDER = 'evidence'

/**
 * The note of a barrier as its owner gets it: what is in the way as its title, whole and said once, then since when, what it does
 * to the work and what would help. Nothing of the person with whom it was found: evidence, marks such as `[E1]`, and what was taken from evidence
 * without being asked for, as older notes have it, are left out.
 */
export function ownerLetter(note: Note): Note {
  const title = titleOf(note)
  const sections = note.sections
    .filter(({ id }) => id !== OLDER)
    .filter((section) => section.id !== 'effect' || !isTaken(note, section))
    .filter(({ id, text }) => id !== 'what' || sentence(text) !== title)
    .map((section): Section => ({ ...section, text: capital(withoutMarks(section.text)) }))
    .filter(({ text }) => text.trim() !== '')
  return { ...note, facts: { ...note.facts, title }, sections }
}

/** Older titles were cut short; what is in the way stands whole below them. */
function titleOf({ facts, sections }: Note): string {
  const what = sections.find(({ id }) => id === 'what')?.text ?? ''
  const isCut = facts.title.endsWith('…')
  return sentence(isCut && what.trim() !== '' ? (what.trim().split(/\n\s*\n/)[0] ?? what) : facts.title)
}

/** Nobody was asked what it does to the work, and evidence was put there instead. */
function isTaken({ facts, sections }: Note, { text }: Section): boolean {
  const asked = Object.keys(facts.asked ?? {}).some((id) => id.endsWith('.effect'))
  return !asked && sections.some(({ id }) => id === OLDER) && /\[E\d+\]/.test(text)
}

function sentence(text: string): string {
  return capital(withoutMarks(text).replace(/\s+/g, ' ').trim())
}

function withoutMarks(text: string): string {
  return text.replace(/[ \t]*\[E\d+\]/g, '')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
