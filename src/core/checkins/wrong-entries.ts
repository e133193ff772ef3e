import { personPath } from '../notebook/names.ts'
import type { Person } from '../notebook/note.ts'
import type { Mistake } from '../problem.ts'
import { readCadence } from './cadence-phrase.ts'
import { isZone } from './zone.ts'

/**
 * What stands in somebody's file and cannot be read as a cadence or a time zone, so that their check-ins would be missed;
 * `source` is the text of the file, for the line.
 */
export function wrongEntries({ slug, cadence, zone }: Person, source = ''): readonly Mistake[] {
  const file = personPath(slug)
  const read = cadence === undefined ? undefined : readCadence(cadence)
  const wrong: Mistake[] = []
  if (read !== undefined && 'mistake' in read) {
    const mend = `${read.mend} Set it with: tactful people edit ${slug} --cadence`
    wrong.push({ file, ...lineOf('cadence', source), message: read.mistake, mend })
  }
  if (zone !== undefined && !isZone(zone)) {
    const mend = `Name one such as Europe/Lisbon: tactful people edit ${slug} --zone`
    wrong.push({ file, ...lineOf('zone', source), message: `There is no time zone "${zone}".`, mend })
  }
  return wrong
}

function lineOf(key: string, source: string): { readonly line?: number } {
  const at = source.split(/\r?\n/).findIndex((line) => line.startsWith(`${key}:`))
  return at < 0 ? {} : { line: at + 1 }
}
