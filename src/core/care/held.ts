import { type WaitingDraft, waitingDrafts } from '../interview/take-up.ts'
import { privatePathOf } from '../notebook/load.ts'
import { personPath } from '../notebook/names.ts'
import type { Person, StoredNote } from '../notebook/note.ts'
import { fold } from '../notebook/people.ts'
import type { DraftHead } from '../ports/drafts.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { HeldCopy, HeldFile } from '../ports/removing.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import { calledBy } from '../sharing/anonymous.ts'
import { type NameIndex, nameIndex } from '../sharing/name-index.ts'
import { linesNaming, type Mention } from './mentions.ts'

/** What in a notebook's folder is the notebook. */
const FOLDERS = ['people', 'notes', 'private', 'templates', 'wording', 'library', 'rehearsals']

/** All that is held about one person on this machine. */
export interface Held {
  readonly person: Person
  /** Where the notebook lies. */
  readonly root: string
  /** Their file, notes, private parts, and versions kept beside those. */
  readonly files: readonly HeldFile[]
  /** What lies among them and is no plain file, or is a note about somebody else. */
  readonly strange: readonly string[]
  readonly notes: readonly StoredNote[]
  /** Of this notebook, and of one that lies no more where a draft was begun: it may be this one, moved. */
  readonly drafts: readonly WaitingDraft[]
  /** Copies that an editor left of their notes. */
  readonly copies: readonly HeldCopy[]
  /** Where what is kept about others names them. */
  readonly mentions: readonly Mention[]
  readonly git: 'none' | 'repository' | 'history'
  /** The places of their files, for whoever looks in git or a backup. */
  readonly places: readonly string[]
}

/**
 * Looks up all that is held about somebody: every file of the notebook is read, whatever the index says. `everyone` is everybody in the
 * notebook, `found` every note of it. Throws what the doors throw.
 */
export async function heldAbout(
  context: Context,
  files: NoteFiles,
  person: Person,
  { everyone, found }: { readonly everyone: readonly Person[]; readonly found: readonly StoredNote[] },
): Promise<Held> {
  const removing = await context.removing()
  const notes = found.filter(({ note }) => note.facts.person === person.slug)
  const places = placesOf(person, notes)
  const { files: all, refused } = await removing.look(places)
  const foreign = foreignIn(found, person.slug)
  const own = all.filter(({ path }) => !foreign.has(path))
  const waiting = await draftsIn(context, files)
  const drafts = waiting.filter((draft) => isTheirs(draft, person))
  const copies = await removing.edits()
  const ids = new Set(notes.map(({ note }) => note.facts.id))
  const theirs = copies.filter(({ text }) => isCopyOf(text, person.slug, ids))
  const index = nameIndex(everyone.map(calledBy))
  return {
    ...{ person, root: files.root, notes, drafts, places, files: own, copies: theirs },
    strange: [...refused, ...all.filter(({ path }) => foreign.has(path)).map(({ path }) => path)].sort(),
    mentions: [
      ...(await mentionsIn(files, own, person, index)),
      ...(await mentionsInDrafts(
        context,
        waiting.filter((draft) => !drafts.includes(draft)),
        person,
        index,
      )),
      ...copies
        .filter((copy) => !theirs.includes(copy))
        .flatMap(({ name, text }) => mention(name, 'copy', linesNaming(text, person, index))),
    ],
    git: await removing.inGit(places),
  }
}

/** A note that a hand has moved elsewhere still is about them. */
function placesOf({ slug }: Person, notes: readonly StoredNote[]): readonly string[] {
  const moved = notes.map(({ path }) => path).filter((path) => !path.startsWith(`notes/${slug}/`))
  return [
    personPath(slug),
    `notes/${slug}`,
    `private/${slug}`,
    ...moved.flatMap((path) => [path, privatePathOf(path)]),
  ]
}

function foreignIn(notes: readonly StoredNote[], slug: string): ReadonlySet<string> {
  const paths = notes
    .filter(({ path, note }) => path.startsWith(`notes/${slug}/`) && note.facts.person !== slug)
    .map(({ path }) => path)
  return new Set(paths.flatMap((path) => [path, privatePathOf(path)]))
}

