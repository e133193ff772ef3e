import { readBarriers } from '../causes/barrier-line.ts'
import { readEvidence } from '../evidence/line.ts'
import { readGoals } from '../goals/line.ts'
import type { ReadLines } from '../interview/world.ts'
import { readPromises } from './promise-line.ts'
import { readTalks } from './talk-line.ts'

/** The line readers a template can name, behind one door. */
export const readLines: ReadLines = async (reader, text, world) => {
  switch (reader) {
    case 'evidence':
      return readEvidence(text, world.today)
    case 'goal':
      return readGoals(text, world.today)
    case 'talk':
      return readTalks(text, world.today)
    case 'barrier':
      return readBarriers(text)
    case 'promise':
      return readPromises(text, world.today, world.people)
  }
}
