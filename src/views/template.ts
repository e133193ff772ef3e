import type { ListedScenario } from '../core/rehearse/load.ts'
import type { Tried } from '../core/template/examples.ts'
import type { Changes } from '../core/template/extend/changes.ts'
import { everyQuestion } from '../core/template/find.ts'
import type { Listed, Loaded, Origin } from '../core/template/load.ts'
import { offered } from '../core/template/offered.ts'
import type { Option } from '../core/template/option.ts'
import type { Depth, Part, Question, Template } from '../core/template/template.ts'
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

/** Kinds in the order in which they are listed. */
const KINDS = ['session', 'talk', 'checkin', 'form', 'goal', 'rehearsal', '']

/** The list of templates, one line each, kind by kind; what cannot be read comes last. */
export function templateTable(
  listed: readonly Listed[],
  scenarios: readonly ListedScenario[],
  width: number,
): string {
  const rows = [
    ...listed.map((one) => {
      if (!('template' in one)) return [one.id, '', 'cannot be read', ORIGIN[one.origin]]
      const { kind, title, extends: from } = one.template
      return [one.id, kind, title, `${ORIGIN[one.origin]}${builtWords(one.id, from, one.origin)}`]
    }),
    ...scenarios.map((one) => [
      one.id,
      'scenario' in one ? 'rehearsal' : '',
      'scenario' in one ? one.scenario.title : 'cannot be read',
      ORIGIN[one.origin],
    ]),
  ]
  return table(
    KINDS.flatMap((kind) => rows.filter((row) => row[1] === kind)),
    width,
  )
}

function builtWords(id: string, from: string | undefined, origin: Origin): string {
  if (from === undefined || origin === 'shipped') return ''
  return from === id ? ' and built on it' : `, built on ${from}`
}

/** Lines for templates and rehearsals that cannot be read; empty when all can. */
export function brokenLines(listed: readonly (Listed | ListedScenario)[]): string {
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

/** What a template changes in the one it is built on; one line a kind of change. */
export function changesText(changes: Changes, { id, extends: from = '' }: Template, width: number): string {
  const head = `Built on ${from}${from === id ? ', as it ships' : ''}`
  const changed = changes.changed.map(({ name, keys }) => `${name} (${keys.join(', ')})`)
  const rows = [
    ['  added', changes.added.join(', ')],
    ['  left out', changes.removed.join(', ')],
    ['  changed', changed.join(', ')],
    ['  moved', changes.moved.join(', ')],
  ].filter(([, names]) => names !== '')
  if (rows.length === 0) return `\n${wrapped(`${head}; nothing differs yet`, width)}\n`
  return `\n${wrapped(head, width)}\n${table(rows, width)}`
}

/** How many files were looked at, and what came of it. */
export function checkedText(files: number, mistakes: number): string {
  if (files === 0) return 'There is nothing of your own to check. Name a file to check that one.'
  const looked = files === 1 ? '1 file' : `${files} files`
  if (mistakes === 0) return `${looked} checked, nothing to mend.`
  return `${looked} checked, ${mistakes === 1 ? '1 thing' : `${mistakes} things`} to mend.`
}

/** How many examples were tried, and what came of it. */
export function triedText({ sentences, answers, failed }: Tried): string {
  if (sentences + answers + failed.length === 0) {
    return 'There are no examples to try. They stand beside rules ("examples:") and templates (ID.answers.yaml).'
  }
  const counted = [
    sentences === 0 ? '' : sentences === 1 ? '1 sentence' : `${sentences} sentences`,
    answers === 0 ? '' : answers === 1 ? '1 set of answers' : `${answers} sets of answers`,
  ].filter((one) => one !== '')
  const tried = counted.length === 0 ? 'Nothing could be tried' : `${counted.join(' and ')} tried`
  if (failed.length === 0) return `${tried}, all as they should be.`
  return `${tried}, ${failed.length === 1 ? '1 thing' : `${failed.length} things`} to mend.`
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
      const title = theme.strong(wrapped(`${index + 1}  ${part.title}`, width))
      const only = part.when === undefined ? '' : wrapped(`Only when ${whenWords(part.when)}.`, width, '  ')
      const head = only === '' ? title : `${title}\n${theme.dim(only)}`
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
