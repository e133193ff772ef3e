const TOKEN = /<\?[^?]*\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|[^<]+/y

/** What keeps a text from being well-formed XML 1.0, or undefined. Knows as much of XML as documents are written in. */
export function xmlFault(text: string): string | undefined {
  const bad = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(text)
  if (bad !== null) return `the character ${bad[0].charCodeAt(0).toString(16)} at ${bad.index}`
  const open: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (found === null) return `"${text.slice(at, at + 40)}" at ${at}`
    const [whole, closing, name, attributes = '', alone] = found
    const words = name === undefined ? whole : attributes
    if (!whole.startsWith('<?') && /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|\]\]>/i.test(words)) {
      return `"${words.slice(0, 40)}" at ${at}`
    }
    if (name === undefined || alone === '/') continue
    if (closing !== '/') open.push(name)
    else if (open.pop() !== name) return `</${name}> at ${at}`
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> is never closed`
}
