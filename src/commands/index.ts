import type { CommandCard, FlagCard } from './card.ts'

/** What runs when no command is named. */
export const home: CommandCard = {
  name: 'tactful',
  summary: 'what waits today',
  examples: [],
  load: () => import('./home.ts'),
}

const PAGER_FLAG: FlagCard = {
  flags: '--no-pager',
  summary: 'print at once, also what is longer than the screen',
}

/** The flags that every command takes. */
export const everywhere: readonly FlagCard[] = [
  { flags: '--notebook <dir>', summary: 'the notebook to use' },
  { flags: '--json', summary: 'print the result as JSON' },
  { flags: '--plain', summary: 'no redraw, numbered choices; reads piped lines' },
  { flags: '--no-input', summary: 'never ask; say what is missing instead' },
  { flags: '--yes', summary: 'answer yes to every confirmation' },
  { flags: '--quiet', summary: 'print results only' },
]

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

const KINDS = ['session', 'checkin', 'evidence', 'goal', 'form', 'barrier', 'update'] as const

const KIND_FLAG: FlagCard = { flags: '--kind <kind>', summary: 'only notes of this kind', choices: KINDS }

const FILTERS: readonly FlagCard[] = [
  { flags: '--person <person>', summary: 'only about this person' },
  { flags: '--since <day>', summary: 'from this day on: 2026-10-01, "last Monday", "last quarter"' },
  { flags: '--until <day>', summary: 'up to this day, or to the end of "last month"' },
  { flags: '--area <area>', summary: 'only what is filed under this area' },
  { flags: '--behaviour <id>', summary: 'only what is filed under this behaviour' },
  { flags: '--template <id>', summary: 'only notes made with this template' },
  { flags: '--limit <n>', summary: 'at most so many (20 on a terminal)' },
]

const prep: CommandCard = {
  name: 'prep',
  often: true,
  summary: 'prepare feedback for somebody, one question at a time',
  args: [{ usage: '[person]', summary: 'name, alias, or the beginning of a name' }],
  flags: [
    { flags: '--template <id>', summary: 'other questions (see tactful template list)' },
    { flags: '--quick', summary: 'only what is needed most' },
    { flags: '--answers <file>', summary: 'take the answers from a YAML or JSON file (- is standard input)' },
    {
      flags: '--set <path=value>',
      summary: 'give one answer, such as goals.1.by=2026-12-18 (may be given several times)',
      repeatable: true,
    },
    { flags: '--dry-run', summary: 'print the note instead of saving it' },
  ],
  examples: [
    'tactful prep',
    'tactful prep sam --quick',
    'tactful prep noor --template helping-a-colleague',
    'tactful prep sam --answers sam.yaml',
    'tactful prep sam --answers sam.yaml --set goals.1.by=2026-12-18 --dry-run',
  ],
  more: 'Every answer is kept as you go. Whatever ends the questions, tactful resume goes on.',
  load: () => import('./prep.ts'),
}

const resume: CommandCard = {
  name: 'resume',
  often: true,
  summary: 'go on with a preparation that was interrupted',
  args: [{ usage: '[id]', summary: 'which one, when several wait' }],
  flags: [{ flags: '--discard', summary: 'throw the draft away instead (asks first; --yes does not)' }],
  examples: ['tactful resume', 'tactful resume q47k3v', 'tactful resume --discard q47k3v'],
  load: () => import('./resume.ts'),
}

const talk: CommandCard = {
  name: 'talk',
  often: true,
  summary: 'hold the conversation you prepared, and keep what was said and agreed',
  args: [
    { usage: '[id]', summary: "the end of a session's id, or whom you talk with (default: the next one)" },
  ],
  flags: [
    { flags: '--quick', summary: 'only goals, agreements and the next day' },
    { flags: '--answers <file>', summary: 'take the answers from a YAML or JSON file (- is standard input)' },
    {
      flags: '--set <path=value>',
      summary: 'give one answer, such as held=2026-11-24 (may be given several times)',
      repeatable: true,
    },
    { flags: '--template <id>', summary: 'questions of your own (default: talk)' },
    { flags: '--dry-run', summary: 'print the completed note instead of saving it' },
  ],
  examples: [
    'tactful talk',
    'tactful talk sam',
    'tactful talk q47k3v',
    'tactful talk q47k3v --answers talk.yaml',
  ],
  more: 'Shows what you prepared, then takes notes along your agenda: one line a note, Enter alone goes on. A line that begins with " is in their words. The note of the session is completed once; after that, tactful edit changes it. Every line is kept as you go; tactful resume goes on.',
  practices: [36, 41, 42],
  load: () => import('./talk.ts'),
}

