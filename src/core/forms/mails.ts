/** One line of a text that may have gone through several mails. */
export interface MailLine {
  /** Its words, without the marks of a quotation. */
  readonly text: string
  /** How deep it is quoted. */
  readonly depth: number
  /** Which mail wrote it: an index into the mails; -1 for an empty line and for noise. */
  readonly mail: number
  /** It belongs to the mail program: a header, "On ... wrote:", a boundary. */
  readonly isNoise: boolean
  /** What stands behind it was written by somebody else, or at another time. */
  readonly isBreak: boolean
}

/** One mail of a thread, as far as the text tells. */
export interface Mail {
  readonly depth: number
  /** What its header or the line above its quotation says of who wrote it, and when. */
  readonly head: string
}

const HEADER =
  /^\*{0,2}(?:from|to|cc|bcc|sent|date|subject|reply-to|message-id|in-reply-to|references|mime-version|content-[\w-]{1,40}|x-[\w-]{1,60}|received|return-path|delivered-to|dkim-signature|authentication-results|importance|attachments|von|gesendet|an|betreff|datum|de|envoyé|à|objet|enviado|para|asunto|da|inviato|oggetto):\*{0,2}(?:\s|$)/i
const FROM = /^\*{0,2}(?:from|von|de|da|return-path|received):/i
/** Any other header of a mail has a hyphen in its name; what people write before a colon seldom does. */
const OTHER_HEADER = /^[A-Za-z]{2,20}-[\w-]{2,40}:\s/
const MOST_HEADERS = 200
const MIME = /^(?:content-[\w-]{1,40}|mime-version):/i
const WROTE =
  /\b(?:wrote|writes|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|skrev)\b[^\n]{0,120}:\s*$/i
const WROTE_BEGINS = /^(?:on|am|le|el|op|il|em|den)\b.{0,200}\d/i
const ORIGINAL =
  /^[-_*\s]{2,}(?:original message|original-nachricht|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht|message d'origine|mensaje original)[-_*\s]*$|^begin forwarded message:\s*$/i
const BOUNDARY = /^--[\w=.'()+-]{12,}$/
const RULE = /^[\s_*=~-]{3,}$/

type Noise = 'header' | 'wrote' | 'other'

/**
 * Takes a text apart into lines and the mails they belong to. A line that nobody quoted belongs to the newest mail, also where it
 * stands between quoted ones; a header that is not quoted begins an older mail. Takes time in proportion to the text.
 */
export function mailLines(text: string): {
  readonly lines: readonly MailLine[]
  readonly mails: readonly Mail[]
} {
  const raw = text.split('\n').map(unquoted)
  const noise = noiseIn(raw, boundariesIn(text))
  const mails: Mail[] = []
  const open: (number | undefined)[] = []
  let head: string[] = []
  const mailAt = (depth: number): number => {
    if (head.length > 0 || open[depth] === undefined) {
      open.length = Math.min(open.length, depth)
      open[depth] = mails.push({ depth, head: head.join('\n') }) - 1
      head = []
    }
    return open[depth] ?? 0
  }
  const lines = raw.map(({ text: words, depth }, at): MailLine => {
    const kind = noise[at]
    if (kind === 'header' || kind === 'wrote') head.push(words)
    const isSaid = kind === undefined && words !== ''
    return {
      text: words,
      depth,
      mail: isSaid ? mailAt(depth) : -1,
      isNoise: kind !== undefined,
      isBreak: kind === 'header' || kind === 'wrote',
    }
  })
  return { lines, mails }
}

interface RawLine {
  readonly text: string
  readonly depth: number
  /** It begins with a space: in headers it goes on from the line before. */
  readonly isIndented: boolean
}

/** A line without the `>` in front of it, and how many there were. */
function unquoted(line: string): RawLine {
  const mark = /^(?:\s{0,3}>)+ ?/.exec(line)?.[0] ?? ''
  const rest = line.slice(mark.length)
  return { text: rest.trim(), depth: mark.replace(/[^>]/g, '').length, isIndented: /^\s+\S/.test(rest) }
}

/** The lines that part a mail which names its own boundaries, however short they are. */
function boundariesIn(text: string): ReadonlySet<string> {
  const named = [...text.matchAll(/\bboundary="?([^\s";]{1,70})/gi)].map(([, name = '']) => `--${name}`)
  return new Set(named.flatMap((line) => [line, `${line}--`]))
}

/** What in the lines belongs to mail programs. */
function noiseIn(raw: readonly RawLine[], boundaries: ReadonlySet<string>): readonly (Noise | undefined)[] {
  const found: (Noise | undefined)[] = raw.map(() => undefined)
  for (let at = 0; at < raw.length; at += 1) {
    const text = raw[at]?.text ?? ''
    if (text.length > 300) continue
    const headers = HEADER.test(text) ? headersFrom(raw, at) : 0
    if (headers > 0) {
      const own = raw.slice(at, at + headers).map((line) => line.text)
      const kind = own.every((line) => MIME.test(line) || !HEADER.test(line)) ? 'other' : 'header'
      found.fill(kind, at, at + headers)
      at += headers - 1
    } else if (ORIGINAL.test(text)) found[at] = 'header'
    else if (isWrote(text)) found[at] = 'wrote'
    else if (WROTE_BEGINS.test(text) && isWrote(`${text} ${raw[at + 1]?.text ?? ''}`)) {
      found.fill('wrote', at, at + 2)
      at += 1
    } else if (boundaries.has(text) || BOUNDARY.test(text) || (RULE.test(text) && text.length >= 3))
      found[at] = 'other'
  }
  return found
}

/** "On 24 Nov 2026, somebody wrote:": a day or an address is in it. */
function isWrote(text: string): boolean {
  return text.length <= 300 && WROTE.test(text) && /[\d@]/.test(text)
}

/** How many lines from here on are the headers of a mail; a few words with a colon that somebody wrote are none. */
function headersFrom(raw: readonly RawLine[], at: number): number {
  const depth = raw[at]?.depth
  let end = at
  while (end < raw.length && end - at < MOST_HEADERS && raw[end]?.depth === depth) {
    const line = raw[end]
    if (
      line === undefined ||
      !(HEADER.test(line.text) || OTHER_HEADER.test(line.text) || (end > at && line.isIndented))
    )
      break
    end += 1
  }
  const own = raw.slice(at, end).map(({ text }) => text)
  const isMail = own.length > 1 && own.some((line) => FROM.test(line))
  return isMail || (own.length > 0 && own.every((line) => MIME.test(line) || !HEADER.test(line)))
    ? own.length
    : 0
}
