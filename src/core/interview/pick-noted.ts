import { findId } from '../notebook/ids.ts'
import { Trouble } from '../problem.ts'
import type { Option } from '../template/option.ts'
import { unusedIds } from './inbox.ts'
import type { Parsed } from './parse.ts'

/** What picks everything that no session cites yet. */
const ALL = 'all'

/**
 * Evidence named by the ends of its ids, in a list or in one text with commas or blanks between them; `all` is everything
 * not used yet. `about` is whom it is about, as a command line names them.
 */
export function pickNoted(
  raw: string | readonly string[],
  options: readonly Option[],
  about: string,
): Parsed {
  const pieces = (typeof raw === 'string' ? raw.split(/[\s,;]+/) : raw).map((one) => one.trim())
  const ids = options.map(({ value }) => value)
  const chosen = new Set<string>()
  for (const piece of pieces.filter((one) => one !== '')) {
    if (piece.toLowerCase() === ALL) {
      for (const id of unusedIds(options)) chosen.add(id)
      continue
    }
    const found = oneOf(piece, ids, about)
    if ('mistake' in found) return found
    chosen.add(found.id)
  }
  const picked = ids.filter((id) => chosen.has(id))
  return { value: picked.length === 0 ? null : picked }
}

function oneOf(
  typed: string,
  ids: readonly string[],
  about: string,
): { readonly id: string } | { readonly mistake: string; readonly mend: string } {
  try {
    return { id: findId(typed, ids, 'note') }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const { problem } = error
    if (problem.kind === 'ambiguous') {
      return {
        mistake: `"${typed}" could be ${quoted(problem.matches)}.`,
        mend: 'Write a little more of it.',
      }
    }
    const near = problem.kind === 'unknown' ? problem.near : []
    return {
      mistake: `No evidence about ${about} has an id that ends in "${typed}".`,
      mend:
        near.length > 0 ? `Did you mean ${quoted(near)}?` : 'See what there is: tactful list --kind evidence',
    }
  }
}

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(' or ')
}
