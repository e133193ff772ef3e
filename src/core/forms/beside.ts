import { citations, type Ground, itemWords, type Scope, wordsAt } from '../interview/ground.ts'

/** One row of two views of the same work: what they wrote, and what was seen about the same case; one of them may be missing. */
export interface BesideRow {
  readonly theirs?: string
  readonly ours: readonly string[]
}

/** A number that can only be the same case: of a ticket, an order, a call; no year. */
const CASE = /\b(?!(?:19|20)\d\d\b)\d{4,}\b/g

/** What they wrote, line by line, next to what names the same case; then what only the other side has. `theirs` is one text, `ours` words to show with all that is known of them. */
export function besideRows(
  theirs: string,
  ours: readonly { readonly shown: string; readonly known: string }[],
): readonly BesideRow[] {
  const used = new Set<string>()
  const lines = theirs
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const rows = lines.map((line): BesideRow => {
    const cases = new Set(line.match(CASE) ?? [])
    const same = ours.filter(({ known }) => (known.match(CASE) ?? []).some((number) => cases.has(number)))
    for (const { shown } of same) used.add(shown)
    return { theirs: line, ours: same.map(({ shown }) => shown) }
  })
  const alone = ours
    .filter(({ shown }) => !used.has(shown))
    .map(({ shown }): BesideRow => ({ ours: [shown] }))
  return [...rows, ...alone]
}

/** Only the rows in which both say something about the same case. */
export function pairedRows(rows: readonly BesideRow[]): readonly BesideRow[] {
  return rows.filter(({ theirs, ours }) => theirs !== undefined && ours.length > 0)
}

/** The rows of a question's two answers, theirs and ours; none while one of the two is not there. */
export function besideIn(
  ground: Ground,
  scope: Scope,
  ids: readonly string[] | undefined,
): readonly BesideRow[] {
  const [theirs = '', ours = ''] = ids ?? []
  const keys = ground.groups.get(ours) ?? []
  const text = wordsAt(ground, theirs)
  if (text === '' || keys.length === 0) return []
  const cited = citations(ground, scope, ours) ?? []
  return besideRows(
    text,
    keys.map((key, at) => {
      const words = itemWords(ground, ours, key).replace(/\s+/g, ' ')
      const cite = cited[at]?.cite
      const ticket = ground.values.get(`${ours}/${key}/ticket`) ?? ''
      return { shown: cite === undefined ? words : `${words} [${cite}]`, known: `${words} ${String(ticket)}` }
    }),
  )
}
