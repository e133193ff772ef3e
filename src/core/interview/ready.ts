import type { QuestionScreen } from '../ports/asker.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import type { LibraryEntry } from '../template/library.ts'
import type { Question } from '../template/template.ts'

/** So many examples stand above a field; the others wait behind `?`. */
const SHOWN = 3

/** Ready sentences for a question, the shown order; none where its template names no library for it. */
export type ReadyDoor = (question: Question) => Promise<readonly string[]>

/**
 * The way to the ready sentences of a question, the team's own first. A library is read when the first question that
 * draws on it is asked. One that cannot be read gives none: an example is no reason to hold anybody up, and `doctor` tells.
 */
export function readyDoor(context: Context, root: string): ReadyDoor {
  const opened = new Map<string, Promise<readonly LibraryEntry[]>>()
  return async (question) => {
    const from = 'examplesFrom' in question ? question.examplesFrom : undefined
    if (from === undefined) return []
    const entries = opened.get(from.library) ?? entriesOf(context, root, from.library)
    opened.set(from.library, entries)
    const { area } = from
    const fitting =
      area === undefined ? mixed(await entries) : (await entries).filter((one) => one.area === area)
    return fitting.map(({ label }) => label)
  }
}

/** One of each heading, then the second of each, and so on: the first few show how much there is. */
function mixed(entries: readonly LibraryEntry[]): readonly LibraryEntry[] {
  const seen = new Map<string | undefined, number>()
  const placed = entries.map((entry) => {
    const place = (seen.get(entry.area) ?? 0) + 1
    seen.set(entry.area, place)
    return { entry, place }
  })
  return placed.sort((a, b) => a.place - b.place).map(({ entry }) => entry)
}

/** A screen with ready sentences: the first few are examples, and all of them can be seen. */
export function withReady(screen: QuestionScreen, ready: readonly string[]): QuestionScreen {
  if (ready.length === 0) return screen
  const room = Math.max(0, SHOWN - screen.examples.length)
  return { ...screen, examples: [...screen.examples, ...ready.slice(0, room)], ready }
}

async function entriesOf(context: Context, root: string, id: string): Promise<readonly LibraryEntry[]> {
  try {
    const [{ openLibrary }, files, data] = await Promise.all([
      import('../library/shelf.ts'),
      context.notebookAt(root),
      context.data(),
    ])
    const { library, own } = await openLibrary(id, files, data)
    const isOwn = (entry: LibraryEntry) => own.has(entry.id)
    return [...library.entries.filter(isOwn), ...library.entries.filter((entry) => !isOwn(entry))]
  } catch (error) {
    if (error instanceof Trouble) return []
    throw error
  }
}
