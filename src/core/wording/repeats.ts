import type { Finding } from './finding.ts'
import type { Sentence } from './scan.ts'

/** What the rules found in a sentence of a text, where it stood, and whether it praises. */
interface Seen {
  readonly mark: string
  readonly afterPraise: boolean
  readonly start: number
  readonly findings: readonly Finding[]
  readonly praises: boolean
}

/** The sentences of one text whose findings are known. */
interface Repeats {
  /** What was found in the same words, with its offsets moved to `start`; undefined when they come for the first time. */
  find(
    words: string,
    sentence: Sentence,
    afterPraise: boolean,
  ): { readonly findings: readonly Finding[]; readonly praises: boolean } | undefined
  keep(
    words: string,
    sentence: Sentence,
    afterPraise: boolean,
    found: { readonly findings: readonly Finding[]; readonly praises: boolean },
  ): void
}

/** Most sentences kept, so that a long text costs no more memory than a short one. */
const MOST = 4000
/** A longer sentence hardly ever comes twice, and one that was cut for its length begins and ends anywhere. */
const LONGEST = 60

/**
 * Remembers sentences of one text: lists, forms and threads of mail say the same again and again, and a sentence is found in far less
 * time than it is checked. Every protected stretch that begins in a sentence ends in it, so the same words, ended by the same mark and
 * standing after praise or not, are the same tokens.
 */
export function createRepeats(): Repeats {
  const known = new Map<string, Seen>()
  return {
    find(words, { tokens, mark, start }, afterPraise) {
      if (tokens.length > LONGEST) return undefined
      const seen = known.get(words)
      if (seen === undefined || seen.mark !== mark || seen.afterPraise !== afterPraise) return undefined
      const { findings, praises } = seen
      const by = start - seen.start
      return findings.length === 0 ? seen : { findings: findings.map((one) => moved(one, by)), praises }
    },
    keep(words, { tokens, mark, start }, afterPraise, { findings, praises }) {
      if (tokens.length > LONGEST) return
      if (known.size >= MOST) known.clear()
      known.set(words, { mark, afterPraise, start, findings, praises })
    },
  }
}

function moved(finding: Finding, by: number): Finding {
  const { offset, sentence } = finding
  return {
    ...finding,
    offset: offset + by,
    ...(sentence === undefined ? {} : { sentence: { ...sentence, offset: sentence.offset + by } }),
  }
}
