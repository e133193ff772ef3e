import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { jsonText } from '../views/json.ts'
import { roomOf, table } from '../views/table.ts'
import type { CommandBody } from './card.ts'

type Key = 'notebook' | 'name'

const KEYS: readonly Key[] = ['notebook', 'name']

/** Everything that can be set, with what it is set to. */
export async function run(context: Context): Promise<Outcome> {
  const settings = await context.settings()
  const values = await Promise.all(KEYS.map((key) => settings.get(key)))
  if (context.common.json === true) {
    context.terminal.out(jsonText(Object.fromEntries(KEYS.map((key, at) => [key, values[at] ?? null]))))
    return 'done'
  }
  const rows = KEYS.map((key, at) => [key, values[at] ?? '(not set)'])
  context.terminal.out(table(rows, roomOf(context.terminal)))
  return 'done'
}

/** Prints one value; nothing where it is not set. */
export const get: CommandBody = {
  async run(context, args) {
    const key = keyOf(args[0])
    const value = await (await context.settings()).get(key)
    if (context.common.json === true) context.terminal.out(jsonText({ [key]: value ?? null }))
    else if (value !== undefined) context.terminal.out(table([[value]], Number.POSITIVE_INFINITY))
    else context.terminal.err(`${key} is not set.\n`)
    return 'done'
  },
}

/** Sets one value; a notebook is kept with its whole path, so that it is found from any folder. */
export const set: CommandBody = {
  async run(context, args) {
    const key = keyOf(args[0])
    const given = (args[1] ?? '').trim()
    if (given === '') {
      throw new Trouble({
        kind: 'usage',
        message: `${key} cannot be empty.`,
        mend: `To take it away: tactful config unset ${key}`,
      })
    }
    const value = key === 'notebook' ? (await context.notebookAt(given)).root : given
    await (await context.settings()).set(key, value)
    if (context.common.json === true) context.terminal.out(jsonText({ [key]: value }))
    else context.terminal.out(table([[`${key} is now ${value}`]], Number.POSITIVE_INFINITY))
    return 'done'
  },
}

/** Takes one value away. */
export const unset: CommandBody = {
  async run(context, args) {
    const key = keyOf(args[0])
    await (await context.settings()).set(key, undefined)
    if (context.common.json === true) context.terminal.out(jsonText({ [key]: null }))
    else context.terminal.out(`${key} is not set any more.\n`)
    return 'done'
  },
}

function keyOf(given: string | undefined): Key {
  const key = KEYS.find((known) => known === given)
  if (key === undefined) throw new Trouble({ kind: 'unknown', what: 'key', given: given ?? '', near: KEYS })
  return key
}
