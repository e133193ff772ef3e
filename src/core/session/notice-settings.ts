/** What a team agrees on that decides when something is worth mentioning. */
export interface NoticeSettings {
  /** Most points in one conversation. */
  readonly focusLimit: number
  /** Stretches of local time such as `09:00-10:30`, in two digits. */
  readonly busyHours: readonly string[]
}

/** What holds where a team has set nothing. */
export const NOTICE_DEFAULTS: NoticeSettings = { focusLimit: 3, busyHours: [] }

const HOURS = /^(\d{1,2})[:.](\d{2})\s*[-–]\s*(\d{1,2})[:.](\d{2})$/

/**
 * Reads `focusLimit` and `busyHours` out of the text of a `tactful.yaml`; the YAML library is loaded only when one of
 * them is set. Values that make no sense count as not set. Throws `data` when the file is no YAML.
 */
export async function readNoticeSettings(source: string, file: string): Promise<NoticeSettings> {
  if (!/^\s*["']?(?:focusLimit|busyHours)\b/m.test(source)) return NOTICE_DEFAULTS
  const { readYaml } = await import('../notebook/yaml-in.ts')
  const { value } = readYaml(source, file)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NOTICE_DEFAULTS
  const { focusLimit, busyHours } = value as { readonly [key: string]: unknown }
  return {
    focusLimit: isLimit(focusLimit) ? focusLimit : NOTICE_DEFAULTS.focusLimit,
    busyHours: (Array.isArray(busyHours) ? busyHours : [busyHours]).flatMap(hoursOf),
  }
}

function isLimit(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
}

function hoursOf(value: unknown): readonly string[] {
  const found = typeof value === 'string' ? HOURS.exec(value.trim()) : null
  if (!found) return []
  const [from, to] = [
    `${found[1]?.padStart(2, '0')}:${found[2]}`,
    `${found[3]?.padStart(2, '0')}:${found[4]}`,
  ]
  return [`${from}-${to}`]
}
