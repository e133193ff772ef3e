import { formatDay, formatDayNear } from '../core/dates.ts'
import type { Kept } from '../core/forms/arrive.ts'
import type { Consent } from '../core/forms/consent.ts'
import { type Form, questionsOf } from '../core/forms/form.ts'
import type { Understood } from '../core/forms/understand.ts'
import { voicesIn } from '../core/forms/voices.ts'
import { firstName } from '../core/interview/resolve.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { OpenForm } from '../core/notebook/standing.ts'
import type { MenuScreen } from '../core/ports/asker.ts'
import { cleanLine } from '../core/text/clean.ts'
import { readable } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** Paragraphs that belong to no question which are shown; the rest is a number. */
const MOST_LEFT = 6
/** Lines of one answer that are shown; the note holds them all. */
const MOST_LINES = 12

/** What was asked of whom, where the form is, and what to do when it comes back. */
export function askedText(asked: {
  readonly id: string
  readonly path: string
  readonly name: string
  readonly form: Form
  readonly file: string | undefined
  readonly by: string | undefined
  readonly isSigned: boolean
}): string {
  const { form, file, by, name, id, path } = asked
  const until = by === undefined ? '' : `, by ${formatDay(by)}`
  return [
    `Asked for: ${cleanLine(form.title)}${until}.  ${path}`,
    ...(file === undefined ? [] : [`Send on:  ${file}`]),
    ...(form.letter.from === 'person' || file === undefined
      ? []
      : ['Nobody who answers is named in your notes unless you say so (--named).']),
    ...(asked.isSigned
      ? []
      : ['It is not signed. Your name goes under it with: tactful config set name "Your Name"']),
    `When it is back:  tactful receive FILE   (form ${shortId(id)}, about ${cleanLine(name)})`,
    '',
  ].join('\n')
}

/** What the note is called that lets go of a form which nobody will answer. */
export function droppedTitle({ title }: OpenForm): string {
  return `No longer waited for: ${title.replace(/^Asked for: /, '')}`
}

/** Which form is no longer waited for, and where that is noted. */
export function droppedText(form: OpenForm, path: string, quiet: boolean): string {
  if (quiet) return `${path}\n`
  return `Recorded.  ${path}\n${cleanLine(droppedTitle(form))}\nIf it comes after all, tactful receive still takes it.\n`
}

/** What was understood of a form that came in, question by question, and what was not. */
export function arrivedText(
  found: Understood,
  { read, isUnsure, others, consent }: Kept,
  today: string,
  theme: Theme,
  width: number,
): string {
  const room = readable(width)
  const say = (line: string) => wrapped(line, room)
  const { form, person } = found
  const asks = questionsOf(form)
  const answers = read.answers.flatMap(({ id, text }) => [
    theme.accent(say(asks.find((one) => one.id === id)?.label ?? id)),
    lines(text, room),
    '',
  ])
  const open = asks.filter((one) => !read.answers.some(({ id }) => id === one.id))
  const isRead = read.answers.length > 0
  return `${[
    theme.strong(say(form.title)),
    theme.dim(say(occasionLine(found, today))),
    '',
    ...answers,
    ...(read.words === undefined
      ? []
      : [
          say('None of the questions was found in it, so it is kept whole, as their words:'),
          lines(read.words, room),
          '',
        ]),
    ...(isRead && open.length > 0
      ? [theme.dim(say(`No answer to: ${open.map(({ label }) => label).join('; ')}`)), '']
      : []),
    ...leftLines(isRead ? read.left : [], theme, room),
    ...notes(found, { read, isUnsure, others }, firstName(person.name)).map(say),
    ...consentLines(consent).map(say),
  ]
    .join('\n')
    .replace(/\n*$/, '')}\n`
}

function lines(text: string, room: number): string {
  const all = text.split('\n')
  const shown = all.length > MOST_LINES + 1 ? all.slice(0, MOST_LINES) : all
  const rest = all.length - shown.length
  return [...shown, ...(rest === 0 ? [] : [`(${rest} more lines)`])]
    .map((line) => wrapped(cleanLine(line), room, '  '))
    .join('\n')
}

