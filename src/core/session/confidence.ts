import type { Ground } from '../interview/ground.ts'
import { linePath } from '../interview/keys.ts'
import type { AnswerPath } from '../interview/state.ts'

/** What a line begins with that is kept out of the note of a talk: `private:`, in short `p:`. */
const LEAD = /^\s*(?:private|p)\s*:\s*/i

/** A text in two: the lines for the note, and those for the mentor's private part, without their lead. */
interface Apart {
  readonly shown: string
  readonly hidden: string
}

/** Takes a text apart line by line; either part may be empty. */
export function apart(text: string): Apart {
  const lines = text.split('\n')
  const shown = lines.filter((line) => !LEAD.test(line))
  const hidden = lines.filter((line) => LEAD.test(line)).map((line) => line.replace(LEAD, ''))
  if (hidden.length === 0) return { shown: text, hidden: '' }
  return { shown: shown.join('\n').trim(), hidden: hidden.join('\n').trim() }
}

/** A line with the lead that keeps it out of the note. */
export function confided(line: string): string {
  return LEAD.test(line) ? line : `private: ${line.trim()}`
}

/** Whether lines can be kept out of the note here: in what is taken down in a talk. */
export function takesConfidences({ interview }: Pick<Ground, 'interview'>): boolean {
  return interview.template.kind === 'talk'
}

/** Whether an item was typed as a line that is kept out of the note. */
export function isConfidedItem(ground: Ground, group: AnswerPath, key: string): boolean {
  return LEAD.test(String(ground.interview.answers.get(linePath(group, key))?.value ?? ''))
}
