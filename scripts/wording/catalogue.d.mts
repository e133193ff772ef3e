import type { RuleExamples } from '../../src/core/wording/compile.ts'
import type { CompiledPack } from '../../src/core/wording/pack.ts'

export function catalogue(compiled: {
  readonly pack: CompiledPack
  readonly examples: readonly RuleExamples[]
}): string
