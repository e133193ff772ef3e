import { wrongEntries } from '../checkins/wrong-entries.ts'
import { addDays, formatDay } from '../dates.ts'
import { shortId } from '../notebook/ids.ts'
import { loadNotes, loadPeople, readNote } from '../notebook/load.ts'
import { personPath } from '../notebook/names.ts'
import type { Person } from '../notebook/note.ts'
import type { DraftHead } from '../ports/drafts.ts'
import type { NoteHead } from '../ports/index-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { type Mistake, type Problem, Trouble } from '../problem.ts'
import { checkTeamFiles } from '../template/team-check.ts'
import { agedComplaints, agedNotes, retentionIn } from './aged.ts'
import type { Complaint } from './complaint.ts'
import { entryComplaints } from './entries.ts'
import { differingComplaints, noteComplaints } from './notes.ts'

/** Drafts younger than this are work in progress, in days. */
const OLD_DRAFT = 30

/** The doors that a look over a notebook goes through. */
type Needed = Pick<Context, 'clock' | 'care' | 'drafts' | 'index' | 'data'>

/** What a look over a notebook found. `unread` and `broken` keep what is wrong as it was told, for the view to word. */
export interface Looked {
  readonly complaints: readonly Complaint[]
  readonly unread: readonly Problem[]
  readonly broken: readonly Mistake[]
  readonly notes: number
  readonly people: number
}

/** Looks over a whole notebook, reading every file anew and changing nothing. Throws only what is not about one file. */
export async function lookOver(context: Needed, files: NoteFiles): Promise<Looked> {
  const care = await context.care()
  const today = context.clock.today()
  const notes = await loadNotes(files)
  const people = await loadPeople(files)
  const own = await unreadableOwn(files)
  const told = notes.found.map(({ path, note }) => ({ path, facts: note.facts }))
  const entries = await care.entries()
  const kept = await retentionIn(files, today)
  const strange = new Set(entries.filter(({ type }) => type !== 'file').map(({ path }) => path))
  const unread = [...notes.bad, ...people.bad, ...own].filter(
    (problem) => !('file' in problem && strange.has(problem.file)),
  )
  const complaints = [
    ...entryComplaints(entries),
    ...noteComplaints(told, today, kept?.limit),
    ...notes.found.flatMap(({ path, note }) => differingComplaints(path, note)),
    ...(kept === undefined ? [] : agedComplaints(agedNotes(notes.found, people.found, kept.limit), kept)),
    ...oldDrafts(await (await context.drafts()).list(), files.root, today),
    ...(await indexComplaint(
      context,
      told.map(({ path, facts }) => ({ path, id: facts.id, date: facts.date, title: facts.title })),
    )),
    ...(await shared(context)),
  ]
  const broken = [
    ...(await checkTeamFiles(files, await context.data())),
    ...(await wrongIn(files, people.found)),
  ]
  return { complaints, unread, broken, notes: told.length, people: people.found.length }
}

/** Entries of people's files by which check-ins are reckoned, and which cannot be read. */
async function wrongIn(files: NoteFiles, people: readonly Person[]): Promise<readonly Mistake[]> {
  const found: Mistake[] = []
  for (const person of people) {
    if (wrongEntries(person).length === 0) continue
    found.push(...wrongEntries(person, await files.read(personPath(person.slug))))
  }
  return found
}

async function unreadableOwn(files: NoteFiles): Promise<readonly Problem[]> {
  const { paths, refused } = await files.list('private')
  const bad: Problem[] = refused.map((file) => ({ kind: 'data', file, message: 'this was not read' }))
  for (const path of paths.filter((one) => one.endsWith('.md'))) {
    try {
      await readNote((await files.read(path)) ?? '', path)
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      bad.push(error.problem)
    }
  }
  return bad
}

function oldDrafts(heads: readonly DraftHead[], root: string, today: string): readonly Complaint[] {
  return heads
    .filter(({ notebook, created }) => notebook === root && created.slice(0, 10) < addDays(today, -OLD_DRAFT))
    .map(({ draft, created }) => ({
      kind: 'draft',
      path: '',
      message: `A draft has waited since ${formatDay(created.slice(0, 10))}.`,
      mend: `Go on with: tactful resume ${shortId(draft)}`,
    }))
}

/** The index is never trusted over a file; where the two differ it has to be made anew. */
async function indexComplaint(
  context: Needed,
  notes: readonly Pick<NoteHead, 'path' | 'id' | 'date' | 'title'>[],
): Promise<readonly Complaint[]> {
  const line = ({ path, id, date, title }: Pick<NoteHead, 'path' | 'id' | 'date' | 'title'>): string =>
    JSON.stringify([path, id, date, title])
  const known = new Set((await context.index()).heads.map(line))
  const different = notes.filter((note) => !known.delete(line(note))).length + known.size
  if (different === 0) return []
  const message = `The index does not agree with the files about ${different === 1 ? '1 note' : `${different} notes`}.`
  return [{ kind: 'index', path: '', message, fix: { fix: 'index' } }]
}

async function shared(context: Needed): Promise<readonly Complaint[]> {
  const state = await (await context.care()).privateInGit()
  if (state === 'safe') return []
  const [message, mend] =
    state === 'tracked'
      ? [
          'Your private parts are in git, so whoever gets the notebook gets them too.',
          'Take them out and keep them here: git rm -r --cached private',
        ]
      : ['Git does not ignore your private parts.', 'Add a line "private/" to .gitignore in the notebook.']
  return [{ kind: 'shared', path: 'private', message, mend }]
}
