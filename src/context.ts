import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import packageJson from '../package.json' with { type: 'json' }
import { clock } from './adapters/clock.ts'
import { findNotebook, isNotebook } from './adapters/find-notebook.ts'
import { folders } from './adapters/paths.ts'
import { type EndSignal, watchSignals } from './adapters/signals.ts'
import { terminal } from './adapters/terminal.ts'
import type { NoteFiles } from './core/ports/note-files.ts'
import type { CommonOptions, Context } from './core/ports.ts'
import { Trouble } from './core/problem.ts'

/** Opens the doors of this process for one command: its streams, its environment, the user's folders. `end` is called when a signal ends it. */
export function createContext(common: CommonOptions, end: (signal: EndSignal) => void): Context {
  const { env, stdin, stdout, stderr } = process
  const folder = workingFolder()
  const places = folders(env)
  const signals = watchSignals(end)
  const screen = terminal({
    input: stdin,
    output: stdout,
    error: stderr,
    env,
    plain: common.plain === true,
    asks: common.input !== false,
  })

  let savedLast: string | undefined
  // Who reads only the exit code would save it all a second time.
  stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (savedLast === undefined || code === 'EPIPE' || code === 'EIO') return
    const id = /-([0-9a-z]{6})\.md$/.exec(savedLast)?.[1]
    const see = id === undefined ? '' : `  tactful show ${id}`
    screen.err(`It was saved all the same, so there is nothing to repeat: ${savedLast}${see}\n`)
    savedLast = undefined
  })
  const settings = once(async () => (await import('./adapters/settings.ts')).settings(places.config))
  const found = once(() =>
    findNotebook({
      flag: common.notebook,
      env: env.TACTFUL_NOTEBOOK,
      folder,
      setting: async () => (await settings()).get('notebook'),
      fallback: join(places.data, 'notebook'),
    }),
  )
  const root = async () => (await found()).folder
  const finishing = async (what: string, work: () => Promise<void>): Promise<void> => {
    await work().catch((error: unknown) => {
      if (!(error instanceof Trouble && error.problem.kind === 'disk')) throw error
      // What is there can still be read, and a save that needs the same disk says for itself that it is refused.
      const { code, file } = error.problem
      screen.err(`Could not ${what} (${code}, ${file}). The next command tries again.\n`)
    })
  }
  const filesAt = async (at: string): Promise<NoteFiles> => {
    const { noteFiles } = await import('./adapters/note-files.ts')
    const files = noteFiles(at, places.state)
    await finishing('look for a save that was broken off', () => files.rollForward())
    if (existsSync(join(places.state, 'removals'))) {
      const { finishRemovals } = await import('./adapters/removing.ts')
      await finishing('finish what was being removed', async () => {
        const count = finishRemovals({ ...places, root: at })
        if (count > 0) screen.err(`Finished removing ${count} files, which had been broken off.\n`)
      })
    }
    return {
      ...files,
      saveAll: async (all, check) => {
        await signals.guard(() => files.saveAll(all, check))
        savedLast = all.at(-1)?.path
      },
      replace: (path, before, after) => signals.guard(() => files.replace(path, before, after)),
    }
  }
  const notebook = once(async () => filesAt(await root()))
  const reading = async () => {
    if (!isNotebook(await root())) throw new Trouble({ kind: 'no-notebook', looked: [await root()] })
    return notebook()
  }
  const toWrite = async (files: NoteFiles): Promise<NoteFiles> => {
    const { checkWritable, startNotebook } = await import('./core/notebook/new.ts')
    await checkWritable(files)
    const made = (await startNotebook(files)) === 'made'
    if (made && common.quiet !== true) screen.err(`Started a notebook in ${files.root}\n`)
    return files
  }
  const writing = once(async () => toWrite(await notebook()))
  const editorAt = once(async () => {
    const { editor } = await import('./adapters/editor.ts')
    return editor(env.VISUAL || env.EDITOR, join(places.state, 'edits'))
  })

  return {
    common,
    terminal: screen,
    clock: clock(env),
    async page(text) {
      const wanted = screen.onScreen && !screen.plain && common.pager !== false && env.PAGER !== ''
      if (!wanted || text.length < (stdout.rows ?? 0)) return screen.out(text)
      const { isLong, page } = await import('./adapters/pager.ts')
      if (!isLong(text, stdout.rows, screen.columns)) return screen.out(text)
      const shown = () => page(text, { command: env.PAGER, env, out: screen.out })
      await signals.letInterruptPass(shown)
    },
    folder,
    ids: once(async () => (await import('./adapters/ids.ts')).ids()),
    notebook: reading,
    notebookToWrite: async (at) =>
      at === undefined || at === (await root()) ? writing() : toWrite(await filesAt(at)),
    notebookAt: (at) => (at === undefined ? notebook() : filesAt(resolve(folder, at))),
    index: once(async () => {
      const { indexFiles } = await import('./adapters/index-files.ts')
      return indexFiles(await reading(), { cache: places.cache, program: packageJson.version })
    }),
    care: once(async () => {
      const { root } = await reading()
      const { care } = await import('./adapters/care.ts')
      return care(root, places.cache)
    }),
    removing: once(async () => {
      const { root } = await reading()
      const { removing } = await import('./adapters/removing.ts')
      const door = removing({ ...places, root })
      return { ...door, remove: (removal) => signals.guard(() => door.remove(removal)) }
    }),
    drafts: once(async () => (await import('./adapters/drafts.ts')).drafts(places.state)),
    editor: editorAt,
    dates: once(async () => (await import('./adapters/date-phrases.ts')).datePhrases()),
    data: once(async () => (await import('./adapters/data-files.ts')).dataFiles(places.cache)),
    settings,
    whereabouts: async () => ({
      notebook: await found(),
      settings: join(places.config, 'settings.json'),
      program: [process.execPath, resolve(process.argv[1] ?? '')],
    }),
    async asker(look) {
      const streams = { input: stdin, output: stderr, look }
      if (screen.plain || !screen.interactive) {
        const { plainAsker } = await import('./adapters/asker-plain.ts')
        return plainAsker(streams)
      }
      const { terminalAsker } = await import('./adapters/asker-terminal.ts')
      const asker = terminalAsker({
        ...streams,
        edit: async (text) => (await editorAt()).edit(text, 'answer.md'),
      })
      signals.onStop(() => asker.close())
      return asker
    },
    async readFile(path, encoding) {
      const { readStandardInput, readUserFile } = await import('./adapters/user-files.ts')
      return path === '-' ? readStandardInput(stdin, encoding) : readUserFile(folder, path, encoding)
    },
    async openExport(path, encoding) {
      return (await import('./adapters/import-file.ts')).openExport(folder, path, encoding)
    },
    async expand(path) {
      if (!/[*?]/.test(path)) return [path]
      const { expandPattern } = await import('./adapters/glob.ts')
      return expandPattern(folder, path)
    },
    async writeFile(path, text, force) {
      const { writeUserFile } = await import('./adapters/write-file.ts')
      await signals.guard(() => writeUserFile(folder, path, text, force))
    },
    async checkFile(path, force) {
      ;(await import('./adapters/write-file.ts')).checkUserFile(folder, path, force)
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Another program may have removed the folder that this one was started in. */
function workingFolder(): string {
  try {
    return process.cwd()
  } catch {
    throw new Trouble({
      kind: 'usage',
      message: 'The folder you are in is no longer there.',
      mend: 'Go to another one, for example with cd, and try again.',
    })
  }
}
