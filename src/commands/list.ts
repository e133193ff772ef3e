import { isFiltered, readFilters } from '../core/notebook/filters.ts'
import { type Found, holdsAll, type Term } from '../core/notebook/index/search.ts'
import type { Listed } from '../core/notebook/listing.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { compareRows, matchesFacts, matchesRow, needsFacts, type Query } from '../core/notebook/query.ts'
import type { Context, NoteHead, NoteIndex, Outcome } from '../core/ports.ts'
import { jsonText } from '../views/json.ts'
import { badLines, emptyLine, moreLine, noteTable } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import type { Options } from './card.ts'

/** Rows on a terminal unless another number is asked for. */
const SCREENFUL = 20

/** Lists notes, newest first; for evidence the single items. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const index = await context.index()
  const people = await loadPeople(await context.notebook())
  const everyone = everyoneIn(people.found, index.heads)
  const query = await readFilters(context, options, everyone)
  const words = typeof options.text === 'string' ? options.text : undefined
  const found = words === undefined ? undefined : await index.search({ words })
  const all = await linesFor(index, headsFor(index, query, found), query, found?.terms ?? [])
  terminal.err(badLines([...people.bad, ...index.bad]))
  if (common.json === true) {
    terminal.out(jsonText(all.slice(0, query.limit)))
    return 'done'
  }
  const shown = all.slice(0, query.limit ?? (terminal.onScreen ? SCREENFUL : undefined))
  const names = new Map(everyone.map(({ slug, name }) => [slug, name]))
  await context.page(noteTable(shown, names, roomOf(terminal)))
  if (common.quiet !== true) {
    const filtered = isFiltered(query) || words !== undefined
    terminal.err(all.length === 0 ? emptyLine(filtered) : moreLine(shown.length, all.length))
  }
  return 'done'
}

/** The notes that fit, newest first. Of evidence every note of the person: its items have days of their own. */
function headsFor(index: NoteIndex, query: Query, found: Found | undefined): readonly NoteHead[] {
  const asked: Query =
    query.kind === 'evidence' ? (query.person === undefined ? {} : { person: query.person }) : query
  const heads = found === undefined ? index.heads : found.hits.map(({ head }) => head)
  return heads.filter((head) => matchesRow(head, asked)).sort((a, b) => compareRows(b, a))
}

async function linesFor(
  index: NoteIndex,
  heads: readonly NoteHead[],
  query: Query,
  terms: readonly Term[],
): Promise<readonly Listed[]> {
  if (query.kind === 'evidence') {
    const created = new Map(heads.map((head) => [head.path, head.created]))
    return (await index.evidence(heads))
      .filter((line) => matchesRow({ ...line, created: '' }, query) && matchesFacts(line, query))
      .filter((line) => holdsAll(line.title, terms))
      .map((line) => ({ line, row: { ...line, created: created.get(line.path) ?? '' } }))
      .sort((a, b) => compareRows(b.row, a.row))
      .map(({ line }) => line)
  }
  const facts = needsFacts(query) ? await index.facts(heads) : []
  return heads
    .filter((_, at) => !needsFacts(query) || matchesFacts(facts[at] ?? {}, query))
    .map(({ id, kind, person, date, title, template = null, path }) => ({
      id,
      kind,
      person,
      date,
      title,
      template,
      path,
    }))
}
