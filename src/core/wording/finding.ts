/** How heavy a finding is: a coach would ask to reword it (`warning`), or it is fine and could be sharper (`hint`). */
export type Severity = 'warning' | 'hint'

/** The sixteen kinds of finding, by id. */
export const CATEGORIES = [
  'label',
  'absolute',
  'motive',
  'blame',
  'insult',
  'comparison',
  'hearsay',
  'order',
  'vague',
  'vague-praise',
  'fixed-trait',
  'bias',
  'private',
  'but-praise',
  'belittling',
  'cliche',
] as const

/** One kind of finding. */
export type Category = (typeof CATEGORIES)[number]

/** What a check reports about one text: which rule, where (UTF-16 units from 0), which words, why, and ways to say it. */
export interface Finding {
  readonly rule: string
  readonly category: Category
  readonly severity: Severity
  readonly offset: number
  readonly length: number
  readonly words: string
  /** One adult, warm sentence. */
  readonly why: string
  /** Ways to say it, best first; may be empty. Each is a whole sentence and stands in for the sentence that was found. */
  readonly try: readonly string[]
  /** The whole sentence around the words, its mark included (UTF-16 units from 0); what a suggestion replaces. */
  readonly sentence?: { readonly offset: number; readonly length: number }
}
