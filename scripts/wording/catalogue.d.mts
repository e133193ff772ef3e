import type { CompiledPack } from '../../src/core/wording/pack.ts'
import type { RuleExamples } from '../../src/core/wording/pack-rule.ts'

export function catalogue(compiled: {
  readonly pack: CompiledPack
  readonly examples: readonly RuleExamples[]
}): string