const rehearse: CommandCard = {
  name: 'rehearse',
  summary: 'practise a difficult talk; nothing of it is kept',
  args: [{ usage: '[id]', summary: 'which one (see tactful rehearse --list)' }],
  flags: [
    { flags: '--list', summary: 'name every rehearsal, shipped and your own' },
    { flags: '--source', summary: 'print the YAML of one, to begin your own with' },
    { flags: '--person <name>', summary: 'give the other side this first name' },
    {
      flags: '--answers <file>',
      summary: 'take what you say from a file, one line a turn (- is standard input)',
    },
    { flags: '--to <file>', summary: 'keep the talk as a text file when it has ended' },
    { flags: '--force', summary: 'write over the file if it is there' },
  ],
  examples: [
    'tactful rehearse',
    'tactful rehearse defensive',
    'tactful rehearse silent --person Sam',
    'tactful rehearse defensive --answers lines.txt --json',
  ],
  more: 'Type what you would say; Enter alone waits. :hint shows what you could try, :back takes a turn back, :quit leaves.',
  load: () => import('./rehearse.ts'),
}

const jot: CommandCard = {
  name: 'jot',
  often: true,
  summary: 'note what you saw or heard, in one line',
  args: [{ usage: '[text...]', summary: 'what happened, or - to read it from standard input' }],
  flags: [
    { flags: '--about <person>', summary: 'whom it is about (needed); with --yes somebody new is added' },
    { flags: '--date <day>', summary: 'when it was: 2026-10-14, yesterday, "last Tuesday"' },
    { flags: '--strength', summary: 'it went well (a line may also begin with +)' },
    { flags: '--growth', summary: 'something to grow in (a line may also begin with -)' },
    { flags: '--area <area>', summary: 'what it is about: communication, handover, escalation and so on' },
    { flags: '--source <type>', summary: 'where it comes from: seen, ticket, survey, peer, qa and so on' },
    { flags: '--unnamed', summary: 'whoever it comes from wishes to stay unnamed' },
    { flags: '--link <url>', summary: 'where it can be looked up' },
    { flags: '--assumption <text>', summary: 'your guess about it; goes into your private part' },
  ],
  examples: [
    'tactful jot "+ 48402: the handover had the goal, the steps tried and the logs" --about sam',
    'tactful jot "The update promised for 16:00 went out the next day" --about sam --date yesterday --growth',
    'tactful jot --about sam --area responsiveness --source ticket',
    'tactful jot - --about sam < lines.txt',
  ],
  more: 'One thing a line. A day, a ticket number or a link in the line is recognised; a guess goes behind a ? and stays private.\nText given as an argument may be kept by your shell in its history. Without text your editor opens, and nothing is kept there.',
  load: () => import('./jot.ts'),
}

const init: CommandCard = {
  name: 'init',
  summary: 'make a notebook',
  args: [{ usage: '[dir]', summary: 'the folder (default: where tactful keeps your notes)' }],
  examples: ['tactful init', 'tactful init ~/feedback'],
  more: 'A notebook is a plain folder. Other files in it are left alone, and making it twice is harmless.',
  load: () => import('./init.ts'),
}

const people: CommandCard = {
  name: 'people',
  summary: 'the colleagues you prepare feedback for',
  examples: ['tactful people', 'tactful people add "Sam Rivera" --role "tier 1" --relationship mentor'],
  load: async () => (await import('./people.ts')).list,
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
      load: async () => (await import('./people.ts')).add,
    },
    {
      name: 'list',
      summary: 'everybody in the notebook',
      examples: ['tactful people list', 'tactful people list --json'],
      load: async () => (await import('./people.ts')).list,
    },
    {
      name: 'show',
      summary: 'one person: evidence by area and source, what comes back, what is open',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [PAGER_FLAG],
      examples: ['tactful people show sam'],
      load: () => import('./people-show.ts'),
    },
    {
      name: 'edit',
      summary: 'change what is known of somebody',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: PERSON_FLAGS,
      examples: ['tactful people edit sam --role "tier 2"', 'tactful people edit sam'],
      more: 'Without flags their file opens in your editor. An empty value takes an entry away.',
      load: async () => (await import('./people.ts')).edit,
    },
    {
      name: 'rename',
      summary: 'change a name; the old one stays as an alias',
      args: [
        { usage: '<person>', summary: 'name, alias, or the beginning of a name' },
        { usage: '<new-name>', summary: 'the name from now on' },
      ],
      examples: ['tactful people rename sam "Sam Rivera-Costa"'],
      load: async () => (await import('./people.ts')).rename,
    },
  ],
}

const list: CommandCard = {
  name: 'list',
  often: true,
  summary: 'notes, newest first',
  flags: [
    {
      flags: '--kind <kind>',
      summary: 'only notes of this kind; evidence and ideas one by one',
      choices: [...KINDS, 'idea'],
    },
    ...FILTERS,
    { flags: '--text <words>', summary: 'only notes in which these words stand' },
    PAGER_FLAG,
  ],
  examples: [
    'tactful list',
    'tactful list --person sam --since "last month"',
    'tactful list --kind evidence --area responsiveness --json',
    'tactful list --text "late shift"',
  ],
  load: () => import('./list.ts'),
}

