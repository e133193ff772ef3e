import { join } from 'node:path'
import { digestOf } from '../../core/notebook/index/digest.ts'
import { headOf } from '../../core/notebook/index/plain.ts'
import { badLine, noteLine } from '../../core/notebook/index/rows.ts'
import { wordsOfNote } from '../../core/notebook/index/words.ts'
import { readNote } from '../../core/notebook/load.ts'
import type { StoredNote } from '../../core/notebook/note.ts'
import { Trouble } from '../../core/problem.ts'
import { readNote as readSource } from '../store/reading.ts'
import type { Entry } from './refresh.ts'

/** Reads one note of the notebook at `root`. Undefined when it is gone; throws `data`, `newer` and `disk`. */
export async function storedNote(root: string, path: string): Promise<StoredNote | undefined> {
  const source = readSource(join(root, path), path)
  return source === undefined ? undefined : readNote(source, path)
}

/** What the index keeps of a note; what is wrong with a file that is none is kept too. */
export async function noteEntry(root: string, path: string): Promise<Entry | undefined> {
  try {
    const stored = await storedNote(root, path)
    if (stored === undefined) return undefined
    const { path: _path, ...digest } = digestOf(stored)
    const { title, person, date } = stored.note.facts
    const line = noteLine(headOf(stored))
    return { line, about: { person, date }, facts: jsonOf(digest), words: wordsOfNote(stored.source, title) }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    // A disk that cannot read today may tomorrow, without the file having changed.
    const isPassing = error.problem.kind === 'disk'
    return { line: badLine(path, error.problem), facts: '', ...(isPassing ? { passing: true } : {}) }
  }
}

/** What the index keeps of a private part: its words. */
export async function privateEntry(root: string, path: string): Promise<Entry | undefined> {
  try {
    const source = readSource(join(root, path), path)
    return source === undefined ? undefined : { line: `${path}\t`, facts: '', words: wordsOfNote(source) }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { line: `${path}\t`, facts: '', ...(error.problem.kind === 'disk' ? { passing: true } : {}) }
  }
}

/** Nothing where JSON has no word for a number; such facts are read from the note each time. */
function jsonOf(value: object): string {
  let isWhole = true
  const json = JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'number' && (!Number.isFinite(inner) || Object.is(inner, -0))) isWhole = false
    return inner
  })
  return isWhole ? json : ''
}
