import { formatDay, formatMonth, isDay } from '../core/dates.ts'
import type { NoteKind } from '../core/notebook/note.ts'
import type { MenuScreen } from '../core/ports/asker.ts'
import type { Reader, Removal } from '../core/sharing/copy.ts'
import type { Look } from '../core/sharing/find-names.ts'
import type { Preview } from '../core/sharing/preview.ts'
import { cleanLine } from '../core/text/clean.ts'
import { table, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const LISTED = 12
const SECTIONS = 8

/** What is to leave, told before anything is written. Ends with a line break. */
export function exportPreview(preview: Preview, theme: Theme, width: number): string {
  const blocks = [
    leavingBlock(preview, theme, width),
    removedBlock(preview, theme, width),
    passedOverLine(preview, width),
    rowsLine(preview, width),
    findingsBlock(preview, theme, width),
    personalBlock(preview, theme, width),
    unsaidLine(preview, width),
    looksBlock(preview, theme, width),
  ]
  return theme.signs(`${blocks.filter((block) => block !== '').join('\n')}\n`)
}

/** Asked before a copy leaves. What has left cannot be taken back, so Enter alone leaves everything as it is. */
export function leaveScreen({ reader, notes }: Preview, to: string | undefined): MenuScreen {
  return {
    title: 'Hand it on like this?',
    progress: '',
    lines: [`${counted(notes.length, 'note')} for ${READERS[reader]}.`],
    options: [
      { value: 'write', label: to === undefined ? 'yes, show the copy' : `yes, write ${cleanLine(to)}` },
      { value: '@leave', label: 'no, write nothing' },
    ],
    initial: '@leave',
    canGoBack: false,
  }
}

const READERS: Readonly<Record<Reader, string>> = {
  mentor: 'you',
  person: 'the person',
  lead: 'somebody who leads the team',
}

const KIND_WORDS: Readonly<Record<NoteKind, string>> = {
  session: 'session',
  checkin: 'check-in',
  evidence: 'evidence note',
  goal: 'goal',
  form: 'form',
  barrier: 'barrier',
  update: 'update',
}

function leavingBlock({ reader, notes }: Preview, theme: Theme, width: number): string {
  const [first] = notes
  const who = reader === 'person' && first !== undefined ? first.person : READERS[reader]
  const head = theme.strong(`What leaves, for ${cleanLine(who)}`)
  // Every note that leaves is named; of the first also what is in it.
  const rows = notes.flatMap(({ id, kind, date, title, sections }, at) => {
    const named = sections.slice(0, SECTIONS).map(({ heading }) => cleanLine(heading))
    const rest = sections.length > SECTIONS ? [`and ${sections.length - SECTIONS} more`] : []
    const number = reader === 'lead' ? `${id} ` : ''
    const line = `${number}${cleanLine(title)} (${KIND_WORDS[kind]}, ${isDay(date) ? formatDay(date) : formatMonth(date)})`
    const inside = [...named, ...rest].join(' · ')
    return [
      wrapped(line, width, '  ', '    '),
      ...(inside === '' || at >= LISTED ? [] : [wrapped(inside, width, '    ', '    ')]),
    ]
  })
  return `${[head, ...rows].join('\n')}\n`
}

const REMOVED: Readonly<Record<string, (count: number) => string>> = {
  private: (count) => (count === 1 ? 'your private part' : 'your private parts'),
  own: (count) => `${sectionWord(count)} of your own preparation`,
  'their-words': () => 'their own words: answers, views and quotations',
  'unknown-section': (count) => `${sectionWord(count)} that no template knows`,
  appointment: () => 'when and where you talk',
  'personal-causes': () => 'causes that lie in the person, and how they were found',
  reasons: (count) => (count === 1 ? 'reason for a change' : 'reasons for a change'),
  confided: (count) => (count === 1 ? 'sentence with something private' : 'sentences with something private'),
  'third-parties': () => 'names of other people',
}
const WHAT: Readonly<Partial<Record<Removal['what'], (count: number) => string>>> = {
  name: () => 'names, for which aliases stand',
  email: (count) => (count === 1 ? 'e-mail address' : 'e-mail addresses'),
  phone: (count) => (count === 1 ? 'phone number' : 'phone numbers'),
  card: (count) => (count === 1 ? 'card number' : 'card numbers'),
  account: (count) => (count === 1 ? 'account number' : 'account numbers'),
  number: () => 'numbers of tickets, counted anew',
  link: (count) => (count === 1 ? 'link' : 'links'),
}

function removedBlock({ removed, aliases }: Preview, theme: Theme, width: number): string {
  if (removed.length === 0) return ''
  const rows = removed.map(({ what, why, count }) => {
    const words = REMOVED[why] ?? WHAT[what] ?? (() => 'what is not theirs to read')
    const who = what === 'name' && aliases.length > 0 ? `: ${shortList(aliases)}` : ''
    return [`  ${String(count).padStart(3)}`, `${words(count)}${who}`]
  })
  return `${theme.strong('What was taken out')}\n${table(rows, width)}`
}

function passedOverLine({ passedOver, reader }: Preview, width: number): string {
  if (passedOver.size === 0) return ''
  const kinds = [...passedOver].map(([kind, count]) => counted(count, KIND_WORDS[kind]))
  // A barrier is for whoever can change it, and never in a copy for the person.
  const asked = [...passedOver.keys()].filter((kind) => reader !== 'person' || kind !== 'barrier')
  const flags = asked.map((kind) => `--kind ${kind}`).join(' or ')
  const how = flags === '' ? '' : ` Ask for it with ${flags}.`
  return `${wrapped(`Stays here: ${kinds.join(', ')}.${how}`, width)}\n`
}

function rowsLine({ rows }: Preview, width: number): string {
  if (rows === undefined) return ''
  const told = `Stays here: ${counted(rows.count, 'row')} of exports, about ${counted(rows.people, 'person', 'people')}.`
  return `${wrapped(`${told} tactful trends shows what several people have in common.`, width)}\n`
}

function findingsBlock({ findings, checked, notes }: Preview, theme: Theme, width: number): string {
  const part =
    checked === undefined
      ? ''
      : wrapped(`Wording was looked at in the first ${checked} of these ${notes.length} notes.`, width)
  if (findings.length === 0) return part === '' ? '' : `${part}\n`
  const remarks = [...new Set(findings.map(({ words, why }) => `"${cleanLine(words)}": ${why}`))]
  const lines = remarks.slice(0, LISTED).map((line) => wrapped(line, width, '  ', '    '))
  const told = `${theme.strong('Wording to look at first')}\n${withMore(lines, remarks.length)}`
  return part === '' ? told : `${told}${part}\n`
}

const STILL: Readonly<Record<string, (count: number) => string>> = {
  email: (count) => counted(count, 'e-mail address', 'e-mail addresses'),
  phone: (count) => counted(count, 'phone number'),
  card: (count) => counted(count, 'card number'),
  account: (count) => counted(count, 'account number'),
}

function personalBlock({ personal }: Preview, theme: Theme, width: number): string {
  if (personal.length === 0) return ''
  const lines = personal.slice(0, LISTED).map(({ what, count }) => {
    const words = STILL[what]?.(count) ?? `${cleanLine(what)}, ${times(count)}`
    return wrapped(words, width, '  ', '    ')
  })
  return `${theme.strong('Still in it')}\n${withMore(lines, personal.length)}`
}

const LOOKS: Readonly<Record<Exclude<Look['why'], 'unsure'>, string>> = {
  word: 'left as a word; is it a name?',
  initials: 'are these initials?',
  unknown: 'looks like a name, or something else that gives somebody away',
}

function looksBlock({ looks }: Preview, theme: Theme, width: number): string {
  if (looks.length === 0) return ''
  const left = looks.flatMap(({ words, why, count }) =>
    why === 'unsure' ? [] : [`"${cleanLine(words)}", ${times(count)}: ${LOOKS[why]}`],
  )
  const lines = left.slice(0, LISTED).map((line) => wrapped(line, width, '  ', '    '))
  const unsure = unsureLine(looks.filter(({ why }) => why === 'unsure'))
  const first = unsure === '' ? [] : [wrapped(unsure, width, '  ', '    ')]
  return `${theme.strong('Please look yourself')}\n${withMore([...first, ...lines], left.length + first.length)}`
}

function unsaidLine({ unsaid }: Preview, width: number): string {
  if (unsaid === 0) return ''
  const whose = unsaid === 1 ? 'one thing that a form brought in' : `${unsaid} things that forms brought in`
  return `${wrapped(`No yes is written down for passing on ${whose}. Ask first, or leave it out.`, width)}\n`
}

/** How often something was taken out as a name that may be none, and what it was. */
function unsureLine(looks: readonly Look[]): string {
  const all = looks.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return ''
  const words = looks.slice(0, SECTIONS).map((one) => `"${cleanLine(one.words)}"`)
  const rest = looks.length > SECTIONS ? ` and ${looks.length - SECTIONS} more` : ''
  return `Taken out as a name, though it may be a word, ${times(all)}: ${words.join(', ')}${rest}`
}

function withMore(lines: readonly string[], all: number): string {
  const more = all > lines.length ? [`  and ${all - lines.length} more`] : []
  return `${[...lines, ...more].join('\n')}\n`
}

function shortList(words: readonly string[]): string {
  return words.length <= 4 ? words.join(', ') : `${words.slice(0, 3).join(', ')} and ${words.length - 3} more`
}

function sectionWord(count: number): string {
  return count === 1 ? 'section' : 'sections'
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function counted(count: number, word: string, many = `${word}s`): string {
  return `${count} ${count === 1 ? word : many}`
}

/** The mentor chose that nothing leaves. */
export const nothingWritten = 'Nothing was written.\n'