const search: CommandCard = {
  name: 'search',
  often: true,
  summary: 'find notes by their words',
  args: [
    { usage: '<words...>', summary: 'all of them have to be there; words in quotation marks stand together' },
  ],
  flags: [KIND_FLAG, ...FILTERS, { flags: '--shared', summary: 'leave your private parts out' }, PAGER_FLAG],
  examples: [
    'tactful search handover logs',
    'tactful search \'"late shift"\' --person sam',
    'tactful search escalation --since "last quarter" --json',
  ],
  more: 'Other forms of a word count too, and a slip of the keys is forgiven.',
  load: () => import('./search.ts'),
}

const show: CommandCard = {
  name: 'show',
  often: true,
  summary: 'read one note',
  args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful list shows it' }],
  flags: [
    { flags: '--raw', summary: 'the file as it is' },
    { flags: '--private', summary: 'your private part below it' },
    PAGER_FLAG,
  ],
  examples: ['tactful show q47k3v', 'tactful show q47k3v --private'],
  load: () => import('./show.ts'),
}

const timeline: CommandCard = {
  name: 'timeline',
  often: true,
  summary: 'everything about one person in order of day',
  args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
  flags: [
    KIND_FLAG,
    ...FILTERS.filter(({ flags }) => !/^--(?:person|limit) /.test(flags)),
    { flags: '--limit <n>', summary: 'the newest so many' },
    PAGER_FLAG,
  ],
  examples: ['tactful timeline sam', 'tactful timeline sam --kind evidence --since 2026-07-01'],
  load: () => import('./timeline.ts'),
}

const edit: CommandCard = {
  name: 'edit',
  summary: 'change one note in your editor',
  args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful list shows it' }],
  flags: [{ flags: '--private', summary: 'your private part of it instead' }],
  examples: ['tactful edit q47k3v', 'EDITOR="code --wait" tactful edit q47k3v'],
  load: () => import('./edit.ts'),
}

const last: CommandCard = {
  name: 'last',
  often: true,
  summary: 'what was agreed last time, and what is still open',
  args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
  flags: [PAGER_FLAG],
  examples: ['tactful last sam', 'tactful last sam --json'],
  load: () => import('./last.ts'),
}

const ask: CommandCard = {
  name: 'ask',
  summary: 'a form for somebody to fill in: their own view, a peer, a customer',
  args: [{ usage: '<person>', summary: 'whom it is about: name, alias, or the beginning of a name' }],
  flags: [
    {
      flags: '--form <id>',
      summary: 'which one (needed): self-assessment, peer-feedback, customer-input or your own',
    },
    { flags: '--to <file>', summary: 'write it to this file (default: print it)' },
    { flags: '--by <day>', summary: 'until when you hope for an answer: 2026-11-28, "in a week"' },
    { flags: '--for <name>', summary: 'who is to fill it in, for the greeting; not kept in your notes' },
    { flags: '--named', summary: 'keep that name in your notes' },
    { flags: '--force', summary: 'overwrite the file' },
  ],
  examples: [
    'tactful ask sam --form self-assessment --to sam.md --by "in a week"',
    'tactful ask sam --form peer-feedback --for "Anna Berg" --to anna.md',
    'tactful ask sam --form customer-input',
  ],
  more: 'The form is plain text: send it in a mail or a chat. It holds nothing of your notes but the name. When it comes back, tactful receive reads it, and tactful prep offers it.',
  practices: [14, 39, 111, 147, 196, 202],
  load: () => import('./ask.ts'),
}

const receive: CommandCard = {
  name: 'receive',
  summary: 'read a filled form back, from a file or a whole mail',
  args: [{ usage: '<file>', summary: 'the answer as it came, or - for standard input' }],
  flags: [
    { flags: '--person <person>', summary: 'whom it is about, where the text does not say' },
    { flags: '--form <id>', summary: 'which form it is, where the text does not say' },
    { flags: '--dry-run', summary: 'show what is understood, and save nothing' },
  ],
  examples: [
    'tactful receive reply.txt',
    'tactful receive reply.eml --dry-run',
    'tactful receive notes.txt --person sam --form self-assessment --yes',
  ],
  more: 'Shows what belongs to which question and what is left over, then asks. The text as it came goes into your private part, whole; of somebody unnamed, without their name.',
  practices: [39, 107, 111, 207],
  load: () => import('./receive.ts'),
}

