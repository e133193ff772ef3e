/** What a terminal sends for a key. */
export const KEYS = {
  enter: '\r',
  'alt-enter': '\u001b\r',
  'shift-enter': '\u001b[13;2u',
  tab: '\t',
  'shift-tab': '\u001b[Z',
  escape: '\u001b',
  space: ' ',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  'page-up': '\u001b[5~',
  'page-down': '\u001b[6~',
  backspace: '\u007f',
  delete: '\u001b[3~',
  'ctrl-a': '\u0001',
  'ctrl-b': '\u0002',
  'ctrl-c': '\u0003',
  'ctrl-d': '\u0004',
  'ctrl-e': '\u0005',
  'ctrl-f': '\u0006',
  'ctrl-k': '\u000b',
  'ctrl-l': '\u000c',
  'ctrl-o': '\u000f',
  'ctrl-u': '\u0015',
  'ctrl-w': '\u0017',
  'ctrl-z': '\u001a',
  'ctrl-left': '\u001b[1;5D',
  'ctrl-right': '\u001b[1;5C',
  'alt-b': '\u001bb',
  'alt-f': '\u001bf',
  'alt-backspace': '\u001b\u007f',
} as const

/** A key by name. */
export type KeyPress = keyof typeof KEYS

/** A block as a terminal with bracketed paste sends it. */
export function pasted(text: string): string {
  return `\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`
}
