import { isDay } from '../dates.ts'
import type { Facts } from '../notebook/note.ts'
import type { Letter } from '../template/template.ts'

/** What the front matter of a form's note says of it, under `form`. */
export interface FormFacts {
  /** Id of its template. */
  readonly form: string
  /** `asked`: it was sent out; `received`: it came in filled. */
  readonly state: 'asked' | 'received'
  readonly from: Letter['from']
  /** Asked only: plain day until which an answer was hoped for. */
  readonly by?: string
}

const FROM: readonly Letter['from'][] = ['person', 'peer', 'customer']

/** The facts of a form's note; undefined where a hand has left none that can be read. */
export function formFactsOf(facts: Facts): FormFacts | undefined {
  const { form } = facts
  if (typeof form !== 'object' || form === null || !('id' in form) || !('state' in form)) return undefined
  const { id, state } = form
  const from = FROM.find((one) => 'from' in form && form.from === one) ?? 'person'
  const by = 'by' in form && typeof form.by === 'string' && isDay(form.by) ? { by: form.by } : {}
  if (typeof id !== 'string' || (state !== 'asked' && state !== 'received')) return undefined
  return { form: id, state, from, ...by }
}

/** Ids of the forms that a session used, from its fact `forms`. */
export function usedForms({ forms }: Facts): readonly string[] {
  return Array.isArray(forms) ? forms.filter((one): one is string => typeof one === 'string') : []
}
