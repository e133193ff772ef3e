import type { QuestionScreen } from '../core/ports/asker.ts'
import { cleanLine } from '../core/text/clean.ts'

/** Asks for words to be typed before something is removed for good; Enter alone leaves everything as it is. */
export function sureScreen(what: string, words: string): QuestionScreen {
  return {
    title: what,
    progress: '',
    ask: `To remove it for good, type: ${cleanLine(words)}`,
    help: 'Enter alone leaves everything as it is.',
    examples: [],
    context: [],
    input: 'line',
    options: [],
    other: false,
    required: false,
    canFinish: false,
    canGoBack: false,
    deeper: 0,
    notices: [],
    label: 'Typed',
    alone: 'leaves it as it is',
  }
}

/** The words were not typed. */
export const nothingRemoved = 'Nothing was removed.\n'

/** What is said when other words were typed. */
export function otherWords(words: string, typed: string): string {
  const isYes = /^y(?:es)?$/i.test(typed)
  return isYes
    ? `A yes alone slips out too easily. To remove it, type "${cleanLine(words)}". Enter alone leaves it.`
    : `These are other words than "${cleanLine(words)}". Type them as they stand, or press Enter alone.`
}
