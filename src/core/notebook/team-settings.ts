import { isMap } from '../is-map.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { NOTICE_DEFAULTS } from '../session/notice-settings.ts'
import { TIERS } from './tiers.ts'
import { BARRIER_DAYS, EVIDENCE_DAYS, FEEDBACK_DAYS } from './today.ts'

/** One setting: what it is set to, and where that comes from. `place` is a file (with its line), a flag or a variable. */
export interface Setting {
  readonly key: string
  /** Null where nothing is set and there is no default. */
  readonly value: unknown
  readonly from: 'flag' | 'environment' | 'folder' | 'tactful.yaml' | 'settings' | 'default'
  readonly place?: string
}

/** What a team may set in `tactful.yaml`, and what holds where it does not. */
export const TEAM_DEFAULTS: Readonly<Record<string, unknown>> = {
  focusLimit: NOTICE_DEFAULTS.focusLimit,
  busyHours: NOTICE_DEFAULTS.busyHours,
  evidenceDays: EVIDENCE_DAYS,
  feedbackDays: FEEDBACK_DAYS,
  barrierDays: BARRIER_DAYS,
  retention: null,
  tiers: TIERS,
  'wording.keep': [],
}

/**
 * The team's settings as `tactful.yaml` has them, each with its line, then the defaults of those it leaves out. A key inside
 * another is named with a dot. Throws `data` when the file cannot be read.
 */
export async function teamSettings(files: NoteFiles | undefined): Promise<readonly Setting[]> {
  const source = (await files?.read('tactful.yaml')) ?? ''
  const written = source === '' ? [] : await readWritten(source)
  const known = new Set(written.map(({ key }) => key))
  const missing = Object.entries(TEAM_DEFAULTS).filter(([key]) => !known.has(key))
  return [...written, ...missing.map(([key, value]): Setting => ({ key, value, from: 'default' }))]
}

async function readWritten(source: string): Promise<readonly Setting[]> {
  const { readYaml } = await import('./yaml-in.ts')
  const { value, lines } = readYaml(source, 'tactful.yaml')
  if (!isMap(value)) return []
  return Object.entries(value)
    .filter(([key]) => key !== 'format')
    .flatMap(([key, inner]): readonly Setting[] => {
      const place = `tactful.yaml:${lines.get(key) ?? 1}`
      const entries = isMap(inner)
        ? Object.entries(inner).map(([name, one]) => [`${key}.${name}`, one] as const)
        : [[key, inner] as const]
      return entries.map(([name, one]) => ({ key: name, value: one, from: 'tactful.yaml', place }))
    })
}
