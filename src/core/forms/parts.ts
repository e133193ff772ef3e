/** What a part of a mail says of its own text. */
const BASE64 = /^content-transfer-encoding:\s*base64\s*$/im
const PLAIN =
  /^content-type:\s*text\/(?:plain|html)\b(?:[^\n]*(?:\n[ \t][^\n]*)?charset="?([\w-]{2,30})"?)?/im

/**
 * A raw mail with its texts decoded where the program that sent it wrote them in base64. Attachments stay as they are, and so does
 * every text that is no mail. Takes time in proportion to the text.
 */
export function withPartsDecoded(text: string): string {
  if (!BASE64.test(text)) return text
  const blocks = text.split(/\n{2,}/)
  return blocks.map((block, at) => decodedAfter(blocks[at - 1], block)).join('\n\n')
}

/** A raw mail without the HTML twin of a part that says the same as plain text. Any other text stays as it is. */
export function withoutTwins(text: string): string {
  const names = [
    ...text.matchAll(/^content-type:\s*multipart\/alternative\b[^\n]*(?:\n[ \t][^\n]*)*/gim),
  ].flatMap(([head]) => /boundary="?([^\s";]{1,70})/i.exec(head)?.[1] ?? [])
  return names.reduce((all, name) => {
    const parts = all.split(`\n--${name}`)
    const isPlain = (part: string) => /^content-type:\s*text\/plain\b/im.test(headOf(part))
    const isHtml = (part: string) => /^content-type:\s*text\/html\b/im.test(headOf(part))
    if (!parts.slice(1).some(isPlain)) return all
    return parts.filter((part, at) => at === 0 || !isHtml(part)).join(`\n--${name}`)
  }, text)
}

/** What stands in front of the words of a part: its headers. */
function headOf(part: string): string {
  return part.replace(/^\n/, '').split('\n\n', 1)[0] ?? ''
}

function decodedAfter(head: string | undefined, block: string): string {
  const plain = head === undefined || !BASE64.test(head) ? null : PLAIN.exec(head)
  if (plain === null) return block
  const lines = block.split('\n')
  const end = lines.findIndex((line) => !/^[A-Za-z0-9+/]+={0,2}$/.test(line.trim()))
  const coded = lines.slice(0, end < 0 ? lines.length : end).map((line) => line.trim())
  if (coded.length === 0) return block
  try {
    const bytes = Uint8Array.from(atob(coded.join('')), (letter) => letter.charCodeAt(0))
    const words = new TextDecoder(plain[1] ?? 'utf-8').decode(bytes).replace(/\r\n?/g, '\n')
    return [words, ...(end < 0 ? [] : lines.slice(end))].join('\n')
  } catch {
    return block
  }
}
