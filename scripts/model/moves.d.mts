import type { ModelTables } from '../../src/core/wording/model-file.ts'

export function madeFrom(root: string, tables: ModelTables): string
