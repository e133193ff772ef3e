import type { Place } from '../problem.ts'
import { apart, isConfidedItem } from '../session/confidence.ts'
import type { Finding } from '../wording/finding.ts'
import { type Reviewer, unmet } from './findings.ts'
import { type Plan, type Spot, shownPath } from './plan.ts'
import type { AnswerPath } from './state.ts'

/** What a coach would ask about one answer: `path` is the answer's, counted from 1 as in `points.2.ask`; `line` of the answers file from 1, where it is known. */
export interface Remark {
  readonly path: string
  readonly line?: number
  readonly finding: Finding
}

/**
 * What would be met under the answers at the keyboard, in their order; what was kept on purpose is left out. What somebody
 * said in a talk or a check-in is looked at for what is theirs alone. `places` says where answers stand in a file.
 */
export async function remarksOn(
  plan: Plan,
  reviewer: Reviewer,
  places: ReadonlyMap<AnswerPath, Place> = new Map(),
): Promise<readonly Remark[]> {
  const remarks: Remark[] = []
  const told = new Set<string>()
  for (const spot of plan.spots) {
    const line = places.get(spot.path)?.line
    const found = fresh(await findingsOn(plan, spot, reviewer), told, spot)
    const at = { path: shownPath(plan, spot.path), ...(line === undefined ? {} : { line }) }
    remarks.push(...found.map((finding) => ({ ...at, finding })))
  }
  return remarks
}

/** The words of a question come again in what is said of its item as a whole; once is enough. */
function fresh(findings: readonly Finding[], told: Set<string>, { scope, path }: Spot): readonly Finding[] {
  const key = ({ rule, words }: Finding): string => [scope[0] ?? path, rule, words].join('\n')
  const found = findings.filter((finding) => !told.has(key(finding)))
  for (const finding of found) told.add(key(finding))
  return found
}

async function findingsOn(plan: Plan, spot: Spot, reviewer: Reviewer): Promise<readonly Finding[]> {
  const { question, value, scope } = spot
  if (typeof value !== 'string' || spot.kind === 'lines') return []
  // The words of what was picked are those of another note.
  if (spot.item?.picked === true && spot.unasked) return []
  if (question.check === undefined) return takenDown(plan, spot, value, reviewer)
  const found = await reviewer(question, value, plan, scope)
  return unmet(found, plan.interview.answers.get(spot.path)?.kept ?? [])
}

/** What was said has no wording to mend; health, family and the like are theirs to tell. */
async function takenDown(
  plan: Plan,
  { question, scope, item }: Spot,
  value: string,
  reviewer: Reviewer,
): Promise<readonly Finding[]> {
  const { kind } = plan.interview.template
  const isText = question.type === 'text' || question.type === 'paragraph'
  if (!isText || question.private === true || (kind !== 'talk' && kind !== 'checkin')) return []
  if (item !== undefined && isConfidedItem(plan, item.path, item.key)) return []
  const found = await reviewer({ ...question, check: 'wording' }, apart(value).shown, plan, scope)
  return found.filter(({ category }) => category === 'private')
}
