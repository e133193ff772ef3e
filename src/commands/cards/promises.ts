import type { CardRest, FlagCard } from '../card.ts'
import { ON_FLAG, PAGER_FLAG } from './flags.ts'

const PROMISE_ID = {
  usage: '<id>',
  summary: 'its id, or enough of it, as tactful promise list shows it',
} as const

export const promise: CardRest = {
  examples: ['tactful promise', 'tactful promise done q47k3v'],
  load: async () => (await import('../promise.ts')).list,
  commands: [
    {
      name: 'list',
      summary: 'what is open, person by person',
      flags: [
        { flags: '--person <person>', summary: 'only with this person' },
        { flags: '--open', summary: 'only what is open (that is so without it too)' },
        { flags: '--all', summary: 'what is done and dropped too' },
        PAGER_FLAG,
      ],
      examples: [
        'tactful promise list',
        'tactful promise list --person sam --all',
        'tactful promise list --json',
      ],
      load: async () => (await import('../promise.ts')).list,
    },
    {
      name: 'done',
      summary: 'record that it is kept',
      args: [PROMISE_ID],
      flags: [ON_FLAG, { flags: '--why <words>', summary: 'anything worth keeping about it' }],
      examples: ['tactful promise done q47k3v', 'tactful promise done q47k3v --on yesterday'],
      load: async () => (await import('../promise.ts')).done,
    },
    {
      name: 'move',
      summary: 'give it another day, and say why',
      args: [PROMISE_ID],
      flags: [
        { flags: '--to <day>', summary: 'the new day: 2026-12-08, "in a week"' },
        { flags: '--why <reason>', summary: 'what came in between' },
        ON_FLAG,
      ],
      examples: ['tactful promise move q47k3v --to "in a week" --why "Anna is on leave"'],
      load: async () => (await import('../promise.ts')).move,
    },
    {
      name: 'drop',
      summary: 'record that it is dropped, and why',
      args: [PROMISE_ID],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }, ON_FLAG],
      examples: ['tactful promise drop q47k3v --why "the late shift has a contact now"'],
      load: async () => (await import('../promise.ts')).drop,
    },
  ],
}

const BARRIER_ID = {
  usage: '<id>',
  summary: 'its id, or enough of it, as tactful barrier list shows it',
} as const

export const barrier: CardRest = {
  examples: ['tactful barrier', 'tactful barrier raise q47k3v --why "shown in the Monday round"'],
  more: 'A barrier is written down in a preparation, where most of what could be behind something lies in the system.',
  load: async () => (await import('../barrier.ts')).list,
  commands: [
    {
      name: 'list',
      summary: 'what is in the way, by whose it is, the oldest first',
      flags: [
        { flags: '--person <person>', summary: 'only what was found with this person' },
        { flags: '--owner <words>', summary: 'only what belongs to them, such as lead' },
        { flags: '--all', summary: 'also what was solved or dropped' },
        PAGER_FLAG,
      ],
      examples: [
        'tactful barrier list',
        'tactful barrier list --owner lead --json',
        'tactful barrier list --all',
      ],
      load: async () => (await import('../barrier.ts')).list,
    },
    {
      name: 'show',
      summary: 'one barrier: how it stands, and its note as its owner would read it',
      args: [BARRIER_ID],
      flags: [{ flags: '--for-owner', summary: 'the note alone, as text to hand on' }, PAGER_FLAG],
      examples: ['tactful barrier show q47k3v', 'tactful barrier show q47k3v --for-owner > barrier.md'],
      load: async () => (await import('../barrier.ts')).show,
    },
    {
      name: 'raise',
      summary: 'record that its owner was told, or that it is back',
      args: [BARRIER_ID],
      flags: [{ flags: '--why <words>', summary: 'where and with whom, and what they said' }, ON_FLAG],
      examples: ['tactful barrier raise q47k3v --why "shown to Dana, who looks at it until Friday"'],
      load: async () => (await import('../barrier.ts')).raise,
    },
    {
      name: 'solve',
      summary: 'record that it is out of the way',
      args: [BARRIER_ID],
      flags: [{ flags: '--why <words>', summary: 'what solved it' }, ON_FLAG],
      examples: ['tactful barrier solve q47k3v --why "the page with all checklists is there"'],
      load: async () => (await import('../barrier.ts')).solve,
    },
    {
      name: 'drop',
      summary: 'record that nobody looks at it any more, and why',
      args: [BARRIER_ID],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }, ON_FLAG],
      examples: ['tactful barrier drop q47k3v --why "the product is no longer sold"'],
      load: async () => (await import('../barrier.ts')).drop,
    },
  ],
}

const IDEA_ID = {
  usage: '<id>',
  summary: 'its id, or enough of it, as tactful idea list shows it',
}

const IDEA_FLAGS: readonly FlagCard[] = [
  { flags: '--why <words>', summary: 'anything worth keeping about it' },
  ON_FLAG,
]

export const idea: CardRest = {
  examples: ['tactful idea', 'tactful idea tried q47k3v --why "two weeks on the late shift"'],
  more: 'Ideas are written down in a preparation: in a case review, where a self-assessment comes first, and in a template of your own.',
  load: async () => (await import('../idea.ts')).list,
  commands: [
    {
      name: 'list',
      summary: 'what is open, and what is being tried',
      flags: [
        { flags: '--person <person>', summary: 'only what came from this person' },
        { flags: '--all', summary: 'also what was taken up or put aside' },
        PAGER_FLAG,
      ],
      examples: ['tactful idea list', 'tactful idea list --all --json'],
      load: async () => (await import('../idea.ts')).list,
    },
    {
      name: 'tried',
      summary: 'record that somebody tries it out',
      args: [IDEA_ID],
      flags: IDEA_FLAGS,
      examples: ['tactful idea tried q47k3v --why "two weeks on the late shift"'],
      load: async () => (await import('../idea.ts')).tried,
    },
    {
      name: 'taken-up',
      summary: 'record that it is how things are done now',
      args: [IDEA_ID],
      flags: IDEA_FLAGS,
      examples: ['tactful idea taken-up q47k3v --why "the list opens with the ticket system"'],
      load: async () => (await import('../idea.ts')).takenUp,
    },
    {
      name: 'drop',
      summary: 'record that it is put aside, and why',
      args: [IDEA_ID],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }, ON_FLAG],
      examples: ['tactful idea drop q47k3v --why "the new system has it already"'],
      load: async () => (await import('../idea.ts')).drop,
    },
    {
      name: 'reopen',
      summary: 'record that it is open again',
      args: [IDEA_ID],
      flags: IDEA_FLAGS,
      examples: ['tactful idea reopen q47k3v'],
      load: async () => (await import('../idea.ts')).reopen,
    },
  ],
}
