import type { Forgetting } from '../core/care/forgetting.ts'
import type { Mention } from '../core/care/mentions.ts'
import type { NoteKind } from '../core/notebook/note.ts'
import type { MenuScreen } from '../core/ports/asker.ts'
import { cleanLine } from '../core/text/clean.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const KINDS: Readonly<Record<NoteKind, readonly [one: string, many: string]>> = {
  session: ['session', 'sessions'],
  checkin: ['check-in', 'check-ins'],
  evidence: ['evidence note', 'evidence notes'],
  goal: ['goal', 'goals'],
  form: ['form', 'forms'],
  barrier: ['barrier note', 'barrier notes'],
  update: ['update', 'updates'],
}

const WHERE: Readonly<Record<Mention['in'], string>> = {
  note: 'note',
  private: 'private part',
  file: 'file',
  draft: 'draft',
  copy: 'copy that an editor left',
}

/** So many of something, in words. */
export function countOf(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `1 ${one}` : `${number} ${many}`
}

/** What would be removed, what stays, and what this program cannot reach; shown before anything is asked. */
export function forgettingText(plan: Forgetting, theme: Theme, width: number): string {
  const { held } = plan
  const lines = (list: readonly string[]): string[] => list.map((line) => wrapped(line, width, '  ', '    '))
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [`What is held about ${cleanLine(held.person.name)}, and would be removed`, goingLines(plan)],
    [
      'Barriers among it that are still in the way; write them down elsewhere if they are to stay',
      barrierLines(plan),
    ],
    ['Named in what is about others; "a colleague" can take the place of the name', replacedLines(plan)],
    ['Named in what is about others, where only you can tell; edit it by hand', keptLines(plan)],
    ['Stays, since it is no plain file or is about somebody else', held.strange.map(cleanLine)],
    ['Out of reach from here', [...outOfReach(held.git, held.places), ELSEWHERE]],
  ]
  return parts
    .filter(([, list]) => list.length > 0)
    .map(([heading, list]) => `${theme.strong(wrapped(heading, width))}\n${lines(list).join('\n')}\n`)
    .join('\n')
}

function goingLines({ held, kinds, own, others }: Forgetting): readonly string[] {
  const notes = kinds.map(({ kind, count }) => countOf(count, ...KINDS[kind])).join(', ')
  const titles = held.drafts.map(({ head, title, short }) => {
    const where =
      head.notebook === held.root ? '' : `, begun in ${cleanLine(head.notebook)}, where no notebook is now`
    return `${cleanLine(title ?? 'a draft')} (${short}${where})`
  })
  const isKnown = held.files.some(({ path }) => path.startsWith('people/'))
  return [
    ...(held.notes.length === 0 ? [] : [`${countOf(held.notes.length, 'note')}: ${notes}`]),
    ...(own === 0 ? [] : [countOf(own, 'private part')]),
    ...(isKnown ? [`their own file, people/${held.person.slug}.yaml`] : []),
    ...(others === 0 ? [] : [`${countOf(others, 'other file')} among them`]),
    ...(titles.length === 0 ? [] : [`${countOf(titles.length, 'draft')}: ${titles.join(', ')}`]),
    ...(held.copies.length === 0
      ? []
      : [countOf(held.copies.length, 'copy that an editor left', 'copies that an editor left')]),
    'the index, also one that a moved notebook left behind; the next command makes it anew from what is left',
  ]
}

function barrierLines({ barriers }: Forgetting): readonly string[] {
  return barriers.map(({ words, owner }) => cleanLine(owner === '' ? words : `${words} (${owner})`))
}

function replacedLines({ held, unnamed }: Forgetting): readonly string[] {
  const paths = new Set(unnamed.map(({ path }) => path))
  return held.mentions.filter(({ path }) => paths.has(path)).flatMap(mentionLines)
}