const importCard: CommandCard = {
  name: 'import',
  summary: 'read evidence in from an export: CSV, JSON or JSON Lines',
  args: [{ usage: '<file>', summary: 'a file from your help desk, survey or review tool' }],
  flags: [
    {
      flags: '--map <column=field>',
      summary:
        'what a column holds: person, text, date, score, ticket, link, area, reviewer, customer, id or none',
      repeatable: true,
    },
    { flags: '--person <column>', summary: 'the column that names the colleague' },
    { flags: '--source <type>', summary: 'what kind of evidence it is, such as survey or qa' },
    { flags: '--date-format <pattern>', summary: 'how dates are written, such as DD/MM/YYYY' },
    { flags: '--encoding <name>', summary: 'the encoding, where it is not found right' },
    { flags: '--since <day>', summary: 'only rows from this day on' },
    { flags: '--no-mask', summary: 'leave names, addresses and numbers of customers as they are' },
    { flags: '--create-people', summary: 'add everybody the file names who is not in the notebook' },
    { flags: '--dry-run', summary: 'show what it would save, and stop' },
  ],
  examples: [
    'tactful import csat-export.csv',
    'tactful import reviews.json --dry-run',
    'tactful import survey.csv --map "Who helped you?=person" --map "Anything else?=text"',
    'tactful import csat-export.csv --yes --create-people',
  ],
  more: 'Shows first what it would save. Importing the same file again adds only what is new.',
  load: () => import('./import.ts'),
}

const exportCard: CommandCard = {
  name: 'export',
  summary: 'a copy of a note to hand on',
  args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful list shows it' }],
  flags: [
    { flags: '--for <reader>', summary: 'who will read it (needed)', choices: ['mentor', 'person'] },
    { flags: '--format <format>', summary: 'how it is written (default: md)', choices: ['md'] },
    { flags: '--to <file>', summary: 'a file instead of standard output' },
    { flags: '--force', summary: 'write over a file that is there' },
  ],
  examples: ['tactful export q47k3v --for person', 'tactful export q47k3v --for person --to for-sam.md'],
  more: 'The copy for the person holds no private part, and leaves room for their answer. The copy for the mentor holds everything.',
  load: () => import('./export.ts'),
}

const check: CommandCard = {
  name: 'check',
  often: true,
  summary: 'find wording that judges rather than tells',
  args: [
    {
      usage: '[files...]',
      summary: 'files, patterns, - for standard input, or notes by the end of their id',
    },
  ],
  flags: [
    {
      flags: '--format <format>',
      summary: 'how findings are written (default: pretty)',
      choices: ['pretty', 'json', 'github'],
    },
    { flags: '--severity <level>', summary: 'what to show (default: warning)', choices: ['warning', 'hint'] },
    {
      flags: '--rules <ids>',
      summary: 'only these rules or categories, separated by commas',
      repeatable: true,
    },
    {
      flags: '--keep <words>',
      summary: 'words to leave alone (may be given several times)',
      repeatable: true,
    },
    { flags: '--explain <rule>', summary: 'what a rule finds, and why' },
  ],
  examples: [
    'tactful check notes.md',
    'echo "You are always late." | tactful check -',
    "tactful check 'reviews/**/*.md' --format github",
    'tactful check --explain absolute-person',
  ],
  more: 'Quotations, block quotes, code and links are left alone. Ends with 1 when there is something to reword.',
  load: () => import('./check.ts'),
}

const config: CommandCard = {
  name: 'config',
  summary: 'what is set, and where each value comes from',
  examples: ['tactful config', 'tactful config list --json', 'tactful config set name "Priya Raman"'],
  more: 'Two are yours: "notebook", the folder of your notes, and "name", how notes name you as their author. What a team agrees on stands in tactful.yaml of the notebook.',
  load: () => import('./config.ts'),
  commands: [
    {
      name: 'list',
      summary: 'everything that can be set',
      examples: ['tactful config list'],
      load: () => import('./config.ts'),
    },
    {
      name: 'get',
      summary: 'print one setting',
      args: [{ usage: '<key>', summary: 'notebook, name, or one of the team, such as focusLimit' }],
      examples: ['tactful config get notebook'],
      load: async () => (await import('./config.ts')).get,
    },
    {
      name: 'set',
      summary: 'change one setting',
      args: [
        { usage: '<key>', summary: 'notebook or name' },
        { usage: '<value>', summary: 'what it is to be' },
      ],
      examples: ['tactful config set name "Priya Raman"', 'tactful config set notebook ~/feedback'],
      load: async () => (await import('./config.ts')).set,
    },
    {
      name: 'unset',
      summary: 'take one setting away',
      args: [{ usage: '<key>', summary: 'notebook or name' }],
      examples: ['tactful config unset notebook'],
      load: async () => (await import('./config.ts')).unset,
    },
  ],
}

const SHIPPED_FLAG: FlagCard = {
  flags: '--shipped',
  summary: 'the one that ships, even where yours stands in its place',
}

