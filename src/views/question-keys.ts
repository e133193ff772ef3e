import { numbersPick } from '../core/asking/press-list.ts'
import { modeOf, type Screen } from '../core/asking/rows.ts'
import { type AskState, isProposal, withOwn } from '../core/asking/state.ts'
import { pieces } from './layout.ts'
import type { Theme } from './theme.ts'

/** The keys that work now, under everything else. */
export function keyLines(theme: Theme, screen: Screen, state: AskState, width: number): readonly string[] {
  const mode = modeOf(screen)
  const deeper = 'input' in screen && screen.deeper > 0 ? [`:deeper ${screen.deeper} more here`] : []
  const words = !('input' in screen)
    ? 'more'
    : screen.words !== undefined
      ? screen.words.map(({ word }) => word).join(', ')
      : screen.required
        ? 'why, review'
        : 'why, skip, review'
  const ready = !('input' in screen)
    ? ''
    : screen.prepared !== undefined
      ? 'all you prepared, '
      : screen.ready !== undefined
        ? 'all examples, '
        : ''
  const keys = [
    mode === 'many' ? (numbersPick(screen) ? 'space or number marks' : 'space marks') : '',
    'input' in screen && screen.narrows === true ? 'letters narrow the list' : '',
    enterWords(screen, state),
    mode === 'yes-no' ? 'y or n' : '',
    withOwn(screen, state) !== undefined ? 'esc your own words' : screen.canGoBack ? 'shift-tab back' : '',
    mode === 'text' ? textKey(screen, width) : '',
    `? ${ready}${words}`,
    ...deeper,
  ].filter((key) => key !== '')
  return pieces(keys, width - 2).map((line) => `  ${theme.dim(line)}`)
}

/** The key worth naming where one types: the next line where each is an answer, else the editor. */
function textKey(screen: Screen, width: number): string {
  if (!('input' in screen) || screen.list !== true) return 'ctrl-o editor'
  return width < 60 ? 'alt-enter line' : 'alt-enter next line'
}

/** What Enter does now. */
function enterWords(screen: Screen, state: AskState): string {
  const mode = modeOf(screen)
  if ('input' in screen && screen.unmarked === true && state.pointer < 0 && state.field.text === '') {
    return screen.required ? 'letters, then enter' : 'enter alone skips'
  }
  if (!('input' in screen) || mode === 'one' || mode === 'yes-no') {
    return mode === 'one' && numbersPick(screen) ? 'enter or a number chooses' : 'enter chooses'
  }
  if (isProposal(screen, state)) return 'enter takes it, typing replaces it'
  if (state.field.text.trim() !== '') return mode === 'many' ? 'enter marks' : 'enter next'
  if (mode === 'many' && state.marked.length > 0) return 'enter goes on'
  if (screen.alone !== undefined) return screen.alone
  if (screen.canFinish) return 'enter alone: that is all'
  if (!screen.required) return mode === 'many' ? 'enter alone: none' : 'enter alone skips'
  return mode === 'many' ? 'enter goes on' : 'enter next'
}

/** The key line while the help is open; `next` is what another `?` shows, if anything. */
export function closing(theme: Theme, width: number, next?: string): readonly string[] {
  const keys = [...(next === undefined ? [] : [`? once more: ${next}`]), 'esc closes this']
  return pieces(keys, width - 2).map((line) => `  ${theme.dim(line)}`)
}
