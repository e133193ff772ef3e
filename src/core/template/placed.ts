import type { Mistake } from '../problem.ts'
import type { Fault } from './shape.ts'
import type { Source } from './source.ts'

/** Faults with their line and column, in the order of the file; what is said twice about one place is said once. */
export function placed(faults: readonly Fault[], source: Source): readonly Mistake[] {
  const mistakes = faults.map(({ path, on, message, mend }) => ({
    ...(on === 'key' ? source.atKey(path) : source.at(path)),
    message,
    mend,
  }))
  return once(mistakes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)))
}

/** The mistakes without those that say the same of the same place once more. */
export function once(mistakes: readonly Mistake[]): readonly Mistake[] {
  const seen = new Set<string>()
  return mistakes.filter(({ file, line, column, message }) => {
    const key = `${file}:${line}:${column}:${message}`
    return seen.size < seen.add(key).size
  })
}
