import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import type { Desk } from './desk.ts'
import { filesIn, shortIds } from './notebook.ts'

/** One command of a transcript: what is typed after the name of the program, and the lines piped into it. */
interface Command {
  readonly args: readonly string[]
  readonly typed?: readonly string[]
}

/** Runs commands one after the other and tells what was shown, both streams in their order, and how each ended. */
export async function transcriptOf(desk: Desk, commands: readonly Command[]): Promise<string> {
  const told: string[] = []
  for (const { args, typed = [] } of commands) {
    const { code, text } = await desk.shown(args, { input: typed.map((line) => `${line}\n`).join('') })
    const from = typed.length === 0 ? '' : '   (answers are typed)'
    told.push(
      `$ tactful ${args.map(quoted).join(' ')}${from}\n${text}${text.endsWith('\n') ? '' : '\n'}exit ${code}\n`,
    )
  }
  return masked(told.join('\n'), desk)
}

/** What changes from run to run gets a name of the same length. */
export function masked(text: string, desk: Desk): string {
  const counts = new Map<string, number>()
  const ids = [...shortIds(filesIn(desk.notebook))].map(([id, kind]) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return [id, `${kind.slice(0, 5)}${count}`.padEnd(6, '.')] as const
  })
  const known = ids.reduce((told, [id, name]) => told.replaceAll(id, name), text)
  return known.replaceAll(dirname(desk.notebook), '~').replaceAll(/(tactful resume )[0-9a-z]{6}/g, '$1draft1')
}

/** Compares with the transcript of this name; `UPDATE_TRANSCRIPTS=1` accepts what is shown now. */
export function expectTranscript(name: string, told: string): void {
  const file = join(import.meta.dirname, 'transcripts', name)
  if (process.env.UPDATE_TRANSCRIPTS === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, told)
  }
  expect(told).toBe(readFileSync(file, 'utf8'))
}

function quoted(word: string): string {
  return /[\s"]/.test(word) ? `"${word}"` : word
}
