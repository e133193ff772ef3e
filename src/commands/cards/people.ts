import type { CardRest, FlagCard } from '../card.ts'
import { FILTERS, KIND_FLAG, PAGER_FLAG } from './flags.ts'

const PERSON_FLAGS: readonly FlagCard[] = [
  {
    flags: '--alias <name>',
    summary: 'another name they go by (may be given several times)',
    repeatable: true,
  },
  { flags: '--role <role>', summary: 'what they do, such as "tier 1"' },
  {
    flags: '--relationship <who>',
    summary: 'what you are to them: mentor, lead or peer',
  },
  { flags: '--cadence <phrase>', summary: 'how often you check in, such as "every 2 weeks"' },
  { flags: '--zone <zone>', summary: 'their time zone, such as Europe/Lisbon' },
]

export const people: CardRest = {
  examples: ['tactful people', 'tactful people add "Sam Rivera" --role "tier 1" --relationship mentor'],
  load: async () => (await import('../people.ts')).list,
  commands: [
    {
      name: 'add',
      summary: 'add somebody',
      args: [{ usage: '<name>', summary: 'their name as you write it' }],
      flags: PERSON_FLAGS,
      examples: [
        'tactful people add "Sam Rivera"',
        'tactful people add "José Núñez" --alias Pepe --zone Europe/Madrid',
      ],
      load: async () => (await import('../people.ts')).add,
    },
    {
      name: 'list',
      summary: 'everybody in the notebook',
      examples: ['tactful people list', 'tactful people list --json'],
      load: async () => (await import('../people.ts')).list,
    },
    {
      name: 'show',
      summary: 'one person: evidence by area and source, what comes back, what is open',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [PAGER_FLAG],
      examples: ['tactful people show sam'],
      load: () => import('../people-show.ts'),
    },
    {
      name: 'edit',
      summary: 'change what is known of somebody',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: PERSON_FLAGS,
      examples: ['tactful people edit sam --role "tier 2"', 'tactful people edit sam'],
      more: 'Without flags their file opens in your editor. An empty value takes an entry away.',
      load: async () => (await import('../people.ts')).edit,
    },
    {
      name: 'rename',
      summary: 'change a name; the old one stays as an alias',
      args: [
        { usage: '<person>', summary: 'name, alias, or the beginning of a name' },
        { usage: '<new-name>', summary: 'the name from now on' },
      ],
      examples: ['tactful people rename sam "Sam Rivera-Costa"'],
      load: async () => (await import('../people.ts')).rename,
    },
    {
      name: 'forget',
      summary: 'remove all that is held about somebody, for good',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [
        { flags: '--name <name>', summary: 'with --yes: their name as it stands in the notebook' },
        { flags: '--keep-mentions', summary: 'leave the name where it stands in what is about others' },
        { flags: '--dry-run', summary: 'show what it would remove, and stop' },
      ],
      examples: [
        'tactful people forget sam --dry-run',
        'tactful people forget sam',
        'tactful people forget sam --yes --name "Sam Rivera"',
      ],
      more: 'Shows first what would go and what stays, and has the name typed. In what is about others, "a colleague" takes the place of the name where you say yes, since nothing masks it once their file is gone. Git history, backups and copies that were handed on keep what they hold. Ends with 1 when a file was left because it had changed meanwhile.',
      load: () => import('../people-forget.ts'),
    },
  ],
}

export const timeline: CardRest = {
  flags: [
    KIND_FLAG,
    ...FILTERS.filter(({ flags }) => !/^--(?:person|limit) /.test(flags)),
    { flags: '--limit <n>', summary: 'the newest so many' },
    PAGER_FLAG,
  ],
  examples: ['tactful timeline sam', 'tactful timeline sam --kind evidence --since 2026-07-01'],
  load: () => import('../timeline.ts'),
}

export const last: CardRest = {
  flags: [PAGER_FLAG],
  examples: ['tactful last sam', 'tactful last sam --json'],
  load: () => import('../last.ts'),
}
