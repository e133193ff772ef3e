import type { WaitingDraft } from '../core/interview/take-up.ts'
import { notebookIfAny } from '../core/notebook/if-any.ts'
import { nameOf } from '../core/notebook/name-of.ts'
import type { Context, NoteFiles, Outcome } from '../core/ports.ts'
import { type HomeDraft, homeText, type NextStep, welcomeText } from '../views/home.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'

/** What waits today: drafts to resume, else what could come next. */
export async function run(context: Context): Promise<Outcome> {
  const { terminal } = context
  const files = await notebookIfAny(context)
  const drafts = await homeDrafts(context, files)
  const empty = files === undefined && drafts.length === 0
  const screen = { drafts, next: drafts.length > 0 ? [letGo(drafts)] : await nextSteps(files) }
  if (context.common.json === true) {
    const { jsonText } = await import('../views/json.ts')
    terminal.out(jsonText(screen))
    return 'done'
  }
  const draw = empty ? welcomeText : homeText
  terminal.out(draw(screen, themeFor(terminal), roomOf(terminal)))
  return 'done'
}

async function homeDrafts(context: Context, files: NoteFiles | undefined): Promise<readonly HomeDraft[]> {
  const drafts = await context.drafts()
  const heads = await drafts.list()
  const here = heads.filter((head) => files === undefined || head.notebook === files.root)
  if (here.length === 0) return []
  const { waitingDrafts } = await import('../core/interview/take-up.ts')
  const waiting = await waitingDrafts(context, drafts, files, here)
  return waiting.map((draft) => homeDraft(draft, here.length > 1))
}

function homeDraft({ head, short, name, part, answers }: WaitingDraft, several: boolean): HomeDraft {
  const command = several ? `tactful resume ${short}` : 'tactful resume'
  return { id: head.draft, name, part, answers, created: head.created, command }
}

function letGo(drafts: readonly HomeDraft[]): NextStep {
  const which = drafts.length > 1 ? ' ID' : ''
  return { text: 'Throw a draft away', command: `tactful resume --discard${which}` }
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
