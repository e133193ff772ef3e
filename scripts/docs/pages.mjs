/** What the pages say beside the command tree. */
const LEAD = 'Prepare feedback that helps: evidence first, then the words, the goal and the talk.'

const EXITS = [
  ['0', 'Done.'],
  [
    '1',
    'Done, and there is something to act on: findings, due check-ins, mistakes in a template or notebook, a conflict.',
  ],
  ['2', 'Wrong usage, a wrong value, or answers that are missing.'],
  ['65', 'A data file was refused.'],
  ['74', 'The disk refused.'],
  ['75', 'Somebody else holds what is needed; try again in a moment.'],
  ['78', 'A template, rule pack or settings file has mistakes, or a file is of a newer format.'],
  ['129, 130, 143', 'Ended by a signal: the window was closed, Ctrl-C, or a request to end.'],
]

const SETTINGS = [
  ['TACTFUL_NOTEBOOK', 'The notebook, where --notebook is not given.'],
  ['VISUAL, EDITOR', 'The editor for longer texts. It has to wait until the text is closed.'],
  [
    'PAGER',
    'What shows long results on a terminal (default: `less -FRX`). Where it is empty, they are printed at once.',
  ],
  ['NO_COLOR, FORCE_COLOR', 'Colours off, or on also in a pipe.'],
  ['ACCESSIBLE', 'Set to 1, it means --plain everywhere.'],
  ['TACTFUL_NOW', 'A fixed time for scripts and tests, such as 2026-11-21T14:30:00Z.'],
  [
    'XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME, XDG_CONFIG_HOME',
    'Where notebooks, drafts, the index and settings lie.',
  ],
]

const HELP = { flags: '-h, --help', summary: 'how the command is used' }

/** Every command of a shelf with its whole name, parents first; hidden ones are left out. */
export function everyCommand(cards, before = 'tactful') {
  return cards
    .filter((card) => card.hidden !== true)
    .flatMap((card) => {
      const name = `${before} ${card.name}`
      return [{ name, card }, ...everyCommand(card.commands ?? [], name)]
    })
}

/** The command line as one page of Markdown. */
export function cliMarkdown(shelf, everywhere) {
  const commands = everyCommand(shelf)
  const lines = [
    '# The command line',
    '',
    'Made from the command tree by `npm run docs:cli`; do not edit by hand.',
    '',
    LEAD,
    '',
    'Results go to standard output, everything else to standard error. Reading changes nothing in a notebook.',
    '',
    ...commands
      .filter(({ name }) => name.split(' ').length === 2)
      .map(({ name, card }) => `- [\`${name}\`](#${name.replaceAll(' ', '-')}): ${card.summary}`),
    '',
    '## Flags of every command',
    '',
    ...[...everywhere, HELP].map(flagLine),
    '',
    ...commands.flatMap(commandLines),
    '## Exit codes',
    '',
    ...EXITS.map(([code, words]) => `- ${code}: ${words}`),
    '',
    '## Environment',
    '',
    ...SETTINGS.map(([name, words]) => `- \`${name}\`: ${words}`),
  ]
  return `${lines.join('\n')}\n`
}

function commandLines({ name, card }) {
  const { args = [], flags = [], examples, more } = card
  const level = '#'.repeat(name.split(' ').length)
  const list = [
    ...args.map(({ usage, summary, choices }) => `- \`${usage}\`: ${summary}${oneOf(choices)}`),
    ...flags.map(flagLine),
  ]
  return [
    `${level} ${name}`,
    '',
    `${sentence(card.summary)}`,
    '',
    ...(card.load === undefined ? [] : ['```', usageOf(name, card), '```', '']),
    ...(list.length === 0 ? [] : [...list, '']),
    ...(more === undefined ? [] : [more, '']),
    '```sh',
    ...examples,
    '```',
    '',
  ]
}

function flagLine({ flags, summary, choices }) {
  return `- \`${flags}\`: ${summary}${oneOf(choices)}`
}

function oneOf(choices) {
  return choices === undefined ? '' : ` (${choices.join(', ')})`
}

/** The command with its arguments, as help shows it. */
function usageOf(name, { args = [], flags = [] }) {
  return [name, ...(flags.length > 0 ? ['[flags]'] : []), ...args.map(({ usage }) => usage)].join(' ')
}

function sentence(words) {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** The same as a page for `man`. */
export function manPage(shelf, everywhere) {
  const flag = ({ flags, summary, choices }) => [
    '.TP',
    `.B ${roff(flags)}`,
    roff(`${summary}${oneOf(choices)}`),
  ]
  const row = ([name, words]) => ['.TP', `.B ${roff(name)}`, roff(words)]
  const lines = [
    '.\\" Made from the command tree by npm run docs:cli; do not edit by hand.',
    '.TH TACTFUL 1 "" "tactful" "User Commands"',
    '.SH NAME',
    'tactful \\- prepare feedback that helps',
    '.SH SYNOPSIS',
    '.B tactful',
    '[command] [flags] [arguments]',
    '.SH DESCRIPTION',
    roff(LEAD),
    'Results go to standard output, everything else to standard error. Reading changes nothing in a notebook.',
    '.SH COMMANDS',
    ...everyCommand(shelf).flatMap(({ name, card }) => [
      `.SS ${roff(usageOf(name, card))}`,
      roff(sentence(card.summary)),
      ...(card.args ?? []).flatMap(({ usage, ...arg }) => flag({ flags: usage, ...arg })),
      ...(card.flags ?? []).flatMap(flag),
      ...(card.more === undefined ? [] : ['.PP', roff(card.more)]),
      '.PP',
      'Examples:',
      '.PP',
      '.nf',
      ...card.examples.map((example) => `.RS\n${roff(example)}\n.RE`),
      '.fi',
    ]),
    '.SH FLAGS OF EVERY COMMAND',
    ...[...everywhere, HELP].flatMap(flag),
    '.SH EXIT STATUS',
    ...EXITS.flatMap(row),
    '.SH ENVIRONMENT',
    ...SETTINGS.flatMap(row),
  ]
  return `${lines.join('\n')}\n`
}

/** Text as roff takes it: no line of it is a request, and hyphens stay what they are. */
function roff(text) {
  const safe = text.replaceAll('`', '').replaceAll('\\', '\\e').replaceAll('-', '\\-')
  return /^[.']/.test(safe) ? `\\&${safe}` : safe
}
