import type { Debrief } from '../core/rehearse/debrief.ts'
import { debriefOf } from '../core/rehearse/debrief.ts'
import type { Ending } from '../core/rehearse/scenario.ts'
import type { Talk } from '../core/rehearse/talk.ts'
import { cleanLine } from '../core/text/clean.ts'
import { renamed } from './rehearse.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const GRADE: Readonly<Record<Ending['grade'], string>> = {
  good: 'It landed',
  half: 'Part of it landed',
  'cut-off': 'It broke off',
}

/** What one takes from a rehearsal: how it ended, what landed, what to try instead. */
export function debriefText(talk: Talk, theme: Theme, width: number): string {
  const debrief = debriefOf(talk)
  const { ending } = debrief
  const line = (text: string, indent = '') => `${wrapped(theme.signs(text), width, indent)}\n`
  const told = (text: string) => renamed(talk.scenario, talk.name, text)
  const head =
    ending === undefined
      ? theme.strong(line('You stopped before the end.'))
      : `${theme.strong(line(`${GRADE[ending.grade]}: ${told(ending.title)}`))}${line(told(ending.means))}`
  return [
    head,
    moodLine(debrief, talk.name, line),
    ...section(theme, 'What landed', landedLines(debrief, line)),
    ...section(theme, 'What to try instead', insteadLines(debrief, talk, line)),
    ...(ending?.next === undefined ? [] : [`\n${line(`Next time: ${told(ending.next)}`)}`]),
  ].join('')
}

type Line = (text: string, indent?: string) => string

function moodLine({ moods }: Debrief, name: string, line: Line): string {
  return moods.length < 2 ? '' : line(`${cleanLine(name)} was ${moods.map(cleanLine).join(', then ')}.`)
}

function section(theme: Theme, title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`\n${theme.strong(title)}\n`, ...lines]
}

function landedLines({ landed }: Debrief, line: Line): readonly string[] {
  return landed.flatMap(({ words, kind }) => [
    line(words === '' ? '(you waited)' : `"${cleanLine(words)}"`, '  '),
    line(kind.landed ?? kind.name, '    '),
  ])
}

function insteadLines({ instead }: Debrief, talk: Talk, line: Line): readonly string[] {
  return instead.flatMap(({ words, kind, why, ready }) => [
    line(`"${cleanLine(words)}"  (${kind.name})`, '  '),
    ...(why === '' ? [] : [line(cleanLine(why), '    ')]),
    ...ready.map((one) => line(`try: ${renamed(talk.scenario, talk.name, one)}`, '    ')),
  ])
}

/** The whole rehearsal as JSON has it. */
export function rehearsalJson(talk: Talk, person: string | undefined): unknown {
  const { scenario, turns, ending, opening, name } = talk
  const { landed, instead, moods } = debriefOf(talk)
  return {
    id: scenario.id,
    version: scenario.version,
    title: scenario.title,
    name,
    ...(person === undefined ? {} : { person }),
    opening,
    turns: turns.map(({ heard, state, mood, reply }) => ({
      said: heard.said,
      moves: heard.moves.map(({ kind }) => kind.id),
      state: state.id,
      mood: scenario.moods[mood.after]?.id,
      reply,
    })),
    ending: ending === undefined ? null : { id: ending.id, grade: ending.grade, title: ending.title },
    moods,
    landed: landed.map(({ words, kind }) => ({ words, move: kind.id })),
    instead: instead.map(({ words, kind, why, ready }) => ({ words, move: kind.id, why, try: ready })),
  }
}

/** A rehearsal as a text file to keep: what was said, what came of it, and what the player takes from it. */
export function rehearsalFile(talk: Talk, theme: Theme, day: string, takes: string): string {
  const { scenario, name, turns, opening } = talk
  const told = (text: string) => renamed(scenario, name, text)
  const said = (who: string, text: string) => `**${who}:** ${cleanLine(text)}\n`
  return [
    `# Practised: ${told(scenario.title)}\n`,
    `${day}. ${told(scenario.goal)}\n`,
    '## The talk\n',
    said(name, opening),
    ...turns.flatMap(({ heard, reply }) => [
      said('You', heard.said === '' ? '(a pause)' : heard.said),
      said(name, reply),
    ]),
    `## What came of it\n\n${asMarkdown(debriefText(talk, theme, Number.POSITIVE_INFINITY))}`,
    ...(takes === '' ? [] : [`## What I take from it\n\n${cleanLine(takes)}\n`]),
  ].join('\n')
}

/** Lines that were indented become a list, headings stay lines of their own. */
function asMarkdown(text: string): string {
  return text
    .replace(/^ {4}/gm, '  - ')
    .replace(/^ {2}(?=["(])/gm, '- ')
    .replace(/^(What landed|What to try instead)$/gm, '### $1\n')
}
