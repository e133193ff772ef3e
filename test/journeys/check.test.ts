import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Desk, newDesk } from './desk.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

function fresh(): Desk {
  const desk = newDesk()
  desks.push(desk)
  return desk
}

function put(desk: Desk, path: string, text: string): void {
  mkdirSync(join(desk.folder, path, '..'), { recursive: true })
  writeFileSync(join(desk.folder, path), text)
}

function pack(desk: Desk, text: string): void {
  mkdirSync(join(desk.notebook, 'wording'), { recursive: true })
  writeFileSync(join(desk.notebook, 'tactful.yaml'), 'tactful: 1\n')
  writeFileSync(join(desk.notebook, 'wording/ours.yaml'), text)
}

test('rough notes: each judgment a coach would point out, and nothing else', async () => {
  const { code, out } = await fresh().run(['check', 'rough-notes.md', '--json'])
  const { findings, checked } = JSON.parse(out)
  const seen = findings.map((one: { line: number; category: string }) => `${one.line} ${one.category}`)
  expect(seen).toEqual([
    '5 absolute',
    '6 blame',
    '6 label',
    '9 label',
    '9 motive',
    '9 private',
    '10 comparison',
    '13 label',
    '14 belittling',
  ])
  expect([code, checked]).toEqual([1, 1])
  for (const one of findings) expect(one.try[0]).toMatch(/^[A-Z][^{}]*[.?]$/)
})

test('JSON has every key that scripts rely on', async () => {
  const desk = fresh()
  put(desk, 'a.md', '“Right” 🙂\n\nTom is lazy.\n')
  const { out } = await desk.run(['check', 'a.md', '--format', 'json'])
  expect(JSON.parse(out)).toMatchObject({
    findings: [
      {
        file: 'a.md',
        line: 3,
        column: 8,
        offset: 19,
        length: 4,
        rule: 'label-person-is',
        category: 'label',
        severity: 'warning',
        words: 'lazy',
        why: expect.stringMatching(/\.$/),
        try: expect.arrayContaining([expect.any(String)]),
      },
    ],
    checked: 1,
  })
})

describe('as the guide has it in hooks and pipelines', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/wording-rules.md'), 'utf8')
  const hook = /entry: npx tactful ([\w -]+?),/.exec(guide)?.[1] ?? ''
  const step = /- run: npx tactful (.+)/.exec(guide)?.[1] ?? ''

  test('the hook stops a commit that has something to reword, and lets any other pass', async () => {
    const desk = fresh()
    put(desk, 'a.md', 'You are lazy.\n')
    put(desk, 'b.md', 'On 14 October the update went out at 11:20.\n')
    const args = hook.split(' ')
    expect(args[0]).toBe('check')
    expect((await desk.run([...args, 'a.md', 'b.md'])).code).toBe(1)
    expect((await desk.run([...args, 'b.md'])).code).toBe(0)
  })

  test('the step finds files by their pattern and marks the line', async () => {
    const desk = fresh()
    put(desk, 'reviews/2026/sam.md', 'First line.\nYou are lazy.\n')
    const args = step.split(' ').map((word) => word.replaceAll("'", ''))
    const { code, out } = await desk.run(args)
    expect(code).toBe(1)
    expect(out).toMatch(/^::warning file=reviews\/2026\/sam\.md,line=2,col=9,title=label-person-is::"lazy": /)
  })
})

test('standard input, with and without a dash', async () => {
  const desk = fresh()
  for (const args of [['check'], ['check', '-']]) {
    const { code, out } = await desk.run(args, { input: 'You are lazy.\n' })
    expect([code, out.split('\n')[0]]).toEqual([1, 'standard input'])
  }
})

