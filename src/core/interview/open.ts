import type { Person } from '../notebook/note.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import type { Problem } from '../problem.ts'
import { type NoticeSettings, readNoticeSettings } from '../session/notice-settings.ts'
import { loadLibraries, loadTemplate } from '../template/load.ts'
import type { Template } from '../template/template.ts'
import type { World } from './world.ts'

/** Everything an interview begins from. */
export interface Opened {
  readonly template: Template
  /** Hash of the template, as drafts keep it. */
  readonly hash: string
  readonly world: World
  /** People's files that could not be read. */
  readonly bad: readonly Problem[]
  /** What the team set that decides what is worth mentioning. */
  readonly settings: NoticeSettings
}

/** Loads a template and what its questions lean on. Throws `unknown` for a template that is not there, `config` for a broken one. */
export async function openInterview(context: Context, files: NoteFiles, templateId: string): Promise<Opened> {
  const data = await context.data()
  const { template, hash } = await loadTemplate(templateId, files, data)
  const [libraries, { found, bad }, team] = await Promise.all([
    loadLibraries(template, files, data),
    loadPeople(files),
    files.read('tactful.yaml'),
  ])
  const { clock } = context
  const world = {
    today: clock.today(),
    time: clock.time(),
    people: found,
    // The date library is opened by the first phrase that needs it.
    dates: {
      read: async (...args: Parameters<World['dates']['read']>) => (await context.dates()).read(...args),
    },
    libraries,
  }
  return { template, hash, world, bad, settings: await readNoticeSettings(team ?? '', 'tactful.yaml') }
}

/** Nobody is written down yet in a new notebook; then the YAML library is not needed either. */
async function loadPeople(
  files: NoteFiles,
): Promise<{ readonly found: readonly Person[]; readonly bad: readonly Problem[] }> {
  const { paths } = await files.list('people')
  if (paths.length === 0) return { found: [], bad: [] }
  return (await import('../notebook/load.ts')).loadPeople(files)
}
