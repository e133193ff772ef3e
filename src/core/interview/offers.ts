import { ownGoals } from '../goals/own-words.ts'
import { knownGoals } from './carry.ts'
import type { Raw } from './parse.ts'
import type { Plan, Spot } from './plan.ts'
import type { Interview } from './state.ts'
import { saidIn, saidPath } from './their-view.ts'

/** So many things of theirs are offered at one question; each has a number of one digit. */
const OFFERED = 5
/** A longer line is offered sentence by sentence, in UTF-16 units. */
const LONGEST = 160
const BULLET = /^(?:[-*•–+>]|\d{1,2}[.)])\s+/

/**
 * What the person wrote that fits an open question, in their words: goals where one is asked for, else the answers of their form that the
 * template names. What stands in an answer already, or is an open goal, is offered no second time.
 */
export function offersFor(plan: Plan, { kind, question, value, path }: Spot): readonly string[] {
  if (value !== undefined && value !== null) return []
  const isLines = kind === 'lines' && question.type === 'group'
  if (question.type === 'group' && !isLines) return []
  const said = (question.theirs ?? []).flatMap((id) => pieces(saidIn(plan.interview, id), isLines))
  const goals = isLines && question.makes === 'goal' ? goalsSaid(plan) : []
  const taken = takenIn(plan.interview, path)
  const all = [...new Set([...goals, ...said])]
  return all.filter((one) => !taken.has(plain(one))).slice(0, OFFERED)
}

/** What was typed, with each number that stands alone in it, or on a line of its own, replaced by the words it offers. */
export function withOffer(plan: Plan, spot: Spot, raw: Raw): Raw {
  if (typeof raw !== 'string' || !/^\s*[1-9]\s*$/m.test(raw)) return raw
  const offers = offersFor(plan, spot)
  const taken = raw
    .split('\n')
    .map((line) => (/^\s*[1-9]\s*$/.test(line) ? offers[Number(line) - 1] : undefined) ?? line)
  return taken.join('\n')
}

function goalsSaid(plan: Plan): readonly string[] {
  const named = pieces(saidIn(plan.interview, 'goal'), false)
  if (named.length > 0) return named
  return [...plan.values].flatMap(([path, said]) =>
    plan.questions.get(path)?.type === 'form' && typeof said === 'string' ? ownGoals(said) : [],
  )
}

/** One line is one thing; a long one is as many as it has sentences, and so is each where a list is asked for. */
function pieces(text: string, isList: boolean): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(BULLET, ''))
    .flatMap((line) =>
      line.length <= LONGEST && !isList ? [line] : line.split(/(?<=[^\d][.?])\s+(?=\p{Lu})/u),
    )
    .map((line) => line.trim().replace(/(?<=[^.])\.$/, ''))
    .filter((line) => /\p{L}/u.test(line))
}

/** What counts in any other answer, and the goals that are open; `@` paths are what is known beside the answers. */
function takenIn(interview: Interview, here: string): ReadonlySet<string> {
  const answers = [...interview.answers].flatMap(([path, { value }]) =>
    path === here || path.startsWith(saidPath('')) || typeof value !== 'string' ? [] : value.split('\n'),
  )
  return new Set([...answers, ...knownGoals(interview)].map(plain))
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase()
}
