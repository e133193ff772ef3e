import {
  closeSync,
  constants,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Step } from '../core/interview/state.ts'
import type { DraftHead, Drafts } from '../core/ports/drafts.ts'
import { Trouble } from '../core/problem.ts'
import { byText } from '../core/text/order.ts'
import {
  ensureFolder,
  errnoOf,
  isTempName,
  namesIn,
  onDisk,
  publishNew,
  readText,
  removeQuietly,
  sweepTemps,
  syncFolder,
  tempName,
  writeTemp,
} from './store/durable.ts'

const ENDING = '.jsonl'

/** Drafts below the state folder: the head on the first line, then one step a line. */
export function drafts(state: string): Drafts {
  const folder = join(state, 'drafts')
  const fileOf = (draft: string) => join(folder, `${draftId(draft)}${ENDING}`)
  return {
    async begin(head) {
      const path = fileOf(head.draft)
      onDisk(path, 'keeping your answers', () => begin(path, head))
    },
    async append(draft, step) {
      const path = fileOf(draft)
      onDisk(path, 'keeping your answers', () => append(path, step, draft))
    },
    list: async () => onDisk(folder, 'reading', () => listHeads(folder)),
    read: async (draft) => onDisk(fileOf(draft), 'reading', () => readDraft(fileOf(draft))),
    async remove(draft) {
      const path = fileOf(draft)
      onDisk(path, 'removing', () => remove(path))
    },
    // Loaded here, because the home screen only lists drafts.
    hold: async (draft) => (await import('./store/lock.ts')).holdDraft(state, draftId(draft)),
  }
}

/** The id goes into file names. */
function draftId(draft: string): string {
  if (!/^[0-9A-Za-z]{1,64}$/.test(draft)) throw unknown(draft)
  return draft
}

function begin(path: string, head: DraftHead): void {
  const folder = dirname(path)
  ensureFolder(folder)
  sweepTemps(folder)
  const temp = join(folder, tempName())
  writeTemp(temp, lineOf(head))
  try {
    // A draft that is there already is the same one, begun before.
    publishNew(temp, path)
  } finally {
    removeQuietly(temp)
  }
  syncFolder(folder)
}

function append(path: string, step: Step, draft: string): void {
  const fd = openToAppend(path, draft)
  try {
    const bytes = readFileSync(path)
    const whole = bytes.lastIndexOf('\n') + 1
    // A line that was torn by an interruption was never acknowledged; left there, it would swallow the next one.
    if (whole < bytes.length) ftruncateSync(fd, whole)
    try {
      writeFileSync(fd, lineOf(step))
      fsyncSync(fd)
    } catch (error) {
      ftruncateSync(fd, whole)
      throw error
    }
  } finally {
    closeSync(fd)
  }
}

function openToAppend(path: string, draft: string): number {
  try {
    return openSync(path, constants.O_WRONLY | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0))
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw unknown(draft)
    throw error
  }
}

function listHeads(folder: string): readonly DraftHead[] {
  const names = namesIn(folder)
  if (names.some(isTempName)) sweepTemps(folder)
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => readDraft(join(folder, name))?.head)
    .filter((head) => head !== undefined)
    .sort((a, b) => byText(b.created, a.created) || byText(b.draft, a.draft))
}

function readDraft(path: string): { readonly head: DraftHead; readonly steps: readonly Step[] } | undefined {
  const text = readText(path)
  const lines = text?.split('\n').slice(0, -1) ?? []
  const [head, ...steps] = lines.map(parse)
  return isHead(head) ? { head, steps: steps.filter(isStep) } : undefined
}

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return
    throw error
  }
  syncFolder(dirname(path))
}

function lineOf(value: DraftHead | Step): string {
  return `${JSON.stringify(value)}\n`
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isHead(value: unknown): value is DraftHead {
  return hasText(value, ['draft', 'note', 'notebook', 'template', 'hash', 'created', 'depth'])
}

function isStep(value: unknown): value is Step {
  return hasText(value, ['step'])
}

function hasText(value: unknown, keys: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false
  return keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string')
}

function unknown(draft: string): Trouble {
  return new Trouble({ kind: 'unknown', what: 'draft', given: draft, near: [] })
}
