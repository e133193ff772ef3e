import type { Setting } from '../core/notebook/team-settings.ts'
import { cleanLine } from '../core/text/clean.ts'
import { table } from './table.ts'

const FROM: Readonly<Record<Setting['from'], string>> = {
  flag: 'given with',
  environment: 'from',
  folder: 'found by',
  'tactful.yaml': 'from',
  settings: 'from',
  default: 'the default',
}

/** Settings as a table: key, value, where it comes from. */
export function settingsTable(settings: readonly Setting[], width: number): string {
  return table(
    settings.map((one) => [one.key, valueWords(one.value), originWords(one)]),
    width,
  )
}

/** A value as one reads it: lists with commas, tiers by their names. */
export function valueWords(value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '(not set)'
  if (Array.isArray(value)) return value.map(nameOf).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Of what has a name and something said about it, as a tier has, the name is enough here. */
function nameOf(one: unknown): string {
  return typeof one === 'object' && one !== null ? Object.keys(one).join(', ') : String(one)
}

function originWords({ from, place, value }: Setting): string {
  if (from !== 'default') return place === undefined ? FROM[from] : `${FROM[from]} ${place}`
  return valueWords(value) === '(not set)' ? '' : FROM.default
}

/** Something nearer than the setting still decides which notebook is used; `by` says what. */
export function otherHoldsLine(folder: string, by: string): string {
  return `For now ${cleanLine(folder)} is used, as it is named ${by}.\n`
}

/** The notebook that was set is not there yet. */
export function notThereLine(folder: string): string {
  return `There is no notebook in ${cleanLine(folder)} yet. Start it with: tactful init "${cleanLine(folder)}"\n`
}

/** A key has no value. */
export function notSetLine(key: string): string {
  return `${key} is not set.\n`
}

/** A value was taken away. */
export function unsetLine(key: string): string {
  return `${key} is not set any more.\n`
}
