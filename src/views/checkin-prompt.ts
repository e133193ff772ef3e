import type { Prompt, PromptItem } from '../core/checkins/prompt.ts'
import { instantIn } from '../core/checkins/zone.ts'
import { formatDay, formatDayMonth, formatDayShort, weekdayName } from '../core/dates.ts'
import { clean } from '../core/text/clean.ts'
import { jsonText } from './json.ts'

/** How a prompt is written: for a mail, for a page, for a chat. */
export type PromptFormat = 'text' | 'md' | 'slack' | 'json'

interface Marks {
  readonly words: (text: string) => string
  readonly heading: (text: string) => string
  readonly item: (text: string) => string
}

const MARKS: Readonly<Record<Exclude<PromptFormat, 'json'>, Marks>> = {
  text: { words: (text) => text, heading: (text) => text, item: (text) => `- ${text}` },
  md: { words: markdown, heading: (text) => `**${text}**\n`, item: (text) => `- ${text}` },
  slack: { words: slack, heading: (text) => `*${text}*`, item: (text) => `• ${text}` },
}

/** A prompt as it is sent: addressed to the person, with what both know and the questions. */
export function promptText(prompt: Prompt, format: Exclude<PromptFormat, 'json'>): string {
  const { words, heading, item } = MARKS[format]
  const { person, promised, agreed, goals, questions, author } = prompt
  const list = (title: string, items: readonly PromptItem[]) =>
    items.length === 0 ? [] : [[heading(title), ...items.map((one) => item(words(withDays(one))))].join('\n')]
  const blocks = [
    words(`Hello ${person.name.split(/\s+/)[0] ?? person.name},`),
    words(whenWords(prompt)),
    ...list('What I said I would do', promised),
    ...list('What you said you would do', agreed),
    ...list(goals.length === 1 ? 'Your goal' : 'Your goals', goals),
    [heading('A few questions to think over'), ...questions.map((one) => item(words(one)))].join('\n'),
    words('A few words are enough, and you need not write anything down. If the day does not suit, tell me.'),
    ...(author === undefined ? [] : [words(author)]),
  ]
  return clean(`${blocks.join('\n\n')}\n`)
}

function whenWords({ next, today }: Prompt): string {
  if (next === undefined) return 'I would like to check in with you soon.'
  const { due, at, zone } = next
  const day = `${weekdayName(due)}, ${formatDay(due)}`
  if (due < today) return `Our check-in was due on ${day}. When would it suit you?`
  const time = at === undefined ? '' : ` at ${at}${zone === undefined ? '' : ` (${zone})`}`
  return due === today ? `Our check-in is today${time}.` : `Our next check-in is on ${day}${time}.`
}

function withDays({ text, from, by, last }: PromptItem): string {
  const known = [
    ...(from === undefined ? [] : [`from ${formatDayMonth(from)}`]),
    ...(by === undefined || text.includes(formatDayMonth(by)) ? [] : [`by ${formatDayMonth(by)}`]),
    ...(last === undefined ? [] : [`last time ${last.value}, ${formatDayShort(last.on)}`]),
  ]
  return known.length === 0 ? text : `${text} (${known.join(', ')})`
}

/** A word of somebody's is no formatting. */
function markdown(text: string): string {
  return text.replace(/([\\`*_[\]<>#|~])/g, '\\$1')
}

/** Slack reads only these three as its own; a word between two marks of its formatting is kept apart from them. */
function slack(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/([*_~`])(?=\S)/g, '$1\u200b')
}

/** The same for programs, with `text` ready to be sent; `zone` is the user's. */
export async function promptJson(prompt: Prompt, zone: string): Promise<string> {
  const { person, next, promised, agreed, goals, questions } = prompt
  const at = next?.at
  const instant =
    next === undefined || at === undefined ? null : await instantIn(next.zone ?? zone, next.due, at)
  return jsonText({
    ...{ person: person.slug, name: person.name },
    ...{ due: next?.due ?? null, at: at ?? null, zone: next?.zone ?? null, instant },
    ...{ promised, agreed, goals, questions, text: promptText(prompt, 'text') },
  })
}
