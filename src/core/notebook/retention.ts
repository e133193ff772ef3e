import { addDays, addMonths } from '../dates.ts'

/** How long a team keeps notes: `words` as they stand in `tactful.yaml`. */
export interface Retention {
  readonly words: string
  readonly count: number
  readonly unit: 'day' | 'week' | 'month' | 'year'
}

/** Reads "24 months", "2 years", "90 days"; undefined for anything else, and for more than a hundred years. */
export function readRetention(value: unknown): Retention | undefined {
  const found = typeof value === 'string' ? /^\s*(\d{1,5})\s*(day|week|month|year)s?\s*$/i.exec(value) : null
  if (found === null) return undefined
  const count = Number(found[1])
  const unit = unitOf(found[2])
  if (unit === undefined || count < 1 || count * DAYS[unit] > 36_525) return undefined
  return { words: `${count} ${unit}${count === 1 ? '' : 's'}`, count, unit }
}

/** What was last touched before this plain day is older than the team keeps notes. */
export function retentionLimit({ count, unit }: Retention, today: string): string {
  if (unit === 'day' || unit === 'week') return addDays(today, -count * DAYS[unit])
  return addMonths(today, -count * (unit === 'year' ? 12 : 1))
}

const DAYS = { day: 1, week: 7, month: 30, year: 365 } as const

function unitOf(word: string | undefined): Retention['unit'] | undefined {
  const unit = word?.toLowerCase()
  return unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year' ? unit : undefined
}
