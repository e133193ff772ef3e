import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a saving command was to bring about, and how to go on after it was broken off. */
interface Judged {
  readonly root: string
  readonly state: string
  /** One entry for each file of the save: its path, and what its text has to be (or to hold). */
  readonly wanted: readonly { readonly path: RegExp; readonly text: RegExp | string }[]
  /** Other files that may lie in the notebook. */
  readonly allowed?: RegExp
  /** How the command says that it has saved. */
  readonly saved: RegExp
  /** How the command says, once for each, that it has kept an answer. */
  readonly kept: RegExp
  /** What every command does first: finish or sweep what is left. */
  next(): Promise<void>
  /** Answers in the draft. */
  answers(): Promise<number>
  /** Goes on with the draft to the end. */
  resume(): Promise<void>
}

/** What `crash.py` tells of the command it broke. */
export type After = Readonly<Partial<Record<string, string>>>

/** Judges what `crash.py` left behind, from what it told (in the environment where nothing else is given); gives every complaint, none when all is well. */
export async function judge(given: Judged, after: After = process.env): Promise<readonly string[]> {
  const { CRASH_FAULT = '', CRASH_EXIT = '', CRASH_OUT = '' } = after
  const out = CRASH_OUT ? readFileSync(CRASH_OUT, 'utf8') : ''
  const saved = given.saved.test(out)
  const complaints: string[] = []
  const expect = (holds: boolean, complaint: string) => holds || complaints.push(complaint)

  expect(!saved || missing(given).length === 0, `said saved, missing ${missing(given)}`)
  expect(!/^\s+at .*:\d+:\d+/m.test(out), 'showed a stack')
  expect(CRASH_EXIT !== '0' || saved, 'ended well without saving')
  if (!['kill', 'torn'].includes(CRASH_FAULT))
    expect(/^(0|74)$/.test(CRASH_EXIT), `exit ${CRASH_EXIT}: ${out}`)
  if (!['kill', 'torn'].includes(CRASH_FAULT)) expect(CRASH_EXIT !== '74' || !saved, 'said saved and failed')

  await given.next()
  const left = missing(given)
  expect([0, given.wanted.length].includes(left.length), `half a save: missing ${left}`)
  const kept = [...out.matchAll(new RegExp(given.kept, 'g'))].length
  expect(left.length === 0 || (await given.answers()) >= kept, `lost answers: kept ${kept}`)
  complaints.push(...litter(given), ...openToOthers(given))

  await given.resume()
  expect(missing(given).length === 0, `after going on, missing ${missing(given)}`)
  complaints.push(...litter(given))
  return complaints
}

function missing({ root, wanted }: Judged): readonly string[] {
  const files = filesBelow(root)
  return wanted
    .filter(({ path, text }) => {
      const matches = files.filter((file) => path.test(file))
      const whole = matches.map((file) => readFileSync(join(root, file), 'utf8'))
      return !(matches.length === 1 && whole.every((found) => holds(found, text)))
    })
    .map(({ path }) => path.source)
}

function holds(found: string, text: RegExp | string): boolean {
  return typeof text === 'string' ? found === text : text.test(found)
}

function litter({ root, state, wanted, allowed }: Judged): readonly string[] {
  const strange = filesBelow(root).filter(
    (file) => !(allowed?.test(file) || wanted.some(({ path }) => path.test(file))),
  )
  const unfinished = filesBelow(state).filter((file) => /^saves\/|\.tmp$|\.lock/.test(file))
  return [...strange, ...unfinished].map((file) => `left behind: ${file}`)
}

function openToOthers({ root, state }: Judged): readonly string[] {
  return [root, state].flatMap((folder) =>
    entriesBelow(folder)
      .filter((path) => (statSync(join(folder, path)).mode & 0o077) !== 0)
      .map((path) => `open to others: ${path}`),
  )
}

function filesBelow(folder: string): readonly string[] {
  return entriesBelow(folder).filter((path) => statSync(join(folder, path)).isFile())
}

function entriesBelow(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
}
