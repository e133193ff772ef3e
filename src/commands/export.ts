import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { withoutAlone } from '../core/sharing/alone.ts'
import { type Chosen, checkNoBarrier, checkOnePerson, chooseNotes, forLead } from '../core/sharing/choose.ts'
import type { Reader, SharedCopy } from '../core/sharing/copy.ts'
import { type CopyDesk, inFrame, makeCopies } from '../core/sharing/make.ts'
import { previewData, previewOf } from '../core/sharing/preview.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import type { Options } from './card.ts'
import { mayLeave } from './export/leave.ts'
import { checkBinary, fileNameOf, formatFor, written } from './export/write.ts'

/** Copies of notes for the mentor, the person or a lead: told and asked first, then written to standard output, a file or a folder. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  if (options.casePack === true)
    return (await import('./export/case-pack.ts')).exportCases(context, args, options)
  if (typeof options.everythingAbout === 'string')
    return (await import('./export/everything.ts')).everything(
      context,
      args,
      options.everythingAbout,
      options,
    )
  const { to, reader } = wanted(options)
  const format = await formatFor(options.format, to)
  checkBinary(format, to ?? (typeof options.split === 'string' ? options.split : undefined))
  const [files, index] = await Promise.all([context.notebook(), context.index()])
  const people = await loadPeople(files)
  const desk: CopyDesk = { context, files, index, people: everyoneIn(people.found, index.people) }
  const found = await chooseNotes(context, index, desk.people, reader, { ids: args, filters: options })
  const may = reader === 'mentor' ? found : withoutAlone(found)
  const chosen = reader === 'lead' ? forLead(may) : may
  if (reader === 'person') {
    checkNoBarrier(chosen.notes)
    checkOnePerson(chosen.notes)
  }
  const made = await makeCopies(desk, reader, chosen.notes)
  const { copies } = made
  context.terminal.err(badLines([...people.bad, ...(args.length === 0 ? index.bad : [])]))
  if (options.dryRun !== true) await checkPlaces(context, options, to, copies, format)
  let told: object | undefined
  if (reader !== 'mentor' || options.dryRun === true) {
    const preview = await previewOf(desk, reader, copies, made, chosen)
    const where = { to: to ?? textOf(options.split), isTrial: options.dryRun === true }
    const ended = await mayLeave(context, preview, where)
    if (ended !== undefined) return ended
    told = previewData(preview)
  }
  return write({ context, options, desk, format, to, reader, chosen, copies, told })
}

/** A place where nothing can be written is told before somebody reads what leaves, and says yes for nothing. */
async function checkPlaces(
  { checkFile }: Context,
  { split, force }: Options,
  to: string | undefined,
  copies: readonly SharedCopy[],
  format: Work['format'],
): Promise<void> {
  if (to !== undefined) await checkFile(to, force === true)
  if (typeof split !== 'string') return
  for (const copy of copies) await checkFile(placeIn(split, copy, format), force === true)
}

interface Work {
  readonly context: Context
  readonly options: Options
  readonly desk: CopyDesk
  readonly format: Awaited<ReturnType<typeof formatFor>>
  readonly to: string | undefined
  readonly reader: Reader
  readonly chosen: Chosen
  readonly copies: readonly SharedCopy[]
  /** The preview as data, where there was one. */
  readonly told: object | undefined
}

async function write(work: Work): Promise<Outcome> {
  const { context, options, desk, format, reader, chosen, copies } = work
  const frame = (some: readonly SharedCopy[]) =>
    reader === 'person' ? inFrame(desk, some) : Promise.resolve(some)
  const isTrial = options.dryRun === true
  if (typeof options.split === 'string' && !isTrial) {
    const saved: string[] = []
    for (const [at, copy] of copies.entries()) {
      const file = placeIn(options.split, copy, format)
      const content = await written(context, format, await frame([copy]), chosen.notes.slice(at, at + 1))
      await context.writeFile(file, content, options.force === true)
      saved.push(file)
    }
    return say(work, saved)
  }
  const content = await written(context, format, await frame(copies), chosen.notes)
  if (work.to !== undefined && !isTrial) {
    await context.writeFile(work.to, content, options.force === true)
    return say(work, [work.to])
  }
  // A look at what is no text has its preview, and nothing to add to it.
  if (typeof content !== 'string') return 'done'
  const text = format.id === 'md' ? clean(content) : content
  context.terminal.out(context.common.json === true ? jsonText({ ...headOf(work), text }) : text)
  return 'done'
}

function placeIn(folder: string, copy: SharedCopy, format: Work['format']): string {
  return `${folder.replace(/[/\\]+$/, '')}/${fileNameOf(copy, format)}`
}

function say(work: Work, saved: readonly string[]): Outcome {
  const { context } = work
  const [file = '', ...more] = saved
  if (context.common.json === true) {
    const where = more.length === 0 && work.to !== undefined ? { file } : { files: saved }
    context.terminal.out(jsonText({ ...headOf(work), ...where }))
  } else {
    for (const one of saved) context.terminal.out(`${cleanLine(`Saved.  ${one}`)}\n`)
  }
  return 'done'
}

/** A single note says its id, several say theirs; of a lead's copies only their numbers are said. */
function headOf({ copies, reader, told }: Work): object {
  const [first, ...more] = copies.map(({ id }) => id)
  const named = more.length === 0 ? { id: first } : { ids: [first, ...more] }
  return { ...named, for: reader, ...(told === undefined ? {} : { preview: told }) }
}

function wanted(options: Options): { readonly reader: Reader; readonly to: string | undefined } {
  const reader = (['mentor', 'person', 'lead'] as const).find((one) => one === options.for)
  if (reader === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: 'Say who the copy is for.',
      mend: 'Add --for person (nothing private in it), --for lead (no names in it) or --for mentor (everything).',
    })
  }
  const to = textOf(options.to)
  if (to !== undefined && options.split !== undefined) {
    throw new Trouble({
      kind: 'usage',
      message: '--to names one file, and --split a folder for several.',
      mend: 'Use one of the two.',
    })
  }
  return { reader, to }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
