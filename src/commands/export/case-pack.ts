import { readFilters } from '../../core/notebook/filters.ts'
import { everyoneIn, loadPeople } from '../../core/notebook/load.ts'
import type { StoredNote } from '../../core/notebook/note.ts'
import { compareRows, matchesRow } from '../../core/notebook/query.ts'
import type { Context, Outcome } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import { casePack, isForPack, isPackable, mayBeTold } from '../../core/sharing/case-pack.ts'
import type { SharedCopy } from '../../core/sharing/copy.ts'
import { type CopyDesk, makeCopies } from '../../core/sharing/make.ts'
import { previewOf } from '../../core/sharing/preview.ts'
import { loadLibrary } from '../../core/template/load.ts'
import { clean, cleanLine } from '../../core/text/clean.ts'
import { consentLines } from '../../views/case-pack.ts'
import { jsonText } from '../../views/json.ts'
import { badLines } from '../../views/notes.ts'
import type { Options } from '../card.ts'
import { mayLeave } from './leave.ts'
import { checkBinary, formatFor, written } from './write.ts'

/** Formats in which a group can read. */
const FORMATS: readonly string[] = ['md', 'html', 'docx']

/** Cases without names for a team session, in one document: told and asked first, then written. `words` narrow the cases down. */
export async function exportCases(
  context: Context,
  words: readonly string[],
  options: Options,
): Promise<Outcome> {
  const to = typeof options.to === 'string' ? options.to : undefined
  const format = await formatFor(options.format, to)
  checkOptions(options, format.id)
  checkBinary(format, to)
  const [files, index] = await Promise.all([context.notebook(), context.index()])
  const people = await loadPeople(files)
  const desk: CopyDesk = { context, files, index, people: everyoneIn(people.found, index.people) }
  context.terminal.err(badLines([...people.bad, ...index.bad]))
  const { notes, refused } = await casesFor(desk, words, options)
  const made = await makeCopies(desk, 'lead', notes)
  const pack = casePack(made.copies, await loadLibrary('case-pack', files, await context.data()))
  if (pack === undefined) throw nothingFits(refused)
  const preview = await previewOf(desk, 'lead', [pack], made, { passedOver: new Map() })
  const unsaid = notes.filter(({ note }, at) => {
    const copy = made.copies[at]
    return copy !== undefined && isPackable(copy) && mayBeTold(note.facts) === undefined
  }).length
  context.terminal.err(consentLines(unsaid, refused))
  const isTrial = options.dryRun === true
  if (to !== undefined && !isTrial) await context.checkFile(to, options.force === true)
  const ended = await mayLeave(context, preview, { to, isTrial })
  if (ended !== undefined) return ended
  const content = await written(context, format, [pack], [])
  return put(context, pack, content, isTrial ? undefined : to, options.force === true)
}

async function put(
  context: Context,
  pack: SharedCopy,
  content: string | Uint8Array,
  to: string | undefined,
  force: boolean,
): Promise<Outcome> {
  const { terminal, common } = context
  const cases = pack.sections.length - 1
  if (to !== undefined) {
    await context.writeFile(to, content, force)
    terminal.out(common.json === true ? jsonText({ cases, file: to }) : `${cleanLine(`Saved.  ${to}`)}\n`)
  } else if (typeof content === 'string') {
    terminal.out(common.json === true ? jsonText({ cases, text: content }) : clean(content))
  }
  return 'done'
}

/** Sessions that hold a case or something learned, the oldest first; `refused` counts those that may not be told. */
async function casesFor(
  { context, index, people }: CopyDesk,
  words: readonly string[],
  options: Options,
): Promise<{ readonly notes: readonly StoredNote[]; readonly refused: number }> {
  const query = await readFilters(context, options, people)
  const typed = words.join(' ').trim()
  // Only what a copy could hold is looked through: a private part must not decide what a group reads.
  const found = typed === '' ? undefined : await index.search({ words: typed, shared: true })
  const heads = (found === undefined ? index.heads : found.hits.map(({ head }) => head))
    .filter((head) => head.kind === 'session' && matchesRow(head, query))
    .toSorted(compareRows)
  const facts = await index.facts(heads)
  const fits = heads.filter((_, at) => {
    const own = facts[at]
    return own !== undefined && isForPack(own)
  })
  const notes = await index.notes(fits)
  const told = notes.filter(({ note }) => mayBeTold(note.facts) !== false)
  return { notes: told, refused: notes.length - told.length }
}

function checkOptions(options: Options, format: string): void {
  const other = ['for', 'kind', 'goal', 'split'].find((name) => options[name] !== undefined)
  if (other !== undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `--case-pack makes one document for a group, and --${other} does not go with it.`,
      mend: `Leave --${other} out.`,
    })
  }
  if (FORMATS.includes(format)) return
  throw new Trouble({
    kind: 'usage',
    message: `A case pack is read by people, and ${format} is for programs.`,
    mend: 'Use --format md, html or docx.',
  })
}

function nothingFits(refused: number): Trouble {
  const kept = refused === 1 ? 'One fits and may not be told.' : `${refused} fit and may not be told.`
  return new Trouble({
    kind: 'usage',
    message: `No case to look at together was found.${refused === 0 ? '' : ` ${kept}`}`,
    mend: 'One is written down with tactful prep --template case-review.',
  })
}
