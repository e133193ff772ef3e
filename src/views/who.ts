import type { Person } from '../core/notebook/note.ts'
import type { MenuScreen, QuestionScreen } from '../core/ports/asker.ts'
import { cleanLine } from '../core/text/clean.ts'

/** Asks which of the people close to an unknown name was meant, or whether it is somebody new. Values are slugs, `@new` and `@leave`. */
export function whoScreen(name: string, near: readonly Person[], leave: string): MenuScreen {
  return {
    title: `There is nobody called "${cleanLine(name)}" yet.`,
    progress: '',
    lines: ['Whom did you mean?'],
    options: [
      ...near.map((person) => ({ value: person.slug, label: cleanLine(person.name) })),
      { value: '@new', label: `somebody new: ${cleanLine(name)}` },
      { value: '@leave', label: leave },
    ],
    initial: near[0]?.slug ?? '@new',
    canGoBack: false,
  }
}

/** Asks whom something is about: one of those who are known, or another name. */
export function aboutScreen(people: readonly Person[]): QuestionScreen {
  return {
    title: 'A note',
    progress: '',
    ask: 'Whom is it about?',
    help:
      people.length === 0
        ? 'The name as you would say it.'
        : 'Type a few letters to narrow the list, or a new name.',
    examples: [],
    context: [],
    input: 'one',
    options: people.map((person) => ({ value: person.slug, label: cleanLine(person.name) })),
    other: true,
    required: true,
    canFinish: false,
    canGoBack: false,
    deeper: 0,
    notices: [],
    label: 'About',
  }
}

/** Asks before somebody is added whose name is close to that of somebody else. Values are `@add` and `@leave`. */
export function addScreen(name: string, near: readonly string[]): MenuScreen {
  return {
    title: `${cleanLine(name)} is close to ${near.map(cleanLine).join(', ')}, who is there already.`,
    progress: '',
    lines: ['Two names that are close are easy to mix up, and a short form of both would not be clear.'],
    options: [
      { value: '@leave', label: 'leave it, and add nobody' },
      { value: '@add', label: `add somebody else: ${cleanLine(name)}` },
    ],
    initial: '@leave',
    canGoBack: false,
  }
}
