import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import { listTemplates, loadLibrary, loadTemplate } from '../template/load.ts'
import { type Form, formOf } from './form.ts'

/**
 * The form of that id about `name`, a team's own in front of the shipped one, with what it prints as a measure. Throws `unknown` for no
 * template of that id, `usage` for one that is no form, `config` for a broken one.
 */
export async function loadForm(
  id: string,
  name: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Form> {
  const { template } = await loadTemplate(id, files, data)
  const measures: Record<string, { title: string; lines: readonly string[] }> = {}
  for (const { lists } of template.kind === 'form' ? template.parts : []) {
    if (lists === undefined) continue
    const { title, entries } = await loadLibrary(lists, files, data)
    measures[lists] = {
      title,
      lines: entries.map(({ label, good }) => (good === undefined ? label : joined(label, good))),
    }
  }
  const form = formOf(template, name, measures)
  if (form !== undefined) return form
  const mend = `Forms: ${(await formIds(files, data)).join(', ')}.`
  throw new Trouble({ kind: 'usage', message: `"${id}" is no form.`, mend })
}

function joined(label: string, good: string): string {
  return /[.?]$/.test(label) ? `${label} ${good}` : `${label}: ${good}`
}

/** Ids of every form, shipped and the team's. */
export async function formIds(files: NoteFiles | undefined, data: DataFiles): Promise<readonly string[]> {
  const all = await listTemplates(files, data)
  return all.flatMap((one) => ('template' in one && one.template.kind === 'form' ? [one.id] : []))
}
