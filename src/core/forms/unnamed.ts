import { fold } from '../notebook/people.ts'
import { signatureIn } from './signature.ts'

const SENDER =
  /^[>\s]*\*{0,2}(?:from|von|de|da|reply-to|return-path|sender):\*{0,2}\s*(.{1,200})$|^[>\s]*(?:on|am|le|el|op|il|em|den)\b.{0,120}?[,:]\s*([^,:\d<>]{3,60}?)\s*(?:<[^<>]{0,100}>)?\s*(?:wrote|schrieb|a écrit|escribió|schreef)\s*:/gimu
const ADDRESS = /[\p{L}\p{N}._%+-]{1,80}@[\p{L}\p{N}-]{1,80}(?:\.[\p{L}\p{N}-]{1,40})+/gu
const NAME = /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}[\p{L}'’-]+|\p{Lu}\.|van|von|de|da|der|den)){0,3}$/u

/** Names of whoever sent a text: from the headers of a mail in it, and from the lines that sign it. `keep` are names of people it may speak of. */
export function senderNames(
  source: string,
  signature: readonly string[],
  keep: readonly string[],
): readonly string[] {
  const headers = [...source.matchAll(SENDER)].flatMap(([, from, wrote]) => {
    const words = (from ?? wrote ?? '').replace(/<[^<>]*>|"/g, '').replace(ADDRESS, '')
    return words.trim() === '' ? [] : [words.trim()]
  })
  const signed = signature.flatMap((line) => {
    const name = line.replace(/^.*?,\s*/, '').trim()
    return [line, name].filter((one) => NAME.test(one) && signatureIn([{ text: one }]).signature.length === 0)
  })
  const kept = new Set(keep.map(fold))
  const all = [...headers, ...signed.slice(0, 2)].filter(
    (name) => /\p{L}{2}/u.test(name) && !kept.has(fold(name)),
  )
  return [...new Set(all)]
}

/** Words of a line that may do nothing but sign, where a name counts in small letters too. */
const SIGNS = 3

/** A text without these names, their parts, and any address: `[name]` and `[e-mail]` stand there instead. Words of `keep` stay. */
export function withoutNames(text: string, names: readonly string[], keep: readonly string[]): string {
  const kept = new Set(keep.flatMap((name) => [fold(name), ...fold(name).split(' ')]))
  const parts = names
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .filter((part) => part.length >= 3 && /^\p{Lu}/u.test(part) && !kept.has(fold(part)))
    .sort((a, b) => b.length - a.length)
  const bare = text.replace(ADDRESS, '[e-mail]')
  if (parts.length === 0) return bare
  const any = parts
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|')
  const named = `(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`
  const anyCase = new RegExp(named, 'giu')
  return bare
    .replace(new RegExp(named, 'gu'), '[name]')
    .replace(/^[^\n]{1,80}$/gm, (line) =>
      line.trim().split(/\s+/).length <= SIGNS ? line.replace(anyCase, '[name]') : line,
    )
}
