import { entryOf, listNames } from '../core/evidence/lists.ts'
import { importData } from '../core/importing/load.ts'
import { readFilters } from '../core/notebook/filters.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import type { Person } from '../core/notebook/note.ts'
import { feedbackDaysIn } from '../core/notebook/today.ts'
import type { NoteIndex } from '../core/ports/index-files.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import type { Look } from '../core/sharing/find-names.ts'
import type { LibraryEntry } from '../core/template/library.ts'
import { loadLibrary } from '../core/template/load.ts'
import { cleanLine } from '../core/text/clean.ts'
import type { TrendFacts } from '../core/trends/fold.ts'
import type { TrendQuery } from '../core/trends/query.ts'
import { type Trends, trendsOf } from '../core/trends/trends.ts'
import { loadWording } from '../core/wording/load.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { TrendNames } from '../views/trend-charts.ts'
import { leavingWords, trendsText } from '../views/trends.ts'
import type { Options } from './card.ts'

const FORMATS = ['text', 'json', 'csv', 'html'] as const
type Format = (typeof FORMATS)[number]

/** What the whole notebook says: on the screen for the mentor, anywhere else without names and without small groups. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common, clock } = context
  const format = formatOf(options, common.json === true)
  const view = viewOf(options, format, terminal.onScreen)
  const files = await context.notebook()
  const [people, index] = await Promise.all([loadPeople(files), context.index()])
  const everyone = everyoneIn(people.found, index.people)
  terminal.err(badLines([...people.bad, ...index.bad]))
  const { names, causes } = await namesFor(context, files, everyone)
  const [facts, standing] = [await index.trends(), await index.standing()]
  const masker = view === 'own' ? UNMASKED : await maskerFor(context, facts, everyone, index)
  const trends = trendsOf(facts, standing, {
    ...{ today: clock.today(), view, causes, people: everyone },
    query: await queryOf(context, files, options),
    feedbackDays: feedbackDaysIn((await files.read('tactful.yaml')) ?? ''),
    masked: masker.masked,
  })
  if (view === 'shared' && common.quiet !== true && trends.barriers.length + trends.ideas.length > 0)
    terminal.err(leavingWords(await possibleNames(trends, masker.looks()), roomOf(terminal)))
  const text = await written(trends, names, format, context)
  if (typeof options.to === 'string') {
    await context.writeFile(options.to, text, options.force === true)
    terminal.out(
      common.json === true
        ? jsonText({ file: options.to, format, view })
        : `${cleanLine(`Saved.  ${options.to}`)}\n`,
    )
  } else if (format === 'text') await context.page(text)
  else terminal.out(text)
  return 'done'
}

/** The format that was asked for, or the one that the name of the file tells. */
function formatOf({ format, to }: Options, json: boolean): Format {
  const named = FORMATS.find((one) => one === format)
  if (named !== undefined) return named
  const ending = typeof to === 'string' ? /\.([a-z]+)$/i.exec(to)?.[1]?.toLowerCase() : undefined
  const told = FORMATS.find((one) => one === (ending === 'htm' ? 'html' : ending))
  return told ?? (json && to === undefined ? 'json' : 'text')
}

function viewOf({ own, to }: Options, format: Format, onScreen: boolean): Trends['view'] {
  if (own !== true) return format === 'text' && onScreen && to === undefined ? 'own' : 'shared'
  if (format === 'text' || format === 'json') return 'own'
  throw new Trouble({
    kind: 'usage',
    message: `--own is for your eyes only, and ${format === 'csv' ? 'a table' : 'a page'} is made to be handed on.`,
    mend: 'Leave one of the two out: --own goes with --format text or json.',
  })
}

