import {
  COUNT,
  DAY,
  FEAST,
  LETTER,
  MONTH,
  MONTH_YEAR,
  OFTEN_UNIT,
  SEASON,
  SOME_TIME,
  WEEKDAY,
  WHOSE,
} from './fragments.ts'
import { BY_WHEN, type MarkRule, OFTEN, OTHER_TIME, rule } from './marks.ts'

/** What is said about something that was, or was measured then. */
const PAST_NOUN =
  '(?:outages?|incidents?|complaints?|feedback|surveys?|reports?|results?|figures?|numbers?|notes?|e?mails?|escalations?|postmortems?|breach(?:es)?|bugs?|scores?|ratings?|baselines?|conversations?|discussions?|talks?|data|minutes|findings|reviews?|appraisals?|sessions?|meetings?|retros?|retrospectives?|audits?|one-to-ones?|one-on-ones?|1:1s?|check-ins?|catch-ups?|workshops?|levels?|values?|averages?|goals?|targets?|points|actions?|mistakes?|launch|migration|release|training|crash|failure|mishap|mix-up|assessments?)'

/** Finds what was, how often something happens, and when it begins; none of these says by when it ends. Ranges, which end, come before beginnings. */
export const NOT_AN_END: readonly MarkRule[] = [
  rule(
    `as\\s+(?:(?:we|i|you|they|was|were|had|has been|been|already|just)\\s+){0,3}(?:agreed|discussed|said|promised|noted|mentioned|planned|decided|talked about|spoken about|set out|described|asked|requested|suggested|outlined|seen|learned|learnt)(?:\\s+(?!(?:by|until|before|till|and)\\b)[${LETTER}\\d'/-]+){0,10}`,
    OTHER_TIME,
  ),
  rule(
    `(?:we|i|you|they|was|were|been|what)?\\s*(?:agreed|discussed|talked(?: about)?|spoke(?: about)?|raised|noted|mentioned|said|told|promised|met|happened|complained|came up|introduced|created|launched|defined|drafted|adopted|bought|pointed out|observed|criticised|criticized|flagged|seen|missed|reported|started|began|joined)\\s+(?:(?:about|it|this|that|to|me|with|you|us|so)\\s+){0,2}(?:(?:on|in|at|back in|during)\\s+)?(?:the\\s+)?(?:last\\s+[${LETTER}]+|${SOME_TIME})`,
    OTHER_TIME,
  ),
  rule(
    `(?:from|after|following|in|at|given|on|with|based on|of|to|per|beyond|above|under|below)\\s+(?!every|each|all|any)(?:${WHOSE})?(?:[${LETTER}-]+\\s+){0,2}?${PAST_NOUN}\\s+(?:of|from|dated|back in)\\s+${SOME_TIME}(?!\\s*(?:to|until|till|through|-)(?![${LETTER}]))`,
    OTHER_TIME,
  ),
  rule(
    `(?:from|following|after|since|given)\\s+(?:${WHOSE})(?:[${LETTER}-]+\\s+){0,2}?${PAST_NOUN}(?:\\s+(?:on|in|of)\\s+${SOME_TIME})?`,
    OTHER_TIME,
  ),
  rule(
    `(?:the|our|that|this|my|your)\\s+(?:[${LETTER}-]+\\s+){0,2}?(?:outage|incident|complaint|feedback|survey|breach|escalation|e?mail|crash|conversation)s?\\s+(?:of|from|on|in)\\s+${SOME_TIME}(?!\\s*(?:to|until|till|through|-)(?![${LETTER}]))`,
    OTHER_TIME,
  ),
  rule(
    `(?:we|you|they|i|he|she)\\s+(?:[${LETTER}]+ed|made|had|got|saw|wrote|set|took|gave|held|found|chose|left|sent|built|lost|went|came|did)\\s+(?:[${LETTER}]+\\s+){0,2}?(?:(?:in|on|at|back in|during)\\s+)?(?:last\\s+[${LETTER}]+|${SOME_TIME})`,
    OTHER_TIME,
  ),
  rule(`since(?:\\s+(?!(?:by|until|before)\\b)[${LETTER}\\d'/-]+){1,6}`, OTHER_TIME),
  rule(
    `(?:last|previous|past|prior)\\s+(?!day\\b|days\\b|working day|(?:friday|thursday|monday|tuesday|wednesday|week|weekend) (?:in|of)\\b)(?:${COUNT}\\s+)?(?:weeks?|months?|quarters?|years?|sprints?|time|night|days|${SEASON}|${MONTH}|${WEEKDAY}|${PAST_NOUN})(?:'s?)?(?:\\s+${PAST_NOUN})?`,
    OTHER_TIME,
  ),
  rule(
    `yesterday(?:'s)?|${COUNT}\\s+(?:days|weeks?|months?|years?)\\s+ago|back in\\s+${SOME_TIME}`,
    OTHER_TIME,
  ),
  [
    new RegExp(
      `(?<!\\b(?:by|before|until|till|at|for|after|in time for|of|in|during|our|my)\\s+(?:the\\s+|our\\s+|my\\s+)?)(?<![${LETTER}\\d])(?:${DAY}|${MONTH_YEAR}|(?:19|20)\\d\\d|q[1-4]|h[12]|${SEASON})(?:'s)?\\s+(?:[${LETTER}-]+\\s+)?${PAST_NOUN}(?:\\s+${PAST_NOUN})?(?![${LETTER}\\d])`,
      'gu',
    ),
    OTHER_TIME,
  ],
  rule(
    `(?:was|were|had been|currently|compared (?:to|with)|versus|vs\\.?|(?<!-)(?:up|down) (?:from|on))\\s+(?:[\\d.,%]+\\s+)?(?:in\\s+|on\\s+)?${SOME_TIME}`,
    OTHER_TIME,
  ),
  [
    new RegExp(
      `(?<=\\(\\s?[\\d.,]{1,6}\\s?%?\\s)(?:[${LETTER}]+\\s+){0,2}(?:in|on)\\s+${SOME_TIME}|(?<=\\()${MONTH_YEAR}(?=\\s?:\\s?\\d)`,
      'gu',
    ),
    OTHER_TIME,
  ],
  // How often. "On Fridays" and "each Friday" name no day.
  rule(
    `(?:on\\s+|at\\s+|in\\s+)?(?:the\\s+(?:end|start|beginning|close)\\s+of\\s+)?(?:every|each)\\s+(?:single\\s+|other\\s+|second\\s+|third\\s+|working\\s+|\\d+\\s+|${COUNT}\\s+)?(?:${WEEKDAY}|${OFTEN_UNIT}|${MONTH})(?:\\s+(?:morning|afternoon|evening|night)s?)?(?:\\s+(?:and|or|to)\\s+${WEEKDAY})?`,
    OFTEN,
  ),
  rule(
    `(?:on\\s+|at\\s+)?(?:${WEEKDAY}s|weekdays|weekends|mornings|${WEEKDAY}\\s+(?:mornings|afternoons|evenings|nights))(?:\\s+and\\s+(?:on\\s+)?${WEEKDAY}s)?`,
    OFTEN,
  ),
  rule(
    `(?:in|during)\\s+(?:their|his|her|its|the customer's)\\s+first\\s+(?:\\d+\\s+|[${LETTER}]+\\s+)?[${LETTER}]+`,
    OTHER_TIME,
  ),
  rule(`(?:per|/ ?)\\s*(?:${OFTEN_UNIT})`, OFTEN),
  // Ranges end; what only begins does not.
  rule(
    `(?:from\\s+|between\\s+)?(?:the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?|${SOME_TIME})\\s*(?:to|until|till|through|-|and)\\s*(?:the\\s+)?(?:end of\\s+)?${DAY}`,
    BY_WHEN,
  ),
  rule(
    `(?:from\\s+|between\\s+)?(?:${MONTH_YEAR}|${WEEKDAY}|q[1-4])\\s*(?:to|until|till|through|-|thru)\\s*(?:the\\s+)?(?:end\\s+of\\s+)?(?:${MONTH_YEAR}|${WEEKDAY}|${FEAST}|q[1-4])`,
    BY_WHEN,
  ),
  rule(`between\\s+(?:now|today|${SOME_TIME})\\s+and(?=\\s)`, BY_WHEN),
  rule(
    `(?<!(?:days?|weeks?|months?|quarters?|years?|sprints?)\\s)(?:from|starting|as of|as from|beginning|begin|effective|start|commencing|with effect from|kicking off)(?:\\s+(?:on|from|in|with))?\\s+(?:the\\s+)?(?:(?:start|beginning)\\s+of\\s+)?(?:now|today|tomorrow|immediately|day one|the\\s+next\\s+[${LETTER}-]+|next\\s+[${LETTER}-]+|${SOME_TIME})(?:\\s+(?:on(?:wards?)?|forward|forth|out))?(?!\\s*(?:to|until|till|through|-)\\s*\\d)`,
    OTHER_TIME,
  ),
]
