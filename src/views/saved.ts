import { cadenceOf } from '../core/checkins/cadence-phrase.ts'
import { formatDayShort } from '../core/dates.ts'
import type { Composed } from '../core/interview/finish.ts'
import type { Saved } from '../core/interview/guided.ts'
import type { HeldBefore } from '../core/interview/held-twice.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { Terminal } from '../core/ports/terminal.ts'
import type { CommonOptions } from '../core/ports.ts'
import type { SetSummary } from '../core/session/compose.ts'
import { clean } from '../core/text/clean.ts'
import { cells } from '../core/text/width.ts'
import { jsonText } from './json.ts'
import { clip } from './layout.ts'
import { remarksJson } from './remarks.ts'
import { roomOf, wrapped } from './table.ts'
import { type Theme, themeFor } from './theme.ts'

/** So many cells of a first name stand in a label; the whole stands in the note. */
const LONGEST_NAME = 24

const APART = 'private part kept apart'

/** What is private stands beside the evidence, and the note that was saved has none. */
const APART_EVIDENCE = 'private part kept apart, with the evidence'

/** The last screen: where everything is, and what comes next. */
function savedText({ composed }: Saved, theme: Theme, width: number): string {
  const { set, person } = composed
  const id = shortId(set.id)
  const name = clip(person.name.split(/\s+/)[0] ?? person.name, LONGEST_NAME, theme.sign.more)
  const talk = talkWords(set.summary)
  const isGoal = set.kind === 'goal'
  const isInPlace = set.summary.isInPlace === true
  const rows: (readonly [string, string])[] = [
    ['Read it:', `tactful ${isGoal ? 'goal show' : 'show'} ${id}`],
    ...(isGoal ? [['Later:', `tactful goal update ${id} --progress "..."`] as const] : []),
    ...(isGoal || isInPlace ? [] : [[`Copy for ${name}:`, `tactful export ${id} --for person`] as const]),
    ...barrierRows(set.summary),
    ...(talk === '' ? [] : [['Talk:', talk] as const, ['Hold it:', `tactful talk ${id}`] as const]),
    ...(isInPlace ? [] : checkinRow(composed)),
  ]
  const room = Math.max(...rows.map(([label]) => label.length)) + 2
  const lines = rows.map(([label, text]) => wrapped(clean(`${label.padEnd(room)}${text}`), width))
  const saved = `Saved.  ${clean(set.path)}`
  const words = set.summary.isPrivateEvidence === true ? APART_EVIDENCE : APART
  const apart = set.summary.hasPrivate ? `   ${words}` : ''
  const gap = cells(saved) + cells(apart) > width ? `\n${wrapped(words, width)}` : apart
  return `${saved.replace('Saved.', theme.good('Saved.'))}${theme.dim(gap)}\n${lines.join('\n')}\n`
}

/** Where what is in the way was written down, and how to say that its owner knows. */
function barrierRows({ barriers = [] }: SetSummary): readonly (readonly [string, string])[] {
  const [first, ...more] = barriers
  if (first === undefined) return []
  if (more.length > 0) return [['Barriers:', 'tactful barrier list']]
  const id = shortId(first.id)
  return [
    ['Barrier:', `tactful barrier show ${id}`],
    ['For its owner:', `tactful barrier show ${id} --for-owner`],
    ['Told the owner:', `tactful barrier raise ${id}`],
  ]
}

/** The next check-in, or how to plan one where nothing was asked about it; that a cadence goes on where there was to be none. */
function checkinRow({ set, person }: Composed): readonly (readonly [string, string])[] {
  const { checkin, isCheckinOpen } = set.summary
  if (checkin !== undefined) return [['Check-in:', formatDayShort(checkin)]]
  const isTalk = set.kind === 'session' || set.kind === 'checkin'
  if (!isTalk) return []
  if (isCheckinOpen) return [['Check-in:', `none planned yet: tactful checkin move ${person.slug} --to DAY`]]
  if (cadenceOf(person.cadence) === undefined) return []
  const end = `tactful people edit ${person.slug} --cadence ""`
  return [['Check-in:', `the cadence goes on (${person.cadence}). To end it: ${end}`]]
}

function talkWords({ talk }: SetSummary): string {
  const { date, time, place, minutes } = talk
  const when = [date === undefined ? '' : formatDayShort(date), time ?? '']
    .filter((one) => one !== '')
    .join(' ')
  return [when, place ?? '', minutes === undefined ? '' : `${minutes} min`]
    .filter((one) => one !== '')
    .join(', ')
}

/** What is saved, or would be, with what is worth a second look; `notices` only where nobody was there to see them. */
type Noticed = Pick<Saved, 'composed' | 'remarks'> & { readonly notices?: readonly string[] }

/** What a save prints: the last screen, the note just saved as JSON, or, where quiet was asked for, its path alone. */
export function savedReport(saved: Saved & Noticed, terminal: Terminal, common: CommonOptions): string {
  const { composed } = saved
  if (common.json === true) return jsonText(savedFacts(saved))
  if (common.quiet === true) return clean(`${composed.set.path}\n`)
  return savedText(saved, themeFor(terminal), roomOf(terminal))
}

/** Said where a check-in of that day is there already: the same one is not saved again, another one is remarked on. */
export function heldBeforeLine({ id, path, isSame }: HeldBefore, name: string): string {
  return isSame
    ? clean(`Already saved as ${path}, so nothing was saved again.\n`)
    : clean(`A check-in with ${name} on that day was saved before: tactful show ${shortId(id)}\n`)
}

/** The note that was there already, in the shape of one just saved. */
export function alreadyJson({ id, path }: HeldBefore, person: string): string {
  return jsonText({ id, path, person, kind: 'checkin', findings: 0, remarks: [], already: true })
}

function savedFacts({ composed, remarks, notices }: Noticed): object {
  const { set, person } = composed
  const barriers = set.summary.barriers?.map(({ id, path }) => ({ id, path })) ?? []
  return {
    ...{ id: set.id, path: set.path, person: person.slug, kind: set.kind },
    ...{ findings: remarks.length, remarks: remarksJson(remarks) },
    ...(notices === undefined ? {} : { notices }),
    ...(barriers.length === 0 ? {} : { barriers }),
  }
}

/** What a trial prints: the note on standard output; the paths that would have been written go to standard error. */
export function trialReport(
  tried: Noticed,
  common: CommonOptions,
): { readonly out: string; readonly err: string } {
  const { composed } = tried
  const session = composed.files.at(-1)?.text ?? ''
  if (common.json === true) {
    const files = composed.files.map(({ path }) => path)
    return {
      out: jsonText({ ...savedFacts(tried), saved: false, files, text: session }),
      err: '',
    }
  }
  const paths = composed.files.map((file) => `  ${file.path}`)
  return {
    out: clean(session),
    err: clean(`Nothing was saved. These files would have been:\n${paths.join('\n')}\n`),
  }
}
