import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { Context, DataFiles, NoteFiles } from '../core/ports.ts'
import type { Mistake } from '../core/problem.ts'
import { libraryIds, listTemplates, loadLibraries, loadTemplate } from '../core/template/load.ts'
import { answersSkeleton } from '../views/answers-skeleton.ts'
import { jsonText } from '../views/json.ts'
import { roomOf } from '../views/table.ts'
import {
  brokenLines,
  mistakesText,
  questionCount,
  questionsText,
  templateTable,
  templateText,
} from '../views/template.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody } from './card.ts'

/** Every template, shipped and the team's; one that cannot be read is named and does not hide the others. */
export const list: CommandBody = {
  async run(context) {
    const { files, data } = await sources(context)
    const listed = await listTemplates(files, data)
    context.terminal.err(brokenLines(listed))
    if (context.common.json === true) {
      const rows = listed.map((one) => {
        if (!('template' in one)) return one
        const { template, ...rest } = one
        const { kind, title, purpose, version } = template
        return { ...rest, version, kind, title, purpose, questions: questionCount(template) }
      })
      context.terminal.out(jsonText(rows))
    } else {
      context.terminal.out(templateTable(listed, roomOf(context.terminal)))
    }
    return 'done'
  },
}

/** One template at a glance. */
export const show: CommandBody = {
  async run(context, args) {
    const { files, data } = await sources(context)
    const loaded = await loadTemplate(args[0] ?? '', files, data)
    const { template, hash, origin } = loaded
    if (context.common.json === true) context.terminal.out(jsonText({ origin, hash, ...template }))
    else context.terminal.out(templateText(loaded, themeFor(context.terminal), roomOf(context.terminal)))
    return 'done'
  },
}

/** Every question of a template: what it takes, when it is asked, why. */
export const questions: CommandBody = {
  async run(context, args) {
    const { files, data } = await sources(context)
    const { template } = await loadTemplate(args[0] ?? '', files, data)
    if (context.common.json === true) {
      context.terminal.out(jsonText(template.parts))
      return 'done'
    }
    const libraries = await loadLibraries(template, files, data)
    const { terminal } = context
    terminal.out(questionsText(template, libraries, themeFor(terminal), roomOf(terminal)))
    return 'done'
  },
}

/** A skeleton to fill in, which `prep --answers` reads. With `--json` it stands in `{"template", "answers"}`. */
export const answers: CommandBody = {
  async run(context, args) {
    const { files, data } = await sources(context)
    const { template } = await loadTemplate(args[0] ?? '', files, data)
    const skeleton = answersSkeleton(template, await loadLibraries(template, files, data))
    if (context.common.json === true) {
      context.terminal.out(jsonText({ template: template.id, answers: skeleton }))
    } else {
      context.terminal.out(skeleton)
    }
    return 'done'
  },
}

/** Checks files, or without any the notebook's own templates and libraries. Mistakes are something to act on. */
export const check: CommandBody = {
  async run(context, args) {
    const { files, data } = await sources(context)
    const texts = args.length > 0 ? await named(context, args) : await teamTexts(files)
    const libraries = await libraryIds(files, data)
    const mistakes = (await Promise.all(texts.map((one) => mistakesIn(one, libraries)))).flat()
    if (context.common.json === true) {
      context.terminal.out(jsonText({ mistakes, checked: texts.length }))
    } else {
      context.terminal.out(mistakesText(mistakes))
      if (context.common.quiet !== true) context.terminal.err(`${summary(texts.length, mistakes.length)}\n`)
    }
    return mistakes.length > 0 ? 'attention' : 'done'
  },
}

interface FileText {
  readonly path: string
  readonly text: string
  /** The id its name promises, for files in a notebook. */
  readonly id?: string
}

async function sources(context: Context): Promise<{ files: NoteFiles | undefined; data: DataFiles }> {
  return { files: await notebookIfAny(context), data: await context.data() }
}

function named(context: Context, paths: readonly string[]): Promise<readonly FileText[]> {
  return Promise.all(paths.map(async (path) => ({ path, text: await context.readFile(path) })))
}

async function teamTexts(files: NoteFiles | undefined): Promise<readonly FileText[]> {
  if (files === undefined) return []
  const lists = await Promise.all(['templates', 'library'].map((folder) => files.list(folder)))
  const paths = lists.flatMap((one) => one.paths).filter((path) => path.endsWith('.yaml'))
  return Promise.all(
    paths.map(async (path) => {
      const id = path.replace(/^.*\/|\.yaml$/g, '')
      return { path, id, text: (await files.read(path)) ?? '' }
    }),
  )
}

async function mistakesIn(file: FileText, libraries: readonly string[]): Promise<readonly Mistake[]> {
  if (/^entries:/m.test(file.text) || /(?:^|\/)library\/[^/]+$/.test(file.path)) {
    const { checkLibrary } = await import('../core/template/library-check.ts')
    const checked = checkLibrary(file.text, file.path)
    return 'mistakes' in checked ? checked.mistakes : []
  }
  const { checkTemplate } = await import('../core/template/check.ts')
  const checked = checkTemplate(file.text, file.path, {
    libraries,
    ...(file.id === undefined ? {} : { id: file.id }),
  })
  return 'mistakes' in checked ? checked.mistakes : []
}

function summary(files: number, mistakes: number): string {
  if (files === 0) return 'There is no template of your own to check. Name a file to check that one.'
  const looked = files === 1 ? '1 file' : `${files} files`
  if (mistakes === 0) return `${looked} checked, nothing to mend.`
  return `${looked} checked, ${mistakes === 1 ? '1 thing' : `${mistakes} things`} to mend.`
}
