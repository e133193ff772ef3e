import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/commands/check.ts'
import { desk, problemOf } from '../support/context.ts'

const body = { run }

function file(folder: string, name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe('what is printed', () => {
  test('the line, the words marked, why, and what to say instead', async () => {
    const { folder, run: go } = desk({ columns: 80 })
    const name = file(folder, 'notes.md', '# Sam\n\n- 48213: Sam never follows up.\n')
    const { out, err, outcome } = await go(body, [name])
    expect(outcome).toBe('attention')
    expect(out).toContain('notes.md\n  3:14   absolute\n')
    const lines = out.split('\n')
    const shown = lines.findIndex((line) => line.includes('Sam never follows up'))
    expect(lines[shown + 1]?.trimEnd().length).toBe((lines[shown]?.indexOf('never') ?? 0) + 'never'.length)
    expect(lines[shown + 1]).toMatch(/^ +\^{5}$/)
    expect(out).toContain('try: ')
    expect(err).toBe('1 to reword.\n')
  })
  test('nothing to reword', async () => {
    const { folder, run: go } = desk()
    const name = file(folder, 'fine.md', 'On 48213 the update went out at 11:20.\n')
    expect(await go(body, [name])).toEqual({
      out: '',
      err: '1 file checked, nothing to reword.\n',
      outcome: 'done',
    })
  })
  test('JSON has places in UTF-16 units, from 1 and from 0', async () => {
    const { folder, run: go } = desk()
    const name = file(folder, 'n.md', '😀\r\nDwayne is lazy.\r\n')
    const { out } = await go(body, [name], {}, { json: true })
    const found = JSON.parse(out) as { findings: Record<string, unknown>[]; checked: number }
    expect(found.checked).toBe(1)
    expect(found.findings[0]).toMatchObject({
      file: 'n.md',
      line: 2,
      column: 11,
      offset: 14,
      length: 4,
      rule: 'label-person-is',
      category: 'label',
      severity: 'warning',
      words: 'lazy',
    })
    expect(Object.keys(found.findings[0] ?? {})).toEqual(expect.arrayContaining(['why', 'try']))
  })
  test('annotations for code hosts are one line each, escaped', async () => {
    const { folder, run: go } = desk()
    const name = file(folder, 'a,b.md', 'You are lazy.\n')
    const { out } = await go(body, [name], { format: 'github' })
    expect(out).toMatch(/^::warning file=a%2Cb\.md,line=1,col=9,title=label-person-is::"lazy": [^\n]+\n$/)
  })
  test('control characters never reach the terminal raw', async () => {
    const { folder, run: go } = desk()
    const name = file(folder, 'esc.md', 'You are \u001b[31mlazy\u001b[0m and rude.\n')
    const { out } = await go(body, [name])
    expect(out).not.toContain('\u001b')
  })
})

describe('what is checked', () => {
  test('several files and patterns', async () => {
    const { folder, run: go } = desk()
    file(folder, 'one.md', 'You are lazy.')
    file(folder, 'two.md', 'You are rude.')
    file(folder, 'three.txt', 'You are useless.')
    const { out } = await go(body, ['*.md'], {}, { json: true })
    expect(JSON.parse(out)).toMatchObject({ checked: 2, findings: [{ file: 'one.md' }, { file: 'two.md' }] })
  })
  test('a note by the end of its id', async () => {
    const { put, run: go } = desk()
    await put('tactful.yaml', 'tactful: 1\n')
    await put(
      'notes/sam/2026-11-21-evidence-q47k3v.md',
      '---\ntactful: 1\nid: 01K9AAAAAAAAAAAAAAAAQ47K3V\nkind: evidence\nperson: sam\ndate: "2026-11-21"\ncreated: 2026-11-21T14:30:00.000Z\ntitle: lazy\n---\n# Evidence\n\nSam is lazy.\n',
    )
    const { out } = await go(body, ['q47k3v'], {}, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      findings: [{ file: 'notes/sam/2026-11-21-evidence-q47k3v.md', line: 12, words: 'lazy' }],
    })
  })
  test('only some rules or categories, and words to keep', async () => {
    const { folder, run: go } = desk()
    const name = file(folder, 'n.md', 'You are lazy. You never call back.')
    const only = async (options: Record<string, string | readonly string[]>) =>
      (
        JSON.parse((await go(body, [name], options, { json: true })).out) as {
          findings: { category: string }[]
        }
      ).findings.map((one) => one.category)
    expect(await only({})).toEqual(['label', 'absolute'])
    expect(await only({ rules: ['label'] })).toEqual(['label'])
    expect(await only({ rules: ['absolute-person'] })).toEqual(['absolute'])
    expect(await only({ keep: ['lazy'] })).toEqual(['absolute'])
  })
  test("a team's own rules, kept words and names", async () => {
    const { folder, put, run: go } = desk()
    await put('tactful.yaml', 'tactful: 1\nwording:\n  keep: [lazy]\n')
    await put('people/wicke.yaml', 'name: Wicke\n')
    await put(
      'wording/ours.yaml',
      'pack: ours\noff: [label-stop-being]\nrules:\n  - id: our-jargon\n    category: cliche\n    why: Nobody outside the team knows it.\n    try: ["Say it in plain words."]\n    match: ["<person> <is> {blue on the board}"]\n',
    )
    const name = file(folder, 'n.md', 'wicke is blue on the board. You are lazy. Stop being so negative.')
    const { out } = await go(body, [name], { rules: ['our-jargon', 'label'] }, { json: true })
    const { findings } = JSON.parse(out) as { findings: { rule: string }[] }
    expect(findings.map((one) => one.rule)).toEqual(['our-jargon'])
  })
})

