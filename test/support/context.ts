import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { care } from '../../src/adapters/care.ts'
import { expandPattern } from '../../src/adapters/glob.ts'
import { openExport } from '../../src/adapters/import-file.ts'
import { indexFiles } from '../../src/adapters/index-files.ts'
import { noteFiles } from '../../src/adapters/note-files.ts'
import { removing } from '../../src/adapters/removing.ts'
import { readUserFile } from '../../src/adapters/user-files.ts'
import { checkUserFile, writeUserFile } from '../../src/adapters/write-file.ts'
import type { CommandBody, Options } from '../../src/commands/card.ts'
import type { Step } from '../../src/core/interview/state.ts'
import { startNotebook } from '../../src/core/notebook/new.ts'
import type { Asker } from '../../src/core/ports/asker.ts'
import type { DateReading } from '../../src/core/ports/date-phrases.ts'
import type { DraftHead } from '../../src/core/ports/drafts.ts'
import type { Edited } from '../../src/core/ports/editor.ts'
import type { NoteFiles } from '../../src/core/ports/note-files.ts'
import type { Terminal } from '../../src/core/ports/terminal.ts'
import type { CommonOptions, Context, Outcome } from '../../src/core/ports.ts'
import { Trouble } from '../../src/core/problem.ts'

/** What a test may fix about the world; everything has a sensible value without. */
export interface DeskOptions {
  readonly today?: string
  readonly columns?: number
  /** As on a terminal: results are read on a screen of `columns`. */
  readonly onScreen?: boolean
  /** What the user does in the editor. */
  readonly edit?: (text: string, name: string) => string | Promise<string>
  /** Who answers what is asked; with it the desk stands at a terminal. */
  readonly asker?: Asker
  /** Readings of date phrases. */
  readonly phrases?: Readonly<Record<string, readonly string[]>>
  /** Drafts that wait, given the notebook's folder. */
  readonly drafts?: (root: string) => readonly { readonly head: DraftHead; readonly steps: readonly Step[] }[]
}

/** A folder of its own with a notebook in it, and a world that only remembers. */
export interface Desk {
  /** The notebook's folder. */
  readonly root: string
  /** The folder commands are started in. */
  readonly folder: string
  readonly settings: Map<'notebook' | 'name', string>
  files(): NoteFiles
  /** Puts one file into the notebook, as somebody else might have. */
  put(path: string, text: string): Promise<void>
  read(path: string): string | undefined
  /** Every file of the notebook with its text and mode: for comparing before and after. */
  tree(): Readonly<Record<string, string>>
  run(
    body: CommandBody | { run: CommandBody['run'] },
    args?: readonly string[],
    options?: Options,
    common?: CommonOptions,
  ): Promise<{ readonly out: string; readonly err: string; readonly outcome: Outcome }>
}

/** A fresh desk for one test; its folders go when the test ends. */
export function desk(given: DeskOptions = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const root = join(folder, 'notebook')
  const settings = new Map<'notebook' | 'name', string>()
  const files = (): NoteFiles => noteFiles(root, join(folder, 'state'))
  return {
    root,
    folder,
    settings,
    files,
    async put(path, text) {
      mkdirSync(join(root, path, '..'), { recursive: true, mode: 0o700 })
      writeFileSync(join(root, path), text, { mode: 0o600 })
    },
    read: (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined),
    tree: () => treeOf(root),
    async run(body, args = [], options = {}, common = {}) {
      const said = { out: '', err: '' }
      const context = contextFor({ given, folder, root, settings, files, common, said })
      const outcome = await body.run(context, args, { ...options, ...common } as Options)
      return { ...said, outcome }
    },
  }
}

/** Runs something that is to fail in an expected way, and gives back the problem. */
export async function problemOf(work: Promise<unknown>): Promise<Trouble['problem']> {
  try {
    await work
  } catch (error) {
    if (error instanceof Trouble) return error.problem
    throw error
  }
  throw new Error('nothing was thrown')
}

interface World {
  readonly given: DeskOptions
  readonly folder: string
  readonly root: string
  readonly settings: Map<'notebook' | 'name', string>
  readonly files: () => NoteFiles
  readonly common: CommonOptions
  readonly said: { out: string; err: string }
}

