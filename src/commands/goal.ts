import { goalChecker } from '../core/goals/check.ts'
import { checkGoals } from '../core/goals/lines.ts'
import type { GoalWordLists } from '../core/goals/words.ts'
import type { Context } from '../core/ports.ts'
import { goalAsk, goalsSummary, goalsText } from '../views/goals.ts'
import { jsonText } from '../views/json.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody } from './card.ts'

/** Says which of specific, measurable and time-bound each goal lacks; something missing is something to act on. */
export const check: CommandBody = {
  async run(context, args) {
    const { terminal, common } = context
    const text = await context.readFile(args[0] ?? '-')
    const goals = checkGoals(text, await checker(context))
    if (common.json === true) {
      const rows = goals.map(({ asks, ...goal }) => ({
        ...goal,
        asks: asks.map((one) => ({ for: one.for, ask: goalAsk(one.code) })),
      }))
      terminal.out(jsonText({ goals: rows }))
    } else {
      terminal.out(goalsText(goals, themeFor(terminal), roomOf(terminal)))
      if (common.quiet !== true) terminal.err(goalsSummary(goals))
    }
    return goals.some((goal) => goal.missing.length > 0) ? 'attention' : 'done'
  },
}

async function checker(context: Context): Promise<ReturnType<typeof goalChecker>> {
  const data = await context.data()
  return goalChecker((await data.shipped('goals', 'words')) as GoalWordLists)
}
