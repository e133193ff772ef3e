import type { Facts, Section } from '../notebook/note.ts'
import type { Library, LibraryEntry } from '../template/library.ts'
import type { SharedCopy } from './copy.ts'

/** Ids of the sections that tell of a case, in the order in which a group reads them, and of the one that tells what was taken from it. */
const CASE: readonly string[] = ['case', 'moving']
const TAKEN = 'team'
const CAUSES = 'causes'

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
 * One document for a group out of copies for a lead: each case with what happened, what was tried and the questions to the group, then a page
 * for whoever leads the session, with what was taken from each case. Undefined where no copy holds a case or a learning note.
 */
export function casePack(all: readonly SharedCopy[], words: Library): SharedCopy | undefined {
  const copies = all.filter(isPackable)
  const cases = copies.filter(({ sections }) => sections.some(({ id }) => id === 'case'))
  const others = copies.filter((copy) => !cases.includes(copy))
  const [first] = copies
  if (first === undefined) return undefined
  const [group, leading, ...further] = areasIn(words.entries)
  const taken = [
    ...cases.map((copy, at) => ({ heading: `Taken from case ${at + 1}`, text: afterwards(copy) })),
    ...others.map((copy) => ({ heading: 'Worth sharing', text: takenFrom(copy) })),
  ].filter(({ text }) => text !== '')
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
          listOf(linesOf(words.entries, leading)),
          ...further.map((area) => block(area, linesOf(words.entries, area))),
          ...taken.map(({ heading, text }) => `### ${heading}\n\n${text}`),
        ].join('\n\n'),
      },
    ],
    onPages: true,
    items: [],
    removed: copies.flatMap(({ removed }) => removed),
  }
}

/** What happened stands without days and numbers, by which a case would be known. */
function caseBlocks({ sections, items }: SharedCopy): readonly string[] {
  const happened = items.filter(({ kind }) => kind === 'evidence').map(({ words }) => words.trim())
  const told = CASE.map((id) =>
    sections
      .filter((section) => section.id === id)
      .map(({ heading, text }) => `### ${heading}\n\n${deeper(text)}`)
      .join('\n\n'),
  )
  const [situation = '', moved = ''] = told
  return [situation, happened.length === 0 ? '' : block('What happened', happened), moved].filter(
    (part) => part !== '',
  )
}

/** What is told once the group has talked: what was taken from the case, and what in the work may have added to it. */
function afterwards(copy: SharedCopy): string {
  const behind = copy.sections
    .filter(({ id }) => id === CAUSES)
    .map(({ heading, text }) => `${heading}:\n\n${deeper(text)}`)
  return [takenFrom(copy), ...behind].filter((part) => part !== '').join('\n\n')
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
  return [`### ${heading ?? ''}`, listOf(lines)].join('\n\n')
}

/** Lines of any shape as a list of them. */
function listOf(lines: readonly string[]): string {
  return lines.map((line) => `- ${line.replace(/\n+/g, '\n  ')}`).join('\n')
}

/** The areas of a list in the order in which they first come. */
function areasIn(entries: readonly LibraryEntry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ area }) => area ?? []))]
}

function linesOf(entries: readonly LibraryEntry[], area: string | undefined): readonly string[] {
  return entries.filter((entry) => entry.area === area).map(({ label }) => label.trim())
}
