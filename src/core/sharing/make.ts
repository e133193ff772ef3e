import { ownerLetter } from '../barriers/letter.ts'
import type { MaskData } from '../importing/masks.ts'
import { privatePathOf } from '../notebook/load.ts'
import type { Person, StoredNote } from '../notebook/note.ts'
import { readPrivatePart } from '../notebook/private-part.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { type CopyFrame, copyFrame } from '../session/copy.ts'
import { loadLibrary } from '../template/load.ts'
import { loadWording } from '../wording/load.ts'
import { unsaidIn } from './alone.ts'
import { type Anonymiser, anonymiser, tallyLooks } from './anonymous.ts'
import { copyForLead, copyForMentor, copyForPerson, framed, type Leaving } from './copies.ts'
import type { Reader, SharedCopy } from './copy.ts'
import type { Look } from './find-names.ts'
import { agreedWords, citedPaths, importedLabels, itemsOf, type Known, knownFrom } from './items.ts'
import { causeWords } from './lead-sections.ts'
import { withoutPrivate } from './private-matters.ts'
import { withStanding } from './standing-of.ts'

/** What making copies needs of the world. */
export interface CopyDesk {
  readonly context: Context
  readonly files: NoteFiles
  readonly index: NoteIndex
  /** Everybody in the notebook. */
  readonly people: readonly Person[]
}

/** Copies as they would leave, in the order of the notes they are made of. */
interface Made {
  readonly copies: readonly SharedCopy[]
  /** What somebody should look at before copies for a lead go. */
  readonly looks: readonly Look[]
  /** How many things in them come from a form that holds no yes to passing them on. */
  readonly unsaid: number
}

/** Makes the copies of some notes for one reader. A private part that cannot be read throws `data` in a copy for the mentor, which promises everything. */
export async function makeCopies(
  desk: CopyDesk,
  reader: Reader,
  notes: readonly StoredNote[],
): Promise<Made> {
  const known = await knownAbout(desk.index, notes)
  const agreed = agreedWords(known)
  const unsaid = unsaidIn(notes, known)
  const leaving: Leaving[] = []
  const counted = new Set<string>()
  for (const stored of notes) {
    const one = await leavingNote(desk, reader, stored, known, counted)
    leaving.push({ ...one, agreed: agreed.get(stored.note.facts.person) ?? [] })
  }
  if (reader === 'mentor') return { copies: leaving.map(copyForMentor), looks: [], unsaid }
  if (reader === 'person') return { copies: leaving.map(copyForPerson), looks: [], unsaid }
  const causes = causeWords(await loadLibrary('causes', desk.files, await desk.context.data()))
  const anonymous = await anonymiserFor(desk, notes)
  const wording = await loadWording(desk.files, await desk.context.data())
  const ground = { causes, withoutPrivate: withoutPrivate(wording) }
  const made = leaving.map((one, at) => copyForLead(one, at + 1, anonymous, ground))
  const looks = tallyLooks(made.flatMap((one) => one.looks))
  return { copies: made.map(({ copy }) => copy), looks, unsaid }
}

/** Copies for one person inside their frame: how to read it and room for an answer, in the team's own words where it has some. */
export async function inFrame(
  { context, files }: CopyDesk,
  copies: readonly SharedCopy[],
): Promise<readonly SharedCopy[]> {
  return framed(copies, await frameFor(context, files))
}

/** An anonymiser for what is to leave: it knows everybody in the notebook, who prepared these notes, and the tickets they are filed under. */
async function anonymiserFor(
  { context, index, people }: CopyDesk,
  notes: readonly StoredNote[],
): Promise<Anonymiser> {
  const [data, mentors, digests] = await Promise.all([
    context.data(),
    mentorNames(
      context,
      notes.map(({ note }) => note.lead),
    ),
    index.digests(index.heads),
  ])
  return anonymiser({
    people,
    mentors,
    facts: digests.map(({ facts }) => facts),
    tickets: digests.flatMap(({ facts }) =>
      (facts.items ?? []).flatMap(({ ticket }) => (ticket === undefined ? [] : [String(ticket)])),
    ),
    masks: (await data.shipped('import', 'masks')) as MaskData,
  })
}

/** Names of those who prepared some notes: the one in the settings, and those behind "prepared by" and its like in the first lines of the notes. */
export async function mentorNames(context: Context, leads: readonly string[]): Promise<readonly string[]> {
  const name = await (await context.settings()).get('name')
  return [...(name === undefined ? [] : [name]), ...authorsIn(leads)]
}

function authorsIn(leads: readonly string[]): readonly string[] {
  const names = leads.flatMap((lead) =>
    [...lead.matchAll(/(?:prepared|written|written down|held)\b[^·\n]{0,60}? by ([^·\n,;]{2,80})/gi)].map(
      ([, name = '']) => name.trim(),
    ),
  )
  return [...new Set(names)].filter((name) => /^\p{Lu}/u.test(name))
}

async function leavingNote(
  { files, people }: CopyDesk,
  reader: Reader,
  stored: StoredNote,
  known: Known,
  counted: Set<string>,
): Promise<Leaving> {
  const isLetter = reader === 'lead' && stored.note.facts.kind === 'barrier'
  const own = isLetter ? ownerLetter(stored.note) : stored.note
  const note = withStanding(own, known.digests, known.events)
  const cited = citedPaths(note, known)
  const name = people.find(({ slug }) => slug === note.facts.person)?.name ?? note.facts.person
  const common = { note, name, items: itemsOf(note, known), imported: importedLabels(note, known) }
  if (reader !== 'mentor') {
    // What several notes cite has one private part, which is counted once.
    const paths = [stored.path, ...cited].map(privatePathOf).filter((path) => !counted.has(path))
    const sources = await Promise.all(paths.map((path) => files.read(path)))
    for (const path of paths) counted.add(path)
    return { ...common, hiddenCount: sources.filter((source) => source !== undefined).length }
  }
  const part = await readPrivatePart(files, stored, cited)
  const [broken] = part?.broken ?? []
  if (broken !== undefined) throw broken.trouble
  return { ...common, hiddenCount: 0, ...(part?.note === undefined ? {} : { hidden: part.note }) }
}

async function knownAbout(index: NoteIndex, notes: readonly StoredNote[]): Promise<Known> {
  const people = [...new Set(notes.map(({ note }) => note.facts.person))]
  return knownFrom(await index.digests(people.flatMap((person) => index.about(person))))
}

async function frameFor(context: Context, files: NoteFiles): Promise<CopyFrame> {
  const data = await context.data()
  const [guide, answer] = await Promise.all([
    loadLibrary('guide', files, data),
    loadLibrary('guide-answer', files, data),
  ])
  return copyFrame(guide, answer)
}
