import type { Section } from '../notebook/note.ts'
import { NOTE_WORDS } from './words.ts'

/** Verbs of headings, as they are said of somebody and to them. */
const SAID_TO: Readonly<Record<string, string>> = {
  ...{ wants: 'want', says: 'say', sees: 'see', does: 'do', has: 'have', is: 'are', needs: 'need' },
  ...{ brings: 'bring', thinks: 'think', tries: 'try', offers: 'offer' },
}

/**
 * A section as its reader gets it: a heading that names them says you, and so does a line of theirs beside what was seen. No word that
 * somebody wrote is changed. `name` is their display name; a heading that a hand added stays as it is.
 */
export function sectionToYou(section: Section, name: string): Section {
  const names = [name, name.split(/\s+/)[0] ?? name]
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
  const text = section.text.replace(
    new RegExp(`^- (?:${names}): (?=[^\\n]*\\n {2}- ${NOTE_WORDS.seen}: )`, 'gmu'),
    `- ${NOTE_WORDS.you}: `,
  )
  return section.id === undefined
    ? { ...section, text }
    : { ...section, text, heading: headingToYou(section.heading, names) }
}

function headingToYou(heading: string, names: string): string {
  const own = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names})(?:['’]s?)(?![\\p{L}\\p{N}])`, 'gu')
  const does = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names}) (\\p{Ll}+)(?![\\p{L}])`, 'gu')
  const said = heading
    .replace(own, 'your')
    .replace(does, (whole, verb: string) => (SAID_TO[verb] === undefined ? whole : `you ${SAID_TO[verb]}`))
  return said === heading ? heading : said.charAt(0).toUpperCase() + said.slice(1)
}
