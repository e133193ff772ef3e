import type { Edited, Editor } from '../ports/editor.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'

/** What came of an edit; `same at once` when the editor did not even wait. */
export type Rewritten = 'changed' | 'same' | 'same at once'

/**
 * Opens one file of the notebook in the editor and keeps what comes back if `check` takes it. A text that it refuses is
 * kept in a file beside, and thrown as `data` with that file's name; a file that changed meanwhile is thrown as `conflict`.
 * `settle` may put right what follows from the edit.
 */
export async function rewrite(
  files: NoteFiles,
  editor: Editor,
  file: { readonly path: string; readonly source: string },
  check: (text: string) => void,
  settle: (text: string) => string = (text) => text,
): Promise<Rewritten> {
  const { path, source } = file
  const edited = await editor.edit(source, path.split('/').at(-1) ?? path)
  if (edited.text === source) {
    await edited.discard()
    return edited.hasty === true ? 'same at once' : 'same'
  }
  const refusal = refusalOf(edited.text, check)
  if (refusal !== undefined) {
    const beside = await keepBeside(files, path, edited.text)
    await edited.discard()
    throw new Trouble({ kind: 'data', ...refusal, file: beside })
  }
  await replace(files, path, source, { ...edited, text: settle(edited.text) })
  await edited.discard()
  return 'changed'
}

/** `replace` keeps our text itself when it finds a conflict; after any other failure the editor's own copy stays. */
async function replace(files: NoteFiles, path: string, source: string, edited: Edited): Promise<void> {
  try {
    await files.replace(path, source, edited.text)
  } catch (error) {
    if (error instanceof Trouble && error.problem.kind === 'conflict') await edited.discard()
    throw error
  }
}

function refusalOf(
  text: string,
  check: (text: string) => void,
): { readonly message: string; readonly line?: number } | undefined {
  try {
    check(text)
    return undefined
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const { problem } = error
    const why = problem.kind === 'data' ? problem.message.replace(/\.$/, '') : 'it cannot be read this way'
    return {
      message: `${why}. Your text is kept in this file; the saved one is as it was.`,
      ...(problem.kind === 'data' && problem.line !== undefined ? { line: problem.line } : {}),
    }
  }
}

/** The texts that stand beside a file because they could not be saved, oldest first; paths are relative to the notebook. */
export async function keptBeside(files: Pick<NoteFiles, 'list'>, path: string): Promise<readonly string[]> {
  const { paths } = await files.list(path.split('/').slice(0, -1).join('/'))
  return paths.filter(
    (one) => one.startsWith(path) && /^\.(?:unsaved(?:-\d+)?|kept-[0-9a-f]{6})$/.test(one.slice(path.length)),
  )
}

/** A name of its own that no listing takes for a note. */
async function keepBeside(files: NoteFiles, path: string, text: string): Promise<string> {
  for (let count = 1; ; count++) {
    const beside = `${path}.unsaved${count === 1 ? '' : `-${count}`}`
    const there = await files.read(beside)
    if (there === undefined) await files.saveAll([{ path: beside, text }])
    if (there === undefined || there === text) return beside
  }
}
