import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import type { Question } from '../template/template.ts'
import type { Finding } from '../wording/finding.ts'
import type { Reviewer } from './findings.ts'
import { fieldsOf, type Ground, personName, type Scope } from './ground.ts'

/** The wording check as a reviewer: rules, model and the team's own words, loaded with the first answer that is to be checked. */
export function wordingReviewer(context: Context, files: NoteFiles): Reviewer {
  let opened: ReturnType<typeof openReview> | undefined
  return async (question, text, ground, scope) => {
    if (question.check === undefined) return []
    opened ??= openReview(context, files)
    const review = await opened
    const found = review(text, { names: namesIn(ground), evidence: evidenceFor(ground, scope) })
    // A guess is parked where nobody else reads it; what is theirs to bring up is not to lie there either.
    if (question.check === 'private') return found.filter(({ category }) => category === 'private')
    return [...(await namedInBarrier(question, text, ground, scope)), ...found]
  }
}

/** The note of a barrier goes to somebody else, so a name of anybody in the notebook is pointed out. */
async function namedInBarrier(
  question: Question,
  text: string,
  ground: Ground,
  scope: Scope,
): Promise<readonly Finding[]> {
  const group = ground.interview.template.parts
    .flatMap(({ questions }) => questions)
    .find((one) => one.type === 'group' && one.makes === 'barrier')
  if (group?.type !== 'group' || !group.questions.includes(question)) return []
  const { peopleFor, spansOf } = await import('../sharing/named.ts')
  const owner = scope[0] === undefined ? undefined : ground.values.get(`${scope[0]}/owner`)
  return spansOf(peopleFor(ground), text, typeof owner === 'string' ? owner : '').map(({ start, end }) => ({
    rule: 'barrier-name',
    category: 'private',
    severity: 'warning',
    offset: start,
    length: end - start,
    words: text.slice(start, end),
    why: 'This note goes to whoever can change it. Say what is in the way without the name.',
    try: [],
  }))
}

async function openReview(context: Context, files: NoteFiles) {
  const [{ loadJudge, loadWording }, { createReview }, data] = await Promise.all([
    import('../wording/load.ts'),
    import('../wording/review.ts'),
    context.data(),
  ])
  return createReview(await loadWording(files, data), await loadJudge(data))
}

/** The person it is about, who may not be on file yet. */
function namesIn(ground: Ground): readonly string[] {
  const asked = ground.interview.template.parts
    .flatMap(({ questions }) => questions)
    .find(({ type }) => type === 'person')
  const value = asked === undefined ? undefined : ground.values.get(asked.id)
  return value === undefined ? [] : [personName(ground.world, String(value))]
}

/** The words of the evidence that this answer is about; none where it is about none in particular. */
function evidenceFor(ground: Ground, scope: Scope): readonly string[] {
  if (scope.length === 0) return []
  return ground.interview.template.parts
    .flatMap(({ questions }) => questions)
    .flatMap((group) =>
      group.type === 'group' && group.makes === 'evidence'
        ? fieldsOf(ground, scope, group.id, group.entry?.into ?? 'text').map(String)
        : [],
    )
}