test('a hint alone is no reason to stop', async () => {
  const desk = fresh()
  pack(
    desk,
    'pack: ours\nrules:\n  - id: our-hint\n    category: vague\n    severity: hint\n    why: It could be said more plainly.\n    try: ["One example: ___."]\n    match: ["synergise"]\n',
  )
  put(desk, 'a.md', 'The two queues synergise.\n')
  const quiet = await desk.run(['check', 'a.md'])
  expect([quiet.code, quiet.out]).toEqual([0, ''])
  expect(quiet.err).toContain('--severity hint')
  const all = await desk.run(['check', 'a.md', '--severity', 'hint', '--json'])
  expect([all.code, JSON.parse(all.out).findings[0].severity]).toEqual([0, 'hint'])
})

describe('a pack that cannot be used ends with 78 and its place', () => {
  const rule = (match: string) =>
    `pack: ours\nrules:\n  - id: x\n    category: label\n    why: Because.\n    match: ["${match}"]\n`
  test.each([
    ['a word class that is not there', rule('<frobs> is'), 'ours.yaml:6:14', '<frobs>'],
    ['a pattern that matches everything', rule('<name> ...3'), 'ours.yaml:6:14', 'almost everything'],
    ['a bracket left open', rule('(you are'), 'ours.yaml:6:14', 'never closed'],
    ['no YAML', 'pack: [ours\n', 'ours.yaml:', ''],
    ['a category nobody knows', rule('x').replace('label', 'frob'), 'ours.yaml:4:15', 'category'],
  ])('%s', async (_name, text, place, words) => {
    const desk = fresh()
    pack(desk, text)
    const { code, err, out } = await desk.run(['check', '-'], { input: 'Fine.' })
    expect([code, out]).toEqual([78, ''])
    expect(err).toContain(place)
    expect(err).toContain(words)
  })
})

describe('large and broken files', () => {
  test('one line of 7 MB is read, and what stands at its end is found', async () => {
    const desk = fresh()
    const plain = 'On Tuesday the customer wrote at 14:05 and asked who had the case. '
    const before = plain.repeat(Math.ceil(7_000_000 / plain.length))
    put(desk, 'long.md', `${before}Tom is lazy.`)
    const { code, out } = await desk.run(['check', 'long.md', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out).findings).toMatchObject([
      { line: 1, offset: before.length + 7, column: before.length + 8, words: 'lazy' },
    ])
  })

  test.each([
    ['more than 100 MB', (path: string) => truncateSync(path, 101 * 1024 * 1024), 'larger than 100 MB'],
    ['a picture', (path: string) => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000', 'hex')), 'x.md'],
    ['NUL', (path: string) => writeFileSync(path, 'You\0are'), 'binary'],
    [
      'UTF-16 without its mark',
      (path: string) => writeFileSync(path, Buffer.from('Hi', 'utf16le')),
      'binary',
    ],
  ])('%s ends with 65 and one sentence', async (_name, make, words) => {
    const desk = fresh()
    put(desk, 'x.md', '')
    make(join(desk.folder, 'x.md'))
    const { code, out, err } = await desk.run(['check', 'x.md'])
    expect([code, out]).toEqual([65, ''])
    expect(err).toContain(words)
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2)
  })

  test.each([
    ['one word again and again', 'you are so '.repeat(60_000)],
    ['openers of quotations', '" \' “ ` [ <'.repeat(60_000)],
    ['no spaces', 'x'.repeat(700_000)],
  ])('%s comes to an end', async (_name, text) => {
    const desk = fresh()
    put(desk, 'x.md', text)
    expect([0, 1]).toContain((await desk.run(['check', 'x.md', '--json'])).code)
  })
})

test.each([
  [['check', 'missing.md']],
  [['check', '*.none']],
  [['check', '-', '--rules', 'nonsense']],
  [['check', '--explain', 'nonsense']],
  [['check', '-', '--format', 'xml']],
])('wrong usage ends with 2: %j', async (args) => {
  const { code, out } = await fresh().run(args)
  expect([code, out]).toEqual([2, ''])
})
