import { wordingOf } from '../core/evidence/wording.ts'
import { type GivenEntry, newEntry, withEntry } from '../core/library/add.ts'
import { areasOf, narrow } from '../core/library/narrow.ts'
import { searchLibraries } from '../core/library/search.ts'
import { listLibraries, openLibrary, ownPath, type Shelved } from '../core/library/shelf.ts'
import { oneLine } from '../core/notebook/body.ts'
import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { DataFiles } from '../core/ports/data-files.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { libraryIds } from '../core/template/load.ts'
import { nearNames } from '../core/template/near.ts'
import { fold } from '../core/text/fold.ts'
import { wordingLines } from '../views/jot.ts'
import { jsonText } from '../views/json.ts'
import {
  addedText,
  brokenLibraries,
  forAllLine,
  foundLine,
  foundText,
  libraryTable,
  libraryText,
  newHeadingLine,
} from '../views/library.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody, Options } from './card.ts'

/** Entries on a terminal unless another number is asked for. */
const SCREENFUL = 10

/** Every library, how much is in it, and whose it is; one that cannot be read is named and does not hide the others. */
export const list: CommandBody = {
  async run(context) {
    const { files, data } = await sources(context)
    const listed = await listLibraries(files, data)
    context.terminal.err(brokenLibraries(listed))
    if (context.common.json === true) {
      const rows = listed.map((one) => {
        if ('mistakes' in one) return one
        const { id, version, title, entries } = one.library
        return { id, version, title, entries: entries.length, whose: one.whose, own: one.own.size }
      })
      context.terminal.out(jsonText(rows))
    } else {
      context.terminal.out(libraryTable(listed, roomOf(context.terminal)))
    }
    return 'done'
  },
}

/** The entries of one library under their headings, or those of one heading or role. */
export const show: CommandBody = {
  async run(context, args, options) {
    const { terminal, common } = context
    const { files, data } = await sources(context)
    const shelved = await openLibrary(args[0] ?? '', files, data)
    const [area, role] = [textOf(options, 'area'), textOf(options, 'role')]
    const { entries, forAll } = narrow(shelved.library, {
      ...(area === undefined ? {} : { area }),
      ...(role === undefined ? {} : { role }),
    })
    if (common.json === true) {
      const { id, version, title } = shelved.library
      const rows = entries.map((entry) => ({ ...entry, own: shelved.own.has(entry.id) }))
      terminal.out(jsonText({ id, version, title, whose: shelved.whose, entries: rows }))
      return 'done'
    }
    await context.page(libraryText(shelved, entries, themeFor(terminal), roomOf(terminal)))
    if (common.quiet !== true) terminal.err(forAllLine(forAll))
    return 'done'
  },
}

/** Finds entries by their words in all libraries, the best first. */
export const search: CommandBody = {
  async run(context, args, options) {
    const { terminal, common } = context
    const words = args.join(' ')
    if (!/[\p{L}\p{N}]/u.test(words)) {
      const mend = 'Name a word or two, such as: tactful library search open question'
      throw new Trouble({ kind: 'usage', message: 'There is nothing to look for.', mend })
    }
    const { files, data } = await sources(context)
    const listed = await listLibraries(files, data)
    const most = limitOf(options.limit) ?? (terminal.onScreen && common.json !== true ? SCREENFUL : undefined)
    const libraries = listed.flatMap((one) => ('library' in one ? [one.library] : []))
    const { hits, isWhole } = searchLibraries(libraries, words)
    const shown = hits.slice(0, most)
    terminal.err(brokenLibraries(listed))
    if (common.json === true) {
      terminal.out(jsonText(shown.map(({ library, entry }) => ({ library: library.id, ...entry }))))
      return 'done'
    }
    await context.page(foundText(shown, themeFor(terminal), roomOf(terminal)))
    if (common.quiet !== true) terminal.err(foundLine(shown.length, hits.length, isWhole))
    return 'done'
  },
}

