import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyCommand } from '../../scripts/docs/pages.mjs'
import { Trouble } from '../../src/core/problem.ts'
import { helpItem, helpText } from '../../src/core/text/help.ts'
import { run } from '../../src/program.ts'
import { shelf } from '../support/shelf.ts'
import { type Desk, newDesk } from './desk.ts'

let desk: Desk
beforeAll(() => {
  desk = newDesk()
})
afterAll(() => desk.remove())

describe('help', () => {
  it.each([
    [40, ['--help']],
    [40, ['list', '--help']],
    [60, ['check', '--help']],
    [100, ['search', '--help']],
  ] as const)('keeps within a terminal of %i columns: %j', async (cols, args) => {
    const terminal = desk.open([...args], { cols, rows: 200 })
    expect((await terminal.exit).code).toBe(0)
    const written = terminal.raw().replaceAll('\r\n', '\n').split('\n')
    terminal.close()
    expect(written.length).toBeGreaterThan(10)
    for (const line of written) expect(line.length).toBeLessThanOrEqual(cols)
  })

  it('is there for every command', async () => {
    const { write } = process.stdout
    for (const { name } of everyCommand(shelf)) {
      let said = ''
      process.stdout.write = ((text: string) => {
        said += text
        return true
      }) as typeof write
      try {
        await run([...name.split(' ').slice(1), '--help'], '0.0.0', () => {
          throw new Trouble({ kind: 'usage', message: 'a command ran' })
        })
      } finally {
        process.stdout.write = write
      }
      expect(said).toContain(`Usage: ${name}`)
      for (const line of said.split('\n'))
        expect(line.length).toBeLessThanOrEqual(process.stdout.columns ?? 80)
    }
  })

  it.each([
    [['list', '--kind', 'letters'], 'See: tactful list --help'],
    [['people', 'add'], 'See: tactful people add --help'],
    [['--quiet', 'edit'], 'See: tactful edit --help'],
    [['--nonsense'], 'See: tactful --help'],
  ])('is named for the command that was meant: %j', async (argv, mend) => {
    const refused = run(argv, '0.0.0', () => {
      throw new Error('a command ran')
    })
    await expect(refused).rejects.toMatchObject({ problem: { kind: 'usage', mend } })
  })

  it.each([
    [['show'], /^tactful show needs <id>: .+\.$/, 'See: tactful show --help'],
    [
      ['list', '--kind', 'evidnce'],
      /^"evidnce" is nothing that --kind knows\. It takes .*evidence/,
      'Did you mean "evidence"? See: tactful list --help',
    ],
    [
      ['completion', 'tcsh'],
      /^"tcsh" is nothing that <shell> knows\. It takes bash, .* or \w+\.$/,
      expect.stringMatching(/See: tactful completion --help$/),
    ],
  ])('says in plain words what %j lacks, and what may have been meant', async (argv, message, mend) => {
    const refused = run(argv, '0.0.0', () => {
      throw new Error('a command ran')
    })
    await expect(refused).rejects.toMatchObject({
      problem: { kind: 'usage', message: expect.stringMatching(message), mend },
    })
  })

  it('ends with the commands of most days, within one screen', async () => {
    const { write } = process.stdout
    let said = ''
    process.stdout.write = ((text: string) => {
      said += text
      return true
    }) as typeof write
    try {
      await run(['--help'], '0.0.0', () => {
        throw new Error('a command ran')
      })
    } finally {
      process.stdout.write = write
    }
    const screen = said.trimEnd().split('\n').slice(-23).join('\n')
    for (const name of ['prep', 'resume', 'jot', 'show', 'check']) {
      expect(screen).toMatch(new RegExp(`^  ${name} `, 'm'))
    }
  })

  it('loses no word where it breaks', () => {
    const about = 'a word, another word, and one more that is long enough to be broken somewhere'
    for (const width of [20, 30, 40, 80, 200]) {
      const item = helpItem('--template <id>', about, 18, width)
      expect(item.replace(/\s+/g, ' ').trim()).toBe(`--template <id> ${about}`)
      expect(helpText(about, width, '  ', '    ').replace(/\s+/g, ' ').trim()).toBe(about)
      for (const line of `${item}\n${helpText(about, width, '  ', '    ')}`.split('\n')) {
        expect(line.length).toBeLessThanOrEqual(width)
      }
    }
  })
})
