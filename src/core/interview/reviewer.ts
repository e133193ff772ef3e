import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import type { GroupQuestion, Question } from '../template/template.ts'
import type { Finding } from '../wording/finding.ts'
import type { Reviewer } from './findings.ts'
import { fieldsOf, type Ground, personName, type Scope, valueNamed } from './ground.ts'

/** The wording check as a reviewer: rules, model and the team's own words, loaded with the first answer that is to be checked. */
export function wordingReviewer(context: Context, files: NoteFiles): Reviewer {
  let opened: ReturnType<typeof openReview> | undefined
  return async (question, text, ground, scope) => {
    if (question.check === undefined) return []
    opened ??= openReview(context, files)
    const review = await opened
    const found = review(text, {
      names: namesIn(ground),
      evidence: evidenceFor(question, ground, scope),
      isPraise: valueNamed(ground, scope, 'side') === 'strength',
    })
    // A guess is parked where nobody else reads it; what is theirs to bring up is not to lie there either.
    if (question.check === 'private') return found.filter(({ category }) => category === 'private')
    const pointed = await Promise.all([
      namedInBarrier(question, text, ground, scope),
      customersInEvidence(context, question, text, ground, scope),
    ])
    return [...pointed.flat(), ...found]
  }
}

/** The note of a barrier goes to somebody else, so a name of anybody in the notebook is pointed out. */
async function namedInBarrier(
  question: Question,
  text: string,
  ground: Ground,
  scope: Scope,
): Promise<readonly Finding[]> {
  if (groupMaking(ground, 'barrier')?.questions.includes(question) !== true) return []
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

function groupMaking(ground: Ground, made: GroupQuestion['makes']): GroupQuestion | undefined {
  return ground.interview.template.parts
    .flatMap(({ questions }) => questions)
    .find((one): one is GroupQuestion => one.type === 'group' && one.makes === made)
}

/** Evidence is quoted later, so an address or a number that may be a customer's is pointed out, with the words that mask it. */
async function customersInEvidence(
  context: Pick<Context, 'data'>,
  question: Question,
  text: string,
  ground: Ground,
  scope: Scope,
): Promise<readonly Finding[]> {
  const group = groupMaking(ground, 'evidence')
  if (group?.questions.includes(question) !== true) return []
  const { evidenceMasker } = await import('../evidence/customer-data.ts')
  const mask = await evidenceMasker(context, [text])
  const ticket = scope[0] === undefined ? undefined : ground.values.get(`${scope[0]}/ticket`)
  const shown = mask?.(text, ticket).text ?? text
  if (shown === text) return []
  const [start, end] = changedSpan(text, shown)
  return [
    {
      rule: 'customer-data',
      category: 'private',
      severity: 'warning',
      offset: start,
      length: end - start,
      words: text.slice(start, end),
      why: 'This may be a customer’s address or number. The note is as clear without it.',
      try: [shown],
      sentence: { offset: 0, length: text.length },
    },
  ]
}

/** What stands between the first and the last sign in which two texts differ, in the first of them. */
function changedSpan(text: string, other: string): readonly [number, number] {
  let start = 0
  while (start < text.length && text[start] === other[start]) start += 1
  let end = 0
  const most = Math.min(text.length, other.length) - start
  while (end < most && text.at(-1 - end) === other.at(-1 - end)) end += 1
  return [start, text.length - end]
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

/** The words of the evidence that this answer is about; none where it is about none in particular, or is joined to them anyway. */
function evidenceFor(question: Question, ground: Ground, scope: Scope): readonly string[] {
  if (scope.length === 0 || isJoinedToEvidence(question, ground)) return []
  return ground.interview.template.parts
    .flatMap(({ questions }) => questions)
    .flatMap((group) =>
      group.type === 'group' && group.makes === 'evidence'
        ? fieldsOf(ground, scope, group.id, group.entry?.into ?? 'text').map(String)
        : [],
    )
}

/** Whether another question joins this answer behind the evidence, which would then be said twice. */
function isJoinedToEvidence({ id }: Question, { interview }: Ground): boolean {
  const groups = interview.template.parts.flatMap(({ questions }) => questions)
  return groups.some(
    (group) =>
      group.type === 'group' &&
      group.questions.some(
        (one) => 'join' in one && one.join?.includes('evidence') === true && one.join.includes(id),
      ),
  )
}
