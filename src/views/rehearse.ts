import type { MenuScreen, QuestionScreen } from '../core/ports/asker.ts'
import type { Terminal } from '../core/ports/terminal.ts'
import type { RehearsalWords } from '../core/rehearse/guide.ts'
import type { ListedScenario } from '../core/rehearse/load.ts'
import type { Scenario } from '../core/rehearse/scenario.ts'
import type { Exchange, Talk } from '../core/rehearse/talk.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { block, clip, hanging, WIDEST } from './layout.ts'
import { mistakeLine } from './problem.ts'
import { answeredLine } from './question.ts'
import { table } from './table.ts'
import { type Theme, themeFor } from './theme.ts'

/** So many cells of a first name stand before what is said. */
const LONGEST_NAME = 16

/** How a rehearsal looks on a terminal. */
export function rehearsalWords(terminal: Terminal): RehearsalWords {
  const theme = themeFor(terminal)
  const width = Math.min(terminal.columns, WIDEST) - 1
  return {
    screen: (talk, typed) => turnScreen(talk, typed),
    turn: (talk) =>
      talk.turns
        .slice(-1)
        .flatMap((turn) => turnLines(theme, talk, turn, width))
        .join('\n'),
    hint: ({ scenario, name, state }) =>
      [
        '',
        ...block(theme.signs(renamed(scenario, name, state.hint)), width, 2, theme.accent),
        ...block(theme.signs(`For example: "${renamed(scenario, name, state.ready)}"`), width, 2, theme.dim),
      ].join('\n'),
    soFar: (talk) =>
      [
        ...spoken(theme, talk.name, talk.name, talk.opening, width, theme.strong),
        ...talk.turns.flatMap((turn) => turnLines(theme, talk, turn, width)),
      ].join('\n'),
    back: (talk) =>
      [
        '',
        ...block('One turn was taken back.', width, 2, theme.dim),
        ...spoken(theme, talk.name, talk.name, talk.turns.at(-1)?.reply ?? talk.opening, width, theme.strong),
      ].join('\n'),
  }
}

function turnScreen(talk: Talk, typed: string): QuestionScreen {
  const { scenario, name, turns, state, mood } = talk
  const now = scenario.moods[mood]
  const help = 'As you would say it to them. A pause is an answer too.'
  return {
    title: `${cleanLine(name)}, ${cleanLine(scenario.other.who)}`,
    progress: cleanLine(now?.name ?? ''),
    ask: 'What do you say?',
    ...(turns.length === 0 ? { help } : {}),
    ...(state.behind === undefined ? {} : { why: renamed(scenario, name, state.behind) }),
    examples: [],
    context: now === undefined ? [] : [`${cleanLine(name)}: ${cleanLine(now.looks)}`],
    input: 'line',
    options: [],
    other: false,
    ...(typed === '' ? {} : { initial: typed }),
    required: true,
    canFinish: false,
    canGoBack: turns.length > 0,
    deeper: 0,
    notices: [],
    label: 'You',
    words: [{ word: 'hint', does: 'what you could try here' }],
    alone: 'enter alone waits',
  }
}

function turnLines(theme: Theme, talk: Talk, { heard, reply }: Exchange, width: number): readonly string[] {
  const said = heard.said === '' ? '(you wait)' : heard.said
  return [
    ...spoken(theme, 'You', talk.name, said, width, theme.dim),
    ...spoken(theme, talk.name, talk.name, reply, width, theme.strong),
  ]
}

/** One line of a conversation: who speaks in a column of its own, wide enough for both names. */
function spoken(
  theme: Theme,
  who: string,
  other: string,
  text: string,
  width: number,
  colour: (text: string) => string,
): readonly string[] {
  const name = (one: string) => clip(one, LONGEST_NAME, theme.sign.more)
  const room = Math.max(name(other).length, 'You'.length) + 2
  const lead = `  ${name(who).padEnd(room)}`
  return hanging(lead, theme.signs(cleanLine(text)), width).map((line, at) =>
    at === 0 ? colour(line.slice(0, lead.length)) + line.slice(lead.length) : line,
  )
}

