import type { OpenThing } from '../interview/carry.ts'
import type { Note, Section } from '../notebook/note.ts'
import { ownSections } from '../session/own-sections.ts'
import type { Planned } from './planned.ts'

/** Words that the agenda itself has; everything else comes from the session. */
const WORDS = {
  opening: 'Opening',
  turn: (name: string) => `${name}'s turn`,
  wrote: (name: string) => `What ${name} wrote:`,
  help: 'Help on offer',
  promised: 'In your note already:',
} as const

/** Sections that are no topic: they have a place of their own in the talk, or are only there to be looked up. */
const ASIDE = ['goals', 'view', 'evidence', 'next', 'talk', 'causes', 'said', 'noted', 'agreed', 'forme']

/** So many characters of a thing's first sentence tell it from the others. */
const NAME = 60

/** The beginning of one thing of a list. */
const LISTED = /^(?:[-*+]|\d{1,3}[.)]) /

/** A further answer of a thing of a list, behind its name: "To ask: ...". */
const LABELLED = /^[A-Z][\w' ]{1,40}: /

/**
 * What was prepared for a talk, in the order in which it is to come up: the opening, their turn, what both
 * promised, then each topic in the order of the note, and the help on offer. Keys (`point-2`) stay the same for the same note. `name` is the person's first name.
 */
export function agendaOf(note: Note, planned: Planned, name: string): readonly OpenThing[] {
  const own = ownSections(note.facts)
  const topics = note.sections.filter(({ id }) => !ASIDE.includes(id ?? '') && !own.includes(id ?? ''))
  const first = topics.filter(({ id }) => id === 'since')
  const well = new Set(note.sections.find(({ id }) => id === 'well')?.text.match(CITED))
  const others = topics.filter(({ id }) => id !== 'since').flatMap((section) => partsOf(section, well))
  const keys = keysOf(others)
  const help = [planned.help ?? '', promisedIn(note)].filter((one) => one !== '').join('\n\n')
  const said = note.sections.find(({ id }) => id === 'view')?.text.replace(/^>[ \t]?/gm, '')
  const turn = [planned.ask ?? '', said === undefined ? '' : `${WORDS.wrote(name)}\n\n${said}`]
  return [
    thing('opening', 'opening', WORDS.opening, planned.opening),
    thing('turn', 'turn', WORDS.turn(name), turn.join('\n\n')),
    ...first.map((section) => thing('since', 'since', section.heading, section.text)),
    ...others.map(({ kind, text, about }, at) => thing(kind, keys[at] ?? '', text, about)),
    ...(help === '' ? [] : [thing('help', 'help', WORDS.help, help)]),
  ]
}

/** Keys that count what was prepared as points first: a section of its own that comes before them takes no number from `point-1`. */
function keysOf(parts: readonly Part[]): readonly string[] {
  const ranked = parts.map((part, at) => ({ at, part, rank: part.isNamed === true ? 0 : 1 }))
  const keys: string[] = []
  for (const kind of ['well', 'point'] as const) {
    const own = ranked.filter(({ part }) => part.kind === kind).sort((a, b) => a.rank - b.rank || a.at - b.at)
    own.forEach(({ at }, index) => {
      keys[at] = `${kind}-${index + 1}`
    })
  }
  return keys
}

/** What the preparation promises already, as the note lists it: in the talk it need only be said. */
function promisedIn({ sections }: Note): string {
  const lists = sections.filter(({ id }) => id === 'goals' || id === 'next' || id === 'steps')
  const lines = lists.flatMap(({ text }) => text.split('\n').filter((line) => /^- P\d+ · /.test(line)))
  return lines.length === 0 ? '' : `${WORDS.promised}\n\n${lines.join('\n')}`
}

function thing(kind: string, key: string, text: string, about: string | undefined): OpenThing {
  return { id: key, key, kind, text, about: lined(about ?? '') }
}

interface Part extends Topic {
  readonly kind: 'well' | 'point'
}

/** What one section brings up, in its order; `well` are the marks of the evidence for what went well. */
function partsOf(section: Section, well: ReadonlySet<string>): readonly Part[] {
  return section.id === 'well'
    ? strengths(section).map((one) => ({ kind: 'well', ...one }))
    : topicsIn(section)
        .filter(({ about }) => !isSeenAlike(about, well))
        .map((one) => ({ kind: 'point', ...one }))
}

/** Evidence that is named in brackets. */
const CITED = /\[E\d+\]/g
/** What they wrote, behind their name, under the heading of their form for what went well. */
const THEIR_WELL = /^[^:\n]{1,60}: (?:what went well|what you did well|went well)\b/i

/** Whether both say that one case went well: it comes up with what went well already. */
function isSeenAlike(about: string, well: ReadonlySet<string>): boolean {
  const cited = about.match(CITED) ?? []
  return THEIR_WELL.test(about) && cited.length > 0 && cited.every((mark) => well.has(mark))
}

interface Topic {
  readonly text: string
  readonly about: string
  /** It stands under a heading of its own, as points do. */
  readonly isNamed?: boolean
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

/** One topic a heading of the third level, and one a thing in a list that goes on below its first line; what is left of the section is one. */
function topicsIn({ heading, text }: Section): readonly Topic[] {
  const [plain = '', ...parts] = `\n${text}`.split(/\n### +/)
  const { before, things } = thingsIn(heading, plain)
  const named = parts.map((part) => {
    const [first = '', ...rest] = part.split('\n')
    return { text: first.trim(), about: rest.join('\n'), isNamed: true }
  })
  return [...(before.trim() === '' ? [] : [{ text: heading, about: before }]), ...things, ...named]
}

/** A list under a label or none, whose things may go on in further lines. Things with a mark of the note (`P1`) have their own place in the talk. */
const LIST = /(?:^(?<label>[^\n]{1,80}):\n\n)?(?<list>^- (?![A-Z]\d+ ·)[^\n]*(?:\n(?:- | {2,})[^\n]*)*)/gm

/** What a section lists with more than a line each, such as where two views differ: a topic each; `before` is the rest of it. */
function thingsIn(heading: string, text: string): { before: string; things: readonly Topic[] } {
  const things: Topic[] = []
  const before = text.replace(LIST, (whole: string, label: string | undefined, list: string) => {
    const each = list.split(/\n(?=- )/)
    const long = each.filter((one) => one.includes('\n'))
    things.push(...long.map((one) => topicOf(label ?? heading, one.slice(2))))
    const rest = each.filter((one) => !one.includes('\n')).join('\n')
    if (long.length === 0) return whole
    return rest === '' || label === undefined ? rest : `${label}:\n\n${rest}`
  })
  return { before, things }
}

/** The heading of a form between a name and what was written: "Sam: What went well: ...". */
const FORM_HEADING = /(?<=^[^:\n]{1,60}: )(?:What|Which|How|Where|Our|My)\b[^:\n]{1,60}: /

/** A topic under the first sentence of its words, which stand whole below it. */
function topicOf(of: string, words: string): Topic {
  const [line = ''] = words.split('\n')
  const [first = ''] = line.replace(FORM_HEADING, '').split(/(?<=[^.])[.?!](?=\s|$)/)
  const name = first.length <= NAME ? first : `${first.slice(0, first.lastIndexOf(' ', NAME))} ...`
  return { text: `${of}: ${name}`, about: words }
}

/** What was prepared, a line each paragraph and each thing of a list; nothing is left out. */
function lined(text: string): string {
  const lines: string[] = []
  let isOpen = false
  for (const line of text.split('\n').map((one) => one.replace(/\s+/g, ' ').trim())) {
    const last = lines.at(-1)
    if (line !== '' && isOpen && last !== undefined && !LISTED.test(line) && !LABELLED.test(line))
      lines[lines.length - 1] = `${last} ${line}`
    else if (line !== '') lines.push(line)
    isOpen = line !== ''
  }
  return lines.join('\n')
}
