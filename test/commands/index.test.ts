import parseArgv from 'string-argv'
import { describe, expect, it } from 'vitest'
import type { CommandCard } from '../../src/commands/card.ts'
import { Trouble } from '../../src/core/problem.ts'
import { run } from '../../src/program.ts'
import { shelf } from '../support/shelf.ts'

interface Named {
  readonly path: string
  readonly card: CommandCard
}

function all(cards: readonly CommandCard[], before = ''): readonly Named[] {
  return cards.flatMap((card) => {
    const path = `${before}${card.name}`
    return [{ path, card }, ...all(card.commands ?? [], `${path} `)]
  })
}

const CARDS = all(shelf)
const EXAMPLES = CARDS.flatMap(({ path, card }) => card.examples.map((example) => [path, example] as const))

/** Parses a command line as far as the door of its command; the words of the problem where that is refused. */
async function refusal(argv: readonly string[]): Promise<string | undefined> {
  const door = new Error('reached')
  try {
    await run(argv, '0.0.0', () => {
      throw door
    })
    return 'no command was reached'
  } catch (error) {
    if (error === door) return undefined
    if (error instanceof Trouble && error.problem.kind === 'usage') return error.problem.message
    throw error
  }
}

describe('the shelf', () => {
  it.each(CARDS.map(({ path, card }) => [path, card] as const))('tells what %s does', (_path, card) => {
    expect(card.summary).toMatch(/^[a-z].*[^.]$/)
    expect(card.examples.length).toBeGreaterThan(0)
    for (const arg of card.args ?? []) expect(arg.summary).not.toBe('')
    for (const flag of card.flags ?? []) expect(flag.summary).not.toBe('')
  })

  it.each(EXAMPLES)('%s: "%s" runs as printed', async (path, example) => {
    const line = example.replace(/^(?:\w+="[^"]*" |echo "[^"]*" \| )/, '').replace(/ [<>|] .*$/, '')
    const [program, ...argv] = parseArgv(line)
    expect(program).toBe('tactful')
    expect(argv.slice(0, path.split(' ').length)).toEqual(path.split(' '))
    expect(await refusal(argv)).toBeUndefined()
  })

  it.each(CARDS.flatMap(({ path, card }) => (card.load === undefined ? [] : [[path, card] as const])))(
    'loads %s',
    async (_path, card) => {
      const body = await card.load?.()
      expect(body?.run).toBeTypeOf('function')
    },
  )
})
