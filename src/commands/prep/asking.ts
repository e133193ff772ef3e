import { askInterview, type Desk, draftName, saveInterview } from '../../core/interview/guided.ts'
import { planOf } from '../../core/interview/plan.ts'
import type { Interview, SaveFacts } from '../../core/interview/state.ts'
import { nameAmongSeveral } from '../../core/interview/take-up.ts'
import type { Outcome } from '../../core/ports.ts'
import { keptLine } from '../../views/drafts.ts'
import { composed, type Prep, showTrial, voiceOf } from './preparing.ts'

/**
 * Asks until the mentor saves or leaves, saves, says what came of it, and gives the draft up. With `facts` all was answered and
 * the save had begun before: only its end is missing.
 */
export async function askToTheEnd(
  prep: Prep,
  desk: Desk,
  start: Interview,
  facts: SaveFacts | undefined,
): Promise<Outcome> {
  try {
    return await asked(prep, desk, start, facts)
  } finally {
    desk.release()
  }
}

async function asked(
  prep: Prep,
  desk: Desk,
  start: Interview,
  facts: SaveFacts | undefined,
): Promise<Outcome> {
  const { context, wanted } = prep
  const voice = voiceOf(prep)
  const ending =
    facts === undefined
      ? await askInterview(desk, start, voice)
      : ({ end: 'answered', plan: planOf(start, desk.world) } as const)
  if (ending.end === 'kept') {
    context.terminal.err(keptLine(ending.answers, await nameAmongSeveral(desk.drafts, desk.head)))
    return ending.ended ?? 'done'
  }
  if (wanted.isTrial) {
    await showTrial(prep, await composed(prep, desk.head, ending.plan), ending.plan)
    context.terminal.err(voice.stillKept(await draftName(desk.head)))
    return 'done'
  }
  const saved = await saveInterview(desk, ending.plan, facts, voice, () => context.notebookToWrite())
  const { savedReport } = await import('../../views/saved.ts')
  context.terminal.out(savedReport(saved, context.terminal, context.common))
  return 'done'
}
