import { type BarrierChange, barrierEvent, findBarrier } from '../core/barriers/change.ts'
import { ownerLetter } from '../core/barriers/letter.ts'
import { type BarrierRow, everyBarrier, isOpen, openBarriers } from '../core/barriers/list.ts'
import { daysBetween, isDay } from '../core/dates.ts'
import { joinBody } from '../core/notebook/body.ts'
import { eventDay, eventReason } from '../core/notebook/event-options.ts'
import { everyoneIn, findNote, loadPeople } from '../core/notebook/load.ts'
import type { Note } from '../core/notebook/note.ts'
import { findPerson } from '../core/notebook/people.ts'
import { saveUpdate } from '../core/notebook/update.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { namedIn } from '../core/sharing/named.ts'
import { clean } from '../core/text/clean.ts'
import { fold } from '../core/text/fold.ts'
import {
  barrierHead,
  barriersText,
  barrierTitle,
  changedBarrierText,
  namedBarrierLine,
  noBarriers,
} from '../views/barriers.ts'
import { jsonText } from '../views/json.ts'
import { noteText } from '../views/note.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody } from './card.ts'
import { remark } from './remarking/remark.ts'

/** What is in the way, by whose it is; what is over only where it is asked for. */
export const list: CommandBody = {
  async run(context, _args, options) {
    const { terminal, common, clock } = context
    const [people, index] = await Promise.all([loadPeople(await context.notebook()), context.index()])
    const everyone = everyoneIn(people.found, index.people)
    const slug = typeof options.person === 'string' ? findPerson(options.person, everyone).slug : undefined
    const owner = typeof options.owner === 'string' ? fold(options.owner) : undefined
    const all =
      options.all === true ? await everyBarrier(index) : openBarriers((await index.standing()).values())
    const rows = all
      .filter(({ person }) => slug === undefined || person === slug)
      .filter((row) => owner === undefined || fold(row.owner).includes(owner))
    terminal.err(badLines([...people.bad, ...index.bad]))
    if (common.json === true) {
      terminal.out(jsonText(rows.map((row) => withAge(row, clock.today()))))
      return 'done'
    }
    const names = new Map(everyone.map((person) => [person.slug, person.name]))
    await context.page(barriersText(rows, names, clock.today(), themeFor(terminal), roomOf(terminal)))
    const isNarrowed = slug !== undefined || owner !== undefined
    if (rows.length === 0 && common.quiet !== true) terminal.err(noBarriers(isNarrowed))
    return 'done'
  },
}

/** One barrier: how it stands, and its note. */
export const show: CommandBody = {
  async run(context, args, options) {
    const { terminal, common, clock } = context
    const files = await context.notebook()
    const row = await findBarrier(await context.index(), args[0] ?? '')
    const { note } = await findNote(files, row.id)
    const isForOwner = options.forOwner === true
    const letter = ownerLetter(note)
    if (common.json === true) {
      const { facts, sections } = note
      terminal.out(
        jsonText(isForOwner ? toldIn(letter) : { ...withAge(row, clock.today()), sections, facts }),
      )
      return 'done'
    }
    const [theme, width] = [themeFor(terminal), roomOf(terminal)]
    const { found } = await loadPeople(files)
    const named = namedBarrierLine(row, namedIn(found, wordsIn(letter), row.owner), width)
    if (isForOwner) {
      terminal.out(
        clean(joinBody({ title: letter.facts.title, lead: letter.lead, sections: letter.sections })),
      )
      if (common.quiet !== true) terminal.err(named)
      return 'done'
    }
    const head = barrierHead(row, clock.today(), theme, width)
    await context.page(`${head}${named}\n${noteText(letter, '', theme, width)}`)
    return 'done'
  },
}

/** Its owner was told. */
export const raise: CommandBody = {
  async run(context, args, options) {
    const on = await eventDay(context, options.on)
    return record(context, args[0], { what: 'raised', on, ...eventReason(options.why) })
  },
}

/** It is gone. */
export const solve: CommandBody = {
  async run(context, args, options) {
    const on = await eventDay(context, options.on)
    return record(context, args[0], { what: 'solved', on, ...eventReason(options.why) })
  },
}

/** It is no longer looked at. */
export const drop: CommandBody = {
  async run(context, args, options) {
    const { why } = eventReason(options.why)
    if (why === undefined) {
      throw new Trouble({
        kind: 'usage',
        message: 'Why is it dropped? --why is missing.',
        mend: 'For example: tactful barrier drop q47k3v --why "the product is no longer sold"',
      })
    }
    return record(context, args[0], { what: 'dropped', on: await eventDay(context, options.on), why })
  },
}

function toldIn({
  facts,
  lead,
  sections,
}: Note): Pick<Note, 'lead' | 'sections'> & { readonly title: string } {
  return { title: facts.title, lead, sections }
}

function wordsIn({ facts, sections }: Note): string {
  return [facts.title, ...sections.map(({ text }) => text)].join('\n')
}

/** `days` is how long it has been in the way; absent once it is over. */
function withAge(row: BarrierRow, today: string): object {
  return isOpen(row) && isDay(row.from) ? { ...row, days: Math.max(0, daysBetween(row.from, today)) } : row
}

async function record(context: Context, typed: string | undefined, change: BarrierChange): Promise<Outcome> {
  const { clock, terminal, common } = context
  const barrier = await findBarrier(await context.index(), typed ?? '')
  const event = barrierEvent(barrier, change, clock.today())
  const { id, path } = await saveUpdate(context, barrier.person, {
    title: barrierTitle(barrier, change),
    events: [event],
  })
  const facts = { id, path, person: barrier.person, barrier: barrier.id, events: [event] }
  const quiet = common.quiet === true
  terminal.out(common.json === true ? jsonText(facts) : changedBarrierText(barrier, change, path, quiet))
  await remark(context, barrier.person, event)
  return 'done'
}
