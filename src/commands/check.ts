import { notebookIfAny } from '../core/notebook/if-any.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { createChecker } from '../core/wording/check.ts'
import type { Severity } from '../core/wording/finding.ts'
import { loadExamples, loadJudge, loadWording, type Wording } from '../core/wording/load.ts'
import {
  type CheckedFile,
  findingsSummary,
  findingsText,
  githubLines,
  placed,
  ruleText,
} from '../views/findings.ts'
import { jsonText } from '../views/json.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Checks the wording of files, standard input or notes; something to reword is something to act on. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const files = await notebookIfAny(context)
  const data = await context.data()
  const wording = await loadWording(files, data)
  if (typeof options.explain === 'string') return explain(context, wording, options.explain)
  const inputs = await inputsOf(context, args, files)
  const severity: Severity = options.severity === 'hint' ? 'hint' : 'warning'
  const rules = listOf(options.rules)
  checkRules(wording, rules)
  const judge = await loadJudge(data)
  const check = createChecker(wording.packs, {
    ...(judge === undefined ? {} : { judge }),
    names: wording.names,
    keep: [...wording.keep, ...listOf(options.keep)],
    ...(rules.length === 0 ? {} : { rules }),
  })
  const checked: CheckedFile[] = []
  for (const { file, text } of inputs) checked.push({ file, text, findings: check(text) })
  return report(context, checked, severity, formatOf(context, options))
}

type Format = 'pretty' | 'json' | 'github'

function formatOf(context: Context, options: Options): Format {
  if (options.format === 'json' || options.format === 'github') return options.format
  return context.common.json === true ? 'json' : 'pretty'
}

function report(context: Context, all: readonly CheckedFile[], severity: Severity, format: Format): Outcome {
  const { terminal, common } = context
  const shown = all.map((one) => ({
    ...one,
    findings: one.findings.filter((finding) => severity === 'hint' || finding.severity === 'warning'),
  }))
  const every = all.flatMap((one) => one.findings)
  const warnings = every.filter((finding) => finding.severity === 'warning').length
  if (format === 'json') {
    terminal.out(jsonText({ findings: shown.flatMap((one) => placed(one)), checked: all.length }))
  } else if (format === 'github') {
    for (const one of shown) terminal.out(githubLines(placed(one)))
  } else {
    const theme = themeFor(terminal)
    for (const one of shown) terminal.out(findingsText(one, theme, roomOf(terminal)))
    const hints = every.length - warnings
    if (common.quiet !== true)
      terminal.err(`${findingsSummary(warnings, hints, all.length, severity === 'warning')}\n`)
  }
  return warnings > 0 ? 'attention' : 'done'
}

interface Input {
  readonly file: string
  readonly text: string
}

/** What to read: files and patterns, `-`, or notes by the end of their id. Without any, standard input. */
async function inputsOf(
  context: Context,
  args: readonly string[],
  files: NoteFiles | undefined,
): Promise<readonly Input[]> {
  if (args.length === 0 && context.terminal.interactive)
    throw new Trouble({
      kind: 'usage',
      message: 'Say what to check.',
      mend: 'Name a file, a note, or - for standard input.',
    })
  const inputs: Input[] = []
  for (const arg of args.length === 0 ? ['-'] : args) {
    const paths = await context.expand(arg)
    if (paths.length === 0)
      throw new Trouble({
        kind: 'usage',
        message: `No file is named ${arg}.`,
        mend: 'Check the pattern, then try again.',
      })
    for (const path of paths) inputs.push(await inputOf(context, path, files))
  }
  return inputs
}

const NOTE_ID = /^[0-9a-hjkmnp-tv-z]{4,26}$/i

async function inputOf(context: Context, path: string, files: NoteFiles | undefined): Promise<Input> {
  try {
    return { file: path === '-' ? 'standard input' : path, text: await context.readFile(path) }
  } catch (error) {
    const missing = error instanceof Trouble && error.problem.kind === 'usage'
    if (!missing || files === undefined || !NOTE_ID.test(path)) throw error
    const { findNote } = await import('../core/notebook/load.ts')
    const note = await findNote(files, path)
    return { file: note.path, text: note.source }
  }
}

async function explain(context: Context, wording: Wording, id: string): Promise<Outcome> {
  const rule = wording.packs.flatMap((pack) => pack.rules).findLast((one) => one.id === id)
  if (rule === undefined) throw unknownRule(wording, id)
  const examples = (await loadExamples(await context.data())).find((one) => one.id === id)
  const { terminal, common } = context
  if (common.json === true) {
    const { id: name, category, severity, why, try: ways } = rule
    terminal.out(
      jsonText({
        rule: name,
        category,
        severity,
        why,
        try: ways,
        finds: examples?.finds ?? [],
        leaves: examples?.leaves ?? [],
      }),
    )
  } else terminal.out(ruleText(rule, examples, themeFor(terminal), roomOf(terminal)))
  return 'done'
}

function checkRules(wording: Wording, wanted: readonly string[]): void {
  const known = new Set(
    wording.packs.flatMap((pack) => pack.rules.flatMap((rule) => [rule.id, rule.category as string])),
  )
  const unknown = wanted.find((one) => !known.has(one))
  if (unknown !== undefined) throw unknownRule(wording, unknown)
}

function unknownRule(wording: Wording, id: string): Trouble {
  const ids = wording.packs.flatMap((pack) => pack.rules.map((rule) => rule.id))
  return new Trouble({
    kind: 'usage',
    message: `There is no rule "${id}".`,
    mend: `Rules: ${[...new Set(ids)].sort().join(', ')}.`,
  })
}

function listOf(option: Options[string]): readonly string[] {
  const all = typeof option === 'string' ? [option] : Array.isArray(option) ? option : []
  return all
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
