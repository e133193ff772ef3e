import type { Facts } from '../notebook/note.ts'
import { type Form, questionsOf } from './form.ts'
import type { FormRead } from './read.ts'

/**
 * What somebody who answered a form says about passing it on: a clear yes; a clear no, or that it is to stay with the mentor; or
 * neither, though the form asks.
 */
export type Consent = 'yes' | 'no' | 'unsaid'

/** What a consent is read from: the answers, and what stands beside them. */
type Said = Pick<FormRead, 'answers' | 'words' | 'left' | 'signature'>

const VERBS = '(?:pass|hand|share|repeat|tell|mention|quote|show|say|use|forward|bring)'
const THIS =
  '(?:this|it|that|these|all this|what i (?:say|said|write|wrote)|my (?:words|answers|feedback))(?: (?:here|one))?'
/** Asking that a name stays out asks for nothing more: no name is ever told. */
const NAMELESS =
  '(?![^.!?\\n]{0,30}\\b(?:my name|who i am|who it was|who wrote|it was me|it was from me|it comes from me|came from me))'
/** Somebody asks that what they write goes no further. A sentence about somebody's work ("he did not pass it on") is none. */
const STAYS: readonly RegExp[] = [
  `(?:^|[.!?;,:\\n(–—-]\\s*|\\b(?:please|but|and|so|kindly)\\s+)(?:do not|don't|dont|never)\\s+${VERBS}\\b${NAMELESS}`,
  `\\b(?:rather|prefer(?:red)?|ask|want|wish|like)\\b(?: it| that| if| you| to| for| this| would| could)* (?:not|did not|didn't|do not|don't|was not|is not|were not|wasn't)(?: to)?(?: be)? (?:pass|hand|share|repeat|tell|told|mention|quote|show|sa[iy]|forward)`,
  `\\bkeep ${THIS} (?:to yourself|private|confidential|secret|quiet|between|among|in confidence|with you)`,
  `\\b(?:just|only|strictly|stays?|remains?|this is|that is|this|please) between (?:us|you and me|the two of us|ourselves)\\b`,
  `\\bbetween you and me\\b`,
  `(?:^|[.!?;,:\\n(]\\s*)(?:all )?between (?:us|ourselves|the two of us)\\s*(?:$|[.!?;,:\\n)])`,
  `\\b(?:off the record|for your eyes only|for your ears only|in strict confidence|strictly confidential)\\b`,
  `\\b(?:this is|please treat (?:this|it) as|i (?:say|tell you|write) (?:this|it)) (?:in )?confiden(?:ce|tial(?:ly)?)\\b`,
  `\\bfor you (?:alone|only)\\b`,
  `\\bnot for (?:him|her|them|others|anybody else|anyone else|passing on|sharing|forwarding|the record)\\b`,
  `\\b${THIS} (?:should|must|may|can|shall|is|are|was|were) ?(?:not|n't)(?: to)? (?:be )?(?:passed|handed|shared|repeated|told|said|mentioned|quoted|shown|forwarded|leave)`,
  `\\b${THIS} (?:should |must |has to |is to )?(?:stays?|remains?) (?:with you|here|private|confidential|between)`,
].map((source) => new RegExp(source, 'i'))
/** The lines that a company's mail program puts below every mail. */
const FOOTER = /intended recipient|this (?:e-?mail|message|communication) (?:and|is|may|contains)/i

const NO =
  /^(?:no|nope|no (?:thanks|thank you|please)|(?:i (?:would |'d )?|i'd )?(?:rather|prefer(?:ably)?|better) not\b.*|please (?:not|no|do not|don't)|(?:it|that|this) (?:may|must|should|can) ?not\b.*|no (?:it|that|this) (?:may|must|should|can) ?not\b.*)$/
const YES =
  /^(?:yes|yeah|yep|sure|of course|certainly|gladly|absolutely|ok|okay|fine|you may|it may|no problem|no objections?|(?:that|this|it) is (?:fine|ok|okay|all right))\b/
/** A yes with one of these in it holds under a condition, or is none. */
const HEDGE =
  /\b(?:no(?! (?:problem|objection))|not|never|cannot|but|only|unless|except|maybe|perhaps|possibly|if|rather|depends|later|first|until|though|unsure)\b|n't\b|\?/

/**
 * What a form says about passing on what its writer saw. Asked or not, a wish that it stays with the mentor is a no, wherever it stands.
 * Undefined where the form does not ask and nobody wishes so, and for the person's own view.
 */
export function consentIn(form: Form, read: Said): Consent | undefined {
  if (form.letter.from === 'person') return undefined
  const texts = [
    ...read.answers.map(({ text }) => text),
    read.words ?? '',
    ...read.left,
    read.signature.join('\n'),
  ]
  if (texts.some((text) => !FOOTER.test(text) && staysHere(text))) return 'no'
  const asks = questionsOf(form).filter(({ consent }) => consent !== undefined)
  if (asks.length === 0) return undefined
  const said = (kind: 'quote' | 'beside') =>
    asks.flatMap(({ id, consent }) =>
      consent === kind ? (read.answers.find((one) => one.id === id)?.text ?? []) : [],
    )
  const own = said('quote')
  return consentOf((own.length === 0 ? said('beside') : own).join('\n'), own.length > 0)
}

/** What an answer about passing on says; `isOwn` where nothing else was asked with it. */
function consentOf(text: string, isOwn: boolean): Consent {
  const plain = straight(text).toLowerCase()
  const clauses = plain
    .split(/[.;,:!\n–—]+|\s-\s/)
    .map((one) => one.replace(/^\s*(?:and|so|well|hm+)\s+/, '').trim())
    .filter((one) => one !== '')
  if (isOwn && /\bbetween us\b/.test(plain)) return 'no'
  if (clauses.some((one) => NO.test(one))) return 'no'
  return clauses.some((one) => YES.test(one)) && !HEDGE.test(plain) ? 'yes' : 'unsaid'
}

function staysHere(text: string): boolean {
  // A mail program breaks lines where it likes, and a paragraph ends a sentence.
  return straight(text)
    .split(/\n\s*\n/)
    .some((one) => STAYS.some((pattern) => pattern.test(one.replace(/\s+/g, ' ').trim())))
}

function straight(text: string): string {
  return text.replace(/[‘’]/g, "'")
}

/** What the note of a form keeps of it, under `form.consent`; undefined for a clear yes, and where nothing was asked. */
export function consentKept({ form }: Facts): Exclude<Consent, 'yes'> | undefined {
  if (typeof form !== 'object' || form === null || !('consent' in form)) return undefined
  return form.consent === 'no' || form.consent === 'unsaid' ? form.consent : undefined
}
