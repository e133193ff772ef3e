import type { Option, OptionsFrom } from './option.ts'

/** Lists that choices are made from, by the name `listOf` gives them. */
type Lists = Readonly<Record<string, readonly Option[]>>

/** The name under which the list of a choice is kept: the id of a library, or `settings.tiers`. Undefined for other sources. */
export function listOf({ library, settings }: OptionsFrom): string | undefined {
  return library ?? (settings === undefined ? undefined : `settings.${settings}`)
}

/** What a choice offers out of these lists: all of its list, or the entries under one heading, which then needs no saying. */
export function offered(from: OptionsFrom, lists: Lists): readonly Option[] {
  const name = listOf(from)
  const all = name === undefined ? [] : (lists[name] ?? [])
  if (from.area === undefined) return all
  return all.filter(({ group }) => group === from.area).map(({ group: _, ...option }) => option)
}