async function draftsIn(context: Context, files: NoteFiles): Promise<readonly WaitingDraft[]> {
  const drafts = await context.drafts()
  const all = await drafts.list()
  const gone = await goneAmong(context, files, new Set(all.map(({ notebook }) => notebook)))
  const heads = all.filter(({ notebook }) => notebook === files.root || gone.has(notebook))
  const waiting = await waitingDrafts(context, drafts, files, heads)
  return Promise.all(
    waiting.map(async (draft) => {
      if (draft.person !== null) return draft
      // Its template is gone; in ours, the question that names somebody is called so.
      const steps = (await drafts.read(draft.head.draft))?.steps ?? []
      const named = steps.findLast((step) => step.step === 'answer' && step.path === 'person')
      const value = named?.step === 'answer' ? named.value : null
      return { ...draft, person: typeof value === 'string' ? value : null }
    }),
  )
}

/** Which of these folders hold no notebook any more. */
async function goneAmong(
  context: Context,
  { root }: NoteFiles,
  folders: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>()
  for (const folder of folders) {
    if (folder !== root && !(await isThere(context, folder))) gone.add(folder)
  }
  return gone
}

/** What cannot be looked at is taken to be there. */
async function isThere(context: Context, folder: string): Promise<boolean> {
  try {
    const other = await context.notebookAt(folder)
    if ((await other.read('tactful.yaml')) !== undefined) return true
    const lists = await Promise.all(['notes', 'people'].map((place) => other.list(place)))
    return lists.some(({ paths, refused }) => paths.length + refused.length > 0)
  } catch (error) {
    if (error instanceof Trouble) return true
    throw error
  }
}

function isTheirs({ person, name }: WaitingDraft, { slug, name: own, aliases }: Person): boolean {
  if (person === slug) return true
  const folded = [own, ...aliases].map(fold)
  return [person, name].some((one) => one !== null && folded.includes(fold(one)))
}

/** A copy of a note says by its facts whose it is. */
function isCopyOf(text: string, slug: string, ids: ReadonlySet<string>): boolean {
  const [, front = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? []
  const of = /^person:[ \t]*["']?([a-z0-9-]+)/m.exec(front)?.[1]
  return of === slug || [...ids].some((id) => front.includes(id))
}

async function mentionsIn(
  files: NoteFiles,
  own: readonly HeldFile[],
  person: Person,
  index: NameIndex,
): Promise<readonly Mention[]> {
  const skip = new Set(own.map(({ path }) => path))
  const lists = await Promise.all(FOLDERS.map((folder) => files.list(folder)))
  const paths = ['tactful.yaml', ...lists.flatMap((one) => one.paths)]
  const found: Mention[] = []
  for (const path of paths.filter((one) => !skip.has(one))) {
    const text = await readText(files, path)
    const kind = path.startsWith('notes/') ? 'note' : path.startsWith('private/') ? 'private' : 'file'
    found.push(...mention(path, kind, linesNaming(text, person, index)))
  }
  return found
}

/** What is no text names nobody. */
async function readText(files: NoteFiles, path: string): Promise<string> {
  try {
    return (await files.read(path)) ?? ''
  } catch (error) {
    if (error instanceof Trouble) return ''
    throw error
  }
}

async function mentionsInDrafts(
  context: Context,
  waiting: readonly { readonly head: DraftHead; readonly short: string }[],
  person: Person,
  index: NameIndex,
): Promise<readonly Mention[]> {
  const drafts = await context.drafts()
  const found: Mention[] = []
  for (const { head, short } of waiting) {
    const steps = (await drafts.read(head.draft))?.steps ?? []
    const words = textsIn(steps).join('\n')
    found.push(...mention(short, 'draft', linesNaming(words, person, index)))
  }
  return found
}

/** Every text in a value, however deep it lies. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function mention(path: string, where: Mention['in'], lines: readonly string[]): readonly Mention[] {
  return lines.length === 0 ? [] : [{ path, in: where, lines }]
}
