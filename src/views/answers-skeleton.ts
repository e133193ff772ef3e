import type { Option } from '../core/template/option.ts'
import type { Carried, GroupQuestion, Question, Template } from '../core/template/template.ts'
import { wrapped } from './table.ts'
import { optionsFor } from './template.ts'
import { answerWords, emptyWords, whenWords } from './template-words.ts'

type Libraries = Readonly<Record<string, readonly Option[]>>

const WIDTH = 100

const HEAD = [
  'Answers can be short. Leave empty what you do not know, and delete what you do not need.',
  'Lines that begin with "#" are only read by you. Questions for going deeper are switched off: take the "# " in front of a name away to answer one.',
  '{person} stands for their name.',
]

/** Items that were open before are named by their ids. */
const WHICH: Readonly<Record<Carried, string>> = {
  promises:
    'Which one? The end of its id, as "tactful promise list" shows it. Without it they go by due day.',
  agenda:
    'Which one? Its name, such as opening, turn, well-1, point-1 or help. Without it they go in their order.',
  goals: 'Which one? The end of its id, as "tactful goal list" shows it. Without it they go by due day.',
}

/**
 * A YAML file with every question of a template as a comment and its id as a key: filled in, it is what `prep --answers` reads. Questions
 * that lie deeper are commented out.
 */
export function answersSkeleton(template: Template, libraries: Libraries): string {
  const head = [`${template.title}: ${template.purpose}`, ...HEAD].map((line) => comment(line, ''))
  const parts = template.parts.map((part) => {
    const title = `# ---- ${part.title} ${'-'.repeat(Math.max(0, 70 - part.title.length))}\n`
    const questions = part.questions.map((one) => questionLines(template, one, libraries))
    const only = part.when === undefined ? '' : comment(`Only when ${whenWords(part.when)}.`, '')
    return `${title}${only}${questions.filter((lines) => lines !== '').join('\n')}`
  })
  return `${head.join('')}\n${parts.join('\n')}`
}

function questionLines(template: Template, question: Question, libraries: Libraries): string {
  if (question.type === 'group') return groupLines(template, question, libraries)
  const off = question.depth === 'deeper' ? '# ' : ''
  return `${about(question, libraries, '')}${off}${question.id}:\n`
}

function groupLines(template: Template, group: GroupQuestion, libraries: Libraries): string {
  if (group.each !== undefined) return ''
  const off = group.depth === 'deeper' ? '# ' : ''
  const nested = itemQuestions(template, group)
  const which = group.carries === undefined ? '' : `${comment(WHICH[group.carries], '    ')}${off}  - of:\n`
  const lines = nested.map((one, index) => {
    const isFirst = index === 0 && which === ''
    const hidden = one.depth === 'deeper' && !isFirst ? '# ' : off
    const lead = isFirst ? '  - ' : '    '
    const words = `${about(one, libraries, '    ')}`
    return `${words}${hidden}${lead}${one.id}:\n`
  })
  return `${about(group, libraries, '')}${lineWords(group)}${off}${group.id}:\n${which}${lines.join('')}`
}

/** What is asked of one item: the group's own questions, then those that later groups ask of each of its items. */
function itemQuestions(template: Template, group: GroupQuestion): readonly Question[] {
  const later = template.parts
    .flatMap((part) => part.questions)
    .flatMap((one) => (one.type === 'group' && one.each === group.id ? one.questions : []))
  const all = [...group.questions, ...later]
  const first = all.find((one) => one.depth !== 'deeper') ?? all[0]
  return first === undefined ? all : [first, ...all.filter((one) => one !== first)]
}

function lineWords(group: GroupQuestion): string {
  if (group.entry === undefined) return ''
  const example = group.examples?.[0]
  const such = example === undefined ? '' : `, such as - ${JSON.stringify(example)}`
  return comment(`Instead of the names below, an item may be one line${such}`, '')
}

function about(question: Question, libraries: Libraries, indent: string): string {
  return [
    comment(question.ask, indent),
    ...(question.help === undefined ? [] : [comment(question.help, indent)]),
    comment(`(${notes(question, libraries).join('; ')})`, indent),
  ].join('')
}

function notes(question: Question, libraries: Libraries): readonly string[] {
  const empty = emptyWords(question)
  return [
    answerWords(question, optionsFor(question, libraries)),
    ...(question.required === true ? ['needed'] : []),
    ...(question.when === undefined ? [] : [`only when ${whenWords(question.when)}`]),
    ...(question.private === true ? ['stays private'] : []),
    ...(empty === undefined ? [] : [`left empty: ${empty}`]),
  ]
}

function comment(text: string, indent: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `${wrapped(line, WIDTH, `${indent}# `)}\n`
}
