import type { Person } from '../notebook/note.ts'
import { fold } from '../notebook/people.ts'

/**
 * Names of other people that stand in a text; for evidence whose source wishes to stay unnamed. Whole names and aliases
 * count, case and accents do not matter.
 */
export function othersNamed(text: string, about: string, people: readonly Person[]): readonly string[] {
  const words = ` ${fold(text).replace(/[^\p{L}\p{N}']+/gu, ' ')} `
  return people
    .filter(({ slug }) => slug !== about)
    .filter(({ name, aliases }) =>
      [name, ...aliases].some((one) => {
        const wanted = fold(one)
          .replace(/[^\p{L}\p{N}']+/gu, ' ')
          .trim()
        return wanted !== '' && words.includes(` ${wanted} `)
      }),
    )
    .map(({ name }) => name)
}
