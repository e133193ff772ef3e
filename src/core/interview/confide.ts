import type { MenuScreen } from '../ports/asker.ts'
import { apart, confided, takesConfidences } from '../session/confidence.ts'
import { asOfThem } from '../talk/of-them.ts'
import { readSaid } from '../talk/said.ts'
import type { Plan, Spot } from './plan.ts'
import { fill } from './resolve.ts'
import { quit, type Run, type Turn, take } from './run.ts'
import { titleOf } from './screen.ts'

/**
 * Looks at what was just taken down in a talk, line by line: where one touches health, family or the like, asks at once whether it is left out,
 * kept in the mentor's private part, kept, or changed in the field. Gives the text as it is to count, or the turn that was taken instead.
 */
export async function confide(
  run: Run,
  plan: Plan,
  spot: Spot,
  typed: string,
): Promise<{ readonly text: string } | Turn> {
  if (!isTakenDown(plan, spot)) return { text: typed }
  const lines: (string | undefined)[] = typed.split('\n')
  for (const [at, line = ''] of lines.entries()) {
    if (!(await isTheirsToTell(run, plan, spot, line))) continue
    // Kept while the menu is open, so that nothing is lost there either.
    await take(run, { step: 'typed', path: spot.path, text: typed })
    const parts = await partsOf(run, plan, spot, line)
    const choice = await run.guide.asker.choose(menuOf(run, plan, line, parts?.theirs))
    if (choice.reply === 'quit') return quit(run, choice.ended)
    if (choice.reply === 'back' || choice.value === 'change') return 'go'
    if (choice.value === 'leave') lines[at] = undefined
    if (choice.value === 'apart')
      lines[at] = parts === undefined ? confided(line) : `${parts.rest}\n${confided(parts.theirs)}`
  }
  const text = lines.filter((line) => line !== undefined).join('\n')
  if (text.trim() !== '' || typed.trim() === '') return { text }
  await take(run, { step: 'typed', path: spot.path, text: '' })
  return 'go'
}

/** Goals have words of their own to be checked for, and what is private already needs no asking. */
function isTakenDown(plan: Plan, { question, kind }: Spot): boolean {
  const isText = kind === 'lines' || question.type === 'text' || question.type === 'paragraph'
  return isText && takesConfidences(plan) && question.private !== true && question.check === undefined
}

async function isTheirsToTell(
  run: Run,
  plan: Plan,
  { question, scope }: Spot,
  line: string,
): Promise<boolean> {
  if (line.trim() === '' || apart(line).hidden !== '') return false
  const name = fill('{person}', plan, scope)
  const { words } = readSaid(line, name, 'theirs')
  const asked = { ...question, check: 'wording' as const }
  for (const text of new Set([words, asOfThem(words, name)])) {
    const found = await run.guide.reviewer(asked, text, plan, scope)
    if (found.some(({ category }) => category === 'private')) return true
  }
  return false
}

/** Where one clause of a line ends and the next one begins. */
const CLAUSE =
  /[.!?;]\s+(?=\S)|,?\s+(?:and|because|but)\s+(?=(?:i|my|he|his|she|her|they|their|we|our|it|the)\b)/gi

/** A line in two where its private clauses stand together at its beginning or its end and the rest can stay; undefined where it cannot be parted. */
async function partsOf(
  run: Run,
  plan: Plan,
  spot: Spot,
  line: string,
): Promise<{ readonly rest: string; readonly theirs: string } | undefined> {
  const mark = /^\s*(?:["“]|\S{1,20}:\s)/.exec(line)?.[0] ?? ''
  for (const { index, 0: between } of line.matchAll(CLAUSE)) {
    const stop = /^[.!?]/.test(between) ? 1 : 0
    const [before, after] = [line.slice(0, index + stop).trim(), line.slice(index + between.length).trim()]
    const marked = mark === '' || after.startsWith(mark.trim()) ? after : `${mark}${after}`
    const [isBefore, isAfter] = [
      await isTheirsToTell(run, plan, spot, before),
      await isTheirsToTell(run, plan, spot, marked),
    ]
    if (!isBefore && isAfter && /\s/.test(before)) return { rest: before, theirs: marked }
    if (isBefore && !isAfter && /\s/.test(after)) return { rest: marked, theirs: before }
  }
  return undefined
}

function menuOf({ guide }: Run, plan: Plan, line: string, theirs: string | undefined): MenuScreen {
  const { why, leave, apart: own, keep } = guide.words.confide
  return {
    title: titleOf(plan),
    progress: '',
    lines: [`> ${line}`, why()],
    options: [
      { value: 'apart', label: own(), ...(theirs === undefined ? {} : { note: theirs }) },
      { value: 'leave', label: leave() },
      { value: 'keep', label: keep() },
      { value: 'change', label: guide.words.findings.change() },
    ],
    initial: 'apart',
    canGoBack: true,
  }
}