const template: CommandCard = {
  name: 'template',
  summary: 'the questions behind a preparation, and how to make them your own',
  examples: ['tactful template', 'tactful template show constructive-feedback'],
  load: async () => (await import('./template.ts')).list,
  commands: [
    {
      name: 'list',
      summary: 'every template, shipped and your own',
      examples: ['tactful template list'],
      load: async () => (await import('./template.ts')).list,
    },
    {
      name: 'show',
      summary: 'one template at a glance',
      args: [{ usage: '<id>', summary: 'its name, as tactful template list shows it' }],
      flags: [SHIPPED_FLAG],
      examples: ['tactful template show constructive-feedback'],
      load: async () => (await import('./template.ts')).show,
    },
    {
      name: 'questions',
      summary: 'every question, when it is asked, and why',
      args: [{ usage: '<id>', summary: 'its name, as tactful template list shows it' }],
      flags: [SHIPPED_FLAG],
      examples: ['tactful template questions constructive-feedback'],
      load: async () => (await import('./template.ts')).questions,
    },
    {
      name: 'answers',
      summary: 'an answers file to fill in',
      args: [{ usage: '<id>', summary: 'its name, as tactful template list shows it' }],
      flags: [SHIPPED_FLAG],
      examples: ['tactful template answers constructive-feedback > sam.yaml'],
      more: 'Fill it in with any editor, then: tactful prep --answers sam.yaml',
      load: async () => (await import('./template.ts')).answers,
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
      load: async () => import('./template-new.ts'),
    },
    {
      name: 'check',
      summary: 'find the mistakes in what your team wrote, with line and column',
      args: [{ usage: '[files...]', summary: 'files (default: everything of your own in the notebook)' }],
      examples: ['tactful template check', 'tactful template check templates/one-on-one.yaml'],
      more: 'Reads templates, forms, libraries, wording packs, rehearsals and tactful.yaml. Ends with 1 when there is something to mend.',
      load: async () => (await import('./template.ts')).check,
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
      load: async () => (await import('./template.ts')).test,
    },
  ],
}

const library: CommandCard = {
  name: 'library',
  summary: 'behaviours, questions, phrases and goals to draw on',
  examples: ['tactful library', 'tactful library show questions', 'tactful library search open question'],
  load: async () => (await import('./library.ts')).list,
  commands: [
    {
      name: 'list',
      summary: 'the libraries there are, how much each holds, and whose it is',
      examples: ['tactful library list'],
      load: async () => (await import('./library.ts')).list,
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
      load: async () => (await import('./library.ts')).show,
    },
    {
      name: 'search',
      summary: 'find entries by their words, in all libraries',
      args: [{ usage: '<words...>', summary: 'all of them, or how they begin' }],
      flags: [{ flags: '--limit <n>', summary: 'at most so many (10 on a terminal)' }, PAGER_FLAG],
      examples: ['tactful library search open question', 'tactful library search escal'],
      load: async () => (await import('./library.ts')).search,
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
      load: async () => (await import('./library.ts')).add,
    },
  ],
}

const GOAL_STATES = ['open', 'proposed', 'agreed', 'met', 'changed', 'dropped', 'all'] as const

const ON_FLAG: FlagCard = { flags: '--on <day>', summary: 'the day it was (default: today)' }

