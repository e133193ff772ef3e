import type { CommandCard } from './card.ts'

/** Every command there is. Adding one is a file in this folder and an entry here. */
export const shelf: readonly CommandCard[] = []
