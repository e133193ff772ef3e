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
/** Endings of hosts that no sentence and no file name ends in; two letters only where a further dot or a path says that it is a host. */
const ENDINGS =
  'com|org|net|edu|gov|info|biz|online|shop|site|cloud|app|dev|tech|store|page|example|test|local|localhost|internal|intranet|corp|lan|home|invalid'
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?`
/** A host without its scheme: "wiki.example.org/x", "crm.example.de", "desk.local:8080". */
const HOST = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._%+/\\-])(?:(?:${LABEL}\.){1,6}(?:${ENDINGS})(?![\p{L}\p{N}-]|\.\p{L})|(?:${LABEL}\.){2,6}(?!(?:md|ts|js|py|sh|pl|rs|cc|gz)(?![\p{L}\p{N}]))[a-z]{2}(?![\p{L}\p{N}-]|\.\p{L})|(?:${LABEL}\.){1,6}\p{L}{2,24}(?=:\d{2,5}|/[\p{L}\p{N}#?]))(?::\d{1,5})?(?:[/?#][^\s<>"”)\]|]{0,2000})?`,
  'gu',
)
const TAG = /<(a|img|svg|iframe|script|object|embed|link|video|audio|source)(?=[\s/>])[^<>]{0,2000}>/giu

/**
 * Takes links out: of a link with words the words stay, and where an address stands alone, `[link]` stands there instead. An address
 * may hold names, numbers of customers and of tickets.
 */
export function withoutLinks(text: string): Unlinked {
  if (!/[[<:]|\p{L}\.\p{L}|\\\\/iu.test(text)) return { text, count: 0 }
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
    .replace(HOST, (found) => {
      // A dot that ends the sentence does not lead anywhere.
      const [end = ''] = /[.,;:!?'*_]*$/.exec(found) ?? []
      count += 1
      return `[link]${end}`
    })
  return { text: left, count }
}
