import { readWithin } from '../core/checkins/within.ts'
import { addDays } from '../core/dates.ts'
import { findGoal } from '../core/goals/find.ts'
import type { gapsOf } from '../core/goals/gaps.ts'
import { type GoalFilter, goalRows, isOpen, withWay } from '../core/goals/rows.ts'
import { type GoalStory, goalStory } from '../core/goals/story.ts'
import type { GoalWordLists } from '../core/goals/words.ts'
import { sectionOf } from '../core/notebook/assemble.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { nameOf } from '../core/notebook/name-of.ts'
import { findPerson } from '../core/notebook/people.ts'
import type { Context } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { goalTable, noGoals } from '../views/goal-list.ts'
import { goalStoryJson, goalStoryText } from '../views/goal-show.ts'
import { jsonText } from '../views/json.ts'
import { badLines, moreLine } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody } from './card.ts'

/** Rows on a terminal unless another number is asked for. */
const SCREENFUL = 20
const FILTERS: readonly GoalFilter[] = ['open', 'proposed', 'agreed', 'met', 'changed', 'dropped', 'all']

/** Lists goals, the open ones unless others are asked for, by the day they are due. */
export const list: CommandBody = {
  async run(context, _args, options) {
    const { terminal, common, clock } = context
    const [people, index] = await Promise.all([loadPeople(await context.notebook()), context.index()])
    const everyone = everyoneIn(people.found, index.people)
    const slug = typeof options.person === 'string' ? findPerson(options.person, everyone).slug : undefined
    const filter = FILTERS.find((one) => one === options.status) ?? 'open'
    const within =
      typeof options.dueWithin === 'string' ? readWithin(options.dueWithin, '--due-within') : undefined
    const found = await goalRows(index, filter, slug)
    const last = within === undefined ? undefined : addDays(clock.today(), within)
    const rows = last === undefined ? found : found.filter(({ by }) => by !== undefined && by <= last)
    terminal.err(badLines([...people.bad, ...index.bad]))
    if (common.json === true) {
      terminal.out(jsonText(rows.map(withWay)))
      return 'done'
    }
    const shown =
      terminal.onScreen && within === undefined
        ? rows.slice(0, limitOf(options.limit) ?? SCREENFUL)
        : rows.slice(0, limitOf(options.limit))
    const names = new Map(everyone.map((person) => [person.slug, person.name]))
    await context.page(
      goalTable(shown.map(withWay), names, clock.today(), themeFor(terminal), roomOf(terminal)),
    )
    if (common.quiet !== true) {
      const isNarrowed = slug !== undefined || within !== undefined
      terminal.err(rows.length === 0 ? noGoals(filter, isNarrowed) : moreLine(shown.length, rows.length))
    }
    return 'done'
  },
}

function limitOf(given: unknown): number | undefined {
  if (given === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(String(given))) return Number(given)
  throw new Trouble({
    kind: 'usage',
    message: `--limit ${String(given)} is not a number of goals.`,
    mend: 'Write it in digits, such as --limit 50.',
  })
}

/** Shows one goal: how it stands, the way so far, what is planned, what happened. */
export const show: CommandBody = {
  async run(context, args) {
    const { terminal, common, clock } = context
    const index = await context.index()
    const head = findGoal(index, args[0] ?? '')
    const story = await goalStory(index, head)
    if (story === undefined) {
      throw new Trouble({ kind: 'data', file: head.path, message: 'this note cannot be read any more.' })
    }
    terminal.err(badLines(index.bad))
    const gaps = await stillToAsk(context, story)
    if (common.json === true) {
      terminal.out(jsonText(goalStoryJson(story, gaps)))
      return 'done'
    }
    const name = await nameOf(await context.notebook(), head.person)
    await context.page(goalStoryText(story, name, gaps, clock.today(), themeFor(terminal), roomOf(terminal)))
    return 'done'
  },
}

/** What an open goal still lacks; nothing is asked of one that is over. */
async function stillToAsk(context: Context, { row, note }: GoalStory): Promise<ReturnType<typeof gapsOf>> {
  if (!isOpen(row)) return []
  const [{ goalChecker }, gaps, data] = await Promise.all([
    import('../core/goals/check.ts'),
    import('../core/goals/gaps.ts'),
    context.data(),
  ])
  const check = goalChecker((await data.shipped('goals', 'words')) as GoalWordLists)
  const words = sectionOf(note, 'goal')?.text.split('\n\n')[0] ?? row.title
  return gaps.gapsOf(words, row, note.facts, check)
}
