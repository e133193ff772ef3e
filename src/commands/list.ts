import { dayOption } from '../core/notebook/day-option.ts'
import { listed, listedEvidence } from '../core/notebook/listing.ts'
import { everybody, loadNotes, loadPeople } from '../core/notebook/load.ts'
import { NOTE_KINDS, type Person } from '../core/notebook/note.ts'
import { findPerson } from '../core/notebook/people.ts'
import { type Query, runQuery } from '../core/notebook/query.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { jsonText } from '../views/json.ts'
import { badLines, emptyLine, moreLine, noteTable } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import type { Options } from './card.ts'

/** Rows on a terminal unless another number is asked for. */
const SCREENFUL = 20

/** Lists notes, newest first; for evidence the single items. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const limit = readLimit(options.limit)
  const files = await context.notebook()
  const people = await loadPeople(files)
  const notes = await loadNotes(files)
  const everyone = everybody(people.found, notes.found)
  const query = await readQuery(context, options, everyone)
  const rows = notes.found.flatMap((stored) => {
    const { created } = stored.note.facts
    const lines = query.kind === 'evidence' ? listedEvidence(stored) : [listed(stored)]
    return lines.map((line) => ({ line, facts: { ...stored.note.facts, ...line, created } }))
  })
  const all = runQuery(rows, query, (row) => row.facts).map((row) => row.line)
  terminal.err(badLines([...people.bad, ...notes.bad]))
  if (common.json === true) {
    terminal.out(jsonText(all.slice(0, limit)))
    return 'done'
  }
  const shown = all.slice(0, limit ?? (terminal.onScreen ? SCREENFUL : undefined))
  const names = new Map(everyone.map(({ slug, name }) => [slug, name]))
  terminal.out(noteTable(shown, names, roomOf(terminal)))
  if (common.quiet !== true) {
    terminal.err(
      all.length === 0 ? emptyLine(Object.keys(query).length > 0) : moreLine(shown.length, all.length),
    )
  }
  return 'done'
}

async function readQuery(context: Context, options: Options, people: readonly Person[]): Promise<Query> {
  const kind = NOTE_KINDS.find((known) => known === options.kind)
  const person = typeof options.person === 'string' ? findPerson(options.person, people).slug : undefined
  const since = await readDay(context, '--since', options.since)
  const until = await readDay(context, '--until', options.until)
  if (since !== undefined && until !== undefined && since > until) {
    throw new Trouble({
      kind: 'usage',
      message: `--since ${since} is later than --until ${until}.`,
      mend: 'Turn the two around.',
    })
  }
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(person === undefined ? {} : { person }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  }
}

async function readDay(context: Context, flag: string, given: Options[string]): Promise<string | undefined> {
  return typeof given === 'string' ? dayOption(context, flag, given) : undefined
}

function readLimit(given: Options[string]): number | undefined {
  if (given === undefined) return undefined
  const text = String(given)
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Trouble({
    kind: 'usage',
    message: `--limit ${text} is not a number of notes.`,
    mend: 'Write it in digits, such as --limit 50.',
  })
}
