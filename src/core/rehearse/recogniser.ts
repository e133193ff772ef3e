import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { createChecker } from '../wording/check.ts'
import { loadJudge, loadWording } from '../wording/load.ts'
import { loadMoves } from './load.ts'
import { createRecogniser, type Recogniser } from './move.ts'

/** The recogniser with everything it rests on: the moves that ship, the wording rules (a team's own too), the model; `names` are never judged. */
export async function openRecogniser(
  files: NoteFiles | undefined,
  data: DataFiles,
  names: readonly string[],
): Promise<Recogniser> {
  const [moves, wording, judge] = await Promise.all([
    loadMoves(data),
    loadWording(files, data),
    loadJudge(data),
  ])
  const check = createChecker(wording.packs, {
    ...(judge === undefined ? {} : { judge }),
    names: [...wording.names, ...names],
    keep: wording.keep,
    severity: 'warning',
  })
  return createRecogniser(moves, check)
}
