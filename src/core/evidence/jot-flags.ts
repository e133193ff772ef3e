import { dayOption } from '../notebook/day-option.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import { loadLibrary } from '../template/load.ts'
import type { JotFlags } from './jot.ts'
import { type EvidenceList, entryOf, LIBRARY_OF, labelIn } from './lists.ts'

/** What the source and the area that were named are called. */
export type ListLabels = Readonly<Partial<Record<EvidenceList, string>>>

/**
 * What the flags of `jot` say, with sources and areas as ids. Throws `usage` for what contradicts itself, is no day or link,
 * or is in no list, and `config` for a broken list of the team's.
 */
export async function jotFlags(
  context: Pick<Context, 'clock' | 'dates' | 'data'>,
  files: NoteFiles,
  options: Readonly<Record<string, unknown>>,
): Promise<{ readonly flags: JotFlags; readonly labels: ListLabels }> {
  if (options.strength === true && options.growth === true) {
    const mend = 'Choose one. Several lines may begin with + and - instead.'
    throw new Trouble({ kind: 'usage', message: '--strength and --growth are two sides.', mend })
  }
  const text = (key: string): string | undefined => {
    const value = options[key]
    return typeof value === 'string' ? value.trim() : undefined
  }
  const entry = async (list: EvidenceList) => {
    const typed = text(list)
    if (typed === undefined) return undefined
    const library = await loadLibrary(LIBRARY_OF[list], files, await context.data())
    const id = entryOf(list, typed, library)
    return { id, label: labelIn(library, id) }
  }
  const [source, area] = [await entry('source'), await entry('area')]
  const day = text('date')
  const date = day === undefined ? undefined : await dayOption(context, '--date', day)
  const link = linkOf(text('link'))
  const assumption = text('assumption') || undefined
  return {
    flags: {
      ...(options.strength === true
        ? { side: 'strength' }
        : options.growth === true
          ? { side: 'growth' }
          : {}),
      ...(date === undefined ? {} : { date }),
      ...(link === undefined ? {} : { link }),
      ...(source === undefined ? {} : { source: source.id }),
      ...(area === undefined ? {} : { area: area.id }),
      ...(assumption === undefined ? {} : { assumption }),
      ...(options.unnamed === true ? { unnamed: true } : {}),
    },
    labels: {
      ...(source === undefined ? {} : { source: source.label }),
      ...(area === undefined ? {} : { area: area.label }),
    },
  }
}

function linkOf(given: string | undefined): string | undefined {
  if (given === undefined || /^https?:\/\/[^\s<>]{1,2000}$/.test(given)) return given
  const mend = 'It begins with https:// and has no spaces.'
  throw new Trouble({ kind: 'usage', message: `--link "${given}" is not a link.`, mend })
}
