import { othersNamed } from '../evidence/names-inside.ts'
import type { Person } from '../notebook/note.ts'
import { type Consent, consentIn } from './consent.ts'
import { textMark } from './notes.ts'
import type { FormRead } from './read.ts'
import type { Understood } from './understand.ts'
import { namesGreeted, senderNames, withoutNames } from './unnamed.ts'
import { unwrap, withWordsDecoded } from './unwrap.ts'

/** A form as it is kept: of somebody who stays unnamed, without their name. */
export interface Kept {
  readonly read: FormRead
  /** The whole text as it came; of somebody unnamed decoded, and without their name. */
  readonly original: string
  /** The same text as it reads, where a mail program had encoded it. */
  readonly readable?: string
  /** What tells this text from others; made of it before anything was masked. */
  readonly mark: string
  /** They stay unnamed, and no name was found in the text: nobody can be sure that none is there. */
  readonly isUnsure: boolean
  /** Names of the notebook's people that stand in what somebody unnamed says. */
  readonly others: readonly string[]
  /** What they say about passing it on; undefined where that was no question. */
  readonly consent?: Consent
}

/** What of a form is kept. Whoever answered without being named is not named in any of it; `asker` is the mentor's own name. */
export function keptOf(
  source: string,
  { read, form, person, isNamed }: Understood,
  people: readonly Person[],
  asker: string | undefined,
): Kept {
  const mark = textMark(source)
  const agreed = consentIn(form, read)
  const consent = agreed === undefined ? {} : { consent: agreed }
  if (isNamed) {
    const isEncoded = withWordsDecoded(source) !== source
    const readable = isEncoded ? { readable: unwrap(source).text.trim() } : {}
    return { read, original: source, ...readable, mark, isUnsure: false, others: [], ...consent }
  }
  const keep = [person.name, ...person.aliases, ...(asker === undefined ? [] : [asker])]
  // A name that a mail program encoded would stay where nobody sees it.
  const whole = withWordsDecoded(source)
  const signing = [...read.signature, ...read.left.flatMap((one) => one.split('\n'))]
  const names = [...senderNames(whole, signing, keep), ...namesGreeted(whole, form.letter.hello)]
  const bare = (text: string) => withoutNames(text, names, keep)
  const answers = read.answers.map(({ id, text }) => ({ id, text: bare(text) }))
  const words = read.words === undefined ? {} : { words: bare(read.words) }
  const said = [...answers.map(({ text }) => text), words.words ?? ''].join('\n')
  const original = bare(whole)
  return {
    read: {
      ...read,
      answers,
      ...words,
      left: read.left.map(bare),
      head: '',
      signature: read.signature.map(bare),
    },
    original,
    mark,
    isUnsure: !original.includes('[name]'),
    others: othersNamed(said, person.slug, people).filter((name) => name !== asker),
    ...consent,
  }
}
