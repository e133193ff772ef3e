import { Trouble } from '../problem.ts'
import { headingPlaces, joinSections, splitBody } from './body.ts'
import { splitFront } from './front.ts'
import type { Section } from './note.ts'

/**
 * Adds sections to the body of a note, before the section with the heading `before` where there is one, else at its end. Every other byte stays.
 * Throws `data` where a note is written such that nothing can be added without changing what stands there.
 */
export function addSections(
  source: string,
  sections: readonly Section[],
  before: string | undefined,
  file: string,
): string {
  if (sections.length === 0) return source
  const { head, yaml, tail, rest } = splitFront(source, file)
  const places = headingPlaces(rest)
  const wanted = places.find(({ heading }) => heading === before)?.at
  const text = joinSections(sections)
  // The proof: what is read now is what was read before, with these sections added and nothing else.
  for (const at of [wanted, rest.length, places[0]?.at]) {
    const added = at === undefined ? undefined : insertAt(rest, text, at)
    if (added !== undefined && holdsBoth(rest, added, sections)) return head + yaml + tail + added
  }
  const message = 'nothing can be added to this note as it stands; a block of code in it may have no end'
  throw new Trouble({ kind: 'data', file, message })
}

function insertAt(rest: string, text: string, at: number): string {
  const eol = rest.includes('\r\n') ? '\r\n' : '\n'
  const before = rest.slice(0, at)
  const after = rest.slice(at)
  const breaks = /(?:\r?\n)*$/.exec(before)?.[0].split('\n').length ?? 1
  const gap = before.trim() === '' ? '' : eol.repeat(Math.max(0, 3 - breaks))
  const ending = after !== '' ? eol.repeat(2) : rest.endsWith('\n') || rest === '' ? eol : ''
  return `${before}${gap}${text.replaceAll('\n', eol)}${ending}${after}`
}

function holdsBoth(before: string, after: string, added: readonly Section[]): boolean {
  const old = splitBody(before)
  const now = splitBody(after)
  const told = splitBody(joinSections(added)).sections
  const at = now.sections.findIndex((one, index) => !isSame(one, old.sections[index]))
  const from = at < 0 ? old.sections.length : at
  return (
    now.title === old.title &&
    now.lead === old.lead &&
    now.sections.length === old.sections.length + told.length &&
    told.every((one, index) => isSame(one, now.sections[from + index])) &&
    old.sections.slice(from).every((one, index) => isSame(one, now.sections[from + told.length + index]))
  )
}

function isSame(one: Section, other: Section | undefined): boolean {
  return other !== undefined && one.heading === other.heading && one.text === other.text
}
