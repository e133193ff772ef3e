import type { Complaint, ComplaintKind } from '../core/care/complaint.ts'
import type { Looked } from '../core/care/look.ts'
import type { Problem } from '../core/problem.ts'
import { cleanLine } from '../core/text/clean.ts'
import { mistakeLine, problemText } from './problem.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const HEADINGS: Readonly<Record<ComplaintKind, string>> = {
  unreadable: 'Notes that cannot be read',
  broken: 'Settings, people, templates and rules with mistakes',
  twice: 'Ids that stand twice',
  dangling: 'References that lead nowhere',
  future: 'Days that are still to come',
  differing: 'Lines that say something else than their facts',
  strange: 'Links, devices and pipes',
  kept: 'Versions kept beside a note',
  leftover: 'Left behind by an interrupted save',
  alike: 'Names that some systems cannot tell apart',
  open: 'Files with the wrong rights',
  shared: 'Private parts that are not private',
  draft: 'Drafts that wait',
  old: 'Notes older than your limit',
  index: 'The index',
}

const FIXED: Readonly<Record<NonNullable<Complaint['fix']>['fix'], string>> = {
  mode: 'Now only you can open it',
  remove: 'Taken away',
  index: 'Thrown away; the next command makes it anew',
}

/** Complaints of one kind that are shown one by one; of more, the rest as a count. */
const MOST = 10

/** What is wrong, kind by kind, each with its place and what to do. Empty where all is well. */
export function doctorText(looked: Looked, theme: Theme, width: number): string {
  const all = complaintsOf(looked)
  return kinds()
    .flatMap((kind) => {
      const some = all.filter((one) => one.kind === kind)
      if (some.length === 0) return []
      const lines = some.slice(0, MOST).map((one) => complaintLine(one, theme, width))
      const rest =
        some.length > MOST ? [wrapped(`and ${some.length - MOST} more (--json has all)`, width, '  ')] : []
      return [[theme.strong(wrapped(HEADINGS[kind], width)), ...lines, ...rest].join('\n')]
    })
    .map((part) => `${part}\n`)
    .join('\n')
}

/** What `--fix` did, one line each. */
export function fixedText(fixed: readonly Complaint[], theme: Theme, width: number): string {
  if (fixed.length === 0) return ''
  const lines = fixed.map((one) => {
    const what = one.fix === undefined ? '' : FIXED[one.fix.fix]
    return wrapped(`${cleanLine(one.path === '' ? 'The index' : one.path)}: ${what}.`, width, '  ', '    ')
  })
  return `${theme.strong('Mended')}\n${lines.join('\n')}\n\n`
}

/** The last line: how much there is, and what to do about it. */
export function summaryLine(looked: Looked): string {
  const all = complaintsOf(looked)
  const size = `${count(looked.notes, 'note')}, ${count(looked.people, 'person', 'people')}`
  if (all.length === 0) return `${size}. Nothing to do.\n`
  const fixable = all.filter(({ fix }) => fix !== undefined).length
  const hint =
    fixable === 0
      ? ''
      : ` ${fixable === all.length ? 'All' : fixable} can be mended with: tactful doctor --fix`
  return `${size}. ${count(all.length, 'thing')} to look at.${hint}\n`
}

/** The same for machines: everything found, and everything mended. */
export function doctorJson(looked: Looked, fixed: readonly Complaint[]): object {
  const plain = ({ kind, path, message, mend, fix }: Complaint): object => ({
    kind,
    path,
    message,
    mend: mend ?? null,
    fixable: fix !== undefined,
  })
  return {
    findings: complaintsOf(looked).map(plain),
    fixed: fixed.map(plain),
    notes: looked.notes,
    people: looked.people,
  }
}

function complaintsOf({ complaints, unread, broken }: Looked): readonly Complaint[] {
  return [
    ...unread.map(unreadable),
    ...broken.map(
      ({ file = '', line, column, message, mend }): Complaint => ({
        kind: 'broken',
        path: file,
        message: mistakeLine({
          message,
          ...(line === undefined ? {} : { line }),
          ...(column === undefined ? {} : { column }),
        }),
        ...(mend === undefined ? {} : { mend }),
      }),
    ),
    ...complaints,
  ]
}

function unreadable(problem: Problem): Complaint {
  if (problem.kind === 'newer') {
    const message = `It is written in format ${problem.format}, which is newer than this version of tactful.`
    return {
      kind: 'unreadable',
      path: problem.file,
      message,
      mend: 'Update tactful; nothing of it was touched.',
    }
  }
  const path = 'file' in problem ? problem.file : ''
  const words = problemText(problem).trim()
  const message = words.startsWith(`${path}:`) ? words.slice(path.length + 1).trim() : words
  return { kind: 'unreadable', path, message, mend: 'Mend it in an editor; nothing of it was touched.' }
}

function complaintLine({ path, message, mend }: Complaint, theme: Theme, width: number): string {
  const where = path === '' ? '' : `${cleanLine(path)}\n`
  const first = where === '' ? [] : [wrapped(where.trimEnd(), width, '  ', '    ')]
  return [
    ...first,
    wrapped(cleanLine(message), width, '    '),
    ...(mend === undefined ? [] : [theme.dim(wrapped(cleanLine(mend), width, '    '))]),
  ].join('\n')
}

function kinds(): readonly ComplaintKind[] {
  return Object.keys(HEADINGS) as readonly ComplaintKind[]
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`
}
