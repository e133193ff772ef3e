import type { Hit } from '../core/notebook/index/search.ts'
import type { Snippet } from '../core/notebook/index/snippet.ts'
import { cleanLine } from '../core/text/clean.ts'
import { textRows } from '../core/text/rows.ts'
import { WIDEST } from './layout.ts'
import { noteTable } from './notes.ts'
import type { Theme } from './theme.ts'

/** One note that was found, with the words around the match. */
interface Shown {
  readonly hit: Hit
  readonly snippet: Snippet
}

const INDENT = '  '

/** Notes that were found: each as in a list, then the words around the match, with the match marked where there is colour. */
export function hitsText(
  shown: readonly Shown[],
  names: ReadonlyMap<string, string>,
  theme: Theme,
  width: number,
): string {
  return shown
    .map(({ hit, snippet }) => {
      const { head } = hit
      const line = noteTable([{ ...head, template: head.template ?? null }], names, width)
      const where = hit.private ? [`${INDENT}${theme.dim('in your private part:')}`] : []
      return `${[line.trimEnd(), ...where, ...snippetLines(snippet, theme, width)].join('\n')}\n`
    })
    .join('\n')
}

/** The words around a match, broken to the width; marks stay on their words. */
function snippetLines({ text, marks }: Snippet, theme: Theme, width: number): readonly string[] {
  // One character stands for one, so that the marks stay where they are.
  const line = cleanLine(text.replaceAll('\r\n', '  ')).padEnd(text.length)
  return textRows(line, Math.min(width, WIDEST) - INDENT.length).flatMap(({ start, end }) => {
    let painted = ''
    let at = start
    for (const mark of marks) {
      const from = Math.max(mark.start, at)
      const to = Math.min(mark.end, end)
      if (from >= to) continue
      painted += `${line.slice(at, from)}${theme.found(line.slice(from, to))}`
      at = to
    }
    const ready = `${painted}${line.slice(at, end)}`.trimEnd()
    return ready === '' ? [] : [`${INDENT}${ready}`]
  })
}

/** What stands on stderr for words that were taken for another. */
export function insteadLines(
  corrected: readonly { readonly typed: string; readonly read: string }[],
): string {
  return corrected
    .map(
      ({ typed, read }) =>
        `No note says "${cleanLine(typed)}". Did you mean "${cleanLine(read)}"? These notes do.\n`,
    )
    .join('')
}

/** What stands on stderr where nothing was found. */
export function nothingLine(unknown: readonly string[]): string {
  const [word] = unknown
  return word === undefined
    ? 'No note has all of these words.\n'
    : `No note says "${cleanLine(word)}", or anything close to it.\n`
}
