import { formatDay } from '../dates.ts'
import { Trouble } from '../problem.ts'

/**
 * Whether something can have become of a thing on that day; all days are plain. `from` is when it was written down, `since` when
 * something became of it last: what is told for an earlier day would change nothing, as the last day counts. Throws `usage`
 * for a day that is to come or lies before either.
 */
export function checkEventDay(
  on: string,
  today: string,
  { from, since }: { readonly from: string; readonly since?: string | undefined },
): void {
  if (on > today) {
    throw wrongDay(on, 'is still to come', 'Record it on the day it happens, or name the day it was.')
  }
  if (on < from) {
    throw wrongDay(
      on,
      `lies before ${formatDay(from)}, when it was written down`,
      'Name that day or a later one.',
    )
  }
  if (since !== undefined && on < since) {
    const mend = 'Name that day or a later one, or leave --on out for today.'
    throw wrongDay(on, `lies before ${formatDay(since)}, when something last became of it`, mend)
  }
}

function wrongDay(on: string, what: string, mend: string): Trouble {
  return new Trouble({ kind: 'usage', message: `--on: ${formatDay(on)} ${what}.`, mend })
}
