import { findId, shortId } from '../notebook/ids.ts'
import type { OpenForm } from '../notebook/standing.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import { Trouble } from '../problem.ts'

/** Forms that were asked about somebody (slug) and are not in; with `form` only those of that template. */
export async function openForms(
  index: NoteIndex,
  person: string,
  form: string | undefined,
): Promise<readonly OpenForm[]> {
  const asked = (await index.standing()).get(person)?.asked ?? []
  return asked.filter((one) => form === undefined || one.form === form)
}

/**
 * The form that is let go: the one whose id ends in what was typed, or the only one that waits. Throws `unknown` and `ambiguous`,
 * and `usage` where none waits or where several do and none was named.
 */
export function formToDrop(open: readonly OpenForm[], typed: string | undefined, name: string): OpenForm {
  if (typed !== undefined) {
    const id = findId(
      typed,
      open.map((one) => one.id),
      'note',
    )
    const found = open.find((one) => one.id === id)
    if (found !== undefined) return found
  }
  const [only] = open
  if (only === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `No form about ${name} waits for an answer.`,
      mend: 'What was asked for: tactful list --kind form',
    })
  }
  if (open.length === 1 && typed === undefined) return only
  const all = open.map((one) => `${shortId(one.id)} (${one.form}, ${one.on})`).join(', ')
  throw new Trouble({
    kind: 'usage',
    message: `${open.length} forms about ${name} wait for an answer: ${all}.`,
    mend: `Name one of them, such as --drop ${shortId(only.id)}.`,
  })
}
