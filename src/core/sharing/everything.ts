import type { Held } from '../care/held.ts'
import { formatDay, formatMonth, isDay } from '../dates.ts'
import { consentKept } from '../forms/consent.ts'
import { formFactsOf } from '../forms/facts.ts'
import { privatePathOf } from '../notebook/load.ts'
import type { Facts, Note, NoteKind, Person, Section } from '../notebook/note.ts'
import type { SharedCopy } from './copy.ts'
import { unsignedText } from './unsigned.ts'

/** A file as it was read: a whole note, else its text; neither where it is no text. */
export interface ReadFile {
  readonly path: string
  readonly note?: Note
  readonly text?: string
}

/** A draft with what was answered so far. */
export interface ReadDraft {
  readonly id: string
  readonly title: string
  /** Plain day on which it was begun. */
  readonly date: string
  readonly answers: readonly { readonly ask: string; readonly words: string }[]
}

/** All that is held about somebody, read. */
export interface Everything {
  readonly held: Held
  /** Every file of theirs but their own, private parts too. */
  readonly files: readonly ReadFile[]
  readonly drafts: readonly ReadDraft[]
  /** Plain day. */
  readonly today: string
}

const NOT_PASSED_ON = 'Words of somebody else, who asked that they are not passed on.'

type Clean = (text: string) => string

/**
 * All that is held about somebody, as copies to be read one after the other by them: first what is known of them and where everything
 * lies, then every note with its private part and its facts, then files, drafts and copies. `clean` takes other people out.
 * What only a program can read of the facts stands in it `forPrograms` alone.
 */
export function everythingAbout(all: Everything, clean: Clean, forPrograms = false): readonly SharedCopy[] {
  const { held, files, drafts } = all
  const head = { reader: 'person', person: held.person.name, items: [], removed: [], kind: 'update' } as const
  const own = new Map(files.map((file) => [file.path, file]))
  const told = new Set<string>()
  const notes = held.notes.map(({ path, note }) => {
    const hidden = own.get(privatePathOf(path))?.note
    for (const one of [path, ...(hidden === undefined ? [] : [privatePathOf(path)])]) told.add(one)
    return noteCopy(head, { path, note }, hidden, clean, forPrograms)
  })
  const rest = files
    .filter(({ path }) => !told.has(path))
    .flatMap((file) => fileCopy(head, file, all.today, clean, forPrograms))
  return [
    overview(all, head, clean),
    ...notes,
    ...rest,
    ...drafts.map((draft) => draftCopy(head, draft, clean)),
    ...copies(all, head, clean),
  ]
}

type Head = Pick<SharedCopy, 'reader' | 'person' | 'items' | 'removed' | 'kind'>

function overview({ held, drafts, today }: Everything, head: Head, clean: Clean): SharedCopy {
  const { person, mentions } = held
  const places = [
    ...held.files.map(({ path }) => `- \`${path}\`${path.startsWith('private/') ? ' (kept private)' : ''}`),
    ...drafts.map(({ title, date }) => `- a draft begun on ${formatDay(date)}: ${clean(title)}`),
    ...held.copies.map(() => '- a copy that an editor left'),
    '- an index of the words in these files, in the cache folder; it is made anew from them',
  ]
  const named = [...new Set(mentions.map(placeOf))].map((place) => `- ${place}`)
  const sections: readonly Section[] = [
    { heading: 'What is known of you', text: knownOf(person).join('\n') },
    { heading: 'Where it lies', text: places.join('\n') },
    ...(named.length === 0 ? [] : [{ heading: 'Where notes about others name you', text: named.join('\n') }]),
    { heading: 'Further copies', text: FURTHER[held.git].join('\n') },
  ]
  return {
    ...head,
    ...{ id: person.slug, date: today, title: `What is held about ${person.name}`, sections },
    lead: `Everything that this notebook held about you on ${formatDay(today)}, as it stands there. Other people are left out: an alias stands for a colleague, a word in square brackets for what leads to a customer.`,
  }
}

