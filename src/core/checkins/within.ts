import { Trouble } from '../problem.ts'

const UNITS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30 }

/** The days that a length such as `3d`, `2w`, `2 months` (of 30 days) or `3` stands for. Throws `usage` for anything else, and for more than a year; `flag` names it. */
export function readWithin(text: string, flag = '--within'): number {
  const found = /^(\d{1,4})\s*(?:(d)(?:ays?)?|(w)(?:eeks?)?|(m)(?:onths?)?)?$/i.exec(text.trim())
  const days =
    found === null
      ? undefined
      : Number(found[1]) * (UNITS[(found[2] ?? found[3] ?? found[4] ?? 'd').toLowerCase()] ?? 1)
  if (days !== undefined && days <= 366) return days
  throw new Trouble({
    kind: 'usage',
    message: `${flag}: "${text}" is no length of time up to a year.`,
    mend: 'Write it in days, weeks or months, such as 3d, 2w or 2 months.',
  })
}
