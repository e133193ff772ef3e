import { Trouble } from '../../src/core/problem.ts'
import { EDITED, edit, OLD, places, save } from './writing.ts'

// node writer.js DIR save|edit|count|zero|old [PERSON]: the smallest command that keeps answers and saves.
const [dir = '', task = '', who = 'sam'] = process.argv.slice(2)
const { notebook } = places(dir)
const say = (text: string) => process.stdout.write(text)

// Adds a line of its own to a note, again and again until nobody else was quicker.
async function count(): Promise<void> {
  for (;;) {
    const before = (await notebook.read('notes/count.md')) ?? ''
    try {
      return await notebook.replace('notes/count.md', before, `${before}${process.pid}\n`)
    } catch (error) {
      if (!(error instanceof Trouble && error.problem.kind === 'conflict')) throw error
    }
  }
}

const tasks: Readonly<Record<string, () => Promise<unknown>>> = {
  save: () => save(dir, who, say),
  edit: () => edit(dir, say),
  count,
  zero: () => notebook.saveAll([{ path: 'notes/count.md', text: '' }]),
  old: () => notebook.saveAll([{ path: EDITED, text: OLD }]),
}

try {
  await tasks[task]?.()
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  process.stderr.write(`${JSON.stringify(error.problem)}\n`)
  process.exitCode = error.problem.kind === 'disk' ? 74 : 70
}
