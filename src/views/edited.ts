import { formatDay } from '../core/dates.ts'
import type { Settled } from '../core/evidence/follow-lines.ts'
import { differingWords } from '../core/evidence/said-facts.ts'
import type { Rewritten } from '../core/notebook/rewrite.ts'
import { cleanLine } from '../core/text/clean.ts'
import { jsonText } from './json.ts'
import { wrapped } from './table.ts'

/** What came of an edit of the file at `path`. */
export function editedText(path: string, outcome: Rewritten, json: boolean, settled?: Settled): string {
  const changed = outcome === 'changed'
  if (json) {
    return jsonText({ path, changed, ...settled })
  }
  return `${cleanLine(changed ? `Saved.  ${path}` : `Nothing changed in ${path}`)}\n`
}

/** Names the texts that an earlier edit could not save; empty where there are none. */
export function besideText(paths: readonly string[], width: number): string {
  if (paths.length === 0) return ''
  const [it, them] = paths.length === 1 ? ['A text', 'it'] : ['Texts', 'them']
  const words = `${it} that could not be saved before still stands beside this note. Take from ${them} what you need, then take ${them} away:`
  const lines = paths.map((path) => wrapped(cleanLine(path), width, '  '))
  return `${[wrapped(paths.length === 1 ? words : words.replace(' stands', ' stand'), width), ...lines].join('\n')}\n`
}

/** What followed the lines that were edited, and where lines and facts differ even so; a line each. */
export function settledText({ followed, differing }: Settled, width: number): string {
  const lines = [
    ...followed.map(({ label, fact, now }) => {
      if (now === undefined) return `${label} has no ${fact} any more.`
      return `${label}: the ${fact} is now ${fact === 'day' ? formatDay(now) : now}.`
    }),
    ...differing.map((one) => `${differingWords(one)} Lists and counts go by the facts.`),
  ]
  return lines.map((line) => `${wrapped(cleanLine(line), width)}\n`).join('')
}

/** How an editor can be made to wait, where it was back at once with nothing changed; else empty. */
export function editorHint(outcome: Rewritten): string {
  if (outcome !== 'same at once') return ''
  return 'The editor was back at once. To make one wait: EDITOR="code --wait"\n'
}
