import {
  COUNT,
  DAY,
  FEAST,
  LETTER,
  LONG_UNIT,
  MONTH,
  MONTH_YEAR,
  NAMED_PERIOD,
  NUMBERED_PERIOD,
  SEASON,
  SHORT_DAY,
  SOME_TIME,
  UNIT_LEAD,
  WEEKDAY,
  WHOSE,
} from './fragments.ts'
import { BY_WHEN, type MarkRule, OTHER_TIME, rule } from './marks.ts'
import { NOT_AN_END } from './other-times.ts'
import type { GoalWords } from './words.ts'

/** Leads to a moment by which something is done. */
const UNTIL =
  '(?:by|before|until|till?|up to|up until|through(?: to)?|no later than|not later than|at the latest by|latest by|latest|on or before|ahead of|prior to|in time for|due(?: on| by| in)?|come|to)'

/** Leads to a stretch of time in which something is done. */
const DURING = '(?:in|during|over|throughout|through|within|for|across|all through|all)'

/** Deadlines that need no word list. */
const AN_END: readonly MarkRule[] = [
  rule(
    `(?:by|before)\\s+(?:the\\s+)?(?:end|close)\\s+of\\s+(?:the\\s+)?(?:call|chat|shift|conversation|ticket|case|meeting|interaction)`,
    OTHER_TIME,
  ),
  rule(
    `(?:${UNTIL}\\s+|in\\s+|at\\s+|towards\\s+)?(?:the\\s+)?(?:very\\s+)?(?:end|close|start|beginning|middle|mid|last day|last week|first day|first week|first half|second half|latter half|rest|remainder|whole|entirety|entire|course|last (?:working )?(?:day|week|friday|thursday|monday|tuesday|wednesday)|first (?:monday|tuesday|wednesday|thursday|friday))\\s+(?:of|in)\\s+(?:${WHOSE})?(?:(?:current|first|second|third|fourth|sixth|financial|fiscal|calendar|school|trial|coming|next|academic|business|following|probation|notice|onboarding|\\d+(?:st|nd|rd|th)?|${COUNT}|(?!each\\b|every\\b)[${LETTER}-]+)\\s+){0,2}(?:${DAY}|${SOME_TIME}|${LONG_UNIT}|period|probation|contract|today|tomorrow|business(?:\\s+(?:on\\s+)?${WEEKDAY})?|month|90 days|internship|apprenticeship|onboarding|placement|project|pilot|cycle|rotation|run|series|hiring wave|probationary|training|course|programme|program|trial|holidays|rotation|stay)`,
    BY_WHEN,
  ),
  rule(
    `${UNTIL}\\s+(?:the\\s+)?(?:end of (?:the\\s+)?(?:work(?:ing)?\\s+)?day|close of play|close of business)`,
    BY_WHEN,
  ),
  rule(
    `(?:${UNTIL}\\s+|at\\s+)?(?:${WHOSE})?(?:year|month|quarter|sprint|term|summer|week|${NAMED_PERIOD}|${MONTH}|semester)(?:'s|-|\\s)\\s?end`,
    BY_WHEN,
  ),
  rule(
    `(?:the\\s+)?(?:end|mid|late|early|close|middle|beginning|start)(?:-|\\s+)(?:of\\s+)?(?:${MONTH_YEAR}|${SEASON}|year|${NAMED_PERIOD}|${WEEKDAY}|month|quarter|term|semester|(?:19|20)\\d\\d)`,
    BY_WHEN,
  ),
  rule(`(?:${UNTIL}\\s+|on\\s+|in\\s+|for\\s+|of\\s+|at\\s+)?${DAY}`, BY_WHEN),
  rule(`(?:${UNTIL}\\s+|${DURING}\\s+|of\\s+|at\\s+)?(?:the\\s+)?(?:${NAMED_PERIOD})`, BY_WHEN),
  rule(
    `(?:${UNTIL}\\s+|${DURING}\\s+)?(?:(?:the\\s+)?(?:whole|rest|end|all)\\s+of\\s+)?${NUMBERED_PERIOD}`,
    BY_WHEN,
  ),
  rule(`(?:${UNTIL.replace('|to)', ')')}|on)\\s+${SHORT_DAY}`, BY_WHEN),
  rule(
    `(?:${UNTIL}|${DURING}|on|this|next|at|around|of|about)\\s+(?:${WHOSE})?(?:(?:late|early|mid|next|this|the following|coming|second|summer|early|upcoming)[\\s-]+)?(?:(?:[${LETTER}]+\\s+){0,1}?${FEAST}|${MONTH_YEAR}|${SEASON}|${WEEKDAY}|(?:19|20)\\d\\d)(?:\\s+20\\d\\d)?(?!(?:'s)?\\s+(?:triage|meeting|call|stand-?up|shift|session|report|handover|queue|sync|team|rota|slot|deploy|figures|newsletter))`,
    BY_WHEN,
  ),
  [
    new RegExp(
      `(?<=^\\s*|[,;:(.\\u2026-]\\s*)(?:${MONTH_YEAR}|${WEEKDAY}|${SEASON}(?:\\s+20\\d\\d)?|20\\d\\d)(?=\\s*(?:$|[,;:).-]|only))`,
      'gu',
    ),
    BY_WHEN,
  ],
  rule(`${UNTIL}\\s+(?:(?:late|early|mid)-?\\s*)?(?:tomorrow|tonight|then)`, BY_WHEN),
  rule('tomorrow|tonight', BY_WHEN),
  rule(
    `(?:(?:${UNTIL}|${DURING}|at some point in|later|at)\\s+)?(?:${WHOSE}?(?:next|coming|current|following|upcoming|remaining)|this|all|the whole|the entire)\\s+(?:half\\s+of\\s+)?(?:financial\\s+|fiscal\\s+|calendar\\s+|school\\s+|academic\\s+|coming\\s+|first\\s+|second\\s+|third\\s+|fourth\\s+|spring\\s+|summer\\s+|autumn\\s+|winter\\s+)?(?:week|weekend|fortnight|month|quarter|year|sprint|semester|term|season|half-?year|half|iteration|decade|rotation|trimester|cycle|training cycle|release cycle)(?!\\s?'?s\\b|')(?:\\s+long)?`,
    BY_WHEN,
  ),
  rule(
    `(?:${DURING}|up to|until|by|before)\\s+(?:the|my|our)\\s+(?:first|second|third|fourth|last|final)\\s+(?:half|quarter|months?|term|semester|trimester|week\\s+(?:of|in))(?:\\s+of\\s+(?:the\\s+)?year)?`,
    BY_WHEN,
  ),
  rule(
    `(?:${DURING}|up to|until|by)\\s+(?:the\\s+)?(?:year|half-year|holiday season|festive season|(?:summer|winter|spring|easter|christmas|autumn)\\s+(?:break|holidays?|term|months|peak|season))`,
    BY_WHEN,
  ),
  rule(
    `(?:(?:${DURING})\\s+)?(?:the|my|these|our)\\s+(?:next|coming|following|remaining|upcoming|first)\\s+${COUNT}\\s+${UNIT_LEAD}(?:days|${LONG_UNIT})`,
    BY_WHEN,
  ),
  rule(`(?:next|coming|following)\\s+(?!one\\b)${COUNT}\\s+${UNIT_LEAD}(?:days|${LONG_UNIT})`, BY_WHEN),
  rule(
    `(?:in\\s+)?${COUNT}\\s+${UNIT_LEAD}(?:days?|${LONG_UNIT})(?:'s?\\s+time|\\s+from\\s+(?:now|today|here))`,
    BY_WHEN,
  ),
  rule(
    `(?:for|over|in|within|after|across|at the end of|inside)\\s+(?:about\\s+|around\\s+|the space of\\s+|a period of\\s+|at least\\s+|up to\\s+|a full\\s+|a whole\\s+)?${COUNT}\\s+(?:and a half\\s+|consecutive\\s+|straight\\s+)?${UNIT_LEAD}${LONG_UNIT}(?!\\s+(?:of\\s+(?:opening|receiving|arrival|an?\\b|the\\s+(?:incident|ticket|case|report|request|call|complaint|customer))|after|before|old))`,
    BY_WHEN,
  ),
  rule(
    `(?:for|over|across)\\s+(?:(?:[5-9]|1\\d|five|six|seven|eight|nine|ten|twelve|fourteen)\\s+(?:[${LETTER}]+\\s+)?|${COUNT}\\s+(?:working|consecutive|business)\\s+)days`,
    BY_WHEN,
  ),
  rule(
    `(?:until|till)\\s+(?!further notice|(?:it|it's|they|i)(?![${LETTER}])|(?:the\\s+|a\\s+|an\\s+|any\\s+|all\\s+|every\\s+|each\\s+|my\\s+|their\\s+)?(?:[${LETTER}]+\\s+)?(?:customers?|callers?|clients?|users?|tickets?|cases?|calls?|chats?|issues?|problems?|guests?|patients?|everyone|everybody|everything|someone|resolved|solved|fixed|done|asked|told|confirmed|understood|answer|fix|questions?|tests?|build|bug)(?![${LETTER}]))[${LETTER}\\d'-]+(?:\\s+[${LETTER}\\d'-]+){0,5}`,
    BY_WHEN,
  ),
  rule(`within\\s+(?:the\\s+|this\\s+)?(?:week|month|quarter|year|sprint|half-year|fortnight)`, BY_WHEN),
  rule(
    `(?:in|within|over|for)\\s+(?:(?:1[4-9]|[2-9]\\d|1\\d\\d)|(?:thirty|sixty|ninety|twenty|fifteen))\\s+${UNIT_LEAD}days(?!\\s+(?:of|after))`,
    BY_WHEN,
  ),
  [new RegExp(`(?<=^\\s*)(?:within|in)\\s+${COUNT}\\s+${UNIT_LEAD}days(?=\\s*,)`, 'gu'), BY_WHEN],
  rule(
    `by\\s+the\\s+time(?!\\s+(?:(?:the|a|an|my)\\s+)?(?:[${LETTER}]+\\s+)?(?:customers?|callers?|clients?|users?|tickets?|cases?|calls?|patients?|guests?)\\b)(?:\\s+[${LETTER}\\d'-]+){1,6}`,
    BY_WHEN,
  ),
  rule(
    `(?:${UNTIL}|when|at)\\s+(?:our\\s+|the\\s+)?next\\s+time(?:\\s+we\\s+(?:meet|talk|speak|sit down))?|next\\s+time\\s+we\\s+(?:meet|talk|speak|sit down)|(?:${UNTIL}|when)\\s+we\\s+(?:next\\s+)?(?:meet|talk|speak|sit down)(?:\\s+(?:again|next))?`,
    BY_WHEN,
  ),
  rule(
    `(?:before|until|till|when|once|ahead of)\\s+(?!(?:the\\s+|a\\s+|any\\s+)?(?:customers?|callers?|clients?|users?|tickets?|cases?|calls?|chats?|it|issue|problem|guests?|patients?)\\b)(?:(?:the|a|an|my|our|his|her|their)\\s+)?(?:[${LETTER}-]+\\s+){1,3}?(?:go(?:es)?\\s+(?:on\\s+(?:[${LETTER}]+\\s+)?(?:leave|holiday|vacation|sabbatical|maternity|paternity)|live|back|forward|away)|begins?\\b|opens\\b|kicks? off|comes? (?:back|round|around|in|home|into)|changes?\\b|switch(?:es)?\\s+to|hands? in|leaves?\\b|moves?\\s+(?:to|into|on|over|up)|starts?\\b|joins?\\b|retires?|takes? over|returns?\\b|(?:is|are|am)\\s+(?:back|out|over|up|done with (?:probation|onboarding)|due|through)|ends?\\b|runs? out|expires?|closes\\s+for)(?:\\s+(?:from|for|at|on|to)(?:\\s+(?:the\\s+)?[${LETTER}\\d-]+){1,2}|\\s+me|\\s+us)?`,
    BY_WHEN,
  ),
]