function contextFor(world: World): Context {
  const { given, folder, root, settings, files, common, said } = world
  const today = given.today ?? '2026-11-21'
  const reading = async (): Promise<NoteFiles> => {
    if (!existsSync(join(root, 'tactful.yaml'))) throw new Trouble({ kind: 'no-notebook', looked: [root] })
    return files()
  }
  const none = (door: string) => async (): Promise<never> => {
    throw new Error(`this command should not open ${door}`)
  }
  return {
    common,
    folder,
    terminal: terminalFor(given, said),
    clock: {
      now: () => `${today}T14:30:00.000Z`,
      today: () => today,
      time: () => '14:30',
      zone: () => 'Europe/Berlin',
    },
    page: async (text) => terminalFor(given, said).out(text),
    ids: async () => (await import('../../src/adapters/ids.ts')).ids(),
    notebook: reading,
    index: async () => indexFiles(await reading(), { cache: join(folder, 'cache'), program: 'test' }),
    async notebookToWrite() {
      if ((await startNotebook(files())) === 'made') said.err += `Started a notebook in ${root}\n`
      return files()
    },
    notebookAt: async (at) =>
      at === undefined ? files() : noteFiles(resolve(folder, at), join(folder, 'state')),
    care: async () => care((await reading()).root, join(folder, 'cache')),
    removing: async () => {
      const { root } = await reading()
      return removing({ root, state: join(folder, 'state'), cache: join(folder, 'cache') })
    },
    drafts: async () => ({
      begin: none('drafts'),
      append: none('drafts'),
      remove: none('drafts'),
      hold: none('drafts'),
      list: async () => (given.drafts?.(root) ?? []).map((draft) => draft.head),
      read: async (id) => given.drafts?.(root).find((draft) => draft.head.draft === id),
    }),
    editor: async () => ({ edit: (text, name) => editIn(folder, given, text, name) }),
    dates: async () => ({ read: async (text) => readingsOf(given, text) }),
    data: async () => {
      const { dataFiles } = await import('../../src/adapters/data-files.ts')
      return dataFiles(join(folder, 'cache'))
    },
    settings: async () => ({
      get: async (key) => settings.get(key),
      set: async (key, value) => void (value === undefined ? settings.delete(key) : settings.set(key, value)),
    }),
    whereabouts: async () => ({
      notebook: { folder: root, from: settings.has('notebook') ? 'settings' : 'default' },
      settings: join(folder, 'config/settings.json'),
      program: ['/usr/bin/node', '/opt/tactful/bin/tactful.js'],
    }),
    asker: async () => given.asker ?? none('the asker')(),
    readFile: (path, encoding) => readUserFile(folder, path, encoding),
    openExport: (path, encoding) => openExport(folder, path, encoding),
    expand: (path) => expandPattern(folder, path),
    writeFile: (path, text, force) => writeUserFile(folder, path, text, force),
    checkFile: async (path, force) => checkUserFile(folder, path, force),
  }
}

function terminalFor(given: DeskOptions, said: { out: string; err: string }): Terminal {
  return {
    out(text) {
      said.out += text
    },
    err(text) {
      said.err += text
    },
    interactive: given.asker !== undefined,
    onScreen: given.onScreen ?? given.columns !== undefined,
    plain: false,
    columns: given.columns ?? 80,
    colour: false,
    unicode: true,
  }
}

/** The editor's own copy lies in the desk's folder until it is discarded, as with a real one. */
async function editIn(folder: string, given: DeskOptions, text: string, name: string): Promise<Edited> {
  const copy = join(folder, `edit-${name}`)
  const after = (await given.edit?.(text, name)) ?? text
  writeFileSync(copy, after)
  return { text: after, hasty: true, discard: async () => rmSync(copy) }
}

function readingsOf(given: DeskOptions, text: string): readonly DateReading[] {
  return (given.phrases?.[text] ?? []).map((day) => ({ day, start: 0, end: text.length }))
}

function treeOf(root: string): Readonly<Record<string, string>> {
  if (!existsSync(root)) return {}
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  return Object.fromEntries(
    names.map((name) => {
      const stat = statSync(join(root, name))
      const mode = (stat.mode & 0o777).toString(8)
      return [name, stat.isFile() ? `${mode} ${readFileSync(join(root, name), 'utf8')}` : mode]
    }),
  )
}
