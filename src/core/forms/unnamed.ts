import { fold } from '../notebook/people.ts'
import { signatureIn } from './signature.ts'

const SENDER =
  /^[> \t]*\*{0,2}(?:from|von|de|da|reply-to|return-path|sender):\*{0,2}[ \t]*(\S.{0,199})$|^[> \t]*(?:on|am|le|el|op|il|em|den)\b.{0,120}?[,:]\s*([^,:\d<>]{3,60}?)\s*(?:<[^<>]{0,100}>)?\s*(?:wrote|schrieb|a écrit|escribió|schreef)\s*:/gimu
const ADDRESS = /[\p{L}\p{N}._%+-]{1,80}@[\p{L}\p{N}-]{1,80}(?:\.[\p{L}\p{N}-]{1,40})+/gu
/** Names of senders in one text, at most: a thread has a few. */
const MOST = 50
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
  return [...new Set(all)].slice(0, MOST)
}

/** The name in the greeting with which a form was sent out (`Hello {reader},`), wherever it stands in a text. */
export function namesGreeted(source: string, hello: string): readonly string[] {
  const [before = '', after] = hello.split('{reader}')
  if (after === undefined || before.trim() === '') return []
  const literal = (text: string) => text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const line = new RegExp(
    `^[> \\t]*${literal(before)}[ \\t]+(\\p{L}.{0,60}?)${literal(after)}[ \\t\\r]*$`,
    'gmu',
  )
  const found = [...source.matchAll(line)].flatMap(([, name]) => name ?? [])
  return [...new Set(found)].slice(0, MOST)
}

/** Words of a line that may do nothing but sign or greet, where a name counts in small letters too. */
const SIGNS = 3
/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

/** A text without these names, their parts, and any address: `[name]` and `[e-mail]` stand there instead. Words of `keep` stay. */
export function withoutNames(text: string, names: readonly string[], keep: readonly string[]): string {
  const kept = new Set(keep.flatMap((name) => [fold(name), ...fold(name).split(' ')]))
  const parts = names
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .filter((part) => part.length >= 2 && /^[\p{Lu}\p{Lo}]/u.test(part) && !kept.has(fold(part)))
    .sort((a, b) => b.length - a.length)
  const bare = text.replace(ADDRESS, '[e-mail]')
  if (parts.length === 0) return bare
  // Two letters may be a word of any sentence.
  const long = parts.filter((part) => part.length >= 3 || !/^\p{Lu}/u.test(part))
  const everywhere = long.length === 0 ? bare : bare.replace(anyOf(long, 'gu'), '[name]')
  const anyCase = anyOf(parts, 'giu')
  return everywhere.replace(/^[^\n]{1,80}$/gm, (line) =>
    line.trim().split(/\s+/).length <= SIGNS ? line.replace(anyCase, '[name]') : line,
  )
}

function anyOf(parts: readonly string[], flags: string): RegExp {
  const words = parts.map((part) => {
    const word = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')
    return UNSPACED.test(part) ? word : `(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`
  })
  return new RegExp(words.join('|'), flags)
}
