import { timeOfDay } from '../dates.ts'
import { Trouble } from '../problem.ts'

/** A time of day as `HH:MM`, from "8:30" or "08:30". Throws `usage` for anything else; `flag` names it. */
export function readTimeOfDay(text: string, flag = '--at'): string {
  const time = timeOfDay(text)
  if (time !== undefined) return time
  throw new Trouble({
    kind: 'usage',
    message: `${flag}: "${text}" is no time of day.`,
    mend: 'Write it as HH:MM, such as 08:30.',
  })
}
