import { shortId } from './ids.ts'
import type { Facts } from './note.ts'

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** Longest slug, in characters. */
export const SLUG_LENGTH = 40
/** Longest name of a person, in characters. */
export const NAME_LENGTH = 500
/** Names that Windows keeps for devices, whatever ending they have. */
export const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i

/** True for a slug as we make them: ASCII lower case, digits and single hyphens, at most 40 characters, no device name. */
export function isSlug(text: string): boolean {
  return text.length <= SLUG_LENGTH && SLUG.test(text) && !DEVICE.test(text)
}

/** File name of a note: `2026-11-21-session-q47k3v.md`. */
function noteFileName(facts: Pick<Facts, 'id' | 'kind' | 'date'>): string {
  return `${facts.date}-${facts.kind}-${shortId(facts.id)}.md`
}

/** Where a note lies, relative to the notebook. */
export function notePath(facts: Pick<Facts, 'id' | 'kind' | 'date' | 'person'>): string {
  return `notes/${facts.person}/${noteFileName(facts)}`
}

/** Where the mentor's private part of a note lies, relative to the notebook. */
export function privatePath(facts: Pick<Facts, 'id' | 'kind' | 'date' | 'person'>): string {
  return `private/${facts.person}/${noteFileName(facts)}`
}

/** Where a person's file lies, relative to the notebook. */
export function personPath(slug: string): string {
  return `people/${slug}.yaml`
}

/**
 * True for a path that stays in the notebook on every system: relative, with `/`, no `.` or `..`, nothing of git's own,
 * no device names, no characters that some file system refuses or a terminal obeys.
 */
export function isSafePath(path: string): boolean {
  return path.length <= 1000 && path.split('/').every(isSafeName)
}

function isSafeName(name: string): boolean {
  if (name === '' || name.length > 255 || /^\.+$/.test(name) || /[. ]$/.test(name)) return false
  if (/[\p{Cc}\p{Cf}\p{Cs}\\<>:"|?*\u2028\u2029]/u.test(name)) return false
  if (/^(?:\.git|git~\d+)$/i.test(name)) return false
  return !DEVICE.test(name.split('.')[0]?.trim() ?? '')
}
