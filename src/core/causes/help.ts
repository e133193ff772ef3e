import type { Option } from '../template/option.ts'

/** The library that causes name their help from. */
export const HELP_LIBRARY = 'help'

/** Ids of the help that fits what was picked: what fits best in the order of the causes, then the second of each, and so on. */
export function helpFor(picked: readonly Option[]): readonly string[] {
  const lists = picked.map(({ help = [] }) => help)
  const longest = Math.max(0, ...lists.map((list) => list.length))
  const ranked = Array.from({ length: longest }, (_none, rank) => lists.flatMap((list) => list[rank] ?? []))
  return [...new Set(ranked.flat())]
}

/** The options with those that fit in front, in the order of `fitting`; the others keep theirs. */
export function fittingFirst(options: readonly Option[], fitting: readonly string[]): readonly Option[] {
  const front = fitting.flatMap((id) => options.find((option) => option.value === id) ?? [])
  return front.length === 0 ? options : [...front, ...options.filter((option) => !front.includes(option))]
}
