import type { Mistake } from '../../src/core/problem.ts'

export function compileData(root: string, folder: string, templates?: string): Promise<readonly Mistake[]>
