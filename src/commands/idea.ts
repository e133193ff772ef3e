import { findIdea, type IdeaChange, ideaEvent } from '../core/ideas/change.ts'
import { type IdeaStatus, ideasIn } from '../core/ideas/list.ts'
import { eventDay, eventReason } from '../core/notebook/event-options.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { findPerson } from '../core/notebook/people.ts'
import { saveUpdate } from '../core/notebook/update.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { changedIdeaText, ideasText, ideaTitle, noIdeas } from '../views/ideas.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody, Options } from './card.ts'
import { remark } from './remarking/remark.ts'

/** Ideas that are open or being tried; what was taken up or put aside only where it is asked for. */
export const list: CommandBody = {
  async run(context, _args, options) {
    const { terminal, common, clock } = context
    const [people, index] = await Promise.all([loadPeople(await context.notebook()), context.index()])
    const everyone = everyoneIn(people.found, index.people)
    const slug = typeof options.person === 'string' ? findPerson(options.person, everyone).slug : undefined
    const all = await ideasIn(index, slug === undefined ? index.heads : index.about(slug))
    const rows = all.filter(({ state }) => options.all === true || state === 'open' || state === 'tried')
    terminal.err(badLines([...people.bad, ...index.bad]))
    if (common.json === true) {
      terminal.out(jsonText(rows))
      return 'done'
    }
    const names = new Map(everyone.map((person) => [person.slug, person.name]))
    await context.page(ideasText(rows, names, clock.today(), themeFor(terminal), roomOf(terminal)))
    if (rows.length === 0 && common.quiet !== true) terminal.err(noIdeas(slug !== undefined))
    return 'done'
  },
}

/** Somebody tries it out. */
export const tried: CommandBody = {
  run: (context, args, options) => record(context, args[0], 'tried', options),
}

/** It is how things are done now. */
export const takenUp: CommandBody = {
  run: (context, args, options) => record(context, args[0], 'taken-up', options),
}

/** It is put aside. */
export const drop: CommandBody = {
  run(context, args, options) {
    if (eventReason(options.why).why === undefined) {
      throw new Trouble({
        kind: 'usage',
        message: 'Why is it put aside? --why is missing.',
        mend: 'For example: tactful idea drop q47k3v --why "the new system has it already"',
      })
    }
    return record(context, args[0], 'dropped', options)
  },
}

/** It is open again. */
export const reopen: CommandBody = {
  run: (context, args, options) => record(context, args[0], 'open', options),
}

async function record(
  context: Context,
  typed: string | undefined,
  what: IdeaStatus,
  options: Options,
): Promise<Outcome> {
  const { clock, terminal, common } = context
  const today = clock.today()
  const on = await eventDay(context, options.on)
  const change: IdeaChange = { what, on, ...eventReason(options.why) }
  const idea = await findIdea(await context.index(), typed ?? '')
  const event = ideaEvent(idea, change, today)
  const { id, path } = await saveUpdate(context, idea.person, {
    title: ideaTitle(idea, change),
    events: [event],
  })
  const facts = { id, path, person: idea.person, idea: idea.id, events: [event] }
  terminal.out(
    common.json === true ? jsonText(facts) : changedIdeaText(idea, change, path, common.quiet === true),
  )
  await remark(context, idea.person, change)
  return 'done'
}
