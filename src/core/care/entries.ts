import type { Entry } from '../ports/care.ts'
import type { Complaint } from './complaint.ts'

/** Readable and writable by the owner alone; a folder may also be entered. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

/** What is wrong with the files of a notebook as the disk tells of them, whatever stands in them. */
export function entryComplaints(entries: readonly Entry[]): readonly Complaint[] {
  return [...entries.flatMap(entryComplaint), ...alike(entries)]
}

function entryComplaint(entry: Entry): readonly Complaint[] {
  const { path } = entry
  if (entry.leftover === true) {
    const message =
      'A file that a save left behind when it was interrupted. What it held was saved since, or never promised.'
    return [{ kind: 'leftover', path, message, fix: { fix: 'remove' } }]
  }
  if (entry.type === 'link' || entry.type === 'other') {
    const what = entry.type === 'link' ? 'This is a link' : 'This is a device or a pipe'
    const mend = 'Put a plain file in its place, or take it away.'
    return [{ kind: 'strange', path, message: `${what}, and is never read.`, mend }]
  }
  return [...keptComplaint(path), ...modeComplaint(entry)]
}

/** A text that was not to be lost lies beside the file it was meant for, and would be forgotten there. */
function keptComplaint(path: string): readonly Complaint[] {
  const [, of, why] = /^(.*)\.(kept-[0-9a-f]{6}|unsaved(?:-\d+)?)$/.exec(path) ?? []
  if (of === undefined || why === undefined) return []
  const because = why.startsWith('kept') ? 'the file had changed' : 'it could not be read'
  const message = `A version of ${of} that was not saved, because ${because}.`
  const mend = 'Compare the two, keep what you need, then take this one away.'
  return [{ kind: 'kept', path, message, mend }]
}

function modeComplaint({ path, type, mode }: Entry): readonly Complaint[] {
  if (mode === undefined) return []
  const wanted = type === 'folder' ? FOLDER_MODE : FILE_MODE
  const others = (mode & 0o077) !== 0
  if (!others && (mode & wanted) === wanted) return []
  const message = others
    ? 'Others on this machine can open this.'
    : 'You yourself may not read and write this.'
  return [{ kind: 'open', path, message, fix: { fix: 'mode', mode: wanted } }]
}

/** Names that are one and the same on a system that does not tell capitals or ways to write an accent apart. */
function alike(entries: readonly Entry[]): readonly Complaint[] {
  const byName = new Map<string, string[]>()
  for (const { path } of entries) {
    const name = path.normalize('NFC').toLowerCase()
    byName.set(name, [...(byName.get(name) ?? []), path])
  }
  return [...byName.values()].flatMap(([first, ...others]) =>
    others.map((path) => ({
      kind: 'alike',
      path,
      message: `Differs from ${first} only in capitals or accents; some systems take the two for one.`,
      mend: 'Give one of them another name.',
    })),
  )
}
