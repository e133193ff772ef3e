import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { createChecker } from '../wording/check.ts'
import { loadJudge, loadWording } from '../wording/load.ts'
import type { Ear } from './ear.ts'
import { loadMoves } from './load.ts'
import { createRecogniser, type Recogniser } from './move.ts'
import { EAR_FILE } from './moves.ts'

/**
 * The recogniser with everything it rests on: the moves that ship, the wording rules (a team's own too), the model, the ear;
 * `names` are never judged.
 */
export async function openRecogniser(
  files: NoteFiles | undefined,
  data: DataFiles,
  names: readonly string[],
): Promise<Recogniser> {
  const [moves, wording, judge, ear] = await Promise.all([
    loadMoves(data),
    loadWording(files, data),
    loadJudge(data),
    loadEar(data),
  ])
  const check = createChecker(wording.packs, {
    ...(judge === undefined ? {} : { judge }),
    names: [...wording.names, ...names],
    keep: wording.keep,
    severity: 'warning',
  })
  return createRecogniser(moves, check, ear)
}

/** What weighs the words of a line; undefined where it, or the model that it listens with, does not ship. */
async function loadEar(data: DataFiles): Promise<Ear | undefined> {
  const [tables, model] = await Promise.all([
    data.shippedBytes('rehearsals', EAR_FILE),
    data.shippedBytes('wording', 'model.bin'),
  ])
  if (tables === undefined || model === undefined) return undefined
  const [{ createEar, readEar }, { createListen }, { readModel }] = await Promise.all([
    import('./ear.ts'),
    import('./ear-net.ts'),
    import('../wording/model-file.ts'),
  ])
  return createEar(readEar(tables), createListen(readModel(model)))
}