/** What stays named whatever is chosen: drafts, files, and lines in which the name may be a word or somebody else's. */
function keptLines({ held, unnamed }: Forgetting): readonly string[] {
  const left = new Map(unnamed.map((one) => [one.path, one.left]))
  return held.mentions
    .map((one): Mention => ({ ...one, lines: left.get(one.path) ?? one.lines }))
    .filter(({ lines }) => lines.length > 0)
    .flatMap(mentionLines)
}

function mentionLines(one: Mention): readonly string[] {
  return [`${cleanLine(one.path)} (${WHERE[one.in]})`, ...one.lines.map((line) => `  ${cleanLine(line)}`)]
}

/** Asked once their name was typed: whether the name goes from what is about others. */
export function unnameScreen(name: string, files: number): MenuScreen {
  return {
    title: `Take ${cleanLine(name)} out of what is about others?`,
    progress: '',
    lines: [
      `"a colleague" takes the place of the name in ${countOf(files, 'file')} that you have just seen.`,
      'Without that the name stays there, and copies for a lead show it.',
    ],
    options: [
      { value: 'replace', label: 'yes, write "a colleague" there' },
      { value: '@leave', label: 'no, I edit those myself' },
    ],
    initial: 'replace',
    canGoBack: false,
  }
}

const ELSEWHERE =
  'Other notebooks stay as they are, and so does what your shell remembers of commands you typed.'

/** What git, backups and copies that were handed on still hold, and what can be done about it. */
export function outOfReach(git: Forgetting['held']['git'], places: readonly string[]): readonly string[] {
  const paths = places.map((place) => `--path '${place}'`).join(' ')
  return [
    ...(git === 'history'
      ? [
          'Git keeps every version that was ever committed, here and wherever the repository was copied to. Commit the removal, then take the old versions out everywhere.',
          `One way, with git-filter-repo installed: git filter-repo --invert-paths ${paths}`,
          'After that, everybody who has a copy of the repository takes a new one.',
        ]
      : []),
    ...(git === 'repository' ? ['The notebook is in git, which never had these files.'] : []),
    'Backups, and copies that you exported, printed or sent, keep what was in them.',
  ]
}

/** What was removed, in one line, and what was left. */
export function forgottenText(
  plan: Forgetting,
  left: readonly string[],
  unnamed: number,
  width: number,
): string {
  const { files, drafts, person } = plan.held
  const gone = [
    countOf(files.length - left.length, 'file'),
    ...(drafts.length === 0 ? [] : [countOf(drafts.length, 'draft')]),
  ]
  const done = `Removed what was held about ${cleanLine(person.name)}: ${gone.join(' and ')}.`
  const stay = left.map((path) => wrapped(cleanLine(path), width, '  ', '    '))
  const rest =
    left.length === 0 ? [] : ['Left, since these had changed meanwhile; look, and run it again:', ...stay]
  const named =
    unnamed === 0
      ? []
      : [wrapped(`"a colleague" stands for the name now in ${countOf(unnamed, 'file')}.`, width)]
  return [wrapped(done, width), ...named, ...rest].map((line) => `${line}\n`).join('')
}

/** The same for machines. `left` is absent where nothing was removed. */
export function forgettingJson(plan: Forgetting, left: readonly string[] | undefined, replaced = 0): object {
  const { held, kinds, barriers, unnamed } = plan
  return {
    person: held.person.slug,
    name: held.person.name,
    removed: left !== undefined,
    notes: Object.fromEntries(kinds.map(({ kind, count }) => [kind, count])),
    files: held.files.map(({ path }) => path),
    drafts: held.drafts.map(({ head, title }) => ({ id: head.draft, title })),
    copies: held.copies.map(({ name }) => name),
    barriers: barriers.map(({ id, words, owner, path }) => ({ id, words, owner, path })),
    mentions: held.mentions,
    replaceable: unnamed.map(({ path, left: lines }) => ({ path, left: lines })),
    replaced,
    stays: [...held.strange, ...(left ?? [])],
    git: held.git,
  }
}
