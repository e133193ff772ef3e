import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { Waiting } from '../core/notebook/waiting.ts'
import type { Context, DraftHead, NoteFiles, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { type HomeDraft, homeText, type NextStep, welcomeText } from '../views/home.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'

/** What waits today: drafts to resume, else what could come next. */
export async function run(context: Context): Promise<Outcome> {
  const { terminal } = context
  const files = await notebookIfAny(context)
  const drafts = await waitingDrafts(context, files)
  const empty = files === undefined && drafts.length === 0
  const screen = { drafts, next: drafts.length > 0 ? [] : await nextSteps(files) }
  if (context.common.json === true) {
    const { jsonText } = await import('../views/json.ts')
    terminal.out(jsonText(screen))
    return 'done'
  }
  const draw = empty ? welcomeText : homeText
  terminal.out(draw(screen, themeFor(terminal), roomOf(terminal)))
  return 'done'
}

async function waitingDrafts(context: Context, files: NoteFiles | undefined): Promise<readonly HomeDraft[]> {
  const heads = await (await context.drafts()).list()
  const here = heads.filter((head) => files === undefined || head.notebook === files.root)
  return Promise.all(here.map((head) => homeDraft(context, files, head, here.length > 1)))
}

async function homeDraft(
  context: Context,
  files: NoteFiles | undefined,
  head: DraftHead,
  several: boolean,
): Promise<HomeDraft> {
  const left = await readDraft(context, files, head)
  const { shortId } = await import('../core/notebook/ids.ts')
  return {
    id: head.draft,
    name: left?.person === undefined ? null : await nameOf(files, left.person),
    part: left?.part ?? null,
    answers: left?.answers ?? 0,
    created: head.created,
    command: several ? `tactful resume ${shortId(head.draft)}` : 'tactful resume',
  }
}

/** A draft whose template is gone or broken is still named: `resume` says what is wrong with it. */
async function readDraft(
  context: Context,
  files: NoteFiles | undefined,
  head: DraftHead,
): Promise<Waiting | undefined> {
  const kept = await (await context.drafts()).read(head.draft)
  if (kept === undefined) return undefined
  const { loadTemplate } = await import('../core/template/load.ts')
  const { waiting } = await import('../core/notebook/waiting.ts')
  try {
    const { template } = await loadTemplate(head.template, files, await context.data())
    return waiting(head, kept.steps, template)
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}

/** Nothing is read beyond the names of files, but one person's file for their name. */
async function nextSteps(files: NoteFiles | undefined): Promise<readonly NextStep[]> {
  const prepare: NextStep = { text: 'Prepare feedback for somebody', command: 'tactful prep' }
  if (files === undefined) return [prepare, { text: 'See everything there is', command: 'tactful --help' }]
  const { paths } = await files.list('notes')
  const newest = paths
    .flatMap((path) => {
      const [, slug, day, short] =
        /^notes\/([^/]+)\/(\d{4}-\d\d-\d\d)-session-([0-9a-z]{6})\.md$/.exec(path) ?? []
      return slug === undefined || day === undefined || short === undefined ? [] : [{ slug, day, short }]
    })
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))[0]
  if (newest === undefined) return [prepare, { text: 'See who is there', command: 'tactful people' }]
  const name = await nameOf(files, newest.slug)
  return [prepare, { text: `What you agreed with ${name} last time`, command: `tactful last ${newest.slug}` }]
}

async function nameOf(files: NoteFiles | undefined, who: string): Promise<string> {
  const path = `people/${who}.yaml`
  if (files === undefined || !/^[a-z0-9-]+$/.test(who)) return who
  try {
    const source = await files.read(path)
    if (source === undefined) return who
    const { parsePerson } = await import('../core/notebook/people.ts')
    return parsePerson(source, path).name
  } catch (error) {
    if (error instanceof Trouble) return who
    throw error
  }
}