async function queryOf(context: Context, files: NoteFiles, options: Options): Promise<TrendQuery> {
  const { since, until, template } = await readFilters(context, { ...options, area: undefined }, [])
  const entry = async (list: 'area' | 'source'): Promise<string | undefined> => {
    const typed = options[list]
    if (typeof typed !== 'string') return undefined
    const library = await loadLibrary(list === 'area' ? 'areas' : 'sources', files, await context.data())
    return entryOf(list, typed, library)
  }
  const all = { since, until, template, area: await entry('area'), source: await entry('source') }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** What everything is called; a broken list of the team's own is said, and its ids stand for its names. */
async function namesFor(
  context: Context,
  files: NoteFiles,
  everyone: readonly Person[],
): Promise<{ readonly names: TrendNames; readonly causes: readonly LibraryEntry[] }> {
  const data = await context.data()
  const [areas, sources] = [await listNames('area', files, data), await listNames('source', files, data)]
  context.terminal.err(badLines([...areas.bad, ...sources.bad]))
  const { entries } = await loadLibrary('causes', files, data)
  return {
    causes: entries,
    names: {
      ...{ areas: areas.names, sources: sources.names },
      causes: new Map(entries.map(({ id, label }) => [id, label])),
      people: new Map(everyone.map(({ slug, name }) => [slug, name])),
    },
  }
}

/** Cleans words, and remembers what somebody should look at in them. */
interface Masker {
  readonly masked: (words: string, person: string) => string
  readonly looks: () => readonly Look[]
}

const UNMASKED: Masker = { masked: (words) => words, looks: () => [] }

/** Words that look like names and that nobody in the notebook has, as an export tells them. */
async function possibleNames({ barriers, ideas }: Trends, met: readonly Look[]): Promise<readonly string[]> {
  const [{ unknownNames }, { tallyLooks }] = await Promise.all([
    import('../core/sharing/unknown-names.ts'),
    import('../core/sharing/anonymous.ts'),
  ])
  // Whoever stands alone has no word before them by which a name is known.
  const owner = (one: string | undefined): readonly string[] => (one === undefined ? [] : [`it is of ${one}`])
  const lines = [
    ...barriers.flatMap((one) => [`in the way: ${one.words}`, ...owner(one.owner)]),
    ...ideas.flatMap((one) => [`an idea: ${one.words}`, ...owner(one.owner), ...owner(one.next)]),
  ]
  const left = met.filter(({ why }) => why !== 'unsure')
  return tallyLooks([...left, ...unknownNames(lines.join('\n\n'))]).map(({ words }) => words)
}

/** Cleans words as a copy for a lead is cleaned; nobody has an alias, which would join what is said of them. */
async function maskerFor(
  context: Context,
  { evidence, barriers, ideas }: TrendFacts,
  people: readonly Person[],
  index: NoteIndex,
): Promise<Masker> {
  if (barriers.length + ideas.length === 0) return UNMASKED
  const [{ anonymiser }, { MENTOR, SOMEBODY }, { monthsOnly }, { withoutPrivate }] = await Promise.all([
    import('../core/sharing/anonymous.ts'),
    import('../core/sharing/aliases.ts'),
    import('../core/sharing/months.ts'),
    import('../core/sharing/private-matters.ts'),
  ])
  const [{ masks }, mentor, all, wording] = await Promise.all([
    importData(context),
    (await context.settings()).get('name'),
    index.facts(index.heads),
    loadWording(await context.notebook(), await context.data()),
  ])
  const unconfided = withoutPrivate(wording)
  const tickets = evidence.flatMap(({ ticket }) => ticket ?? [])
  const mentors = mentor === undefined ? [] : [mentor]
  const aliasOf = (key: string): string => (key === MENTOR ? 'the mentor' : SOMEBODY)
  const { clean } = anonymiser({ people, mentors, facts: all, tickets, masks, aliasOf })
  const looks: Look[] = []
  return {
    masked(words, person) {
      const cleaned = clean(unconfided(words).text, person)
      looks.push(...cleaned.looks)
      return monthsOnly(cleaned.text)
    },
    looks: () => looks,
  }
}

async function written(
  trends: Trends,
  names: TrendNames,
  format: Format,
  { terminal }: Context,
): Promise<string> {
  switch (format) {
    case 'json':
      return jsonText(trends)
    case 'csv':
      return (await import('../core/trends/csv.ts')).trendsCsv(trends, names)
    case 'html':
      return (await import('../views/trends-page.ts')).trendsPage(trends, names)
    case 'text':
      return trendsText(trends, names, themeFor(terminal), roomOf(terminal))
  }
}
