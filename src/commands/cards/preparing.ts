import type { CardRest } from '../card.ts'

export const prep: CardRest = {
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

export const resume: CardRest = {
  flags: [{ flags: '--discard', summary: 'throw the draft away instead (asks first; --yes does not)' }],
  examples: ['tactful resume', 'tactful resume q47k3v', 'tactful resume --discard q47k3v'],
  load: () => import('../resume.ts'),
}

export const talk: CardRest = {
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
