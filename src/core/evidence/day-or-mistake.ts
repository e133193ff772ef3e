import { addDays, formatDay, formatDayShort, weekday, weekdayName } from '../dates.ts'
import type { Mistake } from '../problem.ts'
import { type Direction, impossibleDay, readDayWords, weekdayIn } from './day-words.ts'

/** The one day that words mean, or what is wrong with them: no such day, several readings, a weekday that does not fit. */
export function dayOrMistake(
  words: string,
  today: string,
  direction: Direction,
): { readonly day: string } | { readonly mistake: Mistake } {
  const shown = words.trim()
  const read = readDayWords(words, today, direction) ?? []
  const named = weekdayIn(words)
  const fitting = read.filter((one) => named === weekday(one))
  const [day, other] = fitting.length === 1 ? fitting : read
  if (day === undefined) {
    const mend = 'Write it as YYYY-MM-DD, or leave it out.'
    return { mistake: { message: noSuchDay(shown), mend } }
  }
  if (other !== undefined) {
    return {
      mistake: {
        message: `"${shown}" can mean ${formatDay(day)} or ${formatDay(other)}.`,
        mend: `Write ${day} or ${other}.`,
      },
    }
  }
  if (named === undefined || named === weekday(day)) return { day }
  return { mistake: otherWeekday(shown, day, named) }
}

function otherWeekday(shown: string, day: string, named: number): Mistake {
  const ahead = (named - weekday(day) + 7) % 7
  const meant = addDays(day, ahead > 3 ? ahead - 7 : ahead)
  return {
    message: `"${shown}": ${formatDay(day)} is a ${weekdayName(day)}, not a ${weekdayName(meant)}.`,
    mend: `Write ${formatDayShort(day)} or ${formatDayShort(meant)}.`,
  }
}

/** "There is no 31 February." where that is what was written, else that it is no date. */
export function noSuchDay(words: string): string {
  const day = impossibleDay(words)
  return day === undefined ? `"${words}" is not a date.` : `There is no ${day}.`
}

/** Said of a day that is to lie behind us and does not. */
export function stillToCome(day: string): { readonly mistake: string; readonly mend: string } {
  return {
    mistake: `${formatDay(day)} is still to come.`,
    mend: 'What is evidence has happened. Which day was it?',
  }
}
