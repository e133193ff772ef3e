import { clean } from '../text/clean.ts'
import type { Finding } from '../wording/finding.ts'
import { type Clues, createClues } from './clues.ts'
import type { Ear } from './ear.ts'
import { type MoveKind, type Moves, PLAIN_KINDS } from './moves.ts'
import { sentencesOf } from './sentence.ts'
import { weigh } from './weigh.ts'

/** One move of a line: its kind, the sentence it stands in as it was typed, and the finding that told of it. */
export interface Move {
  readonly kind: MoveKind
  readonly words: string
  readonly finding?: Finding
}

/** What somebody says in one turn, and the moves in it: the heaviest first, one that does not hurt once, never none. */
export interface Heard {
  readonly said: string
  readonly moves: readonly Move[]
}

/** Longest line that is looked at, in UTF-16 units; nobody says more in one turn. */
const LONGEST = 2000

/** Reads the moves of a line. */
export type Recogniser = (line: string) => Heard

/**
 * Makes a recogniser from the moves that ship: `check` finds what the wording rules and the model have to say of a sentence, `ear`
 * weighs that with its words. Without an ear phrases and rules decide alone. Throws a SyntaxError for a phrase that is none, which
 * the build does not let through.
 */
export function createRecogniser(
  moves: Moves,
  check: (text: string) => readonly Finding[],
  ear?: Ear,
): Recogniser {
  const cluesOf = createClues(moves, check)
  const order = moves.kinds
  const [silence, , other] = PLAIN_KINDS.map((id) => order.find((kind) => kind.id === id))

  const kindsOf = (clues: Clues) => (ear === undefined ? clues.kinds : weigh(order, clues, ear(clues)))

  return (line) => {
    const said = clean(line).slice(0, LONGEST).trim()
    const plain = (kind: MoveKind | undefined): Heard => ({
      said,
      moves: kind === undefined ? [] : [{ kind, words: said }],
    })
    if (!/[\p{L}\p{N}]/u.test(said)) return plain(silence)
    const found = sentencesOf(said).flatMap((sentence) => movesOf(sentence.text, kindsOf(cluesOf(sentence))))
    const heaviest = [...found].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    const once = heaviest.filter((move, at) => heaviest.findIndex((one) => isSame(move, one)) === at)
    return once.length === 0 ? plain(other) : { said, moves: once }
  }
}

function movesOf(text: string, kinds: ReadonlyMap<MoveKind, Finding | undefined>): readonly Move[] {
  const words = text.trim()
  return [...kinds].map(([kind, finding]) => ({
    kind,
    words,
    ...(finding === undefined ? {} : { finding }),
  }))
}

/** Each sentence that hurts counts, so that none is passed over in the end; of any other kind, the first. */
function isSame(one: Move, other: Move): boolean {
  return one.kind === other.kind && (one.kind.mood >= 0 || one.words === other.words)
}
