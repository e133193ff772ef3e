import { LETTER, NUMBER_WORD, OFTEN_UNIT, UNIT_LEAD } from './fragments.ts'
import { type MarkRule, mark, NAMED_BY_NUMBER, OFTEN, rule } from './marks.ts'
import type { GoalWords } from './words.ts'

/** A count, share or limit; words such as "every"; and an act that is done or not, like an exam. */
const COUNTED = '\u0004'
const ALWAYS = '\u0005'

/** How measurable a goal is: `counted` says how many, `always` says "each time", `done` names something that is finished or not. */
interface MeasureReading {
  readonly counted: boolean
  readonly always: boolean
  readonly done: boolean
  /** The text with measures and ids taken out, for judging what is left. */
  readonly rest: string
}

const DELIVERABLE = `(?:courses?|trainings?|certificat[${LETTER}]+|certified|exams?|tests?|guides?|articles?|modules?|migrations?|projects?|reports?|handbooks?|playbooks?|runbooks?|documentation|macros?|scripts?|tools?|dashboards?|plans?|proposals?|presentations?|decks?|videos?|templates?|checklists?|faqs?|degrees?|thesis|licen[cs]es?|features?|releases?|pages?|workshops?|demos?|webinars?|books?|roll-?outs?|tutorials?|notes?|primers?|overview|diagrams?|curriculum|surveys?|wiki|audit|accreditation|qualification|prototype|glossary|chapters?|posts?|how-to|cheat ?sheet|integration)`

const CLAUSE_START = `(?:^|[,;:.-]|\\band|\\bto|\\bwill|\\bhave|\\bthen|\\u0002|\\u0003)\\s*`

const WITHIN_A_HABIT =
  /\b(?:after|when|whenever|before|during|while|if|in (?:the )?(?:tickets?|chats?|calls?))\b/

