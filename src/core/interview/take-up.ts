import { nameOf } from '../notebook/name-of.ts'
import { type Waiting, waiting } from '../notebook/waiting.ts'
import type { DraftHead, Drafts } from '../ports/drafts.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import { loadTemplate } from '../template/load.ts'
import { replay } from './fold.ts'
import { type Desk, draftName, openDesk } from './guided.ts'
import { type Opened, openInterview } from './open.ts'
import type { Interview, SaveFacts, Step } from './state.ts'

/** A draft taken up again. */
export interface TakenUp {
  readonly desk: Desk
  readonly files: NoteFiles
  readonly opened: Opened
  readonly interview: Interview
  /** What was chosen for saving, when nothing was changed since: only the end of the save is missing. */
  readonly saved: SaveFacts | undefined
}

/** Takes a draft up again; nobody else can until its desk is released. Throws `busy` when it is open elsewhere, `unknown` when it is gone. */
export async function takeUp(context: Context, drafts: Drafts, head: DraftHead): Promise<TakenUp> {
  const release = await drafts.hold(head.draft)
  try {
    const kept = await drafts.read(head.draft)
    if (kept === undefined) {
      throw new Trouble({ kind: 'unknown', what: 'draft', given: await draftName(head), near: [] })
    }
    const files = await context.notebookAt(head.notebook)
    const opened = await openInterview(context, files, head.template)
    return {
      desk: openDesk(context, drafts, kept.head, opened.world, release),
      files,
      opened,
      interview: replay(opened.template, kept.head, kept.steps),
      saved: savedFacts(kept.steps),
    }
  } catch (error) {
    release()
    throw error
  }
}

function savedFacts(steps: readonly Step[]): SaveFacts | undefined {
  const last = steps.at(-1)
  return last?.step === 'save' ? last.facts : undefined
}

/** One draft that waits, with what is known of it without taking it up. */
export interface WaitingDraft {
  readonly head: DraftHead
  /** What people type to name it: the end of its id. */
  readonly short: string
  /** Slug, or the name of somebody new. */
  readonly person: string | null
  readonly name: string | null
  /** What the note will be called; null while nobody was named, and where the draft cannot be read. */
  readonly title: string | null
  /** Where it goes on; null at the review, and where the draft cannot be read. */
  readonly part: string | null
  readonly answers: number
}

/** What waits in these drafts, in their order. One whose template is gone or broken is still named. */
export async function waitingDrafts(
  context: Context,
  drafts: Drafts,
  files: NoteFiles | undefined,
  heads: readonly DraftHead[],
): Promise<readonly WaitingDraft[]> {
  return Promise.all(
    heads.map(async (head) => {
      const left = await readWaiting(context, drafts, files, head)
      const person = left?.person
      const name = person === undefined ? null : await nameOf(files, person)
      return {
        head,
        short: await draftName(head),
        person: person ?? null,
        name,
        title: name === null ? null : (left?.title.replaceAll('{person}', name) ?? null),
        part: left?.part ?? null,
        answers: left?.answers ?? 0,
      }
    }),
  )
}

async function readWaiting(
  context: Context,
  drafts: Drafts,
  files: NoteFiles | undefined,
  head: DraftHead,
): Promise<Waiting | undefined> {
  const kept = await drafts.read(head.draft)
  if (kept === undefined) return undefined
  try {
    const { template } = await loadTemplate(head.template, files, await context.data())
    return waiting(head, kept.steps, template)
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}

/** The name of a draft where another one of its notebook waits too; undefined where `tactful resume` alone finds it. */
export async function nameAmongSeveral(drafts: Drafts, head: DraftHead): Promise<string | undefined> {
  const here = (await drafts.list()).filter(({ notebook }) => notebook === head.notebook)
  return here.length > 1 ? draftName(head) : undefined
}
