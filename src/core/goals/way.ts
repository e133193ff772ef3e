import { onOneScale, readAmount } from './amount.ts'

/** Where a goal begins, where it leads, and where it stands, each as it was said. */
interface Stretch {
  readonly baseline?: string
  readonly target?: string
  readonly now?: string
}

/** What cannot be of two amounts: they measure differently, or nothing would change. */
export type WayMistake = 'units' | 'same'

/**
 * How much of the way from baseline to target is done: 0 at the baseline, 1 at the target, below 0 further away than at
 * first, above 1 beyond. Undefined where one of the three is missing, has no amount in it, or measures something else.
 */
export function shareOfWay({ baseline, target, now }: Stretch): number | undefined {
  const [from, to, at] = [baseline, target, now].map((words) => readAmount(words ?? ''))
  if (from === undefined || to === undefined || at === undefined) return undefined
  const way = onOneScale(from, to)
  const here = isPlain(baseline) && !isPlain(target) ? onOneScale(at, to) : onOneScale(at, from)
  if (way === undefined || here === undefined || way[0] === way[1]) return undefined
  return (here[0] - way[0]) / (way[1] - way[0])
}

/** What is wrong with two amounts as baseline and target; undefined too where one is in words alone. */
export function wayMistake(baseline: string, target: string): WayMistake | undefined {
  const [from, to] = [readAmount(baseline), readAmount(target)]
  if (from === undefined || to === undefined) return undefined
  const way = onOneScale(from, to)
  if (way === undefined) return 'units'
  return way[0] === way[1] ? 'same' : undefined
}

/** Whether an amount measures the same way as another; words without an amount fit everything. */
export function fitsMeasure(now: string, other: string): boolean {
  const [a, b] = [readAmount(now), readAmount(other)]
  return a === undefined || b === undefined || onOneScale(a, b) !== undefined
}

function isPlain(words: string | undefined): boolean {
  const amount = readAmount(words ?? '')
  return amount?.kind === 'count' && amount.unit === undefined
}
