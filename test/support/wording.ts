import { readdirSync, readFileSync } from 'node:fs'
import { compilePacks, type PackFile } from '../../src/core/wording/compile.ts'
import type { CompiledPack } from '../../src/core/wording/pack.ts'
import type { RuleExamples } from '../../src/core/wording/pack-rule.ts'

const folder = new URL('../../templates/wording/', import.meta.url)

/** The shipped pack files as they stand in `templates/wording`. */
export function shippedFiles(): readonly PackFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({
      file: `templates/wording/${name}`,
      source: readFileSync(new URL(name, folder), 'utf8'),
    }))
}

/** The shipped packs compiled, with the examples of every rule. */
export function shipped(): { readonly pack: CompiledPack; readonly examples: readonly RuleExamples[] } {
  const result = compilePacks('shipped', shippedFiles())
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes, null, 2))
  return result
}

/** A pack of one rule with these patterns, on top of the shared words. */
export function packOf(match: readonly string[], more = ''): CompiledPack {
  const rule = `pack: test\nrules:\n  - id: one\n    category: label\n    why: Because.\n    match: ${JSON.stringify(match)}\n${more}`
  const base = shippedFiles().filter(({ file }) => /\/(?:words|names)\.yaml$/.test(file))
  const result = compilePacks('test', [{ file: 'test.yaml', source: rule }], base)
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes, null, 2))
  return result.pack
}
