import type { MenuScreen, QuestionScreen } from '../../src/core/ports/asker.ts'

/** A question as the interview would have it drawn, with only what a test cares about written out. */
export function question(over: Partial<QuestionScreen> = {}): QuestionScreen {
  return {
    title: 'Feedback for Sam Rivera',
    progress: 'Evidence · 3 of 9',
    ask: 'What did you see or hear?',
    examples: [],
    context: [],
    input: 'line',
    options: [],
    other: false,
    required: true,
    canFinish: false,
    canGoBack: true,
    deeper: 0,
    notices: [],
    label: 'Evidence',
    ...over,
  }
}

/** A menu, likewise. */
export function menu(over: Partial<MenuScreen> = {}): MenuScreen {
  return {
    title: 'Before you save',
    progress: '9 parts',
    lines: [],
    options: options('save', 'change', 'leave'),
    initial: 'save',
    canGoBack: true,
    ...over,
  }
}

/** Options whose label is the value with a capital. */
export function options(...values: readonly string[]): QuestionScreen['options'] {
  return values.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) }))
}
