import { joinBody } from '../notebook/body.ts'
import type { Note, Section } from '../notebook/note.ts'

const GUIDE: Section = {
  heading: 'Before you read on',
  text: [
    'This is how somebody who works with you sees a few things, written down so that you can look at it in peace.',
    '- Read it once and let it rest. Nothing has to be answered today.',
    '- It is about what was done. It is not about who you are.',
    '- Where something is unclear, ask for an example.',
    '- You were there too. What is missing, or looked different from your side, belongs to it.',
    '- What you take from it, and what you try first, is yours to say.',
  ].join('\n'),
}

const LINE = '____________________'

const ANSWER: Section = {
  heading: 'Your answer',
  text: [
    'How does it look from your side?',
    'What would you add or change?',
    'What do you want to try first, and what would help you?',
  ]
    .map((question) => [question, LINE, LINE].join('\n\n'))
    .join('\n\n'),
}

const PRIVATE_HEADING = 'Only for you'

/**
 * Sections that are the mentor's own preparation: how to hold the talk (when and where it is stands above all sections), and
 * what could be behind it, which is a guess until the two have talked.
 */
const OWN: readonly (string | undefined)[] = ['talk', 'causes']

/**
 * A copy of a note as Markdown, without its facts. For the mentor everything, the private part at the end; for the person
 * what the note says to them, with a few lines on reading feedback in front and room for an answer behind. The
 * mentor's own preparation is left out of theirs, and so is a mark such as `[E1]` where the copy does not list that evidence.
 */
export function exportCopy(note: Note, privatePart: Note | undefined, reader: 'mentor' | 'person'): string {
  const { title } = note.facts
  const { lead, sections } = note
  if (reader === 'person') return joinBody({ title, lead, sections: [GUIDE, ...forPerson(sections), ANSWER] })
  return joinBody({ title, lead, sections: [...sections, ...privateSections(privatePart)] })
}

function forPerson(sections: readonly Section[]): readonly Section[] {
  const told = sections.filter(({ id }) => !OWN.includes(id))
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
