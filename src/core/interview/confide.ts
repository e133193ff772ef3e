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
 * kept in the mentor's private part, or kept. Gives the text as it is to count, or the turn that was taken instead.
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
    const choice = await run.guide.asker.choose(menuOf(run, plan, line))
    if (choice.reply === 'quit') return quit(run, choice.ended)
    if (choice.reply === 'back') return 'go'
    if (choice.value === 'leave') lines[at] = undefined
    if (choice.value === 'apart') lines[at] = confided(line)
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

function menuOf({ guide }: Run, plan: Plan, line: string): MenuScreen {
  const { why, leave, apart: own, keep } = guide.words.confide
  return {
    title: titleOf(plan),
    progress: '',
    lines: [`> ${line}`, why()],
    options: [
      { value: 'apart', label: own() },
      { value: 'leave', label: leave() },
      { value: 'keep', label: keep() },
    ],
    initial: 'apart',
    canGoBack: true,
  }
}
