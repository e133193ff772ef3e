/** A text without its links, and how many there were. */
interface Unlinked {
  readonly text: string
  readonly count: number
}

const DEFINITION = /^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S.*(?:\n|$)/gmu
const INLINE =
  /!?\[((?:[^[\]\\]|\\.){0,1000})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000})?\)|\[[^\]\n]{0,200}\])/gu
const AUTO = /<(?:[a-z][a-z0-9+.-]{1,20}:|mailto:)[^\s<>]{1,2000}>/giu
const BARE =
  /(?<![\p{L}\p{N}])(?:(?:https?|ftps?|sftp|file|ssh|tel|sip|slack|teams|msteams|zoommtg|data|javascript|vbscript):|mailto:|www\.|\\\\[\p{L}\p{N}_-]+\\)[^\s<>"”)\]]{2,2000}/giu
const TAG = /<(a|img|svg|iframe|script|object|embed|link|video|audio|source)(?=[\s/>])[^<>]{0,2000}>/giu

/**
 * Takes links out: of a link with words the words stay, and where an address stands alone, `[link]` stands there instead. An address
 * may hold names, numbers of customers and of tickets.
 */
export function withoutLinks(text: string): Unlinked {
  if (!/[[<:]|www\.|\\\\/i.test(text)) return { text, count: 0 }
  let count = 0
  const gone =
    (words: (label: string) => string) =>
    (_all: string, label = ''): string => {
      count += 1
      return words(String(label))
    }
  const left = text
    .replace(
      DEFINITION,
      gone(() => ''),
    )
    .replace(
      TAG,
      gone(() => '[link]'),
    )
    .replace(
      INLINE,
      gone((label) => (label.trim() === '' ? '[link]' : label)),
    )
    .replace(
      AUTO,
      gone(() => '[link]'),
    )
    .replace(
      BARE,
      gone(() => '[link]'),
    )
  return { text: left, count }
}
