import { Trouble } from '../problem.ts'
import { everyQuestion } from '../template/find.ts'
import type { Template } from '../template/template.ts'
import { inboxQuestion, inboxTarget, pickedIn, sincePicked } from './inbox.ts'
import { openSpots, planOf, type Spot } from './plan.ts'
import { type Run, take } from './run.ts'
import type { Interview } from './state.ts'
import type { Inbox, InboxDoor, NotedItem } from './world.ts'

/** Begins to look up what the notebook holds about the person, as soon as it is known who that is; gives what is being looked up. */
export function lookAhead(run: Run): Promise<Inbox> | undefined {
  const person = personIn(run.interview)
  const { inbox } = run.guide
  if (person === undefined || inbox === undefined) return undefined
  if (inboxQuestion(run.interview.template) === undefined || run.world.inbox?.person === person)
    return undefined
  if (run.noting?.person !== person) {
    const found = lookUp(inbox, person)
    // A bug is told of where this is waited for.
    found.catch(() => {})
    run.noting = { person, found }
  }
  return run.noting.found
}

/**
 * Waits for what the notebook holds where that is about to be offered, or all is reviewed. True when it has just come,
 * and the plan is to be made anew.
 */
export async function meetInbox(run: Run, next: Spot | undefined): Promise<boolean> {
  const { template } = run.interview
  const at = (id: string | undefined) => template.parts.findIndex((part) => part.id === id)
  const asked = inboxQuestion(template)?.id
  const isNear = next === undefined || at(next.part.id) >= at(partWith(template, asked))
  const found = isNear ? lookAhead(run) : undefined
  if (found === undefined) return false
  arrive(run, await found)
  if (run.world.inbox?.isUnread === true) run.guide.asker.say(run.guide.words.noted.unread())
  const { alone = [] } = run.world.inbox ?? {}
  if (alone.length > 0) run.guide.asker.say(run.guide.words.noted.alone(alone))
  await compare(run, async (item) => item)
  return true
}

/** Before saving, what was picked is read again. True when something is not as it was. */
export async function pickedAgain(run: Run): Promise<boolean> {
  const { inbox } = run.guide
  if (inbox === undefined) return false
  return compare(run, async (item) => {
    try {
      return item === undefined ? undefined : await inbox.now(item)
    } catch (error) {
      // Nobody can tell what it says now, so what it said counts.
      if (error instanceof Trouble) return item
      throw error
    }
  })
}

async function lookUp(door: InboxDoor, person: string): Promise<Inbox> {
  try {
    const alone = (await door.alone?.(person)) ?? []
    return { person, items: await door.of(person), ...(alone.length === 0 ? {} : { alone }) }
  } catch (error) {
    if (error instanceof Trouble) return { person, items: [], isUnread: true }
    throw error
  }
}

/** The inbox is there from now on; what it asks does not hold up a review that is already open. */
function arrive(run: Run, inbox: Inbox): void {
  run.world = { ...run.world, inbox }
  if (run.reviewing === undefined) return
  const open = openSpots(planOf(run.interview, run.world)).map(({ path }) => path)
  const asked = inboxQuestion(run.interview.template)?.id
  const added = open.filter((path) => path === asked)
  run.reviewing = { ...run.reviewing, open: new Set([...run.reviewing.open, ...added]) }
}

/** Says what became of each picked item, and goes on with what there is now. */
async function compare(
  run: Run,
  now: (item: NotedItem | undefined) => Promise<NotedItem | undefined>,
): Promise<boolean> {
  const question = inboxQuestion(run.interview.template)
  const group = question === undefined ? undefined : inboxTarget(question)
  if (group === undefined || run.world.inbox === undefined || run.world.inbox.isUnread === true) return false
  let isOther = false
  let { inbox } = run.world
  for (const picked of pickedIn(run.interview, group)) {
    const current = await now(inbox.items.find(({ id }) => id === picked.id))
    const since = sincePicked(run.interview, group, picked, current)
    if (since === undefined) continue
    isOther = true
    await take(run, since.step)
    const items = inbox.items.flatMap((one) => (one.id === picked.id ? (current ?? []) : [one]))
    inbox = { ...inbox, items }
    run.world = { ...run.world, inbox }
    run.guide.asker.say(run.guide.words.noted[since.became](since.words))
  }
  return isOther
}

/** Slug, or the name of somebody new; undefined while nobody was named. */
export function personIn(interview: Interview): string | undefined {
  const asked = everyQuestion(interview.template).find(({ type }) => type === 'person')
  const value = asked === undefined ? undefined : interview.answers.get(asked.id)?.value
  return typeof value === 'string' ? value : undefined
}

function partWith(template: Template, id: string | undefined): string | undefined {
  return template.parts.find(({ questions }) => questions.some((question) => question.id === id))?.id
}
