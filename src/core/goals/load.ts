import type { Ground } from '../interview/ground.ts'
import type { Context } from '../ports.ts'
import type { GoalCheck } from './check.ts'
import type { GoalWordLists } from './words.ts'

/** Says what a goal in one line lacks. */
export type CheckGoal = (text: string) => GoalCheck

/** The goal check for an interview, loaded with the first goal there is; undefined as long as there is none. */
export function goalCheckFor(context: Context): (ground: Ground) => Promise<CheckGoal | undefined> {
  let loaded: Promise<CheckGoal> | undefined
  return async (ground) => {
    const hasGoals = [...ground.groups].some(([path, keys]) => {
      const group = ground.questions.get(path)
      return keys.length > 0 && group?.type === 'group' && group.makes === 'goal'
    })
    if (!hasGoals) return undefined
    loaded ??= load(context)
    return loaded
  }
}

async function load(context: Context): Promise<CheckGoal> {
  const [{ goalChecker }, data] = await Promise.all([import('./check.ts'), context.data()])
  return goalChecker((await data.shipped('goals', 'words')) as GoalWordLists)
}
