import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import stringWidth from 'string-width'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MenuScreen, QuestionScreen } from '../../src/core/ports/asker.ts'
import type { KeyPress } from '../support/keys.ts'
import { menu, question } from '../support/screens.ts'
import { type OpenTerminal, open } from '../support/terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'tactful-asking-'))
const script = join(folder, 'asking.mjs')
const opened: OpenTerminal[] = []
/** Where the program of a terminal writes its replies. */
const told = new Map<OpenTerminal, string>()

beforeAll(() =>
  build({
    entryPoints: [join(import.meta.dirname, '../support/asking.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  }),
)
afterEach(() => {
  for (const one of opened.splice(0)) one.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Given {
  readonly screens: readonly (QuestionScreen | MenuScreen)[]
  readonly cols?: number
  readonly rows?: number
  readonly env?: Record<string, string>
  /** Runs it inside a shell that says what the terminal is like afterwards. */
  readonly shell?: boolean
}

async function asking({
  screens,
  cols = 80,
  rows = 24,
  env = {},
  shell = false,
}: Given): Promise<OpenTerminal> {
  const file = join(folder, `replies-${told.size}.jsonl`)
  const own = { ASKING: JSON.stringify(screens), ASKING_REPLIES: file, ...env }
  const terminal = shell
    ? open({
        program: '/bin/sh',
        args: [
          '-c',
          `sh -c 'echo pid $$; exec "${process.execPath}" "${script}"'; echo; stty -a; echo over; sleep 30`,
        ],
        env: own,
        cols,
        rows,
      })
    : open({ args: [script], env: own, cols, rows })
  opened.push(terminal)
  told.set(terminal, file)
  await terminal.waitFor('enter ')
  return terminal
}

/** The replies that the program had at its end: from its file, and from the screen where it was given none. */
async function replies(terminal: OpenTerminal): Promise<unknown[]> {
  const { code } = await terminal.exit
  expect(code).toBe(0)
  const file = told.get(terminal)
  const text =
    file === undefined ? terminal.raw().replace(/\u001b\[[?0-9;]*[a-zA-Z]/g, '') : readFileSync(file, 'utf8')
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line.startsWith('{"reply"')).map((line) => JSON.parse(line))
}

function press(terminal: OpenTerminal, ...keys: readonly (KeyPress | { readonly text: string })[]): void {
  for (const key of keys) {
    if (typeof key === 'string') terminal.key(key)
    else terminal.type(key.text)
  }
}

const text = (typed: string) => ({ text: typed })
const lines = question({ input: 'lines', help: 'Only what a camera could show.' })

describe('keys on a real terminal', () => {
  const edits: readonly [string, readonly (KeyPress | { text: string })[], string][] = [
    ['moves by character', [text('ac'), 'left', text('b'), 'enter'], 'abc'],
    ['moves to the ends', [text('b'), 'home', text('a'), 'end', text('c'), 'enter'], 'abc'],
    ['moves to the ends with control', [text('b'), 'ctrl-a', text('a'), 'ctrl-e', text('c'), 'enter'], 'abc'],
    ['moves by word', [text('one two'), 'ctrl-left', text('and '), 'enter'], 'one and two'],
    ['moves by word with alt', [text('one two'), 'alt-b', 'alt-b', 'alt-f', text('!'), 'enter'], 'one! two'],
    ['deletes', [text('axb'), 'left', 'backspace', 'delete', text('c'), 'enter'], 'ac'],
    ['deletes a word', [text('one two'), 'ctrl-w', text('three'), 'enter'], 'one three'],
    ['deletes to both ends', [text('one two'), 'ctrl-u', text('ab'), 'left', 'ctrl-k', 'enter'], 'a'],
    ['breaks a line with Alt-Enter', [text('one'), 'alt-enter', text('two'), 'enter'], 'one\ntwo'],
    [
      'breaks a line with Shift-Enter where it can be told',
      [text('one'), 'shift-enter', text('two'), 'enter'],
      'one\ntwo',
    ],
    ['breaks a line at a backslash', [text('one\\'), 'enter', text('two'), 'enter'], 'one\ntwo'],
    [
      'moves between lines',
      [text('one'), 'alt-enter', text('two'), 'up', text('!'), 'down', text('?'), 'enter'],
      'one!\ntwo?',
    ],
    [
      'takes wide and joined characters',
      [text('漢字👨‍👩‍👧'), 'backspace', text('שלום'), 'enter'],
      '漢字שלום',
    ],
  ]

  it('edit a text as people are used to', async () => {
    const terminal = await asking({ screens: edits.map(([ask]) => ({ ...lines, ask })) })
    for (const [ask, keys] of edits) {
      await terminal.waitFor(ask)
      press(terminal, ...keys)
    }
    const raws = (await replies(terminal)).map((one, at) => [edits[at]?.[0], one])
    expect(raws).toEqual(edits.map(([ask, , raw]) => [ask, { reply: 'answer', raw }]))
  })

  it.each<[readonly (KeyPress | { text: string })[], object]>([
    [[text('half'), 'shift-tab'], { reply: 'back', typed: 'half' }],
    [[text('half'), 'escape'], { reply: 'back', typed: 'half' }],
    [[text('half'), 'ctrl-c'], { reply: 'quit', typed: 'half', ended: 'SIGINT' }],
    [['ctrl-d'], { reply: 'quit' }],
    [[text(':quit'), 'enter'], { reply: 'quit' }],
  ])('%j is %j', async (keys, said) => {
    const terminal = await asking({ screens: [lines] })
    press(terminal, ...keys)
    expect(await replies(terminal)).toEqual([said])
  })

  it('hands the text to the editor and goes on with what was left there', async () => {
    const terminal = await asking({ screens: [lines] })
    press(terminal, text('draft'), 'ctrl-o')
    await terminal.waitFor('by hand')
    press(terminal, text('!'), 'enter')
    expect(await replies(terminal)).toEqual([{ reply: 'answer', raw: 'draft (edited)\nby hand!' }])
  })

  it('keeps what is typed when the answer will not do, and says what is wrong', async () => {
    const terminal = await asking({ screens: [question()] })
    press(terminal, text('wrong'), 'enter')
    const screen = await terminal.waitFor('That will not do.')
    expect(screen).toContain('> wrong')
    press(terminal, text('ly'), 'enter')
    expect(await replies(terminal)).toEqual([{ reply: 'answer', raw: 'wrongly' }])
  })

  it('loses nothing that is typed ahead', async () => {
    const terminal = await asking({
      screens: [question(), question(), menu(), question({ input: 'yes-no' })],
    })
    terminal.type('one\rtwo\r3n')
    expect(await replies(terminal)).toEqual([
      { reply: 'answer', raw: 'one' },
      { reply: 'answer', raw: 'two' },
      { reply: 'chosen', value: 'leave' },
      { reply: 'answer', raw: false },
    ])
  })

  it('shows the words at a question mark and goes on with the question', async () => {
    const terminal = await asking({ screens: [lines] })
    press(terminal, text('?'))
    await terminal.waitFor(':review')
    press(terminal, 'enter', text('still here'), 'enter')
    expect(await replies(terminal)).toEqual([{ reply: 'answer', raw: 'still here' }])
  })
})

describe('long answers', () => {
  it('takes a pasted block of 200 lines as one answer', async () => {
    const block = Array.from({ length: 200 }, (_none, at) => `- ${at} what was seen`).join('\n')
    const terminal = await asking({ screens: [lines] })
    terminal.paste(block)
    const screen = await terminal.waitFor('- 199 what was seen')
    const rows = screen.split('\n')
    const hidden = rows.findIndex((row) => /… 1\d\d more lines above/.test(row))
    expect(hidden).toBeGreaterThan(0)
    expect(rows[hidden + 1]).toMatch(/- 1\d\d what was seen/)
    expect(screen).toContain('What did you see or hear?')
    press(terminal, 'enter')
    expect(await replies(terminal)).toEqual([{ reply: 'answer', raw: block }])
  })

  it('takes 5,000 characters typed without a pause', async () => {
    const long = 'word '.repeat(1000).trim()
    const terminal = await asking({ screens: [lines], cols: 40, rows: 20 })
    terminal.type(long)
    terminal.key('enter')
    expect(await replies(terminal)).toEqual([{ reply: 'answer', raw: long }])
  })
})

describe.each([40, 80])('at %i columns', (cols) => {
  const rows = 30
  const long =
    'The update promised for 16:00 went out at 11:20 the next day; 客戶 wrote twice, and שלום was the only reply'

  it('shows exactly what there is: nothing cut, nothing overdrawn', async () => {
    const terminal = await asking({ screens: [lines, question({ ask: 'And then?' })], cols, rows })
    press(terminal, text(long), 'alt-enter', text('second line'))
    const screen = await terminal.waitFor('second line')
    for (const line of screen.split('\n')) expect(stringWidth(line)).toBeLessThan(cols)
    expect(words(screen)).toContain(words(long))
    expect(screen.match(/What did you see or hear\?/g)).toHaveLength(1)
    press(terminal, 'up', 'up', 'home', ...Array<KeyPress>(20).fill('delete'))
    await terminal.waitFor((now) => !now.includes('The update'))
    press(terminal, 'enter')
    const next = await terminal.waitFor('And then?')
    expect(next).not.toContain('What did you see')
    expect(next.match(/✓ Evidence/g)).toHaveLength(1)
  })

  it('puts the cursor where the next character goes', async () => {
    const terminal = await asking({ screens: [lines], cols, rows })
    terminal.type('漢字 👍 e\u0301 ')
    await terminal.waitFor((screen) => screen.includes('漢字'))
    terminal.type('X')
    await terminal.waitFor('X')
    const { row, column } = terminal.cursor()
    const cells = terminal.cells()[row] ?? []
    expect(cells[column - 1]?.text).toBe('X')
    press(terminal, 'left', 'left', 'left', 'left', text('Y'))
    await terminal.waitFor('Y')
    const there = terminal.cursor()
    expect(terminal.cells()[there.row]?.[there.column - 1]?.text).toBe('Y')
  })

  it('lets a list be read and chosen from', async () => {
    const causes = question({
      ask: 'What could be behind it?',
      input: 'many',
      other: true,
      options: [
        { value: 'how', label: 'did not know how', group: 'Sam' },
        { value: 'list', label: 'the checklist moved, nobody was told', group: 'The system' },
        { value: 'late', label: 'no one to ask on the late shift', group: 'The system' },
      ],
    })
    const terminal = await asking({ screens: [causes], cols, rows })
    for (const line of terminal.screen().split('\n')) expect(stringWidth(line)).toBeLessThan(cols)
    expect(words(terminal.screen())).toContain('thechecklistmoved,nobodywastold')
    press(terminal, 'down', 'space', text('a new tool'), 'enter')
    await terminal.waitFor('[x] a new tool')
    press(terminal, 'enter')
    expect(await replies(terminal)).toEqual([{ reply: 'answer', raw: ['list', 'a new tool'] }])
  })
})

describe('the terminal itself', () => {
  it('may change its size while one types', async () => {
    const terminal = await asking({ screens: [lines] })
    press(terminal, text('One sentence that is long enough to need two rows on a narrow screen.'))
    await terminal.waitFor('narrow screen.')
    terminal.resize(40, 20)
    await terminal.waitFor(
      (screen) => screen.includes('> One') && screen.split('\n').every((line) => stringWidth(line) < 40),
    )
    expect(terminal.screen().match(/What did you see/g)).toHaveLength(1)
    terminal.resize(100, 30)
    await terminal.waitFor('long enough to need two rows on a narrow screen.')
    expect(terminal.screen().match(/What did you see/g)).toHaveLength(1)
    press(terminal, text(' Still here.'), 'enter')
    expect(await replies(terminal)).toEqual([
      {
        reply: 'answer',
        raw: 'One sentence that is long enough to need two rows on a narrow screen. Still here.',
      },
    ])
  })

  it('gets no colour with NO_COLOR, and none of the escapes at all when it is dumb', async () => {
    const quiet = await asking({ screens: [lines], env: { NO_COLOR: '1' } })
    quiet.key('ctrl-d')
    await quiet.exit
    expect(quiet.raw()).not.toMatch(/\u001b\[[0-9;]*m/)

    const dumb = open({ args: [script], env: { ASKING: JSON.stringify([question()]), TERM: 'dumb' } })
    opened.push(dumb)
    await dumb.waitFor(/>$/)
    dumb.type('plain words\r')
    expect(await replies(dumb)).toEqual([{ reply: 'answer', raw: 'plain words' }])
    expect(dumb.raw()).not.toContain('\u001b')
  })

  it('takes a block pasted in plain mode as one answer, and asks the next question afresh', async () => {
    const screens = [
      question({ ask: 'What did it lead to?', input: 'lines' }),
      question({ ask: 'What did you see?', input: 'lines', list: true }),
      question({ ask: 'And then?' }),
    ]
    const dumb = open({ args: [script], env: { ASKING: JSON.stringify(screens), TERM: 'dumb' } })
    opened.push(dumb)
    await dumb.waitFor(/lead to\?[\s\S]*>$/)
    dumb.type('first line\rsecond line\r')
    await dumb.waitFor(/you see\?[\s\S]*>$/)
    dumb.type('one\r\rtwo\rthree\r')
    await new Promise((done) => setTimeout(done, 300))
    dumb.type('\r')
    await dumb.waitFor(/And then\?[\s\S]*>$/)
    dumb.type('a\rb\r')
    expect(await replies(dumb)).toEqual([
      { reply: 'answer', raw: 'first line\nsecond line' },
      { reply: 'answer', raw: 'one\ntwo\nthree' },
      { reply: 'answer', raw: 'a b' },
    ])
  })

  it('has colour otherwise', async () => {
    const terminal = await asking({ screens: [lines] })
    expect(
      terminal
        .cells()
        .flat()
        .some((cell) => cell.bold || cell.dim),
    ).toBe(true)
  })

  it.each(['quit', 'SIGTERM', 'SIGHUP', 'SIGINT'])('is as it was after %s', async (how) => {
    const terminal = await asking({ screens: [lines], shell: true })
    const pid = Number(/pid (\d+)/.exec(terminal.raw())?.[1])
    if (how === 'quit') press(terminal, text(':quit'), 'enter')
    else process.kill(pid, how as NodeJS.Signals)
    const screen = await terminal.waitFor('speed', 10_000).then(() => terminal.waitFor('over'))
    expect(screen).toMatch(/(^|\s)icanon/)
    expect(screen).toMatch(/(^|\s)echo(\s|$)/m)
    expect(terminal.raw().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(
      terminal.raw().lastIndexOf('\u001b[?2004h'),
    )
    expect(terminal.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThan(
      terminal.raw().lastIndexOf('\u001b[?25l'),
    )
    expect(screen).not.toContain('Error')
  })
})

it('can be put aside with Ctrl-Z and taken up again with what was typed', async () => {
  const terminal = open({
    program: '/bin/bash',
    args: [
      '-c',
      `set -m; "${process.execPath}" "${script}"; stty -a; echo put aside; fg >/dev/null; echo over`,
    ],
    env: { ASKING: JSON.stringify([lines]) },
    rows: 40,
  })
  opened.push(terminal)
  await terminal.waitFor('enter next')
  press(terminal, text('half'))
  await terminal.waitFor('> half')
  press(terminal, 'ctrl-z')
  expect(await terminal.waitFor('put aside')).toMatch(/(^|\s)icanon/)
  await terminal.waitFor('> half')
  press(terminal, text(' and whole'), 'enter')
  expect(await replies(terminal)).toEqual([{ reply: 'answer', raw: 'half and whole' }])
})

/** A text without the blanks that wrapping moves about. */
function words(screen: string): string {
  return screen.replace(/\s+/g, '')
}
