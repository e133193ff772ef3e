import { describe, expect, test } from 'vitest'
import { run as jot } from '../../src/commands/jot.ts'
import { add } from '../../src/commands/people.ts'
import { run as prep } from '../../src/commands/prep.ts'
import { desk, problemOf } from '../support/context.ts'
import { answer, scripted } from '../support/interview.ts'

const jotting = { run: jot }
const preparing = { run: prep }

function people(tree: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(tree).filter((path) => /^people\/.+\.yaml$/.test(path))
}

describe('a name close to that of somebody known', () => {
  test('is asked about before a preparation begins, two letters the wrong way round too', async () => {
    const asker = scripted(() => ({ reply: 'chosen', value: '@leave' }))
    const at = desk({ asker })
    await at.run(add, ['Sam Rivera'])
    const { outcome } = await at.run(preparing, ['sma'])
    expect(outcome).toBe('done')
    expect(asker.screens).toMatchObject([
      {
        title: 'There is nobody called "sma" yet.',
        options: [
          { value: 'sam-rivera', label: 'Sam Rivera' },
          { value: '@new', label: 'somebody new: sma' },
          { value: '@leave', label: 'leave, and begin nothing' },
        ],
      },
    ])
    expect(people(at.tree())).toEqual(['people/sam-rivera.yaml'])
  })

  test('is asked about before somebody is added, and nobody is where the mentor leaves', async () => {
    const asker = scripted((_screen, at) => ({ reply: 'chosen', value: at === 0 ? '@leave' : '@add' }))
    const at = desk({ asker })
    await at.run(add, ['Sam Rivera'])
    const left = await at.run(add, ['Sam Riviera'])
    expect(left.err).toContain('Nobody was added.')
    expect(people(at.tree())).toEqual(['people/sam-rivera.yaml'])
    await at.run(add, ['Sam Riviera'])
    expect(people(at.tree())).toEqual(['people/sam-rivera.yaml', 'people/sam-riviera.yaml'])
  })

  test('is refused where nobody can be asked, unless --yes says that it is somebody else', async () => {
    const at = desk()
    await at.run(add, ['Sam Rivera'])
    expect(await problemOf(at.run(add, ['Sam Riviera']))).toMatchObject({
      kind: 'usage',
      message: 'Sam Riviera is close to somebody who is there: Sam Rivera.',
      mend: expect.stringContaining('--yes'),
    })
    expect(people(at.tree())).toEqual(['people/sam-rivera.yaml'])
    const { out } = await at.run(add, ['Sam Riviera'], {}, { yes: true })
    expect(out).toContain('Added Sam Riviera.')
  })
})

describe('jot without anybody named', () => {
  test('asks whom it is about and takes the answer', async () => {
    const asker = scripted(() => answer('anna-berg'))
    const at = desk({ asker })
    await at.run(add, ['Sam Rivera'])
    await at.run(add, ['Anna Berg'])
    const { out } = await at.run(jotting, ['She answered within the hour.'], {}, { quiet: true })
    expect(asker.screens).toMatchObject([
      { ask: 'Whom is it about?', options: [{ label: 'Anna Berg' }, { label: 'Sam Rivera' }], other: true },
    ])
    expect(at.read(out.trim())).toContain('person: anna-berg')
  })

  test('notes nothing where the mentor leaves, and says how to name somebody where nobody can be asked', async () => {
    const at = desk({ asker: scripted(() => ({ reply: 'quit' })) })
    const { err } = await at.run(jotting, ['She answered within the hour.'])
    expect(err).toContain('Nothing was noted.')
    expect(await problemOf(desk().run(jotting, ['She answered.']))).toMatchObject({
      kind: 'usage',
      mend: expect.stringContaining('--about'),
    })
  })
})
