import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { checkScenario } from '../../src/core/rehearse/check.ts'
import { createEar, readEar } from '../../src/core/rehearse/ear.ts'
import { createListen } from '../../src/core/rehearse/ear-net.ts'
import { createRecogniser, type Recogniser } from '../../src/core/rehearse/move.ts'
import type { Moves } from '../../src/core/rehearse/moves.ts'
import type { Scenario } from '../../src/core/rehearse/scenario.ts'
import { createChecker } from '../../src/core/wording/check.ts'
import { createModel } from '../../src/core/wording/model.ts'
import { readModel } from '../../src/core/wording/model-file.ts'
import { shipped } from './wording.ts'

const folder = new URL('../../templates/rehearsals/', import.meta.url)

/** The text of a shipped file of rehearsals. */
export function rehearsalText(id: string): string {
  return readFileSync(new URL(`${id}.yaml`, folder), 'utf8')
}

/** The kinds of move as they ship. */
export function shippedMoves(): Moves {
  return parse(rehearsalText('moves')) as Moves
}

/** Every scenario as it ships. */
export function shippedScenarios(): readonly Scenario[] {
  const moves = shippedMoves()
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'moves.yaml')
    .map((name) => {
      const id = name.replace('.yaml', '')
      const checked = checkScenario(rehearsalText(id), name, moves, id)
      if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes, null, 2))
      return checked.scenario
    })
}

/** The recogniser as the program uses it: shipped moves, shipped rules, the model, the ear. */
export function shippedRecogniser(): Recogniser {
  const bytes = (path: string) => new Uint8Array(readFileSync(new URL(path, import.meta.url)))
  const model = readModel(bytes('../../templates/wording/model.bin'))
  const ear = createEar(readEar(bytes('../../templates/rehearsals/moves.bin')), createListen(model))
  const check = createChecker([shipped().pack], { judge: createModel(model) })
  return createRecogniser(shippedMoves(), check, ear)
}