/** What is to be known before the first word: who, what happened, what for. */
export function introText({ scenario, name, opening }: Talk, terminal: Terminal): string {
  const theme = themeFor(terminal)
  const width = Math.min(terminal.columns, WIDEST) - 1
  const plain = (text: string, indent = 2) => block(theme.signs(cleanLine(text)), width, indent)
  return [
    '',
    ...block(theme.signs(renamed(scenario, name, scenario.title)), width, 2, theme.strong),
    ...plain(`You are ${scenario.you}. ${name} is ${scenario.other.who}.`),
    '',
    ...scenario.situation.flatMap((fact) =>
      hanging(`  ${theme.sign.dot} `, theme.signs(renamed(scenario, name, fact)), width),
    ),
    '',
    ...hanging('  For you: ', theme.signs(renamed(scenario, name, scenario.goal)), width),
    ...block('Nothing of this is kept unless you say so at the end.', width, 2, theme.dim),
    '',
    ...spoken(theme, name, name, opening, width, theme.strong),
  ].join('\n')
}

/** A text of a scenario with another first name in the place of its own. */
export function renamed(scenario: Scenario, name: string, text: string): string {
  const own = scenario.other.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const other = cleanLine(text.replaceAll('{name}', scenario.other.name))
  return other.replace(new RegExp(`(?<!\\p{L})${own}(?!\\p{L})`, 'gu'), () => cleanLine(name))
}

/** Which talk to practise. */
export function chooseScreen(listed: readonly ListedScenario[]): MenuScreen {
  const options = listed.flatMap((one) =>
    'scenario' in one ? [{ value: one.id, label: cleanLine(one.scenario.title), note: one.id }] : [],
  )
  return {
    title: 'Practise a difficult talk',
    progress: '',
    lines: ['Nothing of it is kept. Take it back, begin again, leave when you like.'],
    options,
    initial: options[0]?.value ?? '',
    canGoBack: false,
  }
}

/** What to do when the talk is over. */
export function afterScreen(): MenuScreen {
  return {
    title: 'Done',
    progress: '',
    lines: [],
    options: [
      { value: 'done', label: 'that is all' },
      { value: 'again', label: 'once more from the beginning' },
      { value: 'keep', label: 'keep it as a text file' },
    ],
    initial: 'done',
    canGoBack: false,
  }
}

/** One line of text that is asked for when a rehearsal is to be kept. */
export function keepScreen(ask: string, label: string, initial: string): QuestionScreen {
  return {
    title: 'Keep it',
    progress: '',
    ask,
    examples: [],
    context: [],
    input: 'line',
    options: [],
    other: false,
    ...(initial === '' ? {} : { initial }),
    required: false,
    canFinish: false,
    canGoBack: false,
    deeper: 0,
    notices: [],
    label,
  }
}

/** The line as which something given in the end scrolls up. */
export function givenLine(label: string, answer: string, terminal: Terminal): string {
  return answeredLine(themeFor(terminal), label, answer, terminal.columns)
}

/** The list of rehearsals, one line each. */
export function rehearsalTable(listed: readonly ListedScenario[], width: number): string {
  const whose = { shipped: '', team: 'yours', shadows: 'yours, in place of ours' }
  const rows = listed.map((one) => {
    const title = 'scenario' in one ? one.scenario.title : 'cannot be read'
    return [one.id, title, whose[one.origin]].filter((cell) => cell !== '')
  })
  return table(rows, width)
}

/** Lines for rehearsals that cannot be read; empty when all can. */
export function brokenRehearsals(listed: readonly ListedScenario[]): string {
  return listed
    .flatMap((one) => ('mistakes' in one ? one.mistakes : []))
    .map((mistake) => `${clean(mistakeLine(mistake))}\n`)
    .join('')
}