const WHERE: Readonly<Record<Held['mentions'][number]['in'], string>> = {
  note: 'in a note',
  private: 'in the private part of a note',
  file: 'in a file of the notebook',
  draft: 'in a draft',
  copy: 'in a copy that an editor left',
}

const KINDS: Readonly<Record<NoteKind, string>> = {
  session: 'about a talk',
  checkin: 'about a check-in',
  evidence: 'with evidence',
  goal: 'about a goal',
  form: 'with a form',
  barrier: 'about a barrier',
  update: 'about a change',
}

/** Where somebody else's note names them: what kind of note, and the month. Not a word of it, which is about somebody else. */
function placeOf({ path, in: where }: Held['mentions'][number]): string {
  const [, day = '', kind = ''] = /(\d{4}-\d\d-\d\d)-([a-z]+)-[^/]*$/.exec(path) ?? []
  const known = Object.entries(KINDS).find(([one]) => one === kind)?.[1]
  if ((where !== 'note' && where !== 'private') || known === undefined || !isDay(day)) return WHERE[where]
  return `${WHERE[where]} ${known}, ${formatMonth(day.slice(0, 7))}`
}

const BACKUPS =
  '- Backups of this machine, and copies that were exported, printed or sent, may hold earlier versions.'
const FURTHER: Readonly<Record<Held['git'], readonly string[]>> = {
  none: [BACKUPS],
  repository: [BACKUPS],
  history: [
    '- Git keeps every version that was committed, here and wherever the repository was copied to.',
    BACKUPS,
  ],
}

function knownOf({
  name,
  aliases,
  role,
  relationship,
  cadence,
  since,
  zone,
  slug,
}: Person): readonly string[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Name', name],
    ['Other names', aliases.length === 0 ? undefined : aliases.join(', ')],
    ['Short name of your files', slug],
    ['Role', role],
    ['What the mentor is to you', relationship],
    ['How often you check in', cadence],
    ['Since', since],
    ['Time zone', zone],
  ]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [`- ${label}: ${value}`]))
}

function noteCopy(
  head: Head,
  { path, note }: { readonly path: string; readonly note: Note },
  hidden: Note | undefined,
  clean: Clean,
  forPrograms: boolean,
): SharedCopy {
  const { facts, lead, sections } = note
  const blocks = [
    ...sections.map(({ heading, text }) => ({ heading: clean(heading), text: clean(text) })),
    ...(hidden === undefined ? [] : hiddenSections(hidden, wordsOf(facts, clean))),
    ...factSections(facts, clean, forPrograms),
  ]
  const { id, kind, date } = facts
  const from = `Kept in \`${path}\`.`
  return {
    ...head,
    ...{ id, kind, date, title: clean(facts.title), sections: blocks },
    lead: lead === '' ? from : `${clean(lead)}\n\n${from}`,
  }
}

/** What a colleague or a customer sent loses the lines that tell who they are. */
function wordsOf(facts: Facts, clean: Clean): Clean {
  const isOwn = facts.kind !== 'form' || formFactsOf(facts)?.from === 'person'
  return isOwn ? clean : (text) => clean(unsignedText(text))
}

function hiddenSections({ facts, lead, sections }: Note, clean: Clean): readonly Section[] {
  // It is said that there is something: whose words it is has asked for no more.
  if (consentKept(facts) === 'no') return [{ heading: 'Kept private', text: NOT_PASSED_ON }]
  return [...(lead === '' ? [] : [{ heading: '', text: lead }]), ...sections].map(({ heading, text }) => ({
    heading: heading === '' ? 'Kept private' : `Kept private: ${clean(heading)}`,
    text: clean(text),
  }))
}

/** What the front matter says beyond what stands in the words and on top of the copy. */
const SHOWN = new Set([
  'tactful',
  'id',
  'kind',
  'person',
  'date',
  'title',
  'sections',
  'asked',
  'own',
  'private',
])

