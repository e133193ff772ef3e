import type { Finding } from '../wording/finding.ts'
import type { Clues } from './clues.ts'
import { LEAVING, type MoveKind, PLAIN_KINDS } from './moves.ts'

/** From this share on, a sentence hurts; up to the other it is kind, or to the third where phrases say so. In between it meets an answer that fits anything. */
const HURTS = 0.6
const KIND = 0.3
const EVEN = (HURTS + KIND) / 2

/** A kind that is less likely than this is no reading at all. */
const LEAST = 0.12

/** A talk cannot be taken up again once it has ended: where no phrase says so, its end has to be as likely as not. */
const ENDS = 0.5

/** So likely, a kind that phrases know of too stands beside a likelier one. */
const BESIDE = 0.3

/**
 * The kinds of a sentence, from what the ear hears (`shares`, one for each of `kinds`) and what phrases and rules know: the
 * likeliest one of its side, and those that stand beside it. None where nothing is likely enough, or where it could hurt as well as not.
 */
export function weigh(
  kinds: readonly MoveKind[],
  clues: Clues,
  shares: readonly number[],
): ReadonlyMap<MoveKind, Finding | undefined> {
  const share = (kind: MoveKind) => shares[kinds.indexOf(kind)] ?? 0
  const hurt = kinds.filter(isHurting).reduce((sum, kind) => sum + share(kind), 0)
  const hurts = hurt >= HURTS
  if (!hurts && hurt > (isKnownKind(clues) ? EVEN : KIND)) return new Map()
  const side = kinds.filter((kind) => isHurting(kind) === hurts)
  const top = side.reduce((best, kind) => (share(kind) > share(best) ? kind : best))
  const least = top.id === LEAVING && !clues.kinds.has(top) ? ENDS : LEAST
  if (share(top) < least || top.id === PLAIN_KINDS[2]) return new Map()
  const beside = side.filter(
    (kind) => kind !== top && clues.kinds.has(kind) && (stands(kinds, kind, top) || share(kind) >= BESIDE),
  )
  return new Map([top, ...beside].map((kind) => [kind, clues.kinds.get(kind)]))
}

/** Whether phrases and rules know of something in it, and of nothing that hurts. */
function isKnownKind({ kinds }: Clues): boolean {
  const said = [...kinds.keys()].filter(({ id }) => id !== PLAIN_KINDS[1])
  return said.length > 0 && !said.some(isHurting)
}

function isHurting(kind: MoveKind): boolean {
  return kind.mood < 0
}

/** What hurts is told of in full; of the rest, what is lighter than the likeliest one, or is answered first. */
function stands(kinds: readonly MoveKind[], kind: MoveKind, top: MoveKind): boolean {
  return isHurting(kind) || kinds.indexOf(kind) > kinds.indexOf(top)
}
