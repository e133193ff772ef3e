import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, shortIds } from './notebook.ts'
import { expectTranscript, masked } from './transcript.ts'

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

test('the case in three copies side by side: what leaves for the mentor, for Sam, and for the lead', async () => {
  const desk = newDesk()
  desks.push(desk)
  cpSync(join(import.meta.dirname, 'case/answers.yaml'), join(desk.folder, 'answers.yaml'))
  await desk.run(['prep', '--answers', 'answers.yaml'])
  const notes = filesIn(desk.notebook)
  const [session = ''] = [...shortIds(notes)].find(([, kind]) => kind === 'session') ?? []
  const copies = new Map<string, string>()
  const told: string[] = []
  for (const reader of ['mentor', 'person', 'lead']) {
    const args = ['export', session, '--for', reader, '--to', `${reader}.md`, '--yes']
    const { code, out, err } = await desk.run(args)
    expect(code).toBe(0)
    const copy = readFileSync(join(desk.folder, `${reader}.md`), 'utf8')
    copies.set(reader, copy)
    told.push(
      `===== for ${reader}: what is said before it leaves\n\n${err}${out}\n===== for ${reader}: the copy\n\n${copy}`,
    )
  }
  expectTranscript('copies.txt', masked(told.join('\n'), desk))

  const [own = '', sam = '', lead = ''] = ['mentor', 'person', 'lead'].map((reader) => copies.get(reader))
  const hidden = ['perhaps nobody told tier 1', 'First sentence:', 'did not know how yet']
  for (const words of hidden) expect(own).toContain(words)
  for (const words of hidden) expect(sam + lead).not.toContain(words)
  const theirs = ['still waiting', 'I freeze a bit', 'tier 1, four months in', 'room 2']
  for (const words of theirs) expect(sam).toContain(words)
  for (const words of theirs) expect(lead).not.toContain(words)
  expect(lead).not.toMatch(/sam|rivera|\d{5}/i)
  expect(lead).toContain('- The system: a change, nobody was told; training or resources')
})
