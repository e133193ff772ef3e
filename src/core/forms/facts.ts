import { isDay } from '../dates.ts'
import type { Facts } from '../notebook/note.ts'

/** Who answers a form. */
type FormSource = 'person' | 'peer' | 'customer'

/** What the front matter of a form's note says of it, under `form`. */
interface FormFacts {
  /** Id of its template. */
  readonly form: string
  /** `asked`: it was sent out; `received`: it came in filled. */
  readonly state: 'asked' | 'received'
  readonly from: FormSource
  /** Asked only: plain day until which an answer was hoped for. */
  readonly by?: string
}

const FROM: readonly FormSource[] = ['person', 'peer', 'customer']

/** The facts of a form's note; undefined where a hand has left none that can be read. */
export function formFactsOf(facts: Facts): FormFacts | undefined {
  if (typeof facts.form !== 'object' || facts.form === null) return undefined
  const { id, state, from: source, by } = facts.form as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' || (state !== 'asked' && state !== 'received')) return undefined
  const from = FROM.find((one) => one === source) ?? 'person'
  return { form: id, state, from, ...(typeof by === 'string' && isDay(by) ? { by } : {}) }
}

/** Ids of the forms that a session used, from its fact `forms`. */
export function usedForms({ forms }: Facts): readonly string[] {
  return Array.isArray(forms) ? forms.filter((one): one is string => typeof one === 'string') : []
}
