import type { Missing, Mistake, Problem } from '../core/problem.ts'
import { wrapped } from './table.ts'

/** What stands on stderr for an expected failure: what is wrong, and what to do next. Ends with a line break. */
export function problemText(problem: Problem, width = Number.POSITIVE_INFINITY): string {
  return `${lines(problem)
    .map((line) => wrapped(line, width))
    .join('\n')}\n`
}

function lines(problem: Problem): readonly string[] {
  switch (problem.kind) {
    case 'usage':
      return [problem.message, ...(problem.mend === undefined ? [] : [problem.mend])]
    case 'unknown':
      return [UNKNOWN[problem.what](problem.given), nearLine(problem.near, NEXT[problem.what])]
    case 'ambiguous':
      return [
        `"${problem.given}" could be ${several(problem.matches)}.`,
        'Type a little more of the one you mean.',
      ]
    case 'answers':
      return answerLines(problem.mistakes, problem.missing, problem.draft)
    case 'data':
      return [`${at(problem)}: ${problem.message}`]
    case 'disk':
      return [
        `${DISK[problem.code] ?? `The disk refused (${problem.code})`}: ${problem.doing} ${problem.file}.`,
      ]
    case 'busy':
      if (problem.draft === true) {
        return [
          `This draft is open in another terminal${problem.pid === undefined ? '' : ` (process ${problem.pid})`}.`,
          'Go on there, or leave it there with :quit and try again.',
        ]
      }
      return [
        `Another tactful is writing to ${problem.file}${problem.pid === undefined ? '' : ` (process ${problem.pid})`}.`,
        'Wait for it to finish, then try again.',
      ]
    case 'config':
      return problem.mistakes.map(mistakeLine)
    case 'newer':
      return [
        `${problem.file} is written in format ${problem.format}, which is newer than this version of tactful.`,
        'Update tactful to change it. Nothing was touched.',
      ]
    case 'conflict':
      return [
        `${problem.file} changed on disk in the meantime.`,
        `It was left as it is; your version is in ${problem.kept}. Compare the two and keep what you need.`,
      ]
    case 'no-notebook':
      return [
        'There is no notebook yet.',
        `Looked in ${several(problem.looked, 'and')}. Start one with: tactful init`,
      ]
  }
}

const UNKNOWN: Readonly<Record<Extract<Problem, { kind: 'unknown' }>['what'], (given: string) => string>> = {
  template: (given) => `There is no template "${given}".`,
  library: (given) => `There is no library "${given}".`,
  rehearsal: (given) => `There is no rehearsal "${given}".`,
  person: (given) => `There is nobody called "${given}" in this notebook.`,
  note: (given) => `No note has an id like "${given}".`,
  draft: (given) => `No draft has an id like "${given}".`,
  command: (given) => `There is no command "${given}".`,
  part: (given) => `There is no part "${given}".`,
  key: (given) => `There is nothing called "${given}" to set.`,
}

const NEXT: Readonly<Record<Extract<Problem, { kind: 'unknown' }>['what'], string>> = {
  template: 'See what there is: tactful template list',
  library: 'See what there is: tactful library list',
  rehearsal: 'See what there is: tactful rehearse --list',
  person: 'See who there is: tactful people list',
  note: 'See what there is: tactful list',
  draft: 'See what waits: tactful',
  command: 'See what there is: tactful --help',
  part: 'Number it as in the review.',
  key: 'See what there is: tactful config',
}

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your share of the disk is used up',
  EROFS: 'The disk is read-only',
  EACCES: 'Access was refused',
  EPERM: 'Access was refused',
  EIO: 'The disk reported an error',
  EMFILE: 'Too many files are open',
  ENOENT: 'The place is not there',
  ENOTDIR: 'There is a file where a folder should be',
  EISDIR: 'There is a folder where a file should be',
}

function answerLines(
  mistakes: readonly Mistake[],
  missing: readonly Missing[],
  draft: string | undefined,
): readonly string[] {
  return [
    ...mistakes.map(mistakeLine),
    ...(missing.length === 0 ? [] : ['Missing:']),
    ...missing.map(({ path, ask }) => `  ${path}   ${ask}`),
    draft === undefined
      ? 'Nothing was saved.'
      : `Nothing was saved; what you gave is kept. Go on with: tactful resume ${draft}`,
  ]
}

/** One mistake on one line: `file:line:column: path: what is wrong. How to mend it.` */
export function mistakeLine(mistake: Mistake): string {
  const where = [at(mistake), mistake.path ?? ''].filter((part) => part !== '').join(': ')
  const { message, mend } = mistake
  const what = mend === undefined ? message : `${message}${/[.?!:;]$/.test(message) ? '' : '.'} ${mend}`
  return where === '' ? what : `${where}: ${what}`
}

function at(place: { readonly file?: string; readonly line?: number; readonly column?: number }): string {
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':')
}

function nearLine(near: readonly string[], next: string): string {
  return near.length === 0 ? next : `Did you mean ${several(near)}?`
}

function several(names: readonly string[], word: 'or' | 'and' = 'or'): string {
  const quoted = names.map((name) => (word === 'or' ? `"${name}"` : name))
  const last = quoted.pop() ?? ''
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${word} ${last}`
}
