import type { WayMistake } from './way.ts'

/** What is wrong with two amounts, and how to mend it. */
export function amountWords(
  mistake: WayMistake,
  one: string,
  other: string,
): { readonly message: string; readonly mend: string } {
  return mistake === 'units'
    ? {
        message: `"${one}" and "${other}" do not measure the same thing.`,
        mend: 'Write both in one way, such as "5 of 12" and "12 of 12", or "4 h" and "1 h".',
      }
    : {
        message: `"${one}" and "${other}" are the same, so nothing would change.`,
        mend: 'Say how it is now, and how it should be.',
      }
}
