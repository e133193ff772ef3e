import type { FlagCard } from '../card.ts'

export const PAGER_FLAG: FlagCard = {
  flags: '--no-pager',
  summary: 'print at once, also what is longer than the screen',
}

export const KINDS = ['session', 'checkin', 'evidence', 'goal', 'form', 'barrier', 'update'] as const

export const KIND_FLAG: FlagCard = {
  flags: '--kind <kind>',
  summary: 'only notes of this kind',
  choices: KINDS,
}

export const FILTERS: readonly FlagCard[] = [
  { flags: '--person <person>', summary: 'only about this person' },
  { flags: '--since <day>', summary: 'from this day on: 2026-10-01, "last Monday", "last quarter"' },
  { flags: '--until <day>', summary: 'up to this day, or to the end of "last month"' },
  { flags: '--area <area>', summary: 'only what is filed under this area' },
  { flags: '--behaviour <id>', summary: 'only what is filed under this behaviour' },
  { flags: '--template <id>', summary: 'only notes made with this template' },
  { flags: '--limit <n>', summary: 'at most so many (20 on a terminal)' },
]

export const ON_FLAG: FlagCard = { flags: '--on <day>', summary: 'the day it was (default: today)' }
