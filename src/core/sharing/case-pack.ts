import type { Facts, Section } from '../notebook/note.ts'
import type { Library, LibraryEntry } from '../template/library.ts'
import type { SharedCopy } from './copy.ts'

/** Ids of the sections that tell of a case, in the order in which a group reads them, and of the one that tells what was taken from it. */
const CASE: readonly string[] = ['case', 'moving']
const TAKEN = 'team'

/** Whether a session looks back at a case, or brought something that others can learn from. */
export function isForPack({ kind, sections = {} }: Facts): boolean {
  return kind === 'session' && ['case', TAKEN].some((id) => sections[id] !== undefined)
}

/** What was answered to "may it be told?": undefined where nobody wrote an answer down. */
export function mayBeTold({ choices }: Facts): boolean | undefined {
  const told = choices?.consent
  return typeof told === 'boolean' ? told : undefined
}

/** Whether anything of a copy goes into a pack. */
export function isPackable(copy: SharedCopy): boolean {
  return copy.sections.some(({ id }) => id === 'case') || takenFrom(copy) !== ''
}

/**
 * One document for a group out of copies for a lead: each case with what was tried and the questions to the group, then the notes for whoever
 * leads the session, with what was taken from each case. Undefined where no copy holds a case or a learning note.
 */
export function casePack(all: readonly SharedCopy[], words: Library): SharedCopy | undefined {
  const copies = all.filter(isPackable)
  const cases = copies.filter(({ sections }) => sections.some(({ id }) => id === 'case'))
  const others = copies.filter((copy) => !cases.includes(copy))
  const taken = [
    ...cases.map((copy, at) => ({ heading: `Case ${at + 1}`, text: takenFrom(copy) })),
    ...others.map((copy) => ({ heading: 'Worth sharing', text: takenFrom(copy) })),
  ].filter(({ text }) => text !== '')
  const [first] = copies
  if (first === undefined) return undefined
  const [group, leading] = areasIn(words.entries)
  return {
    ...{ reader: 'lead', id: 'case-pack', kind: 'session', date: first.date, person: '' },
    title: words.title,
    lead: linesOf(words.entries, undefined).join('\n\n'),
    sections: [
      ...cases.map(
        (copy, at): Section => ({
          heading: `Case ${at + 1}`,
          text: [...caseBlocks(copy), block(group, linesOf(words.entries, group))].join('\n\n'),
        }),
      ),
      {
        heading: leading ?? '',
        text: [
          linesOf(words.entries, leading)
            .map((line) => `- ${line}`)
            .join('\n'),
          ...taken.map(({ heading, text }) => `### ${heading}\n\n${text}`),
        ].join('\n\n'),
      },
    ],
    items: [],
    removed: copies.flatMap(({ removed }) => removed),
  }
}

function caseBlocks({ sections }: SharedCopy): readonly string[] {
  return CASE.flatMap((id) => sections.filter((section) => section.id === id)).map(
    ({ heading, text }) => `### ${heading}\n\n${deeper(text)}`,
  )
}

function takenFrom({ sections }: SharedCopy): string {
  return sections
    .filter(({ id }) => id === TAKEN)
    .map(({ text }) => deeper(text))
    .join('\n\n')
}

/** Headings inside a section stand below ours. */
function deeper(text: string): string {
  return text.replace(/^###(?=#{0,2} )/gm, '####')
}

function block(heading: string | undefined, lines: readonly string[]): string {
  return [`### ${heading ?? ''}`, lines.map((line) => `- ${line}`).join('\n')].join('\n\n')
}

/** The areas of a list in the order in which they first come. */
function areasIn(entries: readonly LibraryEntry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ area }) => area ?? []))]
}

function linesOf(entries: readonly LibraryEntry[], area: string | undefined): readonly string[] {
  return entries.filter((entry) => entry.area === area).map(({ label }) => label.trim())
}
