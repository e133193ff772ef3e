import type { CommandCard, FlagCard } from './card.ts'
import { checkin } from './cards/checkins.ts'
import { ask, importCard, jot, receive } from './cards/evidence.ts'
import { goal } from './cards/goals.ts'
import { last, people, timeline } from './cards/people.ts'
import { check, prep, rehearse, resume, talk } from './cards/preparing.ts'
import { barrier, idea, promise } from './cards/promises.ts'
import { edit, exportCard, list, search, show, trends } from './cards/reading.ts'
import { config, doctor, init } from './cards/setting-up.ts'
import { library, template } from './cards/templates.ts'

export { home } from './cards/preparing.ts'

/** The flags that every command takes. */
export const everywhere: readonly FlagCard[] = [
  { flags: '--notebook <dir>', summary: 'the notebook to use' },
  { flags: '--json', summary: 'print the result as JSON' },
  { flags: '--plain', summary: 'no redraw, numbered choices; reads piped lines' },
  { flags: '--no-input', summary: 'never ask; say what is missing instead' },
  { flags: '--yes', summary: 'answer yes to every confirmation' },
  { flags: '--quiet', summary: 'print results only' },
]

const completion: CommandCard = {
  name: 'completion',
  summary: 'a script that lets your shell complete commands, people and notes',
  args: [{ usage: '[shell]', summary: 'which shell it is for', choices: ['bash', 'zsh', 'fish'] }],
  examples: ['tactful completion bash', 'tactful completion fish > ~/.config/fish/completions/tactful.fish'],
  more: 'For bash, add this line to ~/.bashrc:  eval "$(tactful completion bash)"',
  load: async () => (await import('./completion.ts')).script,
  commands: [
    {
      name: 'words',
      summary: 'what the last of some words could become',
      hidden: true,
      args: [{ usage: '[words...]', summary: 'a command line without its first word' }],
      examples: ['tactful completion words -- show q'],
      load: async () => (await import('./completion.ts')).words(shelf, everywhere),
    },
  ],
}

/** Every command there is. Adding one is a file in this folder and an entry here. */
export const shelf: readonly CommandCard[] = [
  prep,
  resume,
  talk,
  rehearse,
  jot,
  init,
  people,
  list,
  show,
  search,
  last,
  timeline,
  edit,
  ask,
  receive,
  importCard,
  exportCard,
  check,
  goal,
  promise,
  barrier,
  idea,
  trends,
  checkin,
  template,
  library,
  config,
  doctor,
  completion,
]
