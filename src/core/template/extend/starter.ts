import { checkTemplate } from '../check.ts'
import type { Question, Template } from '../template.ts'

/**
 * The text of a small template that is built on another one: everything stays as it is, and one example of each kind of change
 * stands in a comment, with ids that are there.
 */
export function starterFor(base: Template, id: string): string {
  const head = `id: ${id}\nversion: 1\nextends: ${base.id}\n`
  const blocks = [title(base), removing(base, head), replacing(base), adding(base), reordering(base)]
  return [
    `# Built on "${base.id}": all of it stays, apart from what is said here.`,
    `# Every id there is: tactful template questions ${base.id}`,
    head,
    '## Below is one example of each kind of change. To use one, take away the "# " in front of its lines.',
    '',
    blocks.filter((block) => block !== '').join('\n'),
  ].join('\n')
}

function title(base: Template): string {
  return commented(`title: ${quoted(base.title)}`)
}

/** A question that nothing else refers to. */
function removing(base: Template, head: string): string {
  const found = topQuestions(base).findLast(({ id, required }) => {
    if (required === true) return false
    return 'template' in checkTemplate(`${head}remove: [${id}]\n`, '', { base: { template: base } })
  })
  if (found === undefined) return ''
  return `## What you leave out: a question by its id, one inside a group as group.id, part/ID, section/ID.\n${commented(`remove: [${found.id}]`)}`
}

function replacing(base: Template): string {
  const question = topQuestions(base).find(({ type }) => type !== 'person' && type !== 'group')
  const part = base.parts[0]
  if (question === undefined || part === undefined) return ''
  const lines = [
    'replace:',
    `  ${question.id}:`,
    `    ask: ${quoted(question.ask)}`,
    `  part/${part.id}: { title: ${quoted(part.title)} }`,
  ]
  return `## What you word or set otherwise, key by key. With "type" it is a new question in the same place.\n${commented(lines.join('\n'))}`
}

function adding(base: Template): string {
  const last = base.parts[0]?.questions.at(-1)
  if (last === undefined) return ''
  const lines = [
    'add:',
    `  - after: ${last.id}`,
    '    question:',
    '      id: our_question',
    '      type: text',
    '      ask: What else would you like to ask?',
    '      why: One line on what the answer is good for.',
    `      section: ${base.note.sections[0]?.id}`,
  ]
  return `## What you add: a question, a part, a section of the note, or an option of a choice.\n${commented(lines.join('\n'))}`
}

function reordering(base: Template): string {
  const [first, second] = base.note.sections
  if (first === undefined || second === undefined) return ''
  const lines = ['reorder:', `  - { move: section/${second.id}, before: section/${first.id} }`]
  return `## What stands elsewhere.\n${commented(lines.join('\n'))}`
}

function topQuestions(base: Template): readonly Question[] {
  return base.parts.flatMap((part) => part.questions)
}

function commented(text: string): string {
  return `${text.replace(/^/gm, '# ')}\n`
}

/** Words that YAML reads as words, whatever signs are in them. */
function quoted(words: string): string {
  return JSON.stringify(words)
}
