import { join } from 'node:path'
import { drafts } from '../../src/adapters/drafts.ts'
import { noteFiles } from '../../src/adapters/note-files.ts'
import { Trouble } from '../../src/core/problem.ts'
import { judge } from './judge.ts'

// node writer.js DIR save|edit|judge-save|judge-edit [PERSON]: the smallest command that keeps answers and saves.
const [dir = '', task = '', who = 'sam'] = process.argv.slice(2)
const root = join(dir, 'notebook')
const state = join(dir, 'state')
const notebook = noteFiles(root, state)
const kept = drafts(state)
const long = 'An update came late. '.repeat(400)

const OLD = 'the old text\n'
const NEW = `the new text\n${long}`
const EDITED = 'notes/old/note.md'

function filesOf(person: string) {
  return [
    { path: `notes/${person}/1-evidence.md`, text: `evidence ${long}` },
    { path: `notes/${person}/1-goal.md`, text: `goal ${long}` },
    { path: `private/${person}/1-session.md`, text: `private ${long}` },
    { path: `notes/${person}/1-session.md`, text: `session ${long}` },
  ]
}

async function save(person: string): Promise<void> {
  await notebook.rollForward()
  const created = '2026-11-21T10:00:00Z'
  const head = {
    draft: `d${person}`,
    note: `n${person}`,
    notebook: root,
    template: 't@1',
    hash: 'h',
    created,
  }
  await kept.begin({ ...head, depth: 'core' })
  const begun = (await kept.read(head.draft))?.steps.length ?? 0
  for (const n of [1, 2].slice(begun)) {
    await kept.append(head.draft, { step: 'answer', path: `q${n}`, value: `answer ${n}` })
    process.stdout.write(`kept ${n}\n`)
  }
  await notebook.saveAll(person, filesOf(person))
  process.stdout.write('Saved.\n')
  // Saved is saved: a draft that stays is offered again, and saving it again does no harm.
  await kept.remove(head.draft).catch(() => undefined)
}

async function edit(): Promise<void> {
  await notebook.rollForward()
  await notebook.replace(EDITED, OLD, NEW)
  process.stdout.write('Saved.\n')
}

async function judgeSave(): Promise<readonly string[]> {
  const complaints = await judge({
    root,
    state,
    wanted: filesOf('sam').map(({ path, text }) => ({ path: new RegExp(`^${path}$`), text })),
    allowed: /\/wei\//,
    saved: /^Saved\.$/m,
    kept: /^kept \d$/gm,
    next: async () => {
      await notebook.rollForward()
      await kept.list()
    },
    answers: async () => (await kept.read('dsam'))?.steps.length ?? 0,
    resume: () => save('sam'),
  })
  if (process.env.CRASH_FAULT !== 'pause' || process.env.CRASH_N === '0') return complaints
  return [...complaints, ...(await lostBeside('0', filesOf('wei')))]
}

async function judgeEdit(): Promise<readonly string[]> {
  const saved = process.env.CRASH_EXIT === '0'
  await notebook.rollForward()
  const text = await notebook.read(EDITED)
  const complaints: string[] = []
  if (text !== NEW && (saved || text !== OLD)) complaints.push(`neither old nor new: ${text?.slice(0, 40)}`)
  await notebook.replace(EDITED, text ?? '', NEW)
  const { paths } = await notebook.list('')
  if (paths.join() !== EDITED) complaints.push(`left behind: ${paths}`)
  return complaints
}

async function lostBeside(exit: string, files: readonly { path: string; text: string }[]) {
  const complaints =
    process.env.CRASH_EXIT2 === exit ? [] : [`the other ended with ${process.env.CRASH_EXIT2}`]
  for (const { path, text } of files) {
    if ((await notebook.read(path)) !== text) complaints.push(`the other lost ${path}`)
  }
  return complaints
}

// Adds a line of its own to a note, again and again until nobody else was quicker.
async function count(): Promise<void> {
  for (;;) {
    const before = (await notebook.read('notes/count.md')) ?? ''
    try {
      return await notebook.replace('notes/count.md', before, `${before}${process.pid}\n`)
    } catch (error) {
      if (!(error instanceof Trouble && error.problem.kind === 'conflict')) throw error
    }
  }
}

const tasks: Readonly<Record<string, () => Promise<unknown>>> = {
  save: () => save(who),
  edit,
  count,
  zero: () => notebook.saveAll('zero', [{ path: 'notes/count.md', text: '' }]),
  old: () => notebook.saveAll('old', [{ path: EDITED, text: OLD }]),
  'judge-save': async () => complain(await judgeSave()),
  'judge-edit': async () => complain(await judgeEdit()),
}

function complain(complaints: readonly string[]): void {
  process.stdout.write(complaints.map((complaint) => `${complaint}\n`).join(''))
  if (complaints.length > 0) process.exitCode = 1
}

try {
  await tasks[task]?.()
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  process.stderr.write(`${JSON.stringify(error.problem)}\n`)
  process.exitCode = error.problem.kind === 'disk' ? 74 : 70
}
