import type { CardRest } from '../card.ts'

export const jot: CardRest = {
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
  load: () => import('../jot.ts'),
}

export const ask: CardRest = {
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
    {
      flags: '--drop [id]',
      summary: 'wait no longer for a form that nobody will answer: the only one, or by the end of its id',
    },
    { flags: '--why <reason>', summary: 'with --drop: why it will not come' },
  ],
  examples: [
    'tactful ask sam --form self-assessment --to sam.md --by "in a week"',
    'tactful ask sam --form peer-feedback --for "Anna Berg" --to anna.md',
    'tactful ask sam --form customer-input',
    'tactful ask sam --drop --why "on leave until May"',
  ],
  more: 'The form is plain text: send it in a mail or a chat. It holds nothing of your notes but the name. When it comes back, tactful receive reads it, and tactful prep offers it.',
  load: () => import('../ask.ts'),
}

export const receive: CardRest = {
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
  load: () => import('../receive.ts'),
}

export const importCard: CardRest = {
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
  load: () => import('../import.ts'),
}
