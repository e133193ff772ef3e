import type { Option } from '../template/option.ts'

/** The tiers where a team has named none; each with what it takes on. */
export const TIERS: readonly Readonly<Record<string, string>>[] = [
  { 'tier 1': 'first answers, and what is known' },
  { 'tier 2': 'cases that need more time or special knowledge' },
  { 'tier 3': 'cases that need rights or tools nobody else has' },
]

/**
 * The tiers that the text of a `tactful.yaml` names under `tiers`, as options: a list of names, or of names with what
 * each takes on. The YAML library is loaded only where the key is there; entries that make no sense are left out, and
 * without any the usual three are given. Throws `data` when the file is no YAML.
 */
export async function readTiers(source: string): Promise<readonly Option[]> {
  if (!/^["']?tiers\b/m.test(source)) return TIERS.flatMap(tierOf)
  const { readYaml } = await import('./yaml-in.ts')
  const { value } = readYaml(source, 'tactful.yaml')
  const given: unknown = typeof value === 'object' && value !== null && 'tiers' in value ? value.tiers : []
  const found = (Array.isArray(given) ? given : [given]).flatMap(tierOf)
  const tiers = found.filter(({ value: id }, at) => found.findIndex((one) => one.value === id) === at)
  return tiers.length === 0 ? TIERS.flatMap(tierOf) : tiers
}

/** `tier 2`, or `{tier 2: what it takes on}`, as YAML reads `- tier 2: what it takes on`. */
function tierOf(given: unknown): readonly Option[] {
  if (typeof given === 'string' || typeof given === 'number') return option(String(given), '')
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return []
  return Object.entries(given).flatMap(([name, takes]: [string, unknown]) =>
    option(name, typeof takes === 'string' ? takes : ''),
  )
}

function option(name: string, takes: string): readonly Option[] {
  const label = name.trim()
  const value = label
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  if (value === '') return []
  return [{ value, label, ...(takes.trim() === '' ? {} : { note: takes.trim() }) }]
}
