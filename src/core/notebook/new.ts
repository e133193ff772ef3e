import type { NoteFiles, SaveFile } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import { FORMAT } from './note.ts'

const SETTINGS = `# This file makes the folder a tactful notebook.
format: ${FORMAT}

# What your team agrees on goes below. Take away the "# " in front of a line to use it.

# How many points to talk about in one conversation, at most.
# focusLimit: 3

# Hours in which a talk is likely to be disturbed, local time.
# busyHours: ["09:00-10:30", "16:00-17:00"]

# The tiers your team works in, and what each takes on.
# tiers: ["tier 1", "tier 2", "the network team"]

# Days after which evidence that no session used is named when you start tactful.
# evidenceDays: 30

# Days after which somebody who has had no feedback is named when you start tactful.
# feedbackDays: 90

# Days after which a barrier that is still open is named when you start tactful.
# barrierDays: 30

# How long notes are kept. Older ones are listed by tactful doctor, and removed only when you say so.
# retention: 24 months
`

const IGNORED = `# The mentor's private part of each note stays on this machine.
private/
`

/** The files a new notebook begins with, paths relative to it, in the order in which they are to be saved. */
export function newNotebookFiles(): SaveFile[] {
  return [
    { path: '.gitignore', text: IGNORED },
    { path: 'tactful.yaml', text: SETTINGS },
  ]
}

/** The format number in the text of a `tactful.yaml`, or undefined when it names none. Reads no YAML beyond that line. */
function notebookFormat(settings: string): number | undefined {
  const found = /^format:[ \t]*["']?(\d{1,9})["']?[ \t]*(?:#.*)?$/m.exec(settings.replaceAll('\r\n', '\n'))
  return found === null ? undefined : Number(found[1])
}

/** Throws `newer` for the `tactful.yaml` of a later format, and `config` for one that names no format. `file` is how it is called in the message. */
function checkNotebookFormat(settings: string, file: string): void {
  const format = notebookFormat(settings)
  if (format === undefined) {
    throw new Trouble({
      kind: 'config',
      mistakes: [{ file, message: 'no format number.', mend: `Add the line "format: ${FORMAT}".` }],
    })
  }
  if (format > FORMAT) throw new Trouble({ kind: 'newer', file, format })
}

/** Throws what `checkNotebookFormat` throws unless this version may write to the notebook. */
export async function checkWritable(files: NoteFiles): Promise<void> {
  const settings = await files.read('tactful.yaml')
  if (settings !== undefined) checkNotebookFormat(settings, 'tactful.yaml')
}

/**
 * Makes a notebook of a folder, or leaves the one that is there. A `.gitignore` that is already there keeps its lines.
 * Throws what `checkNotebookFormat` throws, and what the disk does.
 */
export async function startNotebook(files: NoteFiles): Promise<'made' | 'there'> {
  const settings = await files.read('tactful.yaml')
  if (settings !== undefined) {
    checkNotebookFormat(settings, 'tactful.yaml')
    return 'there'
  }
  const ignored = await files.read('.gitignore')
  if (ignored !== undefined && !ignoresPrivate(ignored)) {
    await files.replace('.gitignore', ignored, withPrivate(ignored))
  }
  const wanted = newNotebookFiles().filter((file) => file.path !== '.gitignore' || ignored === undefined)
  await files.saveAll(wanted)
  return 'made'
}

function ignoresPrivate(ignored: string): boolean {
  return ignored.split(/\r?\n/).some((line) => /^\/?private\/?$/.test(line.trim()))
}

function withPrivate(ignored: string): string {
  const end = ignored.includes('\r\n') ? '\r\n' : '\n'
  const gap = ignored === '' || ignored.endsWith('\n') ? '' : end
  return `${ignored}${gap}private/${end}`
}
