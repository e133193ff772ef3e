import type { Person } from '../notebook/note.ts'
import type { Clock } from '../ports/clock.ts'
import type { DraftHead } from '../ports/drafts.ts'
import type { Ids } from '../ports/ids.ts'
import type { NoteFiles, SaveFile } from '../ports/note-files.ts'
import type { NoteSet } from '../session/compose.ts'
import type { Plan } from './plan.ts'
import type { SaveFacts, Step, Value } from './state.ts'

/** The doors that saving needs. */
export interface FinishDoors {
  readonly ids: () => Promise<Ids>
  readonly clock: Clock
  /** Name of the person who prepares, when it is known. */
  readonly author: string | undefined
  readonly keep: (step: Step) => Promise<void>
  /** The notebook, for what completes a note that is there. */
  readonly files: () => Promise<NoteFiles>
}

/** What an interview becomes, with the texts of its files; nothing is written yet. */
export interface Composed {
  readonly set: NoteSet
  readonly files: readonly SaveFile[]
  readonly person: Person
  /** The person has no file yet. */
  readonly isNew: boolean
}

/**
 * Composes the notes of a finished interview. What they take from the world is kept in the draft first, or taken from
 * `saved` when it was kept before, so that finishing twice gives the same files.
 */
export async function composeNotes(
  plan: Plan,
  head: Pick<DraftHead, 'note'>,
  saved: SaveFacts | undefined,
  doors: FinishDoors,
): Promise<Composed> {
  const [{ compose, idsNeeded }, { saveFiles }] = await Promise.all([
    import('../session/compose.ts'),
    import('../session/files.ts'),
  ])
  const { person, isNew } = await personOf(plan)
  const needed = idsNeeded(plan)
  const facts = saved !== undefined && saved.ids.length >= needed ? saved : await freshFacts(needed, doors)
  if (plan.interview.template.kind === 'talk') {
    const { composeTalk } = await import('../talk/compose.ts')
    return composeTalk(plan, { ...facts, id: head.note, person, isNew }, await doors.files())
  }
  const set = compose(plan, { ...facts, id: head.note, person, isNew })
  return { set, files: saveFiles(set), person, isNew }
}

/** Publishes the notes, unless a save that was made before already did. What takes the place of another text is compared with it. */
export async function publish(composed: Composed, files: NoteFiles): Promise<void> {
  const isNew = composed.files.at(-1)?.before === undefined
  if (isNew && (await files.read(composed.set.path)) !== undefined) return
  await files.saveAll(composed.files)
}

async function freshFacts(needed: number, { ids, clock, author, keep }: FinishDoors): Promise<SaveFacts> {
  const source = needed === 0 ? undefined : await ids()
  const facts: SaveFacts = {
    ids: Array.from({ length: needed }, () => source?.next() ?? ''),
    now: clock.now(),
    today: clock.today(),
    ...(author === undefined ? {} : { author }),
  }
  await keep({ step: 'save', facts })
  return facts
}

/** Who it is about: somebody with a file, or somebody new. A name given before the file was there still finds it. */
async function personOf(plan: Plan): Promise<{ readonly person: Person; readonly isNew: boolean }> {
  const { people } = plan.world
  const value = personValue(plan)
  const known = people.find((person) => person.slug === value)
  if (known !== undefined) return { person: known, isNew: false }
  const { fold } = await import('../notebook/people.ts')
  const { newPerson } = await import('../notebook/new-person.ts')
  const named = people.find((person) => fold(person.name) === fold(value))
  return named === undefined
    ? { person: newPerson(value, people), isNew: true }
    : { person: named, isNew: false }
}

function personValue(plan: Plan): string {
  const asked = plan.spots.find((spot) => spot.question.type === 'person')
  const value: Value | undefined = asked === undefined ? undefined : plan.values.get(asked.path)
  return value === undefined ? 'somebody' : String(value)
}