const goal: CommandCard = {
  name: 'goal',
  often: true,
  summary: 'goals that are followed up: how they stand, and what they still need',
  examples: ['tactful goal list', 'tactful goal show q47k3v', 'tactful goal check goals.txt'],
  load: async () => (await import('./goal-read.ts')).list,
  commands: [
    {
      name: 'add',
      summary: 'put one goal into words, with its measure, its day, its steps and the support for it',
      args: [
        { usage: '[person]', summary: 'name, alias, or the beginning of a name' },
        { usage: '[text]', summary: 'the goal in one line; a measure and a date in it are recognised' },
      ],
      flags: [
        { flags: '--measure <words>', summary: 'how one notices that it is reached' },
        { flags: '--baseline <value>', summary: 'how it is now, such as "5 of 12", "40 %" or "3 h"' },
        { flags: '--target <value>', summary: 'how it should be, counted in the same way' },
        { flags: '--by <day>', summary: 'by when: 2026-12-18, "in six weeks"' },
        { flags: '--reach <words>', summary: 'what makes it reachable in that time' },
        { flags: '--why <words>', summary: 'why it matters to customers' },
        { flags: '--technique <words>', summary: 'the way of doing it that is to be tried' },
        {
          flags: '--step <line>',
          summary: 'who does what by when (may be given several times)',
          repeatable: true,
        },
        {
          flags: '--support <line>',
          summary: 'what support comes from whom, by when (may be given several times)',
          repeatable: true,
        },
        {
          flags: '--evidence <id>',
          summary: 'evidence that shows how it is now (may be given several times)',
          repeatable: true,
        },
        { flags: '--agreed [day]', summary: 'the two of you have agreed on it (default: today)' },
        { flags: '--quick', summary: 'only what is needed most' },
        {
          flags: '--answers <file>',
          summary: 'take the answers from a YAML or JSON file (- is standard input)',
        },
        {
          flags: '--set <path=value>',
          summary: 'give one answer, such as goals.1.by=2026-12-18 (may be given several times)',
          repeatable: true,
        },
        { flags: '--dry-run', summary: 'print the note instead of saving it' },
      ],
      examples: [
        'tactful goal add sam',
        'tactful goal add sam "Each waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 18 December"',
        'tactful goal add sam "Answer within the hour" --baseline "3 h" --target "1 h" --by "in six weeks" --step "tries the queue view, by 27 November"',
      ],
      more: 'On a terminal it asks for what is missing. It is a proposal until you say that it is agreed.',
      load: async () => {
        const [{ run }, { goalOptions }] = await Promise.all([
          import('./prep.ts'),
          import('../core/goals/flags.ts'),
        ])
        return {
          run: (context, [person, text], options) =>
            run(context, person === undefined ? [] : [person], goalOptions(text, options)),
        }
      },
    },
    {
      name: 'list',
      summary: 'goals by the day they are due',
      flags: [
        { flags: '--person <person>', summary: 'only of this person' },
        {
          flags: '--status <status>',
          summary: 'which ones (default: open, that is proposed or agreed)',
          choices: GOAL_STATES,
        },
        { flags: '--due-within <length>', summary: 'only those due by then, such as 2w or 10d' },
        { flags: '--limit <n>', summary: 'at most so many (20 on a terminal)' },
        PAGER_FLAG,
      ],
      examples: [
        'tactful goal list',
        'tactful goal list --person sam --status all',
        'tactful goal list --due-within 2w --json',
      ],
      load: async () => (await import('./goal-read.ts')).list,
    },
    {
      name: 'show',
      summary: 'one goal: the way so far, what is planned, what happened',
      args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful goal list shows it' }],
      flags: [PAGER_FLAG],
      examples: ['tactful goal show q47k3v', 'tactful goal show q47k3v --json'],
      load: async () => (await import('./goal-read.ts')).show,
    },
    {
      name: 'update',
      summary: 'record what is new about a goal; its own note stays as it is',
      args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful goal list shows it' }],
      flags: [
        { flags: '--progress <value>', summary: 'where it stands now, such as "9 of 12", "40 %" or "3 h"' },
        {
          flags: '--evidence <id>',
          summary: 'evidence that shows it (may be given several times)',
          repeatable: true,
        },
        { flags: '--words <text>', summary: 'what the person says about it, in their words' },
        { flags: '--agreed [day]', summary: 'the two of you have agreed on it (default: today)' },
        { flags: '--by <day>', summary: 'another day by which it is due' },
        { flags: '--baseline <value>', summary: 'how it was at first, once that is known' },
        { flags: '--target <value>', summary: 'how it should be, where that has changed' },
        { flags: '--why <reason>', summary: 'what led to it' },
        ON_FLAG,
      ],
      examples: [
        'tactful goal update q47k3v --progress "9 of 12" --words "mornings work, late shifts do not yet"',
        'tactful goal update q47k3v --agreed',
        'tactful goal update q47k3v --by 2027-01-15 --why "two weeks of leave in between"',
      ],
      load: async () => (await import('./goal-change.ts')).update,
    },
    {
      name: 'close',
      summary: 'end a goal: it was met, dropped, or another one takes its place',
      args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful goal list shows it' }],
      flags: [
        { flags: '--met', summary: 'it was reached' },
        { flags: '--dropped', summary: 'it is no longer worked towards; say why' },
        { flags: '--changed', summary: 'another goal takes its place; say which and why' },
        { flags: '--to <id>', summary: 'with --changed: the goal that takes its place' },
        { flags: '--why <reason>', summary: 'what led to it' },
        { flags: '--words <text>', summary: 'what the person says about it, in their words' },
        ON_FLAG,
      ],
      examples: [
        'tactful goal close q47k3v --met',
        'tactful goal close q47k3v --dropped --why "the queue moved to another team"',
        'tactful goal close q47k3v --changed --to m3m4m5 --why "calls matter more now"',
      ],
      load: async () => (await import('./goal-change.ts')).close,
    },
    {
      name: 'check',
      summary: 'say which goals are not specific, measurable or time-bound yet',
      args: [{ usage: '<file>', summary: 'a text with one goal a line, or - for standard input' }],
      examples: ['tactful goal check goals.txt', 'echo "Be more proactive" | tactful goal check -'],
      more: 'Ends with 1 when something is missing. Whether a goal is achievable and relevant cannot be seen in a line.',
      load: async () => (await import('./goal.ts')).check,
    },
  ],
}

const PROMISE_ID = {
  usage: '<id>',
  summary: 'its id, or enough of it, as tactful promise list shows it',
} as const

