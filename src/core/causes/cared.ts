import type { Value } from '../interview/state.ts'
import type { Option } from '../template/option.ts'

/** What was picked, without the private matters that are answered with care and kept nowhere; `cared` says that there were some. */
export function withoutCared(
  options: readonly Option[],
  value: Value,
): { readonly value: Value; readonly cared: boolean } {
  const isPrivate = (one: string): boolean =>
    options.find((option) => option.value === one)?.care !== undefined
  if (typeof value === 'string')
    return isPrivate(value) ? { value: [], cared: true } : { value, cared: false }
  if (typeof value !== 'object') return { value, cared: false }
  const rest = value.filter((one) => !isPrivate(one))
  return { value: rest, cared: rest.length < value.length }
}

/** The kind sentences for what is picked now and was not before, in the order of picking. */
export function careFor(
  options: readonly Option[],
  before: Value | undefined,
  now: Value,
): readonly string[] {
  const had = listOf(before)
  return listOf(now)
    .filter((value) => !had.includes(value))
    .flatMap((value) => options.find((option) => option.value === value)?.care ?? [])
}

function listOf(value: Value | undefined): readonly string[] {
  if (value === undefined) return []
  return typeof value === 'object' ? value : [String(value)]
}