/** Vague times and what is left: they end nothing. */
const NO_END: readonly MarkRule[] = [
  rule(
    `(?:in|over|during|for)?\\s*(?:the\\s+)?(?:next|coming|following)\\s+(?:(?:few|several|couple of)\\s+)?(?:days|weeks|months|years|sprints)|(?:in|over)\\s+(?:the\\s+)?(?:long(?:er)? term|long run|time|future|near future)|in\\s+(?:the\\s+)?(?:near\\s+)?future|over time|from now on|going forwards?|moving forwards?|as soon as (?:possible|i can)|asap|soon(?:er)?|eventually|at some point|long-term|short-term|ongoing|from day one|someday|now|today|immediately|right away|straight away|nowadays|anymore|any more|lately|recently|until now|so far|this time|next time|in time|on time(?! for)|later`,
    OTHER_TIME,
  ),
]

/** The rules that find times in a goal, in order; the word lists say which events can be a deadline. */
export function timeRules(words: GoalWords): readonly MarkRule[] {
  const worded = `(?:[${LETTER}\\d/-]+\\s+){0,3}?`
  const notOften = '(?!(?:each|every|any|all|a|an|closing|sending|asking)\\b)'
  const whenQualified = `(?:(?:next(?!\\s+(?:\\d|${COUNT}))|coming|upcoming|annual|yearly|half-year|half-yearly|mid-year|year-end|quarterly|board|${SEASON}|${MONTH}|${FEAST}|follow-up|steering|strategy|strategic)\\s+)`
  return [
    ...NOT_AN_END,
    ...AN_END,
    rule(
      `(?:${UNTIL.replace('|to)', ')')})\\s+${notOften}(?:${WHOSE})?${worded}(?<!(?:code|peer|request|pr|ticket|call|design|case|document)\\s+(?=review))${words.events}(?!\\s+(?:notes?|form|checklist|template|plan)\\b)(?:\\s+(?:review|period|day|week|date|window|call|meeting|ends?|starts?|break|conversation|talk|cycle|phase|v?\\d+(?:\\.\\d+)*))?`,
      BY_WHEN,
    ),
    rule(
      `(?:${UNTIL.replace('|to)', ')')})\\s+(?:our|my|the\\s+next|your)\\s+${worded}${words.gatherings}`,
      BY_WHEN,
    ),
    rule(
      `(?:${UNTIL}|at|in|during|for)\\s+(?:${WHOSE})?${whenQualified}(?:[${LETTER}-]+\\s+){0,2}?(?:${words.gatherings}|${words.events})(?:\\s+(?:review|period|day|week|freeze))?`,
      BY_WHEN,
    ),
    rule(
      `(?:at|in|during|through(?:out)?|for|over|within)\\s+(?:our|my|the)\\s+(?:next\\s+)?(?:whole\\s+)?(?:[${LETTER}-]+\\s+){0,1}?(?:probation(?:ary)?|trial|onboarding|internship|apprenticeship|placement|secondment|holidays|retro|retrospective|freeze|contract|appraisal)(?:\\s+(?:period|phase|time))?`,
      BY_WHEN,
    ),
    rule(
      `(?<!(?:[${LETTER}]ed|[${LETTER}]en|sent|held|made|led|run|built|is|are)\\s)by\\s+(?:the|our|my|her|his|their|your)\\s+(?!(?:[${LETTER}]+ing|number|half|third|way|rule|rules|book|agreed|minute|hour|customer|client|team|caller|user|same|right|manager|engineer|person|side|numbers|lead)(?![${LETTER}]))[${LETTER}\\d'-]+(?:\\s+(?!and\\b)[${LETTER}\\d'-]+){0,3}`,
      BY_WHEN,
    ),
    rule(
      `before\\s+(?!(?:the\\s+|a\\s+)?(?:customer|caller|client|user|patient|guest)'?s)(?:the|our|my|her|his|their|your|[${LETTER}]+'s)\\s+(?!(?:[${LETTER}-]+\\s+){0,2}?(?:[${LETTER}]+ing|${words.everyday})(?![${LETTER}-]))[${LETTER}\\d'-]+(?:\\s+(?!and\\b)[${LETTER}\\d'-]+){0,3}`,
      BY_WHEN,
    ),
    rule(
      `(?:review(?:ed)?|checked?|look(?:ed)?|count(?:ed)?|measured?)\\s+(?:it\\s+|again\\s+)*(?:in|at|on)\\s+(?:our|the)\\s+(?:next\\s+)?(?:${words.events}|${words.gatherings})`,
      BY_WHEN,
    ),
    ...NO_END,
  ]
}
