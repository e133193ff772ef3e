import { formatDay } from '../core/dates.ts'
import type { Field } from '../core/importing/fields.ts'
import type { Gathered, Group } from '../core/importing/gather.ts'
import type { MenuScreen, QuestionScreen } from '../core/ports/asker.ts'
import { cleanLine } from '../core/text/clean.ts'
import { counted } from './import.ts'

/** So many people are offered to be added; from a longer list one adds those one works with first. */
const OFFERED = 30

const ASKED: Readonly<Partial<Record<Field, string>>> = {
  person: 'Which column names the colleague it is about?',
  text: 'Which column holds what was said?',
}

/** Which column holds a field that no heading names. */
export function columnScreen(file: string, field: Field, headings: readonly string[]): MenuScreen {
  return {
    title: ASKED[field] ?? `Which column holds the ${field}?`,
    progress: '',
    lines: [`The headings of ${cleanLine(file)} do not say.`],
    options: [
      ...headings.map((heading, at) => ({ value: String(at), label: cleanLine(heading) })),
      { value: '@leave', label: 'leave, and import nothing' },
    ],
    initial: '0',
    canGoBack: false,
  }
}

/** How dates are written that can be read in two ways. */
export function orderScreen({ line, words, readings }: NonNullable<Gathered['ambiguous']>): MenuScreen {
  const [dayFirst, monthFirst] = readings.map(formatDay)
  return {
    title: 'How are the dates written?',
    progress: '',
    lines: [`"${cleanLine(words)}" in line ${line} can be two days.`],
    options: [
      { value: 'DMY', label: `day first: ${dayFirst}` },
      { value: 'MDY', label: `month first: ${monthFirst}` },
      { value: '@leave', label: 'leave, and import nothing' },
    ],
    initial: 'DMY',
    canGoBack: false,
  }
}

/** Whether those who are not in the notebook can be offered one by one. */
export function canOffer({ unknown, tooManyUnknown }: Gathered): boolean {
  return unknown.length > 0 && unknown.length <= OFFERED && !tooManyUnknown
}

/** Who of those who are not in the notebook is to be added. Everybody is marked where nobody is in it yet. */
export function addScreen(
  file: string,
  unknown: readonly Group[],
  near: ReadonlyMap<string, readonly string[]>,
  isEmpty: boolean,
): QuestionScreen {
  return {
    title: `Import of ${cleanLine(file)}`,
    progress: '',
    ask:
      unknown.length === 1
        ? 'This colleague is not in your notebook. Add them?'
        : 'These colleagues are not in your notebook. Whom to add?',
    help: 'Their rows are left out until they are added. You can import the file again later.',
    examples: [],
    context: [],
    input: 'many',
    options: unknown.map((group) => ({
      value: group.name,
      label: cleanLine(group.name),
      note: noteOf(group, near),
    })),
    other: false,
    initial: isEmpty ? unknown.map(({ name }) => name) : [],
    required: false,
    canFinish: false,
    canGoBack: false,
    deeper: 0,
    notices: [],
    label: 'Added',
  }
}

function noteOf(group: Group, near: ReadonlyMap<string, readonly string[]>): string {
  const like = near.get(group.name) ?? []
  const hint = like.length === 0 ? '' : `, close to ${like.join(', ')}`
  return cleanLine(`${counted(group.entries.length, 'comment')}${hint}`)
}

/** The last question before anything is written. */
export function saveScreen(comments: number, people: number): MenuScreen {
  const who = people === 1 ? '1 person' : `${people} people`
  return {
    title: 'Save this?',
    progress: '',
    lines: [`${counted(comments, 'comment')} for ${who}.`],
    options: [
      { value: 'save', label: 'save' },
      { value: '@leave', label: 'leave, and import nothing' },
    ],
    initial: 'save',
    canGoBack: false,
  }
}
