import { joinBody } from '../notebook/body.ts'
import type { Note, Section } from '../notebook/note.ts'
import type { Library } from '../template/library.ts'
import { ownSections } from './own-sections.ts'

/** What stands in front of a copy for the person and behind it: how to read it, and room for an answer. */
export interface CopyFrame {
  readonly guide: Section
  readonly answer: Section
}

const LINE = '____________________'

/**
 * The frame from two lists: the title of each is its heading. Of `guide` the first entry is a paragraph and the others a
 * list; each entry of `answer` is a question with room below it.
 */
export function copyFrame(guide: Library, answer: Library): CopyFrame {
  const [first, ...rest] = guide.entries.map(({ label }) => label.trim())
  const asked = answer.entries.map(({ label }) => [label.trim(), LINE, LINE].join('\n\n'))
  return {
    guide: { heading: guide.title, text: [first, ...rest.map((line) => `- ${line}`)].join('\n') },
    answer: { heading: answer.title, text: asked.join('\n\n') },
  }
}

const PRIVATE_HEADING = 'Only for you'

/** A copy of a note as Markdown for the mentor, without its facts: everything, the private part at the end. */
export function mentorCopy({ facts, lead, sections }: Note, privatePart: Note | undefined): string {
  return joinBody({ title: facts.title, lead, sections: [...sections, ...privateSections(privatePart)] })
}

/**
 * A copy of a note as Markdown for the person: what the note says to them, inside its frame. What a template marks as the
 * mentor's own preparation (the fact `own`) is left out, and so is a mark such as `[E1]` where the copy does not list that
 * evidence.
 */
export function personCopy({ facts, lead, sections }: Note, { guide, answer }: CopyFrame): string {
  const told = forPerson(sections, ownSections(facts))
  return joinBody({ title: facts.title, lead, sections: [guide, ...told, answer] })
}

function forPerson(sections: readonly Section[], own: readonly string[]): readonly Section[] {
  const told = sections.filter(({ id }) => id === undefined || !own.includes(id))
  const listed = new Set(
    told.flatMap(({ text }) => [...text.matchAll(/^- (E\d+)(?= · |$)/gm)].map(([, label]) => label)),
  )
  return told.map((section) => ({
    ...section,
    text: section.text.replace(/[ \t]*\[(E\d+)\]/g, (mark, label: string) => (listed.has(label) ? mark : '')),
  }))
}

function privateSections(part: Note | undefined): readonly Section[] {
  if (part === undefined) return []
  const text = [
    part.lead,
    ...part.sections.map((section) => [`### ${section.heading}`, section.text].join('\n\n')),
  ]
    .filter((block) => block.trim() !== '')
    .join('\n\n')
  return text === '' ? [] : [{ heading: PRIVATE_HEADING, text }]
}
