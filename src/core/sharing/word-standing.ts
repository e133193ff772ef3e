import { isCommonWord } from './word-names.ts'

/** Where a word that is a name as well stands. `before` and `after` are the text around it, without formatting, in lower case. */
interface Standing {
  readonly before: string
  readonly after: string
  readonly folded: string
  /** As it is written: in lower case, with a capital, or all in capitals. */
  readonly cased: 'lower' | 'title' | 'upper'
  readonly startsSentence: boolean
  /** Words beside it are all in capitals as well. */
  readonly isShouted: boolean
  /** The note is about somebody of this name. */
  readonly isTheirs: boolean
  /** Somebody is called by this word alone: a first name, or another name they have. */
  readonly isGiven: boolean
  /** Joined by "and" or a comma to a name that is no word. */
  readonly isBesideName: boolean
}

/** What a word is meant as: the name; either, and taken for the name; either, and left for a look; the word. */
export type Meaning = 'name' | 'unsure' | 'open' | 'word'

/** Months, and the other parts of a year. */
const CALENDAR = new Set(['april', 'august', 'june', 'may', 'march', 'summer', 'autumn', 'winter', 'spring'])
/** "by May" and "from May" may be either; there the name is taken out, since a month that is gone harms nobody. */
const BEFORE_MONTH =
  /(?:^|[^\p{L}])(?:in|since|until|till|last|next|early|late|mid|this|every|during|(?:end|start|beginning|middle|month|\d(?:st|nd|rd|th)?) of|\d+(?:st|nd|rd|th)?)[\s,.-]*$/u
