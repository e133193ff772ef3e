import type { OpenThing } from '../interview/carry.ts'
import type { Reviewer } from '../interview/findings.ts'
import { unmet } from '../interview/findings.ts'
import type { Ground } from '../interview/ground.ts'
import { scopeOf } from '../interview/ground.ts'
import { fill } from '../interview/resolve.ts'
import { shortId } from '../notebook/ids.ts'
import type { Notice } from './notices.ts'
import { sessionParts } from './parts.ts'
import type { SessionParts } from './session-parts.ts'

/**
 * What the words of evidence taken from earlier notes may need: they were noted in a hurry, and nothing here asks for them
 * again. Findings that were kept on purpose are left out. Throws what `reviewer` throws.
 */
export async function notedWords(ground: Ground, reviewer: Reviewer): Promise<readonly Notice[]> {
  const noted = sessionParts(ground).evidence.filter(({ isNoted }) => isNoted)
  const found = noted.map(async ({ item, group, label, words }): Promise<readonly Notice[]> => {
    const path = `${item.prefix}/${group.question.entry?.into ?? 'text'}`
    const question = ground.questions.get(path)
    if (question === undefined || words === '') return []
    const findings = await reviewer(question, words, ground, [item.prefix])
    const open = unmet(findings, ground.interview.answers.get(path)?.kept ?? [])
    const said = [...new Set(open.map((one) => one.words).filter((one) => one !== ''))]
    return said.length === 0 ? [] : [{ code: 'noted-words', label, words: said }]
  })
  return (await Promise.all(found)).flat()
}

/** Evidence out of a form whose writer has not said yes to passing it on. */
export function unsaidYes(ground: Ground): readonly Notice[] {
  const { answers } = ground.interview
  const labels = sessionParts(ground).evidence.flatMap(({ group, item, isNoted, label }) =>
    isNoted && answers.get(`${group.path}/${item.key}/@consent`)?.value === 'unsaid' ? [label] : [],
  )
  return labels.length === 0 ? [] : [{ code: 'unsaid', labels }]
}

/** Strengths that stand on evidence from earlier notes: their words are joined, and no question showed them as a whole. */
export function unreadStrengths(ground: Ground, { points }: SessionParts): readonly Notice[] {
  return points.flatMap(({ side, cited, item }): readonly Notice[] => {
    const asked = ground.interview.answers.has(`${item.prefix}/said`)
    const labels = cited.filter(({ isNoted }) => isNoted).map(({ label }) => label)
    if (side !== 'strength' || asked || labels.length === 0) return []
    return [{ code: 'unread-strength', number: item.number, labels }]
  })
}

/** Sentences that stand more than once in the words of one point; citations, capitals and the stop at the end do not count. */
export function saidTwice({ points }: SessionParts): readonly Notice[] {
  return points.flatMap(({ prose, item }): readonly Notice[] => {
    const said = prose
      .replace(/\s*\[E\d+\]/g, '')
      .split(/(?<=[.!?…])\s+/)
      .filter((one) => one.trim().includes(' '))
    const twice = said.find((one, at) => said.slice(0, at).some((before) => plain(before) === plain(one)))
    return twice === undefined ? [] : [{ code: 'said-twice', number: item.number, words: twice }]
  })
}

/** Goals whose words are those of one that is open already: capitals, spaces and the stop at the end do not count. */
export function sameGoals(ground: Ground, open: readonly OpenThing[]): readonly Notice[] {
  return sessionParts(ground).goals.flatMap(({ words }): readonly Notice[] => {
    const same = open.find(({ text }) => plain(text) === plain(words))
    return same === undefined ? [] : [{ code: 'same-goal', goal: words, id: shortId(same.id) }]
  })
}

/** Questions for a last look, whose usual answer is yes, that were answered with no. */
export function lastLooks(ground: Ground): readonly Notice[] {
  return [...ground.questions].flatMap(([path, question]): readonly Notice[] => {
    const isLook = question.type === 'confirm' && question.default === true
    if (!isLook || ground.values.get(path) !== false) return []
    return [{ code: 'last-look', ask: fill(question.ask, ground, scopeOf(path)) }]
  })
}

function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!…]+$/, '')
    .toLowerCase()
}
