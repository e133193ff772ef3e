import type { CommandCard } from '../card.ts'

/** What runs when no command is named. */
export const home: CommandCard = {
  name: 'tactful',
  summary: 'what waits today',
  examples: [],
  load: () => import('../home.ts'),
}

export const prep: CommandCard = {
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
  load: () => import('../prep.ts'),
}

export const resume: CommandCard = {
  name: 'resume',
  often: true,
  summary: 'go on with a preparation that was interrupted',
  args: [{ usage: '[id]', summary: 'which one, when several wait' }],
  flags: [{ flags: '--discard', summary: 'throw the draft away instead (asks first; --yes does not)' }],
  examples: ['tactful resume', 'tactful resume q47k3v', 'tactful resume --discard q47k3v'],
  load: () => import('../resume.ts'),
}

export const talk: CommandCard = {
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
    { flags: '--drop', summary: 'record that this talk will not be held' },
    { flags: '--why <reason>', summary: 'with --drop: why it will not be held' },
  ],
  examples: [
    'tactful talk',
    'tactful talk sam',
    'tactful talk q47k3v',
    'tactful talk q47k3v --answers talk.yaml',
    'tactful talk q47k3v --drop --why "we spoke about it at lunch"',
  ],
  more: 'Shows what you prepared, then takes notes along your agenda: one line a note, Enter alone goes on. A line that begins with " is in their words. The note of the session is completed once; after that, tactful edit changes it. Every line is kept as you go; tactful resume goes on.',
  load: () => import('../talk.ts'),
}

export const rehearse: CommandCard = {
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
  load: () => import('../rehearse.ts'),
}

export const check: CommandCard = {
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
  load: () => import('../check.ts'),
}