const AFTER_MONTH =
  /^[\s,.]*(?:\d|(?:to|and|or|until|-|–)\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/u
const MODAL = new Set(['will', 'may', 'can', 'might', 'must'])
/** Names that are verbs as well: behind "to" and before an object they are the verb. */
const VERB = new Set(
  'bill bond brand branch buck bud cash change chase chip cook cross drew duke fish fleet grace grant guy hand harbor honor honour hope hunt judge knight land lane light love mark market may mine nick page park pat pen piece pike pool port praise price prince quest rain ran read ring rob rock root rose rush rust sand say scout see shade short show skip slate spark spring stand star storm sue sum tally tan test tin tip toy trip trust tuck turn vance wade walk wall water will wish'.split(
    ' ',
  ),
)
/** Names that describe as well: "for long", "with young customers". */
const DESCRIBES = new Set(
  'best black blue brave bright brown christian clay cross curt dear earnest early east fair free french frost gay german gold golden good grand grave gray green grey happy hardy hazel holy ice just keen kind light little long low loyal lucky major mellow merry mine misty more noble north olive plum precious prime prior quick ready red rich royal rusty sandy scarlet sharp short silver smart so south stark steep sterling strong sunny sweet swift tan teal tidy tiny true violet west white wild wise worth young'.split(
    ' ',
  ),
)

/** Of the common words those that stand before "said" without being anybody's name. */
const PRONOUNS = new Set(
  'i you he she it we they this that these those who which what all some one both others there so then'.split(
    ' ',
  ),
)

const DETERMINED =
  /(?:^|[^\p{L}])(?:the|a|an|this|that|these|those|each|every|any|some|no|his|her|its|my|your|our|their|one|another|such|more|less|much|enough|same|other|own|free|good|bad|great|new|old|next|last|first|second|final|full|whole|low|high|small|big|long|short|own|ill|strong|iron|political|of|[\p{L}]+'s|\d+)[ \t]+$/u
const SUBJECT =
  /(?:^|[^\p{L}])(?:i|you|he|she|it|we|they|that|which|this|there|what|who|everybody|everyone|somebody|someone|nobody|anybody|anyone|one|all|both|neither|these|those|something|nothing|everything|people|customers?|team|[\p{L}]+'s)[ \t]+$/u
/** Behind these the clause begins anew, so that a word can be its subject. */
const CLAUSE =
  /(?:^|[\n.!?;:|(,–—>-][\s"'*]*|(?:^|[^\p{L}])(?:and|or|but|so|then|because|when|if|while|after|before|since|until|as|whether|how|why|what|where|said|says|think|thinks|thought|hope|hopes|guess|know|knew|sure|today|yesterday|again|later)[ \t]+)$/u
const AFTER_PERSON_VERB =
  /(?:^|[^\p{L}])(?:ask|asks|asked|asking|tell|tells|told|telling|thank|thanks|thanked|thanking|meet|met|meeting|e-?mailed|messaged|pinged|phoned|rang|invited|reminded|copied|cc(?:'d|ed)?|joined|helped|briefed|coached|praised|congratulated|warned|paired|shadowed|saw|heard|informed|escalated to|assigned to|handed to|(?:spoke|spoken|speak|speaks|talk|talked|met|meet|sat|work|worked|paired|checked in|in touch|agreed) (?:with|to)|heard from|thanks to|according to)[ \t]+$/u
const GAVE =
  /(?:^|[^\p{L}])(?:gave|give|gives|giving|sent|send|sends|sending|showed|show|shows|offered|offer|owed|owe|handed|taught|lent|told|tell)[ \t]+$/u
const WITH =
  /(?:^|[^\p{L}])(?:with|to|from|for|by|without|via|beside|than|like|between|against|about|around|at|on)[ \t]+$/u
const HELLO = /(?:^|[^\p{L}])(?:hi|hello|hey|dear|hallo|ciao|hola)[ \t]+$/u
const THANKS =
  /(?:^|[^\p{L}])(?:thanks|thank you|thx|cheers|sorry|please|ok|okay|yes|no|bye|welcome|(?:good )?(?:morning|afternoon|evening)|see you|great|well done)[ \t]*,?[ \t]+$/u
const VERB_BEFORE =
  /(?:^|[^\p{L}])(?:can|could|will|would|shall|should|may|might|must|do|does|did|to)[ \t]+(?:and|or)[ \t]+$/u

const END = /^[ \t]*(?:$|[.!?;)\]|”"]|\n[ \t]*(?:\n|$|[-#>*|]))/u
const PRONOUN =
  /^[ \t]*\n?[ \t]*(?:i|you|we|it|they|he|she|him|them|me|us|this|that|these|those|the|a|an|your|his|her|our|their|my|its|there|any|anybody|anyone|each|all|both|some|somebody|someone|everybody|everyone|nobody|no|one|two|three|four|five|more|most|many|few|every|another|what|which|who|whoever|\d+)(?![\p{L}])/u
const OTHER_VERB =
  /^[ \t]+(?:will|may|can|could|would|should|might|must|shall|won't|can't|couldn't|wouldn't|shouldn't|mustn't)(?![\p{L}'])/u
/** What follows "in", "at" and the like where a modal stands before it. */
const ASIDE =
  /^[ \t]+(?:in (?:the )?(?:future|turn|fact|that case|any case|time|general|short|principle|practice|most|this|some|all|due|addition|return|no)|of course|at (?:least|most|first|some|best|all|the|times|any|no)|by (?:then|now|default|\p{L}+day|the|all|no)|for (?:now|once|example|sure|the|a|some|certain|good)|on (?:average|occasion|no)|from (?:now|then|time|today|tomorrow)|to some|as (?:agreed|usual|soon|well|always|a)|with (?:luck|time|a|some|any)|without|after (?:that|all)|before (?:that|long)|or may not|as such)(?![\p{L}])/u
const PREPOSITION =
  /^[ \t]+(?:on|in|at|from|with|for|about|after|before|by|of|as|during|because|if|when|while|since|until|too|again|who|whose|himself|herself|back|yesterday|today|tomorrow|instead|via|over|that|whether|how|why|what|where|first|and|or|but|then|also|later|directly|to)(?![\p{L}])/u
/** Between a modal and its verb, or a subject and its verb. */
const ADVERB =
  /^[ \t]+(?:also|never|always|then|now|just|still|only|soon|probably|often|really|usually|already|even|again|first|later|sometimes|mostly|once|twice|not|\p{L}{3,}ly)(?=[ \t])/u
/** Verbs as they stand behind a name and never behind "will": "said", "asks", "was". */
const FINITE = new Set(
  `said says asked asks told tells wrote writes replied replies answered explained explains agreed agrees promised mentioned mentions thought
  thinks wanted wants knew knows felt feels went goes came took takes gave gives made makes saw sees sent sends got gets found finds kept keeps
  left heard brought brings bought spoke speaks met meets was is were has had does did isn't wasn't hasn't hadn't doesn't didn't offered
  suggested suggests noticed notices joined joins helped helps forgot forgets remembers remembered tried tries seems seemed prefers handles
  handled held holds became began begins chose chooses drove fell forwarded forwards heard led lost paid ran sat sold stood taught teaches
  understood understands won began calmed apologised apologized reopened closed resolved escalated listened listens worried worries
  laughed smiled nodded sighed admitted needs works admits argued argues believes believed repeats repeated thanked thanks`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
/** Only somebody does this. */
const PERSONAL =
  /^(?:,? (?:also |never |always |then |just |still |only |again |already |\p{L}{3,}ly )?(?:said|says|asked|asks|told|tells|wrote|writes|replied|replies|answered|explained|explains|agreed|agrees|promised|mentioned|mentions|thought|thinks|wanted|wants|knew|knows|felt|feels|spoke|speaks|noticed|suggested|suggests|offered|forgot|forgets|remembered|apologi[sz]ed|listened|listens|laughed|smiled|nodded|sighed|admitted|argued|believes|believed|prefers|understood|understands|heard|tried|tries|joined|called|phoned|rang|thanked|reopened|escalated|handled|handles|doesn't|didn't|hasn't|isn't sure|wasn't sure|is off|was off|is on|was on|is out|is back|came in|sent)(?![\p{L}]))/u
const FINITE_SOON =
  /^ (?:also |never |always |then |just |still |only |again |already |\p{L}{3,}ly )?(\p{L}+(?:'t)?)(?![\p{L}])/u
const BASE_ED =
  /^(?:need|feed|proceed|exceed|speed|succeed|embed|shed|bed|wed|bleed|breed|heed|weed|seed|led|red|hundred|bored|indeed)$/
const BASE_S =
  /(?:ss|us|is|as|always|perhaps|sometimes|besides|yes|things|customers|updates|sales|cases|tickets|people|lots|others|ours|theirs|yours|hers)$/
/** Nouns that such a name forms one notion with. */
const PAIRS =
  /^(?:grace (?:period|days?|time|note)|art (?:work|director|department|form|of)|will (?:power|to)|may (?:be|day)|mark (?:up|down|sheet|as|off|it|them)|hope (?:that|it|this|so|for|to|you|we|they|is)|rose (?:from|to|by|again|up|garden)|faith in|joy of|page (?:view|load|break|number|title|up|down)s?|chance (?:to|of)|case (?:number|file|review|note|study|load|by|of)s?|test (?:case|data|run|call|mail|account)s?|cash (?:flow|back)|grant (?:access|them|him|her|it|rights)|bill (?:was|is|for|payment)|trust (?:in|that|us|me)|price (?:list|was|is|of|for))(?![\p{L}])/u

/**
 * Whether a word that is a name as well is meant as the name. A month behind "in" and a modal before a verb or "you" are words; a capital in the
 * middle of a sentence, a possessive, a greeting before it and a verb of the third person behind it make a name.
 */
export function readWordName(one: Standing): Meaning {
  const { before, after, folded, cased, startsSentence, isShouted, isTheirs } = one
  if (before.endsWith('@')) return 'name'
  const isMonth = CALENDAR.has(folded) && (BEFORE_MONTH.test(before) || AFTER_MONTH.test(after))
  if (isMonth) return cased === 'lower' ? 'word' : 'open'
  if (cased === 'lower') return readLower(one)
  if (/^'s(?![\p{L}])/u.test(after)) return isCommonWord(folded) && startsSentence ? 'open' : 'name'
  if (!startsSentence && !(cased === 'upper' && isShouted)) return 'name'
  const isModal = MODAL.has(folded)
  if (PAIRS.test(folded + after) && !(isModal && /^\s*to(?![\p{L}])/u.test(after))) return 'open'
  if (isCommonWord(folded) && !isModal)
    return one.isGiven && !PRONOUNS.has(folded) && PERSONAL.test(after) ? 'unsure' : 'open'
  const meant = readLower(one)
  if (meant !== 'word') return meant
  if (!isTheirs || isModal || PRONOUN.test(after)) return 'open'
  return 'unsure'
}

function readLower(one: Standing): Meaning {
  const { before, after, folded, isBesideName } = one
  const isModal = MODAL.has(folded)
  if (/^'s(?![\p{L}])/u.test(after))
    return (isCommonWord(folded) && !isModal) || DETERMINED.test(before) ? 'word' : 'name'
  if (isCommonWord(folded) && !isModal) return 'word'
  if (PAIRS.test(folded + after) && !(isModal && /^\s*to(?![\p{L}])/u.test(after))) return 'word'
  const isAlone = END.test(after) || /^[ \t]*,/.test(after)
  if (isBesideName && standsInList(one, isAlone)) return 'name'
  if (HELLO.test(before)) return isModal && /^[ \t]+(?:i|we)(?![\p{L}])/u.test(after) ? 'word' : 'name'
  if (THANKS.test(before) && isAlone) return 'name'
  return isModal ? readModal(one, isAlone) : readNoun(one, isAlone)
}

/** Joined to a name: as another one, or as what that one does ("Sam and will call back", "Sam, mark it")? */
function standsInList({ after, folded }: Standing, isAlone: boolean): boolean {
  if (PRONOUN.test(after)) return false
  if (MODAL.has(folded)) return !isBase(after)
  return isAlone || PREPOSITION.test(after) || OTHER_VERB.test(after) || finiteAfter(after) === 'sure'
}

/** "will", "may", "can": words before a verb in its plain form, before "you" and behind a subject. */
function readModal({ before, after, folded, isGiven }: Standing, isAlone: boolean): Meaning {
  if (SUBJECT.test(before) && !AFTER_PERSON_VERB.test(before))
    return finiteAfter(after) === 'sure' ? 'unsure' : 'word'
  if (OTHER_VERB.test(after)) return 'name'
  if (AFTER_PERSON_VERB.test(before) || GAVE.test(before)) {
    if (GAVE.test(before) && PRONOUN.test(after)) return 'name'
    return isBase(after) || PRONOUN.test(after) ? 'word' : 'name'
  }
  if (PRONOUN.test(after)) return 'word'
  const finite = finiteAfter(after)
  if (finite === 'sure') return 'name'
  if (finite === 'maybe') return isWh(before) || CLAUSE.test(before) ? 'word' : 'unsure'
  if (DETERMINED.test(before) || VERB_BEFORE.test(before)) return 'word'
  if (
    /^[ \t]+(?:and|or|as)[ \t]+(?:will|may|can|must|should|could|would|might|not|if|when)(?![\p{L}])/u.test(
      after,
    )
  )
    return 'word'
  if (WITH.test(before)) {
    if (/(?:^|[^\p{L}])(?:at|of|on|about)[ \t]+$/u.test(before) && folded === 'will') return 'word'
    return isBase(after) ? 'word' : 'name'
  }
  if (/^[ \t]+to(?![\p{L}])/u.test(after)) return CLAUSE.test(before) ? 'name' : 'word'
  if (ASIDE.test(after)) return 'word'
  const isClause = CLAUSE.test(before)
  if (isClause && /^[ \t]*:/.test(after)) return 'name'
  if (/[([|:][ \t]*$/.test(before) && (isAlone || /^[ \t]*[)\]|]/.test(after))) return 'name'
  if (isClause && /^[ \t]*,/.test(after) && isGiven) return 'name'
  if (isClause && PREPOSITION.test(after)) return 'unsure'
  return 'word'
}

/** "mark", "grace", "long": words behind "the", as a verb before its object, and before a noun. */
function readNoun({ before, after, folded, isGiven }: Standing, isAlone: boolean): Meaning {
  if (DETERMINED.test(before)) return 'word'
  const isObject = isAlone || PREPOSITION.test(after)
  if (isGiven && isObject && AFTER_PERSON_VERB.test(before) && !DESCRIBES.has(folded)) return 'name'
  if (/(?:^|[^\p{L}])to[ \t]+$/u.test(before) && VERB.has(folded)) return 'word'
  const isClause = CLAUSE.test(before)
  if (isClause && PERSONAL.test(after)) return 'name'
  if (!isGiven || PRONOUN.test(after)) return 'word'
  if (isClause && (finiteAfter(after) === 'sure' || OTHER_VERB.test(after)))
    return DESCRIBES.has(folded) ? 'word' : 'unsure'
  if (isClause && SPEAKS.test(after)) return 'unsure'
  if (!isObject || DESCRIBES.has(folded)) return 'word'
  if (isClause && !VERB.has(folded) && /^[ \t]+to(?![\p{L}])/u.test(after)) return 'unsure'
  if (
    WITH.test(before) &&
    !IDIOM.test(before + folded) &&
    !/(?:^|[^\p{L}])(?:on|at|about|around)[ \t]+$/u.test(before)
  )
    return 'unsure'
  return 'word'
}

/** What somebody says behind their name. */
const SPEAKS = /^[ \t]*:[ \t]+["“'(]?(?:i|we|you|yes|no|ok|okay|not|thanks|sorry|please)(?![\p{L}])/u
/** "by hand", "for free": words, whoever has such a name. */
const IDIOM =
  /(?:^|[^\p{L}])(?:by (?:hand|chance|day|night|law|heart|case|page|price|far|grace|trust)|for (?:love|sale|fun|hire|show|cash|hope|test|trust)|from (?:hand|day|page|spring|summer|scratch)|to (?:hand|date|day|page|spring|summer|hope|heart|earth)|with (?:hope|love|joy|ease|pride|honou?r|care|trust|light|cash)|without (?:hope|joy|trust|chance|case)|than (?:hope|trust|chance))$/u

function isWh(before: string): boolean {
  return /(?:^|[^\p{L}])(?:when|how|why|what|where|who|which|whose)[ \t]+$/u.test(before)
}

/** A verb in its plain form follows, as behind "will": no end, no preposition, no form that only a subject has. */
function isBase(after: string): boolean {
  if (END.test(after) || /^[ \t]*[,:;(]/.test(after) || PREPOSITION.test(after)) return ASIDE.test(after)
  return !OTHER_VERB.test(after) && finiteAfter(after) === 'no' && /^[ \t]*\n?[ \t]*\p{L}/u.test(after)
}

/** Whether a verb of the third person follows, adverbs passed over: surely, maybe ("calls" may be calls), or not. */
function finiteAfter(after: string): 'sure' | 'maybe' | 'no' {
  let rest = after
  for (let step = 0; step < 3 && ADVERB.test(rest); step += 1) rest = rest.replace(ADVERB, '')
  const word = FINITE_SOON.exec(rest)?.[1] ?? ''
  if (FINITE.has(word)) return 'sure'
  if (word.length > 3 && word.endsWith('ed') && !BASE_ED.test(word)) return 'sure'
  return word.length > 3 && word.endsWith('s') && !BASE_S.test(word) ? 'maybe' : 'no'
}

/**
 * Whether two words in lower case that are somebody's whole name are more than two words: "noor young called", not "will young customers wait".
 * `last` is the second of them, `isAllWords` says that neither is anything but a word.
 */
export function isWholeName(before: string, after: string, last: string, isAllWords: boolean): boolean {
  if (MODAL.has(last)) return !isBase(after) && !PRONOUN.test(after)
  if (VERB.has(last) && PRONOUN.test(after)) return false
  if (!isAllWords) return true
  if (SUBJECT.test(before) || DETERMINED.test(before)) return false
  return (
    END.test(after) ||
    /^(?:'s|[ \t]*[,:])/.test(after) ||
    PREPOSITION.test(after) ||
    finiteAfter(after) === 'sure'
  )
}

/** Whether initials in capitals are more likely a short form: behind "the", or before a number. */
export function isShortForm(before: string, after: string): boolean {
  return DETERMINED.test(before) || /^(?:[ \t#:-]{0,3}\d|\/)/.test(after) || before.endsWith('/')
}
