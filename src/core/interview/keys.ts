import type { AnswerPath, Interview } from './state.ts'

/** A key that no item of this group has or ever had. */
export function freshKey(interview: Interview, groupPath: AnswerPath): string {
  const prefix = `${groupPath}/k`
  const used = [...interview.answers.keys()].filter((path) => path.startsWith(prefix))
  const numbers = [
    ...(interview.items.get(groupPath) ?? []).map((key) => Number.parseInt(key.slice(1), 10)),
    ...used.map((path) => Number.parseInt(path.slice(prefix.length), 10)),
  ]
  return `k${Math.max(0, ...numbers.filter(Number.isFinite)) + 1}`
}

/** The lines a group's items were read from, as they would be typed again. */
export function linesOf(interview: Interview, path: AnswerPath, keys: readonly string[]): string {
  return keys.map((key) => String(interview.answers.get(linePath(path, key))?.value ?? '')).join('\n')
}

/** Where the line an item was read from is kept: a name no question can have. */
export function linePath(groupPath: AnswerPath, key: string): AnswerPath {
  return `${groupPath}/${key}/@line`
}
