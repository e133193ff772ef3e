import { formatDay, formatDayShort } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { MenuScreen } from '../core/ports/asker.ts'
import type { TalkCard } from '../core/talk/card.ts'
import type { ToTalk } from '../core/talk/choose.ts'
import { cleanLine } from '../core/text/clean.ts'
import { clip, readable } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** Cells of one thing to keep in mind; the whole stands in the private part. */
const LONGEST = 200

/** What is read just before a talk: when and where, what it is for, what to ask first, and how to meet what may come. */
export function cardText(card: TalkCard, theme: Theme, width: number): string {
  const room = readable(width)
  const line = (text: string, hang = '    '): string =>
    wrapped(clip(theme.signs(cleanLine(text)), LONGEST, theme.sign.more), room, '  ', hang)
  const labelled = (label: string, text: string | undefined): readonly string[] =>
    text === undefined ? [] : [line(`${label}: ${text}`)]
  const lines = [
    theme.strong(line(card.title)),
    ...(card.when === undefined ? [] : [theme.dim(line(card.when))]),
    ...(card.ahead === undefined ? [] : [theme.warn(line(aheadWords(card.ahead)))]),
    ...labelled('What it is for', card.purpose),
    ...labelled('What you hope for', card.hope),
    ...labelled('Their turn first', card.ask),
    ...(card.meet.length === 0 ? [] : [theme.accent(line('Only for you'))]),
    ...card.meet.map((one) => line(one)),
  ]
  return `\n${lines.join('\n')}\n`
}

function aheadWords(day: string): string {
  return `Planned for ${formatDayShort(day)}. What you note now counts as held today; :quit leaves it for its day.`
}

/** One session whose talk is still to be held, in a line. `today` is a plain day. */
function toTalkLine({ on, at, from }: ToTalk, name: string, today: string): string {
  if (on === undefined) return `${name}, no day yet, prepared on ${formatDay(from)}`
  const hour = at === undefined ? '' : ` at ${at}`
  if (on === today) return `${name}, today${hour}`
  return on < today ? `${name}, was planned for ${formatDay(on)}` : `${name}, ${formatDayShort(on)}${hour}`
}

/** Which of several talks is held now; values are ids of sessions. */
export function talksScreen(
  talks: readonly ToTalk[],
  nameOf: (slug: string) => string,
  today: string,
): MenuScreen {
  return {
    title: 'Which talk is it?',
    progress: '',
    lines: [],
    options: talks.map((talk) => ({
      value: talk.id,
      label: cleanLine(toTalkLine(talk, nameOf(talk.person), today)),
      note: shortId(talk.id),
    })),
    initial: talks[0]?.id ?? '',
    canGoBack: false,
  }
}

/** The same as lines, where nobody can be asked. */
export function talksList(talks: readonly ToTalk[], nameOf: (slug: string) => string, today: string): string {
  return talks
    .map((talk) => `tactful talk ${shortId(talk.id)}   ${toTalkLine(talk, nameOf(talk.person), today)}`)
    .join('\n')
}

/** What the note is called that lets go of a talk which will not be held. */
export function droppedTalkTitle(name: string): string {
  return `Talk with ${name} left out`
}

/** Which talk is no longer to come, where that is noted, and that it can be held after all. */
export function droppedTalkText(session: string, name: string, path: string, quiet: boolean): string {
  if (quiet) return `${path}\n`
  const id = shortId(session)
  return `Recorded.  ${path}\n${cleanLine(droppedTalkTitle(name))}. What you prepared stays: tactful show ${id}\nIf it is held after all: tactful talk ${id}\n`
}
