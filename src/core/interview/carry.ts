import type { Carried, GroupQuestion, Template } from '../template/template.ts'
import type { AnswerPath, Interview, Step } from './state.ts'

/** One thing that is open with somebody: a promise, an agreement or a goal. */
export interface OpenThing {
  /** Its id in the notebook. */
  readonly id: string
  /** Its words, on one line. */
  readonly text: string
  /** What is known of it, in one line: "from 12 Nov, by 20 Nov". */
  readonly about: string
  /** Heading under which it is offered to the mentor, and the one it has in the note: whose it is. */
  readonly whose?: string
  readonly heading?: string
  /** What was prepared for a talk only: what sort of thing it is, and the name it has in answers files. */
  readonly kind?: string
  readonly key?: string
  /** Goals only: `proposed` or `agreed`. */
  readonly status?: string
  /** Goals only: the amounts that what is said of them has to fit. */
  readonly baseline?: string
  readonly target?: string
}

/** What is open with somebody, and the plain day their cadence proposes for the check-in after this one. */
export interface OpenThings {
  readonly promises: readonly OpenThing[]
  readonly goals: readonly OpenThing[]
  /** In a talk: what was prepared for it, in the order in which it is to be said. */
  readonly agenda?: readonly OpenThing[]
  readonly next?: string
  /** What is in the way already, whoever it was found with: a line each, the newest first. */
  readonly barriers?: readonly string[]
}

/** The way to what is open with a person (slug, or the name of somebody new). May throw `Trouble`. */
export interface OpenDoor {
  of(person: string): Promise<OpenThings>
}

/** Whom the items were carried over for, and the day proposed: names that no question can have. */
const FOR: AnswerPath = '@carried'
const NEXT: AnswerPath = '@next'
const BARRIERS: AnswerPath = '@barriers'
const GOALS: AnswerPath = '@goals'

/** The groups of a template whose items are carried over from earlier notes. */
export function carriedGroups(
  template: Template,
): readonly (GroupQuestion & { readonly carries: Carried })[] {
  return template.parts
    .flatMap(({ questions }) => questions)
    .filter(
      (one): one is GroupQuestion & { readonly carries: Carried } =>
        one.type === 'group' && one.carries !== undefined,
    )
}

/** Whom the items were carried over for; undefined before they were. */
export function carriedFor(interview: Interview): string | undefined {
  return textAt(interview, FOR)
}

/** The plain day that the person's cadence proposes for the next check-in, once it was looked up. */
export function proposedNext(interview: Interview): string | undefined {
  return textAt(interview, NEXT)
}

/** What is in the way already, a line each, once it was looked up. */
export function knownBarriers(interview: Interview): readonly string[] {
  return textAt(interview, BARRIERS)?.split('\n') ?? []
}

/** The words of the goals that are open already, once they were looked up; none where the template carries them over. */
export function knownGoals(interview: Interview): readonly string[] {
  return textAt(interview, GOALS)?.split('\n') ?? []
}

/** The id in the notebook of what an item was carried over from. */
export function carriedFrom(interview: Interview, group: AnswerPath, key: string): string | undefined {
  return textAt(interview, `${group}/${key}/@of`)
}

/**
 * The step that carries what is open into an interview. It is kept like every answer, so that what was talked about stays
 * what it was, whatever else is noted in the meantime. Keys are the ends of ids, as people see and type them.
 */
export function carryStep(interview: Interview, person: string, open: OpenThings): Step {
  const groups = carriedGroups(interview.template)
  const steps = groups.flatMap(({ id, carries }): readonly Step[] => {
    const things = open[carries] ?? []
    const short = shortKeys(things.map((thing) => thing.id))
    const keys = things.map(({ key }, index) => key ?? short[index] ?? '')
    const facts = things.flatMap((thing, index) => thingSteps(`${id}/${keys[index]}`, thing))
    return [...facts, { step: 'items', path: id, keys }]
  })
  const next: Step = open.next === undefined ? { step: 'forget', path: NEXT } : known(NEXT, open.next)
  const { barriers = [] } = open
  const inTheWay: Step =
    barriers.length === 0 ? { step: 'forget', path: BARRIERS } : known(BARRIERS, barriers.join('\n'))
  const goals = groups.some(({ carries }) => carries === 'goals') ? [] : open.goals
  const openGoals: Step =
    goals.length === 0
      ? { step: 'forget', path: GOALS }
      : known(GOALS, goals.map(({ text }) => text).join('\n'))
  return { step: 'all', steps: [...steps, next, inTheWay, openGoals, known(FOR, person)] }
}

function thingSteps(
  prefix: AnswerPath,
  { id, text, about, whose, heading, kind, status, baseline, target }: OpenThing,
): readonly Step[] {
  const said = {
    '@whose': whose,
    '@heading': heading,
    kind,
    status,
    '@baseline': baseline,
    '@target': target,
  }
  const facts = { '@of': id, text, about, ...said }
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [known(`${prefix}/${name}`, value)],
  )
}

function known(path: AnswerPath, value: string): Step {
  return { step: 'answer', path, value, read: true }
}

/** As many characters from the end as tell them all apart, six at least. */
function shortKeys(ids: readonly string[]): readonly string[] {
  for (let length = 6; length < 26; length++) {
    const keys = ids.map((id) => id.slice(-length).toLowerCase())
    if (new Set(keys).size === keys.length) return keys
  }
  return ids.map((id) => id.toLowerCase())
}

function textAt(interview: Interview, path: AnswerPath): string | undefined {
  const value = interview.answers.get(path)?.value
  return typeof value === 'string' ? value : undefined
}
