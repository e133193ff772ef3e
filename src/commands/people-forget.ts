import { chooseOnce, leftWith } from '../core/asking/menu.ts'
import { type Forgetting, forgetting, isTheName, removalOf } from '../core/care/forgetting.ts'
import { heldAbout } from '../core/care/held.ts'
import { unnamedFiles } from '../core/care/unnaming.ts'
import { everyoneIn, loadNotes, loadPeople } from '../core/notebook/load.ts'
import { checkWritable } from '../core/notebook/new.ts'
import { findPerson } from '../core/notebook/people.ts'
import type { SaveFile } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { forgettingJson, forgettingText, forgottenText, unnameScreen } from '../views/forget.ts'
import { jsonText } from '../views/json.ts'
import { askerLook } from '../views/question.ts'
import { nothingRemoved } from '../views/sure.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'
import { isSure } from './removing/sure.ts'

/** Removes all that is held about somebody, after showing what that is and having their name typed. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const plan = await planFor(context, args[0] ?? '')
  const shown = forgettingText(plan, themeFor(terminal), roomOf(terminal))
  if (options.dryRun === true) {
    terminal.out(common.json === true ? jsonText(forgettingJson(plan, undefined)) : shown)
    return 'done'
  }
  terminal.err(`${shown}\n`)
  const ended = await confirmed(context, plan, options)
  if (ended !== undefined) return ended
  const unnamed = await mayUnname(context, plan, options)
  if (typeof unnamed === 'string') {
    if (common.quiet !== true) terminal.err(nothingRemoved)
    return unnamed
  }
  // First of all: once their file is gone, nobody can tell any more whose name it was.
  if (unnamed.length > 0) await (await context.notebook()).saveAll(unnamed)
  const left = await (await context.removing()).remove(removalOf(plan.held))
  terminal.out(
    common.json === true
      ? jsonText(forgettingJson(plan, left, unnamed.length))
      : forgottenText(plan, left, unnamed.length, roomOf(terminal)),
  )
  return left.length > 0 ? 'attention' : 'done'
}

async function planFor(context: Context, given: string): Promise<Forgetting> {
  const files = await context.notebook()
  await checkWritable(files)
  const [people, { found }] = await Promise.all([loadPeople(files), loadNotes(files)])
  const everyone = everyoneIn(
    people.found,
    found.map(({ note }) => note.facts),
  )
  const held = await heldAbout(context, files, findPerson(given, everyone), { everyone, found })
  return forgetting(held, found, await unnamedFiles(files, held, everyone))
}

/** The files in which a name is to be replaced, all that were shown or none; how it ended where whoever was asked left instead. */
async function mayUnname(
  context: Context,
  { unnamed, held }: Forgetting,
  options: Options,
): Promise<readonly SaveFile[] | Outcome> {
  if (unnamed.length === 0 || options.keepMentions === true) return []
  const files = unnamed.map(({ path, before, text }) => ({ path, before, text }))
  if (context.common.yes === true) return files
  const screen = unnameScreen(held.person.name, unnamed.length)
  const choice = await chooseOnce(context, askerLook(themeFor(context.terminal)), screen)
  if (choice.reply !== 'chosen') return leftWith(choice)
  return choice.value === 'replace' ? files : []
}

/** How it ended where nothing is to be removed; undefined where the name was given. */
async function confirmed(
  context: Context,
  { held }: Forgetting,
  options: Options,
): Promise<Outcome | undefined> {
  const { name } = held.person
  const fits = (typed: string): boolean => isTheName(typed, name)
  if (context.common.yes === true) {
    if (typeof options.name === 'string' && fits(options.name)) return undefined
    const message =
      typeof options.name === 'string'
        ? `--name is not "${name}".`
        : 'Without asking, the name has to be given.'
    throw new Trouble({ kind: 'usage', message, mend: `Add --name "${name}", as it stands in the notebook.` })
  }
  if (!context.terminal.interactive) {
    const message = 'Nothing was removed: that is done only after asking, and nobody can be asked here.'
    throw new Trouble({
      kind: 'usage',
      message,
      mend: `Add --yes --name "${name}", or --dry-run to look only.`,
    })
  }
  return isSure(context, `Everything about ${name}`, name, fits)
}
