import { nextCheckin } from '../core/checkins/due.ts'
import { sharedItems } from '../core/checkins/prompt.ts'
import { todayFor, withZone } from '../core/checkins/upcoming.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { findPerson } from '../core/notebook/people.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { loadLibrary } from '../core/template/load.ts'
import { type PromptFormat, promptJson, promptText } from '../views/checkin-prompt.ts'
import { badLines } from '../views/notes.ts'
import type { Options } from './card.ts'

/** The library of what somebody is asked beforehand. */
const QUESTIONS = 'checkin-prompt'

/** What somebody gets before a check-in, ready to be sent. Nothing private is read for it. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const files = await context.notebook()
  const [{ found, bad }, index] = await Promise.all([loadPeople(files), context.index()])
  context.terminal.err(badLines([...bad, ...index.bad]))
  const person = withZone(findPerson(args[0] ?? '', everyoneIn(found, index.people)))
  const standing = (await index.standing()).get(person.slug)
  const today = todayFor(person, context.clock)
  const next = nextCheckin(person, standing, today)
  const digests = await index.digests(index.about(person.slug))
  const library = await loadLibrary(QUESTIONS, files, await context.data())
  const author = await (await context.settings()).get('name')
  const prompt = {
    person,
    today,
    ...(next === undefined ? {} : { next }),
    ...sharedItems(standing, digests, today),
    questions: library.entries.map(({ label }) => label),
    ...(author === undefined ? {} : { author }),
  }
  const format = context.common.json === true ? 'json' : formatIn(options.format)
  const text = format === 'json' ? await promptJson(prompt, context.clock.zone()) : promptText(prompt, format)
  context.terminal.out(text)
  return 'done'
}

function formatIn(value: unknown): PromptFormat {
  return value === 'md' || value === 'slack' || value === 'json' ? value : 'text'
}
