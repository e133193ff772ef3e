/** Lower-case letters, as ranges for a character class: far cheaper to compile than the Unicode property. */
export const LETTER = 'a-z\\u00df-\\u1fff\\u2c00-\\ud7ff'

/** Number words from two up; "one" has too many other meanings to stand here. */
export const NUMBER_WORD =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a )?(?:hundred|thousand|dozen))'

/** How many, in words or digits, one included. */
export const COUNT = `(?:\\d{1,4}(?:[.,]\\d{1,3})?|${NUMBER_WORD}|one|an?)`

export const MONTH =
  '(?:january|february|march|april|maymonth|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?'

export const WEEKDAY =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|weds?|thurs?|fri|sat|sun)'

const YEAR = "(?:(?:19|20)\\d\\d|'\\d\\d|fy ?(?:20)?\\d\\d)"

const DAY_NUMBER = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'

const DAY_WORD =
  '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|twenty-second|twenty-third|twenty-fourth|twenty-fifth|twenty-sixth|twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first|last day)'

const WEEKDAY_LEAD = `(?:${WEEKDAY},?\\s+(?:the\\s+)?)?`

/** A day written out: "12 March", "the first of June 2027", "2026-10-01", "1.10.2026", "31.12.", "05/12/2026". */
export const DAY = `(?:${WEEKDAY_LEAD}(?:(?:${DAY_NUMBER}|${DAY_WORD})(?:\\s+of)?\\s+${MONTH}(?:,?\\s+${YEAR})?|${MONTH}\\s+(?:the\\s+)?(?:${DAY_NUMBER}|${DAY_WORD})(?:,?\\s+${YEAR})?(?![%\\d.,]\\d)|(?:19|20)\\d\\d-\\d\\d?-\\d\\d?|\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?(?:20)?\\d\\d)?|\\d{1,2}/\\d{1,2}/(?:20)?\\d\\d|\\d{1,2}-\\d{1,2}-20\\d\\d))`

/** A short form that is a day only after "by" and the like: "05/12", "the 21st", "21.5". */
export const SHORT_DAY = `(?:\\d{1,2}[/.]\\d{1,2}|the\\s+\\d{1,2}(?:st|nd|rd|th)(?!\\s+(?!of\\b|and\\b|at\\b|the\\b)[${LETTER}])|the\\s+(?:last|first)\\s+(?:working\\s+)?(?:day|week))`

/** A month, with its year where there is one. */
export const MONTH_YEAR = `(?:${MONTH}(?:,?\\s+${YEAR})?)`

export const SEASON = '(?:spring|summer(?:time)?|autumn|fall|winter)'

/** Days and seasons that everybody knows. */
export const FEAST =
  "(?:easter|christmas|xmas|boxing day|new year(?:'s)?(?: eve| day)?|thanksgiving|diwali|ramadan|eid(?: al-\\w+)?|whitsun|pentecost|halloween|black friday|cyber monday|hanukkah|passover|lunar new year|chinese new year|midsummer|advent|lent|carnival|golden week|mardi gras|mayday|may day|labou?r day|(?:independence|memorial|valentine's|mother's|father's|patrick's|republic|national|canada|australia|anzac|bastille|columbus|veterans|remembrance|martin luther king|mlk|king's|reunification|women's) day|nowruz|holi|vesak|bank holiday)"

/** Parts of a year that have a name or a number. */
export const NAMED_PERIOD = `(?:q[1-4]|h[12])(?:\\s*(?:/|of\\s+)?\\s*${YEAR})?|fy ?(?:20)?\\d\\d|(?:eoy|eom|eoq|eow|cob|eod|eop)`

/** Numbered stretches of work. */
export const NUMBERED_PERIOD =
  '(?:sprint|week|wk|cw|kw|calendar week|iteration|pi|cycle|season|semester|term|quarter|phase|period|month)s? (?:no\\.? ?)?\\d{1,3}(?:\\s*(?:to|-|until|through|and|/)\\s*\\d{1,3})?'

/** Stretches of time long enough to be worked towards. */
export const LONG_UNIT =
  '(?:weeks?|fortnights?|months?|quarters?|years?|sprints?|semesters?|terms?|seasons?|iterations?|half-?years?|half years?|halves|half|decades?|release cycles?|rotations?|pay periods?|trimesters?)'

/** Words between a number and its unit of time. */
export const UNIT_LEAD =
  '(?:(?:working|calendar|business|full|more|school|financial|fiscal|further|whole|complete)\\s+)?'

/** What follows "every", "a" or "per" where it says how often. */
export const OFTEN_UNIT =
  '(?:hours?|days?|workdays?|weekdays?|weeks?|fortnights?|months?|quarters?|years?|sprints?|shifts?|mornings?|afternoons?|evenings?|nights?|semesters?|terms?|rotations?|iterations?|working days?|business days?)'

/** Whose time it is, or which one. */
export const WHOSE = `(?:(?:the|our|my|your|his|her|their|this|next|our next|my next|the next|the coming|the upcoming|its|[${LETTER}]+'s)\\s+)`

/** Any one way to name a day or a part of the year. */
export const SOME_TIME = `(?:${DAY}|${WHOSE}?(?:${MONTH_YEAR}|${FEAST}|${SEASON}(?:\\s+20\\d\\d)?|${WEEKDAY}|(?:19|20)\\d\\d)|${NAMED_PERIOD}|${NUMBERED_PERIOD}|(?:this|next|last|previous)\\s+(?:week|month|quarter|year|sprint|time))`
