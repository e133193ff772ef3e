import { talkTime } from '../../core/exports/calendar.ts'
import { FORMAT_IDS, FORMATS, type Format, type FormatId } from '../../core/exports/formats.ts'
import { foldEvents } from '../../core/notebook/events.ts'
import { shortId } from '../../core/notebook/ids.ts'
import type { StoredNote } from '../../core/notebook/note.ts'
import type { Context } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import type { SharedCopy } from '../../core/sharing/copy.ts'
import { isCalledOff } from '../../core/talk/held.ts'
import { formatGround } from '../../views/exports.ts'

/** The format that was asked for, else what the name of the file says, else Markdown. */
export async function formatFor(asked: unknown, to: string | undefined): Promise<Format> {
  const named = FORMAT_IDS.find((id) => id === asked)
  const ending = FORMAT_IDS.find((id) => to?.toLowerCase().endsWith(`.${id}`))
  const id: FormatId = named ?? ending ?? 'md'
  return FORMATS[id]()
}

/** Copies as one file. `notes` are what they were made of, in the same order; `title` stands above several where their number would say too little. */
export async function written(
  { clock, index: opened, settings }: Context,
  format: Format,
  copies: readonly SharedCopy[],
  notes: readonly StoredNote[],
  title?: string,
): Promise<string | Uint8Array> {
  const talks = new Map<string, Exclude<Awaited<ReturnType<typeof talkTime>>, undefined>>()
  if (format.id === 'ics') {
    const index = await opened()
    const events = foldEvents(await index.facts(index.heads.filter(({ kind }) => kind === 'update')))
    for (const [at, { note }] of notes.entries()) {
      const talk = await talkTime(note.facts, clock.zone())
      const id = copies[at]?.id
      if (isCalledOff(note.facts, events)) continue
      if (talk !== undefined && id !== undefined) talks.set(id, talk)
    }
  }
  const mentor = format.id === 'ics' ? await (await settings()).get('name') : undefined
  const ground = formatGround(copies, clock.now(), talks, mentor)
  return format.write(copies, title === undefined ? ground : { ...ground, title })
}

/** The name of a file of its own for one copy. It holds no name of anybody, and for a lead nothing of the notebook. */
export function fileNameOf({ reader, id, kind, date }: SharedCopy, { extension }: Format): string {
  const short = reader === 'lead' ? id.toLowerCase() : shortId(id)
  return `${date}-${kind}-${short}.${extension}`
}

/** Bytes make a mess of a terminal and of most pipes' ends. */
export function checkBinary(format: Format, to: string | undefined): void {
  if (!format.binary || to !== undefined) return
  throw new Trouble({
    kind: 'usage',
    message: `A copy as ${format.id} is no text, and needs a file.`,
    mend: `Add --to FILE.${format.extension}.`,
  })
}
