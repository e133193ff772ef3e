import type { CardRest } from '../card.ts'
import { ON_FLAG, PAGER_FLAG } from './flags.ts'

const GOAL_STATES = ['open', 'proposed', 'agreed', 'met', 'changed', 'dropped', 'all'] as const

export const goal: CardRest = {
  examples: ['tactful goal list', 'tactful goal show q47k3v', 'tactful goal check goals.txt'],
  load: async () => (await import('../goal-read.ts')).list,
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
          import('../prep.ts'),
          import('../../core/goals/flags.ts'),
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
      load: async () => (await import('../goal-read.ts')).list,
    },
    {
      name: 'show',
      summary: 'one goal: the way so far, what is planned, what happened',
      args: [{ usage: '<id>', summary: 'its id, or enough of it, as tactful goal list shows it' }],
      flags: [PAGER_FLAG],
      examples: ['tactful goal show q47k3v', 'tactful goal show q47k3v --json'],
      load: async () => (await import('../goal-read.ts')).show,
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
      load: async () => (await import('../goal-change.ts')).update,
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
      load: async () => (await import('../goal-change.ts')).close,
    },
    {
      name: 'check',
      summary: 'say which goals are not specific, measurable or time-bound yet',
      args: [{ usage: '<file>', summary: 'a text with one goal a line, or - for standard input' }],
      examples: ['tactful goal check goals.txt', 'echo "Be more proactive" | tactful goal check -'],
      more: 'Ends with 1 when something is missing. Whether a goal is achievable and relevant cannot be seen in a line.',
      load: async () => (await import('../goal.ts')).check,
    },
  ],
}
