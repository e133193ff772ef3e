import type { When } from '../template/when.ts'
import { find, type Ground, pickedOptions, type Scope } from './ground.ts'

/** How what was picked lies: so many of all lie on this side. */
export interface Lean {
  readonly side: 'person' | 'system'
  readonly fitting: number
  readonly picked: number
}

/** What a question that is asked because most of something lies on one side stands on; undefined for every other question. */
export function leanOf(when: When | undefined, ground: Ground, scope: Scope): Lean | undefined {
  if (when === undefined || !('most' in when) || typeof when.most !== 'object') return undefined
  const [found] = Object.entries(when.most)
  const path = found === undefined ? undefined : find(ground, scope, found[0])
  if (found === undefined || path === undefined) return undefined
  const [, wanted] = found
  const side = wanted === 'person' || wanted === 'system' ? wanted : undefined
  if (side === undefined) return undefined
  const picked = pickedOptions(ground, path)
  return { side, fitting: picked.filter((one) => one.side === side).length, picked: picked.length }
}