const promise: CommandCard = {
  name: 'promise',
  summary: 'what you promised, next to what was agreed',
  examples: ['tactful promise', 'tactful promise done q47k3v'],
  load: async () => (await import('./promise.ts')).list,
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
      load: async () => (await import('./promise.ts')).list,
    },
    {
      name: 'done',
      summary: 'record that it is kept',
      args: [PROMISE_ID],
      flags: [ON_FLAG, { flags: '--why <words>', summary: 'anything worth keeping about it' }],
      examples: ['tactful promise done q47k3v', 'tactful promise done q47k3v --on yesterday'],
      load: async () => (await import('./promise.ts')).done,
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
      load: async () => (await import('./promise.ts')).move,
    },
    {
      name: 'drop',
      summary: 'record that it is dropped, and why',
      args: [PROMISE_ID],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }, ON_FLAG],
      examples: ['tactful promise drop q47k3v --why "the late shift has a contact now"'],
      load: async () => (await import('./promise.ts')).drop,
    },
  ],
}

const BARRIER_ID = {
  usage: '<id>',
  summary: 'its id, or enough of it, as tactful barrier list shows it',
} as const

const barrier: CommandCard = {
  name: 'barrier',
  summary: 'what is in the way of the work, whose it is, and what became of it',
  practices: [96, 205],
  examples: ['tactful barrier', 'tactful barrier raise q47k3v --why "shown in the Monday round"'],
  more: 'A barrier is written down in a preparation, where most of what could be behind something lies in the system.',
  load: async () => (await import('./barrier.ts')).list,
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
      load: async () => (await import('./barrier.ts')).list,
    },
    {
      name: 'show',
      summary: 'one barrier: how it stands, and its note',
      args: [BARRIER_ID],
      flags: [PAGER_FLAG],
      examples: ['tactful barrier show q47k3v', 'tactful barrier show q47k3v --json'],
      load: async () => (await import('./barrier.ts')).show,
    },
    {
      name: 'raise',
      summary: 'record that its owner was told, or that it is back',
      args: [BARRIER_ID],
      flags: [{ flags: '--why <words>', summary: 'where and with whom, and what they said' }, ON_FLAG],
      examples: ['tactful barrier raise q47k3v --why "shown to Dana, who looks at it until Friday"'],
      load: async () => (await import('./barrier.ts')).raise,
    },
    {
      name: 'solve',
      summary: 'record that it is out of the way',
      args: [BARRIER_ID],
      flags: [{ flags: '--why <words>', summary: 'what solved it' }, ON_FLAG],
      examples: ['tactful barrier solve q47k3v --why "the page with all checklists is there"'],
      load: async () => (await import('./barrier.ts')).solve,
    },
    {
      name: 'drop',
      summary: 'record that nobody looks at it any more, and why',
      args: [BARRIER_ID],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }, ON_FLAG],
      examples: ['tactful barrier drop q47k3v --why "the product is no longer sold"'],
      load: async () => (await import('./barrier.ts')).drop,
    },
  ],
}

const doctor: CommandCard = {
  name: 'doctor',
  summary: 'look over the notebook for what is broken',
  flags: [
    { flags: '--fix', summary: 'mend what can be mended without loss: rights, leftovers, the index' },
    PAGER_FLAG,
  ],
  examples: ['tactful doctor', 'tactful doctor --fix', 'tactful doctor --json'],
  more: 'Reads every file and changes none, unless you say --fix. Ends with 1 when there is something to do.',
  load: () => import('./doctor.ts'),
}

