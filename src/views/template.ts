import { everyQuestion } from '../core/template/find.ts'
import type { Listed, Loaded, Origin } from '../core/template/load.ts'
import { offered } from '../core/template/offered.ts'
import type { Depth, Option, Part, Question, Template } from '../core/template/template.ts'
import { clean } from '../core/text/clean.ts'
import { mistakeLine } from './problem.ts'
import { table, wrapped } from './table.ts'
import { answerWords, whenWords } from './template-words.ts'
import type { Theme } from './theme.ts'

const ORIGIN: Readonly<Record<Origin, string>> = {
  shipped: 'ships with tactful',
  team: 'yours',
  shadows: 'yours, in place of the one that ships',
}

const DEPTH: Readonly<Record<Depth, string>> = {
  quick: 'asked even with --quick',
  core: 'asked by default',
  deeper: 'behind "go deeper"',
}

/** The list of templates, one line each. */
export function templateTable(listed: readonly Listed[], width: number): string {
  const rows = listed.map((one) => {
    const about = 'template' in one ? one.template.title : 'cannot be read'
    const kind = 'template' in one ? one.template.kind : ''
    return [one.id, kind, about, ORIGIN[one.origin]]
  })
  return table(rows, width)
}

/** Lines for templates that cannot be read; empty when all can. */
export function brokenLines(listed: readonly Listed[]): string {
  return listed.flatMap((one) => ('mistakes' in one ? [`${mistakesText(one.mistakes)}`] : [])).join('')
}

/** Mistakes, one a line: place, what is wrong, how to mend it. */
export function mistakesText(mistakes: Extract<Listed, { mistakes: unknown }>['mistakes']): string {
  return mistakes.map((mistake) => `${clean(mistakeLine(mistake))}\n`).join('')
}

/** One template at a glance: what it is for, its parts, how its note is laid out. */
export function templateText({ template, origin }: Loaded, theme: Theme, width: number): string {
  const facts = `${template.id}, version ${template.version}, ${template.kind}, ${ORIGIN[origin]}`
  const rows = template.parts.map((part, index) => [`  ${index + 1}`, part.title, countWords(part)])
  return [
    `${theme.strong(wrapped(template.title, width))}\n`,
    `${wrapped(template.purpose, width)}\n`,
    `${theme.dim(wrapped(facts, width))}\n`,
    `\nParts\n${table(rows, width)}`,
    `\nThe note\n${wrapped(template.note.title, width, '  ')}\n`,
    ...template.note.sections.map(({ heading }) => `${wrapped(heading, width, '    ')}\n`),
  ].join('')
}

function countWords(part: Part): string {
  const all = part.questions.flatMap((one) => askable(one, one.depth))
  const deeper = all.filter((depth) => depth === 'deeper').length
  const asked = all.length - deeper
  const questions = asked === 1 ? '1 question' : `${asked} questions`
  return deeper === 0 ? questions : `${questions}, ${deeper} more when you go deeper`
}

/** Depths of what can be asked here: a group counts as its questions, which lie at least as deep as it does. */
function askable(question: Question, depth: Depth): readonly Depth[] {
  if (question.type !== 'group') return [depth === 'deeper' ? depth : question.depth]
  return question.questions.flatMap((nested) => askable(nested, depth === 'deeper' ? depth : nested.depth))
}

/** Every question with what it takes, when it is asked and why. */
export function questionsText(
  template: Template,
  libraries: Readonly<Record<string, readonly Option[]>>,
  theme: Theme,
  width: number,
): string {
  return template.parts
    .map((part, index) => {
      const head = theme.strong(wrapped(`${index + 1}  ${part.title}`, width))
      return `${head}\n${part.questions.map((one) => questionText(one, libraries, theme, width, '  ')).join('')}`
    })
    .join('\n')
}

function questionText(
  question: Question,
  libraries: Readonly<Record<string, readonly Option[]>>,
  theme: Theme,
  width: number,
  indent: string,
): string {
  const inner = `${indent}  `
  const lines = [
    wrapped(`${question.id}: ${question.ask}`, width, indent, inner),
    theme.dim(wrapped(answerWords(question, optionsFor(question, libraries)), width, inner)),
    theme.dim(wrapped(askedWords(question), width, inner)),
    ...(question.why === undefined ? [] : [theme.dim(wrapped(`Why: ${question.why}`, width, inner))]),
  ]
  const nested =
    question.type === 'group'
      ? question.questions.map((one) => questionText(one, libraries, theme, width, inner))
      : []
  return [...lines.map((line) => `${line}\n`), ...nested].join('')
}

/** When a question is asked, whether it needs an answer, and who will see it. */
function askedWords(question: Question): string {
  return [
    DEPTH[question.depth],
    ...(question.when === undefined ? [] : [`only when ${whenWords(question.when)}`]),
    ...(question.required === true ? ['needs an answer'] : []),
    ...(question.private === true ? ['stays private'] : []),
  ].join(', ')
}

/** The options of a question that come from a library or the team's settings. */
export function optionsFor(
  question: Question,
  libraries: Readonly<Record<string, readonly Option[]>>,
): readonly Option[] {
  if (question.type !== 'choice' && question.type !== 'choices') return []
  return 'length' in question.options ? [] : offered(question.options, libraries)
}

/** Number of questions, groups not counted. */
export function questionCount(template: Template): number {
  return everyQuestion(template).filter((one) => one.type !== 'group').length
}
