import type { CardRest } from '../card.ts'

export const checkin: CardRest = {
  examples: ['tactful checkin', 'tactful checkin run sam', 'tactful checkin due --within 3d --json'],
  more: 'How often is set for each person: tactful people edit PERSON --cadence "every 2 weeks on Tue 14:00" --zone Europe/Lisbon',
  load: () => import('../checkin.ts'),
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
      load: () => import('../checkin.ts'),
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
        const { run } = await import('../prep.ts')
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
      load: () => import('../checkin-prompt.ts'),
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
      load: async () => (await import('../checkin-replan.ts')).move,
    },
    {
      name: 'skip',
      summary: 'leave the next check-in out, and say why',
      args: [{ usage: '<person>', summary: 'name, alias, or the beginning of a name' }],
      flags: [{ flags: '--why <reason>', summary: 'what speaks against it (needed)' }],
      examples: ['tactful checkin skip sam --why "on leave until January"'],
      more: 'The one after it comes as the cadence says.',
      load: async () => (await import('../checkin-replan.ts')).skip,
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
      load: () => import('../checkin-calendar.ts'),
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
      load: () => import('../checkin-schedule.ts'),
    },
  ],
}