describe('what is refused', () => {
  test.each([
    ['binary', new Uint8Array([0x89, 0x50, 0, 1, 2])],
    ['NUL', new TextEncoder().encode('You are\0 lazy')],
    ['broken UTF-8', new Uint8Array([0x59, 0xff, 0xfe, 0x41])],
  ])('%s', async (_name, bytes) => {
    const { folder, run: go } = desk()
    expect(await problemOf(go(body, [file(folder, 'x.md', bytes)]))).toMatchObject({
      kind: 'data',
      file: 'x.md',
    })
  })
  test('but UTF-16 with its mark is read', async () => {
    const { folder, run: go } = desk()
    const name = file(folder, 'x.md', Buffer.from('\ufeffYou are lazy.', 'utf16le'))
    expect((await go(body, [name])).outcome).toBe('attention')
  })
  test('a rule nobody knows, a file that is not there, a pattern without files', async () => {
    const { folder, run: go } = desk()
    const name = file(folder, 'x.md', 'Fine.')
    expect(await problemOf(go(body, [name], { rules: ['nonsense'] }))).toMatchObject({ kind: 'usage' })
    expect(await problemOf(go(body, [name], { explain: 'nonsense' }))).toMatchObject({ kind: 'usage' })
    expect(await problemOf(go(body, ['missing.md']))).toMatchObject({ kind: 'usage' })
    expect(await problemOf(go(body, ['*.none']))).toMatchObject({ kind: 'usage' })
  })
  test("a mistake in a team's pack, with its place", async () => {
    const { folder, put, run: go } = desk()
    await put('tactful.yaml', 'tactful: 1\n')
    await put(
      'wording/ours.yaml',
      'pack: ours\nrules:\n  - id: x\n    category: label\n    why: y\n    match: ["<nobody> is"]\n',
    )
    expect(await problemOf(go(body, [file(folder, 'x.md', 'Fine.')]))).toMatchObject({
      kind: 'config',
      mistakes: [{ file: 'wording/ours.yaml', line: 6, column: 14 }],
    })
  })
})

test('--explain shows what a rule finds and leaves', async () => {
  const { run: go } = desk({ columns: 80 })
  const { out, outcome } = await go(body, [], { explain: 'label-note' })
  expect(outcome).toBe('done')
  for (const part of [
    'label-note',
    'label, warning',
    'Say instead',
    'Finds',
    'Sloppy again.',
    'Leaves alone',
    'Poor signal at the site.',
  ])
    expect(out).toContain(part)
})
