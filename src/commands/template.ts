import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { DataFiles } from '../core/ports/data-files.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context } from '../core/ports.ts'
import { type Mistake, Trouble } from '../core/problem.ts'
import { type ListedScenario, listScenarios } from '../core/rehearse/load.ts'
import type { Changes } from '../core/template/extend/changes.ts'
import {
  type Listed,
  type Loaded,
  listTemplates,
  loadLibraries,
  loadTemplate,
} from '../core/template/load.ts'
import { namedFile, type TeamFile, teamFiles } from '../core/template/team.ts'
import { mistakesIn } from '../core/template/team-check.ts'
import type { Template } from '../core/template/template.ts'
import { answersSkeleton } from '../views/answers-skeleton.ts'
import { jsonText } from '../views/json.ts'
import { roomOf } from '../views/table.ts'
import {
  brokenLines,
  changesText,
  checkedText,
  mistakesText,
  questionCount,
  questionsText,
  templateTable,
  templateText,
  triedText,
} from '../views/template.ts'
import { themeFor } from '../views/theme.ts'
import type { CommandBody, Options } from './card.ts'

/** Every template and rehearsal, shipped and the team's; one that cannot be read is named and does not hide the others. */
export const list: CommandBody = {
  async run(context) {
    const { files, data } = await sources(context)
    const [listed, scenarios] = await Promise.all([listTemplates(files, data), listScenarios(files, data)])
    context.terminal.err(brokenLines([...listed, ...scenarios]))
    if (context.common.json === true) {
      context.terminal.out(jsonText([...listed.map(templateRow), ...scenarios.map(scenarioRow)]))
    } else {
      context.terminal.out(templateTable(listed, scenarios, roomOf(context.terminal)))
    }
    return 'done'
  },
}

function templateRow(one: Listed): object {
  if (!('template' in one)) return one
  const { template, ...rest } = one
  const { kind, title, purpose, version, extends: from } = template
  const made = from === undefined ? {} : { extends: from }
  return { ...rest, version, kind, title, purpose, ...made, questions: questionCount(template) }
}

function scenarioRow(one: ListedScenario): object {
  if (!('scenario' in one)) return { ...one, kind: 'rehearsal' }
  const { scenario, ...rest } = one
  const { title, version, goal } = scenario
  return { ...rest, version, kind: 'rehearsal', title, purpose: goal }
}

/** One template at a glance. */
export const show: CommandBody = {
  async run(context, args, options) {
    const { files, data } = await sources(context, options)
    const found = await loaded(args[0] ?? '', files, data)
    const { template, hash, origin } = found
    const changes = await changesOf(template, origin === 'shipped' ? undefined : files, data)
    if (context.common.json === true) {
      const made = changes === undefined ? {} : { changes }
      context.terminal.out(jsonText({ origin, hash, ...made, ...template }))
    } else {
      const { terminal } = context
      terminal.out(templateText(found, themeFor(terminal), roomOf(terminal)))
      if (changes !== undefined) terminal.out(changesText(changes, template, roomOf(terminal)))
    }
    return 'done'
  },
}

/** A template by its id. Throws `usage` for what is listed beside templates and is none, and what `loadTemplate` throws. */
async function loaded(id: string, files: NoteFiles | undefined, data: DataFiles): Promise<Loaded> {
  try {
    return await loadTemplate(id, files, data)
  } catch (error) {
    if (!(error instanceof Trouble) || error.problem.kind !== 'unknown') throw error
    const isRehearsal = (await listScenarios(files, data)).some((one) => one.id === id)
    if (!isRehearsal) throw error
    const mend = `Play it with: tactful rehearse ${id}`
    throw new Trouble({
      kind: 'usage',
      message: `"${id}" is a talk to practise, not a list of questions.`,
      mend,
    })
  }
}

/** What a template changes in the one it is built on. */
async function changesOf(
  template: Template,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Changes | undefined> {
  const { id, extends: from } = template
  if (from === undefined) return undefined
  const [{ changesFrom }, base] = await Promise.all([
    import('../core/template/extend/changes.ts'),
    loadTemplate(from, from === id ? undefined : files, data),
  ])
  return changesFrom(base.template, template)
}

/** Every question of a template: what it takes, when it is asked, why. */
export const questions: CommandBody = {
  async run(context, args, options) {
    const { files, data } = await sources(context, options)
    const { template } = await loaded(args[0] ?? '', files, data)
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
  async run(context, args, options) {
    const { files, data } = await sources(context, options)
    const { template } = await loaded(args[0] ?? '', files, data)
    const skeleton = answersSkeleton(template, await loadLibraries(template, files, data))
    if (context.common.json === true) {
      context.terminal.out(jsonText({ template: template.id, answers: skeleton }))
    } else {
      context.terminal.out(skeleton)
    }
    return 'done'
  },
}

/** Checks files, or without any everything of the team's own in the notebook. Mistakes are something to act on. */
export const check: CommandBody = {
  async run(context, args) {
    const { files, data } = await sources(context)
    const { found, unread } = await gathered(context, args, files)
    const mistakes = [...unread, ...(await mistakesIn(found, { files, data }))]
    const checked = found.length + unread.length
    if (context.common.json === true) {
      context.terminal.out(jsonText({ mistakes, checked }))
    } else {
      context.terminal.out(mistakesText(mistakes))
      if (context.common.quiet !== true) context.terminal.err(`${checkedText(checked, mistakes.length)}\n`)
    }
    return mistakes.length > 0 ? 'attention' : 'done'
  },
}

/** Tries the examples beside rules and templates. One that fails is something to act on. */
export const test: CommandBody = {
  async run(context, args) {
    const { files } = await sources(context)
    const { found, unread } = await gathered(context, args, files)
    const { tryExamples } = await import('../core/template/examples.ts')
    const tried = await tryExamples(context, found, files)
    const failed = [...unread, ...tried.failed]
    if (context.common.json === true) {
      const { sentences, answers } = tried
      context.terminal.out(jsonText({ sentences, answers, failed }))
    } else {
      context.terminal.out(mistakesText(failed))
      if (context.common.quiet !== true) context.terminal.err(`${triedText(tried)}\n`)
    }
    return failed.length > 0 ? 'attention' : 'done'
  },
}

async function sources(
  context: Context,
  options: Options = {},
): Promise<{ files: NoteFiles | undefined; data: DataFiles }> {
  const data = await context.data()
  return { files: options.shipped === true ? undefined : await notebookIfAny(context), data }
}

/** The files that were named, or everything of the team's own. */
async function gathered(
  context: Context,
  paths: readonly string[],
  files: NoteFiles | undefined,
): Promise<{ readonly found: readonly TeamFile[]; readonly unread: readonly Mistake[] }> {
  if (paths.length === 0) {
    const own = await teamFiles(files)
    return { found: own.files, unread: own.unread }
  }
  const all = (await Promise.all(paths.map((path) => context.expand(path)))).flat()
  const found = await Promise.all(all.map(async (path) => namedFile(path, await context.readFile(path))))
  return { found, unread: [] }
}
