import type { CardRest } from '../card.ts'
import { PAGER_FLAG } from './flags.ts'

export const init: CardRest = {
  examples: ['tactful init', 'tactful init ~/feedback'],
  more: 'A notebook is a plain folder. Other files in it are left alone, and making it twice is harmless.',
  load: () => import('../init.ts'),
}

export const config: CardRest = {
  examples: ['tactful config', 'tactful config list --json', 'tactful config set name "Priya Raman"'],
  more: 'Two are yours: "notebook", the folder of your notes, and "name", how notes name you as their author. What a team agrees on stands in tactful.yaml of the notebook.',
  load: () => import('../config.ts'),
  commands: [
    {
      name: 'list',
      summary: 'everything that can be set',
      examples: ['tactful config list'],
      load: () => import('../config.ts'),
    },
    {
      name: 'get',
      summary: 'print one setting',
      args: [{ usage: '<key>', summary: 'notebook, name, or one of the team, such as focusLimit' }],
      examples: ['tactful config get notebook'],
      load: async () => (await import('../config.ts')).get,
    },
    {
      name: 'set',
      summary: 'change one setting',
      args: [
        { usage: '<key>', summary: 'notebook or name' },
        { usage: '<value>', summary: 'what it is to be' },
      ],
      examples: ['tactful config set name "Priya Raman"', 'tactful config set notebook ~/feedback'],
      load: async () => (await import('../config.ts')).set,
    },
    {
      name: 'unset',
      summary: 'take one setting away',
      args: [{ usage: '<key>', summary: 'notebook or name' }],
      examples: ['tactful config unset notebook'],
      load: async () => (await import('../config.ts')).unset,
    },
  ],
}

export const doctor: CardRest = {
  flags: [
    { flags: '--fix', summary: 'mend what can be mended without loss: rights, leftovers, the index' },
    { flags: '--purge', summary: 'remove notes older than the team keeps them, after showing them' },
    { flags: '--count <n>', summary: 'with --purge --yes: how many notes that is' },
    { flags: '--dry-run', summary: 'with --purge: show what it would remove, and stop' },
    PAGER_FLAG,
  ],
  examples: [
    'tactful doctor',
    'tactful doctor --fix',
    'tactful doctor --json',
    'tactful doctor --purge --dry-run',
  ],
  more: 'Reads every file and changes none, unless you say --fix or --purge. How long notes are kept stands in tactful.yaml, such as "retention: 24 months"; without it nothing is too old. Ends with 1 when there is something to do.',
  load: () => import('../doctor.ts'),
}
