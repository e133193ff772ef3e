import { isFiltered, readFilters } from '../core/notebook/filters.ts'
import { type Found, holdsAll } from '../core/notebook/index/search.ts'
import type { Listed } from '../core/notebook/listing.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { matchesFacts, matchesRow, needsFacts, newestRows, type Query } from '../core/notebook/query.ts'
import type { NoteHead, NoteIndex } from '../core/ports/index-files.ts'
import type { Terminal } from '../core/ports/terminal.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { jsonText } from '../views/json.ts'
import { badLines, emptyLine, evidenceTitle, moreLine, noteTable } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Rows on a terminal unless another number is asked for. */
const SCREENFUL = 20

/** Lists notes, newest first; for evidence the single items. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const index = await context.index()
  const people = await loadPeople(await context.notebook())
  const everyone = everyoneIn(people.found, index.people)
  const query = await readFilters(context, options, everyone)
  const words = typeof options.text === 'string' ? options.text : undefined
  const found = words === undefined ? undefined : await index.search({ words })
  const limit = query.limit ?? (terminal.onScreen && common.json !== true ? SCREENFUL : undefined)
  const { lines: shown, all } = await linesFor(index, { ...query, limit }, found)
  terminal.err(badLines([...people.bad, ...index.bad]))
  if (common.json === true) {
    terminal.out(jsonText(shown))
    return 'done'
  }
  const names = new Map(everyone.map(({ slug, name }) => [slug, name]))
  // Pipes keep the titles as they are, and nothing more is read for them.
  const told = terminal.onScreen ? await withWords(index, shown, names, terminal) : shown
  await context.page(noteTable(told, names, roomOf(terminal)))
  if (common.quiet !== true) {
    const filtered = isFiltered(query) || words !== undefined
    terminal.err(all === 0 ? emptyLine(filtered) : moreLine(shown.length, all))
  }
  return 'done'
}

/** Evidence notes are all called the same; what stands in them tells one from the other. */
async function withWords(
  index: NoteIndex,
  shown: readonly Listed[],
  names: ReadonlyMap<string, string>,
  terminal: Terminal,
): Promise<readonly Listed[]> {
  // Heads made of the lines themselves: making those of all notes would cost more than the list.
  const heads = shown
    .filter(({ kind, note }) => kind === 'evidence' && note === undefined)
    .map(({ template: _template, ...head }): NoteHead => ({ ...head, kind: 'evidence', created: '' }))
  if (heads.length === 0) return shown
  const byNote = new Map<unknown, Listed[]>()
  for (const item of await index.evidence(heads)) {
    const own = byNote.get(item.note)
    if (own) own.push(item)
    else byNote.set(item.note, [item])
  }
  const more = themeFor(terminal).sign.more
  return shown.map((line) => {
    const own = line.note === undefined ? (byNote.get(line.id) ?? []) : []
    return own.length === 0 ? line : { ...line, title: evidenceTitle(line, own, names, more) }
  })
}

/** The notes that fit. Of evidence every note of the person: its items have days of their own. */
function headsFor(index: NoteIndex, query: Query, found: Found | undefined): readonly NoteHead[] {
  const isOfItems = query.kind === 'evidence' || query.kind === 'idea'
  const asked: Query = isOfItems ? (query.person === undefined ? {} : { person: query.person }) : query
  const heads = found === undefined ? index.heads : found.hits.map(({ head }) => head)
  return heads.filter((head) => matchesRow(head, asked))
}

/** The lines to show, newest first, and how many there are in all. */
async function linesFor(
  index: NoteIndex,
  query: Omit<Query, 'limit'> & { readonly limit: number | undefined },
  found: Found | undefined,
): Promise<{ readonly lines: readonly Listed[]; readonly all: number }> {
  const { limit, ...asked } = query
  if (asked.kind !== 'evidence' && asked.kind !== 'idea' && found === undefined && !needsFacts(asked)) {
    const { heads, all } = index.newest(limit === undefined ? asked : { ...asked, limit })
    return { lines: heads.map(lineOf), all }
  }
  const heads = headsFor(index, asked, found)
  if (asked.kind === 'idea') return ideaLines(index, heads, asked, found, limit)
  if (asked.kind === 'evidence') {
    const created = new Map(heads.map((head) => [head.path, head.created]))
    const rows = (await index.evidence(heads))
      .filter((line) => matchesRow({ ...line, created: '' }, asked) && matchesFacts(line, asked))
      .filter((line) => holdsAll(line.title, found?.terms ?? []))
      .map((line) => ({ ...line, line, created: created.get(line.path) ?? '' }))
    return { lines: newestRows(rows, limit).map(({ line }) => line), all: rows.length }
  }
  const facts = needsFacts(asked) ? await index.facts(heads) : []
  const rows = heads.filter((_, at) => !needsFacts(asked) || matchesFacts(facts[at] ?? {}, asked))
  return { lines: newestRows(rows, limit).map(lineOf), all: rows.length }
}

/** Ideas stand in sessions and check-ins; each is a line of its own, with what became of it. */
async function ideaLines(
  index: NoteIndex,
  heads: readonly NoteHead[],
  asked: Query,
  found: Found | undefined,
  limit: number | undefined,
): Promise<{ readonly lines: readonly Listed[]; readonly all: number }> {
  const { ideasIn } = await import('../core/ideas/list.ts')
  const rows = (await ideasIn(index, heads))
    .filter((line) => matchesRow({ ...line, created: '' }, asked) && matchesFacts(line, asked))
    .filter((line) => holdsAll(line.title, found?.terms ?? []))
  return { lines: rows.slice(0, limit), all: rows.length }
}

function lineOf({ id, kind, person, date, title, template, path }: NoteHead): Listed {
  return { id, kind, person, date, title, template: template ?? null, path }
}
