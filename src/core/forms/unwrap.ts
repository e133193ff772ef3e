import { withoutTwins, withPartsDecoded } from './parts.ts'

/** A text as it came, made plain: what a mail program or an editor wrapped around the words is taken off. */
interface Unwrapped {
  /** Lines end in `\n`; quotations still begin with `>`. */
  readonly text: string
  /** Attachments pasted into the text that were folded into one line each. */
  readonly folded: number
}

const HTML = /<(?:br|div|p|span|blockquote|table|td|li|html|body)\b[^<>]{0,2000}>/i
/** Signs of an encoding that a mail program should have taken off: accents, a space at the end of a line, a line cut at its 76th place. */
const ENCODED =
  /transfer-encoding:\s*quoted-printable|=(?:C[2-9A-F]|D[0-9A-F]|E[0-9A-F])=[89AB][0-9A-F]|=20(?:\n|$)|=\n(?<=[^\n]{60}=\n)/i
const LINE_END = /\r\n?|[\u2028\u2029]/g
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi
const ENCODED_WORD = /=\?([\w-]{2,30})\?([BQ])\?([^?\s]{0,500})\?=/gi
const BLOB = /^[>\s]*[A-Za-z0-9+/]{60,}={0,2}\s*$/
const BLOB_END = /^[>\s]*[A-Za-z0-9+/]{1,80}={0,2}\s*$/
/** Fewer lines than this may be a long word; an attachment has more. */
const BLOB_LINES = 3

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", rsquo: '’', lsquo: '‘', ldquo: '“' },
  ...{ rdquo: '”', hellip: '…', ndash: '–', mdash: '—', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß' },
  ...{ eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', ntilde: 'ñ', euro: '€' },
}

/** Takes marks of encodings, tags, entities and pasted attachments off a text. Takes time in proportion to its length; no word of a plain text is lost. */
export function unwrap(source: string): Unwrapped {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replace(LINE_END, '\n')
    .replace(/[\u200B\u200C\u2060\u00AD\uFEFF]/g, '')
  const decoded = decodedParts(withoutTwins(lines))
  const { text, folded } = fold(HTML.test(decoded) ? withoutTags(decoded) : decoded)
  const spaced = text.replace(ENTITY, entity).replace(/[\u00A0\u2007\u202F\t]/g, ' ')
  return { text: spaced, folded }
}

/**
 * A text with every word in it that a mail program encoded as letters again, so that a name can be found in it; attachments and tags
 * stay. A text in which nothing is encoded stays as it is, to the last byte.
 */
export function withWordsDecoded(source: string): string {
  const lines = source.replace(LINE_END, '\n')
  const decoded = decodedParts(lines.replace(ENCODED_WORD, encodedWord))
  const readable = HTML.test(decoded) ? decoded.replace(ENTITY, entity) : decoded
  return readable === lines ? source : readable
}

function decodedParts(lines: string): string {
  const parts = withPartsDecoded(lines)
  return ENCODED.test(parts) ? decode(parts) : parts
}

/** A word in the header of a mail: `=?utf-8?Q?Ren=C3=A9?=`. */
function encodedWord(whole: string, charset: string, way: string, coded: string): string {
  try {
    const letters =
      way.toUpperCase() === 'B'
        ? atob(coded)
        : coded
            .replace(/_/g, ' ')
            .replace(/=([0-9A-F]{2})/gi, (_code, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            )
    return new TextDecoder(charset).decode(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)))
  } catch {
    return whole
  }
}

function decode(text: string): string {
  const isOld = /charset="?(?:iso-8859|windows-125)/i.test(text)
  return text.replace(/(?<!\?)=\n/g, '').replace(/(?:=[0-9A-F]{2})+/g, (codes) => {
    const bytes = codes
      .slice(1)
      .split('=')
      .map((code) => Number.parseInt(code, 16))
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
    } catch {
      return isOld ? new TextDecoder('windows-1252').decode(Uint8Array.from(bytes)) : codes
    }
  })
}

function entity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : whole
}

/** Tags become the line breaks they stood for; a quotation becomes lines that begin with `>`. */
function withoutTags(html: string): string {
  const bare = without(without(without(html, '<style', '</style>'), '<script', '</script>'), '<!--', '-->')
  const marked = bare
    .replace(/<blockquote\b[^<>]{0,2000}>/gi, '\n\u0001')
    .replace(/<\/blockquote>/gi, '\u0002\n')
    .replace(/<li\b[^<>]{0,2000}>/gi, '\n- ')
    .replace(
      /<(?:br|p|div|tr|h[1-6]|ul|ol|table|hr)\b[^<>]{0,2000}>|<\/(?:p|div|tr|h[1-6]|ul|ol|table)>/gi,
      '\n',
    )
    .replace(
      /<\/?(?:a|b|i|u|s|em|strong|font|span|small|td|th|tbody|thead|html|head|body|meta|title|img|link|o:p|li|sub|sup|center)\b[^<>]{0,2000}>/gi,
      '',
    )
  let depth = 0
  return marked
    .split('\n')
    .map((line) => {
      depth += line.split('\u0001').length - 1
      const quoted = depth === 0 ? '' : `${'>'.repeat(depth)} `
      depth = Math.max(0, depth - (line.split('\u0002').length - 1))
      return `${quoted}${line.replace(/[\u0001\u0002]/g, '').trim()}`
    })
    .join('\n')
}

/** A text without all that stands between two marks; what is never closed stays. */
function without(text: string, from: string, to: string): string {
  const lower = text.toLowerCase()
  const kept: string[] = []
  let at = 0
  for (;;) {
    const start = lower.indexOf(from, at)
    const end = start < 0 ? -1 : lower.indexOf(to, start)
    if (start < 0 || end < 0) return kept.join('') + text.slice(at)
    kept.push(text.slice(at, start))
    at = end + to.length
  }
}

/** Lines of an attachment become one line that says so. */
function fold(text: string): { readonly text: string; readonly folded: number } {
  let folded = 0
  const shown: string[] = []
  const lines = text
    .replace(/\bdata:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]{40,}/g, () => {
      folded += 1
      return '[picture]'
    })
    .split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    let end = at
    while (end < lines.length && BLOB.test(lines[end] ?? '')) end += 1
    if (end - at < BLOB_LINES) {
      shown.push(lines[at] ?? '')
      continue
    }
    if (BLOB_END.test(lines[end] ?? '')) end += 1
    folded += 1
    shown.push(`${/^[>\s]*/.exec(lines[at] ?? '')?.[0] ?? ''}[attachment, ${end - at} lines]`)
    at = end - 1
  }
  return { text: shown.join('\n'), folded }
}
