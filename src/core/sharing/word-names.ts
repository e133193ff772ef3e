/**
 * First names and surnames that are words of everyday English too, in lower case. Such a word is masked only where it stands as a name.
 * The list is our own; it leans towards words that support teams write.
 */
const WORD_NAMES = new Set(
  `ace agate al amber amity an angel april arch arrow art ash aspen august autumn ball banks bar baron bass bay beau bee bell berry best
  bill birch bird bishop black blaze bliss blue bo bond bonny booth bow branch brand brave bright brook brooks brown buck bud bush butler
  candy carol carter case cash chance chandler chapel charity chase cherry chip christian clay cliff coach cole colt constant cook cooper
  coral cotton couch crystal curt dale dally damson dawn day dean dear destiny dick dish do dolly don dove drake drew duke earl early east
  ebb ed eden ember english ever fair faith fern field fisher fleet flint flora ford forest fortune foster fox france frank free french frost
  gale game gay gem gene gentry german gift ginger glen glory gold good grace grant grave gray green grey grove guy hale hall hand hank
  happy harbor hardy harmony harry hart haven hawk hay hazel heath heather henna hill holiday holly home honor honour hope house hunt
  hunter ice in india iris island iris ivory ivy jack jade james jasmine jay jean jet jewel job jo joy judge june justice justin kay
  keen ken key kind king kit knight lake lamb lance lane lark laurel law lawn leaf lee legend leigh levy liberty light lily link little
  long lot love loving low loyal lucky luna ma mace magnolia major man mark market marsh marshal mars mason mat matt max may mead melody
  mercy merit merry mike miles mill miller mine mint miracle misty mo moon moore more morning moss mu my myrtle nick noble north nova
  oak ocean olive on opal or page paige pan paris park parker parson pat patience patton pearl pen penny pepper perry pete peace pierce
  pike piper plum pool poppy port potter powers praise precious price prince prior pope queen quest quick quill rain ran ray read ready reed
  reef rich rick ridge river rivers rob robin rock roman root rose rosemary royal ruby ruth rusty sage sailor sally sandy saint sand
  savannah say scarlet scout sea see serene serenity seven shade sharp shaw shelly shepherd sherry shore short silver sky slate smart smith
  snow so sol song south spark spring stand star stark steel steep sterling stone storm street strong sue sum summer summers sun sunny swan
  sweet tab tailor tally tan tang taylor teal ted temple terry test thorn tidy tiger tim time tin tom topaz toy treasure tree trinity
  trip true trust tuck tucker turner tweed twain unity vale van vance victor victory viola violet wade walker wall wallace waters watt
  way wayne webb weaver wells west wheeler white wild will wills winner winter wise wish wolf wood woods worth wren wright yam yard you young zen`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Months and days, which are names too. */
const CALENDAR = new Set(['april', 'august', 'june', 'may', 'march', 'summer', 'autumn', 'winter', 'spring'])

/** Whether a part of a name (without accents, in lower case) is a word as well, or so short that it often is one. */
export function isWordName(part: string): boolean {
  return part.length <= 2 || WORD_NAMES.has(part)
}

/** "by May" and "from May" may be either; there the name is taken out, since a month that is gone harms nobody. */
const BEFORE_MONTH =
  /(?:^|[^\p{L}])(?:in|since|until|till|last|next|early|late|mid|this|every|during|(?:end|start|beginning|middle|month|\d(?:st|nd|rd|th)?) of|\d+(?:st|nd|rd|th)?)[\s,.-]*$/u
const AFTER_MONTH =
  /^[\s,.]*(?:\d|(?:to|and|or|until|-|–)\s*(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)/u
/** What follows a name and hardly a word at the beginning of a sentence. */
const AFTER_NAME =
  /^(?:['’]|[:,]|\s+(?:said|says|was|is|has|had|did|does|asked|asks|wrote|writes|told|tells|took|takes|sent|sends|came|went|knows|knew|can|could|would|should|will|may|might|must|got|gets|gave|gives|made|makes|felt|thinks|thought|wants|works|needs|let|put|kept|found|spoke|saw|heard|also|then|never|always|already)(?![\p{L}])|\s+\p{L}{2,}ed(?![\p{L}]))/u
/** What follows the word at the beginning of a sentence, and hardly the name. */
const AFTER_WORD =
  /^\s+(?:you|we|it|they|he|she|i|this|that|these|those|the|a|an|not|be|your|his|her|our|their|my|there|any|each|all|some|of|for|to|in|on|at|with|from)(?![\p{L}])/u

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
}

/**
 * Whether a word that is a name as well is meant as the name: `name`, `word`, or `open` where a person should look. A month behind "in", a
 * modal before "you" are words; a capital in the middle of a sentence, a possessive and a verb behind it make a name.
 */
export function readWordName(one: Standing): 'name' | 'word' | 'open' {
  const { before, after, folded, cased, startsSentence, isShouted, isTheirs } = one
  if (cased === 'lower') return 'word'
  if (CALENDAR.has(folded) && (BEFORE_MONTH.test(before) || AFTER_MONTH.test(after))) return 'open'
  if (/^'s(?![\p{L}])/u.test(after)) return 'name'
  if (!startsSentence && !(cased === 'upper' && isShouted)) return 'name'
  if (AFTER_WORD.test(after)) return 'open'
  if (AFTER_NAME.test(after)) return 'name'
  return isTheirs ? 'name' : 'open'
}
