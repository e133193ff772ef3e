import { leftWith } from '../../core/asking/menu.ts'
import type { Context, Outcome } from '../../core/ports.ts'
import { askerLook } from '../../views/question.ts'
import { nothingRemoved, otherWords, sureScreen } from '../../views/sure.ts'
import { themeFor } from '../../views/theme.ts'

/**
 * Has `words` typed before something is removed for good: a yes slips out too easily. `fits` says whether what was typed will do. Gives
 * back how it ended where nothing is to be removed, and undefined where it is.
 */
export async function isSure(
  context: Context,
  what: string,
  words: string,
  fits: (typed: string) => boolean,
): Promise<Outcome | undefined> {
  const asker = await context.asker(askerLook(themeFor(context.terminal)))
  const check = async (raw: unknown): Promise<string | undefined> => {
    const typed = String(raw).trim()
    return typed === '' || fits(typed) || isNo(typed) ? undefined : otherWords(words, typed)
  }
  const reply = await asker.ask(sureScreen(what, words), check).finally(() => asker.close())
  if (reply.reply === 'answer' && fits(String(reply.raw).trim())) return undefined
  const outcome = leftWith(reply)
  if (outcome === 'done' && context.common.quiet !== true) context.terminal.err(nothingRemoved)
  return outcome
}

/** Words that can only mean: leave it. */
function isNo(typed: string): boolean {
  return /^(?:n|no|nothing|cancel|leave it)\.?$/i.test(typed)
}
