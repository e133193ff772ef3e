import { dayOption } from '../core/notebook/day-option.ts'
import { eventDay, eventReason } from '../core/notebook/event-options.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { findPerson } from '../core/notebook/people.ts'
import { saveUpdate } from '../core/notebook/update.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { findPromise, type PromiseChange, promiseEvent } from '../core/promises/change.ts'
import { everyPromise, openPromises } from '../core/promises/list.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { changedPromiseText, noPromises, promisesText, promiseTitle } from '../views/promises.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody } from './card.ts'
import { remark } from './remarking/remark.ts'

/** What you promised, next to what was agreed; what is over only where it is asked for. */
export const list: CommandBody = {
  async run(context, _args, options) {
    const { terminal, common, clock } = context
    const [people, index] = await Promise.all([loadPeople(await context.notebook()), context.index()])
    const everyone = everyoneIn(people.found, index.people)
    const slug = typeof options.person === 'string' ? findPerson(options.person, everyone).slug : undefined
    const rows = options.all === true ? await everyPromise(index, slug) : await openPromises(index, slug)
    terminal.err(badLines([...people.bad, ...index.bad]))
    if (common.json === true) {
      terminal.out(jsonText(rows))
      return 'done'
    }
    const names = new Map(everyone.map((person) => [person.slug, person.name]))
    await context.page(promisesText(rows, names, clock.today(), themeFor(terminal), roomOf(terminal)))
    if (rows.length === 0 && common.quiet !== true) terminal.err(noPromises(slug !== undefined))
    return 'done'
  },
}

/** It was done. */
export const done: CommandBody = {
  async run(context, args, options) {
    return record(context, args[0], {
      what: 'kept',
      on: await eventDay(context, options.on),
      ...eventReason(options.why),
    })
  },
}

/** It has another day. */
export const move: CommandBody = {
  async run(context, args, options) {
    if (typeof options.to !== 'string') {
      throw new Trouble({
        kind: 'usage',
        message: 'To which day? --to is missing.',
        mend: 'For example: tactful promise move q47k3v --to "in a week"',
      })
    }
    const to = await dayOption(context, '--to', options.to, 'future')
    return record(context, args[0], {
      what: 'moved',
      on: await eventDay(context, options.on),
      to,
      ...eventReason(options.why),
    })
  },
}

/** It is no longer needed, or cannot be kept. */
export const drop: CommandBody = {
  async run(context, args, options) {
    const { why } = eventReason(options.why)
    if (why === undefined) {
      throw new Trouble({
        kind: 'usage',
        message: 'Why is it dropped? --why is missing.',
        mend: 'For example: tactful promise drop q47k3v --why "the late shift has a contact now"',
      })
    }
    return record(context, args[0], { what: 'dropped', on: await eventDay(context, options.on), why })
  },
}

async function record(context: Context, typed: string | undefined, change: PromiseChange): Promise<Outcome> {
  const { clock, terminal, common } = context
  const promise = await findPromise(await context.index(), typed ?? '')
  const event = promiseEvent(promise, change, clock.today())
  const { id, path } = await saveUpdate(context, promise.person, {
    title: promiseTitle(promise, change),
    events: [event],
  })
  const facts = { id, path, person: promise.person, promise: promise.id, events: [event] }
  const quiet = common.quiet === true
  terminal.out(common.json === true ? jsonText(facts) : changedPromiseText(promise, change, path, quiet))
  await remark(context, promise.person, event)
  return 'done'
}
