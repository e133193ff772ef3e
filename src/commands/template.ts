import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { Context, DataFiles, NoteFiles } from '../core/ports.ts'
import { libraryIds, listTemplates, loadLibraries, loadTemplate } from '../core/template/load.ts'
import { mistakesIn, type TeamFile, teamFiles } from '../core/template/team.ts'
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
    const texts = args.length > 0 ? await named(context, args) : await teamFiles(files)
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

async function sources(context: Context): Promise<{ files: NoteFiles | undefined; data: DataFiles }> {
  return { files: await notebookIfAny(context), data: await context.data() }
}

function named(context: Context, paths: readonly string[]): Promise<readonly TeamFile[]> {
  return Promise.all(paths.map(async (path) => ({ path, text: await context.readFile(path) })))
}

function summary(files: number, mistakes: number): string {
  if (files === 0) return 'There is no template of your own to check. Name a file to check that one.'
  const looked = files === 1 ? '1 file' : `${files} files`
  if (mistakes === 0) return `${looked} checked, nothing to mend.`
  return `${looked} checked, ${mistakes === 1 ? '1 thing' : `${mistakes} things`} to mend.`
}
