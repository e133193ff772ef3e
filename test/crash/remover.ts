import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { noteFiles } from '../../src/adapters/note-files.ts'
import { finishRemovals, removing } from '../../src/adapters/removing.ts'
import { rootKey } from '../../src/adapters/store/saves.ts'
import { Trouble } from '../../src/core/problem.ts'

// node remover.js DIR make|remove|judge: the smallest command that takes away what is held about somebody.
const [dir = '', task = ''] = process.argv.slice(2)
const folders = { root: join(dir, 'notebook'), state: join(dir, 'state'), cache: join(dir, 'cache') }
const { root, state } = folders

const SECRET = 'the update came late'
const THEIRS = [
  'people/sam.yaml',
  'notes/sam/1-session.md',
  'notes/sam/2-goal.md',
  'private/sam/1-session.md',
].map((path) => join(root, path))
const DRAFT = join(state, 'drafts/DSAM.jsonl')
const COPY = join(state, 'edits/edit-aaaaaa/note.md')
const INDEX = join(folders.cache, 'index', rootKey(root), 'notes.texts')
const OTHERS = ['people/wei.yaml', 'notes/wei/1-session.md'].map((path) => join(root, path))

function make(): void {
  for (const path of [...THEIRS, DRAFT, COPY, INDEX]) put(path, `${SECRET} ${path}`)
  for (const path of OTHERS) put(path, 'about somebody else')
  for (const folder of ['locks', 'removals']) mkdirSync(join(state, folder), { recursive: true, mode: 0o700 })
}

function put(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  writeFileSync(path, text, { mode: 0o600 })
}

async function remove(): Promise<void> {
  finishRemovals(folders)
  const door = removing(folders)
  const { files } = await door.look(['people/sam.yaml', 'notes/sam', 'private/sam'])
  const left = await door.remove({ files, drafts: ['DSAM'], edits: ['edit-aaaaaa'] })
  process.stdout.write(left.length === 0 ? 'Removed.\n' : `Left ${left}\n`)
}

/** All of it is there or none, nothing of anybody else is gone, and what was said is so. */
async function judge(): Promise<readonly string[]> {
  const { CRASH_EXIT = '', CRASH_FAULT = '', CRASH_OUT = '' } = process.env
  const out = CRASH_OUT === '' ? '' : readFileSync(CRASH_OUT, 'utf8')
  const complaints: string[] = []
  const said = out.includes('Removed.')
  if (said && holding().length > 0) complaints.push(`said removed, and still there: ${holding()}`)
  if (!['kill', 'torn'].includes(CRASH_FAULT) && !/^(0|74)$/.test(CRASH_EXIT))
    complaints.push(`exit ${CRASH_EXIT}: ${out}`)
  if (CRASH_EXIT === '0' && !said) complaints.push(`ended well and said: ${out}`)
  // What every command does first.
  await noteFiles(root, state).rollForward()
  finishRemovals(folders)
  const there = THEIRS.filter((path) => existsSync(path))
  if (there.length > 0 && there.length < THEIRS.length) complaints.push(`half removed, left: ${there}`)
  if (there.length === 0 && holding().length > 0) complaints.push(`words that stayed: ${holding()}`)
  for (const path of OTHERS) if (!existsSync(path)) complaints.push(`gone: ${path}`)
  // The lock on a draft is taken over by whoever takes up that draft.
  return [...complaints, ...litter(/removals\/|\.tmp$|(?<!DSAM)\.lock/)]
}

function litter(what: RegExp): readonly string[] {
  return below(state)
    .filter((path) => what.test(path))
    .map((path) => `left behind: ${path}`)
}

function holding(): readonly string[] {
  return below(dir).filter((path) => readFileSync(path, 'utf8').includes(SECRET))
}

function below(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

try {
  if (task === 'make') make()
  else if (task === 'remove') await remove()
  else {
    const first = await judge()
    // Whatever came to grief: a second try removes it.
    await remove()
    const last = litter(/removals\/|\.tmp$|\.lock/)
    const complaints = [
      ...first,
      ...last,
      ...holding().map((path) => `still there after a second try: ${path}`),
    ]
    process.stdout.write(complaints.map((complaint) => `${complaint}\n`).join(''))
    if (complaints.length > 0) process.exitCode = 1
  }
} catch (error) {
  if (!(error instanceof Trouble)) throw error
  process.stderr.write(`${JSON.stringify(error.problem)}\n`)
  process.exitCode = error.problem.kind === 'disk' ? 74 : 70
}
