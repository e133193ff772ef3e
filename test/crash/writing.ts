import { join } from 'node:path'
import { drafts } from '../../src/adapters/drafts.ts'
import { noteFiles } from '../../src/adapters/note-files.ts'

const long = 'An update came late. '.repeat(400)

export const OLD = 'the old text\n'
export const NEW = `the new text\n${long}`
export const EDITED = 'notes/old/note.md'

/** The places below a folder, and the doors to them, opened anew as a command opens them. */
export function places(dir: string) {
  const root = join(dir, 'notebook')
  const state = join(dir, 'state')
  return { root, state, notebook: noteFiles(root, state), kept: drafts(state) }
}

/** The four files of one save. */
export function filesOf(person: string) {
  return [
    { path: `notes/${person}/1-evidence.md`, text: `evidence ${long}` },
    { path: `notes/${person}/1-goal.md`, text: `goal ${long}` },
    { path: `private/${person}/1-session.md`, text: `private ${long}` },
    { path: `notes/${person}/1-session.md`, text: `session ${long}` },
  ]
}

/** Keeps two answers in a draft and saves four files at once; says so as it goes. */
export async function save(dir: string, person: string, say: (text: string) => void): Promise<void> {
  const { root, notebook, kept } = places(dir)
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
    say(`kept ${n}\n`)
  }
  await notebook.saveAll(filesOf(person))
  say('Saved.\n')
  // Saved is saved: a draft that stays is offered again, and saving it again does no harm.
  await kept.remove(head.draft).catch(() => undefined)
}

/** Puts the new text in place of the old one. */
export async function edit(dir: string, say: (text: string) => void): Promise<void> {
  const { notebook } = places(dir)
  await notebook.rollForward()
  await notebook.replace(EDITED, OLD, NEW)
  say('Saved.\n')
}
