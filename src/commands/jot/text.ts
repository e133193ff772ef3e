import type { Person } from '../../core/notebook/note.ts'
import type { Context } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import { editorHint } from '../../views/edited.ts'
import { editorText, unsavedText, withoutHints } from '../../views/jot.ts'

/** A text, whether it may be nowhere else, what to say where it is empty, and what to do when it is kept. */
interface Given {
  readonly text: string
  readonly isOnly: boolean
  readonly isEditor?: true
  readonly hint: string
  done(): Promise<void>
}

/** The text from the arguments, from standard input, or, with neither on a terminal, from the editor. */
export async function textOf(context: Context, args: readonly string[], about: Person): Promise<Given> {
  const done = async () => {}
  const typed = args.join(' ')
  if (args.length > 0 && typed !== '-') {
    if (typed.trim() === '') throw nothing()
    return { text: typed, isOnly: false, hint: '', done }
  }
  if (typed === '-' || (!context.terminal.interactive && context.common.input !== false)) {
    const text = (await context.readFile('-')).replace(/^\uFEFF/, '')
    if (text.trim() === '') throw nothing()
    return { text, isOnly: true, hint: '', done }
  }
  if (!context.terminal.interactive) throw nothing()
  const start = editorText(about.name)
  const edited = await (await context.editor()).edit(start, 'evidence.txt')
  const hint = editorHint(edited.text === start && edited.hasty === true ? 'same at once' : 'same')
  return {
    text: withoutHints(edited.text, about.name),
    isOnly: true,
    isEditor: true,
    hint,
    done: edited.discard,
  }
}

/** There is no text. */
export function nothing(): Trouble {
  const mend = 'Write what you saw or heard behind the command, or give - to read it from standard input.'
  return new Trouble({ kind: 'usage', message: 'There is nothing to note yet.', mend })
}

/** A text that is nowhere else is printed again when it could not be kept. */
export async function kept<T>(context: Context, given: Given, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Trouble && given.isOnly) {
      context.terminal.err(unsavedText(given.text))
      await given.done()
    }
    throw error
  }
}
