import { splitInstant } from '../core/dates.ts'
import type { Clock } from '../core/ports/clock.ts'
import { Trouble } from '../core/problem.ts'

/** The system's clock, or the one instant that `TACTFUL_NOW` gives. Throws `usage` when that is no ISO instant in UTC. */
export function clock(env: Readonly<Record<string, string | undefined>>): Clock {
  const fixed = env.TACTFUL_NOW
  if (fixed !== undefined && fixed !== '' && !splitInstant(fixed)) {
    throw new Trouble({
      kind: 'usage',
      message: `TACTFUL_NOW is "${fixed}", which is no instant`,
      mend: 'Write it as 2026-11-21T14:30:00Z, or leave it unset.',
    })
  }
  const date = () => (fixed ? new Date(fixed) : new Date())
  return {
    now: () => date().toISOString(),
    today: () => localDay(date()),
    zone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
    time: () => [date().getHours(), date().getMinutes()].map(twoDigits).join(':'),
  }
}

function localDay(date: Date): string {
  const year = String(date.getFullYear()).padStart(4, '0')
  return [year, twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-')
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
