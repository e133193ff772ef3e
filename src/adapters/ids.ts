import { randomInt } from 'node:crypto'
import { ulid } from 'ulid'
import type { Ids } from '../core/ports/ids.ts'

/**
 * Fresh ULIDs. Each takes a later millisecond than the one before, also when the clock stands still or is set back, so
 * that they grow while their endings, which people type, stay unlike each other.
 */
export function ids(now: () => number = Date.now): Ids {
  let last = 0
  return {
    next() {
      last = Math.max(now(), last + 1)
      return ulid(last, () => randomInt(2 ** 32) / 2 ** 32)
    },
  }
}
