import type { Rewritten } from '../core/notebook/rewrite.ts'
import { cleanLine } from '../core/text/clean.ts'
import { jsonText } from './json.ts'

/** What came of an edit of the file at `path`. */
export function editedText(path: string, outcome: Rewritten, json: boolean): string {
  const changed = outcome === 'changed'
  if (json) return jsonText({ path, changed })
  return `${cleanLine(changed ? `Saved.  ${path}` : `Nothing changed in ${path}`)}\n`
}

/** How an editor can be made to wait, where it did not; else empty. */
export function editorHint(outcome: Rewritten): string {
  if (outcome !== 'same at once') return ''
  return 'The editor did not wait. One with a window of its own has to: EDITOR="code --wait"\n'
}