/** What a program keeps for itself: where a row came from, which entry is meant, which version it was. */
const FOR_PROGRAMS = /(?:^| )(?:id|as|of|row|rows|origin|version|hash|template)(?: \d+)?$/

function factSections(facts: Facts, clean: Clean, forPrograms: boolean): readonly Section[] {
  const lines = Object.entries(facts)
    .filter(([key]) => !SHOWN.has(key))
    .flatMap(([key, value]) => factLines(key, value, clean, forPrograms))
  return lines.length === 0 ? [] : [{ heading: 'Facts kept with it', text: lines.join('\n') }]
}

/** One line for a fact, and one for each entry of a list of them. */
function factLines(key: string, value: unknown, clean: Clean, forPrograms: boolean): readonly string[] {
  const entries =
    Array.isArray(value) && value.some(isMany)
      ? value.map((one, at) => [`${key} ${at + 1}`, one] as const)
      : [[key, value] as const]
  return entries.flatMap(([name, one]) => {
    const facts = flat('', one).filter(
      ([inner, words]) => forPrograms || !(FOR_PROGRAMS.test(`${name} ${inner}`.trim()) || isIds(words)),
    )
    const told = facts.map(([inner, words]) => {
      const shown = isPlain(words) ? words : clean(words)
      return inner === '' ? shown : `${inner} ${shown}`
    })
    return told.length === 0 ? [] : [`- ${name}: ${told.join('; ')}`]
  })
}

function isMany(value: unknown): boolean {
  return typeof value === 'object'
}

function flat(key: string, value: unknown): readonly (readonly [string, string])[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[key, String(value)]]
  if (Array.isArray(value) && !value.some(isMany)) return [[key, value.join(', ')]]
  return Object.entries(value).flatMap(([name, inner]) =>
    flat(`${key} ${isCount(name) ? Number(name) + 1 : name}`.trim(), inner),
  )
}

function isCount(name: string): boolean {
  return /^\d+$/.test(name)
}

/** Ids and times name nobody, and their digits are no phone number. */
function isPlain(value: string): boolean {
  return isIds(value) || /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(value)
}

function isIds(value: string): boolean {
  return /^(?:[0-9A-HJKMNP-TV-Z]{26}(?:, )?)+$/.test(value)
}

function fileCopy(
  head: Head,
  { path, note, text }: ReadFile,
  today: string,
  clean: Clean,
  forPrograms: boolean,
): readonly SharedCopy[] {
  if (note !== undefined && path.startsWith('private/')) {
    const { id, kind, date, title } = note.facts
    const sections = [
      ...hiddenSections(note, wordsOf(note.facts, clean)),
      ...factSections(note.facts, clean, forPrograms),
    ]
    return [{ ...head, ...{ id, kind, date, title: clean(title), sections }, lead: `Kept in \`${path}\`.` }]
  }
  if (text === undefined || text.trim() === '') return []
  return [{ ...head, ...{ id: path, date: today, title: path, sections: [] }, lead: quoted(clean(text)) }]
}

function draftCopy(head: Head, { id, title, date, answers }: ReadDraft, clean: Clean): SharedCopy {
  const sections = answers.map(({ ask, words }) => ({ heading: clean(ask), text: quoted(clean(words)) }))
  return {
    ...head,
    ...{ id, date, title: `Draft: ${clean(title)}`, sections },
    lead: 'Not finished; kept apart from the notes.',
  }
}

function copies({ held, today }: Everything, head: Head, clean: Clean): readonly SharedCopy[] {
  return held.copies.map(({ name, text }) => ({
    ...head,
    ...{
      id: name,
      date: today,
      title: 'A copy that an editor left',
      sections: [],
      lead: quoted(clean(text)),
    },
  }))
}

/** Text of any shape as a quotation: nothing in it is taken for a heading. */
function quoted(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
