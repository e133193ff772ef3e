/** Options as a command line gave them. */
type Given = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** Which answer of the template each flag gives; those with several values count from 1. */
const ONE = {
  measure: 'goals.1.measure',
  baseline: 'goals.1.baseline',
  target: 'goals.1.target',
  by: 'goals.1.by',
  reach: 'goals.1.reach',
  why: 'goals.1.customer_gain',
  technique: 'goals.1.technique',
} as const
const MANY = { step: 'steps', support: 'support', evidence: 'inbox' } as const

/**
 * What the flags and the words of `goal add` answer, as options of an interview: one assignment (`path=value`) each, before
 * those that were given with `--set`.
 */
export function goalOptions(text: string | undefined, options: Given): Given {
  const { set, agreed, answers, quick, dryRun } = options
  const words =
    text === undefined || text.trim() === '' ? [] : [`goals.1=${text.replace(/\s+/g, ' ').trim()}`]
  const ones = Object.entries(ONE).flatMap(([flag, path]) => {
    const value = options[flag]
    return typeof value === 'string' ? [`${path}=${value}`] : []
  })
  const many = Object.entries(MANY).flatMap(([flag, path]) => {
    const values = options[flag]
    return Array.isArray(values) ? values.map((value, at) => `${path}.${at + 1}=${String(value)}`) : []
  })
  const together = [
    ...(agreed === undefined || agreed === false ? [] : ['agreed=yes']),
    ...(typeof agreed === 'string' ? [`agreed_on=${agreed}`] : []),
  ]
  const own = Array.isArray(set) ? set.map(String) : []
  const kept = Object.entries({ answers, quick, dryRun }).filter(([, value]) => value !== undefined)
  return {
    ...Object.fromEntries(kept),
    template: 'goal',
    set: [...words, ...ones, ...many, ...together, ...own],
  }
}
