import type { OpenThing } from '../interview/carry.ts'
import type { Note, Section } from '../notebook/note.ts'
import { ownSections } from '../session/own-sections.ts'
import type { Planned } from './planned.ts'

/** Words that the agenda itself has; everything else comes from the session. */
const WORDS = { opening: 'Opening', turn: (name: string) => `${name}'s turn`, help: 'Help on offer' } as const

/** Sections that are no topic: they have a place of their own in the talk, or are only there to be looked up. */
const ASIDE = ['goals', 'view', 'evidence', 'next', 'talk', 'causes', 'said', 'noted', 'agreed', 'forme']

/** As much of what was prepared stands above the line that is typed, in characters. */
const MOST = 400

/** The beginning of one thing of a list. */
const LISTED = /^(?:[-*+]|\d{1,3}[.)]) /

/**
 * What was prepared for a talk, in the order in which it is to come up: the opening, their turn, what both
 * promised, then each topic in the order of the note, and the help on offer. Keys (`point-2`) stay the same for the same note. `name` is the person's first name.
 */
export function agendaOf(note: Note, planned: Planned, name: string): readonly OpenThing[] {
  const own = ownSections(note.facts)
  const topics = note.sections.filter(({ id }) => !ASIDE.includes(id ?? '') && !own.includes(id ?? ''))
  const first = topics.filter(({ id }) => id === 'since')
  const others = topics.filter(({ id }) => id !== 'since').flatMap(partsOf)
  const count = { well: 0, point: 0 }
  return [
    thing('opening', 'opening', WORDS.opening, planned.opening),
    thing('turn', 'turn', WORDS.turn(name), planned.ask),
    ...first.map((section) => thing('since', 'since', section.heading, section.text)),
    ...others.map(({ kind, text, about }) => thing(kind, `${kind}-${++count[kind]}`, text, about)),
    ...(planned.help === undefined ? [] : [thing('help', 'help', WORDS.help, planned.help)]),
  ]
}

function thing(kind: string, key: string, text: string, about: string | undefined): OpenThing {
  return { id: key, key, kind, text, about: short(about ?? '') }
}

interface Part extends Topic {
  readonly kind: 'well' | 'point'
}

/** What one section brings up, in its order. */
function partsOf(section: Section): readonly Part[] {
  return section.id === 'well'
    ? strengths(section).map((one) => ({ kind: 'well', ...one }))
    : topicsIn(section).map((one) => ({ kind: 'point', ...one }))
}

interface Topic {
  readonly text: string
  readonly about: string
}

/** One topic a strength; each begins with its behaviour in bold. Where none does, all of it is one. */
function strengths({ heading, text }: Section): readonly Topic[] {
  const parts = text.split(/\n{2,}(?=\*\*)/).filter((part) => part.trim() !== '')
  return parts.map((part) => {
    const [whole = '', lead = ''] = /^\*\*(.+?)\*\*\s*/.exec(part) ?? []
    const name = lead.replace(/[.:]$/, '')
    return { text: name === '' ? heading : `${heading}: ${name}`, about: part.slice(whole.length) }
  })
}

/** One topic a heading of the third level; where there is none, the section is one. */
function topicsIn({ heading, text }: Section): readonly Topic[] {
  const [before = '', ...parts] = `\n${text}`.split(/\n### +/)
  const named = parts.map((part) => {
    const [first = '', ...rest] = part.split('\n')
    return { text: first.trim(), about: rest.join('\n') }
  })
  return before.trim() === '' ? named : [{ text: heading, about: before }, ...named]
}

/** What was prepared, a line each paragraph and each thing of a list, as much of it as fits above what is typed. */
function short(text: string): string {
  const lines: string[] = []
  let isOpen = false
  for (const line of text.split('\n').map((one) => one.replace(/\s+/g, ' ').trim())) {
    const last = lines.at(-1)
    if (line !== '' && isOpen && last !== undefined && !LISTED.test(line))
      lines[lines.length - 1] = `${last} ${line}`
    else if (line !== '') lines.push(line)
    isOpen = line !== ''
  }
  return cut(lines.join('\n'))
}

function cut(text: string): string {
  if (text.length <= MOST) return text
  const begun = text.slice(0, MOST + 1)
  return `${begun.slice(0, Math.max(begun.lastIndexOf(' '), begun.lastIndexOf('\n'), MOST / 2))} ...`
}
