import type { Held } from '../care/held.ts'
import { formatDay } from '../dates.ts'
import { formFactsOf } from '../forms/facts.ts'
import { privatePathOf } from '../notebook/load.ts'
import type { Facts, Note, Person, Section } from '../notebook/note.ts'
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

type Clean = (text: string) => string

/**
 * All that is held about somebody, as copies to be read one after the other by them: first what is known of them and where everything
 * lies, then every note with its private part and its facts, then files, drafts and copies. `clean` takes other people out.
 */
export function everythingAbout(all: Everything, clean: Clean): readonly SharedCopy[] {
  const { held, files, drafts } = all
  const head = { reader: 'person', person: held.person.name, items: [], removed: [], kind: 'update' } as const
  const own = new Map(files.map((file) => [file.path, file]))
  const told = new Set<string>()
  const notes = held.notes.map(({ path, note }) => {
    const hidden = own.get(privatePathOf(path))?.note
    for (const one of [path, ...(hidden === undefined ? [] : [privatePathOf(path)])]) told.add(one)
    return noteCopy(head, { path, note }, hidden, clean)
  })
  const rest = files
    .filter(({ path }) => !told.has(path))
    .flatMap((file) => fileCopy(head, file, all.today, clean))
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
  const named = mentions.flatMap(({ lines, in: where }) =>
    lines.map((line) => `- ${WHERE[where]}: ${clean(line)}`),
  )
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
  private: 'in a private part',
  file: 'in a file of the notebook',
  draft: 'in a draft',
  copy: 'in a copy that an editor left',
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
): SharedCopy {
  const { facts, lead, sections } = note
  const blocks = [
    ...sections.map(({ heading, text }) => ({ heading: clean(heading), text: clean(text) })),
    ...(hidden === undefined ? [] : hiddenSections(hidden, wordsOf(facts, clean))),
    ...factSections(facts, clean),
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

function hiddenSections({ lead, sections }: Note, clean: Clean): readonly Section[] {
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

function factSections(facts: Facts, clean: Clean): readonly Section[] {
  const lines = Object.entries(facts)
    .filter(([key]) => !SHOWN.has(key))
    .flatMap(([key, value]) => factLines(key, value, clean))
  return lines.length === 0 ? [] : [{ heading: 'Facts kept with it', text: lines.join('\n') }]
}

/** One line for a fact, and one for each entry of a list of them. */
function factLines(key: string, value: unknown, clean: Clean): readonly string[] {
  const entries =
    Array.isArray(value) && value.some(isMany)
      ? value.map((one, at) => [`${key} ${at + 1}`, one] as const)
      : [[key, value] as const]
  return entries.flatMap(([name, one]) => {
    const told = flat('', one).map(([inner, words]) => {
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
  return /^(?:[0-9A-HJKMNP-TV-Z]{26}(?:, )?)+$|^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/.test(value)
}

function fileCopy(
  head: Head,
  { path, note, text }: ReadFile,
  today: string,
  clean: Clean,
): readonly SharedCopy[] {
  if (note !== undefined && path.startsWith('private/')) {
    const { id, kind, date, title } = note.facts
    const sections = [...hiddenSections(note, wordsOf(note.facts, clean)), ...factSections(note.facts, clean)]
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
