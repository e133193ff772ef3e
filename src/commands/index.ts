import type { CommandCard } from './card.ts'

/** What runs when no command is named. */
export const home: CommandCard = {
  name: 'tactful',
  summary: 'what waits today',
  examples: [],
  load: () => import('./home.ts'),
}

/** Every command there is. Adding one is a file in this folder and an entry here. */
export const shelf: readonly CommandCard[] = []
