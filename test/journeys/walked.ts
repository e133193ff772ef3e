import { join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, shortIds, withoutIds } from './notebook.ts'
import { expectTranscript, transcriptOf } from './transcript.ts'

const SAMPLES = resolve(import.meta.dirname, '../../templates/samples')

/** One of the journeys that ship, as it is typed line by line. */
export interface Journey {
  readonly template: string
  readonly typed: readonly string[]
  /** The fewest that can be typed in a hurry. */
  readonly hurried: readonly string[]
  /** What the copy for the person holds, and what it leaves out. */
  readonly told: readonly string[]
  readonly untold: readonly string[]
}

/** The list of behaviours grows, and where it is shown says nothing of the journey. */
function shortened(told: string): string {
  return told.replaceAll(/^Responsiveness\n(?: +\d+ {2}.+\n|\p{Lu}[\p{L} ]+\n)+/gmu, '  (the behaviours)\n')
}

/** How often something was asked: each question has its place in the template above it, and the review none. */
function prompts(told: string): number {
  return (
    (told.match(/^.+ - .+ · \d+ of \d+$/gm) ?? []).length + (told.match(/^Before you save/gm) ?? []).length
  )
}

/** Walks a journey line by line and from the sample that ships: the notes are to be the same. */
export function walk({ template, typed, hurried, told, untold }: Journey): void {
  const desks: Desk[] = []
  const freshDesk = (): Desk => {
    const desk = newDesk()
    desks.push(desk)
    return desk
  }
  afterEach(() => {
    for (const desk of desks.splice(0)) desk.remove()
  })

  test('typed line by line it takes at most 28 prompts, and gives the notes of the sample', async () => {
    const desk = freshDesk()
    const prep = await transcriptOf(desk, [{ args: ['prep', '--template', template, '--plain'], typed }])
    expect(prompts(prep), prep).toBeGreaterThan(12)
    expect(prompts(prep), prep).toBeLessThanOrEqual(28)
    const [session = ''] = [...shortIds(filesIn(desk.notebook))].find(([, kind]) => kind === 'session') ?? []
    const reading = await transcriptOf(desk, [
      { args: ['show', session] },
      { args: ['export', session, '--for', 'person', '--yes'] },
    ])
    expectTranscript(`${template}.txt`, shortened(`${prep}\n${reading}`))
    const copy = reading.slice(reading.indexOf('Before you read on'))
    for (const words of told) expect(copy).toContain(words)
    for (const words of untold) expect(copy).not.toContain(words)

    const fromFile = freshDesk()
    const sample = join(SAMPLES, `${template}.yaml`)
    expect(await fromFile.run(['prep', '--template', template, '--answers', sample])).toMatchObject({
      code: 0,
    })
    expect(withoutIds(filesIn(desk.notebook))).toEqual(withoutIds(filesIn(fromFile.notebook)))
  })

  test('in a hurry it takes at most 8', async () => {
    const desk = freshDesk()
    const told = await transcriptOf(desk, [
      { args: ['prep', '--template', template, '--plain', '--quick'], typed: hurried },
    ])
    expect(told).toContain('Saved.')
    expect(prompts(told), told).toBeLessThanOrEqual(8)
  })
}
