import type { CardRest } from '../card.ts'
import { FILTERS, KIND_FLAG, KINDS, PAGER_FLAG } from './flags.ts'

export const list: CardRest = {
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
  load: () => import('../list.ts'),
}

export const search: CardRest = {
  flags: [KIND_FLAG, ...FILTERS, { flags: '--shared', summary: 'leave your private parts out' }, PAGER_FLAG],
  examples: [
    'tactful search handover logs',
    'tactful search \'"late shift"\' --person sam',
    'tactful search escalation --since "last quarter" --json',
  ],
  more: 'Other forms of a word count too, and a slip of the keys is forgiven.',
  load: () => import('../search.ts'),
}

export const show: CardRest = {
  flags: [
    { flags: '--raw', summary: 'the file as it is' },
    { flags: '--private', summary: 'your private part below it' },
    PAGER_FLAG,
  ],
  examples: ['tactful show q47k3v', 'tactful show q47k3v --private'],
  load: () => import('../show.ts'),
}

export const edit: CardRest = {
  flags: [{ flags: '--private', summary: 'your private part of it instead' }],
  examples: ['tactful edit q47k3v', 'EDITOR="code --wait" tactful edit q47k3v'],
  load: () => import('../edit.ts'),
}

export const exportCard: CardRest = {
  flags: [
    {
      flags: '--for <reader>',
      summary: 'who will read it (needed)',
      choices: ['mentor', 'person', 'lead'],
    },
    KIND_FLAG,
    ...FILTERS.filter(({ flags }) => /^--(?:person|since|until|template) /.test(flags)),
    { flags: '--goal <id>', summary: 'a goal, and the notes that tell of it' },
    {
      flags: '--format <format>',
      summary: 'how it is written (default: what the name of the file says, else md)',
      choices: ['md', 'html', 'docx', 'csv', 'json', 'ics'],
    },
    { flags: '--to <file>', summary: 'a file instead of standard output' },
    { flags: '--split <folder>', summary: 'a file for each note, in this folder' },
    { flags: '--case-pack', summary: 'cases without names for a team session; words narrow them down' },
    {
      flags: '--everything-about <person>',
      summary: 'all that is held about somebody, private parts too, for them to read',
    },
    { flags: '--force', summary: 'write over a file that is there' },
    { flags: '--dry-run', summary: 'show what would leave, and the copy; write nothing' },
  ],
  examples: [
    'tactful export q47k3v --for person',
    'tactful export q47k3v --for person --to for-sam.docx',
    'tactful export --person sam --since "last quarter" --for lead --dry-run',
    'tactful export --kind barrier --for lead --to barriers.html --yes',
    'tactful export --everything-about sam --to for-sam.html',
    'tactful export --case-pack outage --to cases.docx',
  ],
  more: 'The copy for the person holds no private part, and leaves room for their answer. The copy for a lead names nobody. The copy for the mentor holds everything. You see what leaves, and are asked, before it does.',
  load: () => import('../export.ts'),
}

export const trends: CardRest = {
  flags: [
    ...FILTERS.filter(({ flags }) => /^--(?:since|until|area|template) /.test(flags)),
    { flags: '--source <source>', summary: 'only what comes from there, such as ticket or survey' },
    {
      flags: '--format <format>',
      summary: 'how it is written (default: what the name of the file says, else text)',
      choices: ['text', 'json', 'csv', 'html'],
    },
    { flags: '--to <file>', summary: 'a file instead of standard output' },
    { flags: '--force', summary: 'write over a file that is there' },
    { flags: '--own', summary: 'for your eyes: with names and small groups, also where no screen is' },
    PAGER_FLAG,
  ],
  examples: [
    'tactful trends',
    'tactful trends --since "last quarter"',
    'tactful trends --to trends.html',
    'tactful trends --area handover --format csv',
  ],
  more: 'On your screen you see all of it. What goes into a file or a pipe names nobody, and hides what fewer than five people share.',
  load: () => import('../trends.ts'),
}
