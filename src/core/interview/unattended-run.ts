import type { Mistake } from '../problem.ts'
import type { OpenDoor } from './carry.ts'
import { apply } from './fold.ts'
import type { Given, GivenMap } from './given.ts'
import type { AnswerPath, Interview, Step } from './state.ts'
import type { FormsDoor } from './their-view.ts'
import type { InboxDoor, ReadLines, World } from './world.ts'

/** The doors an unattended run needs. */
export interface Helpers {
  readonly world: World
  readonly read: ReadLines
  readonly readFile: (path: string) => Promise<string>
  /** What the notebook holds; opened only where something of it is asked for. */
  readonly inbox?: InboxDoor
  /** What is open with the person; without it nothing is carried over. */
  readonly open?: OpenDoor
  /** The person's own view; without it none is known. */
  readonly forms?: FormsDoor
}

/** Answers being given: what was done of them so far, and what is wrong with them. */
export interface Run extends Omit<Helpers, 'world'> {
  world: World
  interview: Interview
  readonly steps: Step[]
  readonly mistakes: Mistake[]
  readonly root: GivenMap
  /** Item path -> what was given for that item. */
  readonly items: Map<AnswerPath, GivenMap>
  readonly done: Set<AnswerPath>
  readonly used: Set<Given>
  /** Answer what is open too: with its default, else by skipping it. */
  readonly whole: boolean
}

/** Takes a step, and keeps it. */
export function take(run: Run, step: Step): void {
  run.steps.push(step)
  run.interview = apply(run.interview, step)
}

/** Notes what is wrong with what was given, and where it stands. */
export function refuse(run: Run, given: Given, path: string, message: string, mend?: string): void {
  run.mistakes.push({ ...given.place, path, message, ...(mend === undefined ? {} : { mend }) })
}

/** Keeps what was given for items until their questions come. */
export function hold(
  run: Run,
  path: AnswerPath,
  keys: readonly string[],
  maps: readonly (GivenMap | undefined)[],
): void {
  keys.forEach((key, index) => {
    const map = maps[index]
    if (map !== undefined) run.items.set(`${path}/${key}`, map)
  })
}
