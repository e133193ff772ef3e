import { notebookIfAny } from '../core/notebook/if-any.ts'
import { type Setting, TEAM_DEFAULTS, teamSettings } from '../core/notebook/team-settings.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import {
  notSetLine,
  notThereLine,
  otherHoldsLine,
  settingsTable,
  unsetLine,
  valueWords,
} from '../views/config.ts'
import { jsonText } from '../views/json.ts'
import { roomOf, table } from '../views/table.ts'
import type { CommandBody } from './card.ts'

type Key = 'notebook' | 'name'

const KEYS: readonly Key[] = ['notebook', 'name']

/** Everything that can be set, what it is set to, and where that comes from. */
export async function run(context: Context): Promise<Outcome> {
  const all = await everySetting(context)
  if (context.common.json === true) {
    const values = Object.fromEntries(all.map(({ key, value }) => [key, value]))
    context.terminal.out(jsonText({ ...values, settings: all }))
    return 'done'
  }
  context.terminal.out(settingsTable(all, roomOf(context.terminal)))
  return 'done'
}

/** Prints what holds for one key; nothing where it is not set. */
export const get: CommandBody = {
  async run(context, args) {
    const all = await everySetting(context)
    const found = all.find(({ key }) => key === args[0])
    if (found === undefined) throw unknownKey(args[0], [...KEYS, ...all.map(({ key }) => key)])
    const { key, value, ...where } = found
    if (context.common.json === true) context.terminal.out(jsonText({ [key]: value, ...where }))
    else if (value === null) context.terminal.err(notSetLine(key))
    else context.terminal.out(table([[valueWords(value)]], Number.POSITIVE_INFINITY))
    return 'done'
  },
}

/** Sets one value; a notebook is kept with its whole path, so that it is found from any folder. */
export const set: CommandBody = {
  async run(context, args) {
    const key = ownKey(args[0])
    const given = (args[1] ?? '').trim()
    if (given === '') {
      throw new Trouble({
        kind: 'usage',
        message: `${key} cannot be empty.`,
        mend: `To take it away: tactful config unset ${key}`,
      })
    }
    const value = key === 'notebook' ? await notebookPlace(context, given) : given
    await (await context.settings()).set(key, value)
    if (context.common.json === true) context.terminal.out(jsonText({ [key]: value }))
    else context.terminal.out(table([[`${key} is now ${value}`]], Number.POSITIVE_INFINITY))
    if (key === 'notebook') await sayWhatHolds(context, value)
    return 'done'
  },
}

/** What is set is not always what is used, and a folder that is set need not be there yet: both are said at once. */
async function sayWhatHolds(context: Context, value: string): Promise<void> {
  if (context.common.quiet === true) return
  const { notebook } = await context.whereabouts()
  const by = { flag: 'with --notebook', environment: 'in TACTFUL_NOTEBOOK' } as const
  const isOther = notebook.folder !== value
  if (isOther && (notebook.from === 'flag' || notebook.from === 'environment')) {
    context.terminal.err(otherHoldsLine(notebook.folder, by[notebook.from]))
  } else if (isOther && notebook.from === 'folder') {
    context.terminal.err(otherHoldsLine(notebook.folder, 'by the folder you are in'))
  }
  const files = await context.notebookAt(value)
  if ((await files.read('tactful.yaml')) === undefined) context.terminal.err(notThereLine(value))
}

/** The whole path. It need not be there yet, but a file can never be a notebook. */
async function notebookPlace(context: Context, given: string): Promise<string> {
  const files = await context.notebookAt(given)
  await files.list('people')
  return files.root
}

/** Takes one value away. */
export const unset: CommandBody = {
  async run(context, args) {
    const key = ownKey(args[0])
    await (await context.settings()).set(key, undefined)
    if (context.common.json === true) context.terminal.out(jsonText({ [key]: null }))
    else context.terminal.out(unsetLine(key))
    return 'done'
  },
}

async function everySetting(context: Context): Promise<readonly Setting[]> {
  const { notebook, settings } = await context.whereabouts()
  const name = await (await context.settings()).get('name')
  const own: readonly Setting[] = [
    { key: 'notebook', value: notebook.folder, from: notebook.from, ...placeOf(notebook, settings) },
    name === undefined
      ? { key: 'name', value: null, from: 'default' }
      : { key: 'name', value: name, from: 'settings', place: settings },
  ]
  return [...own, ...(await teamSettings(await notebookIfAny(context)))]
}

function placeOf(
  { from, folder }: { readonly from: Setting['from']; readonly folder: string },
  settings: string,
): { readonly place?: string } {
  if (from === 'flag') return { place: '--notebook' }
  if (from === 'environment') return { place: 'TACTFUL_NOTEBOOK' }
  if (from === 'folder') return { place: `${folder}/tactful.yaml` }
  return from === 'settings' ? { place: settings } : {}
}

/** A key of the user's own; the team's are written by hand, since they are agreed on and not merely set. */
function ownKey(given: string | undefined): Key {
  const key = KEYS.find((known) => known === given)
  if (key !== undefined) return key
  if (given !== undefined && Object.hasOwn(TEAM_DEFAULTS, given)) {
    throw new Trouble({
      kind: 'usage',
      message: `${given} is what a team agrees on, so it stands in tactful.yaml of the notebook.`,
      mend: 'Change it there with any editor.',
    })
  }
  throw unknownKey(given, KEYS)
}

function unknownKey(given: string | undefined, near: readonly string[]): Trouble {
  return new Trouble({ kind: 'unknown', what: 'key', given: given ?? '', near: [...new Set(near)] })
}
