import type { DraftHead } from '../ports/drafts.ts'
import type { Template } from '../template/template.ts'
import type { Answer, AnswerPath, Interview, Step } from './state.ts'

/** An interview in which nothing has been asked yet. */
export function begin(template: Template, depth: Interview['depth']): Interview {
  return {
    template,
    depth,
    answers: new Map(),
    items: new Map(),
    closed: new Set(),
    opened: new Set(),
    typed: new Map(),
  }
}

/** The interview after one step. Every step is accepted; what no longer applies is simply not visible later. */
export function apply(interview: Interview, step: Step): Interview {
  switch (step.step) {
    case 'answer':
      return {
        ...interview,
        answers: withEntry(interview.answers, step.path, answerOf(step)),
        typed: without(interview.typed, step.path),
      }
    case 'items':
      return {
        ...interview,
        items: withEntry(interview.items, step.path, step.keys),
        typed: without(interview.typed, step.path),
      }
    case 'close':
      return { ...interview, closed: new Set([...interview.closed, step.path]) }
    case 'reopen':
      return { ...interview, closed: new Set([...interview.closed].filter((path) => path !== step.path)) }
    case 'deeper':
      return { ...interview, opened: new Set([...interview.opened, step.part]) }
    case 'typed':
      return {
        ...interview,
        typed:
          step.text === '' && !isGiven(interview, step.path)
            ? without(interview.typed, step.path)
            : withEntry(interview.typed, step.path, step.text),
      }
    case 'forget':
      return { ...interview, answers: without(interview.answers, step.path) }
    case 'all':
      return step.steps.reduce(apply, interview)
    case 'save':
      return interview
  }
}

/** The interview a draft holds: its template with every kept step applied in order. */
export function replay(
  template: Template,
  head: Pick<DraftHead, 'depth'>,
  steps: readonly Step[],
): Interview {
  return steps.reduce(apply, begin(template, head.depth))
}

/** How many answers the mentor gave: skipped ones and those recognised in a line are not counted, lines typed at once are one. */
export function answersGiven(interview: Interview): number {
  const lines = new Set<AnswerPath>()
  let count = 0
  for (const [path, { value, read }] of interview.answers) {
    if (value === null || read === true || !isThere(interview, path)) continue
    if (path.endsWith('/@line')) lines.add(path.split('/').slice(0, -2).join('/'))
    else count += 1
  }
  return count + lines.size
}

/** Where something was given, an emptied field says that it may be meant to go. */
function isGiven({ answers, items }: Interview, path: AnswerPath): boolean {
  return answers.has(path) || items.has(path)
}

/** Whether every item on the way to an answer is still there. */
function isThere(interview: Interview, path: AnswerPath): boolean {
  const parts = path.split('/')
  return parts.every(
    (part, index) =>
      index % 2 === 0 || interview.items.get(parts.slice(0, index).join('/'))?.includes(part) === true,
  )
}

function answerOf(step: Extract<Step, { step: 'answer' }>): Answer {
  return {
    value: step.value,
    ...(step.basis === undefined ? {} : { basis: step.basis }),
    ...(step.kept === undefined ? {} : { kept: step.kept }),
    ...(step.read === undefined ? {} : { read: step.read }),
  }
}

function withEntry<V>(
  map: ReadonlyMap<AnswerPath, V>,
  path: AnswerPath,
  value: V,
): ReadonlyMap<AnswerPath, V> {
  return new Map(map).set(path, value)
}

function without<V>(map: ReadonlyMap<AnswerPath, V>, path: AnswerPath): ReadonlyMap<AnswerPath, V> {
  if (!map.has(path)) return map
  const copy = new Map(map)
  copy.delete(path)
  return copy
}
