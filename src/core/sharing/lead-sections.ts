import type { Facts, Section } from '../notebook/note.ts'
import { ownSections } from '../session/own-sections.ts'
import { NOTE_WORDS } from '../session/words.ts'
import type { Library } from '../template/library.ts'
import type { Removal } from './copy.ts'

/** What of a note's sections may reach somebody who leads the team, before names are taken out. */
interface LeadSections {
  readonly sections: readonly Section[]
  readonly removed: readonly Removal[]
}

/** Causes as a note names them: those that lie in the system, and the headings of lists that tell of a person. */
export interface CauseWords {
  readonly system: ReadonlySet<string>
  readonly personGroups: ReadonlySet<string>
}

/** Sections that hold what the person said, thinks or is, whatever template asked for it. Their words are theirs to hand on. */
const THEIRS: readonly string[] = [
  ...[
    'view',
    'compare',
    'together',
    'improve',
    'brainstorm',
    'said',
    'differently',
    'forme',
    'first',
    'now',
    'who',
  ],
]
const CAUSES = 'causes'
/** What both agreed in a talk: who does what stays, whatever else was written down there is what the person chose. */
const AGREED = 'agreed'
/** Stands where somebody's own words were. */
const LEFT_OUT = 'in their words, left out'
/** Stands where the words of an imported item were. */
export const FROM_EXPORT = 'one row of an export, left out'
const REASON = new RegExp(`^([ \\t]*- .{0,80}${LEFT_OUT}.{0,80}\\. [^:\\n]{3,60}): .*$`, 'gm')
/** "Moved to 30 November 2026: ...", up to the end of the line; "The reason: ..." after what replaced a goal. */
const BECAUSE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${NOTE_WORDS.moved('')}\\d{1,2} \\p{L}{3,12} \\d{4}|${NOTE_WORDS.dropped}|${NOTE_WORDS.later}|The reason): \\S.*`,
  'gmu',
)
/** A line that says nothing but a day: "Next check-in: 9 December 2026". */
const DAY_LINE = /^[^\n:·]{1,40}: \d{1,2} \p{L}{3,12} \d{4}(?:,? \d{1,2}:\d\d)?$\n*/gmu
/** A list item, and its further lines. */
const ITEM = /^- .*(?:\n(?: {2,}\S.*|[ \t]*(?=\n {2})))*/gm
const QUOTE = /^[ \t]*(?:[-*+][ \t]+)?>.*$(?:\n[ \t]*>.*$)*/gm

/** The words of causes, from the list that templates offer. */
export function causeWords({ entries }: Library): CauseWords {
  const person = entries.filter(({ side }) => side === 'person')
  const system = entries.filter(({ side, care }) => side === 'system' && care === undefined)
  return {
    system: new Set(system.map(({ label }) => label)),
    personGroups: new Set(person.flatMap(({ area }) => area ?? [])),
  }
}

/**
 * Keeps what is about the work: no section that holds the person's own words or the mentor's preparation, none that a
 * template does not know, no quotation, and of the causes only those in the system and the barriers.
 */
export function sectionsForLead(facts: Facts, all: readonly Section[], words: CauseWords): LeadSections {
  const own = ownSections(facts)
  const kept: Section[] = []
  const removed: Removal[] = []
  for (const section of all) {
    const why = baseOf(section.id) === CAUSES ? undefined : reasonAgainst(facts, section, own)
    if (why !== undefined) {
      removed.push({ what: why === 'own' ? 'own' : 'free-text', count: 1, why })
      continue
    }
    const id = baseOf(section.id)
    const undated = counted(section.text, DAY_LINE, () => '')
    const chosen = id === AGREED ? listsOnly(undated.text) : { ...undated, count: 0 }
    const unquoted = counted(chosen.text, QUOTE, () => '')
    const { text, count } =
      id === CAUSES ? systemOnly(unquoted.text, words) : withoutPersonal(unquoted.text, words)
    removed.push(
      { what: 'free-text', count: undated.count, why: 'appointment' },
      { what: 'free-text', count: unquoted.count + chosen.count, why: 'their-words' },
      { what: 'free-text', count, why: 'personal-causes' },
    )
    if (text.trim() !== '') kept.push({ ...section, text: text.replace(/\n{3,}/g, '\n\n').trim() })
  }
  return { sections: kept, removed: removed.filter(({ count }) => count > 0) }
}

function reasonAgainst(facts: Facts, { id }: Section, own: readonly string[]): string | undefined {
  if (facts.kind === 'form') return 'their-words'
  if (id === undefined) return 'unknown-section'
  if (THEIRS.includes(baseOf(id) ?? '')) return 'their-words'
  return own.includes(id) ? 'own' : undefined
}

/**
 * A text without the words of agreements: that there is one, by when and what became of it stays. `words` are those of each agreement, as
 * notes hold them; somebody who agreed to something with their mentor was not asked whether others may read how they put it.
 */
export function withoutAgreed(
  text: string,
  words: readonly string[],
): { readonly text: string; readonly count: number } {
  let count = 0
  const left = words.reduce((done, one) => {
    const parts = done.split(one)
    count += parts.length - 1
    return parts.join(LEFT_OUT)
  }, text)
  // Why it was moved or given up is told of the person too.
  return { text: count === 0 ? left : left.replace(REASON, '$1.'), count }
}

/** A text without the words of evidence that was read in from an export: whoever has the same file knows by them whose it is. */
export function withoutRead(text: string, labels: ReadonlySet<string>): string {
  return text.replace(ITEM, (item) => {
    const label = /^- (E\d+) · /.exec(item)?.[1]
    return label !== undefined && labels.has(label) ? `- ${label} · ${FROM_EXPORT}` : item
  })
}

/** A text without the reasons for which something was moved, put off or given up: that it was is enough. */
export function withoutReasons(text: string): { readonly text: string; readonly count: number } {
  return counted(text, BECAUSE, (found) => `${/^[^:]*/.exec(found)?.[0] ?? ''}.`)
}

/** Of what both agreed only lists, each behind its heading. */
function listsOnly(text: string): { readonly text: string; readonly count: number } {
  const blocks = text.split(/\n\s*\n/).filter((block) => block.trim() !== '')
  const isList = (block: string | undefined): boolean => /^- /.test(block ?? '')
  const kept = blocks.filter(
    (block, at) => isList(block) || (/^[^\n:]{1,60}:$/.test(block.trim()) && isList(blocks[at + 1])),
  )
  return { text: kept.join('\n\n'), count: blocks.length - kept.length }
}

/** The id that a section of a talk has in its template; a talk gives it another one where the session has such a section already. */
function baseOf(id: string | undefined): string | undefined {
  return id?.replace(/-talk$/, '')
}

/** Of the causes only list items that name some in the system, or a barrier. Trees and drawings hold both sides and go whole. */
function systemOnly(text: string, words: CauseWords): { readonly text: string; readonly count: number } {
  const items = [...text.matchAll(ITEM)].map(([item]) => item.trimEnd())
  const kept = items.flatMap((item) => {
    if (item.startsWith(`- ${NOTE_WORDS.barrier}: `)) return [item]
    const [group = '', labels = ''] = item.slice(2).split(/: (.*)/s)
    const system = labels.split('; ').filter((label) => words.system.has(label.trim()))
    return system.length === 0 ? [] : [`- ${group}: ${system.join('; ')}`]
  })
  return {
    text: kept.join('\n'),
    count: kept.join('\n') === text.trim() ? 0 : Math.max(1, items.length - kept.length),
  }
}

function withoutPersonal(text: string, words: CauseWords): { readonly text: string; readonly count: number } {
  const listed = counted(text, ITEM, (item) =>
    [...words.personGroups].some((group) => item.startsWith(`- ${group}: `)) ? '' : item,
  )
  const cared = counted(listed.text, /^.*$/gm, (line) => (line.includes(NOTE_WORDS.cared) ? '' : line))
  return { text: cared.text, count: listed.count + cared.count }
}

function counted(
  text: string,
  pattern: RegExp,
  put: (found: string) => string,
): { readonly text: string; readonly count: number } {
  let count = 0
  const left = text.replace(pattern, (found) => {
    const words = put(found)
    if (words !== found) count += 1
    return words
  })
  return { text: left, count }
}
