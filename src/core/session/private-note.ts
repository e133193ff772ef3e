import { type Ground, itemWords } from '../interview/ground.ts'
import { formsIn } from '../interview/their-view.ts'
import type { Note } from '../notebook/note.ts'
import { addBlock, hasOwnWords, isFact, labelled, newPages, noteOf, sectionFor } from './document.ts'
import { askedOf, choicesOf, defined, flatten, keptOf } from './facts.ts'
import type { Point } from './point.ts'
import type { Entry, GroupEntry } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

/**
 * The mentor's private part of a session: private answers under the titles of their parts, words that were drafted
 * and then left out, and the wording kept on purpose. Guesses about evidence stand beside the evidence. Undefined when
 * there is nothing private.
 */
export function privateSession(
  ground: Ground,
  note: Note,
  read: readonly (Entry | GroupEntry)[],
  points: readonly Point[],
): Note | undefined {
  const pages = newPages([])
  const hidden = privateEntries(read)
  for (const { entry, before } of hidden) {
    if (entry.confided === true) {
      if (!pages.blocks.has('confided')) pages.blocks.set('confided', [])
      pages.headings.set('confided', NOTE_WORDS.confided)
      addBlock(pages, 'confided', `${topicOf(ground, entry) ?? labelOf(entry, before)}: ${entry.words}`)
      continue
    }
    if (!hasOwnWords(entry, ground) && !isFact(entry)) continue
    addBlock(pages, sectionFor(pages, undefined, entry.part), labelled(entry, ground, before))
  }
  for (const point of points) {
    for (const entry of point.unsaid) {
      pages.headings.set('unsaid', NOTE_WORDS.unsaid)
      if (!pages.blocks.has('unsaid')) pages.blocks.set('unsaid', [])
      addBlock(pages, 'unsaid', labelled(entry, ground, before(point.group, point.item.number)))
    }
  }
  const { original } = formsIn(ground.interview)
  if (original !== undefined) {
    pages.headings.set('original', NOTE_WORDS.original)
    pages.blocks.set('original', [original])
  }
  const kept = keptOf(flatten(read), ground)
  if (pages.blocks.size === 0 && kept === undefined) return undefined
  const { tactful, id, kind, person, date, created, title, template } = note.facts
  const entries = hidden.map(({ entry }) => entry)
  return noteOf(
    {
      ...{ tactful, id, kind, person, date, created, title, private: true },
      ...defined({ template, asked: askedOf(entries, ground), choices: choicesOf(entries, ground), kept }),
    },
    '',
    pages,
  )
}

/** What was talked about when it was said; undefined where it belongs to nothing that was carried over. */
function topicOf(ground: Ground, { path }: Entry): string | undefined {
  const [id = '', key = ''] = path.split('/')
  const group = ground.questions.get(id)
  const isCarried = group?.type === 'group' && group.carries !== undefined
  return isCarried ? itemWords(ground, id, key) || undefined : undefined
}

function labelOf({ label }: Entry, before: string): string {
  return `${before}${label}`
}

interface Hidden {
  readonly entry: Entry
  /** Which item it is about: "Point 2 · ". */
  readonly before: string
}

function privateEntries(read: readonly (Entry | GroupEntry)[], inside = ''): readonly Hidden[] {
  return read.flatMap((one): readonly Hidden[] => {
    if (one.entry === 'answer') return one.question.private === true ? [{ entry: one, before: inside }] : []
    if (one.question.makes === 'evidence' && one.question.private !== true) return []
    return one.items.flatMap((item) => privateEntries(item.entries, inside + before(one, item.number)))
  })
}

function before({ question }: GroupEntry, number: number): string {
  return question.max === 1 ? '' : `${question.item} ${number} · `
}
