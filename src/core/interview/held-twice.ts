import type { Context } from '../ports.ts'
import type { Composed } from './finish.ts'

/** A check-in with the same person on the same day that was saved before: whether it says the very same. */
export interface HeldBefore {
  readonly id: string
  readonly path: string
  readonly isSame: boolean
}

/**
 * The check-in of that person and day that is in the notebook already, the very same before any other; undefined for
 * every other kind of note, and where there is none.
 */
export async function heldBefore(
  context: Pick<Context, 'index' | 'notebook'>,
  { set, files, person, isNew }: Composed,
): Promise<HeldBefore | undefined> {
  const text = files.at(-1)?.text
  if (set.kind !== 'checkin' || isNew || text === undefined) return undefined
  const index = await context.index()
  const day = dayIn(set.path)
  const heads = index.about(person.slug).filter(({ kind, path }) => kind === 'checkin' && dayIn(path) === day)
  // What lies in a file beside it (private words, a goal) would be lost if it alone differed.
  const isAlone = files.length === 1
  const notes = await index.notes(heads)
  const found = notes.map(({ path, source, note }) => ({
    id: note.facts.id,
    path,
    isSame: isAlone && said(source) === said(text),
  }))
  return found.find(({ isSame }) => isSame) ?? found[0]
}

function dayIn(path: string): string | undefined {
  return /\d{4}-\d\d-\d\d/.exec(path.split('/').at(-1) ?? '')?.[0]
}

/**
 * What one run of a file says, whatever was open beforehand: its words without headings and without what it found open,
 * and the facts that are chosen, planned and recorded; ids are drawn anew each time.
 */
function said(text: string): string {
  const plain = text.replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, 'ID')
  const facts = ['choices', 'checkin', 'events'].map(
    (key) => new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, 'm').exec(plain)?.[0] ?? '',
  )
  const body = plain.split(/^---$/m).slice(2).join('---')
  const lines = body.split('\n').filter((line) => /\S/.test(line) && !/^#|:$|Still open\.$/.test(line))
  return [...facts, ...lines].join('\n')
}
