import { type Aged, agedNotes, type Kept, retentionIn } from '../../core/care/aged.ts'
import { daysAlone } from '../../core/care/last-held.ts'
import { loadNotes, loadPeople, privatePathOf } from '../../core/notebook/load.ts'
import { checkWritable } from '../../core/notebook/new.ts'
import type { StoredNote } from '../../core/notebook/note.ts'
import type { NoteFiles } from '../../core/ports/note-files.ts'
import type { Context, Outcome } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import { countOf } from '../../views/forget.ts'
import { jsonText } from '../../views/json.ts'
import { agedJson, agedText, nothingOld, purgedText } from '../../views/purge.ts'
import { roomOf } from '../../views/table.ts'
import { themeFor } from '../../views/theme.ts'
import type { Options } from '../card.ts'
import { isSure } from './sure.ts'

/** Removes the notes that are older than the team keeps them, after showing each and having their number typed. */
export async function purge(context: Context, options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const files = await context.notebook()
  await checkWritable(files)
  const kept = await retentionIn(files, context.clock.today())
  if (kept === undefined) throw noLimit()
  const [notes, people] = await Promise.all([loadNotes(files), loadPeople(files)])
  const aged = agedNotes(notes.found, people.found, kept.limit)
  const old = aged.flatMap((one) => one.old)
  const places = old.flatMap(({ path }) => [path, privatePathOf(path)])
  const removing = await context.removing()
  const shown = await shownFor(context, aged, kept, await removing.inGit(places))
  if (options.dryRun === true || old.length === 0) {
    terminal.out(common.json === true ? jsonText(agedJson(aged, kept, undefined)) : shown)
    return 'done'
  }
  terminal.err(`${shown}\n`)
  const ended = await confirmed(context, old.length, options)
  if (ended !== undefined) return ended
  const days = await leaveDays(
    files,
    aged.flatMap((one) => one.days),
  )
  const { files: found, refused } = await removing.look(places.filter((path) => !days.includes(path)))
  const left = [...refused, ...(await removing.remove({ files: found, drafts: [], edits: [] }))]
  terminal.out(
    common.json === true
      ? jsonText(agedJson(aged, kept, left))
      : purgedText(found.length - left.length, left, days.length),
  )
  return left.length > 0 ? 'attention' : 'done'
}

/** Takes the words out of notes whose days still count; gives back their paths. */
async function leaveDays(files: NoteFiles, notes: readonly StoredNote[]): Promise<readonly string[]> {
  for (const { path, source, note } of notes) await files.replace(path, source, daysAlone(note))
  return notes.map(({ path }) => path)
}

async function shownFor(
  { terminal }: Context,
  aged: readonly Aged[],
  kept: Kept,
  git: 'none' | 'repository' | 'history',
): Promise<string> {
  if (aged.length === 0) return nothingOld(kept)
  return agedText(aged, kept, git, themeFor(terminal), roomOf(terminal))
}

/** How it ended where nothing is to be removed; undefined where the number was given. */
async function confirmed(context: Context, count: number, options: Options): Promise<Outcome | undefined> {
  if (context.common.yes === true) {
    if (options.count === String(count)) return undefined
    const message = `${countOf(count, 'note is', 'notes are')} older than the limit, and --count has to say so.`
    throw new Trouble({ kind: 'usage', message, mend: `Look at them, then add --count ${count}.` })
  }
  if (!context.terminal.interactive) {
    const message = 'Nothing was removed: that is done only after asking, and nobody can be asked here.'
    throw new Trouble({
      kind: 'usage',
      message,
      mend: `Add --yes --count ${count}, or --dry-run to look only.`,
    })
  }
  const words = `remove ${count}`
  const fits = (typed: string): boolean => typed.toLowerCase().replace(/\s+/g, ' ') === words
  return isSure(context, `${countOf(count, 'note')} older than the limit`, words, fits)
}

function noLimit(): Trouble {
  return new Trouble({
    kind: 'usage',
    message: 'This notebook does not say how long notes are kept.',
    mend: 'Add a line to its tactful.yaml, such as: retention: 24 months',
  })
}
