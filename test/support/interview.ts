import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { datePhrases } from '../../src/adapters/date-phrases.ts'
import { readAnswers } from '../../src/core/interview/answers-file.ts'
import type { Reviewer } from '../../src/core/interview/findings.ts'
import { apply } from '../../src/core/interview/fold.ts'
import { type GivenMap, nothingGiven } from '../../src/core/interview/given.ts'
import type { Raw } from '../../src/core/interview/parse.ts'
import type { Guide } from '../../src/core/interview/run.ts'
import type { Interview, Step } from '../../src/core/interview/state.ts'
import type { World } from '../../src/core/interview/world.ts'
import type { Asker, Choice, MenuScreen, QuestionScreen, Reply } from '../../src/core/ports/asker.ts'
import { readLines } from '../../src/core/session/lines.ts'
import { libraryOptions } from '../../src/core/template/library.ts'
import { checkLibrary } from '../../src/core/template/library-check.ts'
import type { Option } from '../../src/core/template/option.ts'
import type { Question, Template } from '../../src/core/template/template.ts'
import { interviewWords } from '../../src/views/interview.ts'
import { themeFor } from '../../src/views/theme.ts'

/** A Saturday on which nothing else happens. */
export const TODAY = '2026-11-21'

/** A world on one fixed day, with the shipped behaviours, causes and help at hand. */
export function testWorld(given: Partial<World> = {}): World {
  return {
    today: TODAY,
    time: '10:15',
    people: [],
    dates: datePhrases(),
    libraries: { behaviours: library('behaviours'), causes: library('causes'), help: library('help') },
    ...given,
  }
}

/** A shipped list as options. */
export function library(id: string): readonly Option[] {
  const path = fileURLToPath(new URL(`../../templates/library/${id}.yaml`, import.meta.url))
  const checked = checkLibrary(readFileSync(path, 'utf8'), path)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return libraryOptions(checked.library)
}

/** A template of one part with these questions. */
export function templateOf(questions: readonly Question[], more: readonly Question[] = []): Template {
  return {
    id: 'test',
    version: 1,
    kind: 'session',
    title: 'Test',
    purpose: 'For a test.',
    note: { title: 'Feedback for {person}', sections: [] },
    parts: [
      { id: 'one', title: 'One', questions },
      ...(more.length === 0 ? [] : [{ id: 'two', title: 'Two', questions: more }]),
    ],
  }
}

/** Answers as read from YAML; throws where they cannot be read at all. */
export function givenFrom(yaml: string): GivenMap {
  const read = readAnswers(yaml, 'answers.yaml')
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  return read.given ?? nothingGiven()
}

/** What a mentor does at one question or menu; gets the screen that is shown. */
export type Act = (screen: QuestionScreen | MenuScreen) => Reply | Choice

/** An asker that acts as told, and remembers every screen. Answers that will not do throw with the sentence shown. */
export interface Scripted extends Asker {
  readonly screens: (QuestionScreen | MenuScreen)[]
  readonly said: string[]
}

/** A mentor who does these things in order; at the end of them, the terminal is gone. */
export function scripted(
  act: (screen: QuestionScreen | MenuScreen, at: number) => Reply | Choice | undefined,
): Scripted {
  const screens: (QuestionScreen | MenuScreen)[] = []
  const said: string[] = []
  const reply = (screen: QuestionScreen | MenuScreen) => {
    screens.push(screen)
    if (screens.length > 400) throw new Error(`going round in circles at ${JSON.stringify(screen)}`)
    return act(screen, screens.length - 1) ?? { reply: 'quit' as const, ended: 'end' as const }
  }
  return {
    screens,
    said,
    async ask(screen, check) {
      const given = reply(screen) as Reply
      if (given.reply !== 'answer') return given
      const mistake = await check(given.raw)
      if (mistake !== undefined) throw new Error(`${screen.ask} ${JSON.stringify(given.raw)}: ${mistake}`)
      return given
    },
    async choose(screen) {
      return reply(screen) as Choice
    },
    say: (line) => void said.push(line),
    close: () => {},
  }
}

/** The reply that Enter gives: what stands in the field, or nothing. */
export function enter(screen: QuestionScreen | MenuScreen): Reply | Choice {
  if (!('input' in screen)) return { reply: 'chosen', value: screen.initial }
  if (screen.initial !== undefined && screen.initial !== '') return answer(screen.initial)
  return screen.canFinish ? { reply: 'finish' } : { reply: 'skip' }
}

/** An answer given. */
export function answer(raw: Raw): Reply {
  return { reply: 'answer', raw }
}

/** A guide around an asker: steps go to `steps`, nothing is found, nothing is noticed. */
export function guideFor(
  asker: Asker,
  steps: Step[],
  given: { world?: World; reviewer?: Reviewer } = {},
): Guide {
  return {
    asker,
    keep: async (step) => void steps.push(JSON.parse(JSON.stringify(step)) as Step),
    world: given.world ?? testWorld(),
    read: readLines,
    readFile: async (path) => `text of ${path}`,
    reviewer: given.reviewer ?? (async () => []),
    notices: async () => [],
    words: interviewWords(themeFor({ colour: false, unicode: true }), 80),
  }
}

/** The interview after these steps. */
export function after(start: Interview, ...steps: readonly Step[]): Interview {
  return steps.reduce(apply, start)
}

/** An interview as plain data, for comparing. */
export function plain(interview: Interview): unknown {
  return {
    answers: Object.fromEntries(interview.answers),
    items: Object.fromEntries(interview.items),
    closed: [...interview.closed].sort(),
    opened: [...interview.opened].sort(),
    typed: Object.fromEntries(interview.typed),
  }
}
