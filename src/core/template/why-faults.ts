import { refer, type Spot } from './condition.ts'
import type { Raw } from './scopes.ts'
import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'

/** What cannot be in `options: {continues: id}`: it stands in a group of whys, and names a question of which several can be picked. */
export function continuesFaults(options: Raw, path: ValuePath, spot: Spot): readonly Fault[] {
  const { continues } = options
  if (typeof continues !== 'string') return []
  const here = [...path, 'continues']
  const group = spot.all.find((one) => one.inner === spot.scope)
  if (group?.raw.makes !== 'why') {
    const message = 'Only in a group that makes "why" does one answer continue another.'
    return [
      {
        path: here,
        on: 'key',
        message,
        mend: 'Move it into such a group, or take the options from elsewhere.',
      },
    ]
  }
  const result = refer(continues, spot, here)
  if ('fault' in result) return [result.fault]
  if (result.found.raw.type === 'choices') return []
  const message = `"${continues}" is not a question of which several can be picked.`
  return [{ path: here, on: 'value', message, mend: 'Name a question of type choices.' }]
}
