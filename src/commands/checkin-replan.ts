import { nextCheckin } from '../core/checkins/due.ts'
import { type Replan, replanEvent, replanned, takeTimeOfDay } from '../core/checkins/replan.ts'
import { todayFor, withZone } from '../core/checkins/upcoming.ts'
import { dayOption } from '../core/notebook/day-option.ts'
import { eventReason } from '../core/notebook/event-options.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { findPerson } from '../core/notebook/people.ts'
import { saveUpdate } from '../core/notebook/update.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { replannedText, replannedTitle } from '../views/checkins.ts'
import { jsonText } from '../views/json.ts'
import type { CommandBody } from './card.ts'
import { remark } from './remarking/remark.ts'

/** Gives the next check-in another day. */
export const move: CommandBody = {
  async run(context, args, options) {
    if (typeof options.to !== 'string') {
      throw new Trouble({
        kind: 'usage',
        message: 'To which day? --to is missing.',
        mend: 'For example: tactful checkin move sam --to "next Tuesday"',
      })
    }
    const { day, at: written } = takeTimeOfDay(options.to)
    const to = await dayOption(context, '--to', day, 'future')
    const at = written ?? (await timeIn(context, day))
    return replan(context, args[0] ?? '', {
      ...{ what: 'moved', to },
      ...(at === undefined ? {} : { at }),
      ...eventReason(options.why),
    })
  },
}

/** Leaves the next check-in out, and says why. */
export const skip: CommandBody = {
  async run(context, args, options) {
    const { why } = eventReason(options.why)
    if (why === undefined) {
      throw new Trouble({
        kind: 'usage',
        message: 'Why is it left out? --why is missing.',
        mend: 'For example: tactful checkin skip sam --why "on leave until January"',
      })
    }
    return replan(context, args[0] ?? '', { what: 'skipped', why })
  },
}

/** A time of day that stands in the phrase itself, such as "Friday 3pm". */
async function timeIn(context: Context, phrase: string): Promise<string | undefined> {
  const [found] = await (await context.dates()).read(phrase, context.clock.today(), 'future')
  return found?.time
}

async function replan(context: Context, given: string, wanted: Replan): Promise<Outcome> {
  const [{ found }, index] = await Promise.all([loadPeople(await context.notebook()), context.index()])
  const person = withZone(findPerson(given, everyoneIn(found, index.people)))
  const standing = (await index.standing()).get(person.slug)
  const today = todayFor(person, context.clock)
  const next = nextCheckin(person, standing, today)
  const event = replanEvent(wanted, person, standing, next, today)
  const { id, path } = await saveUpdate(context, person.slug, {
    ...{ title: replannedTitle(wanted, person, next?.due), events: [event], today },
  })
  const after = nextCheckin(person, replanned(standing, event), today)
  const facts = { id, path, person: person.slug, due: after?.due ?? null, was: next?.due ?? null }
  context.terminal.out(
    context.common.json === true
      ? jsonText(facts)
      : replannedText(wanted.what, person, path, next, after, today),
  )
  await remark(context, person.slug, wanted)
  return 'done'
}
