import { sectionOf } from '../notebook/assemble.ts'
import type { Note } from '../notebook/note.ts'
import type { Question, Template } from '../template/template.ts'

/** What was planned for a talk, in the words of its preparation; everything may be missing. */
export interface Planned {
  /** The first sentence, what is hoped for, the questions to ask, and the help on offer. */
  readonly opening?: string
  readonly hope?: string
  readonly ask?: string
  readonly help?: string
}

/** Questions of a preparation whose answers come up again in the talk, by their ids. */
const ASKED = { opening: 'opening', hope: 'intention', ask: 'questions', help: 'help' } as const

/**
 * What a session says about how to hold its talk. The words stand behind the labels of its template; without the template only
 * what reads like a question is found.
 */
export function plannedIn(note: Note, template: Template | undefined): Planned {
  const text = sectionOf(note, 'talk')?.text ?? ''
  const questions = (template?.parts ?? []).flatMap((part) => part.questions)
  const found = Object.entries(ASKED).flatMap(([name, id]) => {
    const words = behind(text, labelOf(questions.find((question) => question.id === id)))
    return words === undefined ? [] : [[name, words] as const]
  })
  const planned: Planned = Object.fromEntries(found)
  return planned.ask === undefined ? { ...planned, ...questionsIn(text, planned) } : planned
}

/** Blocks such as `What they may answer: ...`, each as one line; those without a label come as they are. */
export function blocksIn(text: string): readonly string[] {
  const blocks = text.split(/\n{2,}/).map((block) => block.replace(/\s*\n\s*/g, ' ').trim())
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1]
    if (before?.endsWith(':') === true) return [`${before} ${block}`]
    return block === '' || block.endsWith(':') ? [] : [block]
  })
}

function labelOf(question: Question | undefined): string | undefined {
  return question === undefined ? undefined : (question.label ?? question.ask).replace(/[?:\s]+$/, '')
}

function behind(text: string, label: string | undefined): string | undefined {
  const lead = `${label}:`
  const block = label === undefined ? undefined : blocksIn(text).find((one) => one.startsWith(lead))
  return block?.slice(lead.length).trim() || undefined
}

function questionsIn(text: string, { opening = '' }: Planned): Planned {
  const asked = text
    .split('\n')
    .filter((line) => line.trim().endsWith('?') && !line.includes(opening || '\0'))
  return asked.length === 0 ? {} : { ask: asked.map((line) => line.trim()).join(' ') }
}
