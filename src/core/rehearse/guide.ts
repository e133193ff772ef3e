import type { Asker, Ended, QuestionScreen } from '../ports/asker.ts'
import type { Recogniser } from './move.ts'
import { say, type Talk, takeBack } from './talk.ts'

/** How a rehearsal looks and sounds while it is played; made in the views. */
export interface RehearsalWords {
  /** `typed` is what stands in the field at first. */
  readonly screen: (talk: Talk, typed: string) => QuestionScreen
  /** The last turn: what was said, and what came back. */
  readonly turn: (talk: Talk) => string
  /** What one could try now. */
  readonly hint: (talk: Talk) => string
  /** Everything that was said so far. */
  readonly soFar: (talk: Talk) => string
  /** One turn was taken back. */
  readonly back: (talk: Talk) => string
}

/** A rehearsal as it was left: at its end, or before it by the player's wish (`quit`) or with the terminal. */
export interface Played {
  readonly talk: Talk
  readonly left?: 'quit' | Ended
}

/** Plays one rehearsal with somebody at the keyboard, turn by turn, until it ends or is left. Nothing of it is kept. */
export async function play(
  asker: Asker,
  words: RehearsalWords,
  recognise: Recogniser,
  start: Talk,
): Promise<Played> {
  let talk = start
  let typed = ''
  while (talk.ending === undefined) {
    const reply = await asker.ask(words.screen(talk, typed), async () => undefined)
    if (reply.reply === 'quit') return { talk, left: reply.ended ?? 'quit' }
    if (reply.reply === 'back' && talk.turns.length > 0) {
      typed = talk.turns.at(-1)?.heard.said ?? ''
      talk = takeBack(talk)
      asker.say(words.back(talk))
    } else if (reply.reply === 'answer' && reply.raw === ':hint') {
      asker.say(words.hint(talk))
    } else if (reply.reply === 'answer' || reply.reply === 'skip') {
      typed = ''
      talk = say(talk, recognise(reply.reply === 'answer' ? String(reply.raw) : ''))
      asker.say(words.turn(talk))
    } else {
      asker.say(words.soFar(talk))
    }
  }
  return { talk }
}

/** Plays a rehearsal from lines, one a turn, as far as they go; `unused` are those that came after its end. */
export function playLines(
  recognise: Recogniser,
  start: Talk,
  lines: readonly string[],
): { readonly talk: Talk; readonly unused: number } {
  let talk = start
  let used = 0
  for (const line of lines) {
    if (talk.ending !== undefined) break
    talk = say(talk, recognise(line))
    used += 1
  }
  return { talk, unused: lines.length - used }
}

/** The lines of a text: one a turn, an empty one is a pause; the line break at its end begins no turn. */
export function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  return lines
}
