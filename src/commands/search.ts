import { isFiltered, readFilters } from '../core/notebook/filters.ts'
import type { Hit } from '../core/notebook/index/search.ts'
import { type Snippet, snippetFor } from '../core/notebook/index/snippet.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { matchesFacts, matchesRow, needsFacts, type Query } from '../core/notebook/query.ts'
import type { NoteIndex } from '../core/ports/index-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { jsonText } from '../views/json.ts'
import { badLines, moreLine } from '../views/notes.ts'
import { hitsText, insteadLines, nothingLine } from '../views/search.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Notes on a terminal unless another number is asked for. */
const SCREENFUL = 20

/** Finds notes by their words, the best match first. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const words = args.join(' ')
  if (!/[\p{L}\p{N}]/u.test(words)) throw nothingAsked()
  const files = await context.notebook()
  const index = await context.index()
  const people = await loadPeople(files)
  const everyone = everyoneIn(people.found, index.people)
  const query = await readFilters(context, options, everyone)
  const most = query.limit ?? (common.json !== true && terminal.onScreen ? SCREENFUL : undefined)
  const found = await index.search({
    words,
    ...(most === undefined || needsFacts(query) ? {} : { most }),
    shared: options.shared === true,
    ...(isFiltered(query) ? { among: (head) => matchesRow(head, query) } : {}),
  })
  const hits = await filed(index, found.hits, query)
  terminal.err(badLines([...people.bad, ...index.bad]))
  if (common.quiet !== true) terminal.err(insteadLines(found.corrected))
  const all = needsFacts(query) ? hits.length : found.all
  const shown = hits.slice(0, most)
  const rows: { hit: Hit; snippet: Snippet }[] = []
  for (const hit of shown) rows.push({ hit, snippet: await snippetFor(files, hit, found.terms) })
  if (common.json === true) {
    terminal.out(jsonText(rows.map(({ hit, snippet }) => hitJson(hit, snippet))))
    return 'done'
  }
  const names = new Map(everyone.map(({ slug, name }) => [slug, name]))
  await context.page(hitsText(rows, names, themeFor(terminal), roomOf(terminal)))
  if (common.quiet !== true) {
    terminal.err(hits.length === 0 ? nothingLine(found.unknown) : moreLine(shown.length, all))
  }
  return 'done'
}

function nothingAsked(): Trouble {
  return new Trouble({
    kind: 'usage',
    message: 'There is nothing to look for.',
    mend: 'Name a word or two, such as: tactful search handover',
  })
}

/** What only the facts can tell is looked at last, for the notes that are left. */
async function filed(index: NoteIndex, hits: readonly Hit[], query: Query): Promise<readonly Hit[]> {
  if (!needsFacts(query)) return hits
  const facts = await index.facts(hits.map(({ head }) => head))
  return hits.filter((_, at) => matchesFacts(facts[at] ?? {}, query))
}

function hitJson({ head, private: own }: Hit, snippet: Snippet): object {
  const { id, kind, person, date, title, template = null, path } = head
  return { id, kind, person, date, title, template, path, snippet: snippet.text, private: own }
}
