import { consentKept } from '../forms/consent.ts'
import { shortId } from '../notebook/ids.ts'
import { type Listed, listedEvidence } from '../notebook/listing.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import type { AloneForm, InboxDoor, NotedItem } from './world.ts'

/** What the notebook at `root` holds about somebody. Nothing is opened before it is asked for; no notebook yet holds nothing. */
export function inboxDoor(context: Context, root: string): InboxDoor {
  let opened: Promise<NoteIndex | undefined> | undefined
  // A note of an export holds many items, and is read for each that was picked from it.
  const parsed = new Map<string, { readonly source: string; readonly items: readonly Listed[] }>()
  const itemsIn = async (path: string): Promise<readonly Listed[]> => {
    const source = await (await filesAt(context, root)).read(path)
    if (source === undefined) return []
    const known = parsed.get(path)
    if (known?.source === source) return known.items
    const { parseNote } = await import('../notebook/codec.ts')
    const items = listedEvidence(parseNote(source, path))
    parsed.set(path, { source, items })
    return items
  }
  return {
    async of(person) {
      opened ??= openIndex(context, root)
      const index = await opened
      return index === undefined ? [] : notedAbout(index, person)
    },
    async alone(person) {
      opened ??= openIndex(context, root)
      const index = await opened
      return index === undefined ? [] : aloneAbout(index, person)
    },
    async now(item) {
      const found = (await itemsIn(item.path)).find(({ id }) => id === item.id)
      return found === undefined ? undefined : notedItem(found, item.used)
    },
  }
}

/** What all notes of the notebook at `root` say; undefined where there is no notebook yet. */
export async function openIndex(context: Context, root: string): Promise<NoteIndex | undefined> {
  const files = await filesAt(context, root)
  // Looking through many notes keeps everything else waiting; by the time this file was read, the question of now is on screen.
  if ((await files.read('tactful.yaml')) === undefined) return undefined
  if ((await context.notebookAt(undefined)).root === root) return context.index()
  // A draft may belong to another notebook than the one that is open.
  const { plainIndex } = await import('../notebook/index/plain.ts')
  return plainIndex(files)
}

async function filesAt(context: Context, root: string): Promise<NoteFiles> {
  const here = await context.notebookAt(undefined)
  return here.root === root ? here : context.notebookAt(root)
}

/** Evidence about one person (slug) as it is offered: what no session cites yet first, the newest first. */
async function notedAbout(index: NoteIndex, person: string): Promise<readonly NotedItem[]> {
  const heads = index.heads.filter((head) => head.kind === 'evidence' && head.person === person)
  if (heads.length === 0) return []
  const unused = new Set((await index.standing()).get(person)?.unused.map(({ id }) => id))
  const items = (await index.evidence(heads)).map((one) => notedItem(one, !unused.has(one.id)))
  return items.sort((a, b) => Number(a.used) - Number(b.used) || later(a, b))
}

/** The forms about one person whose writer asked that they go no further. */
async function aloneAbout(index: NoteIndex, person: string): Promise<readonly AloneForm[]> {
  const heads = index.about(person).filter(({ kind }) => kind === 'form')
  const facts = await index.facts(heads)
  return facts
    .filter((one) => consentKept(one) === 'no')
    .map(({ id, date }) => ({ id: shortId(id), date }))
    .sort((a, b) => (a.date < b.date ? 1 : -1))
}

function notedItem(listed: Listed, used: boolean): NotedItem {
  const { id, path, title, date, undated } = listed
  const more = (['side', 'ticket', 'link', 'source', 'area', 'consent'] as const).flatMap((name) => {
    const value = listed[name]
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : []
  })
  return { id, path, words: title, ...(undated === true ? {} : { date }), ...Object.fromEntries(more), used }
}

function later(a: NotedItem, b: NotedItem): number {
  // What has no day stands behind what has one.
  const [x, y] = [`${a.date ?? ''} ${a.id}`, `${b.date ?? ''} ${b.id}`]
  return x === y ? 0 : x < y ? 1 : -1
}
