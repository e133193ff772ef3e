import type { CardRest, FlagCard } from '../card.ts'
import { PAGER_FLAG } from './flags.ts'

const SHIPPED_FLAG: FlagCard = {
  flags: '--shipped',
  summary: 'the one that ships, even where yours stands in its place',
}

export const template: CardRest = {
  examples: ['tactful template', 'tactful template show constructive-feedback'],
  load: async () => (await import('../template.ts')).list,
  commands: [
    {
      name: 'list',
      summary: 'every template, shipped and your own',
      examples: ['tactful template list'],
      load: async () => (await import('../template.ts')).list,
    },
    {
      name: 'show',
      summary: 'one template at a glance',
      args: [{ usage: '<id>', summary: 'its name, as tactful template list shows it' }],
      flags: [SHIPPED_FLAG],
      examples: ['tactful template show constructive-feedback'],
      load: async () => (await import('../template.ts')).show,
    },
    {
      name: 'questions',
      summary: 'every question, when it is asked, and why',
      args: [{ usage: '<id>', summary: 'its name, as tactful template list shows it' }],
      flags: [SHIPPED_FLAG],
      examples: ['tactful template questions constructive-feedback'],
      load: async () => (await import('../template.ts')).questions,
    },
    {
      name: 'answers',
      summary: 'an answers file to fill in',
      args: [{ usage: '<id>', summary: 'its name, as tactful template list shows it' }],
      flags: [SHIPPED_FLAG],
      examples: ['tactful template answers constructive-feedback > sam.yaml'],
      more: 'Fill it in with any editor, then: tactful prep --answers sam.yaml',
      load: async () => (await import('../template.ts')).answers,
    },
    {
      name: 'new',
      summary: 'begin a template of your own',
      args: [{ usage: '<id>', summary: 'its name: small letters, digits and -, such as one-on-one' }],
      flags: [
        {
          flags: '--from <id>',
          summary: 'what it is begun from (default: the one of that id that ships, else by --kind)',
        },
        { flags: '--extends', summary: 'take everything over and write down only what you change' },
        {
          flags: '--kind <kind>',
          summary: 'what it is for (default: session)',
          choices: ['session', 'checkin', 'form', 'talk', 'rehearsal'],
        },
      ],
      examples: [
        'tactful template new our-feedback --from constructive-feedback --extends',
        'tactful template new constructive-feedback --extends',
        'tactful template new exit-interview --kind form',
      ],
      more: 'Writes templates/ID.yaml into the notebook and overwrites nothing. Without --extends it is a whole copy.',
      load: async () => import('../template-new.ts'),
    },
    {
      name: 'check',
      summary: 'find the mistakes in what your team wrote, with line and column',
      args: [{ usage: '[files...]', summary: 'files (default: everything of your own in the notebook)' }],
      examples: ['tactful template check', 'tactful template check templates/one-on-one.yaml'],
      more: 'Reads templates, forms, libraries, wording packs, rehearsals and tactful.yaml. Ends with 1 when there is something to mend.',
      load: async () => (await import('../template.ts')).check,
    },
    {
      name: 'test',
      summary: 'try the examples beside your rules and templates',
      args: [
        {
          usage: '[files...]',
          summary: 'packs and answers (default: everything of your own in the notebook)',
        },
      ],
      examples: ['tactful template test', 'tactful template test wording/ours.yaml'],
      more: 'Sentences under "examples" in a wording pack, and answers in templates/ID.answers.yaml or templates/samples/ID.yaml. Ends with 1 when one fails.',
      load: async () => (await import('../template.ts')).test,
    },
  ],
}

export const library: CardRest = {
  examples: ['tactful library', 'tactful library show questions', 'tactful library search open question'],
  load: async () => (await import('../library.ts')).list,
  commands: [
    {
      name: 'list',
      summary: 'the libraries there are, how much each holds, and whose it is',
      examples: ['tactful library list'],
      load: async () => (await import('../library.ts')).list,
    },
    {
      name: 'show',
      summary: 'what one library holds, under its headings',
      args: [{ usage: '<id>', summary: 'its name, as tactful library list shows it' }],
      flags: [
        { flags: '--area <heading>', summary: 'only what stands under this heading' },
        { flags: '--role <role>', summary: 'only what is part of this work: phone, chat, "tier 2"' },
        PAGER_FLAG,
      ],
      examples: ['tactful library show questions', 'tactful library show behaviours --role phone'],
      load: async () => (await import('../library.ts')).show,
    },
    {
      name: 'search',
      summary: 'find entries by their words, in all libraries',
      args: [{ usage: '<words...>', summary: 'all of them, or how they begin' }],
      flags: [{ flags: '--limit <n>', summary: 'at most so many (10 on a terminal)' }, PAGER_FLAG],
      examples: ['tactful library search open question', 'tactful library search escal'],
      load: async () => (await import('../library.ts')).search,
    },
    {
      name: 'add',
      summary: 'add an entry of your own',
      args: [
        {
          usage: '<id>',
          summary: 'the library, as tactful library list shows it, or a new one with --title',
        },
      ],
      flags: [
        { flags: '--label <words>', summary: 'what it is: a behaviour, a question, a phrase (needed)' },
        { flags: '--good <words>', summary: 'what it looks like when it goes well, or when it helps' },
        { flags: '--area <heading>', summary: 'the heading it stands under' },
        {
          flags: '--role <role>',
          summary: 'whose work it is part of (may be given several times)',
          repeatable: true,
        },
        {
          flags: '--also <word>',
          summary: 'another word it is found by (may be given several times)',
          repeatable: true,
        },
        { flags: '--id <name>', summary: 'its own short name (default: from the label)' },
        { flags: '--title <title>', summary: 'of a library that is not there yet' },
      ],
      examples: [
        'tactful library add questions --label "What would the customer tell a friend about it?" --area Coaching',
        'tactful library add behaviours --label "a greeting by name" --area Communication --role phone',
      ],
      more: 'It goes into library/<id>.yaml of your notebook, beside the entries that ship.',
      load: async () => (await import('../library.ts')).add,
    },
  ],
}
