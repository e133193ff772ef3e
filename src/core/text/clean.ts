/** C0 but tab and newline, DEL, C1, bidi marks, overrides and isolates, separators that some terminals break lines at, and lone surrogates. */
const UNSAFE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Makes any text safe for a terminal: what could move the cursor, colour, hide or reorder is shown as U+FFFD; newline and tab stay. CRLF becomes a newline. */
export function clean(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSAFE, '\ufffd')
}

/** Like `clean`, for what must stay on one line: newlines and tabs become spaces. */
export function cleanLine(text: string): string {
  return clean(text).replace(/[\n\t]+/g, ' ')
}
