/** Keys that are not text, named for what they do in a field or a list. */
export type KeyName =
  | 'enter'
  | 'newline'
  | 'back'
  | 'escape'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'home'
  | 'end'
  | 'page-up'
  | 'page-down'
  | 'word-left'
  | 'word-right'
  | 'backspace'
  | 'delete'
  | 'delete-word'
  | 'delete-left'
  | 'delete-right'
  | 'editor'
  | 'interrupt'
  | 'ctrl-d'
  | 'redraw'
  | 'suspend'

/** One press: text typed, a block pasted (line breaks as `\n`), or a named key. */
export type Key = { readonly key: 'text' | 'paste'; readonly text: string } | { readonly key: KeyName }