/** Things with a number for a name. */
const IDS: readonly MarkRule[] = [
  [/#\s?\d+/gu, NAMED_BY_NUMBER],
  [/(?<=\b(?:version|release|build|v)\s?)\d+(?:\.\d+)*/gu, NAMED_BY_NUMBER],
  [new RegExp(`(?<![${LETTER}\\d])[${LETTER}]{1,8}-\\d{2,}(?![${LETTER}\\d])`, 'gu'), NAMED_BY_NUMBER],
  [
    new RegExp(
      `(?<![${LETTER}\\d])(?!\\d+(?:h|hrs?|m|min|mins|s|sec|secs|d|k|x|pct|pts?|ms|gb|mb|wks?|st|nd|rd|th)(?![${LETTER}\\d]))(?:[${LETTER}]+\\d[${LETTER}\\d.]*|\\d+[${LETTER}][${LETTER}\\d]*)(?![${LETTER}\\d])`,
      'gu',
    ),
    NAMED_BY_NUMBER,
  ],
  [new RegExp(`\\d+(?:st|nd|rd|th)(?![${LETTER}\\d])`, 'gu'), NAMED_BY_NUMBER],
]

/** Capital words whose number counts or dates something. */
const NO_NAME =
  '(?:CSAT|NPS|CES|QA|FCR|SLA|MTTR|MTTA|AHT|TTR|KPI|ROI|Sprint|Week|Wk|CW|KW|PI|FY|Release|Iteration|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)'

/** "VPN 3.8" and "Office 365" inside a sentence: names, told by their capital; to be taken out before the text is lower case. */
const CAPITAL_NAME = new RegExp(
  `(?<=[\\p{Ll}\\d,]\\s)(?!${NO_NAME}|[A-Z ]+\\s\\d+$)(\\p{Lu}[\\p{L}]*)\\s\\d+(?:\\.\\d+)*(?!\\d|[.,]\\d|st|nd|rd|th|\\s?%|\\s?/|\\s+(?:percent|per cent|of|out|in|or|times|points)\\b)`,
  'gu',
)

/** The text without the numbers that are part of a name. */
export function withoutNamedNumbers(text: string): string {
  return text.replace(CAPITAL_NAME, '$1')
}

/** The rules that find measures, in order; the word lists say what has a number for a name. */
export function measureRules(words: GoalWords): readonly MarkRule[] {
  const number = `(?:\\d+(?:[.,:]\\d+)*|${NUMBER_WORD})`
  return [
    ...IDS,
    rule(
      `${words.numbered}s?\\s\\d+(?:\\.\\d+)*(?!\\s?%|\\s?/|\\s+(?:percent|per cent|of|out|or|times)\\b)`,
      NAMED_BY_NUMBER,
    ),
    rule(`1[:-]1s?|one[- ](?:on|to)[- ]ones?`, NAMED_BY_NUMBER),
    rule(
      `(?:give|giving|gives|at|perform|bring|go)\\s+(?:my\\s+|our\\s+|it\\s+)?1\\d0\\s?(?:%|percent)|one\\s+of\\s+the\\s+best|(?:no|the|this|that|which|another|last|next|any)\\s+one|one\\s+(?:another|way|day|thing)`,
      ' ',
    ),
    rule(`at\\s+\\d{1,2}[:.]\\d\\d(?:\\s?[ap]m)?`, ' '),
    rule(
      `(?:${number}|an?|half\\s+an?)\\s*(?:%|percent|per\\s?cent|percentage points?|minutes?|mins?|hours?|seconds?|secs?)`,
      COUNTED,
    ),
    rule(`[<>≤≥~±]?\\s?${number}\\s?(?:%|\\+|h|s|m|x|k|min|×)?`, COUNTED),
    [/[<>≤≥]\s?\d+(?:[.,]\d+)?\s?%?/gu, COUNTED],
    [/\d+(?:[.,]\d+)?\s?%?/gu, COUNTED],
    rule(
      `half(?!-|\\s+(?:year|hearted))|(?:a|one|by a)\\s+(?:third|quarter|fifth|tenth|sixth|eighth)|(?:two|three)[\\s-](?:thirds|quarters|fifths)|thirds|quarters of|halv(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)(?!-)|tripl(?:e|es|ed|ing)|quadrupl(?:e|es|ed|ing)|twice|thrice|a dozen|dozens?|both|zero|none|nil|nobody|no one|not one|not a single|a single|single|(?<!-)one(?=\\s)|(?<!-)one$|a pair of`,
      COUNTED,
    ),
    rule(
      `(?<!at\\s)once(?=\\s*(?:$|[,;.)]|(?:a|an|per|each|every|in|daily|weekly|monthly|before|by|until|this|during|on|\\u0001|\\u0002|\\u0003)(?:\\s|$)|[\\u0001-\\u0003]))`,
      COUNTED,
    ),
    rule(`a\\s+${UNIT_LEAD}${OFTEN_UNIT}`, OFTEN),
    rule(
      `(?:the\\s+)?same(?:\\s|-)(?:working\\s+|business\\s+)?day|overnight|within\\s+the\\s+(?:hour|day|shift)`,
      ALWAYS,
    ),
    rule(
      `(?<!(?:the|our|my|your|their|this)\\s)(?:daily|weekly|monthly|hourly|nightly|fortnightly|biweekly|bi-weekly|quarterly|yearly)(?!\\s+(?:business|report|review|meeting|stand-?up|sync|call|newsletter|invoice|invoices|bills?|figures|numbers|statements?|targets?|goals?|reports|reviews|meetings|closing|close|plan|schedule|rota|deployment|release)(?![a-z]))`,
      OFTEN,
    ),
    rule(
      `(?:before|after|when|in|on|for|with|to|of|from)\\s+(?:[${LETTER}]+ing\\s+)?any(?!\\s+(?:more|fewer|longer|help))|every(?:\\s+(?:single\\s+)?time)?|each(?:\\s+time)?|all(?!\\s+(?:of\\s+)?\\u0002|\\s+(?:right|in|along|over|together|about|the\\s+more|kinds))|always|never|everyone|without (?:a single )?exception|no\\s+more\\s+than|any\\s+(?:more|fewer)\\s+than|no(?=\\s+(?!longer|matter|doubt|problem|way|more\\b|later|idea|sooner|need)[${LETTER}])`,
      ALWAYS,
    ),
  ]
}

const DONE_ACT = new RegExp(
  `${CLAUSE_START}(?:(?:pass|complete|finish|publish|ship|deliver|submit|obtain|earn|present|release|launch)\\s+(?:the|a|an|my|our)\\s|(?:write|create|build|draft|record|produce|prepare|design|set up|draw up|put together|compile)\\s+(?:a|an|the|my|our)\\s)(?:[${LETTER}'\\d/-]+\\s+){0,5}?${DELIVERABLE}(?![${LETTER}])|${DELIVERABLE}\\s+(?:passed|completed|finished|published|submitted|delivered|written|done|signed off)(?![${LETTER}])|\\b(?:get|become|be|am|getting)\\s+(?:[${LETTER}-]+\\s+){0,2}?(?:certified|accredited|licen[cs]ed|qualified)\\b|\\b(?:get|earn|obtain|gain|achieve)\\s+(?:the|my|a|an)?\\s*(?:[${LETTER}-]+\\s+){0,3}?(?:certificat[${LETTER}]+|accreditation|licen[cs]e|diploma|degree|qualification)\\b`,
  'u',
)

/** Reads what says how much, how many or how often, in a text whose times are already marked. */
export function readMeasure(text: string, rules: readonly MarkRule[]): MeasureReading {
  const done = DONE_ACT.test(text) && !WITHIN_A_HABIT.test(text)
  const marked = mark(text, rules)
  return {
    counted: marked.includes(COUNTED),
    always: marked.includes(ALWAYS) || marked.includes(OFTEN),
    done,
    rest: marked,
  }
}
