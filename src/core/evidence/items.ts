/** One item as it was typed: its first line (counted from 1), its marker, and its words with continuation lines joined by a space. */
export interface TypedItem {
  readonly line: number
  readonly marker: string
  readonly words: string
}

// "-2 stars" and "+44 20" are numbers, not markers; "14. Oct" is a date.
const MARKER =
  /^(?:(?:[*•◦▪·]|\d{1,2}\))\s+)?(?:[-+](?![-+\d])\s*|[-+](?=\d{4,})|[-+–—−*•◦▪·]\s+|\d{1,2}[.)]\s+(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))/i
const BARE = /^(?:[-+–—−*•◦▪·]|\d{1,2}[.)])+$/

/**
 * Splits typed or pasted text into items, one a line. A line that is indented and has no marker, or that begins with a
 * `?`, belongs to the item before it. Lines that hold nothing but a marker are left out.
 */
export function splitItems(text: string): readonly TypedItem[] {
  const items: TypedItem[] = []
  let open = false
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.trim()
    if (line === '' || BARE.test(line)) {
      open = false
      return
    }
    const marker = MARKER.exec(line)?.[0] ?? ''
    const last = items.at(-1)
    if (open && last && marker === '' && (/^\s/.test(raw) || line.startsWith('?'))) {
      items[items.length - 1] = { ...last, words: `${last.words} ${line}` }
      return
    }
    items.push({ line: index + 1, marker: marker.trim(), words: line.slice(marker.length).trim() })
    open = true
  })
  return items
}
