import type { Note, Section } from '../notebook/note.ts'
import type { Library } from '../template/library.ts'
import { ownSections } from './own-sections.ts'
import { sectionToYou } from './to-you.ts'

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

/** What a copy of a note for the mentor holds: everything, the private part at the end. */
export function mentorSections({ sections }: Note, privatePart: Note | undefined): readonly Section[] {
  return [...sections, ...privateSections(privatePart)]
}

/**
 * What a copy of a note for the person holds: what the note says to them. What a template marks as the mentor's own
 * preparation (the fact `own`) is left out, and so is a mark such as `[E1]` where the copy does not list that evidence. Where such a
 * section cannot be found under its heading any more, every heading added by hand may be it, and none of them leaves. Headings speak to
 * the person, whose display name is `name`.
 */
export function personSections({ facts, sections }: Note, name: string): readonly Section[] {
  const own = ownSections(facts)
  const there = new Set(sections.map(({ id }) => id))
  const wasThere = (id: string) => (facts.sections === undefined ? 'own' in facts : id in facts.sections)
  const isRenamed = own.some((id) => wasThere(id) && !there.has(id))
  const theirs = sections.filter(({ id }) => (id === undefined ? !isRenamed : !own.includes(id)))
  return citingOnly(theirs).map((section) => sectionToYou(section, name))
}

/** Sections without marks such as `[E1]` that lead nowhere, because none of these sections lists that evidence. */
export function citingOnly(sections: readonly Section[]): readonly Section[] {
  const listed = labelsListed(sections)
  return sections.map((section) => ({
    ...section,
    text: section.text.replace(/[ \t]*\[(E\d+)\]/g, (mark, label: string) => (listed.has(label) ? mark : '')),
  }))
}

/** The labels of the things that sections list: `E1`, `P2`. */
export function labelsListed(sections: readonly Section[]): ReadonlySet<string> {
  return new Set(
    sections.flatMap(({ text }) =>
      [...text.matchAll(/^- ([A-Z]\d+)(?= · |$)/gm)].map(([, label]) => label ?? ''),
    ),
  )
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
