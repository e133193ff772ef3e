import type { CardRest } from '../card.ts'

export const rehearse: CardRest = {
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

export const check: CardRest = {
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
