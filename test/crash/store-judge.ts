import { type After, judge } from './judge.ts'
import { EDITED, filesOf, NEW, OLD, places, save } from './writing.ts'

/** What is wrong after a save was broken off. */
export async function judgeSave(dir: string, after: After): Promise<readonly string[]> {
  const { root, state, notebook, kept } = places(dir)
  const given = {
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
    resume: () => save(dir, 'sam', () => undefined),
  }
  const complaints = await judge(given, after)
  if (after.CRASH_FAULT !== 'pause' || after.CRASH_N === '0') return complaints
  const beside = after.CRASH_EXIT2 === '0' ? [] : [`the other ended with ${after.CRASH_EXIT2}`]
  for (const { path, text } of filesOf('wei')) {
    if ((await notebook.read(path)) !== text) beside.push(`the other lost ${path}`)
  }
  return [...complaints, ...beside]
}

/** What is wrong after an edit was broken off. */
export async function judgeEdit(dir: string, after: After): Promise<readonly string[]> {
  const { notebook } = places(dir)
  const saved = after.CRASH_EXIT === '0'
  await notebook.rollForward()
  const text = await notebook.read(EDITED)
  const complaints: string[] = []
  if (text !== NEW && (saved || text !== OLD)) complaints.push(`neither old nor new: ${text?.slice(0, 40)}`)
  await notebook.replace(EDITED, text ?? '', NEW)
  const { paths } = await notebook.list('')
  if (paths.join() !== EDITED) complaints.push(`left behind: ${paths}`)
  return complaints
}