function leftLines(left: readonly string[], theme: Theme, room: number): readonly string[] {
  if (left.length === 0) return []
  const shown = left.slice(0, MOST_LEFT)
  const rest = left.length - shown.length
  return [
    theme.accent(wrapped('Belongs to no question, and stays in the text as it came', room)),
    ...shown.map((text) => theme.dim(lines(text, room))),
    ...(rest === 0 ? [] : [theme.dim(wrapped(`and ${rest} more`, room, '  '))]),
    '',
  ]
}

function occasionLine({ person, of, by, couldBe }: Understood, today: string): string {
  const about = `About ${cleanLine(person.name)}`
  if (of === undefined) {
    return couldBe === 0
      ? `${about}. No form was asked for that this would answer.`
      : `${about}. It could answer ${couldBe} forms that were asked for, so all of them stay open.`
  }
  const whom = of.reader === undefined ? '' : ` of ${cleanLine(of.reader)}`
  const when = `asked${whom === '' ? ' for' : whom} on ${formatDayNear(of.on, today)}`
  if (of.isAnswered)
    return `${about}, ${when}. An answer to it is in your notes already; this one stands beside it.`
  if (of.isOver) return `${about}, ${when}, and waited for no longer. It is kept all the same.`
  return by === 'only' ? `${about}, ${when}, which is the only one that fits.` : `${about}, ${when}.`
}

function notes(
  { isNamed }: Understood,
  { read, isUnsure, others }: Pick<Kept, 'read' | 'isUnsure' | 'others'>,
  first: string,
): readonly string[] {
  return [
    ...(read.copies > 1 ? [`There are ${read.copies} filled copies in it. The newest was read.`] : []),
    ...(read.twice.length > 0 ? ['Where one question was answered twice, both answers are kept.'] : []),
    ...(read.folded > 0
      ? ['Attachments in the text are shown as one line each. They stay in the text as it came.']
      : []),
    ...(isNamed || isUnsure
      ? []
      : ['The name of whoever wrote it was taken out, of the text as it came too.']),
    ...(isUnsure
      ? [
          `Whoever wrote it stays unnamed. No name was found in it, so look it over before ${first} sees any of it.`,
        ]
      : []),
    ...(others.length > 0 ? [`It names ${others.map(cleanLine).join(', ')}.`] : []),
  ]
}

function consentLines(consent: Consent | undefined): readonly string[] {
  if (consent === 'no')
    return [
      'Whoever wrote it asked that it is not passed on. All of it goes into your private part, for you alone.',
    ]
  if (consent === 'unsaid') return ['No yes is written down for passing this on. Ask before you quote it.']
  return []
}

/** Asks before a form is saved. Values are `@save` and `@leave`. */
export function saveFormScreen({ form, read }: Understood, consent: Consent | undefined): MenuScreen {
  const isAlone = consent === 'no'
  const voices = isAlone ? 0 : voicesIn(form, read).length
  return {
    title: 'Save it?',
    progress: '',
    lines: [
      isAlone
        ? 'The answers and the text as it came go into your private part. The note says only that they came in.'
        : 'The answers become a note, and the text as it came goes into your private part.',
      ...(voices === 0
        ? []
        : [
            `What was seen or heard is also kept as evidence (${voices === 1 ? 'one thing' : `${voices} things`}), and offered when you prepare.`,
          ]),
    ],
    options: [
      { value: '@save', label: `save it: ${cleanLine(form.title)}` },
      { value: '@leave', label: 'leave it, and save nothing' },
    ],
    initial: '@save',
    canGoBack: false,
  }
}

/** Where a form was saved, and the next command. */
export function receivedText(
  { person, read, form }: Understood,
  {
    id,
    path,
    evidence,
    consent,
  }: {
    readonly id: string
    readonly path: string
    readonly evidence: string | null
    readonly consent: Consent | undefined
  },
  quiet: boolean,
): string {
  if (quiet) return `${path}\n`
  const count = read.answers.length
  const what = count === 0 ? 'kept whole' : count === 1 ? 'one answer' : `${count} answers`
  return [
    `Saved.  ${path}   (${what}; the text as it came: tactful show ${shortId(id)} --private)`,
    ...(evidence === null ? [] : [`As evidence:  ${evidence}`]),
    ...(consent === 'no' ? ['For you alone: nothing of it is offered as evidence.'] : []),
    ...(form.letter.from === 'person' || evidence !== null
      ? [`Next:  tactful prep ${person.slug}`]
      : consent === 'no'
        ? []
        : [`Next:  tactful jot --about ${person.slug}`]),
    '',
  ].join('\n')
}
