import type { CommandCard, FlagCard, ShelfEntry } from './card.ts'

/** The flags that every command takes. */
export const everywhere: readonly FlagCard[] = [
  { flags: '--notebook <dir>', summary: 'the notebook to use' },
  { flags: '--json', summary: 'print the result as JSON' },
  { flags: '--plain', summary: 'no redraw, numbered choices; reads piped lines' },
  { flags: '--no-input', summary: 'never ask; say what is missing instead' },
  { flags: '--yes', summary: 'answer yes to every confirmation' },
  { flags: '--quiet', summary: 'print results only' },
]

/** What runs when no command is named. */
export const home: CommandCard = {
  name: 'tactful',
  summary: 'what waits today',
  examples: [],
  load: () => import('./home.ts'),
}

/**
 * Every command there is, as the help of the whole shows it. Adding one is a file in this folder, its card under `cards`
 * and an entry here. Flags, examples and parts of a command are read only where that command is named: forty
 * thousand characters that `--help` and home need not load.
 */
export const shelf: readonly ShelfEntry[] = [
  {
    name: 'prep',
    often: true,
    summary: 'prepare feedback for somebody, one question at a time',
    args: [{ usage: '[person]', summary: 'name, alias, or the beginning of a name' }],
    rest: async () => (await import('./cards/preparing.ts')).prep,
  },
  {
    name: 'resume',
    often: true,
    summary: 'go on with a preparation that was interrupted',
    args: [{ usage: '[id]', summary: 'which one, when several wait' }],
    rest: async () => (await import('./cards/preparing.ts')).resume,
  },
  {
    name: 'talk',
    often: true,
    summary: 'hold the conversation you prepared, and keep what was said and agreed',
    args: [
      { usage: '[id]', summary: "the end of a session's id, or whom you talk with (default: the next one)" },
    ],
    rest: async () => (await import('./cards/preparing.ts')).talk,
  },
  {
    name: 'rehearse',
    summary: 'practise a difficult talk; nothing of it is kept',
    args: [{ usage: '[id]', summary: 'which one (see tactful rehearse --list)' }],
    rest: async () => (await import('./cards/wording.ts')).rehearse,
  },
  {
    name: 'jot',
    often: true,
    summary: 'note what you saw or heard, in one line',
    args: [{ usage: '[text...]', summary: 'what happened, or - to read it from standard input' }],
    rest: async () => (await import('./cards/evidence.ts')).jot,
  },
  {
    name: 'init',
    summary: 'make a notebook',
    args: [{ usage: '[dir]', summary: 'the folder (default: where tactful keeps your notes)' }],
    rest: async () => (await import('./cards/setting-up.ts')).init,
  },
  {
    name: 'people',
    summary: 'the colleagues you prepare feedback for',
    rest: async () => (await import('./cards/people.ts')).people,
  },
  {
    name: 'list',
    often: true,
    summary: 'notes, newest first',
    rest: async () => (await import('./cards/reading.ts')).list,
  },
  {
    name: 'show',
    often: true,
    summary: 'read one note',
    args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful list shows it' }],
    rest: async () => (await import('./cards/reading.ts')).show,
  },
  {
    name: 'search',
    often: true,
    summary: 'find notes by their words',
    args: [
      {
        usage: '<words...>',
        summary: 'all of them have to be there; words in quotation marks stand together',
      },
    ],
    rest: async () => (await import('./cards/reading.ts')).search,
  },
  {
    name: 'last',
    often: true,
    summary: 'what was agreed last time, and what is still open',
    args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
    rest: async () => (await import('./cards/people.ts')).last,
  },
  {
    name: 'timeline',
    often: true,
    summary: 'everything about one person in order of day',
    args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
    rest: async () => (await import('./cards/people.ts')).timeline,
  },
  {
    name: 'edit',
    summary: 'change one note in your editor',
    args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful list shows it' }],
    rest: async () => (await import('./cards/reading.ts')).edit,
  },
  {
    name: 'ask',
    summary: 'a form for somebody to fill in: their own view, a peer, a customer',
    args: [{ usage: '<person>', summary: 'whom it is about: name, alias, or the beginning of a name' }],
    rest: async () => (await import('./cards/evidence.ts')).ask,
  },
  {
    name: 'receive',
    summary: 'read a filled form back, from a file or a whole mail',
    args: [{ usage: '<file>', summary: 'the answer as it came, or - for standard input' }],
    rest: async () => (await import('./cards/evidence.ts')).receive,
  },
  {
    name: 'import',
    summary: 'read evidence in from an export: CSV, JSON or JSON Lines',
    args: [{ usage: '<file>', summary: 'a file from your help desk, survey or review tool' }],
    rest: async () => (await import('./cards/evidence.ts')).importCard,
  },
  {
    name: 'export',
    summary: 'copies of notes to hand on',
    args: [{ usage: '[ids...]', summary: 'their ids, or enough of them, as tactful list shows them' }],
    rest: async () => (await import('./cards/reading.ts')).exportCard,
  },
  {
    name: 'check',
    often: true,
    summary: 'find wording that judges rather than tells',
    args: [
      {
        usage: '[files...]',
        summary: 'files, patterns, - for standard input, or notes by the end of their id',
      },
    ],
    rest: async () => (await import('./cards/wording.ts')).check,
  },
  {
    name: 'goal',
    often: true,
    summary: 'goals that are followed up: how they stand, and what they still need',
    rest: async () => (await import('./cards/goals.ts')).goal,
  },
  {
    name: 'promise',
    summary: 'what you promised, next to what was agreed',
    rest: async () => (await import('./cards/promises.ts')).promise,
  },
  {
    name: 'barrier',
    summary: 'what is in the way of the work, whose it is, and what became of it',
    rest: async () => (await import('./cards/promises.ts')).barrier,
  },
  {
    name: 'idea',
    summary: 'ideas for the work itself, and what came of each',
    rest: async () => (await import('./cards/promises.ts')).idea,
  },
  {
    name: 'trends',
    summary: 'what the whole notebook says, without ranking anybody',
    rest: async () => (await import('./cards/reading.ts')).trends,
  },
  {
    name: 'checkin',
    often: true,
    summary: 'short follow-ups that come round by themselves',
    rest: async () => (await import('./cards/checkins.ts')).checkin,
  },
  {
    name: 'template',
    summary: 'the questions behind a preparation, and how to make them your own',
    rest: async () => (await import('./cards/templates.ts')).template,
  },
  {
    name: 'library',
    summary: 'behaviours, questions, phrases and goals to draw on',
    rest: async () => (await import('./cards/templates.ts')).library,
  },
  {
    name: 'config',
    summary: 'what is set, and where each value comes from',
    rest: async () => (await import('./cards/setting-up.ts')).config,
  },
  {
    name: 'doctor',
    summary: 'look over the notebook for what is broken',
    rest: async () => (await import('./cards/setting-up.ts')).doctor,
  },
  {
    name: 'completion',
    summary: 'a script that lets your shell complete commands, people and notes',
    args: [{ usage: '[shell]', summary: 'which shell it is for', choices: ['bash', 'zsh', 'fish'] }],
    rest: async () => (await import('./cards/completion.ts')).completionOf(wholeShelf, everywhere),
  },
]

/** The whole card behind an entry. */
export async function openCard({ rest, ...head }: ShelfEntry): Promise<CommandCard> {
  return { ...head, ...(await rest()) }
}

/** Every card, whole: for what looks at all flags of all commands. */
export function wholeShelf(): Promise<readonly CommandCard[]> {
  return Promise.all(shelf.map(openCard))
}