/** Adds one entry to the team's own file of a library, which is made where there is none. */
export const add: CommandBody = {
  async run(context, args, options) {
    const { terminal, common } = context
    const data = await context.data()
    const id = args[0] ?? ''
    const there = await context.notebookAt(undefined)
    const shelved = await known(id, options, there, data)
    const entry = newEntry(givenEntry(options, shelved), shelved?.library)
    const path = ownPath(id)
    const before = await there.read(path)
    const title = textOf(options, 'title') ?? shelved?.library.title ?? id
    const after = withEntry(before, entry, { path, id, title }, hidden(shelved))
    // Only now, so that what is refused leaves no notebook behind.
    const files = await context.notebookToWrite()
    if (before === undefined) await files.saveAll([{ path, text: after }])
    else await files.replace(path, before, after)
    if (common.json === true) terminal.out(jsonText({ library: id, path, entry }))
    else terminal.out(addedText(path, entry))
    if (common.quiet !== true) await look(context, files, entry, shelved)
    return 'done'
  },
}

/** The library that is added to; undefined for a new one, which needs a title so that a slip of the keys makes none. */
async function known(
  id: string,
  options: Options,
  files: NoteFiles,
  data: DataFiles,
): Promise<Shelved | undefined> {
  const isThere = (await libraryIds(files, data)).includes(id)
  if (isThere || textOf(options, 'title') === undefined) return openLibrary(id, files, data)
  if (/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/.test(id) && id.length <= 60) return undefined
  const mend = 'Small letters, digits and hyphens, such as our-questions.'
  throw new Trouble({ kind: 'usage', message: `"${id}" cannot be the name of a library.`, mend })
}

function givenEntry(options: Options, shelved: Shelved | undefined): GivenEntry {
  const label = textOf(options, 'label')
  if (label === undefined || label === '') {
    const mend = 'Say what it is: --label "a greeting by name"'
    throw new Trouble({ kind: 'usage', message: 'An entry needs a label.', mend })
  }
  const [id, good, area] = [textOf(options, 'id'), textOf(options, 'good'), textOf(options, 'area')]
  const same = areasOf(shelved?.library ?? { entries: [] }).find((one) => fold(one) === fold(area ?? ''))
  const [roles, also] = [listOf(options, 'role'), listOf(options, 'also')]
  return {
    ...(id === undefined ? {} : { id }),
    label,
    ...(good === undefined ? {} : { good }),
    ...(area === undefined ? {} : { area: same ?? area }),
    ...(roles.length === 0 ? {} : { roles }),
    ...(also.length === 0 ? {} : { also }),
  }
}

/** A file of the team's would stand in for a list that does not grow, so what it would hide goes into it first. */
function hidden(shelved: Shelved | undefined): Shelved['library']['entries'] {
  return shelved === undefined || shelved.library.grows === true ? [] : shelved.library.entries
}

/** What a coach would ask about the words, and whether the heading is a new one; neither holds anything up. */
async function look(
  context: Context,
  files: NoteFiles,
  entry: GivenEntry,
  shelved: Shelved | undefined,
): Promise<void> {
  const { terminal } = context
  const headings = areasOf(shelved?.library ?? { entries: [] })
  if (entry.area !== undefined && headings.length > 0 && !headings.includes(entry.area)) {
    terminal.err(newHeadingLine(entry.area, nearNames(entry.area, headings)))
  }
  const texts = [entry.label, ...(entry.good === undefined ? [] : [entry.good])]
  const { findings, bad } = await wordingOf(context, files, undefined, texts)
  terminal.err(badLines(bad))
  terminal.err(wordingLines(findings, [], themeFor(terminal), roomOf(terminal)))
}

async function sources(context: Context): Promise<{ files: NoteFiles | undefined; data: DataFiles }> {
  return { files: await notebookIfAny(context), data: await context.data() }
}

function textOf(options: Options, key: string): string | undefined {
  const value = options[key]
  return typeof value === 'string' ? oneLine(value) : undefined
}

function listOf(options: Options, key: string): readonly string[] {
  const value = options[key]
  const all = typeof value === 'string' ? [value] : typeof value === 'object' ? value : []
  return all.map(oneLine).filter((one) => one !== '')
}

function limitOf(given: unknown): number | undefined {
  if (given === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(String(given))) return Number(given)
  throw new Trouble({
    kind: 'usage',
    message: `--limit ${String(given)} is not a number of entries.`,
    mend: 'Write it in digits, such as --limit 50.',
  })
}
