import type { Ground } from '../interview/ground.ts'
import { everyQuestion } from '../template/find.ts'
import type { Question } from '../template/template.ts'
import { barrierItems } from './barrier-note.ts'
import { carriedItems } from './carried.ts'
import { evidenceItems } from './evidence-note.ts'
import { goalItems } from './goal-note.ts'
import { ideaItems } from './idea.ts'
import { pointItems } from './point.ts'
import { groupsThatMake, readInterview } from './reading.ts'
import { recognitionItems } from './recognition.ts'
import { promiseItems, type SessionParts } from './session-parts.ts'

/**
 * What an interview is composed of, and the id of its evidence note. `ids` is called for that note first, then once for
 * each item of evidence, goal, promise, agreement, recognition, idea, goal that takes the place of another, and barrier.
 */
export function partsOf(ground: Ground, ids: () => string): readonly [string, SessionParts] {
  const read = readInterview(ground)
  const groups = groupsThatMake(read, 'evidence')
  const evidenceId = groups.length === 0 ? '' : ids()
  const evidence = evidenceItems(ground, groups, ids)
  const points = pointItems(ground, groupsThatMake(read, 'point'), evidence)
  const goals = goalItems(ground, groupsThatMake(read, 'goal'), ids)
  const promises = promiseItems(ground, groupsThatMake(read, 'promise'), ids)
  const agreements = promiseItems(ground, groupsThatMake(read, 'agreement'), ids, 'A')
  const recognitions = recognitionItems(ground, groupsThatMake(read, 'recognition'), ids)
  const ideas = ideaItems(ground, groupsThatMake(read, 'idea'), ids)
  const carried = carriedItems(ground, read, ids)
  const barriers = barrierItems(ground, groupsThatMake(read, 'barrier'), evidence, ids)
  const citesAll = !everyQuestion(ground.interview.template).some(isPoints)
  return [
    evidenceId,
    {
      ...{ read, evidence, points, goals, promises, agreements, recognitions, ideas, carried, barriers },
      citesAll,
      isInPlace: barriers.length > 0 && !citesAll && ![...ground.questions.values()].some(isPoints),
    },
  ]
}

function isPoints(question: Question): boolean {
  return question.type === 'group' && question.makes === 'point'
}

/** What an interview would be composed of, with ids that mean nothing. */
export function sessionParts(ground: Ground): SessionParts {
  return partsOf(ground, () => '')[1]
}
