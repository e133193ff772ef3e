import type { Question } from '../template/template.ts'
import { answerStep, linesStep, rewordedLine, rewordedStep } from './answering.ts'
import { meet, unmet } from './findings.ts'
import { fileAsked } from './form-file.ts'
import { checkedFields, keptByText } from './lines.ts'
import type { Plan, Spot } from './plan.ts'
import { readViewStep, typedViewSteps } from './read-view.ts'
import { quit, type Run, settle, type Turn, take } from './run.ts'
import { screenOf } from './screen.ts'
import type { Kept, Step, Value } from './state.ts'
import { viewMeant } from './their-view.ts'
import type { ReadItem } from './world.ts'

/** One answer: looked at, kept, and on. */
export async function valueTurn(
  run: Run,
  plan: Plan,
  spot: Spot,
  { value, hint }: { readonly value: Value | null; readonly hint?: readonly string[] },
): Promise<Turn> {
  const { asker, words } = run.guide
  if (viewMeant(spot.question, value) === 'awaited') return quit(run, undefined)
  const fromFile = typeof value === 'string' ? await readIn(run, plan, spot, value) : undefined
  if (fromFile === 'not-theirs') return 'go'
  if (fromFile !== undefined) return settle(run, spot, fromFile)
  const kept = [...(run.interview.answers.get(spot.path)?.kept ?? [])]
  if (spot.question.check !== undefined && typeof value === 'string') {
    const met = await review(
      run,
      plan,
      spot,
      { question: spot.question, text: value, typed: (text) => text },
      kept,
    )
    if (met !== 'fine') return met
  }
  if (hint !== undefined) {
    const close = run.world.people.filter((person) => hint.includes(person.name))
    const choice = await asker.choose(words.nearPeople(String(value), close))
    if (choice.reply === 'quit') return quit(run, choice.ended)
    if (choice.reply === 'back' || choice.value === '@leave') {
      await take(run, { step: 'typed', path: spot.path, text: String(value) })
      return 'go'
    }
    if (choice.value !== '@new') return settle(run, spot, answerStep(plan, spot, choice.value, kept))
  }
  const said = await typedViewSteps(plan, spot, String(value ?? ''), run.guide.forms)
  if (said.length > 0) {
    return settle(run, spot, { step: 'all', steps: [answerStep(plan, spot, value, kept), ...said] })
  }
  const reworded = typeof value === 'string' ? await rereadStep(run, plan, spot, value, kept) : undefined
  return settle(run, spot, reworded ?? answerStep(plan, spot, value, kept))
}

/** A filled form that was read from a file is kept by its answers; undefined where it is kept as it is. One of somebody else is told and asked for again. */
async function readIn(
  run: Run,
  plan: Plan,
  spot: Spot,
  text: string,
): Promise<Step | 'not-theirs' | undefined> {
  if (fileAsked(spot, plan) === undefined) return undefined
  const step = await readViewStep(plan, spot, text, run.guide.forms)
  if (step === undefined) return undefined
  if ('mistake' in step) {
    run.guide.asker.say(`  ${step.mistake} ${step.mend}`)
    return 'not-theirs'
  }
  run.guide.asker.say(run.guide.words.forms.read(step.read))
  return step.step
}

/** The words of an item that was typed as a line are read again when they change: a day or a side in them counts. */
async function rereadStep(
  run: Run,
  plan: Plan,
  spot: Spot,
  value: string,
  kept: readonly Kept[],
): Promise<Step | undefined> {
  const { item, question } = spot
  const entry = item?.group.entry
  if (entry?.into !== question.id || item?.fresh === true) return undefined
  const readOne = async (line: string) => {
    const { items, mistakes } = await run.guide.read(entry.reader, line, run.world)
    return items.length === 1 && mistakes.length === 0 ? items[0] : undefined
  }
  const own = await readOne(value)
  const isOwn = own !== undefined && own.fields[entry.into] !== value
  const read = isOwn ? own : await readOne(rewordedLine(plan, spot, value, false))
  if (read === undefined || typeof read.fields[entry.into] !== 'string') return undefined
  return rewordedStep(plan, spot, read, kept)
}

/** Lines are looked at one item at a time: what was found in one is met before the next. */
export async function linesTurn(
  run: Run,
  plan: Plan,
  spot: Spot,
  raw: string,
  items: readonly ReadItem[],
): Promise<Turn> {
  const questions = checkedFields(spot)
  const [main] = questions
  const kept = main === undefined ? new Map<string, Kept[]>() : keptByText(plan, spot, main.id)
  for (const { fields } of items) {
    for (const question of questions) {
      const text = fields[question.id]
      if (typeof text !== 'string') continue
      const known = kept.get(text) ?? []
      kept.set(text, known)
      const looked = { question, text, typed: (now: string) => withText(raw, text, now) }
      const met = await review(run, plan, spot, looked, known)
      if (met !== 'fine') return met
    }
  }
  return settle(run, spot, linesStep(plan, spot, items, kept))
}

/** The lines with a text of them replaced; a guess that is left out takes the mark in front of it along. */
function withText(raw: string, text: string, now: string): string {
  const at = raw.indexOf(text)
  if (at < 0) return raw
  const before = raw.slice(0, at)
  return (now === '' ? before.replace(/\s+\?\s*$/, '') : before) + now + raw.slice(at + text.length)
}

/** One text to be looked at; `typed` puts a reworded text back into what stands in the field. */
interface Looked {
  readonly question: Question
  readonly text: string
  readonly typed: (text: string) => string
}

/** Shows what the reviewer found until nothing is left or the mentor goes elsewhere; what is kept is added to `kept`. */
async function review(
  run: Run,
  plan: Plan,
  spot: Spot,
  looked: Looked,
  kept: Kept[],
): Promise<Turn | 'fine'> {
  const { asker, words, reviewer } = run.guide
  const { question, text } = looked
  for (;;) {
    const found = unmet(await reviewer(question, text, plan, spot.scope), kept)
    if (found.length === 0) return 'fine'
    // Kept while the menu is open, so that nothing is lost there either.
    await take(run, { step: 'typed', path: spot.path, text: looked.typed(text) })
    const met = await meet(asker, words, screenOf(plan, spot, words, []), text, found)
    if (met.met === 'quit') return quit(run, met.ended)
    if (met.met === 'reword') {
      const reworded = looked.typed(met.text)
      await take(run, { step: 'typed', path: spot.path, text: reworded })
      const lead = reworded.indexOf(met.text)
      const own = met.text === text ? {} : { own: looked.typed(text) }
      if (met.cursor !== undefined && lead >= 0)
        run.cursor = { path: spot.path, at: lead + met.cursor, ...own }
      return 'go'
    }
    if (met.met === 'kept') kept.push(...met.kept)
  }
}
