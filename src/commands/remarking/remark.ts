import { wordingOf } from '../../core/evidence/wording.ts'
import { nameOf } from '../../core/notebook/name-of.ts'
import type { Context } from '../../core/ports.ts'
import { badLines } from '../../views/notes.ts'
import { remarksText } from '../../views/remarks.ts'
import { roomOf } from '../../views/table.ts'
import { themeFor } from '../../views/theme.ts'

/** What was recorded about somebody in one line: the mentor's reason, and what the person said. */
interface Said {
  readonly why?: string | undefined
  readonly words?: string | undefined
}

/**
 * Tells on standard error what a coach would ask about one-line texts that were just recorded. Of the person's own words
 * only what is theirs to tell: they are kept as they were said. Nobody reads it with `--quiet`.
 */
export async function remark(context: Context, person: string, { why, words }: Said): Promise<void> {
  const { terminal, common } = context
  const given = [
    { path: '--why', text: why, isTheirs: false },
    { path: '--words', text: words, isTheirs: true },
  ].flatMap(({ text, ...one }) => (text === undefined ? [] : [{ ...one, text }]))
  if (given.length === 0 || common.quiet === true) return
  const files = await context.notebook()
  const name = await nameOf(files, person)
  const texts = given.map(({ text }) => text)
  const { findings, bad } = await wordingOf(context, files, name, texts, 'rules')
  const remarks = findings.flatMap(({ at, finding }) => {
    const one = given[at]
    if (one === undefined || (one.isTheirs && finding.category !== 'private')) return []
    return [{ path: one.path, finding }]
  })
  terminal.err(badLines(bad))
  terminal.err(remarksText(remarks, [], themeFor(terminal), roomOf(terminal)))
}
