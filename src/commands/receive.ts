import { chooseOnce, leftWith } from '../core/asking/menu.ts'
import { type Kept, keptOf } from '../core/forms/arrive.ts'
import { formFiles } from '../core/forms/files.ts'
import { receivedNotes } from '../core/forms/notes.ts'
import { savedSince } from '../core/forms/once.ts'
import { type Understood, understand } from '../core/forms/understand.ts'
import { voicesNote } from '../core/forms/voices.ts'
import { loadPeople } from '../core/notebook/load.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { arrivedText, receivedText, saveFormScreen } from '../views/forms.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { askerLook } from '../views/question.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Reads a filled form back: shows what was understood and what was not, asks, and saves it with the text as it came. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const text = (key: string) => (typeof options[key] === 'string' ? { [key]: options[key] } : {})
  const files = await context.notebook()
  const source = await context.readFile(args[0] ?? '', 'any')
  if (source.trim() === '') throw nothingIn(args[0] ?? '')
  const index = await context.index()
  const found = await understand(context, files, index, source, {
    ...text('person'),
    ...text('form'),
  })
  const people = await loadPeople(files)
  terminal.err(badLines(people.bad))
  const asker = await (await context.settings()).get('name')
  const kept = keptOf(source, found, people.found, asker)
  const isTrial = options.dryRun === true
  if (kept.read.answers.length === 0 && kept.read.words === undefined) throw nothingIn(args[0] ?? '')
  const isJson = common.json === true
  const shown = isJson
    ? ''
    : arrivedText(found, kept, context.clock.today(), themeFor(terminal), roomOf(terminal))
  if (common.quiet !== true || isTrial) terminal.err(shown)
  const there = (id: string): Outcome => {
    if (isJson)
      terminal.out(jsonText(jsonOf(found, kept, { id, path: null, evidence: null, isSaved: false })))
    terminal.err('This text is in the notebook already. Nothing was saved.\n')
    return 'done'
  }
  if (found.same !== undefined) return there(found.same)
  if (isTrial) {
    const none = { id: null, path: null, evidence: null, isSaved: false }
    if (isJson) terminal.out(jsonText(jsonOf(found, kept, none)))
    else terminal.err('Nothing was saved.\n')
    return 'done'
  }
  const left = await leaves(context, found, kept)
  if (left !== undefined) {
    terminal.err('Nothing was saved.\n')
    return left
  }
  const saved = await save(
    context,
    found,
    kept,
    new Set(index.about(found.person.slug).map(({ path }) => path)),
  )
  if ('same' in saved) return there(saved.same)
  terminal.out(
    isJson
      ? jsonText(jsonOf(found, kept, { ...saved, isSaved: true }))
      : receivedText(found, { ...saved, consent: kept.consent }, common.quiet === true),
  )
  return 'done'
}

/** What was saved: the form's note, and the one that keeps what a peer or a customer wrote as evidence. */
interface SavedForm {
  readonly id: string
  readonly path: string
  readonly evidence: string | null
}

/** Saves all of it, or nothing where another run saved the same text meanwhile; `seen` are the notes that were looked at. */
async function save(
  context: Context,
  found: Understood,
  kept: Kept,
  seen: ReadonlySet<string>,
): Promise<SavedForm | { readonly same: string }> {
  const { clock } = context
  const { form, person, of, isNamed } = found
  const ids = await context.ids()
  const id = ids.next()
  const agreed = kept.consent === undefined ? {} : { consent: kept.consent }
  const moment = { today: clock.today(), now: clock.now() }
  const { note, hidden } = receivedNotes(form, person, { id, ...moment }, kept.read, {
    mark: kept.mark,
    original: kept.original,
    ...(kept.readable === undefined ? {} : { readable: kept.readable }),
    ...(of === undefined ? {} : { of: of.id }),
    ...(of?.reader === undefined ? {} : { reader: of.reader }),
    ...agreed,
  })
  const voices = voicesNote(form, person, kept.read, { id, isNamed, ...agreed }, moment, () => ids.next())
  const files = await context.notebookToWrite()
  const all = formFiles([hidden, ...(voices === undefined ? [] : [voices]), note], undefined)
  let same: string | undefined
  try {
    await files.saveAll(all, async () => {
      same = await savedSince(files, person.slug, kept.mark, seen)
      if (same !== undefined) throw new Trouble({ kind: 'busy', file: note.path })
    })
  } catch (error) {
    if (same !== undefined) return { same }
    throw error
  }
  return { id, path: note.path, evidence: voices?.path ?? null }
}

/** Asks before saving; how it ended where the mentor would rather not. Without anybody to ask, `--yes` has to say so. */
async function leaves(context: Context, found: Understood, kept: Kept): Promise<Outcome | undefined> {
  if (context.common.yes === true) return undefined
  if (!context.terminal.interactive) {
    const message = 'A form is saved only after asking, and nobody can be asked here.'
    throw new Trouble({ kind: 'usage', message, mend: 'Add --yes to save it, or --dry-run to look only.' })
  }
  const look = askerLook(themeFor(context.terminal))
  const choice = await chooseOnce(context, look, saveFormScreen(found, kept.consent))
  if (choice.reply === 'chosen' && choice.value === '@save') return undefined
  return leftWith(choice)
}

function nothingIn(file: string): Trouble {
  return new Trouble({
    kind: 'data',
    file: file === '-' ? 'standard input' : file,
    message: 'there are no answers in it yet.',
  })
}

function jsonOf(
  { person, form, of, by }: Understood,
  { read, isUnsure, others, consent }: Kept,
  saved: {
    readonly id: string | null
    readonly path: string | null
    readonly evidence: string | null
    readonly isSaved: boolean
  },
): object {
  return {
    ...{
      id: saved.id,
      path: saved.path,
      evidence: saved.evidence,
      person: person.slug,
      kind: 'form',
      form: form.id,
    },
    ...{ of: of?.id ?? null, by, answers: Object.fromEntries(read.answers.map((one) => [one.id, one.text])) },
    ...{ words: read.words ?? null, left: read.left, twice: read.twice, copies: read.copies },
    ...{
      folded: read.folded,
      unsure: isUnsure,
      named: others,
      consent: consent ?? null,
      saved: saved.isSaved,
    },
  }
}
