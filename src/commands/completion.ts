import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { fold } from '../core/text/fold.ts'
import { completionScript, wordLines } from '../views/completion.ts'
import type { CommandBody, CommandCard, FlagCard } from './card.ts'
import { placeOf, type Wanted, type Word } from './completion/place.ts'

/** Shells that a script is written for. */
const SHELLS = ['bash', 'zsh', 'fish'] as const

/** Ids of so many notes are offered, the newest ones. */
const NEWEST = 200

/** Prints the script that teaches a shell to complete. */
export const script: CommandBody = {
  async run(context, args) {
    const shell = SHELLS.find((known) => known === args[0])
    if (shell === undefined) {
      throw new Trouble({
        kind: 'usage',
        message: 'Which shell is it for?',
        mend: `There is a script for each of ${SHELLS.join(', ')}, such as: tactful completion bash`,
      })
    }
    context.terminal.out(completionScript(shell))
    return 'done'
  },
}

/** What the scripts call: prints what the last of the words could become, one a line. Never fails: a shell would show that. */
export function words(cards: readonly CommandCard[], everywhere: readonly FlagCard[]): CommandBody {
  return {
    common: (args) => {
      const at = args.slice(0, -1).lastIndexOf('--notebook')
      const given = args.find((word) => word.startsWith('--notebook='))?.slice('--notebook='.length)
      const notebook = at === -1 ? given : args[at + 1]
      return notebook === undefined ? {} : { notebook }
    },
    async run(context, args) {
      const { wanted, begun, before } = placeOf(args, cards, everywhere)
      const start = fold(begun)
      for (const one of wanted) {
        if (one.want === 'files' || one.want === 'folders') {
          context.terminal.out(`:${one.want}\n`)
          continue
        }
        const all = await quietly(() => candidates(context, one))
        const fitting = all.filter(({ word, also = [] }) =>
          [word, ...also].some((name) => fold(name).startsWith(start)),
        )
        context.terminal.out(wordLines(fitting, before))
      }
      return 'done'
    },
  }
}

/** `also` are other ways to begin it, such as a name for a slug. */
type Candidate = Word & { readonly also?: readonly string[] }

async function candidates(context: Context, wanted: Wanted): Promise<readonly Candidate[]> {
  switch (wanted.want) {
    case 'words':
      return wanted.words
    case 'people':
      return people(await context.notebook())
    case 'notes':
      return notes(context, wanted.kind)
    case 'drafts': {
      const { shortId } = await import('../core/notebook/ids.ts')
      return (await (await context.drafts()).list()).map(({ draft, template, created }) => ({
        word: shortId(draft),
        about: `${template}, begun ${created.slice(0, 10)}`,
      }))
    }
    case 'templates':
      return files(context, 'templates', 'templates')
    case 'libraries':
      return files(context, 'libraries', 'library')
    case 'areas':
    case 'sources':
    case 'behaviours':
      return entries(context, wanted.want)
    case 'rules': {
      const { loadExamples } = await import('../core/wording/load.ts')
      return (await loadExamples(await context.data())).map(({ id }) => ({ word: id, about: '' }))
    }
    default:
      return []
  }
}

async function people(files: NoteFiles): Promise<readonly Candidate[]> {
  const { loadPeople } = await import('../core/notebook/load.ts')
  const { found } = await loadPeople(files)
  return found.map(({ slug, name, aliases }) => ({ word: slug, about: name, also: [name, ...aliases] }))
}

async function notes(context: Context, kind: string | undefined): Promise<readonly Candidate[]> {
  const [{ newestRows }, { shortId }] = await Promise.all([
    import('../core/notebook/query.ts'),
    import('../core/notebook/ids.ts'),
  ])
  const { heads } = await context.index()
  const asked = kind === undefined ? heads : heads.filter((head) => head.kind === kind)
  return newestRows(asked, NEWEST).map(({ id, date, title }) => ({
    word: shortId(id),
    about: `${date} ${title}`,
  }))
}

/** Names of files are enough: no template and no library is read. */
async function files(context: Context, kind: string, folder: string): Promise<readonly Candidate[]> {
  const shipped = await (await context.data()).shippedIds(kind)
  const own = await quietly(async () => (await (await context.notebook()).list(folder)).paths)
  const ids = own.flatMap((path) => /^[a-z]+\/([^/]+)\.yaml$/.exec(path)?.[1] ?? [])
  return [...new Set([...shipped, ...ids])].sort().map((word) => ({ word, about: '' }))
}

async function entries(context: Context, library: string): Promise<readonly Candidate[]> {
  const { loadLibrary } = await import('../core/template/load.ts')
  const { notebookIfAny } = await import('../core/notebook/if-any.ts')
  const found = await loadLibrary(library, await notebookIfAny(context), await context.data())
  return found.entries.map(({ id, label }) => ({ word: id, about: label, also: [label] }))
}

async function quietly<T>(work: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Trouble) return []
    throw error
  }
}
