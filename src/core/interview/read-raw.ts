import type { Mistake } from '../problem.ts'
import { itemsMistake } from './answering.ts'
import { withCited } from './cited-lines.ts'
import { fileAsked } from './form-file.ts'
import { optionsOf } from './ground.ts'
import { pickedIn } from './inbox.ts'
import { parseAnswer, type Raw } from './parse.ts'
import { pastTalk } from './past-talk.ts'
import type { Plan, Spot } from './plan.ts'
import { saidOtherDay } from './said-day.ts'
import type { Value } from './state.ts'
import { choosable } from './their-view.ts'
import { unfitGoal } from './unfit-goal.ts'
import type { ReadItem, ReadLines, World } from './world.ts'

/** What a raw answer was read as. */
type Read =
  | { readonly read: 'value'; readonly value: Value | null; readonly hint?: readonly string[] }
  | { readonly read: 'lines'; readonly items: readonly ReadItem[] }
  | { readonly read: 'mistake'; readonly text: string }

interface ReadDoors {
  readonly world: World
  readonly read: ReadLines
  readonly readFile: (path: string) => Promise<string>
}

/** Reads what came back from a screen: one value, or the lines of a group. */
export async function readRaw(doors: ReadDoors, plan: Plan, spot: Spot, raw: Raw): Promise<Read> {
  const { question } = spot
  if (question.type !== 'group') {
    const context = {
      options: choosable(optionsOf(plan, spot.scope, question), doors.world),
      readFile: doors.readFile,
      isPath: fileAsked(spot, plan) !== undefined,
    }
    const parsed = await parseAnswer(question, raw, doors.world, context)
    if ('value' in parsed) {
      const other = await saidOtherDay(doors.read, doors.world, plan, spot, parsed.value)
      const wrong = other ?? unfitGoal(plan, spot, parsed.value)
      const past = pastTalk(plan, spot, parsed.value)
      if (past !== undefined) return { read: 'mistake', text: past }
      if (wrong !== undefined) return { read: 'mistake', text: sentence(wrong.mistake, wrong.mend) }
      return { read: 'value', ...parsed }
    }
    return { read: 'mistake', text: sentence(parsed.mistake, parsed.mend) }
  }
  if (question.entry === undefined) return { read: 'mistake', text: '' }
  const text = textOf(raw)
  const { items, mistakes } = await doors.read(question.entry.reader, text, doors.world)
  if (mistakes.length > 0) return { read: 'mistake', text: mistakes.map(lineSentence).join('\n') }
  const past = items.flatMap(({ fields }) => pastTalk(plan, spot, fields.date) ?? [])[0]
  if (past !== undefined) return { read: 'mistake', text: past }
  const mistake = itemsMistake(question, items.length + pickedIn(plan.interview, spot.path).length)
  if (mistake !== undefined) return { read: 'mistake', text: mistake }
  const cited = withCited(plan, question, items)
  if ('mistake' in cited) return { read: 'mistake', text: sentence(cited.mistake, cited.mend) }
  return { read: 'lines', items: cited.items }
}

function sentence(mistake: string, mend: string | undefined): string {
  return mend === undefined ? mistake : `${mistake} ${mend}`
}

function lineSentence({ line, message, mend }: Mistake): string {
  return `${line === undefined ? '' : `${line}: `}${sentence(message, mend)}`
}

/** What was typed, as one text. */
export function textOf(raw: Raw): string {
  return typeof raw === 'object' ? raw.join('\n') : String(raw)
}