const checkin: CommandCard = {
  name: 'checkin',
  often: true,
  summary: 'short follow-ups that come round by themselves',
  examples: ['tactful checkin', 'tactful checkin run sam', 'tactful checkin due --within 3d --json'],
  more: 'How often is set for each person: tactful people edit PERSON --cadence "every 2 weeks on Tue 14:00" --zone Europe/Lisbon',
  load: () => import('./checkin.ts'),
  commands: [
    {
      name: 'due',
      summary: 'which check-ins are due',
      flags: [
        { flags: '--on <day>', summary: 'as it will be on this day (default: today)' },
        { flags: '--within <length>', summary: 'those of the days to come too, such as 3d or 2w' },
        { flags: '--overdue', summary: 'only those whose day has passed' },
        { flags: '--count', summary: 'only how many there are' },
        { flags: '--person <person>', summary: 'only with this person' },
      ],
      examples: ['tactful checkin due', 'tactful checkin due --within 3d', 'tactful checkin due --count'],
      more: 'Ends with 1 when there is one, with 0 when there is none. One that was missed several times is one.',
      load: () => import('./checkin.ts'),
    },
    {
      name: 'run',
      summary: 'hold a check-in, one question at a time',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [
        { flags: '--quick', summary: 'only what is needed most; takes a minute' },
        {
          flags: '--answers <file>',
          summary: 'take the answers from a YAML or JSON file (- is standard input)',
        },
        {
          flags: '--set <path=value>',
          summary: 'give one answer, such as checkin.1.date=2026-12-18 (may be given several times)',
          repeatable: true,
        },
        { flags: '--template <id>', summary: 'questions of your own (default: checkin)' },
        { flags: '--dry-run', summary: 'print the note instead of saving it' },
      ],
      examples: [
        'tactful checkin run sam',
        'tactful checkin run sam --quick',
        'tactful checkin run sam --answers sam.yaml',
      ],
      more: 'Opens with what you both promised and how the goals stand. Every answer is kept as you go; tactful resume goes on.',
      load: async () => {
        const { run } = await import('./prep.ts')
        return { run: (context, args, options) => run(context, args, { template: 'checkin', ...options }) }
      },
    },
    {
      name: 'prompt',
      summary: 'what to send somebody before a check-in',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [
        {
          flags: '--format <format>',
          summary: 'how it is written (default: text)',
          choices: ['text', 'md', 'slack', 'json'],
        },
      ],
      examples: ['tactful checkin prompt sam', 'tactful checkin prompt sam --format slack'],
      more: 'Holds what both of you know: the day, what is open, goals you agreed on, and questions. Nothing private is in it.',
      load: () => import('./checkin-prompt.ts'),
    },
    {
      name: 'move',
      summary: 'give the next check-in another day',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [
        {
          flags: '--to <day>',
          summary: 'the new day, with a time if it has one: 2026-12-08, "Friday 15:00"',
        },
        { flags: '--why <reason>', summary: 'what came in between' },
      ],
      examples: ['tactful checkin move sam --to 2026-12-08 --why "on leave"'],
      load: async () => (await import('./checkin-replan.ts')).move,
    },
    {
      name: 'skip',
      summary: 'leave the next check-in out, and say why',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }],
      examples: ['tactful checkin skip sam --why "on leave until January"'],
      more: 'The one after it comes as the cadence says.',
      load: async () => (await import('./checkin-replan.ts')).skip,
    },
    {
      name: 'calendar',
      summary: 'what has a day, as a calendar file',
      flags: [
        { flags: '--person <person>', summary: 'only with this person' },
        {
          flags: '--titles <how>',
          summary: 'names only, or goals and promises in full (default: plain)',
          choices: ['plain', 'full'],
        },
        { flags: '--out <file>', summary: 'write it to this file' },
        { flags: '--force', summary: 'write over the file if it is there' },
      ],
      examples: [
        'tactful checkin calendar > feedback.ics',
        'tactful checkin calendar --person sam --titles full',
        'tactful checkin calendar --out feedback.ics --force',
      ],
      more: 'Holds next check-ins, talks to come, and the days of goals and promises. An entry keeps its id when its day changes, so a calendar that reads the file again moves it.',
      load: () => import('./checkin-calendar.ts'),
    },
    {
      name: 'schedule',
      summary: 'have your computer look for due check-ins by itself',
      flags: [
        { flags: '--with <what>', summary: 'what runs it (needed)', choices: ['cron', 'systemd'] },
        { flags: '--at <time>', summary: 'when, Monday to Friday (default: 08:30)' },
      ],
      examples: [
        'tactful checkin schedule --with cron',
        'tactful checkin schedule --with systemd --at 09:15',
      ],
      more: 'Prints what to install and how. It installs nothing.',
      load: () => import('./checkin-schedule.ts'),
    },
  ],
}

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

const IDEA_ID = {
  usage: '<id>',
  summary: 'its id, or enough of it, as tactful idea list shows it',
}

const IDEA_FLAGS: readonly FlagCard[] = [
  { flags: '--why <words>', summary: 'anything worth keeping about it' },
  ON_FLAG,
]

const idea: CommandCard = {
  name: 'idea',
  summary: 'ideas for the work itself, and what came of each',
  practices: [105, 106, 204, 212],
  examples: ['tactful idea', 'tactful idea tried q47k3v --why "two weeks on the late shift"'],
  more: 'Ideas are written down in a preparation: in a case review, where a self-assessment comes first, and in a template of your own.',
  load: async () => (await import('./idea.ts')).list,
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
      load: async () => (await import('./idea.ts')).list,
    },
    {
      name: 'tried',
      summary: 'record that somebody tries it out',
      args: [IDEA_ID],
      flags: IDEA_FLAGS,
      examples: ['tactful idea tried q47k3v --why "two weeks on the late shift"'],
      load: async () => (await import('./idea.ts')).tried,
    },
    {
      name: 'taken-up',
      summary: 'record that it is how things are done now',
      args: [IDEA_ID],
      flags: IDEA_FLAGS,
      examples: ['tactful idea taken-up q47k3v --why "the list opens with the ticket system"'],
      load: async () => (await import('./idea.ts')).takenUp,
    },
    {
      name: 'drop',
      summary: 'record that it is put aside, and why',
      args: [IDEA_ID],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }, ON_FLAG],
      examples: ['tactful idea drop q47k3v --why "the new system has it already"'],
      load: async () => (await import('./idea.ts')).drop,
    },
    {
      name: 'reopen',
      summary: 'record that it is open again',
      args: [IDEA_ID],
      flags: IDEA_FLAGS,
      examples: ['tactful idea reopen q47k3v'],
      load: async () => (await import('./idea.ts')).reopen,
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
  checkin,
  template,
  library,
  config,
  doctor,
  completion,
]
