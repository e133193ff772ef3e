import { lstatSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { HeldCopy, HeldFile, Removing } from '../core/ports/removing.ts'
import { Trouble } from '../core/problem.ts'
import { namesIn, onDisk, readText } from './store/durable.ts'
import { keptByGit } from './store/git.ts'
import { holdDraft, withLock } from './store/lock.ts'
import { entriesOf, refuseLinks } from './store/reading.ts'
import {
  finishRemoval,
  heldFile,
  isEditName,
  isRemovable,
  type Places,
  promiseRemoval,
  recoverRemovals,
} from './store/removals.ts'
import { rootKey } from './store/saves.ts'

/** Where things lie of the notebook at `root`; all three absolute. */
interface Folders {
  readonly root: string
  readonly state: string
  readonly cache: string
}

/** Takes away what is held about somebody, and what its owner let go of. */
export function removing(folders: Folders): Removing {
  const places = placesOf(folders)
  const { root, state } = places
  return {
    look: async (wanted) => onDisk(root, 'reading', () => look(root, wanted)),
    edits: async () => onDisk(join(state, 'edits'), 'reading', () => copiesIn(join(state, 'edits'))),
    inGit: (wanted) => keptByGit(root, wanted),
    async remove(removal) {
      for (const { path } of removal.files) if (!isRemovable(path)) throw leaves(path)
      const release = removal.drafts.map((draft) => holdDraft(state, draft))
      try {
        return await withLock(join(state, 'locks', `${rootKey(root)}.lock`), root, () =>
          onDisk(root, 'removing', () => finishRemoval(places, promiseRemoval(places, removal), removal)),
        )
      } finally {
        for (const one of release) one()
      }
    },
  }
}

/** Goes on with what was being taken away when a command was broken off; quick where there is nothing. Gives back how many files that was about. */
export function finishRemovals(folders: Folders): number {
  return onDisk(folders.root, 'removing', () => recoverRemovals(placesOf(folders)))
}

function placesOf({ root, state, cache }: Folders): Places {
  return { root, state, index: join(cache, 'index', rootKey(root)) }
}

function look(
  root: string,
  wanted: readonly string[],
): { readonly files: readonly HeldFile[]; readonly refused: readonly string[] } {
  const files = new Map<string, HeldFile>()
  const refused = new Set<string>()
  const add = (path: string): void => {
    const file = isRemovable(path) ? heldFile(root, path) : undefined
    if (file === undefined) refused.add(path)
    else files.set(path, file)
  }
  const visit = (folder: string): void => {
    const entries = entriesOf(join(root, folder))
    if (entries === undefined) refused.add(folder)
    for (const entry of entries ?? []) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) visit(path)
      else add(path)
    }
  }
  for (const place of wanted) {
    refuseLinks(root, place)
    const stat = lstatSync(join(root, place), { throwIfNoEntry: false })
    if (stat?.isDirectory()) visit(place)
    else if (stat !== undefined) add(place)
    for (const beside of besides(root, place)) add(beside)
  }
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    refused: [...refused].sort(),
  }
}

/** Versions that were kept beside a file: they hold the same words. */
function besides(root: string, place: string): readonly string[] {
  return namesIn(join(root, dirname(place)))
    .filter(
      (name) =>
        name.startsWith(`${basename(place)}.`) && /\.(?:kept-[0-9a-f]{6}|unsaved(?:-\d+)?)$/.test(name),
    )
    .map((name) => `${dirname(place)}/${name}`)
}

function copiesIn(folder: string): readonly HeldCopy[] {
  return namesIn(folder)
    .filter(isEditName)
    .map((name) => {
      const inside = join(folder, name)
      const texts = readdirSync(inside, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readText(join(inside, entry.name)) ?? '')
      return { name, text: texts.join('\n') }
    })
}

function leaves(path: string): Trouble {
  return new Trouble({ kind: 'data', file: path, message: 'nothing is taken away from here' })
}
