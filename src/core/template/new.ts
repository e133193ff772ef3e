import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import { extendsOf } from './extend/chain.ts'
import { starterFor } from './extend/starter.ts'
import { loadTemplate } from './load.ts'
import { nearNames } from './near.ts'

/** What a new file of a team's can be begun as, and what it is begun from where nothing else is named. */
export const STARTS = {
  session: 'constructive-feedback',
  checkin: 'checkin',
  form: 'self-assessment',
  talk: 'talk',
  rehearsal: 'defensive',
} as const

/** A kind of file that can be begun. */
export type StartKind = keyof typeof STARTS

/** What is to be begun: its id, what from, and whether it takes everything over instead of copying it. */
interface WantedTemplate {
  readonly id: string
  readonly from?: string
  readonly kind?: StartKind
  readonly isExtending: boolean
}

/** A file to be written into the notebook. */
export interface NewTemplate {
  readonly path: string
  readonly text: string
  /** The id of what it was begun from. */
  readonly from: string
  /** Of what it becomes. */
  readonly kind: string
  /** It takes the place of one that ships. */
  readonly isShadow: boolean
}

/** Folders below the package's `templates` in which templates lie. */
const FOLDERS = ['sessions', 'checkins', 'forms']

/**
 * The text of a new template: a whole copy of another one, comments and all, or a small file that is built on it. `files` is
 * the notebook it goes into, absent where there is none yet. Throws `usage` for an id that cannot be or is taken, `unknown` for what it is to be begun from.
 */
export async function newTemplate(
  wanted: WantedTemplate,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<NewTemplate> {
  const { id, isExtending } = wanted
  if (!/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/.test(id) || id.length > 60) {
    throw usage(`"${id}" cannot be an id.`, 'Use small letters, digits and -, such as one-on-one.')
  }
  const isRehearsal = wanted.kind === 'rehearsal'
  const path = `${isRehearsal ? 'rehearsals' : 'templates'}/${id}.yaml`
  if (files !== undefined && (await files.read(path)) !== undefined) {
    throw usage(`${path} is there already.`, 'Choose another id, or change that file in an editor.')
  }
  const shipped = await data.shippedIds(isRehearsal ? 'rehearsals' : 'templates')
  const from = wanted.from ?? (shipped.includes(id) ? id : STARTS[wanted.kind ?? 'session'])
  const isShadow = shipped.includes(id)
  if (isRehearsal) {
    if (isExtending) throw usage('A rehearsal stands alone.', 'Leave out --extends to copy it.')
    const text = await rehearsalText(from, shipped, files, data)
    return { path, text: asCopy(text, from, id), from, kind: 'rehearsal', isShadow }
  }
  const { template } = await loadTemplate(from, files, data)
  if (wanted.kind !== undefined && template.kind !== wanted.kind) {
    throw usage(`"${from}" is a ${template.kind}, not a ${wanted.kind}.`, 'Leave out --kind, or --from.')
  }
  const made = { path, from, kind: template.kind, isShadow }
  if (isExtending) return { ...made, text: starterFor(template, id) }
  return { ...made, text: asCopy(await templateText(from, id, files, data), from, id) }
}

/** The team's own text, or the one that ships. */
async function templateText(
  from: string,
  id: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<string> {
  const own = await files?.read(`templates/${from}.yaml`)
  if (own !== undefined) {
    // A copy under another name would be built on the copied file, and change everything twice.
    if (extendsOf(own) === from && from !== id) {
      throw usage(
        `Your "${from}" is built on the one that ships, so it cannot be copied.`,
        'Add --extends to build on yours, or name another one: --from ID. tactful template list names them.',
      )
    }
    return own
  }
  for (const folder of FOLDERS) {
    const text = await data.shippedSource(`${folder}/${from}.yaml`)
    if (text !== undefined) return text
  }
  throw new Trouble({
    kind: 'data',
    file: `${from}.yaml`,
    message: 'Part of the program is missing. Install it again.',
  })
}

async function rehearsalText(
  from: string,
  shipped: readonly string[],
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<string> {
  const own = /^[a-z0-9_-]+$/.test(from) ? await files?.read(`rehearsals/${from}.yaml`) : undefined
  const text =
    own ?? (shipped.includes(from) ? await data.shippedSource(`rehearsals/${from}.yaml`) : undefined)
  if (text !== undefined) return text
  throw new Trouble({ kind: 'unknown', what: 'rehearsal', given: from, near: nearNames(from, shipped) })
}

/** Under its own id, in its first version; the line that tells an editor where the schema lies is not true elsewhere. */
function asCopy(text: string, from: string, id: string): string {
  const body = text
    .replace(/^# yaml-language-server:.*\r?\n/, '')
    .replace(/^id:.*$/m, `id: ${id}`)
    .replace(/^version:.*$/m, 'version: 1')
  return `# Begun as a copy of "${from}".\n${body}`
}

function usage(message: string, mend: string): Trouble {
  return new Trouble({ kind: 'usage', message, mend })
}
