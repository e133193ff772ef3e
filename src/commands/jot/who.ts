import { chooseOnce, leftWith } from '../../core/asking/menu.ts'
import type { Raw } from '../../core/interview/parse.ts'
import { readPerson } from '../../core/interview/person.ts'
import { newPerson } from '../../core/notebook/new-person.ts'
import type { Person } from '../../core/notebook/note.ts'
import { findPerson, matchPerson, nobodyCalled } from '../../core/notebook/people.ts'
import { checkName } from '../../core/notebook/person-change.ts'
import type { Context, Outcome } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import { closeLine } from '../../views/jot.ts'
import { askerLook } from '../../views/question.ts'
import { themeFor } from '../../views/theme.ts'
import { aboutScreen, whoScreen } from '../../views/who.ts'
import type { Options } from '../card.ts'

/**
 * Whom it is about. Nobody named, or somebody unknown, is asked about; somebody unknown is added with `--yes`, and refused
 * where nobody can be asked. An outcome where the mentor left instead.
 */
export async function whoOf(
  context: Context,
  given: Options[string],
  people: readonly Person[],
): Promise<Person | Outcome> {
  const name = typeof given === 'string' ? given : ''
  if (name.trim() === '') {
    if (context.terminal.interactive) return asked(context, people)
    const mend = 'Say it with --about, for example: --about "Sam Rivera".'
    throw new Trouble({ kind: 'usage', message: 'Whom is it about?', mend })
  }
  const found = matchPerson(name, people)
  if (found.match !== 'none') return findPerson(name, people)
  checkName(name, people)
  if (context.common.yes === true) {
    if (found.near.length > 0 && context.common.quiet !== true) context.terminal.err(closeLine(found.near))
    return newPerson(name, people)
  }
  if (context.terminal.interactive) return chosen(context, name, found.near, people)
  throw nobodyCalled(name, found.near)
}

async function asked(context: Context, people: readonly Person[]): Promise<Person | Outcome> {
  const asker = await context.asker(askerLook(themeFor(context.terminal)))
  const reply = await asker
    .ask(aboutScreen(people), (raw) => unclear(raw, people))
    .finally(() => asker.close())
  if (reply.reply !== 'answer') return leftWith(reply)
  return whoOf(context, String(reply.raw), people)
}

/** What keeps an answer from being one person, in one sentence. */
async function unclear(raw: Raw, people: readonly Person[]): Promise<string | undefined> {
  const read = await readPerson(String(raw), people)
  if ('mistake' in read) return `${read.mistake} ${read.mend ?? ''}`.trim()
  return String(raw).trim() === '' ? 'A name is needed.' : undefined
}

async function chosen(
  context: Context,
  name: string,
  near: readonly string[],
  people: readonly Person[],
): Promise<Person | Outcome> {
  const close = people.filter((person) => near.includes(person.name))
  const screen = whoScreen(name, close, 'leave, and note nothing')
  const choice = await chooseOnce(context, askerLook(themeFor(context.terminal)), screen)
  if (choice.reply !== 'chosen') return leftWith(choice)
  if (choice.value === '@new') return newPerson(name, people)
  return people.find(({ slug }) => slug === choice.value) ?? 'done'
}
